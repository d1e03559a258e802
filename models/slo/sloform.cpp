// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/slo/sloform.h"

#include "models/slo/slodraft.h"

#include "backends/core/tree.h"
#include "backends/slo/promtext.h"
#include "backends/slo/rules.h"
#include "models/changes/changeriver.h"
#include "models/changes/changetarget.h"
#include "models/slo/slorules.h"

#include <QCoreApplication>

namespace {

using Kind = SloForm::Kind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SloForm)
};

const QString managedBy = QStringLiteral("app.kubernetes.io/managed-by");

SloSpec::RuleFile workloadRulesOf(const SloForm &form)
{
    SloSpec::WorkloadTarget target;
    target.namespaceName = form.namespaceName;
    target.service = form.service;
    target.runbook = form.runbook;
    return SloSpec::workloadRules(target);
}

//! Whether something must be written besides what was there.
QString foreignManager(const ReadAnswer &existing)
{
    const auto tree = Tree::parse(existing.object.text);
    const QStringList path{QStringLiteral("metadata"), QStringLiteral("labels"), managedBy};
    const QString manager = tree ? tree->textAt(path) : QString();
    return manager == QLatin1String("pilothouse") ? QString()
        : manager.isEmpty()                       ? Words::tr("somebody else")
                                                  : manager;
}

} // namespace

void SloForm::adopt(Kind chosen)
{
    kind = chosen;
    window = QStringLiteral("30d");
    bound.clear();
    metric.clear();
    switch (kind) {
    case Kind::Availability:
    case Kind::Own:
        objective = QStringLiteral("99.9");
        break;
    case Kind::Latency:
        objective = QStringLiteral("95");
        bound = QStringLiteral("500ms");
        break;
    case Kind::Quality:
        objective = QStringLiteral("99.5");
        break;
    case Kind::Satisfaction:
        objective = QStringLiteral("90");
        bound = QStringLiteral("4.0");
        break;
    case Kind::WorkloadAlerts:
        objective.clear();
        window.clear();
    }
}

QString SloForm::usualMetric() const
{
    switch (kind) {
    case Kind::Availability:
    case Kind::Quality:
        return QStringLiteral("http_requests_total");
    case Kind::Latency:
        return QStringLiteral("http_request_duration_seconds");
    case Kind::Satisfaction:
        return QStringLiteral("user_satisfaction_score");
    case Kind::Own:
    case Kind::WorkloadAlerts:
        break;
    }
    return {};
}

QString SloForm::histogram() const
{
    if (!hasBound())
        return {};
    return metric.isEmpty() ? usualMetric() : metric;
}

QString SloForm::ownName() const
{
    if (!name.isEmpty())
        return name;
    switch (kind) {
    case Kind::Availability:
        return QStringLiteral("availability");
    case Kind::Latency:
        return QStringLiteral("latency");
    case Kind::Quality:
        return QStringLiteral("quality");
    case Kind::Satisfaction:
        return QStringLiteral("satisfaction");
    case Kind::Own:
        break;
    case Kind::WorkloadAlerts:
        return QStringLiteral("alerts");
    }
    return {};
}

SloFormRules sloFormRules(const SloForm &form)
{
    SloFormRules rules;
    rules.mistakes = SloDraft::mistakes(form);
    if (!rules.mistakes.isEmpty())
        return rules;
    SloSpec::RuleFile file;
    if (form.isObjective()) {
        const SloSpec::Definition definition = SloDraft::definition(form);
        file = sloRules(definition, rules.notes);
        rules.definition = SloDraft::openSlo(form, definition);
        if (form.hasBound() && form.bounds.isEmpty())
            rules.notes.append(
                Words::tr("Whether %1 has a bucket that ends at %2 was not looked up. Without one the rules "
                          "find no data.")
                    .arg(form.histogram(), form.bound));
    } else {
        file = workloadRulesOf(form);
    }
    rules.objectName = {QStringLiteral("monitoring.coreos.com"), QStringLiteral("v1"), QStringLiteral("PrometheusRule"),
        QStringLiteral("prometheusrules"), {}, form.namespaceName, SloDraft::objectName(form)};
    rules.text = SloSpec::toPrometheusYaml(file);
    rules.object = SloSpec::toPrometheusRule(file, {rules.objectName.name, form.namespaceName, {}});
    return rules;
}

SloFormEdit sloFormEdit(const SloForm &form, const SloFormRules &rules, const ReadAnswer &existing,
    const ChangeRiver &river, const QString &tenant)
{
    if (!rules.mistakes.isEmpty())
        return {{}, rules.mistakes.first().sentence, {}};
    const QString place = river.clusterName(form.clusterId);
    const QString title = rules.objectName.title();
    ObjectEdit edit;
    edit.object = rules.objectName;
    edit.text = rules.object;
    switch (existing.kind) {
    case ReadAnswer::Kind::Failed:
        return {{}, existing.sentence, {}};
    case ReadAnswer::Kind::Missing:
        edit.action = ObjectEdit::Action::Create;
        break;
    case ReadAnswer::Kind::Found:
        if (const QString manager = foreignManager(existing); !manager.isEmpty())
            return {{},
                Words::tr("%1 is there already and belongs to %2. Choose another name for the objective.")
                    .arg(title, manager),
                {}};
        edit.action = ObjectEdit::Action::MergePatch;
        edit.before = existing.object;
    }
    SloFormEdit result;
    result.change = river.newChange(form.clusterId, ChangeKind::Object);
    result.change->edits = {edit};
    if (!tenant.isEmpty())
        result.change->tenants = {tenant};
    const bool makes = edit.action == ObjectEdit::Action::Create;
    result.action
        = makes ? Words::tr("Create %1 in %2").arg(title, place) : Words::tr("Replace %1 in %2").arg(title, place);
    return result;
}

namespace SloFormText {

QList<SloForm::Kind> kinds()
{
    return {Kind::Availability, Kind::Latency, Kind::Quality, Kind::Satisfaction, Kind::Own, Kind::WorkloadAlerts};
}

QString name(SloForm::Kind kind)
{
    switch (kind) {
    case Kind::Availability:
        return Words::tr("Availability");
    case Kind::Latency:
        return Words::tr("Latency");
    case Kind::Quality:
        return Words::tr("Quality");
    case Kind::Satisfaction:
        return Words::tr("User satisfaction");
    case Kind::Own:
        return Words::tr("Own queries");
    case Kind::WorkloadAlerts:
        return Words::tr("Standard alerts, no objective");
    }
    return {};
}

QString meaning(SloForm::Kind kind)
{
    switch (kind) {
    case Kind::Availability:
        return Words::tr("A request is good when its answer is no error of the server: no code from 500 on.");
    case Kind::Latency:
        return Words::tr(
            "A request is good when it is answered within the bound, which has to be one of its histogram.");
    case Kind::Quality:
        return Words::tr("A request is good when it succeeds: no code from 400 on.");
    case Kind::Satisfaction:
        return Words::tr("A score is good when it is above the bound, which has to be one of its histogram.");
    case Kind::Own:
        return Words::tr("What is bad and what there is at all, as queries say it. Write {{.window}} as their range.");
    case Kind::WorkloadAlerts:
        return Words::tr(
            "Alerts for errors, slow answers, failing dependencies, growing memory, and CPU near its limit.");
    }
    return {};
}

std::optional<double> seconds(const QString &text)
{
    const bool milliseconds = text.endsWith(QLatin1String("ms"));
    QString number = text;
    if (milliseconds)
        number.chop(2);
    else if (text.endsWith(u's'))
        number.chop(1);
    bool valid = false;
    const double value = number.trimmed().toDouble(&valid) / (milliseconds ? 1000 : 1);
    if (!valid || !(value > 0) || value > 86400)
        return {};
    return value;
}

} // namespace SloFormText
