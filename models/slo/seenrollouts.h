// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/slo/rollouthistory.h"

#include <QHash>
#include <QSet>

//! When Deployments went back to an old revision, where the cluster does not tell: a step that was not there at one
//! look and is at the next was seen to come, at most as late as lies between the two. So it was, too, where the cluster
//! tells of a time long before: its recorder of events drops what one object says too often (client-go, 25 and then one
//! in five minutes), and the event of an earlier step stands there still. Bounded. Pure.
class SeenRollouts
{
public:
    //! \a steps of one \a place (a namespace of a cluster), whole, as RolloutHistory::steps() tells them at \a now
    //! (UTC): with what was seen of them, and without those that nobody can tell the time of. Ascending in time.
    [[nodiscard]] QList<RolloutStep> timed(const QString &place, QList<RolloutStep> steps, const QDateTime &now);

private:
    static constexpr qsizetype mostPlaces = 200;

    static constexpr qint64 mostSkew = 30; // seconds between the clocks of the cluster and the console

    struct Coming
    {
        QDateTime notBefore; // the last look without it
        QDateTime seen;
    };
    struct Place
    {
        QDateTime looked;
        QSet<QString> met; // keys of the steps of the last look
        QHash<QString, Coming> came; // those that came since the first one
    };
    QHash<QString, Place> m_places;
};
