// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/slo/slodetail.h"

#include "backends/core/clock.h"
#include "models/slo/slorow.h"
#include "models/slo/slostore.h"

#include <algorithm>

namespace {
constexpr qint64 stepsDrawn = 360;
}

SloDetail::SloDetail(SloStore *store, const Clock &clock, QObject *parent)
    : QObject(parent), m_store(store), m_clock(clock)
{
    connect(store, &SloStore::slosChanged, this, &SloDetail::refresh);
}

void SloDetail::choose(const QString &key)
{
    if (key == m_slo.key)
        return;
    m_slo = Slo();
    m_slo.key = key;
    m_vanished = false;
    m_course = SloCourse();
    m_course.key = key;
    m_changes.clear();
    m_alerts.clear();
    m_markers.clear();
    if (const Slo *found = m_store->find(key))
        m_slo = *found;
    else
        m_vanished = !key.isEmpty();
    Q_EMIT sloChanged();
    Q_EMIT courseChanged();
    Q_EMIT markersChanged();
    wantCourse();
}

void SloDetail::refresh(const QStringList &changedKeys)
{
    if (m_slo.key.isEmpty() || !changedKeys.contains(m_slo.key))
        return;
    const bool burnt = m_slo.burning();
    const Slo *found = m_store->find(m_slo.key);
    m_vanished = !found;
    if (found)
        m_slo = *found;
    Q_EMIT sloChanged();
    if (m_slo.burning() && !burnt)
        wantCourse();
}

QList<SloTier> SloDetail::tiers() const
{
    return SloRow::tiers(m_slo);
}

QStringList SloDetail::sentences() const
{
    if (m_slo.key.isEmpty())
        return {};
    QStringList sentences = SloTexts::sentences(m_slo);
    if (m_vanished)
        sentences.prepend(tr("No server has this SLO any more; what is shown is the last that was known of it."));
    if (m_course.budgetEstimated)
        sentences.append(tr("No server records what is left of the budget over time: the chart adds up what was spent "
                            "since its left edge."));
    return sentences;
}

// The shortest window reacts first: the burn began where it last rose above the factor that makes the alert.
QDateTime SloDetail::burnStart() const
{
    if (!m_slo.burning() || m_course.burn.isEmpty())
        return {};
    double factor = 1;
    for (const SloTier &tier : tiers()) {
        if (tier.longWindow == m_slo.burningWindow)
            factor = tier.factor;
    }
    const QList<SloCourse::Point> &points = m_course.burn.constFirst().points;
    std::optional<qint64> start;
    for (auto point = points.crbegin(); point != points.crend(); ++point) {
        const bool gap = start && *start - point->time > 2 * m_course.step.count() * 1000;
        if (gap || point->value <= factor)
            break;
        start = point->time;
    }
    return start ? QDateTime::fromMSecsSinceEpoch(*start, Qt::UTC) : QDateTime();
}

void SloDetail::setCourse(const SloCourse &course)
{
    if (m_slo.key.isEmpty() || course.key != m_slo.key)
        return;
    if (course.problem.isEmpty()) {
        m_course = course;
    } else {
        m_course.problem = course.problem; // what was drawn stays, and says its time
    }
    Q_EMIT courseChanged();
}

void SloDetail::setMarkers(const QList<ChartMarker> &markers)
{
    if (markers == m_changes)
        return;
    m_changes = markers;
    showMarkers();
}

void SloDetail::setAlertMarkers(const QList<ChartMarker> &markers)
{
    if (markers == m_alerts)
        return;
    m_alerts = markers;
    showMarkers();
}

void SloDetail::showMarkers()
{
    m_markers = m_changes + m_alerts;
    std::ranges::stable_sort(m_markers, {}, &ChartMarker::time);
    Q_EMIT markersChanged();
}

void SloDetail::setSpan(std::chrono::seconds span)
{
    if (span == m_span || span.count() <= 0)
        return;
    m_span = span;
    wantCourse();
}

void SloDetail::wantCourse()
{
    if (m_slo.key.isEmpty() || m_vanished || m_slo.standings.isEmpty())
        return;
    const qint64 to = m_clock.now().toMSecsSinceEpoch();
    const std::chrono::seconds step(std::max<qint64>(1, m_span.count() / stepsDrawn));
    Q_EMIT courseWanted(m_slo, to - m_span.count() * 1000, to, step);
}
