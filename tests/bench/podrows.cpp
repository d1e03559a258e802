// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/podrows.h"

#include "app/console.h"
#include "app/windowsession.h"
#include "models/tenants/podtablemodel.h"
#include "models/tenants/tenanttablemodel.h"
#include "views/tenants/tenantspanel.h"

PodRows::PodRows(Console &console, WindowSession &session) : m_console(console), m_session(session)
{
    const auto *tenants = m_console.tenants().table();
    connect(tenants, &QAbstractItemModel::rowsInserted, this, &PodRows::recount);
    connect(tenants, &QAbstractItemModel::dataChanged, this, &PodRows::recount);
    const auto *pods = m_console.tenantDetail().pods();
    connect(pods, &QAbstractItemModel::rowsInserted, this, &PodRows::lookAtPods);
    connect(pods, &QAbstractItemModel::dataChanged, this, &PodRows::lookAtPods);
}

void PodRows::recount()
{
    qlonglong count = 0;
    for (const Tenant &tenant : m_console.tenants().table()->rows())
        count += tenant.podsRunning.value_or(0) + tenant.podsPending.value_or(0) + tenant.podsFailed.value_or(0);
    if (count == m_count)
        return;
    m_count = count;
    if (m_console.tenantDetail().tenant().key.isEmpty())
        m_session.window().tenantsPanel()->openDetail(m_console.tenants().table()->rows().first().key);
    Q_EMIT countChanged();
}

void PodRows::lookAtPods()
{
    for (const Pod &pod : m_console.tenantDetail().pods()->rows()) {
        auto &known = m_restarts[{pod.namespaceName, pod.name}];
        if (known == pod.restarts)
            continue;
        known = pod.restarts;
        Q_EMIT restartsChanged(pod.restarts);
    }
}
