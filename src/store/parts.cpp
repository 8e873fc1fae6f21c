// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/parts.h"

#include "core/json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

namespace zhibao {

namespace {

const QString cellsKey = QStringLiteral("cells");
const QString entriesKey = QStringLiteral("entries");

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
    for (const Texts &entry : row.entries)
        entries.append(toJson(entry));
    const QJsonObject object{{cellsKey, toJson(row.cells)}, {entriesKey, entries}};
    return QString::fromUtf8(compactJson(object));
}

QString contentOf(const QString &text)
{
    return text;
}

std::optional<Row> rowFromContent(const QString &content)
{
    const QJsonObject object = QJsonDocument::fromJson(content.toUtf8()).object();
    const std::optional<Texts> cells = textsFromJson(object.value(cellsKey));
    if (!cells || !object.value(entriesKey).isArray())
        return std::nullopt;
    Row row{*cells, {}};
    const QJsonArray entries = object.value(entriesKey).toArray();
    for (const QJsonValue &entry : entries) {
        const std::optional<Texts> texts = textsFromJson(entry);
        if (!texts)
            return std::nullopt;
        row.entries.append(*texts);
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

template <typename T>
void compareLists(
    const QString &form, const QString &kind, const QList<T> &stored, const QList<T> &content, PartChanges &changes)
{
    for (qsizetype position = 0; position < content.size(); ++position) {
        if (position >= stored.size() || stored[position] != content[position])
            changes.written.append({form, kind, {}, position, contentOf(content[position])});
    }
    for (qsizetype position = content.size(); position < stored.size(); ++position)
        changes.removed.append({form, kind, {}, position, {}});
}

void compareForms(const QString &form, const FormAnswer &stored, const FormAnswer &content, PartChanges &changes)
{
    compareFields(form, stored.fields, content.fields, changes);
    compareLists(form, kind::row, stored.rows, content.rows, changes);
    compareLists<QString>(form, kind::section, stored.sections, content.sections, changes);
}

} // namespace

PartChanges difference(const Report &stored, const Report &content)
{
    PartChanges changes;
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

bool take(Report &report, const Part &part)
{
    FormAnswer &answer = report.forms[part.form];
    if (part.kind == kind::field) {
        answer.fields.insert(part.name, part.content);
    } else if (part.kind == kind::section) {
        if (part.position != answer.sections.size())
            return false;
        answer.sections.append(part.content);
    } else if (part.kind == kind::row) {
        const std::optional<Row> row = rowFromContent(part.content);
        if (!row || part.position != answer.rows.size())
            return false;
        answer.rows.append(*row);
    }
    return true;
}

} // namespace zhibao
