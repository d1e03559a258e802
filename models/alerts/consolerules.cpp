// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/consolerules.h"

#include "backends/core/clock.h"
#include "models/alerts/alertstore.h"
#include "models/common/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <bit>
#include <vector>

namespace ConsoleRules {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ConsoleRules)
};

struct Known
{
    Metric metric;
    QLatin1String id; //!< in settings and in labels
    QLatin1String alertname;
    double threshold;
    bool share; //!< 0 … 1; else seconds
};

constexpr std::array known{Known{Metric::Cpu, QLatin1String("cpu"), QLatin1String("ConsoleHighCpu"), 0.80, true},
    Known{Metric::Memory, QLatin1String("memory"), QLatin1String("ConsoleHighMemory"), 0.85, true},
    Known{Metric::ErrorRatio, QLatin1String("error-ratio"), QLatin1String("ConsoleHighErrorRatio"), 0.05, true},
    Known{Metric::ResponseTime, QLatin1String("response-time"), QLatin1String("ConsoleSlowResponses"), 1.0, false},
    Known{Metric::Quota, QLatin1String("quota"), QLatin1String("ConsoleQuotaNearlyUsed"), 0.90, true}};

const Known &of(Metric metric)
{
    return known[size_t(metric)];
}

QString amount(Metric metric, double value)
{
    return of(metric).share ? Format::percent(value * 100) : Format::span(value);
}

QString subject(const Reading &reading)
{
    if (reading.service.isEmpty())
        return reading.tenant.isEmpty() ? reading.namespaceName : reading.tenant;
    return reading.tenant.isEmpty() ? reading.service : Words::tr("%1 of %2").arg(reading.service, reading.tenant);
}

QString summaryOf(const Reading &reading, const Rule &rule, const Course &course)
{
    const QString who = subject(reading);
    const QString value = amount(rule.metric, course.last());
    const QString limit = amount(rule.metric, rule.threshold);
    const QLocale locale;
    const QString points = Words::tr("%1 of the last %2 points were beyond %3.")
                               .arg(locale.toString(course.bad(rule.of)), locale.toString(rule.of), limit);
    switch (rule.metric) {
    case Metric::Cpu:
        return Words::tr("%1 uses %2 of its CPU limit.").arg(who, value) + u' ' + points;
    case Metric::Memory:
        return Words::tr("%1 uses %2 of its memory limit.").arg(who, value) + u' ' + points;
    case Metric::ErrorRatio:
        return Words::tr("%2 of the requests to %1 fail.").arg(who, value) + u' ' + points;
    case Metric::ResponseTime:
        return Words::tr("%1 answers after %2.").arg(who, value) + u' ' + points;
    case Metric::Quota:
        return Words::tr("%1 has used %2 of its tightest quota.").arg(who, value) + u' ' + points;
    }
    return {};
}

Alert alertOf(const Reading &reading, const Rule &rule, const Course &course, const QDateTime &since)
{
    Alert alert;
    alert.key = reading.key();
    alert.name = of(rule.metric).alertname;
    alert.severity = QStringLiteral("warning");
    alert.summary = summaryOf(reading, rule, course);
    alert.since = since;
    alert.updated = course.lastTime();
    alert.tenant = reading.tenant;
    alert.tenantKey = reading.tenantKey;
    alert.cluster = reading.cluster;
    alert.clusterId = reading.clusterId;
    alert.namespaceName = reading.namespaceName;
    const auto label = [&alert](const char *name, const QString &value) {
        if (!value.isEmpty())
            alert.labels.append({QString::fromLatin1(name), value});
    };
    label("alertname", alert.name); // in the order of the names
    label("cluster", alert.cluster);
    label("namespace", alert.namespaceName);
    label("service", reading.service);
    label("severity", alert.severity);
    label("tenant", alert.tenant);
    alert.freshness.state = Freshness::State::Live;
    alert.freshness.confirmedAt = course.lastTime();
    return alert;
}

//! "70%", "500ms", "1.5s" as the metric's unit; nothing when it is no such amount.
std::optional<double> amountOf(QStringView text, bool share)
{
    double factor = 1;
    if (share && text.endsWith(u'%')) {
        factor = 0.01;
        text.chop(1);
    } else if (!share && text.endsWith(QLatin1String("ms"))) {
        factor = 0.001;
        text.chop(2);
    } else if (!share && text.endsWith(u's')) {
        text.chop(1);
    }
    bool good = false;
    const double value = text.trimmed().toDouble(&good) * factor;
    constexpr double most = 86400;
    return good && value > 0 && value < most ? std::optional(value) : std::nullopt;
}

} // namespace

QList<Rule> standardRules()
{
    QList<Rule> rules;
    for (const Known &one : known) {
        Rule rule;
        rule.metric = one.metric;
        rule.threshold = one.threshold;
        rules.append(rule);
    }
    return rules;
}

std::optional<QList<Rule>> rulesOf(const QString &text, QString &problem)
{
    QList<Rule> rules = standardRules();
    problem.clear();
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const qsizetype sign = part.indexOf(u'=');
        const QString name = part.left(sign).trimmed();
        const auto found
            = std::find_if(known.begin(), known.end(), [&name](const Known &one) { return name == one.id; });
        const auto value
            = found == known.end() || sign < 0 ? std::nullopt : amountOf(QStringView(part).mid(sign + 1), found->share);
        if (!value) {
            problem = Words::tr("“%1” is no threshold. Write for example "
                                "cpu=80%,memory=85%,error-ratio=5%,response-time=1000ms,quota=90%.")
                          .arg(part.trimmed());
            return {};
        }
        rules[found - known.begin()].threshold = *value;
    }
    return rules;
}

QString Reading::key() const
{
    QStringList parts{of(metric).id, clusterId, tenantKey.isEmpty() ? namespaceName : tenantKey, service};
    if (!service.isEmpty()) // of the same name in two namespaces of a tenant are two
        parts.append(namespaceName);
    return parts.join(u'/');
}

bool Course::add(const QDateTime &time, bool bad, double value)
{
    if (m_time.isValid() && time <= m_time)
        return false;
    m_time = time;
    m_last = value;
    m_bad = (m_bad << 1) | (bad ? 1 : 0);
    m_points = std::min(m_points + 1, most);
    return true;
}

int Course::bad(int of) const
{
    const int points = std::clamp(of, 0, std::min(m_points, most));
    return std::popcount(m_bad & ((quint64(1) << points) - 1));
}

struct Watch::Private
{
    struct Subject
    {
        Course course;
        QDateTime since; // UTC; invalid while it does not fire
        quint32 round = 0;
    };

    Private(AlertStore &itsStore, const Clock &itsClock) : store(itsStore), clock(itsClock) { }

    AlertStore &store;
    const Clock &clock;
    QList<Rule> rules = standardRules();
    std::vector<Readings> sources;
    QHash<QString, Subject> subjects;
    quint32 round = 0;
    std::unique_ptr<Alarm> next;

    void take(const Reading &reading, QList<Alert> &alerts);
};

void Watch::Private::take(const Reading &reading, QList<Alert> &alerts)
{
    const auto rule = std::find_if(
        rules.begin(), rules.end(), [&reading](const Rule &one) { return one.metric == reading.metric; });
    if (rule == rules.end())
        return;
    Subject &its = subjects[reading.key()];
    its.round = round;
    if (reading.value)
        (void)its.course.add(reading.time, *reading.value > rule->threshold, *reading.value);
    if (!its.course.firing(*rule)) {
        its.since = {};
        return;
    }
    if (!its.since.isValid())
        its.since = its.course.lastTime();
    alerts.append(alertOf(reading, *rule, its.course, its.since));
}

Watch::Watch(AlertStore &store, const Clock &clock, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(store, clock))
{
}

Watch::~Watch() = default;

void Watch::setRules(const QList<Rule> &rules)
{
    d->rules = rules;
    d->subjects.clear(); // points were judged by other thresholds
}

void Watch::addSource(Readings source)
{
    d->sources.push_back(std::move(source));
}

void Watch::start()
{
    look();
    d->next = d->clock.after(interval, [this] { start(); });
}

void Watch::look()
{
    ++d->round;
    QList<Alert> alerts;
    for (const Readings &source : d->sources) {
        for (const Reading &reading : source())
            d->take(reading, alerts);
    }
    d->subjects.removeIf([this](const auto &subject) { return subject.value().round != d->round; });
    d->store.setConsoleAlerts(alerts);
}

} // namespace ConsoleRules
