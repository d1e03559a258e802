// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/slo/ruleset.h"

#include "backends/slo/promtext.h"
#include "backends/slo/specreading.h"

#include <QRegularExpression>

#include <algorithm>

namespace SloSpec {

namespace {

using Yaml::Members;
using Yaml::Place;
using Yaml::placeOf;

//! A rule as far as it matters here.
struct ReadRule
{
    QString record;
    QString alert;
    QString expression;
    QHash<QString, QString> labels;
};

//! "1" of "vector(1)"; 0 for others.
double constantOf(const QString &expression)
{
    static const QRegularExpression vector(QStringLiteral(R"(\A\s*vector\(\s*([0-9.eE+-]{1,40})\s*\)\s*\z)"));
    const auto match = vector.match(expression);
    return match.hasMatch() ? match.capturedView(1).toDouble() : 0;
}

QString idWithin(const QString &expression)
{
    static const QRegularExpression matcher(QStringLiteral(R"rx(sloth_id\s*=\s*"([^"\\]{1,253})")rx"));
    const auto match = matcher.match(expression);
    return match.captured(1);
}

class RuleSetReading
{
public:
    RuleSet read(QByteArrayView yaml)
    {
        const QList<SpecDocument> documents = documentsOf(yaml, {});
        for (const SpecDocument &document : documents) {
            if (document.fault.isEmpty())
                readDocument(document);
            else
                add({document.faultLine, document.faultColumn, document.fault});
        }
        for (RuleSetSlo &slo : m_set.slos)
            std::sort(slo.windows.begin(), slo.windows.end());
        return m_set;
    }

private:
    RuleSet m_set;
    QHash<QString, qsizetype> m_index; //!< by tool and id
    TextBudget m_budget;

    void add(const RuleSetProblem &problem)
    {
        if (m_set.problems.size() < RuleSet::mostProblems)
            m_set.problems.append(problem);
    }
    void take(const SpecReading &reading)
    {
        if (reading.good())
            return;
        Definition told;
        reading.close(told, {});
        add({told.line, told.column, told.fault});
    }

    void readDocument(const SpecDocument &document)
    {
        SpecReading reading(document, m_budget);
        const Place root = placeOf(document.root, {});
        const Members members = reading.members(root);
        const QString spec = QStringLiteral("spec");
        if (members.contains(spec))
            readGroups(reading, members[spec], reading.members(members[spec]));
        else
            readGroups(reading, root, members);
        take(reading);
    }

    void readGroups(SpecReading &reading, const Place &place, const Members &members)
    {
        const QString groups = QStringLiteral("groups");
        if (!reading.need(place, members, groups))
            return;
        for (const Place &item : reading.items(members[groups])) {
            SpecReading own(reading.document(), m_budget);
            readGroup(own, item);
            take(own);
        }
    }

    void readGroup(SpecReading &reading, const Place &place)
    {
        const QString rules = QStringLiteral("rules");
        const Members members = reading.members(place);
        if (!reading.need(place, members, rules))
            return;
        ++m_set.groups;
        for (const Place &item : reading.items(members[rules])) {
            SpecReading own(reading.document(), m_budget);
            const ReadRule rule = readRule(own, item);
            if (own.good())
                judge(rule);
            take(own);
        }
    }

    static ReadRule readRule(SpecReading &reading, const Place &place)
    {
        const QString record = QStringLiteral("record");
        const QString alert = QStringLiteral("alert");
        const Members members = reading.members(place);
        ReadRule rule;
        rule.record = reading.textOf(members, record);
        rule.alert = reading.textOf(members, alert);
        rule.expression = reading.needText(place, members, QStringLiteral("expr"), SpecReading::longestQuery);
        rule.labels = reading.labels(members, QStringLiteral("labels"));
        if (reading.good() && rule.record.isEmpty() == rule.alert.isEmpty())
            reading.complain(place, Words::tr("A rule has either “%1” or “%2”. Write one of them.").arg(record, alert));
        return rule;
    }

    RuleSetSlo &sloOf(Definition::Tool tool, const QString &id)
    {
        const QString key = (tool == Definition::Tool::Pyrra ? u'p' : u's') + id;
        const auto found = m_index.constFind(key);
        if (found != m_index.constEnd())
            return m_set.slos[*found];
        m_index.insert(key, m_set.slos.size());
        m_set.slos.append({tool, id, {}, {}, 0, {}, {}, 0, 0});
        return m_set.slos.last();
    }

    void judge(const ReadRule &rule)
    {
        const bool alerts = !rule.alert.isEmpty();
        ++(alerts ? m_set.alerts : m_set.recordings);
        QString id = rule.labels.value(QStringLiteral("sloth_id"));
        if (id.isEmpty() && alerts)
            id = idWithin(rule.expression);
        if (!id.isEmpty()) {
            RuleSetSlo &slo = sloOf(Definition::Tool::Sloth, id);
            if (rule.labels.value(QStringLiteral("managed_by")) == QLatin1String("pilothouse"))
                slo.tool = Definition::Tool::Console;
            ++(alerts ? slo.alerts : slo.recordings);
            if (!alerts)
                takeSloth(rule, slo);
            return;
        }
        const QString pyrra = rule.labels.value(QStringLiteral("slo"));
        if (pyrra.isEmpty() || (alerts ? !rule.expression.contains(QLatin1String(":burnrate")) : !isPyrra(rule.record)))
            return;
        RuleSetSlo &slo = sloOf(Definition::Tool::Pyrra, pyrra);
        slo.name = pyrra;
        ++(alerts ? slo.alerts : slo.recordings);
        if (!alerts)
            takePyrra(rule, slo);
    }

    static void addWindow(RuleSetSlo &slo, QStringView text)
    {
        const auto window = promDurationOf(text);
        if (window && !slo.windows.contains(*window))
            slo.windows.append(*window);
    }

    static void takeSloth(const ReadRule &rule, RuleSetSlo &slo)
    {
        const QString ratio = QStringLiteral("slo:sli_error:ratio_rate");
        slo.name = rule.labels.value(QStringLiteral("sloth_slo"), slo.name);
        slo.service = rule.labels.value(QStringLiteral("sloth_service"), slo.service);
        if (rule.record.startsWith(ratio))
            addWindow(slo, QStringView(rule.record).sliced(ratio.size()));
        else if (rule.record == QLatin1String("slo:objective:ratio"))
            slo.objective = constantOf(rule.expression);
        else if (rule.record == QLatin1String("slo:time_period:days"))
            slo.period = std::chrono::seconds(
                static_cast<qint64>(std::clamp(constantOf(rule.expression), 0.0, 3650.0) * 86400));
    }

    static bool isPyrra(const QString &record)
    {
        return record.contains(QLatin1String(":burnrate")) || record.contains(QLatin1String(":increase"))
            || record.startsWith(QLatin1String("pyrra_"));
    }

    static void takePyrra(const ReadRule &rule, RuleSetSlo &slo)
    {
        const QString burn = QStringLiteral(":burnrate");
        const QString increase = QStringLiteral(":increase");
        if (const qsizetype at = rule.record.lastIndexOf(burn); at >= 0)
            addWindow(slo, QStringView(rule.record).sliced(at + burn.size()));
        else if (const qsizetype from = rule.record.lastIndexOf(increase); from >= 0)
            slo.period = std::max(slo.period,
                promDurationOf(QStringView(rule.record).sliced(from + increase.size()))
                    .value_or(std::chrono::seconds(0)));
        else if (rule.record == QLatin1String("pyrra_objective"))
            slo.objective = constantOf(rule.expression);
        else if (rule.record == QLatin1String("pyrra_window"))
            slo.period = std::chrono::seconds(
                static_cast<qint64>(std::clamp(constantOf(rule.expression), 0.0, 3650.0 * 86400)));
    }
};

} // namespace

RuleSet parseRules(QByteArrayView yaml)
{
    return RuleSetReading().read(yaml);
}

} // namespace SloSpec
