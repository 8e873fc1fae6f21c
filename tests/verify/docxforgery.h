// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/archive.h"
#include "generate/random.h"

#include <functional>

namespace zhibao::test {

// An exported DOCX in the hands of somebody who makes it show something else.
class ForgedDocx {
public:
    ForgedDocx(const QByteArray &docx, quint64 seed);

    QByteArray &part(const QString &name);
    QByteArray &text() { return part(QStringLiteral("word/document.xml")); }
    // Puts a part into the package, by a relation of the text.
    void addPart(
        const QString &name, const QByteArray &bytes, const QByteArray &contentType, const QByteArray &relation);
    // Declares the namespaces of pictures and text boxes where the text begins.
    void declareDrawings();

    // Puts a property to those of some letters, a paragraph, a cell or a row that say something.
    void addToLetters(const QByteArray &property);
    void addToParagraph(const QByteArray &property);
    void addToCell(const QByteArray &property);
    void addToRow(const QByteArray &property);
    // Puts a property into the style that most of the text has.
    void addToLettersOfStyle(const QByteArray &property);
    void addToParagraphOfStyle(const QByteArray &property);
    // Puts something behind a paragraph of the body, or behind some letters of one.
    void addBlock(const QByteArray &block);
    void addRun(const QByteArray &run);
    // Puts something around some letters.
    void enclose(const QByteArray &before, const QByteArray &after);

    generate::Random &random() { return m_random; }
    QByteArray bytes() const;

private:
    // The place of one of the occurrences of `what` in the text, such that what it begins says something.
    qsizetype somewhere(const QByteArray &what, const QByteArray &end);
    void addTo(
        const QByteArray &element, const QByteArray &end, const QByteArray &properties, const QByteArray &property);
    void addToStyle(const QByteArray &properties, const QByteArray &property);

    QList<ArchivePart> m_parts;
    generate::Random m_random;
};

struct DocxForgery {
    QByteArray name;
    bool inTable = false; // for a form that has one
    std::function<void(ForgedDocx &docx)> change;
};

// What shows something else in LibreOffice, and what does so in other programs alone.
QList<DocxForgery> docxForgeries();
QList<DocxForgery> docxForgeriesForOthers();

} // namespace zhibao::test
