// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/alert.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

class AlertStore;
class Clock;

//! What the console itself watches, for tenants and services that nobody alerts about.
namespace ConsoleRules {

enum class Metric : quint8 {
    Cpu, //!< share of the tenant's limit, 0 … 1 and above
    Memory, //!< likewise
    ErrorRatio, //!< of a service's requests
    ResponseTime, //!< seconds
    Quota, //!< the tightest quota's share
};

struct Rule
{
    Metric metric = Metric::Cpu;
    double threshold = 0; //!< in the metric's unit; beyond it is bad
    int needed = 5; //!< bad points …
    int of = 10; //!< … of the last so many

    bool operator==(const Rule &) const = default;
};

//! CPU 80 %, memory 85 %, error ratio 5 %, response time 1,000 ms, quota 90 %; 5 of the last 10 points each.
[[nodiscard]] QList<Rule> standardRules();
//! Those with other thresholds: "cpu=70%,response-time=500ms", as in the settings. Empty, with a sentence in
//! \a problem, when \a text is not of that form.
[[nodiscard]] std::optional<QList<Rule>> rulesOf(const QString &text, QString &problem);

//! One figure about a tenant or a service of it.
struct Reading
{
    Metric metric = Metric::Cpu;
    QString tenant;
    QString tenantKey;
    QString service; //!< empty: the tenant as a whole
    QString cluster;
    QString clusterId;
    QString namespaceName;
    std::optional<double> value; //!< empty: not known, which is no point at all
    QDateTime time; //!< UTC: when it was measured; one of the same time is no new point

    bool operator==(const Reading &) const = default;
    [[nodiscard]] QString key() const;
};

//! The last points of one subject: whether it has been bad often enough. Pure.
class Course
{
public:
    //! False when \a time is not later than the last point's.
    bool add(const QDateTime &time, bool bad, double value);
    [[nodiscard]] int bad(int of) const;
    [[nodiscard]] bool firing(const Rule &rule) const { return bad(rule.of) >= rule.needed; }
    //! UTC: since when it fires, by the point that made it so; kept until it does not fire any more.
    [[nodiscard]] double last() const { return m_last; }
    [[nodiscard]] QDateTime lastTime() const { return m_time; }
    static constexpr int most = 60; //!< points

private:
    quint64 m_bad = 0; // one bit a point, the newest lowest
    int m_points = 0;
    double m_last = 0;
    QDateTime m_time;
};

//! Watches readings by rules and tells the store what fires.
class Watch final : public QObject
{
    Q_OBJECT

public:
    using Readings = std::function<QList<Reading>()>;

    static constexpr std::chrono::seconds interval{15};

    //! References must outlive this.
    Watch(AlertStore &store, const Clock &clock, QObject *parent = nullptr);
    ~Watch() override;

    void setRules(const QList<Rule> &rules);
    //! Asked for what is known now, every interval.
    void addSource(Readings source);
    void start();
    //! What start() does again and again.
    void look();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace ConsoleRules
