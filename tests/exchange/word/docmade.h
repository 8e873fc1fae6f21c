// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace zhibao::test {

// A document of Word 97 to 2003, written from bytes.
class MadeDoc {
public:
    // A piece of the text, which ends a paragraph, a cell or a row where its last character does; with the properties
    // of that paragraph and of its characters. `isNarrow`: a byte each.
    void add(const QString &text, const QByteArray &paragraph = {}, const QByteArray &characters = {},
        bool isNarrow = false);
    // A cell of a table.
    void cell(const QString &text);
    // The end of a row with the edges of its cells in twips, and their flags. `isFar`: its properties lie in the stream
    // Data, as those of long rows do.
    void row(const QList<int> &edges, const QList<int> &flags = {}, bool isFar = false);
    // Paragraphs may then be of list 1: its one level counts so, beginning with that number.
    void addList(int nfc, int start, const QString &text);
    // What follows is the text of comments, and not the document's.
    void beginComments();

    QByteArray bytes() const;

private:
    struct Run {
        QString text;
        QByteArray paragraph;
        QByteArray characters;
        bool isNarrow = false;
    };
    QList<Run> m_runs;
    qsizetype m_commentsAt = -1;
    QByteArray m_data;
    QByteArray m_list;
};

QByteArray modifier(int code, const QByteArray &operand);

} // namespace zhibao::test
