// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/controllers/notes.h"

#include <utility>

namespace Sandbox {

void Notes::add(const Change &change)
{
    const Uid uid = Uid::of(change.object->uid);
    bool first = false;
    {
        const std::lock_guard lock(m_mutex);
        first = m_notices.empty();
        const auto [place, isNew] = m_places.try_emplace(uid, m_notices.size());
        if (isNew) {
            m_notices.emplace_back(change.kind, change.object, uid);
        } else {
            Notice &notice = m_notices[place->second];
            notice.object = change.object;
            if (change.kind == Change::Kind::Deleted || notice.kind == Change::Kind::Deleted)
                notice.kind = change.kind;
        }
    }
    if (first)
        m_wake();
}

std::vector<Notice> Notes::take()
{
    const std::lock_guard lock(m_mutex);
    m_places.clear();
    return std::exchange(m_notices, {});
}

size_t Notes::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_notices.size();
}

} // namespace Sandbox
