// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/http/transport.h"
#include "backends/prometheus/slocatalog.h"
#include "backends/prometheus/slocourse.h"
#include "backends/prometheus/sloquestions.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace Prometheus {

//! The rounds of a SloMonitor: what it asks, when, and what it makes of the answers. One round at a time; what takes
//! long or seldom changes is asked beside them, and is in the next sample.
class SloRounds
{
public:
    struct Listener
    {
        std::function<void(const SloSample &)> sampled;
        std::function<void(const Error &)> failed;
        std::function<void(const QString &id, const SloCourseAnswer &)> courseRead;
    };

    //! Both references must outlive this; \a matchers each after a comma.
    SloRounds(Http::Transport &transport, const QString &matchers, const Clock &clock, Listener listener);
    ~SloRounds();
    Q_DISABLE_COPY_MOVE(SloRounds)

    void start();
    void setNeeded(bool needed);
    void setDefinitions(const QList<SloQuestion> &definitions);
    void readCourse(const QString &id, const QString &key, qint64 from, qint64 to, std::chrono::seconds step);

private:
    using Milliseconds = std::chrono::milliseconds;
    using Take = std::function<void(const Result<Http::Response> &)>;
    struct Round
    {
        int open = 0;
        Milliseconds asked{0};
        std::optional<Error> error;
        bool partial = false;
        QString warning;
        std::vector<Samples> recorded;
        std::vector<Samples> ages;
        std::vector<std::pair<SloQuestions::Batch, Samples>> answers;
    };

    static constexpr Milliseconds slowPace{60000}; //!< of what seldom changes

    Http::Transport &m_transport;
    QString m_matchers;
    const Clock &m_clock;
    Listener m_listener;
    SloCatalog m_catalog;
    SloQuestions m_questions;
    SloQuestions m_trendQuestions{SloQuestions::Purpose::Trends};
    std::map<int, std::unique_ptr<Http::Call>> m_calls;
    std::map<QString, int> m_courses; //!< calls of courses by the id of the question
    int m_lastCall = 0;
    std::unique_ptr<Round> m_round;
    std::unique_ptr<Alarm> m_next;
    std::optional<QList<SloQuestion>> m_newDefinitions;
    bool m_needed = true;
    bool m_getOnly = false; //!< a proxy lets no POST through
    bool m_oneByOne = false; //!< the server refuses what asks for all windows at once
    bool m_agesRefused = false;
    std::optional<Milliseconds> m_interval; //!< of rule evaluation
    bool m_rulesAnswered = false; //!< or refused
    Milliseconds m_lag{0};
    std::optional<std::chrono::seconds> m_retention;
    std::optional<Milliseconds> m_slowDue; //!< objectives
    std::optional<Milliseconds> m_trendsDue;
    std::optional<Milliseconds> m_rareDue; //!< rules and the server itself
    qsizetype m_answered = 0; //!< definitions whose trends are asked for
    qsizetype m_known = 0; //!< SLOs when the rules were last asked for
    int m_failures = 0; //!< in a row
    int m_silent = 0; //!< rounds without an answer, in a row
    int m_asked = 0; //!< queries since the last sample

    void begin();
    void askRatios();
    void askAges();
    void askQuestions();
    void askMetas();
    void askTrends();
    void askTrendOf(const QString &query, const CourseSpan &over, std::function<void(const Result<Samples> &)> before);
    void askTrendsOfQuestions(const CourseSpan &over);
    void setQuestions(bool anew = false);
    void askRules();
    void askServer();
    void finish();
    void take(Round &round);
    void later(const std::optional<Error> &error);
    [[nodiscard]] Milliseconds pace() const;
    [[nodiscard]] QList<std::pair<QString, QString>> shortestWindows() const;

    int send(const Http::Request &request, Take take);
    //! One that the round waits for.
    void ask(const QString &query, Take take);
    //! Its answer, taken into the round; an error that makes the round fail.
    void askSamples(const QString &query, const SeriesBook &book, std::vector<Samples> Round::*into);
    void note(const Samples &samples);
    void refuse(const Error &error);
    //! Asked again, it would be answered the same.
    [[nodiscard]] static bool refusal(const Error &error);
};

} // namespace Prometheus
