// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verbrun.h"

#include "app/console.h"
#include "models/fleet/problem.h"

#include <QDir>

VerbOptions::VerbOptions()
    : m_cluster(QStringLiteral("cluster"), tr("The cluster to change, by its name or its context."), tr("NAME")),
      m_reason(QStringLiteral("reason"), tr("Why it is changed; goes to the journal."), tr("TEXT")),
      m_ticket(QStringLiteral("ticket"), tr("The ticket that asks for it."), tr("TEXT")),
      m_confirm(QStringLiteral("confirm"), tr("With --yes, for a production cluster: its name."), tr("NAME")),
      m_kubeconfig(QStringLiteral("kubeconfig"), tr("Read this kubeconfig alone."), tr("FILE")),
      m_deadline(QStringLiteral("deadline"), tr("Wait at most so long for the cluster (30)."), tr("SECONDS")),
      m_dryRun(QStringLiteral("dry-run"), tr("Show what would be changed, and change nothing.")),
      m_yes(QStringLiteral("yes"), tr("Do not ask."))
{
}

void VerbOptions::addTo(QCommandLineParser &parser) const
{
    parser.addOptions({m_cluster, m_reason, m_ticket, m_dryRun, m_yes, m_confirm, m_kubeconfig, m_deadline});
}

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(VerbOptions)
};

//! The context that is meant by the name of a context or of a cluster.
QString contextOf(const Kubernetes::Kubeconfig &kubeconfig, const QString &name, QString &problem)
{
    QStringList ofCluster;
    QStringList all;
    for (const Kubernetes::KubeconfigContext &context : kubeconfig.contexts()) {
        if (context.name == name)
            return name;
        if (context.cluster == name)
            ofCluster.append(context.name);
        all.append(context.name);
    }
    if (ofCluster.size() == 1 || ofCluster.contains(kubeconfig.currentContext()))
        return ofCluster.size() == 1 ? ofCluster.first() : kubeconfig.currentContext();
    problem = ofCluster.isEmpty()
        ? Words::tr("The kubeconfig has no cluster or context %1. It has: %2.").arg(name, all.join(QLatin1String(", ")))
        : Words::tr("The kubeconfig has several identities for %1. Say which with --cluster: %2.")
              .arg(name, ofCluster.join(QLatin1String(", ")));
    return {};
}

} // namespace

VerbOptions::Chosen VerbOptions::read(const QCommandLineParser &parser) const
{
    Chosen chosen;
    chosen.wish.reason = parser.value(m_reason).trimmed();
    chosen.wish.ticket = parser.value(m_ticket).trimmed();
    chosen.wish.confirmedCluster = parser.value(m_confirm);
    chosen.wish.dryRun = parser.isSet(m_dryRun);
    chosen.wish.yes = parser.isSet(m_yes);
    chosen.console.kubeconfig = parser.value(m_kubeconfig);
    if (parser.isSet(m_deadline))
        chosen.console.deadline = std::chrono::seconds(parser.value(m_deadline).toInt());
    const QString cluster = parser.value(m_cluster);
    if (cluster.isEmpty())
        chosen.problem = tr("It is not said which cluster is to be changed. Write --cluster NAME.");
    else if (chosen.wish.reason.isEmpty() && !chosen.wish.dryRun)
        chosen.problem = tr("It is not said why. Write --reason TEXT; it goes to the journal.");
    else if (chosen.console.deadline.count() < 1)
        chosen.problem
            = tr("“%1” is not a number of seconds. Write for example --deadline 30.").arg(parser.value(m_deadline));
    if (!chosen.problem.isEmpty())
        return chosen;
    const auto kubeconfig
        = Kubernetes::Kubeconfig::load(chosen.console.kubeconfig, qEnvironmentVariable("KUBECONFIG"), QDir::homePath());
    if (!kubeconfig) {
        chosen.problem = describe(kubeconfig.error(), ProblemSource::Kubeconfig, chosen.console.kubeconfig).paragraph();
        return chosen;
    }
    chosen.console.contexts = {contextOf(*kubeconfig, cluster, chosen.problem)};
    return chosen;
}

VerbRun::VerbRun(VerbPlan plan, Console &console, ChangeVerb::Terminal terminal, QObject *parent)
    : QObject(parent), m_plan(std::move(plan)), m_console(console), m_terminal(std::move(terminal)),
      m_verb(console.changes().river(), m_plan.chosen.wish, m_terminal)
{
    m_deadline.setSingleShot(true);
    connect(&m_console, &Console::changed, this, &VerbRun::look);
    connect(&m_deadline, &QTimer::timeout, this, &VerbRun::giveUp);
    connect(&m_verb, &ChangeVerb::finished, this, &VerbRun::finish);
    m_deadline.start(m_plan.chosen.console.deadline);
}

void VerbRun::look()
{
    if (m_started || m_over)
        return;
    const QString cluster = m_plan.chosen.console.contexts.constFirst();
    const ClusterItem *item = m_console.clusters().find(cluster);
    if (!item || item->state == ClusterItem::State::Idle || item->state == ClusterItem::State::Connecting)
        return;
    if (item->state == ClusterItem::State::Failed) {
        if (m_console.settled(true)) // what may recover by itself gets until the deadline
            giveUp();
        return;
    }
    const VerbChange made = m_plan.make(m_console, cluster);
    if (!made.problem.isEmpty()) {
        m_terminal.say(made.problem);
        finish(ChangeVerb::Misused);
    } else if (made.change) {
        m_started = true;
        m_deadline.stop();
        for (const QString &note : made.notes)
            m_terminal.say(note);
        m_verb.start(*made.change);
    }
}

void VerbRun::giveUp()
{
    if (m_started || m_over)
        return;
    if (!m_console.setupProblem().isEmpty())
        m_terminal.say(m_console.setupProblem().paragraph());
    const ClusterItem *item = m_console.clusters().find(m_plan.chosen.console.contexts.constFirst());
    if (item && !item->problem.isEmpty())
        m_terminal.say(item->problem.paragraph());
    else if (item)
        m_terminal.say(tr("%1 has not answered completely in time. Give it longer with --deadline.").arg(item->name));
    finish(ChangeVerb::NotRead);
}

int VerbRun::interrupted() const
{
    return m_started ? ChangeVerb::Unknown : ChangeVerb::Cancelled;
}

void VerbRun::finish(int exitStatus)
{
    if (std::exchange(m_over, true))
        return;
    m_console.changes().awaitRecords(this, [this, exitStatus] { Q_EMIT finished(exitStatus); });
}
