// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pods/pod.h"

#include <QObject>

class PodStore;

//! Everything about the chosen pod, kept up to date while it is chosen.
class PodDetail final : public QObject
{
    Q_OBJECT

public:
    //! \a store must outlive this.
    explicit PodDetail(PodStore *store, QObject *parent = nullptr);

    //! Empty key when none is chosen. A chosen pod that vanishes stays chosen, with the last that was known of it.
    [[nodiscard]] const Pod &pod() const { return m_pod; }
    //! The pod is no longer there.
    [[nodiscard]] bool vanished() const { return m_vanished; }

    //! By its key; empty to choose none.
    void choose(const QString &key);
    //! In seconds since the epoch; how long the pod has been pending goes by it.
    void setNow(qint64 now);

Q_SIGNALS:
    void podChanged();

private:
    PodStore *m_store;
    quint32 m_number; //!< in the store
    qint64 m_now = 0;
    Pod m_pod;
    bool m_vanished = false;

    void load();
};
