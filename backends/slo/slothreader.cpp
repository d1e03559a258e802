// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Sloth's file "prometheus/v1" and its object sloth.slok.dev/v1: the same tree, keys written in two ways
// (https://pkg.go.dev/github.com/slok/sloth/pkg/prometheus/api/v1).
#include "backends/slo/specreading.h"

namespace SloSpec {

namespace {

using Yaml::Members;
using Yaml::Place;
using Yaml::shown;

//! How a key is written.
class Spelling
{
public:
    explicit Spelling(bool object) : m_object(object) { }
    [[nodiscard]] QString operator()(const char *file, const char *object) const
    {
        return QString::fromLatin1(m_object ? object : file);
    }

private:
    bool m_object;
};

void readIndicator(SpecReading &reading, const Place &place, const Spelling &key, Definition &definition)
{
    const Members kinds = reading.members(place);
    const QString events = QStringLiteral("events");
    const QString raw = QStringLiteral("raw");
    const QString plugin = QStringLiteral("plugin");
    if (kinds.contains(plugin)) {
        const Members members = reading.optional(kinds, plugin);
        reading.complain(kinds[plugin],
            Words::tr("The queries come from Sloth's plugin “%1”, which the console does not have. Write them under "
                      "events or raw.")
                .arg(shown(reading.textOf(members, QStringLiteral("id")))));
    } else if (kinds.contains(events) && kinds.contains(raw)) {
        reading.complain(
            kinds[raw], Words::tr("An indicator has either “%1” or “%2”. Remove one of them.").arg(events, raw));
    } else if (kinds.contains(raw)) {
        const Members members = reading.members(kinds[raw]);
        definition.errorRatioQuery
            = reading.windowQuery(kinds[raw], members, key("error_ratio_query", "errorRatioQuery"));
    } else if (reading.need(place, kinds, events)) {
        const Members members = reading.members(kinds[events]);
        definition.errorQuery = reading.windowQuery(kinds[events], members, key("error_query", "errorQuery"));
        definition.totalQuery = reading.windowQuery(kinds[events], members, key("total_query", "totalQuery"));
    }
}

void readAlerting(SpecReading &reading, const Members &slo, const Spelling &key, Alerting &alerting)
{
    const QString labels = QStringLiteral("labels");
    const QString annotations = QStringLiteral("annotations");
    const QString disable = QStringLiteral("disable");
    const Members members = reading.optional(slo, QStringLiteral("alerting"));
    alerting.name = reading.textOf(members, QStringLiteral("name"));
    alerting.labels = reading.ruleLabels(members, labels);
    alerting.annotations = reading.ruleLabels(members, annotations);
    const Members page = reading.optional(members, key("page_alert", "pageAlert"));
    alerting.page = !reading.trueOrFalse(page, disable, false);
    alerting.pageLabels = reading.ruleLabels(page, labels);
    alerting.pageAnnotations = reading.ruleLabels(page, annotations);
    const Members ticket = reading.optional(members, key("ticket_alert", "ticketAlert"));
    alerting.ticket = !reading.trueOrFalse(ticket, disable, false);
    alerting.ticketLabels = reading.ruleLabels(ticket, labels);
    alerting.ticketAnnotations = reading.ruleLabels(ticket, annotations);
}

//! What all objectives of an object have from its metadata.
void takeMetadata(SpecReading &reading, const Members &members, Definition &common)
{
    const Members metadata = reading.optional(members, QStringLiteral("metadata"));
    common.objectName = reading.textOf(metadata, QStringLiteral("name"));
    common.namespaceName = reading.textOf(metadata, QStringLiteral("namespace"));
}

Definition readObjective(SpecReading &reading, const Place &place, const Spelling &key, const Definition &common)
{
    const QString objective = QStringLiteral("objective");
    const QString sli = QStringLiteral("sli");
    Definition definition = common;
    const Members members = reading.members(place);
    definition.name = reading.needName(place, members, QStringLiteral("name"));
    definition.id = definition.service + u'-' + definition.name;
    definition.description = reading.textOf(members, QStringLiteral("description"), 4000);
    definition.labels.insert(reading.ruleLabels(members, QStringLiteral("labels")));
    if (reading.need(place, members, objective))
        definition.objective = reading.objectiveOfPercent(members[objective]);
    if (reading.need(place, members, sli))
        readIndicator(reading, members[sli], key, definition);
    readAlerting(reading, members, key, definition.alerting);
    return definition;
}

//! \a place holds the objectives: the file, or the spec of an object.
QList<Definition> readObjectives(
    const SpecDocument &document, const Place &place, bool object, const Definition &from, TextBudget &budget)
{
    const QString slos = QStringLiteral("slos");
    SpecReading reading(document, budget);
    Definition common = from;
    const Members members = reading.members(place);
    common.service = reading.needName(place, members, QStringLiteral("service"));
    common.labels = reading.ruleLabels(members, QStringLiteral("labels"));
    QList<Place> items;
    if (reading.good() && reading.need(place, members, slos)) {
        items = reading.items(members[slos]);
        if (items.isEmpty())
            reading.complain(members[slos], Words::tr("“%1” is empty. Write an objective.").arg(slos));
    }
    if (!reading.good()) { // of the whole document
        reading.close(common, place);
        return {common};
    }
    QList<Definition> definitions;
    for (const Place &item : items) {
        SpecReading own(document, budget);
        Definition definition = readObjective(own, item, Spelling(object), common);
        own.close(definition, item);
        definitions.append(definition);
    }
    return definitions;
}

} // namespace

QList<Definition> readSloth(const SpecDocument &document, const Place &root, bool object, TextBudget &budget)
{
    Definition common;
    common.tool = Definition::Tool::Sloth;
    if (!object)
        return readObjectives(document, root, object, common, budget);
    const QString spec = QStringLiteral("spec");
    SpecReading reading(document, budget);
    const Members members = reading.members(root);
    takeMetadata(reading, members, common);
    if (reading.good() && reading.need(root, members, spec))
        return readObjectives(document, members[spec], object, common, budget);
    reading.close(common, root);
    return {common};
}

} // namespace SloSpec
