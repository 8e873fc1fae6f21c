// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/report/contentdigest.h"

#include "base/digest.h"

namespace zhibao {

namespace {

void addTexts(Digest &digest, const Texts &texts)
{
    Texts said = texts;
    said.removeIf([](const Texts::iterator &text) { return text.value().isEmpty(); });
    digest.add(said.size());
    for (auto text = said.cbegin(); text != said.cend(); ++text)
        digest.add(text.key()).add(text.value());
}

void addRow(Digest &digest, const Row &row)
{
    addTexts(digest, row.cells);
    digest.add(row.entries.size());
    for (const Texts &entry : row.entries)
        addTexts(digest, entry);
}

FormAnswer withoutEmptyEnd(FormAnswer answer)
{
    while (!answer.sections.isEmpty() && answer.sections.constLast().isEmpty())
        answer.sections.removeLast();
    answer.fields.removeIf([](const Texts::iterator &text) { return text.value().isEmpty(); });
    return answer;
}

QByteArray digestOf(const Report &report, DigestAlgorithm algorithm)
{
    Digest digest(algorithm);
    digest.add(report.notice).add(report.unit);
    // No form is called so. What is answered once keeps the digest that it had before there were occasions.
    if (!report.occasion.isEmpty())
        digest.add(QStringLiteral("occasion")).add(report.occasion);
    for (auto form = report.forms.cbegin(); form != report.forms.cend(); ++form) {
        const FormAnswer answer = withoutEmptyEnd(*form);
        if (answer == FormAnswer{})
            continue;
        digest.add(form.key());
        addTexts(digest, answer.fields);
        digest.add(answer.rows.size());
        for (const Row &row : answer.rows)
            addRow(digest, row);
        digest.add(answer.sections.size());
        for (const QString &section : answer.sections)
            digest.add(section);
    }
    return digest.result();
}

} // namespace

ContentDigest contentDigest(const Report &report)
{
    return {digestOf(report, DigestAlgorithm::Sm3), digestOf(report, DigestAlgorithm::Sha256)};
}

} // namespace zhibao
