// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/sheet/xlsreader.h"

#include "exchange/sheet/xlssheet.h"

#include <QHash>

namespace zhibao {

namespace {

constexpr int currentVersion = 0x0600; // of Excel 97 and later

struct XlsSheetEntry {
    QString name;
    qint64 start = 0;
    bool isHidden = false;
    bool isChart = false;
    bool isMacro = false;
};

// The records before the sheets.
class XlsGlobals {
public:
    enum class Outcome { Read, Encrypted, Old, TooLarge, Damaged };

    Outcome read(QByteArrayView workbook)
    {
        BiffStream stream(workbook, 0);
        if (!stream.next() || stream.record() != BiffRecord::Begin)
            return Outcome::Damaged;
        if (stream.fields().shortAt(0) != currentVersion)
            return Outcome::Old;
        QHash<int, NumberFormat> formats;
        QList<int> styles;
        while (stream.next() && stream.record() != BiffRecord::End) {
            const ByteFields fields = stream.fields();
            if (stream.record() == BiffRecord::Password)
                return Outcome::Encrypted;
            if (stream.record() == BiffRecord::Sheet)
                addSheet(stream);
            else if (stream.record() == BiffRecord::FromDate)
                m_book.isFrom1904 = fields.shortAt(0) == 1;
            else if (stream.record() == BiffRecord::Format)
                formats.insert(fields.shortAt(0), numberFormat(BiffText(stream.parts(), 2).text(2).left(255)));
            else if (stream.record() == BiffRecord::Style)
                styles.append(fields.shortAt(2));
            else if (stream.record() == BiffRecord::Strings && !readStrings(stream.parts()))
                return Outcome::TooLarge;
        }
        for (const int id : std::as_const(styles))
            m_book.formats.append(formats.contains(id) ? formats.value(id) : builtInFormat(id));
        return stream.record() == BiffRecord::End ? Outcome::Read : Outcome::Damaged;
    }

    const XlsBook &book() const { return m_book; }
    const QList<XlsSheetEntry> &sheets() const { return m_sheets; }

private:
    void addSheet(const BiffStream &stream)
    {
        const ByteFields fields = stream.fields();
        const int kind = fields.byteAt(5);
        m_sheets.append({BiffText(stream.parts(), 6).text(1), fields.longAt(0), (fields.byteAt(4) & 3) != 0, kind == 2,
            kind == 1 || kind == 6});
    }

    bool readStrings(const QList<ByteFields> &parts)
    {
        constexpr qsizetype mostStrings = 1'000'000;
        qsizetype characters = 0;
        for (BiffText text(parts, 8); !text.isAtEnd();) {
            m_book.strings.append(text.text(2));
            characters += m_book.strings.constLast().size();
            if (m_book.strings.size() > mostStrings || characters > filledTextLimit)
                return false;
        }
        return true;
    }

    XlsBook m_book;
    QList<XlsSheetEntry> m_sheets;
};

} // namespace

Result<FilledFile> readXls(const QByteArray &workbook, const QString &path)
{
    const Error tooLarge{ErrorCode::FileTooLarge, {path, QString::number(filledTextLimit / 1024 / 1024)}};
    XlsGlobals globals;
    switch (globals.read(workbook)) {
    case XlsGlobals::Outcome::Encrypted:
        return Error{ErrorCode::FileEncrypted, {path}};
    case XlsGlobals::Outcome::Old:
        return Error{ErrorCode::FormatForeign, {path, QStringLiteral("Excel 95")}};
    case XlsGlobals::Outcome::TooLarge:
        return tooLarge;
    case XlsGlobals::Outcome::Damaged:
        return Error{ErrorCode::DocumentUnreadable, {path}};
    case XlsGlobals::Outcome::Read:
        break;
    }
    FilledBuilder builder(FilledKind::Xls);
    qint64 budget = workbook.size();
    for (const XlsSheetEntry &entry : globals.sheets()) {
        const FilledPlace place{-1, -1, -1, -1, entry.name};
        if (entry.isChart || entry.isMacro) {
            builder.note(entry.isChart ? FilledNoteCode::Objects : FilledNoteCode::Macros, place, 1, entry.name);
            continue;
        }
        SheetDraft sheet;
        sheet.name = entry.name;
        sheet.isHidden = entry.isHidden;
        if (!readXlsSheet(workbook, entry.start, globals.book(), sheet, budget))
            builder.note(FilledNoteCode::DamagedParts, place, 1, entry.name);
        giveSheet(std::move(sheet), builder);
        if (builder.isFull())
            return tooLarge;
    }
    return builder.finish();
}

} // namespace zhibao
