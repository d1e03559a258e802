// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/slo/suspects.h"

#include <QObject>

class ChangeRiver;
class Clock;
class SloDetail;
class SuspectSearch;

//! "What changed just before this?" for the SLO that is chosen: has it looked for as long as one is chosen, from the
//! beginning of its burn on, and gives its detail the marks for the charts. Lives in the window's thread.
class SloSuspects final : public QObject
{
    Q_OBJECT

public:
    //! All must outlive this. \a search is this one's alone.
    SloSuspects(SloDetail &detail, SuspectSearch &search, const ChangeRiver &river, const Clock &clock,
        QObject *parent = nullptr);

    //! The likeliest first; none for an SLO that does not burn.
    [[nodiscard]] const QList<Suspect> &suspects() const { return m_suspects; }

Q_SIGNALS:
    void suspectsChanged(const QList<Suspect> &suspects);

private:
    SloDetail &m_detail;
    SuspectSearch &m_search;
    const ChangeRiver &m_river;
    const Clock &m_clock;
    QString m_key;
    QDateTime m_seen; // since when the chosen one is seen to burn
    QList<Suspect> m_suspects;

    void look();
    void take();
};
