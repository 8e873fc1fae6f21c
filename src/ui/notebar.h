// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QIcon>
#include <QList>
#include <QPointer>

#include <functional>

class QHBoxLayout;
class QLabel;
class QToolButton;
class QUndoStack;

namespace zhibao {

// A line in place: a sentence, and what can be done about it. Takes the place of a message box.
class NoteBar : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Calm, Good, Warning, Problem };
    struct Answer {
        QString text;
        std::function<void()> run; // after the bar has closed; empty: nothing but close
    };

    explicit NoteBar(QWidget *parent = nullptr);
    static QIcon iconOf(Kind kind);
    static QColor colorOf(Kind kind, const QPalette &palette);

    void tell(Kind kind, const QString &sentence, const QList<Answer> &answers = {});
    // A question that waits: the keys go to its last answer, which changes nothing, and back once it was answered.
    void ask(const QString &sentence, const QList<Answer> &answers, Kind kind = Kind::Warning);
    // What is told now is true until the next step on the stack, be that done, taken back or done again.
    void endWithNextStep(const QUndoStack &steps);
    QString sentence() const;
    // Whether a cross at the end takes the bar away; a lasting state has none.
    void setClosable(bool closable);
    // Something to be filled in, between the sentence and the answers.
    void setField(QWidget *field);
    // How many others wait behind this one; a button that leads to the next says so.
    void setBehind(int others);
    void takeStep(); // the keys go to that button

Q_SIGNALS:
    void told();
    void frontWanted(); // it waits for an answer
    void nextWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void clearAnswers();
    void end();

    Kind m_kind = Kind::Calm;
    QLabel *m_icon;
    QLabel *m_sentence;
    QHBoxLayout *m_line;
    QHBoxLayout *m_answers;
    QToolButton *m_behind;
    QWidget *m_close;
    QPointer<QWidget> m_asker; // had the keys before a question
    QMetaObject::Connection m_until; // ends what is told now
};

} // namespace zhibao
