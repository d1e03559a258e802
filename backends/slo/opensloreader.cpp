// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
// OpenSLO v1 (https://github.com/OpenSLO/OpenSLO): kinds SLO and SLI. Queries are a vendor's affair there: a plain
// selector of Prometheus, or PromQL with {{.window}}.
#include "backends/slo/promtext.h"
#include "backends/slo/specreading.h"

namespace SloSpec {

namespace {

using Yaml::Members;
using Yaml::nameOf;
using Yaml::Place;
using Yaml::placeOf;
using Yaml::shown;
using Budgeting = Definition::Budgeting;

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

//! PromQL of one source of figures. \a counter: a selector is of a counter, else of events since the last sample.
QString queryOf(SpecReading &reading, const Place &place, bool counter)
{
    static const QStringList types{
        key("prometheus"), key("thanos"), key("mimir"), key("cortex"), key("victoriametrics")};
    const Members outer = reading.members(place);
    if (!reading.need(place, outer, key("metricSource")))
        return {};
    const Place source = outer[key("metricSource")];
    const Members members = reading.members(source);
    const QString type = reading.textOf(members, key("type"));
    if (!type.isEmpty() && !types.contains(type.toLower())) {
        reading.complain(members[key("type")],
            Words::tr("Figures of “%1” are not read. Write type: Prometheus and a query in PromQL.").arg(shown(type)));
        return {};
    }
    if (!reading.need(source, members, key("spec")))
        return {};
    const Place spec = members[key("spec")];
    const Members settings = reading.members(spec);
    const QString query = reading.needText(spec, settings, key("query"), SpecReading::longestQuery);
    if (query.isEmpty() || hasWindow(query))
        return query;
    if (!isSelector(query)) {
        reading.complain(settings[key("query")],
            Words::tr(
                "The query is no plain selector and has no {{.window}}. Write [{{.window}}] where its range is."));
        return {};
    }
    return counter ? QLatin1String("sum(rate(") + query + QLatin1String("[{{.window}}]))")
                   : QLatin1String("sum(sum_over_time(") + query + QLatin1String("[{{.window}}]))");
}

void readRatioOfEvents(SpecReading &reading, const Place &place, const Members &members, Definition &definition)
{
    const bool hasGood = members.contains(key("good"));
    const bool hasBad = members.contains(key("bad"));
    if (hasGood == hasBad) {
        reading.complain(place,
            hasGood
                ? Words::tr("An indicator has either “%1” or “%2”. Remove one of them.").arg(key("good"), key("bad"))
                : Words::tr("The ratio lacks “good” or “bad”. Add one of them."));
        return;
    }
    const bool counter = reading.trueOrFalse(members, key("counter"), true);
    if (!reading.need(place, members, key("total")))
        return;
    definition.totalQuery = queryOf(reading, members[key("total")], counter);
    if (hasBad) {
        definition.errorQuery = queryOf(reading, members[key("bad")], counter);
        return;
    }
    const QString total = u'(' + definition.totalQuery + u')';
    // Without a single good event there is no series of good ones: all are bad.
    definition.errorQuery = total + QLatin1String(" - ((") + queryOf(reading, members[key("good")], counter)
        + QLatin1String(") or ") + total + QLatin1String(" * 0)");
}

void readRatio(SpecReading &reading, const Place &place, Definition &definition)
{
    const Members members = reading.members(place);
    if (!members.contains(key("raw"))) {
        readRatioOfEvents(reading, place, members, definition);
        return;
    }
    const QString type = reading.textOf(members, key("rawType"));
    const QString raw = queryOf(reading, members[key("raw")], true);
    if (type == QLatin1String("failure"))
        definition.errorRatioQuery = raw;
    else if (type == QLatin1String("success"))
        definition.errorRatioQuery = QLatin1String("1 - (") + raw + u')';
    else
        reading.complain(members.value(key("rawType"), place),
            Words::tr("“%1” cannot be the value of “%2”. Write success or failure.").arg(shown(type), key("rawType")));
}

//! \a place holds what stands under spec of an SLI.
void readIndicator(SpecReading &reading, const Place &place, Definition &definition)
{
    const Members members = reading.members(place);
    if (members.contains(key("thresholdMetric")))
        reading.complain(members[key("thresholdMetric")],
            Words::tr(
                "A thresholdMetric is not supported, because a value above a threshold counts no events: its budget "
                "cannot be told from its samples. Write a ratioMetric of the events that are bad."));
    else if (reading.need(place, members, key("ratioMetric")))
        readRatio(reading, members[key("ratioMetric")], definition);
}

void readIndicatorOf(SpecReading &reading, const Place &root, Definition &definition)
{
    const Members members = reading.members(root);
    if (reading.need(root, members, key("spec")))
        readIndicator(reading, members[key("spec")], definition);
}

//! The one of another document, whose mistakes stand there.
void readReference(SpecReading &reading, const Place &place, const Slis &slis, Definition &definition)
{
    const QString name = reading.text(place);
    const SpecDocument *document = slis.value(name);
    if (!document) {
        reading.complain(place,
            Words::tr("There is no SLI “%1” in these files. Add it, or write the indicator here.").arg(shown(name)));
        return;
    }
    SpecReading other(*document, reading.budget());
    readIndicatorOf(other, placeOf(document->root, {}), definition);
    Definition judged;
    other.close(judged, placeOf(document->root, {}));
    if (!other.good())
        reading.complain(place,
            Words::tr("The SLI “%1” cannot be used; at %2, line %3, column %4: %5")
                .arg(shown(name), shown(document->file))
                .arg(judged.line)
                .arg(judged.column)
                .arg(judged.fault));
}

void readCalendar(SpecReading &reading, const Place &place, const QString &duration, Definition &definition)
{
    const Members calendar = reading.members(place);
    const QString start = reading.needText(place, calendar, key("startTime"));
    const QString zone = reading.needText(place, calendar, key("timeZone"));
    if (!reading.good())
        return;
    definition.calendar = calendarWindowOf(start, zone, duration);
    if (!definition.calendar)
        reading.complain(place,
            Words::tr("“%1” and “%2” are no beginning of a calendar. Write a startTime such as 2026-01-01 00:00:00 and "
                      "a timeZone such as Europe/Berlin.")
                .arg(shown(start), shown(zone)));
}

void readWindow(SpecReading &reading, const Place &spec, const Members &members, Definition &definition)
{
    if (!reading.need(spec, members, key("timeWindow")))
        return;
    const Place place = members[key("timeWindow")];
    const QList<Place> windows = reading.items(place);
    if (windows.size() != 1) {
        reading.complain(place, Words::tr("An objective has one window. Write a list with one entry."));
        return;
    }
    const Members window = reading.members(windows.first());
    if (!reading.need(windows.first(), window, key("duration")))
        return;
    const QString duration = reading.text(window[key("duration")]);
    const auto period = openSloDurationOf(duration);
    if (!period)
        reading.complain(
            window[key("duration")], Words::tr("“%1” is not a window. Write one such as 30d.").arg(shown(duration)));
    definition.period = period.value_or(std::chrono::hours(0));
    definition.rolling = reading.trueOrFalse(window, key("isRolling"), !window.contains(key("calendar")));
    if (!definition.rolling && !window.contains(key("calendar")))
        reading.complain(windows.first(),
            Words::tr("A window that does not roll needs a calendar. Add calendar with startTime and timeZone."));
    else if (!definition.rolling)
        readCalendar(reading, window[key("calendar")], duration, definition);
}

std::chrono::seconds sliceOf(SpecReading &reading, const Place &place, const Members &members)
{
    if (!reading.need(place, members, key("timeSliceWindow")))
        return std::chrono::seconds(0);
    const Place window = members[key("timeSliceWindow")];
    QString text = reading.text(window);
    bool isNumber = false;
    text.toInt(&isNumber);
    if (isNumber) // minutes, says the specification
        text += u'm';
    const auto slice = openSloDurationOf(text);
    if (!slice)
        reading.complain(window, Words::tr("“%1” is not a slice of time. Write one such as 1m.").arg(shown(text)));
    return slice.value_or(std::chrono::seconds(0));
}

Budgeting budgetingOf(SpecReading &reading, const Members &members)
{
    static const QStringList methods{key("Occurrences"), key("Timeslices"), key("RatioTimeslices")};
    const QString method = reading.textOf(members, key("budgetingMethod"));
    if (method.isEmpty())
        return Budgeting::Occurrences;
    const qsizetype index = methods.indexOf(method);
    if (index < 0)
        reading.complain(members[key("budgetingMethod")],
            Words::tr("“%1” cannot be the value of “%2”. Write one of: %3.")
                .arg(shown(method), key("budgetingMethod"), methods.join(QLatin1String(", "))));
    return index == 1 ? Budgeting::Timeslices : index == 2 ? Budgeting::RatioTimeslices : Budgeting::Occurrences;
}

void readTarget(SpecReading &reading, const Place &place, const Members &members, Definition &definition)
{
    const QString share = key("target");
    const QString percent = key("targetPercent");
    if (members.contains(share) && members.contains(percent))
        reading.complain(members[percent],
            Words::tr("An objective has either “%1” or “%2”. Remove one of them.").arg(share, percent));
    else if (members.contains(percent))
        definition.objective = reading.objectiveOfPercent(members[percent]);
    else if (reading.need(place, members, share))
        definition.objective = reading.objectiveOfShare(members[share]);
    if (definition.budgeting == Budgeting::Occurrences)
        return;
    definition.sliceWindow = sliceOf(reading, place, members);
    if (definition.budgeting != Budgeting::Timeslices || !reading.need(place, members, key("timeSliceTarget")))
        return;
    const Place target = members[key("timeSliceTarget")];
    definition.sliceTarget = reading.number(target).value_or(0);
    if (!(definition.sliceTarget > 0 && definition.sliceTarget <= 1))
        reading.complain(target,
            Words::tr("“%1” is not a target. Write a share above 0 and at most 1, such as 0.95.")
                .arg(shown(nameOf(target.node))));
}

Definition commonOf(SpecReading &reading, const Place &root, const Members &members)
{
    Definition common;
    common.tool = Definition::Tool::OpenSlo;
    if (!reading.need(root, members, key("metadata")))
        return common;
    const Place place = members[key("metadata")];
    const Members metadata = reading.members(place);
    common.name = reading.needName(place, metadata, key("name"));
    common.labels = reading.labels(metadata, key("labels"));
    if (common.labels.value(key("managed_by")) == QLatin1String("pilothouse"))
        common.tool = Definition::Tool::Console;
    return common;
}

struct ObjectivePlace
{
    Place place;
    qsizetype index = 0; //!< from 0 on
    qsizetype count = 1;
};

void readObjective(SpecReading &reading, const ObjectivePlace &at, Definition &definition)
{
    const Members members = reading.members(at.place);
    if (members.contains(key("indicator")) || members.contains(key("indicatorRef"))
        || members.contains(key("compositeWeight")))
        reading.complain(at.place,
            Words::tr(
                "An objective that is composed of others is not supported, because its parts have budgets of their "
                "own. Write an SLO for each part."));
    readTarget(reading, at.place, members, definition);
    const QString title = reading.textOf(members, key("displayName"));
    if (definition.description.isEmpty())
        definition.description = title;
    if (at.count > 1)
        definition.name += u'-' + QString::number(at.index + 1);
    definition.id
        = definition.service.isEmpty() ? definition.name : QString(definition.service + u'-' + definition.name);
}

} // namespace

QList<Definition> readOpenSlo(const SpecDocument &document, const Place &root, const Slis &slis, TextBudget &budget)
{
    SpecReading reading(document, budget);
    const Members members = reading.members(root);
    Definition common = commonOf(reading, root, members);
    QList<Place> objectives;
    if (reading.need(root, members, key("spec"))) {
        const Place place = members[key("spec")];
        const Members spec = reading.members(place);
        common.service = spec.contains(key("service")) ? reading.needName(place, spec, key("service")) : QString();
        common.description = reading.textOf(spec, key("description"));
        common.budgeting = budgetingOf(reading, spec);
        readWindow(reading, place, spec, common);
        if (spec.contains(key("indicatorRef")))
            readReference(reading, spec[key("indicatorRef")], slis, common);
        else if (reading.need(place, spec, key("indicator")))
            readIndicatorOf(reading, spec[key("indicator")], common);
        if (reading.need(place, spec, key("objectives"))) {
            objectives = reading.items(spec[key("objectives")]);
            if (objectives.isEmpty())
                reading.complain(
                    spec[key("objectives")], Words::tr("“%1” is empty. Write an objective.").arg(key("objectives")));
        }
    }
    if (!reading.good()) { // of the whole document
        common.id = common.service.isEmpty() ? common.name : QString(common.service + u'-' + common.name);
        reading.close(common, root);
        return {common};
    }
    QList<Definition> definitions;
    for (qsizetype i = 0; i < objectives.size(); ++i) {
        SpecReading own(document, budget);
        Definition definition = common;
        readObjective(own, {objectives.at(i), i, objectives.size()}, definition);
        own.close(definition, objectives.size() > 1 ? objectives.at(i) : root);
        definitions.append(definition);
    }
    return definitions;
}

} // namespace SloSpec
