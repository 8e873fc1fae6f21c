// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace zhibao {

// A scalable font on this machine that can be embedded: TrueType or OpenType outlines, no bitmaps, no colours, no
// variations.
struct FontFile {
    QString path;
    int index = 0; // of the face in a collection
    friend bool operator==(const FontFile &, const FontFile &) = default;
};

// Finds font files by family or by character, with fontconfig; reads no font itself.
class FontFiles {
public:
    FontFiles();
    ~FontFiles();
    FontFiles(const FontFiles &) = delete;
    FontFiles &operator=(const FontFiles &) = delete;

    // The upright face of exactly this family (case and blanks aside) whose weight is nearest to Bold or Regular.
    std::optional<FontFile> find(const QString &family, bool bold);

    // All fonts that have the character, the best for a Chinese text first.
    QList<FontFile> having(char32_t character);

private:
    struct Data;
    std::unique_ptr<Data> m_data;
};

} // namespace zhibao
