// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/controllers/eventkeeper.h"

namespace Sandbox {

void EventKeeper::noticed(const Notice &notice)
{
    if (!notice.is(m_context.types.events))
        return;
    if (notice.deleted()) {
        m_keys.erase(notice.uid);
        queue.remove(notice.uid);
        return;
    }
    m_keys[notice.uid] = notice.object->key;
    queue.set(notice.uid, m_context.now() + lifetime);
    while (queue.size() > most) {
        if (const auto oldest = queue.take(*queue.next()))
            sync(*oldest);
    }
}

void EventKeeper::sync(const Uid &uid)
{
    const auto found = m_keys.find(uid);
    if (found == m_keys.end())
        return;
    m_context.purge(m_context.types.events, found->second, uid);
    m_keys.erase(found);
}

} // namespace Sandbox
