// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pyrra's ServiceLevelObjective, pyrra.dev/v1alpha1 (https://github.com/pyrra-dev/pyrra, examples and CRD).
#include "backends/slo/promtext.h"
#include "backends/slo/specreading.h"

namespace SloSpec {

namespace {

using Yaml::Members;
using Yaml::nameOf;
using Yaml::Place;
using Yaml::shown;

const QString windowRange = QStringLiteral("[{{.window}}]");

//! "sum" or "sum by (a, b) ".
QString sumBy(const QStringList &grouping)
{
    return grouping.isEmpty() ? QStringLiteral("sum")
                              : QString(QLatin1String("sum by (") + grouping.join(QLatin1String(", ")) + u')');
}

class IndicatorReading
{
public:
    IndicatorReading(SpecReading &reading, Definition &definition) : m_reading(reading), m_definition(definition) { }

    void read(const Place &place)
    {
        const Members kinds = m_reading.members(place);
        const QStringList known{QStringLiteral("ratio"), QStringLiteral("latency"), QStringLiteral("latencyNative"),
            QStringLiteral("bool_gauge")};
        QStringList found;
        for (const QString &kind : known) {
            if (kinds.contains(kind) && !kinds[kind].node.IsNull())
                found.append(kind);
        }
        if (found.size() != 1) {
            m_reading.complain(place,
                Words::tr("An indicator is exactly one of: %1. Write one of them.")
                    .arg(known.join(QLatin1String(", "))));
            return;
        }
        const Place kind = kinds[found.first()];
        const Members members = m_reading.members(kind);
        readGrouping(members);
        switch (known.indexOf(found.first())) {
        case 0:
            readRatio(kind, members);
            break;
        case 1:
            readLatency(kind, members);
            break;
        case 2:
            readNative(kind, members);
            break;
        default:
            readGauge(kind, members);
        }
    }

private:
    SpecReading &m_reading;
    Definition &m_definition;
    QString m_sum = QStringLiteral("sum");

    void readGrouping(const Members &members)
    {
        const QString key = QStringLiteral("grouping");
        if (!members.contains(key) || members[key].node.IsNull())
            return;
        for (const Place &item : m_reading.items(members[key])) {
            const QString label = m_reading.text(item);
            if (!isLabelName(label))
                m_reading.complain(item,
                    Words::tr("“%1” cannot be a label of Prometheus. Write letters, digits and underscores.")
                        .arg(shown(label)));
            m_definition.grouping.append(label);
        }
        m_sum = sumBy(m_definition.grouping);
    }

    //! The selector under \a place, which has to be one: it goes into queries as it is.
    QString selector(const Place &place, const Members &members)
    {
        const QString key = QStringLiteral("metric");
        const QString text = m_reading.needText(place, members, key, SpecReading::longestQuery);
        if (!text.isEmpty() && !isSelector(text))
            m_reading.complain(members[key],
                Words::tr("“%1” is not a plain selector. Write a metric with its labels and no function, such as "
                          "http_requests_total{job=\"web\"}.")
                    .arg(shown(text)));
        return text;
    }
    QString selectorAt(const Place &place, const Members &members, const char *key)
    {
        const QString name = QString::fromLatin1(key);
        if (!m_reading.need(place, members, name))
            return {};
        return selector(members[name], m_reading.members(members[name]));
    }
    [[nodiscard]] QString rate(const QString &metric) const
    {
        return m_sum + QLatin1String(" (rate(") + metric + windowRange + QLatin1String("))");
    }

    void readRatio(const Place &place, const Members &members)
    {
        m_definition.errorQuery = rate(selectorAt(place, members, "errors"));
        const QString total = selectorAt(place, members, "total");
        m_definition.totalQuery = rate(total);
        m_definition.metric = metricOf(total);
    }
    void readLatency(const Place &place, const Members &members)
    {
        const QString success = selectorAt(place, members, "success");
        const QString total = selectorAt(place, members, "total");
        if (m_reading.good() && !success.contains(QLatin1String("le=")))
            m_reading.complain(
                place, Words::tr("The success of a latency names no bucket. Write its bound, such as le=\"0.3\"."));
        const QString all = rate(total);
        // Without a single fast event there is no series of fast ones: all are slow.
        m_definition.errorQuery = QLatin1Char('(') + all + QLatin1String(") - ((") + rate(success)
            + QLatin1String(") or (") + all + QLatin1String(") * 0)");
        m_definition.totalQuery = all;
        m_definition.metric = metricOf(total);
    }
    void readNative(const Place &place, const Members &members)
    {
        const QString total = selectorAt(place, members, "total");
        const QString key = QStringLiteral("latency");
        const QString latency = m_reading.needText(place, members, key);
        // promDurationOf() has no milliseconds.
        bool valid = false;
        const double milliseconds
            = latency.endsWith(QLatin1String("ms")) ? QStringView(latency).chopped(2).toDouble(&valid) : 0;
        const auto seconds = promDurationOf(latency);
        if (!latency.isEmpty() && !(valid && milliseconds > 0) && !seconds)
            m_reading.complain(
                members[key], Words::tr("“%1” is not a duration. Write one such as 300ms or 2s.").arg(shown(latency)));
        const double bound = valid ? milliseconds / 1000 : seconds ? static_cast<double>(seconds->count()) : 0;
        m_definition.errorRatioQuery = QLatin1String("1 - histogram_fraction(0, ") + QString::number(bound, 'g', 12)
            + QLatin1String(", ") + rate(total) + u')';
        m_definition.metric = metricOf(total);
    }
    void readGauge(const Place &place, const Members &members)
    {
        const QString metric = selector(place, members);
        const QString range = metric + windowRange + QLatin1String("))");
        m_definition.errorRatioQuery = QLatin1String("1 - ") + m_sum + QLatin1String(" (sum_over_time(") + range
            + QLatin1String(" / ") + m_sum + QLatin1String(" (count_over_time(") + range;
        m_definition.metric = metricOf(metric);
    }
};

//! Labels of the object that Pyrra gives to its rules.
void takeMetadata(SpecReading &reading, const Place &root, const Members &members, Definition &definition)
{
    const QString prefix = QStringLiteral("pyrra.dev/");
    const QString key = QStringLiteral("metadata");
    if (!reading.need(root, members, key))
        return;
    const Members metadata = reading.members(members[key]);
    definition.name = reading.needName(members[key], metadata, QStringLiteral("name"));
    definition.objectName = definition.name;
    definition.id = definition.name;
    definition.namespaceName = reading.textOf(metadata, QStringLiteral("namespace"));
    const QHash<QString, QString> labels = reading.labels(metadata, QStringLiteral("labels"));
    for (auto label = labels.begin(); label != labels.end(); ++label) {
        if (label.key().startsWith(prefix))
            definition.labels.insert(label.key().mid(prefix.size()), label.value());
    }
    definition.service = definition.labels.value(QStringLiteral("service"));
}

void readAlerting(SpecReading &reading, const Members &spec, Alerting &alerting)
{
    const Members members = reading.optional(spec, QStringLiteral("alerting"));
    alerting.name = reading.textOf(members, QStringLiteral("name"));
    alerting.page = reading.trueOrFalse(members, QStringLiteral("burnrates"), true)
        && !reading.trueOrFalse(members, QStringLiteral("disabled"), false);
    alerting.ticket = alerting.page;
}

} // namespace

Definition readPyrra(const SpecDocument &document, const Place &root, TextBudget &budget)
{
    const QString specKey = QStringLiteral("spec");
    const QString target = QStringLiteral("target");
    const QString window = QStringLiteral("window");
    const QString indicator = QStringLiteral("indicator");
    SpecReading reading(document, budget);
    Definition definition;
    definition.tool = Definition::Tool::Pyrra;
    const Members members = reading.members(root);
    takeMetadata(reading, root, members, definition);
    if (reading.need(root, members, specKey)) {
        const Place place = members[specKey];
        const Members spec = reading.members(place);
        definition.description = reading.textOf(spec, QStringLiteral("description"), 4000);
        if (reading.need(place, spec, target))
            definition.objective = reading.objectiveOfPercent(spec[target]);
        if (reading.need(place, spec, window)) {
            const QString text = reading.text(spec[window]);
            const auto period = promDurationOf(text);
            if (!period)
                reading.complain(
                    spec[window], Words::tr("“%1” is not a window. Write one such as 4w or 30d.").arg(shown(text)));
            definition.period = period.value_or(std::chrono::hours(0));
        }
        if (reading.need(place, spec, indicator))
            IndicatorReading(reading, definition).read(spec[indicator]);
        readAlerting(reading, spec, definition.alerting);
    }
    reading.close(definition, root);
    return definition;
}

} // namespace SloSpec
