// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/http/transport.h"
#include "backends/prometheus/selection.h"
#include "backends/prometheus/slosample.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace Prometheus {

class SloRounds;

//! Asks one server that speaks Prometheus' HTTP API again and again how its SLOs do. Finds those that Sloth's or
//! Pyrra's rules record there, and has the server evaluate definitions that no rule records. Lives in the thread that
//! all metrics share; construct it anywhere, move it there, then invoke start().
//!
//! A round is a handful of queries, however many SLOs there are: one for all windows, one for how old the samples are.
//! What seldom changes (objectives, rules, retention, the course of the last hours) is asked for once a minute or less.
//! Rounds follow the pace at which the server evaluates the rules, between a second and fifteen, and are rarer where a
//! round costs much or nobody looks.
class SloMonitor final : public QObject
{
    Q_OBJECT

public:
    using TransportFactory = std::function<std::unique_ptr<Http::Transport>()>;

    //! \a clock must outlive this. Without a \a selection, because it is not to be read, nothing is asked and the
    //! failure told.
    SloMonitor(TransportFactory transport, const std::optional<Selection> &selection, const Clock &clock,
        QObject *parent = nullptr);
    ~SloMonitor() override;

    //! The following are to be called in this object's thread (queued, from others).
    void start();
    //! Whether anybody looks; if not, once a minute is often enough. Needed at first.
    void setNeeded(bool needed);
    //! Takes the place of those set before. Those that are recorded under their id are left to the rules.
    void setDefinitions(const QList<SloQuestion> &definitions);
    //! How the SLO with SloReading::key \a key went between \a from and \a to, milliseconds since the epoch, widened to
    //! multiples of \a step. Answered by courseRead() with the same \a id; a newer question with that id replaces an
    //! unanswered one.
    void readCourse(const QString &id, const QString &key, qint64 from, qint64 to, std::chrono::seconds step);

Q_SIGNALS:
    void sampled(const Prometheus::SloSample &sample);
    void failed(const Error &error);
    void courseRead(const QString &id, const Prometheus::SloCourseAnswer &answer);

private:
    TransportFactory m_makeTransport;
    std::optional<QString> m_matchers; //!< of the cluster, each after a comma
    const Clock &m_clock;
    bool m_needed = true;
    QList<SloQuestion> m_definitions;
    std::unique_ptr<Http::Transport> m_transport;
    std::unique_ptr<SloRounds> m_rounds;
};

} // namespace Prometheus
