// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/platform/scenario.h"

#include <QByteArray>
#include <QDateTime>

#include <vector>

class QIODevice;

namespace Sandbox {

//! What the metrics of a platform would have been before it was started: the error ratio of each SLO over five minutes,
//! of which longer windows are means, its budget left, and what its namespaces used, with days, weekends and past
//! incidents, and how its quotas filled. Follows from the platform, its seed and the week alone, so that each day can
//! be written by itself and kept. Const functions may be called from any thread.
class History
{
public:
    //! \a today: quotas were used the less the longer ago it was, and as much as live in the middle of this week.
    History(PlatformSpec spec, uint64_t seed, QDate today);
    Q_DISABLE_COPY_MOVE(History)

    static constexpr int step = 300; //!< seconds between two samples: what a line without gaps needs
    //! Of used quotas: what is asked of them is where they go in weeks, at times of whole hours.
    static constexpr int quotaStep = 3600;
    static constexpr int recent = 2 * 3600; //!< seconds before the end of a day that is not over
    static constexpr int recentStep = 7; //!< seconds, there: live charts ask for two samples within 15 s

    //! The samples of [from, to), at most a day, as OpenMetrics text without "# EOF". An end that is no midnight is
    //! now.
    void write(QIODevice &into, const QDateTime &from, const QDateTime &to) const;
    //! Changes with whatever changes what is written.
    [[nodiscard]] QByteArray key() const;

private:
    struct Indicator //!< one SLO
    {
        std::string labels; //!< without sloth_window
        const WorkloadSpec *workload = nullptr;
        uint64_t own = 0;
        enum class Kind { Availability, Latency, Quality, Satisfaction } kind = Kind::Availability;
        double budget = 0; //!< 1 - objective
    };

    void addIndicators(const ClusterSpec &cluster, const TenantSpec &tenant, const SpaceSpec &space);
    [[nodiscard]] static double quietShare(const Indicator &indicator, double time);
    [[nodiscard]] static double incidentShare(const Indicator &indicator, double time);
    static void writeIndicator(QByteArray &into, const Indicator &indicator, qint64 from, qint64 to);
    void writeUsage(QByteArray &into, const SpaceSpec &space, qint64 from, qint64 to) const;

    void writeQuotas(QByteArray &into, const SpaceSpec &space, qint64 from, qint64 to) const;

    PlatformSpec m_spec;
    uint64_t m_seed;
    qint64 m_thisWeek; //!< noon of its Thursday, seconds since the epoch
    std::vector<Indicator> m_indicators;
};

} // namespace Sandbox
