// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/slo/rules.h"

#include "backends/slo/promtext.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace SloSpec {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

const QString ratioSeries = QStringLiteral("slo:sli_error:ratio_rate");

//! As short as it can be without becoming another number.
QString number(double value)
{
    // 1 - 0.999 is a hair off 0.001, and people read this.
    const QString text = QString::number(value, 'g', 12);
    return text;
}

//! Text in which Prometheus would look for templates, and is not to.
QString untemplated(QString text)
{
    return text.replace(QLatin1String("{{"), QLatin1String("{{\"{{\"}}"));
}

RuleTexts sorted(const QHash<QString, QString> &texts)
{
    RuleTexts list;
    QStringList keys = texts.keys();
    keys.sort();
    for (const QString &key : std::as_const(keys)) {
        if (isLabelName(key))
            list.append({key, texts.value(key)});
    }
    return list;
}

void set(RuleTexts &texts, const QString &key, const QString &value)
{
    const auto found = std::find_if(texts.begin(), texts.end(), [&key](const auto &text) { return text.first == key; });
    if (found == texts.end())
        texts.append({key, value});
    else
        found->second = value;
}

void set(RuleTexts &texts, const RuleTexts &others)
{
    for (const auto &[key, value] : others)
        set(texts, key, value);
}

class Writer
{
public:
    Writer(const Definition &definition, const QList<AlertTier> &tiers) : m_definition(definition), m_tiers(tiers)
    {
        const QString service = definition.service.isEmpty() ? definition.name : definition.service;
        m_identity = {{QStringLiteral("sloth_id"), definition.id}, {QStringLiteral("sloth_service"), service},
            {QStringLiteral("sloth_slo"), definition.name}};
        m_labels = m_identity;
        m_labels.append({QStringLiteral("managed_by"), QStringLiteral("pilothouse")});
        for (const auto &[key, value] : sorted(definition.labels)) {
            const auto taken = [&key](const auto &label) { return label.first == key; };
            if (std::none_of(m_labels.begin(), m_labels.end(), taken) && key != QLatin1String("sloth_window"))
                m_labels.append({key, value});
        }
        QStringList matchers;
        for (const auto &[key, value] : m_identity)
            matchers.append(key + u'=' + promQuoted(value));
        m_selector = u'{' + matchers.join(QLatin1String(", ")) + u'}';
    }

    RuleFile write() { return {{ratios(), meta(), alerts()}}; }

private:
    const Definition &m_definition;
    const QList<AlertTier> &m_tiers;
    RuleTexts m_identity;
    RuleTexts m_labels;
    QString m_selector;

    [[nodiscard]] std::set<seconds> windows() const
    {
        std::set<seconds> windows{minutes(5), minutes(30), hours(1), hours(2), hours(6), hours(24), hours(72)};
        for (const AlertTier &tier : m_tiers) {
            windows.insert(tier.longWindow);
            windows.insert(tier.shortWindow);
        }
        windows.erase(m_definition.period);
        return windows;
    }

    [[nodiscard]] QString ratio(seconds window) const { return ratioSeries + promDuration(window) + m_selector; }

    [[nodiscard]] Rule recordedRatio(seconds window, const QString &expression) const
    {
        Rule rule;
        rule.record = ratioSeries + promDuration(window);
        rule.expression = expression;
        rule.labels = m_labels;
        rule.labels.append({QStringLiteral("sloth_window"), promDuration(window)});
        return rule;
    }

    [[nodiscard]] RuleGroup ratios() const
    {
        RuleGroup group{QLatin1String("sloth-slo-sli-recordings-") + m_definition.id, {}};
        for (const seconds window : windows())
            group.rules.append(recordedRatio(window, errorRatio(m_definition, window)));
        // Sloth's way: a month of raw samples would be read again and again.
        const QString five = ratio(minutes(5));
        const QString period = u'[' + promDuration(m_definition.period) + u']';
        group.rules.append(recordedRatio(m_definition.period,
            QLatin1String("sum_over_time(") + five + period + QLatin1String(")\n/ ignoring (sloth_window)\n")
                + QLatin1String("count_over_time(") + five + period + u')'));
        return group;
    }

    [[nodiscard]] Rule recorded(const char *series, const QString &expression) const
    {
        return {QString::fromLatin1(series), {}, expression, seconds(0), m_labels, {}};
    }

    [[nodiscard]] RuleGroup meta() const
    {
        RuleGroup group{QLatin1String("sloth-slo-meta-recordings-") + m_definition.id, {}};
        const QString budget
            = QLatin1String("\n/ on (sloth_id, sloth_slo, sloth_service) group_left ()\nslo:error_budget:ratio")
            + m_selector;
        const auto vector = [](double value) { return QString(QLatin1String("vector(") + number(value) + u')'); };
        group.rules.append(recorded("slo:objective:ratio", vector(m_definition.objective)));
        group.rules.append(recorded("slo:error_budget:ratio", vector(1 - m_definition.objective)));
        group.rules.append(recorded("slo:time_period:days",
            vector(
                static_cast<double>(m_definition.period.count()) / static_cast<double>(seconds(hours(24)).count()))));
        group.rules.append(recorded("slo:current_burn_rate:ratio", ratio(minutes(5)) + budget));
        group.rules.append(recorded("slo:period_burn_rate:ratio", ratio(m_definition.period) + budget));
        group.rules.append(recorded(
            "slo:period_error_budget_remaining:ratio", QLatin1String("1 - slo:period_burn_rate:ratio") + m_selector));
        Rule info = recorded("sloth_slo_info", vector(1));
        info.labels.append({QStringLiteral("sloth_mode"), QStringLiteral("pilothouse")});
        info.labels.append({QStringLiteral("sloth_objective"), number(m_definition.objective * 100)});
        info.labels.append({QStringLiteral("sloth_spec"), QStringLiteral("prometheus/v1")});
        info.labels.append({QStringLiteral("sloth_version"), QStringLiteral("v0.11.0")}); // whose series these are
        group.rules.append(info);
        return group;
    }

    [[nodiscard]] RuleGroup alerts() const
    {
        RuleGroup group{QLatin1String("sloth-slo-alerts-") + m_definition.id, {}};
        for (const AlertTier &tier : m_tiers) {
            if (tier.page ? m_definition.alerting.page : m_definition.alerting.ticket)
                group.rules.append(alert(tier));
        }
        return group;
    }

    [[nodiscard]] Rule alert(const AlertTier &tier) const
    {
        const Alerting &wish = m_definition.alerting;
        const QString threshold = QLatin1String(" > (") + number(tier.factor) + QLatin1String(" * ")
            + number(1 - m_definition.objective) + u')';
        Rule rule;
        rule.alert = wish.name.isEmpty() ? QStringLiteral("ErrorBudgetBurn") : wish.name;
        rule.expression = u'(' + ratio(tier.longWindow) + threshold + QLatin1String(")\nand ignoring (sloth_window)\n(")
            + ratio(tier.shortWindow) + threshold + u')';
        rule.holds = tier.holds;
        rule.labels = {{QStringLiteral("severity"), tier.page ? QStringLiteral("critical") : QStringLiteral("warning")},
            {QStringLiteral("sloth_severity"), tier.page ? QStringLiteral("page") : QStringLiteral("ticket")},
            {QStringLiteral("slo"), m_definition.name}, {QStringLiteral("long"), promDuration(tier.longWindow)},
            {QStringLiteral("short"), promDuration(tier.shortWindow)}};
        set(rule.labels, sorted(wish.labels));
        set(rule.labels, sorted(tier.page ? wish.pageLabels : wish.ticketLabels));
        rule.annotations = annotations(tier);
        set(rule.annotations, sorted(wish.annotations));
        set(rule.annotations, sorted(tier.page ? wish.pageAnnotations : wish.ticketAnnotations));
        return rule;
    }

    //! Rules speak English, as the tools around them do; they are shared between people of any language.
    [[nodiscard]] RuleTexts annotations(const AlertTier &tier) const
    {
        const QString service = m_definition.service.isEmpty() ? m_definition.name : m_definition.service;
        const QString summary = m_definition.name + QLatin1String(" of ") + service
            + QLatin1String(" burns its error budget too fast: {{ $value | humanizePercentage }} of the last ")
            + promDuration(tier.longWindow) + QLatin1String(" is bad");
        const QString share = number(100 * tier.factor * static_cast<double>(tier.longWindow.count())
            / static_cast<double>(m_definition.period.count()));
        QString text = QLatin1String("The burn rate is above ") + number(tier.factor) + QLatin1String(" over ")
            + promDuration(tier.longWindow) + QLatin1String(" and over ") + promDuration(tier.shortWindow)
            + QLatin1String(": ") + share + QLatin1String(" % of the budget of ") + promDuration(m_definition.period)
            + QLatin1String(" are spent in that time.");
        if (!m_definition.description.isEmpty())
            text += QLatin1String(" What is promised: ") + untemplated(m_definition.description);
        return {{QStringLiteral("summary"), summary}, {QStringLiteral("description"), text},
            {QStringLiteral("runbook_url"), QStringLiteral("https://sre.google/workbook/alerting-on-slos/")}};
    }
};

} // namespace

RuleFile rulesOf(const Definition &definition, const QList<AlertTier> &tiers)
{
    if (!definition.problem.isEmpty())
        return {};
    RuleFile file = Writer(definition, tiers).write();
    file.groups.removeIf([](const RuleGroup &group) { return group.rules.isEmpty(); });
    return file;
}

QString boundOf(double seconds, const QStringList &bounds)
{
    for (const QString &bound : bounds) {
        bool valid = false;
        const double value = bound.toDouble(&valid);
        if (valid && std::isfinite(value) && std::isfinite(seconds) && std::abs(value - seconds) <= 1e-9 * std::max(std::abs(seconds), 1e-9))
            return bound;
    }
    return {};
}

} // namespace SloSpec
