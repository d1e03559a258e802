// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/slo/slosuspects.h"

#include "backends/core/clock.h"
#include "models/changes/changeriver.h"
#include "models/slo/slodetail.h"
#include "models/slo/slorow.h"
#include "models/slo/suspectsearch.h"

SloSuspects::SloSuspects(
    SloDetail &detail, SuspectSearch &search, const ChangeRiver &river, const Clock &clock, QObject *parent)
    : QObject(parent), m_detail(detail), m_search(search), m_river(river), m_clock(clock)
{
    connect(&m_detail, &SloDetail::sloChanged, this, &SloSuspects::look);
    connect(&m_detail, &SloDetail::courseChanged, this, &SloSuspects::look);
    connect(&m_search, &SuspectSearch::changed, this, &SloSuspects::take);
    look();
}

void SloSuspects::look()
{
    const Slo &slo = m_detail.slo();
    if (slo.key != m_key) {
        m_key = slo.key;
        m_seen = {};
        m_search.stop();
    }
    if (slo.key.isEmpty())
        return;
    if (!slo.burning())
        m_seen = {};
    else if (!m_seen.isValid())
        m_seen = m_clock.now();
    // The course is asked for again and again, and its steps are coarse: the first answer about one burn holds.
    const QDateTime told = m_detail.burnStart();
    if (slo.burning() && told.isValid() && told < m_seen)
        m_seen = told;
    // What does not burn has marks on its charts all the same; only looking for them has no moment of its own.
    const bool known = m_search.burn() && !slo.burning() && m_search.burn()->namespaceName == slo.namespaceName;
    const QDateTime start = m_seen.isValid() ? m_seen : known ? m_search.burn()->start : m_clock.now();
    m_search.look({start, slo.cluster, slo.tenant, slo.namespaceName, SloRow::workloadOf(slo)},
        m_river.clusterCalled(slo.cluster));
}

void SloSuspects::take()
{
    m_detail.setMarkers(m_search.markers());
    m_suspects = m_seen.isValid() ? m_search.suspects() : QList<Suspect>();
    Q_EMIT suspectsChanged(m_suspects);
}
