// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/digest.h"
#include "core/report/lineids.h"
#include "core/text/encoding.h"
#include "exchange/report/reportfile.h"

namespace zhibao {

namespace {

QString escaped(const QString &text)
{
    QString result;
    result.reserve(text.size() + 2);
    result += u'"';
    // Half a surrogate pair has no form in UTF-8; all else is for the reader to let in.
    const QString whole = isWellFormed(text) ? text : wellFormed(text);
    for (const QChar c : whole) {
        if (c == u'"' || c == u'\\')
            result += QString(u'\\') + c;
        else if (c == u'\n')
            result += QStringLiteral("\\n");
        else if (c == u'\t')
            result += QStringLiteral("\\t");
        // A raw byte order mark is white space to some readers of JSON.
        else if (c < u' ' || c == QChar::ByteOrderMark)
            result += QStringLiteral("\\u%1").arg(static_cast<uint>(c.unicode()), 4, 16, QLatin1Char('0'));
        else
            result += c;
    }
    return result + u'"';
}

// Writes JSON in the order it is told, two blanks a level. QJsonObject would sort the keys.
class JsonWriter {
public:
    void open(QChar bracket, const QString &key = {})
    {
        begin(key);
        m_text += bracket;
        ++m_level;
        m_first = true;
    }

    void close(QChar bracket)
    {
        --m_level;
        if (!m_first)
            newLine();
        m_text += bracket;
        m_first = false;
    }

    void text(const QString &key, const QString &value)
    {
        begin(key);
        m_text += escaped(value);
    }

    void integer(const QString &key, int value)
    {
        begin(key);
        m_text += QString::number(value);
    }

    QByteArray result() const { return (m_text + u'\n').toUtf8(); }

private:
    void newLine() { m_text += u'\n' + QString(2 * m_level, u' '); }

    void begin(const QString &key)
    {
        if (!m_first)
            m_text += u',';
        if (m_level > 0)
            newLine();
        m_first = false;
        if (!key.isEmpty())
            m_text += escaped(key) + QStringLiteral(": ");
    }

    QString m_text;
    int m_level = 0;
    bool m_first = true;
};

// Behind the texts, where whoever reads a line from its beginning finds what he found before there were ids. A line
// without one gets it where it is taken in.
void writeId(JsonWriter &json, const LineId &id)
{
    if (!id.isNull())
        json.text(QStringLiteral("id"), lineIdText(id));
}

void writeEntries(JsonWriter &json, const TableForm &form, const QList<Entry> &entries)
{
    json.open(u'[', form.repeatingGroup);
    for (const Entry &entry : entries) {
        json.open(u'{');
        for (const Column &column : form.columns) {
            if (column.repeating)
                json.text(column.id, entry.value(column.id));
        }
        writeId(json, entry.id);
        json.close(u'}');
    }
    json.close(u']');
}

void writeRow(JsonWriter &json, const TableForm &form, const Row &row)
{
    json.open(u'{');
    bool entriesDone = false;
    for (const Column &column : form.columns) {
        if (column.serial)
            continue;
        if (!column.repeating) {
            json.text(column.id, row.cells.value(column.id));
        } else if (!entriesDone) {
            writeEntries(json, form, row.entries);
            entriesDone = true;
        }
    }
    writeId(json, row.id);
    json.close(u'}');
}

void write(JsonWriter &json, const TableForm &form, const FormAnswer &answer)
{
    json.text(field::contact, answer.fields.value(field::contact));
    json.open(u'[', QStringLiteral("rows"));
    for (const Row &row : answer.rows)
        writeRow(json, form, row);
    json.close(u']');
}

void write(JsonWriter &json, const OutlineForm &form, const FormAnswer &answer)
{
    const auto writeFields = [&](bool behind) {
        for (const OutlineField &one : form.fields) {
            if (one.behind == behind)
                json.text(one.id, answer.fields.value(one.id));
        }
    };
    writeFields(false);
    json.open(u'[', QStringLiteral("sections"));
    for (const QString &section : answer.sections)
        json.text({}, section);
    json.close(u']');
    writeFields(true);
}

} // namespace

QByteArray writeReport(const Report &report, const Notice &notice)
{
    JsonWriter json;
    json.open(u'{');
    json.text(QStringLiteral("format"), QStringLiteral("zhibao.report"));
    json.integer(QStringLiteral("version"), 2);
    json.text(QStringLiteral("notice"), report.notice);
    json.text(QStringLiteral("unit"), report.unit);
    if (!report.occasion.isEmpty())
        json.text(QStringLiteral("occasion"), report.occasion);
    for (const Form &form : notice.forms) {
        const auto answer = report.forms.constFind(form.id);
        if (answer == report.forms.constEnd())
            continue;
        json.open(u'{', form.id);
        std::visit([&](const auto &kind) { write(json, kind, *answer); }, form.kind);
        json.close(u'}');
    }
    if (!report.definition.isEmpty())
        json.text(definitionMember, hexadecimal(report.definition));
    json.close(u'}');
    return json.result();
}

} // namespace zhibao
