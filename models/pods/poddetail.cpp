// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pods/poddetail.h"

#include "models/pods/podstore.h"

PodDetail::PodDetail(PodStore *store, QObject *parent) : QObject(parent), m_store(store), m_number(PodStore::none)
{
    connect(store, &PodStore::changed, this, [this](const QList<quint32> &pods) {
        if (m_number != PodStore::none && pods.contains(m_number))
            load();
    });
    connect(store, &PodStore::inserted, this, [this] {
        // Another pod of the same name takes the place of the one that went, as in a StatefulSet.
        if (m_vanished && m_store->findKey(m_pod.key) != PodStore::none)
            choose(m_pod.key);
    });
    connect(store, &PodStore::removing, this, [this](const QList<quint32> &pods) {
        if (m_number == PodStore::none || !pods.contains(m_number))
            return;
        m_number = PodStore::none;
        m_vanished = true;
        Q_EMIT podChanged();
    });
    connect(store, &PodStore::clusterChanged, this, [this](const QString &clusterId) {
        if (m_number != PodStore::none && m_pod.clusterId == clusterId)
            load();
    });
}

void PodDetail::choose(const QString &key)
{
    m_number = m_store->findKey(key);
    m_vanished = false;
    if (m_number == PodStore::none) {
        m_pod = Pod();
        Q_EMIT podChanged();
    } else {
        load();
    }
}

void PodDetail::setNow(qint64 now)
{
    m_now = now;
    if (m_number != PodStore::none)
        load();
}

//! Preview and pod are one number in the store, so that a chosen preview becomes its pod here too.
void PodDetail::load()
{
    Pod pod = m_store->pod(m_number, m_now);
    if (pod == m_pod)
        return;
    m_pod = std::move(pod);
    Q_EMIT podChanged();
}
