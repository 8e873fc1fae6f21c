// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/reports/parts.h"

#include "base/digest.h"
#include "core/json.h"
#include "core/report/lineids.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <optional>

namespace zhibao {

namespace {

const QString cellsKey = QStringLiteral("cells");
const QString entriesKey = QStringLiteral("entries");
const QString idsKey = QStringLiteral("ids"); // of the entries, in their order; "" where one has none

QJsonObject toJson(const Texts &texts)
{
    QJsonObject object;
    for (auto text = texts.cbegin(); text != texts.cend(); ++text)
        object.insert(text.key(), text.value());
    return object;
}

std::optional<Texts> textsFromJson(const QJsonValue &value)
{
    if (!value.isObject())
        return std::nullopt;
    Texts texts;
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (!member.value().isString())
            return std::nullopt;
        texts.insert(member.key(), member.value().toString());
    }
    return texts;
}

QString contentOf(const Row &row)
{
    QJsonArray entries;
    QJsonArray ids;
    for (const Entry &entry : row.entries) {
        entries.append(toJson(entry));
        ids.append(entry.id.isNull() ? QString() : lineIdText(entry.id));
    }
    QJsonObject object{{cellsKey, toJson(row.cells)}, {entriesKey, entries}};
    if (!row.id.isNull() && !ids.isEmpty())
        object.insert(idsKey, ids);
    return QString::fromUtf8(compactJson(object));
}

std::optional<Row> rowFromContent(const QString &content)
{
    const QJsonObject object = QJsonDocument::fromJson(content.toUtf8()).object();
    const std::optional<Texts> cells = textsFromJson(object.value(cellsKey));
    if (!cells || !object.value(entriesKey).isArray())
        return std::nullopt;
    Row row{*cells, {}};
    const QJsonArray entries = object.value(entriesKey).toArray();
    const QJsonArray ids = object.value(idsKey).toArray();
    for (qsizetype index = 0; index < entries.size(); ++index) {
        const std::optional<Texts> texts = textsFromJson(entries.at(index));
        if (!texts)
            return std::nullopt;
        row.entries.append(*texts);
        row.entries.last().id = lineIdFrom(ids.at(index).toString()).value_or(LineId());
    }
    return row;
}

void compareFields(const QString &form, const Texts &stored, const Texts &content, PartChanges &changes)
{
    for (auto text = content.cbegin(); text != content.cend(); ++text) {
        const auto old = stored.constFind(text.key());
        if (old == stored.cend() || *old != *text)
            changes.written.append({form, kind::field, text.key(), 0, text.value()});
    }
    for (auto text = stored.cbegin(); text != stored.cend(); ++text) {
        if (!content.contains(text.key()))
            changes.removed.append({form, kind::field, text.key(), 0, {}});
    }
}

void compareSections(const QString &form, const QStringList &stored, const QStringList &content, PartChanges &changes)
{
    for (qsizetype position = 0; position < content.size(); ++position) {
        if (position >= stored.size() || stored[position] != content[position])
            changes.written.append({form, kind::section, {}, position, content[position]});
    }
    for (qsizetype position = content.size(); position < stored.size(); ++position)
        changes.removed.append({form, kind::section, {}, position, {}});
}

// Whether each row has an id of its own, so that they can be kept by these.
bool haveIds(const QList<Row> &rows)
{
    QSet<LineId> ids;
    for (const Row &row : rows) {
        if (row.id.isNull() || ids.contains(row.id))
            return false;
        ids.insert(row.id);
    }
    return true;
}

QStringList orderOf(const QList<Row> &rows)
{
    QStringList order;
    for (const Row &row : rows)
        order.append(lineIdText(row.id));
    return order;
}

bool isSameLine(const Row &one, const Row &other)
{
    return one == other
        && std::equal(one.entries.cbegin(), one.entries.cend(), other.entries.cbegin(), other.entries.cend(),
            [](const Entry &a, const Entry &b) { return a.id == b.id; });
}

void compareByPosition(const QString &form, const QList<Row> &stored, const QList<Row> &content, PartChanges &changes)
{
    for (qsizetype position = 0; position < content.size(); ++position) {
        if (position >= stored.size() || stored[position] != content[position])
            changes.written.append({form, kind::row, {}, position, contentOf(content[position])});
    }
    for (qsizetype position = content.size(); position < stored.size(); ++position)
        changes.removed.append({form, kind::row, {}, position, {}});
}

void compareById(const QString &form, const QList<Row> &stored, const QList<Row> &content, PartChanges &changes)
{
    const QStringList before = orderOf(stored);
    const QStringList after = orderOf(content);
    if (!after.isEmpty() && before != after)
        changes.written.append({form, kind::form, rowOrder, 0, after.join(u'\n')});
    else if (after.isEmpty() && !before.isEmpty())
        changes.removed.append({form, kind::form, rowOrder, 0, {}});
    QHash<QString, const Row *> left;
    for (qsizetype row = 0; row < stored.size(); ++row)
        left.insert(before.at(row), &stored.at(row));
    for (qsizetype row = 0; row < content.size(); ++row) {
        const Row *old = left.take(after.at(row));
        if (!old || !isSameLine(*old, content.at(row)))
            changes.written.append({form, kind::row, after.at(row), 0, contentOf(content.at(row))});
    }
    for (auto gone = left.cbegin(); gone != left.cend(); ++gone)
        changes.removed.append({form, kind::row, gone.key(), 0, {}});
}

void compareRows(const QString &form, const QList<Row> &stored, const QList<Row> &content, PartChanges &changes)
{
    const bool had = haveIds(stored);
    const bool have = haveIds(content);
    (had ? compareById : compareByPosition)(form, stored, had == have ? content : QList<Row>(), changes);
    if (had != have)
        (have ? compareById : compareByPosition)(form, {}, content, changes);
}

void compareForms(const QString &form, const FormAnswer &stored, const FormAnswer &content, PartChanges &changes)
{
    compareFields(form, stored.fields, content.fields, changes);
    compareRows(form, stored.rows, content.rows, changes);
    compareSections(form, stored.sections, content.sections, changes);
}

} // namespace

PartChanges difference(const Report &stored, const Report &content)
{
    PartChanges changes;
    const Part definition{{}, kind::form, reportDefinition, 0, hexadecimal(content.definition)};
    if (stored.definition != content.definition)
        (content.definition.isEmpty() ? changes.removed : changes.written).append(definition);
    for (auto form = content.forms.cbegin(); form != content.forms.cend(); ++form) {
        if (!stored.forms.contains(form.key()))
            changes.written.append({form.key(), kind::form, {}, 0, {}});
        compareForms(form.key(), stored.forms.value(form.key()), form.value(), changes);
    }
    for (auto form = stored.forms.cbegin(); form != stored.forms.cend(); ++form) {
        if (content.forms.contains(form.key()))
            continue;
        compareForms(form.key(), form.value(), {}, changes);
        changes.removed.append({form.key(), kind::form, {}, 0, {}});
    }
    return changes;
}

bool ReportParts::takeOrder(FormAnswer &answer, const QString &content)
{
    m_places.clear();
    const QStringList lines = content.split(u'\n');
    for (const QString &line : lines) {
        const std::optional<LineId> id = lineIdFrom(line);
        if (!id || m_places.contains(*id))
            return false;
        m_places.insert(*id, answer.rows.size());
        answer.rows.append(Row{{}, {}, *id});
    }
    m_missing += lines.size();
    return true;
}

bool ReportParts::takeRow(FormAnswer &answer, const Part &part)
{
    std::optional<Row> row = rowFromContent(part.content);
    if (!row)
        return false;
    if (part.name.isEmpty()) {
        if (part.position != answer.rows.size())
            return false;
        answer.rows.append(*row);
        return true;
    }
    const std::optional<LineId> id = lineIdFrom(part.name);
    const auto place = id ? m_places.find(*id) : m_places.end();
    if (place == m_places.end())
        return false;
    row->id = *id;
    answer.rows[*place] = *row;
    m_places.erase(place);
    --m_missing;
    return true;
}

bool ReportParts::takeDefinition(const Part &part)
{
    m_report.definition = QByteArray::fromHex(part.content.toLatin1());
    return part.kind == kind::form && part.name == reportDefinition && hexadecimal(m_report.definition) == part.content;
}

bool ReportParts::take(const Part &part)
{
    if (part.form.isEmpty())
        return takeDefinition(part);
    FormAnswer &answer = m_report.forms[part.form];
    if (part.kind == kind::row)
        return takeRow(answer, part);
    if (part.kind == kind::form)
        return part.name != rowOrder || takeOrder(answer, part.content);
    if (part.kind == kind::field) {
        answer.fields.insert(part.name, part.content);
    } else if (part.kind == kind::section) {
        if (part.position != answer.sections.size())
            return false;
        answer.sections.append(part.content);
    }
    return true;
}

} // namespace zhibao
