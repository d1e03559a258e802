// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incidents/incidentsummary.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(IncidentSummary)
};

using Lane = TimelineEntry::Lane;
using Phase = TimelineEntry::Phase;
using IncidentSummary::Loss;

//! A burn rate counts until the next figure, but not over a gap.
void addUp(Loss &loss, const IncidentFigure &figure, const QDateTime &next, double &share)
{
    constexpr double longest = 300; // seconds
    if (!figure.burnShort || !std::isfinite(*figure.burnShort) || figure.periodSeconds <= 0)
        return;
    const double seconds = std::clamp(static_cast<double>(figure.time.msecsTo(next)) / 1000, 0.0, longest);
    share += *figure.burnShort * seconds / figure.periodSeconds;
    loss.estimated = true;
}

constexpr qint64 goodAgain = 60'000; // ms: what is good for less than that has not ended

//! When it did worse than allowed: the longest such time. What begins anew soon goes on.
void addWorse(Loss &loss, const QList<IncidentFigure> &figures, const QDateTime &until)
{
    constexpr qint64 longest = 300'000; // ms without a figure: nobody knows
    QDateTime from;
    QDateTime to;
    const auto take = [&] {
        if (from.isValid() && (!loss.worseFrom.isValid() || from.msecsTo(to) > loss.worseFrom.msecsTo(loss.worseTo))) {
            loss.worseFrom = from;
            loss.worseTo = to;
        }
    };
    for (qsizetype i = 0; i < figures.size(); ++i) {
        if (!figures[i].burnShort || *figures[i].burnShort <= 1)
            continue;
        const QDateTime next = i + 1 < figures.size() ? figures[i + 1].time : until;
        if (!to.isValid() || to.msecsTo(figures[i].time) > goodAgain) {
            take();
            from = figures[i].time;
        }
        to = std::max(figures[i].time, std::min(next, figures[i].time.addMSecs(longest)));
    }
    take();
    loss.worseAtEnd = loss.worseTo.isValid() && loss.worseTo >= until;
}

Loss lossOf(const QList<IncidentFigure> &figures, const QDateTime &begun, const QDateTime &until)
{
    constexpr qint64 lead = 300; // seconds: what is seen late may have begun so long before
    Loss loss;
    double share = 0;
    addWorse(loss, figures, until);
    for (qsizetype i = 0; i < figures.size(); ++i) {
        const IncidentFigure &figure = figures[i];
        loss.slo = figure.slo;
        loss.name = figure.name;
        loss.tenant = figure.tenant;
        loss.objective = figure.objective;
        if (figure.burnShort && std::isfinite(*figure.burnShort) && figure.time >= begun.addSecs(-lead))
            loss.worstBurn = std::max(loss.worstBurn.value_or(0), *figure.burnShort);
        if (figure.budgetLeft) {
            loss.budgetBefore
                = figure.time <= begun ? *figure.budgetLeft : loss.budgetBefore.value_or(*figure.budgetLeft);
            loss.budgetAfter = figure.budgetLeft;
        }
        if (figure.time >= begun)
            addUp(loss, figure, i + 1 < figures.size() ? figures[i + 1].time : until, share);
    }
    if (loss.budgetBefore && *loss.budgetBefore > *loss.budgetAfter) {
        loss.spent = *loss.budgetBefore - *loss.budgetAfter;
        loss.estimated = false;
    } else if (loss.estimated) {
        loss.spent = share;
    }
    return loss;
}

QString unit(qint64 count, const QString &one)
{
    return QString(QLocale().toString(count) + QChar(QChar::Nbsp) + one);
}

} // namespace

QList<IncidentSummary::Stretch> IncidentSummary::stretches(const IncidentRecord &record, Lane lane)
{
    QList<Stretch> found;
    QHash<QString, qsizetype> open;
    for (const TimelineEntry &entry : record.timeline) {
        if (entry.lane != lane || entry.subject.isEmpty())
            continue;
        if (entry.phase == Phase::Begin && !open.contains(entry.subject)) {
            open.insert(entry.subject, found.size());
            found.append({entry.subject, entry.name, entry.place, entry.who, entry.sentence, entry.severity, entry.time,
                QDateTime()});
        } else if (entry.phase == Phase::End && open.contains(entry.subject)) {
            found[open.take(entry.subject)].to = entry.time;
        } else if (open.contains(entry.subject)) {
            Stretch &stretch = found[open.value(entry.subject)];
            stretch.severity = std::max(stretch.severity, entry.severity);
        }
    }
    return found;
}

QList<IncidentSummary::Loss> IncidentSummary::losses(const IncidentRecord &record)
{
    QStringList order;
    QHash<QString, QList<IncidentFigure>> bySlo;
    for (const IncidentFigure &figure : record.figures) {
        if (!bySlo.contains(figure.slo))
            order.append(figure.slo);
        bySlo[figure.slo].append(figure);
    }
    QList<Loss> losses;
    const QDateTime end = until(record);
    for (const QString &slo : std::as_const(order))
        losses.append(lossOf(bySlo.value(slo), record.incident.begun, end));
    std::ranges::stable_sort(losses, std::greater<>(), [](const Loss &loss) { return loss.worstBurn.value_or(-1); });
    return losses;
}

QDateTime IncidentSummary::until(const IncidentRecord &record)
{
    if (!record.incident.open())
        return record.incident.ended;
    QDateTime last = record.incident.started;
    if (!record.timeline.isEmpty())
        last = std::max(last, record.timeline.last().time);
    if (!record.figures.isEmpty())
        last = std::max(last, record.figures.last().time);
    return last;
}

QDateTime IncidentSummary::from(const IncidentRecord &record)
{
    constexpr qint64 least = 300; // seconds
    const QDateTime begun = record.incident.begun;
    const QDateTime earliest = begun.addSecs(-std::max(least, begun.secsTo(until(record)) / 2));
    for (const TimelineEntry &entry : record.timeline) {
        if (entry.time >= earliest)
            return std::min(entry.time, begun);
    }
    return begun;
}

QList<TimelineEntry> IncidentSummary::doings(const IncidentRecord &record)
{
    QList<TimelineEntry> found;
    for (const TimelineEntry &entry : record.timeline) {
        const bool done = entry.lane == Lane::Change || entry.lane == Lane::Rollout || entry.lane == Lane::Person
            || entry.lane == Lane::Note || (entry.lane == Lane::Silence && entry.phase != Phase::End);
        if (done && entry.time >= record.incident.begun)
            found.append(entry);
    }
    return found;
}

QString IncidentSummary::duration(qint64 milliseconds)
{
    const qint64 seconds = std::max<qint64>(0, milliseconds / 1000);
    const QString day = Words::tr("d", "days");
    const QString hour = Words::tr("h", "hours");
    const QString minute = Words::tr("min");
    const QString second = Words::tr("s", "seconds");
    const auto two = [](qint64 a, const QString &of, qint64 b, const QString &rest) {
        return b == 0 ? unit(a, of) : QString(unit(a, of) + u' ' + unit(b, rest));
    };
    if (seconds < 60)
        return unit(seconds, second);
    if (seconds < 3600)
        return two(seconds / 60, minute, seconds % 60, second);
    if (seconds < 86'400)
        return two(seconds / 3600, hour, seconds % 3600 / 60, minute);
    return two(seconds / 86'400, day, seconds % 86'400 / 3600, hour);
}
