// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console.h"
#include "tests/live/serverhistory.h"

#include <QSet>
#include <QTimer>

//! A clock that runs `factor` times faster, and whose time of day is its elapsed time: so the time of a confirmation
//! that a model shows can be compared with the time of a write.
class TruthClock final : public Clock
{
public:
    explicit TruthClock(int factor) : m_factor(factor) { }

    [[nodiscard]] std::chrono::milliseconds elapsed() const override
    {
        return m_origin + (m_clock.elapsed() - m_origin) * m_factor;
    }
    [[nodiscard]] QDateTime now() const override { return m_day.addMSecs((elapsed() - m_origin).count()); }
    [[nodiscard]] std::unique_ptr<Alarm> after(
        std::chrono::milliseconds delay, std::function<void()> action) const override
    {
        return m_clock.after(delay / m_factor, std::move(action));
    }
    //! What elapsed() was at \a time of now().
    [[nodiscard]] std::chrono::milliseconds at(const QDateTime &time) const
    {
        return m_origin + std::chrono::milliseconds(m_day.msecsTo(time));
    }
    [[nodiscard]] int factor() const { return m_factor; }

private:
    SystemClock m_clock;
    std::chrono::milliseconds m_origin = m_clock.elapsed();
    QDateTime m_day = QDateTime::currentDateTimeUtc();
    int m_factor;
};

//! Holds what the tables claim against what the server said. A table that says "live, confirmed at c" must not show
//! what was no longer so at c. Looks whenever something changes, and every 50 ms.
class TruthCheck final : public QObject
{
    Q_OBJECT

public:
    //! The server tells each watcher in its own time, and the console hands changes on in batches; so much later than
    //! our own watch may its watch be. In milliseconds of the wall clock.
    static constexpr int slack = 100;

    TruthCheck(Console &console, const ServerHistory &history, const TruthClock &clock);

    [[nodiscard]] qint64 claims() const { return m_claims; }
    //! Sentences, one for each figure that was shown wrongly, in the order of their discovery.
    [[nodiscard]] const QStringList &violations() const { return m_violations; }
    //! By how much a confirmation was ahead of what was shown with it, at most, in milliseconds of the wall clock; what
    //! is a violation does not count.
    [[nodiscard]] int largestShortfall() const { return static_cast<int>(m_shortfall.count()) / m_clock.factor(); }

    //! Where the tables differ from \a truth; empty when nowhere.
    [[nodiscard]] QStringList differences(const QMap<QString, ServerHistory::Figures> &truth) const;

private:
    using Kind = ServerHistory::Kind;
    //! Shown, but not heard of from the server by our own watch: that may be late.
    struct Doubt
    {
        QString namespaceName;
        Kind kind;
        QString text;
        std::chrono::milliseconds claimed;
        std::chrono::milliseconds since;
    };

    Console &m_console;
    const ServerHistory &m_history;
    const TruthClock &m_clock;
    QTimer m_tick;
    qint64 m_claims = 0;
    std::chrono::milliseconds m_shortfall{0};
    QStringList m_violations;
    QSet<QString> m_reported;
    QList<Doubt> m_doubts;

    void look();
    void lookAtAge();
    void judge(const QString &namespaceName, Kind kind, const QString &shown, std::chrono::milliseconds claimed);
    void settleDoubts();
    void report(const Doubt &doubt);
    [[nodiscard]] const Tenant *row(const QString &namespaceName) const;
    [[nodiscard]] ServerHistory::Figures shown(const Tenant &row) const;
};
