// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace zhibao {

// A word that lies in no piece in this program: its letters are told one by one from a mask.
class HiddenWord {
public:
    static constexpr int size = 24;
    char at(int index) const { return static_cast<char>('a' + (m_seed * (index + 3) * (index + 7) + index) % 26); }

    QString text() const
    {
        QString word;
        word.reserve(size);
        for (int i = 0; i < size; ++i)
            word.append(QLatin1Char(at(i)));
        return word;
    }

    // Whether it stands at the bytes, each letter followed by `gap` zero bytes.
    bool standsAt(const char *bytes, int gap) const
    {
        for (int i = 0; i < size; ++i) {
            if (bytes[i * (gap + 1)] != at(i))
                return false;
        }
        return true;
    }

private:
    volatile int m_seed = 5; // not known to the compiler
};

// How often the word lies in the writable memory of this process, as UTF-8 or as UTF-16.
int copiesInMemory(const HiddenWord &word);

} // namespace zhibao
