// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/intake/filledbuilder.h"

#include <QMap>

#include <utility>

namespace zhibao {

// The text of a paragraph while it is read: what is shown, and what was left out of it, by the reason.
class FlowText {
public:
    void put(const QString &text)
    {
        if (m_why.isEmpty())
            m_shown += text;
        else
            m_asides[m_why.constLast()] += text;
    }

    // Until it is taken back what is put is left out; of several reasons the first one holds.
    void beginAside(LeftOutReason why) { m_why.append(m_why.isEmpty() ? why : m_why.constFirst()); }
    void endAside() { m_why.removeLast(); }
    bool isAside() const { return !m_why.isEmpty(); }
    LeftOutReason why() const { return m_why.constLast(); }

    // The text that is shown; the rest is given to the builder as left out there.
    QString take(FilledBuilder &builder, const FilledPlace &place)
    {
        for (auto aside = m_asides.cbegin(); aside != m_asides.cend(); ++aside)
            builder.leaveOut(aside.value(), aside.key(), place);
        m_asides.clear();
        return std::exchange(m_shown, QString());
    }

private:
    QString m_shown;
    QMap<LeftOutReason, QString> m_asides;
    QList<LeftOutReason> m_why;
};

// Which part of a field is read: fields lie in one another, and only what they result in is text.
class FieldState {
public:
    void begin() { m_isInstruction.append(true); }
    void separate()
    {
        if (!m_isInstruction.isEmpty())
            m_isInstruction.last() = false;
    }
    void end()
    {
        if (!m_isInstruction.isEmpty())
            m_isInstruction.removeLast();
    }
    bool isInInstruction() const { return m_isInstruction.contains(true); }
    // No instruction goes on behind its paragraph: one that seems to was never ended.
    void endParagraph()
    {
        if (isInInstruction())
            m_isInstruction.clear();
    }

private:
    QList<bool> m_isInstruction;
};

} // namespace zhibao
