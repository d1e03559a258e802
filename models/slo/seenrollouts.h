// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/slo/rollouthistory.h"

#include <QHash>
#include <QSet>

//! When Deployments went back to an old revision, where the cluster does not tell: a step that was not there at one
//! look and is at the next was seen to come, at most as late as lies between the two. Bounded. Pure.
class SeenRollouts
{
public:
    //! \a steps of one \a place (a namespace of a cluster), whole, as RolloutHistory::steps() tells them at \a now
    //! (UTC): with what was seen of them, and without those that nobody can tell the time of. Ascending in time.
    [[nodiscard]] QList<RolloutStep> timed(const QString &place, QList<RolloutStep> steps, const QDateTime &now);

private:
    static constexpr qsizetype mostPlaces = 200;

    struct Place
    {
        QSet<QString> met; // keys of the steps of the last look
        QHash<QString, QDateTime> came; // of those that came since the first one
    };
    QHash<QString, Place> m_places;
};
