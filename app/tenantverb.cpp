// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tenantverb.h"

#include "app/console.h"
#include "app/tenanttemplatefiles.h"
#include "models/onboarding/offboarding.h"
#include "models/onboarding/tenantonboarding.h"
#include "models/tenants/tenanttablemodel.h"

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TenantVerb)
};

VerbPlan misused(const QString &why)
{
    VerbPlan plan;
    plan.exitStatus = ChangeVerb::Misused;
    plan.text = why + u'\n'
        + Words::tr("Write: pilothouse tenant create NAME --tier TIER --owner NAME --cost-centre NAME --cluster NAME "
                    "--reason TEXT [--dry-run] [--yes], or: pilothouse tenant delete NAME --cluster NAME --reason TEXT "
                    "[--dry-run] [--yes].")
        + u'\n';
    return plan;
}

//! Whether all namespaces of the cluster are known.
bool isComplete(Console &console, const QString &clusterId)
{
    const ClusterItem *cluster = console.clusters().find(clusterId);
    return cluster && cluster->freshness.state != Freshness::State::Unknown;
}

//! What the options of create say.
class FormOptions
{
    Q_DECLARE_TR_FUNCTIONS(TenantVerb)

public:
    FormOptions()
    {
        using Field = QString TenantAllowance::*;
        const auto figure = [this](const char *option, Field field, const QString &what) {
            m_figures.append({QCommandLineOption(QString::fromLatin1(option), what, tr("AMOUNT")), field});
        };
        figure("workloads", &TenantAllowance::workloads, tr("Pods at once, other than the tier's."));
        figure("cpu", &TenantAllowance::cpu, tr("Cores, other than the tier's."));
        figure("memory", &TenantAllowance::memory, tr("Memory, other than the tier's."));
        figure("storage", &TenantAllowance::storage, tr("Storage, other than the tier's."));
        figure("requests-per-minute", &TenantAllowance::requestsPerMinute, tr("Requests a minute, likewise."));
        figure("execution-seconds", &TenantAllowance::executionSeconds, tr("Execution time in seconds, likewise."));
    }

    void addTo(QCommandLineParser &parser) const
    {
        parser.addOptions({m_tier, m_owner, m_group, m_costCentre, m_isolation, m_compliance});
        for (const auto &figure : m_figures)
            parser.addOption(figure.first);
    }

    //! A sentence in \a problem when they cannot be understood.
    [[nodiscard]] TenantForm read(
        const QCommandLineParser &parser, const TenantTemplates &templates, QString &problem) const
    {
        TenantForm form;
        const TenantTemplate *tier = templates.find(parser.value(m_tier));
        if (!tier) {
            const QString known = templates.tiers().join(QStringLiteral(", "));
            problem = parser.isSet(m_tier) ? tr("There is no tier %1. There are: %2.").arg(parser.value(m_tier), known)
                                           : tr("It is not said which tier. Write --tier with one of: %1.").arg(known);
            return form;
        }
        form.adopt(*tier);
        form.owner = parser.value(m_owner);
        form.ownerIsGroup = parser.isSet(m_group);
        form.costCentre = parser.value(m_costCentre);
        form.compliance = TenantText::frameworks(parser.value(m_compliance));
        if (parser.isSet(m_isolation))
            readIsolation(parser.value(m_isolation), form, problem);
        for (const auto &[option, field] : m_figures) {
            if (parser.isSet(option))
                form.allowance.*field = parser.value(option);
        }
        return form;
    }

private:
    QCommandLineOption m_tier{QStringLiteral("tier"), tr("Of the template that it is made by."), tr("TIER")};
    QCommandLineOption m_owner{
        QStringLiteral("owner"), tr("Who answers for it, as the cluster knows that user."), tr("NAME")};
    QCommandLineOption m_group{QStringLiteral("owner-is-group"), tr("The owner is a group, not a user.")};
    QCommandLineOption m_costCentre{QStringLiteral("cost-centre"), tr("Who pays for it."), tr("NAME")};
    QCommandLineOption m_isolation{QStringLiteral("isolation"),
        tr("shared, namespace, dedicated or physical; else what the tier says."), tr("LEVEL")};
    QCommandLineOption m_compliance{
        QStringLiteral("compliance"), tr("Frameworks that it keeps to, such as gdpr,iso-27001."), tr("LIST")};
    QList<std::pair<QCommandLineOption, QString TenantAllowance::*>> m_figures;

    static void readIsolation(const QString &value, TenantForm &form, QString &problem)
    {
        QStringList known;
        for (const TenantIsolation isolation : TenantText::isolations()) {
            known.append(TenantText::id(isolation));
            if (known.last() == value) {
                form.isolation = isolation;
                return;
            }
        }
        problem = tr("There is no isolation level %1. There are: %2.").arg(value, known.join(QStringLiteral(", ")));
    }
};

VerbChange create(Console &console, const QString &clusterId, TenantForm form, const TenantTemplates &templates)
{
    if (!isComplete(console, clusterId))
        return {}; // who lives there is not known yet
    form.clusterId = clusterId;
    const OnboardingEdit edit
        = onboardingEdit(form, templates, console.tenantKeys(), console.changes().river(), console.tenants());
    QStringList sentences;
    for (const TenantForm::Mistake &mistake : edit.mistakes)
        sentences.append(mistake.sentence);
    return {edit.change, sentences.join(u'\n'), edit.notes};
}

//! Begins to look when the tenant is known; asks to be asked again when it has looked.
VerbChange remove(Console &console, const QString &clusterId, const QString &tenant,
    const std::shared_ptr<std::unique_ptr<Offboarding>> &offboarding)
{
    const QString key = TenantStore::keyOf(clusterId, tenant);
    if (!isComplete(console, clusterId))
        return {};
    if (console.tenants().table()->rowOf(key) < 0)
        return {{},
            Words::tr("%1 has no tenant %2. Look at: pilothouse --panel tenants --export text.")
                .arg(console.clusters().find(clusterId)->name, tenant),
            {}};
    if (!*offboarding) {
        *offboarding = std::make_unique<Offboarding>(console.changes().river(), console.tenants(), nullptr);
        (*offboarding)->look(key);
        QObject::connect(offboarding->get(), &Offboarding::looked, &console, &Console::changed);
    }
    if ((*offboarding)->isReading())
        return {};
    return {(*offboarding)->change(), (*offboarding)->problem(), (*offboarding)->sentences()};
}

} // namespace

VerbPlan TenantVerb::plan(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        tr("Makes a tenant by the template of its tier, or takes one away with all that it has: by the guards, with a "
           "preview, into the journal, and looked after until the cluster shows it.\n\nEnds with 0 when it was "
           "verified, 2 when it was not understood, 3 when it was refused, 4 when it failed, 5 when the cluster did "
           "not show it in time, 6 when somebody else changed the same, 7 when nobody knows, 8 when only a part was "
           "made, 9 when it was given up, 10 when the cluster could not be read."));
    const QCommandLineOption help = parser.addHelpOption();
    const VerbOptions options;
    const FormOptions formOptions;
    options.addTo(parser);
    formOptions.addTo(parser);
    parser.addPositionalArgument(QStringLiteral("tenant"), {}, QStringLiteral("tenant"));
    parser.addPositionalArgument(QStringLiteral("verb"), {}, QStringLiteral("create|delete"));
    parser.addPositionalArgument(QStringLiteral("name"), tr("The tenant's name."), tr("NAME"));
    if (!parser.parse(arguments))
        return misused(parser.errorText());
    VerbPlan plan;
    if (parser.isSet(help)) {
        plan.exitStatus = ChangeVerb::Done;
        plan.text = parser.helpText();
        return plan;
    }
    const QStringList words = parser.positionalArguments();
    const bool creates = words.value(1) == QLatin1String("create");
    if (!creates && words.value(1) != QLatin1String("delete"))
        return misused(words.size() < 2 ? tr("Nothing was said that is to be done with the tenant.")
                                        : tr("A tenant cannot be “%1”.").arg(words.at(1)));
    if (words.size() != 3)
        return misused(tr("The name of one tenant is needed."));
    if (creates) {
        const TenantTemplates templates = TenantTemplateFiles::load(TenantTemplateFiles::folders());
        QString problem;
        TenantForm form = formOptions.read(parser, templates, problem);
        form.name = words.at(2);
        if (!problem.isEmpty())
            return misused(problem);
        plan.make = [form, templates](Console &console, const QString &clusterId) {
            return create(console, clusterId, form, templates);
        };
    } else {
        plan.make
            = [name = words.at(2), offboarding = std::make_shared<std::unique_ptr<Offboarding>>()](
                  Console &console, const QString &clusterId) { return remove(console, clusterId, name, offboarding); };
    }
    plan.chosen = options.read(parser);
    return plan.chosen.problem.isEmpty() ? plan : misused(plan.chosen.problem);
}
