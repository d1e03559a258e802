// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/slo/suspects.h"

#include <QByteArray>

//! What happened in a namespace, as the cluster's events say (core v1 Event).
struct NamespaceEvent
{
    QString key; //!< its uid
    QDateTime time; //!< UTC, of the last time that it happened
    QDateTime first; //!< and of the first
    QString namespaceName;
    QString kind; //!< of the object that it is about
    QString name;
    QString reason; //!< "BackOff"
    QString message; //!< one line
    QString source; //!< component that told
    bool warning = false;
    qint64 count = 1; //!< how often it happened

    static constexpr qsizetype mostItems = 2000;

    bool operator==(const NamespaceEvent &) const = default;
    //! \a events: a list of core v1 Events as the API server gives it; what is no such list is none. The newest
    //! mostItems, ascending in time. Pure.
    [[nodiscard]] static QList<NamespaceEvent> read(const QByteArray &events);
    //! "Pod shop/web-1: BackOff: Back-off restarting failed container", without a full stop.
    [[nodiscard]] QString what() const;
    [[nodiscard]] SuspectCandidate candidate(const QString &cluster, const QString &tenant) const;
};
