// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incidents/incidententries.h"

#include "models/alerts/alert.h"
#include "models/alerts/alertscope.h"
#include "models/alerts/silence.h"
#include "models/changes/plainline.h"
#include "models/freshness/freshness.h"
#include "models/incidents/incidentsuspects.h"
#include "models/slo/burnstart.h"
#include "models/slo/rollouthistory.h"
#include "models/slo/slo.h"
#include "models/slo/slorow.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(IncidentEntries)
};

using Lane = TimelineEntry::Lane;
using Phase = TimelineEntry::Phase;
using Severity = Condition::Severity;

QString firstOf(const QStringList &texts)
{
    const auto found = std::ranges::find_if(texts, [](const QString &text) { return !text.isEmpty(); });
    return found == texts.end() ? QString() : plainLine(*found, 200);
}

//! Without a full stop: the sentence around it has one.
QString clause(const QString &text, qsizetype longest = 240)
{
    QString line = plainLine(text, longest).simplified();
    while (line.endsWith(u'.'))
        line.chop(1);
    return line;
}

TimelineEntry ofAlert(const Alert &alert, Phase phase, const QDateTime &time, const QString &word)
{
    TimelineEntry entry;
    entry.key = u"alert/%1/%2/%3"_s.arg(alert.key, QString::number(alert.since.toMSecsSinceEpoch()), word);
    entry.time = time;
    entry.lane = Lane::Alert;
    entry.phase = phase;
    entry.severity = AlertText::severity(alert.severity).severity;
    entry.subject = u"alert/"_s + alert.key;
    entry.name = plainLine(alert.name, 200);
    entry.place = IncidentEntries::placeText(alert.namespaceName, alert.cluster);
    entry.tenant = plainLine(alert.tenant, 200);
    return entry;
}

//! "“SloBurn” (critical, tenant-000 in world)": of one name there are often two, one to page and one for a ticket.
QString alertTitle(const Alert &alert, const TimelineEntry &entry)
{
    QStringList parts{plainLine(alert.severity, 40), entry.place};
    parts.removeAll(QString());
    return parts.isEmpty() ? u"“%1”"_s.arg(entry.name) : Words::tr("“%1” (%2)").arg(entry.name, parts.join(u", "_s));
}

QString sloTitle(const Slo &slo)
{
    const QString name = plainLine(slo.name, 120);
    const QString service = plainLine(SloRow::workloadOf(slo), 120);
    const QString space = plainLine(slo.namespaceName, 120);
    if (service.isEmpty())
        return space.isEmpty() ? Words::tr("the SLO %1").arg(name) : Words::tr("the SLO %1 in %2").arg(name, space);
    return space.isEmpty() ? Words::tr("the SLO %1 of %2").arg(name, service)
                           : Words::tr("the SLO %1 of %2 in %3").arg(name, service, space);
}

std::optional<double> sane(const std::optional<double> &value)
{
    return value && std::isfinite(*value) ? value : std::nullopt;
}

std::optional<double> burnOver(const Slo &slo, std::chrono::seconds window)
{
    const SloWindow *found = slo.window(window);
    return found ? sane(found->burnRate) : std::nullopt;
}

QString windowText(std::chrono::seconds window)
{
    return FreshnessText::duration(window);
}

QString burnSentence(const Slo &slo, Phase phase)
{
    const QLocale locale;
    const QString title = sloTitle(slo);
    const auto left = sane(slo.budgetLeft);
    const QString budget = left ? Words::tr("%1 % of its budget is left").arg(locale.toString(*left * 100, 'f', 2))
                                : Words::tr("how much of its budget is left is not known");
    if (phase == Phase::End)
        return Words::tr("Nothing burns the budget of %1 fast any more; %2.").arg(title, budget);
    const auto rate = burnOver(slo, slo.burningWindow);
    const bool page = slo.state.id == u"page";
    const QString what = page ? Words::tr("fast enough to wake somebody") : Words::tr("fast enough for a ticket");
    if (!rate)
        return Words::tr("The budget of %1 burns %2; %3.").arg(title, what, budget);
    return Words::tr("The budget of %1 burns %2 times as fast as it may over %3, %4; %5.")
        .arg(title, locale.toString(*rate, 'f', 1), windowText(slo.burningWindow), what, budget);
}

//! What its state means to those who wait for it.
QString stateSentence(const Alert &alert, const QString &title)
{
    const QString &state = alert.state.id;
    if (state == u"firing")
        return Words::tr("The alert %1 still fires, and nothing holds it back any more.").arg(title);
    if (state == u"inhibited")
        return Words::tr("Nobody is told of the alert %1 now, because another one that fires covers it.").arg(title);
    if (state == u"silenced")
        return Words::tr("Nobody is told of the alert %1 now, because it is silenced.").arg(title);
    return Words::tr("The alert %1 is now %2.").arg(title, AlertText::stateWord(state));
}

QString utc(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), u"yyyy-MM-dd HH:mm"_s);
}

//! "“SloBurn” (app web, namespace shop)", where it is about one alert by its name; else its conditions as they are.
QString silenceTitle(const Silence &silence)
{
    const auto valueOf = [&silence](const QString &name) {
        const auto found = std::ranges::find_if(silence.matchers,
            [&name](const SilenceMatcher &matcher) { return matcher.name == name && matcher.equal && !matcher.regex; });
        return found == silence.matchers.end() ? QString() : plainLine(found->value, 80);
    };
    const QString alert = valueOf(u"alertname"_s);
    const bool exact = std::ranges::all_of(
        silence.matchers, [](const SilenceMatcher &matcher) { return matcher.equal && !matcher.regex; });
    if (alert.isEmpty() || !exact)
        return plainLine(SilenceText::text(silence.matchers), 160);
    QStringList parts;
    for (const QString &name : {u"severity"_s, u"app"_s, u"service"_s, u"namespace"_s, u"tenant"_s, u"cluster"_s}) {
        if (const QString value = valueOf(name); !value.isEmpty() && parts.size() < 3)
            parts.append(QString(name + u' ' + value));
    }
    return parts.isEmpty() ? u"“%1”"_s.arg(alert) : u"“%1” (%2)"_s.arg(alert, parts.join(u", "_s));
}

TimelineEntry ofSilence(const Silence &silence, Phase phase, const QDateTime &time, const QString &word)
{
    TimelineEntry entry;
    entry.key = u"silence/%1/%2"_s.arg(silence.id, word);
    entry.time = time;
    entry.lane = Lane::Silence;
    entry.phase = phase;
    entry.subject = u"silence/"_s + silence.id;
    entry.name = silenceTitle(silence);
    entry.detail = plainLine(SilenceText::text(silence.matchers), 1000);
    entry.place = plainLine(silence.server, 120);
    return entry;
}

} // namespace

QString IncidentEntries::placeText(const QString &namespaceName, const QString &cluster)
{
    const QString space = plainLine(namespaceName, 120);
    const QString of = plainLine(cluster, 120);
    if (space.isEmpty() || of.isEmpty())
        return QString(space + of);
    return Words::tr("%1 in %2", "a namespace in a cluster").arg(space, of);
}

IncidentPlace IncidentEntries::place(const Alert &alert)
{
    return {alert.cluster, alert.clusterId, alert.tenant, alert.namespaceName, firstOf(AlertScope::services(alert))};
}

IncidentPlace IncidentEntries::place(const Slo &slo)
{
    return {slo.cluster, {}, slo.tenant, slo.namespaceName, SloRow::workloadOf(slo)};
}

TimelineEntry IncidentEntries::alertBegan(const Alert &alert)
{
    TimelineEntry entry = ofAlert(alert, Phase::Begin, alert.since, u"begin"_s);
    const QString summary = clause(alert.summary);
    entry.sentence = summary.isEmpty() ? Words::tr("The alert %1 fires.").arg(alertTitle(alert, entry))
                                       : Words::tr("The alert %1 fires: %2.").arg(alertTitle(alert, entry), summary);
    entry.detail = plainLine(alert.description, 1000);
    return entry;
}

TimelineEntry IncidentEntries::alertState(const Alert &alert, const QDateTime &time)
{
    TimelineEntry entry
        = ofAlert(alert, Phase::State, time, u"%1/%2"_s.arg(alert.state.id, QString::number(time.toMSecsSinceEpoch())));
    entry.sentence = stateSentence(alert, alertTitle(alert, entry));
    return entry;
}

TimelineEntry IncidentEntries::alertEnded(const Alert &alert, const QDateTime &time)
{
    TimelineEntry entry = ofAlert(alert, Phase::End, time, u"end"_s);
    entry.severity = Severity::Fine;
    entry.sentence = Words::tr("The alert %1 has ended.").arg(alertTitle(alert, entry));
    return entry;
}

std::optional<TimelineEntry> IncidentEntries::alertClaimed(const Alert &alert, const QDateTime &time)
{
    if (alert.claimedBy.isEmpty())
        return {};
    TimelineEntry entry = ofAlert(alert, Phase::Once, time, {});
    entry.key = u"claim/%1/%2"_s.arg(alert.key, alert.claimSilence);
    entry.lane = Lane::Person;
    entry.severity = Severity::Info;
    entry.who = plainLine(alert.claimedBy, 120);
    const QString note = clause(alert.claimNote);
    entry.sentence = note.isEmpty()
        ? Words::tr("%1 took on the alert %2.").arg(entry.who, alertTitle(alert, entry))
        : Words::tr("%1 took on the alert %2: %3.").arg(entry.who, alertTitle(alert, entry), note);
    return entry;
}

TimelineEntry IncidentEntries::burn(const Slo &slo, Phase phase, const QDateTime &time)
{
    TimelineEntry entry;
    entry.key = u"burn/%1/%2/%3"_s.arg(slo.key, QString::number(time.toMSecsSinceEpoch()), IncidentText::id(phase));
    entry.time = time;
    entry.lane = Lane::Burn;
    entry.phase = phase;
    entry.severity = phase == Phase::End ? Severity::Fine
        : slo.state.id == u"page"        ? Severity::Paging
                                         : Severity::Warning;
    entry.subject = u"burn/"_s + slo.key;
    entry.name = plainLine(slo.name, 120);
    entry.place = placeText(slo.namespaceName, slo.cluster);
    entry.tenant = plainLine(slo.tenant, 200);
    entry.sentence = burnSentence(slo, phase);
    entry.sentence[0] = entry.sentence[0].toUpper();
    return entry;
}

IncidentFigure IncidentEntries::figure(const Slo &slo, const QDateTime &time)
{
    using namespace std::chrono_literals;
    IncidentFigure figure;
    figure.time = time;
    figure.slo = slo.key;
    figure.name = plainLine(QString(SloRow::workloadOf(slo) + u' ' + slo.name).trimmed(), 160);
    figure.tenant = plainLine(slo.tenant, 200);
    figure.objective = slo.objective.value_or(0);
    figure.periodSeconds = static_cast<double>(slo.period.count());
    figure.burnShort = slo.windows.isEmpty() ? std::nullopt : sane(slo.windows.first().burnRate);
    figure.burnLong = burnOver(slo, 1h);
    figure.budgetLeft = sane(slo.budgetLeft);
    return figure;
}

QList<IncidentFigure> IncidentEntries::figures(const Slo &slo, const SloCourse &course)
{
    using namespace std::chrono_literals;
    if (course.burn.isEmpty())
        return {};
    const auto valuesOf = [](const QList<SloCourse::Point> &points) {
        QHash<qint64, double> values;
        for (const SloCourse::Point &point : points)
            values.insert(point.time, point.value);
        return values;
    };
    const auto hour = std::ranges::find(course.burn, std::chrono::seconds(1h), &SloCourse::Line::window);
    const auto overHour = hour == course.burn.end() ? QHash<qint64, double>() : valuesOf(hour->points);
    const auto left = course.budgetEstimated ? QHash<qint64, double>() : valuesOf(course.budget);
    const auto at = [](const QHash<qint64, double> &values, qint64 time) {
        const auto found = values.constFind(time);
        return found == values.cend() ? std::nullopt : sane(*found);
    };
    QList<IncidentFigure> figures;
    for (const SloCourse::Point &point : course.burn.constFirst().points) {
        IncidentFigure one = figure(slo, QDateTime::fromMSecsSinceEpoch(point.time, Qt::UTC));
        one.burnShort = sane(point.value);
        one.burnLong = at(overHour, point.time);
        one.budgetLeft = at(left, point.time);
        figures.append(one);
    }
    return figures;
}

std::optional<TimelineEntry> IncidentEntries::burnBegan(const Slo &slo, const SloCourse &course)
{
    using namespace std::chrono_literals;
    if (course.burn.isEmpty() || course.burn.constFirst().points.isEmpty())
        return {};
    const SloCourse::Line &shortest = course.burn.constFirst();
    QList<BurnPoint> points;
    for (const SloCourse::Point &point : shortest.points)
        points.append({QDateTime::fromMSecsSinceEpoch(point.time, Qt::UTC), sane(point.value)});
    const auto start = burnStart(points, 1, 60s);
    if (!start || *start <= points.first().time)
        return {}; // it has done badly for long
    TimelineEntry entry = burn(slo, Phase::Begin, *start);
    const QString title = sloTitle(slo);
    entry.sentence = slo.objective ? Words::tr("From here on %1 does worse than its objective of %2 allows.")
                                         .arg(title, SloTexts::ratio(*slo.objective))
                                   : Words::tr("From here on %1 does worse than its objective allows.").arg(title);
    return entry;
}

TimelineEntry IncidentEntries::silenceBegan(const Silence &silence)
{
    TimelineEntry entry = ofSilence(silence, Phase::Begin, silence.startsAt, u"begin"_s);
    entry.who = plainLine(silence.createdBy, 120);
    const QString comment = clause(silence.comment);
    entry.sentence = comment.isEmpty()
        ? Words::tr("%1 silenced %2 until %3 UTC.").arg(entry.who, entry.name, utc(silence.endsAt))
        : Words::tr("%1 silenced %2 until %3 UTC: %4.").arg(entry.who, entry.name, utc(silence.endsAt), comment);
    return entry;
}

TimelineEntry IncidentEntries::silenceEnded(const Silence &silence)
{
    TimelineEntry entry = ofSilence(silence, Phase::End, silence.endsAt, u"end"_s);
    entry.sentence = Words::tr("The silence of %1 has ended.").arg(entry.name);
    return entry;
}

TimelineEntry IncidentEntries::event(const NamespaceEvent &event, const QString &cluster, const QString &tenant)
{
    TimelineEntry entry = IncidentSuspects::entry(event.candidate(cluster, tenant));
    entry.name = event.reason;
    entry.place = placeText(event.namespaceName, cluster);
    entry.sentence = clause(event.what(), 400) + u'.';
    if (!event.warning) {
        entry.severity = Severity::Info;
        entry.cause.clear(); // what is usual causes nothing
    }
    return entry;
}
