// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/slo/rulechecker.h"

#include "backends/slo/promtool.h"

namespace {

RuleVerdict verdictOf(Promtool::Verdict verdict, const QString &said)
{
    using Severity = Condition::Severity;
    switch (verdict) {
    case Promtool::Verdict::Good:
        return {Severity::Fine, RuleChecker::tr("promtool finds nothing wrong with these rules."), {}};
    case Promtool::Verdict::Bad:
        return {Severity::Critical,
            RuleChecker::tr("promtool does not take these rules. Change what it names in the queries or labels."),
            said};
    case Promtool::Verdict::Missing:
        return {Severity::Info,
            RuleChecker::tr("The rules were not checked: there is no promtool here. It comes with the package "
                            "prometheus."),
            {}};
    case Promtool::Verdict::Failed:
        break;
    }
    return {Severity::Warning,
        RuleChecker::tr("The rules were not checked: promtool could not be run. Check them with promtool check rules."),
        said};
}

} // namespace

RuleChecker::RuleChecker(const Clock &clock, const QString &program, QObject *parent)
    : QObject(parent), m_promtool(new Promtool(clock, program, this))
{
    connect(m_promtool, &Promtool::checked, this,
        [this](Promtool::Verdict verdict, const QString &said) { Q_EMIT checked(verdictOf(verdict, said)); });
}

void RuleChecker::check(const QByteArray &yaml)
{
    m_promtool->check(yaml);
}
