// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "durability/backupflows.h"
#include "durability/programflows.h"
#include "durability/storeflows.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

namespace zhibao::durability {

namespace {

QJsonObject textsOf(const Texts &texts)
{
    QJsonObject object;
    for (auto text = texts.cbegin(); text != texts.cend(); ++text)
        object.insert(text.key(), *text);
    return object;
}

QString contentOf(const Row &row)
{
    QJsonArray entries;
    for (const Texts &entry : row.entries)
        entries.append(textsOf(entry));
    const QJsonObject object{{QStringLiteral("cells"), textsOf(row.cells)}, {QStringLiteral("entries"), entries}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

// A store as the program's first release left it.
class OldStore {
public:
    explicit OldStore(const QString &path)
        : m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name()))
    {
        m_database.setDatabaseName(path);
        if (!m_database.open())
            qFatal("no old store to start from");
        QFile schema(QStringLiteral(":/sql/0001.sql"));
        if (!schema.open(QIODevice::ReadOnly))
            qFatal("no first schema");
        const QStringList statements
            = QString::fromUtf8(schema.readAll()).split(QStringLiteral(";\n"), Qt::SkipEmptyParts);
        for (const QString &statement : statements)
            run(statement);
        run(QStringLiteral("PRAGMA application_id=1514291535")); // "ZBAO"
        run(QStringLiteral("PRAGMA user_version=1"));
    }
    ~OldStore()
    {
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(name());
    }
    OldStore(const OldStore &) = delete;
    OldStore &operator=(const OldStore &) = delete;

    void put(const Report &report)
    {
        run(QStringLiteral("INSERT INTO report VALUES (1, ?, ?, 'draft', 0, 0, '', 0)"), {report.notice, report.unit});
        for (auto form = report.forms.cbegin(); form != report.forms.cend(); ++form) {
            part(form.key(), QStringLiteral("form"), QString(), 0, QString());
            for (auto field = form->fields.cbegin(); field != form->fields.cend(); ++field)
                part(form.key(), QStringLiteral("field"), field.key(), 0, *field);
            for (int row = 0; row < form->rows.size(); ++row)
                part(form.key(), QStringLiteral("row"), QString(), row, contentOf(form->rows[row]));
            for (int section = 0; section < form->sections.size(); ++section)
                part(form.key(), QStringLiteral("section"), QString(), section, form->sections[section]);
        }
    }

private:
    static QString name() { return QStringLiteral("old"); }

    void part(const QString &form, const QString &kind, const QString &field, int position, const QString &content)
    {
        const auto given = [](const QString &text) { return text.isNull() ? QStringLiteral("") : text; };
        run(QStringLiteral("INSERT INTO part VALUES (1, ?, ?, ?, ?, ?)"),
            {form, kind, given(field), position, given(content)});
    }

    void run(const QString &sql, const QVariantList &values = {})
    {
        QSqlQuery query(m_database);
        // Not prepared unless needed: Qt takes a time of day in a comment for a parameter.
        bool done = !values.isEmpty() && query.prepare(sql);
        for (const QVariant &value : values)
            query.addBindValue(value);
        done = values.isEmpty() ? query.exec(sql) : done && query.exec();
        if (!done)
            qFatal("the old store refuses %s", qPrintable(sql));
    }

    QSqlDatabase m_database;
};

} // namespace

void prepareOldStore(const QString &folder)
{
    OldStore(storeIn(folder)).put(numberedReport(0));
    writeStateFile(folder, 1);
}

} // namespace zhibao::durability
