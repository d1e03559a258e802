// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/controllers/quotacontroller.h"

#include "backends/sandbox/api/admission.h"

namespace Sandbox {

namespace {

constexpr Context::Time gather(200); // many pods that go together are counted once

} // namespace

void QuotaController::noticed(const Notice &notice)
{
    const std::string &space = notice.object->key.space;
    if (notice.is(m_context.types.quotas)) {
        if (!notice.deleted()) {
            m_quotas[space].insert(notice.uid);
            add(notice.uid);
            return;
        }
        m_quotas[space].erase(notice.uid);
        if (m_quotas[space].empty())
            m_quotas.erase(space);
    }
    const auto found = m_quotas.find(space);
    if (found == m_quotas.end() || notice.is(m_context.types.events))
        return;
    const Pod *pod = notice.is(m_context.types.pods) ? m_context.pods.find(notice.uid) : nullptr;
    if (!notice.deleted() && !(pod && pod->stage == Pod::Stage::Finished))
        return;
    for (const Uid &uid : found->second)
        addAfter(uid, gather);
}

void QuotaController::sync(const Uid &uid)
{
    const Ownership::Entry *entry = m_context.ownership.find(uid);
    if (!entry || entry->type != &m_context.types.quotas)
        return;
    // Counted and written under one lock, so that nobody is charged in between.
    m_context.server.locked([&](Store &store) {
        const ObjectPtr object = store.find(*entry->type, entry->key);
        if (!object || Uid::of(object->uid) != uid)
            return;
        Json quota = object->json();
        const Json status = {{"hard", at(quota, "spec/hard")}, {"used", Admission::used(store, quota)}};
        if (status == at(quota, "status"))
            return;
        quota["status"] = status;
        store.put(*entry->type, std::move(quota));
    });
}

} // namespace Sandbox
