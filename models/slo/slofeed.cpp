// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/slo/slofeed.h"

#include "backends/core/clock.h"
#include "backends/prometheus/slomonitor.h"
#include "backends/slo/definition.h"
#include "models/fleet/problem.h"
#include "models/slo/burnrate.h"
#include "models/slo/slorow.h"
#include "models/slo/slostore.h"

#include <algorithm>
#include <set>

namespace {

using std::chrono::seconds;

constexpr QChar askerEnd = u'\n'; // in the id of a question; a key comes after it

QString toolOf(SloSpec::Definition::Tool tool)
{
    using Tool = SloSpec::Definition::Tool;
    switch (tool) {
    case Tool::OpenSlo:
        return QStringLiteral("openslo");
    case Tool::Sloth:
        return QStringLiteral("sloth");
    case Tool::Pyrra:
        return QStringLiteral("pyrra");
    case Tool::Console:
        break;
    }
    return QStringLiteral("console");
}

//! What a server has to be asked for a definition: the windows of its tiers and the whole period.
Prometheus::SloQuestion questionOf(const SloSpec::Definition &definition)
{
    Prometheus::SloQuestion question;
    question.id = definition.id;
    question.name = definition.name;
    question.service = definition.service;
    question.description = definition.description;
    question.origin = definition.origin;
    question.usual = definition.usual;
    question.tool = toolOf(definition.tool);
    question.objective = definition.objective;
    question.period = definition.period;
    const bool pyrra = definition.tool == SloSpec::Definition::Tool::Pyrra;
    std::set<seconds> windows;
    if (definition.calendar) {
        question.calendar = definition.calendar;
        question.since = SloSpec::errorRatioSince(definition);
    } else {
        windows.insert(definition.period);
    }
    for (const SloMath::BurnTier &tier :
        pyrra ? SloMath::pyrraTiers(definition.period) : SloMath::standardTiers(definition.period)) {
        windows.insert(tier.longWindow);
        windows.insert(tier.shortWindow);
    }
    for (const seconds window : windows) {
        const QString query = SloSpec::errorRatio(definition, window);
        if (!query.isEmpty())
            question.ratios.append({window, query});
    }
    question.events = SloSpec::eventCount(definition, std::chrono::hours(1));
    for (auto label = definition.labels.cbegin(); label != definition.labels.cend(); ++label)
        question.labels.append({label.key(), label.value()});
    std::ranges::sort(question.labels);
    return question;
}

QList<SloCourse::Point> pointsOf(const QList<Prometheus::Point> &points, double scale, double offset)
{
    QList<SloCourse::Point> own;
    own.reserve(points.size());
    for (const Prometheus::Point &point : points)
        own.append({point.time, offset + scale * point.value});
    return own;
}

//! What a short window said, added up over the stretch: one that is no period long says what the stretch spent of it.
QList<SloCourse::Point> spentOf(const QList<Prometheus::Point> &ratios, double objective, seconds step, seconds period)
{
    QList<SloCourse::Point> left;
    double spent = 0;
    const double share = double(step.count()) / double(period.count()) / (1 - objective);
    for (const Prometheus::Point &point : ratios) {
        spent += point.value * share;
        left.append({point.time, 1 - spent});
    }
    return left;
}

} // namespace

SloFeed::SloFeed(const QString &serverId, const QString &serverName, const QString &clusterName, SloStore &store,
    const Clock &clock, QObject *parent)
    : QObject(parent), m_serverId(serverId), m_serverName(serverName), m_clusterName(clusterName), m_store(store),
      m_clock(clock)
{
    tell();
}

SloFeed::~SloFeed()
{
    m_store.removeServer(m_serverId);
    m_store.setFaulty(m_serverId, {});
}

void SloFeed::tell()
{
    m_store.setServer({m_serverId, m_serverName, m_clusterName, m_problem});
}

void SloFeed::follow(Prometheus::SloMonitor *monitor)
{
    using Prometheus::SloMonitor;
    m_monitor = monitor;
    connect(monitor, &SloMonitor::sampled, this, &SloFeed::takeSample);
    connect(monitor, &SloMonitor::failed, this, &SloFeed::takeFailure);
    connect(monitor, &SloMonitor::courseRead, this, &SloFeed::takeCourse);
}

void SloFeed::takeSample(const Prometheus::SloSample &sample)
{
    m_problem.clear();
    tell();
    m_store.setSample(m_serverId, sample);
}

void SloFeed::takeFailure(const Error &error)
{
    m_problem = describe(error, ProblemSource::Prometheus, m_serverName).paragraph();
    tell();
    refreshFreshness();
}

void SloFeed::setDefinitions(const QList<SloSpec::Definition> &definitions)
{
    m_store.setFaulty(m_serverId, definitions);
    QList<Prometheus::SloQuestion> questions;
    for (const SloSpec::Definition &definition : definitions) {
        if (definition.problem.isEmpty())
            questions.append(questionOf(definition));
    }
    if (!m_monitor)
        return;
    QMetaObject::invokeMethod(
        m_monitor, [monitor = m_monitor.data(), questions] { monitor->setDefinitions(questions); },
        Qt::QueuedConnection);
}

void SloFeed::setNeeded(bool needed)
{
    if (!m_monitor)
        return;
    QMetaObject::invokeMethod(
        m_monitor, [monitor = m_monitor.data(), needed] { monitor->setNeeded(needed); }, Qt::QueuedConnection);
}

void SloFeed::refreshFreshness()
{
    m_store.refreshFreshness();
}

void SloFeed::readCourse(const Slo &slo, qint64 from, qint64 to, seconds step, const QString &asker)
{
    const auto [server, key] = m_store.courseSource(slo.key);
    if (!m_monitor || server != m_serverId)
        return;
    QMetaObject::invokeMethod(
        m_monitor,
        [monitor = m_monitor.data(), id = QString(asker + askerEnd + slo.key), key = key, from, to, step] {
            monitor->readCourse(id, key, from, to, step);
        },
        Qt::QueuedConnection);
}

void SloFeed::takeCourse(const QString &id, const Prometheus::SloCourseAnswer &answer)
{
    const QString key = id.section(askerEnd, 1);
    SloCourse course;
    course.key = key;
    course.from = answer.from;
    course.to = answer.to;
    course.step = answer.step;
    const Slo *slo = m_store.find(key);
    if (answer.error) {
        course.problem = answer.error->kind == Error::Kind::NotFound
            ? tr("%1 has nothing of it over time: no rule records it.").arg(m_serverName)
            : describe(*answer.error, ProblemSource::Prometheus, m_serverName).paragraph();
    } else if (slo && slo->objective) {
        fillCourse(course, answer, *slo);
    } else {
        course.problem = tr("The objective is unknown, so a burn rate is, too. Record slo:objective:ratio or give the "
                            "console the definition.");
    }
    Q_EMIT courseRead(course, id.section(askerEnd, 0, 0));
}

void SloFeed::fillCourse(SloCourse &course, const Prometheus::SloCourseAnswer &answer, const Slo &slo)
{
    const double budget = 1 - *slo.objective;
    course.budget = pointsOf(answer.budgetLeft, 1, 0);
    for (const auto &line : answer.ratios) {
        if (slo.period.count() > 0 && line.window >= slo.period) {
            if (course.budget.isEmpty())
                course.budget = pointsOf(line.points, -1 / budget, 1);
        } else {
            course.burn.append({line.window, pointsOf(line.points, 1 / budget, 0)});
        }
    }
    if (course.budget.isEmpty() && slo.period.count() > 0 && !answer.ratios.isEmpty()) {
        course.budget = spentOf(answer.ratios.constFirst().points, *slo.objective, answer.step, slo.period);
        course.budgetEstimated = true;
    }
}
