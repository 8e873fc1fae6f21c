// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/compare/textcomparison.h"
#include "ui/verify/verifiedfile.h"

#include <QTextEdit>

namespace zhibao {

struct VerifiedFact;

// What the verdict on a file refers to, and what differs, as text that can be selected.
class VerdictView : public QTextEdit {
    Q_OBJECT
public:
    VerdictView(const Catalogue &catalogue, ApprovedTexts texts, QWidget *parent = nullptr);

    void showFile(const VerifiedFile &file);

protected:
    void changeEvent(QEvent *event) override;

private:
    void write();
    void writeFacts(QTextCursor &cursor, const QList<VerifiedFact> &facts, int width);
    int nameWidth(const QList<VerifiedFact> &facts) const;
    void writeDetails(QTextCursor &cursor);
    void writeDetail(QTextCursor &cursor, const QStringList &line);
    void writeSide(QTextCursor &cursor, const QList<TextSpan> &spans, TextSpan::Kind own);
    void writeLine(QTextCursor &cursor, const QString &text, const QTextCharFormat &format, int indent = 0);
    QTextCharFormat quiet() const;

    const Catalogue &m_catalogue;
    ApprovedTexts m_texts;
    VerifiedFile m_file;
};

} // namespace zhibao
