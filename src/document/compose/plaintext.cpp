// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/compose/plaintext.h"

namespace zhibao {

QString plainText(const Document &document)
{
    QStringList lines;
    for (const Block &block : document.blocks) {
        const auto *paragraph = std::get_if<Paragraph>(&block);
        if (!paragraph)
            continue;
        QString line;
        for (const Span &span : paragraph->spans)
            line += span.text;
        lines.append(line);
    }
    return lines.join(u'\n');
}

} // namespace zhibao
