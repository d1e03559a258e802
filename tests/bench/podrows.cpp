// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/podrows.h"

#include "app/console.h"
#include "models/pods/podstore.h"
#include "models/pods/podtablemodel.h"

PodRows::PodRows(Console &console) : m_console(console), m_store(*console.tenants().pods())
{
    // The table was made before this and so hears of each change first: its rows are up to date here.
    connect(&m_store, &PodStore::inserted, this, &PodRows::countChanged);
    connect(&m_store, &PodStore::applied, this, &PodRows::countChanged);
    connect(&m_store, &PodStore::changed, this, &PodRows::look);
}

qlonglong PodRows::count() const
{
    return m_console.pods().rowCount();
}

qlonglong PodRows::complete() const
{
    qlonglong complete = 0;
    for (int row = 0; row < m_console.pods().rowCount(); ++row)
        complete += m_store.row(m_console.pods().podAt(row)).preview ? 0 : 1;
    return complete;
}

void PodRows::look(const QList<quint32> &pods)
{
    for (const quint32 pod : pods) {
        if (pod >= m_restarts.size())
            m_restarts.resize(pod + 1);
        const quint32 restarts = m_store.row(pod).restarts;
        if (m_restarts[pod] == restarts)
            continue;
        m_restarts[pod] = restarts;
        Q_EMIT restartsChanged(restarts);
    }
}
