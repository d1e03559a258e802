// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/sandbox/platform/debriefing.h"
#include "backends/sandbox/platform/scenario.h"

#include <QDateTime>
#include <QObject>

#include <memory>
#include <vector>

namespace Sandbox {

class Platform;

//! One incident while it is played on a platform: does what its timeline says, watches whether it is mended, and knows
//! afterwards what happened. Lives in the platform's thread. One at a time on a platform.
class Incident : public QObject
{
    Q_OBJECT

public:
    //! Both must outlive this.
    Incident(IncidentSpec spec, Platform &platform, const Clock &clock, QObject *parent = nullptr);
    //! Puts the platform back if it still runs.
    ~Incident() override;

    [[nodiscard]] const IncidentSpec &spec() const { return m_spec; }
    //! Nothing is done before this; once.
    void start();
    //! Ends it and puts the platform back.
    void end();

    [[nodiscard]] bool running() const { return m_running; }
    //! How it stands: complete once it does not run any more.
    [[nodiscard]] Debriefing debriefing() const;

Q_SIGNALS:
    void changed(); //!< a step was done, or it was mended
    void finished(); //!< resolved, run out or ended

private:
    void nextStep();
    void look();
    void finish(Debriefing::Outcome outcome);
    void note(const std::string &what);
    [[nodiscard]] std::chrono::milliseconds since() const;
    void addActs(Debriefing &into) const;
    void addSpent(Debriefing &into) const;

    IncidentSpec m_spec;
    Platform &m_platform;
    const Clock &m_clock;
    Debriefing m_told; //!< without what is collected when it is asked for
    std::vector<Debriefing::Spent> m_spentBefore;
    std::vector<std::string> m_lastAct; //!< id of each cluster's last audit entry before the start
    bool m_running = false;
    std::chrono::milliseconds m_startedAt{0};
    size_t m_next = 0; //!< of the timeline
    std::optional<std::chrono::milliseconds> m_brokenAt; //!< the first time that a condition did not hold
    std::optional<std::chrono::milliseconds> m_soundSince; //!< all conditions hold
    QDateTime m_startedOn;
    Debriefing m_final; //!< once it does not run any more
    std::unique_ptr<Alarm> m_stepAlarm;
    std::unique_ptr<Alarm> m_lookAlarm;
};

} // namespace Sandbox
