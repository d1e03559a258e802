// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <array>
#include <vector>

//! Texts that many rows share, as numbers of four bytes; a text that no row uses any more goes. 0 is the empty text.
class StringPool
{
public:
    using Id = quint32;

    StringPool() { m_entries.push_back({}); }

    //! One more user of \a text.
    [[nodiscard]] Id take(const QString &text)
    {
        if (text.isEmpty())
            return 0;
        Id &guess = m_guesses[(reinterpret_cast<quintptr>(text.constData()) >> 4) % m_guesses.size()];
        if (m_entries[guess].text == text) {
            ++m_entries[guess].uses;
            return guess;
        }
        return guess = look(text);
    }

    //! One user less.
    void release(Id id)
    {
        if (id == 0 || --m_entries[id].uses > 0)
            return;
        m_ids.remove(m_entries[id].text);
        m_entries[id].text = QString();
        m_free.push_back(id);
    }

    //! Lets a user of \a id use \a text from now on; whether that is another text.
    bool change(Id &id, const QString &text)
    {
        if (m_entries[id].text == text)
            return false;
        release(id);
        id = take(text);
        return true;
    }

    [[nodiscard]] const QString &text(Id id) const { return m_entries[id].text; }
    [[nodiscard]] qsizetype size() const { return m_ids.size(); }

private:
    struct Entry
    {
        QString text;
        quint32 uses = 0;
    };
    std::vector<Entry> m_entries;
    std::vector<Id> m_free;
    QHash<QString, Id> m_ids;
    //! By where a text lies in memory: those who read lists share their texts, too, so the same place mostly means the
    //! same text, which is checked. Many times quicker than a hash of it.
    std::array<Id, 1024> m_guesses{};

    [[nodiscard]] Id look(const QString &text)
    {
        if (const auto known = m_ids.constFind(text); known != m_ids.cend()) {
            ++m_entries[*known].uses;
            return *known;
        }
        Id id = static_cast<Id>(m_entries.size());
        if (m_free.empty()) {
            m_entries.push_back({text, 1});
        } else {
            id = m_free.back();
            m_free.pop_back();
            m_entries[id] = {text, 1};
        }
        m_ids.insert(text, id);
        return id;
    }
};
