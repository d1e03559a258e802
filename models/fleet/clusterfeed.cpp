// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/clusterfeed.h"

#include "backends/core/clock.h"
#include "backends/kubernetes/cluster.h"
#include "backends/prometheus/usagemonitor.h"
#include "models/pods/podstore.h"
#include "models/tenants/tenantstore.h"

#include <QLocale>

namespace {

constexpr std::chrono::minutes historyLength{15};
constexpr std::chrono::seconds historyStep{15};

//! Samples come at the scrape interval and are asked for every few seconds: later than twice that is late.
FreshnessPolicy metricsFreshness(std::chrono::milliseconds pace)
{
    using namespace std::chrono_literals;
    return {std::max<std::chrono::milliseconds>(15s, 2 * pace + 10s),
        std::max<std::chrono::milliseconds>(60s, 5 * pace + 20s)};
}

} // namespace

ClusterFeed::ClusterFeed(
    const ClusterItem &item, ClusterListModel &clusters, TenantStore &tenants, const Clock &clock, QObject *parent)
    : QObject(parent), m_item(item), m_clusters(clusters), m_tenants(tenants), m_clock(clock)
{
    m_mayRecover = m_item.state != ClusterItem::State::Failed;
    m_clusters.set(m_item);
    m_tenants.setCluster(m_item.id, m_item.name, m_item.freshness);
}

ClusterFeed::~ClusterFeed()
{
    m_clusters.remove(m_item.id);
    m_tenants.removeCluster(m_item.id);
}

void ClusterFeed::follow(Kubernetes::Cluster *cluster)
{
    using Kubernetes::Cluster;
    m_item.state = ClusterItem::State::Connecting;
    const QString id = m_item.id;
    connect(cluster, &Cluster::statusChanged, this, &ClusterFeed::takeStatus);
    connect(cluster, &Cluster::namespacesChanged, this,
        [this, id](const Kubernetes::NamespaceBatch &batch) { m_tenants.apply(id, batch); });
    connect(cluster, &Cluster::quotasChanged, this,
        [this, id](const Kubernetes::QuotaBatch &batch) { m_tenants.apply(id, batch); });
    connect(cluster, &Cluster::podsChanged, this,
        [this, id](const Kubernetes::PodBatch &batch) { m_tenants.apply(id, batch); });
    connect(cluster, &Cluster::podsPreviewed, this,
        [this, id](const Kubernetes::PodPreviewList &list) { m_tenants.pods()->apply(id, list); });
    connect(m_tenants.pods(), &PodStore::settledNow, this, [this](const QString &clusterId) {
        if (clusterId == m_item.id)
            takeWaitingStatus();
    });
    publish();
}

void ClusterFeed::follow(Prometheus::UsageMonitor *monitor)
{
    using Prometheus::UsageMonitor;
    m_monitor = monitor;
    m_item.hasMetrics = true;
    connect(monitor, &UsageMonitor::sampled, this, &ClusterFeed::takeSample);
    connect(monitor, &UsageMonitor::failed, this, &ClusterFeed::takeMetricsFailure);
    connect(monitor, &UsageMonitor::rangeRead, this, &ClusterFeed::takeRange);
    publish();
}

void ClusterFeed::setName(const QString &name)
{
    if (m_item.name == name)
        return;
    m_item.name = name;
    publish();
}

bool ClusterFeed::settled() const
{
    const bool answered = m_item.state == ClusterItem::State::Connected || m_item.state == ClusterItem::State::Limited;
    const bool clusterKnown = m_item.state == ClusterItem::State::Failed
        || (answered && m_item.freshness.state != Freshness::State::Unknown);
    return clusterKnown && capacityAnswered() && !m_waitingStatus && (!m_item.hasMetrics || m_metricsAnswered);
}

//! What stands behind quotas is known, or not to be known soon, where somebody needs it.
bool ClusterFeed::capacityAnswered() const
{
    if (!m_status || m_status->capacityComplete())
        return true;
    const auto failed = [](const Kubernetes::KindStatus &kind) { return kind.needed && kind.error; };
    return failed(m_status->nodes) || failed(m_status->limitRanges) || failed(m_status->capsuleTenants);
}

void ClusterFeed::takeStatus(const Kubernetes::ClusterStatus &status)
{
    if (m_status && *m_status == status && !m_waitingStatus)
        return;
    m_waitingStatus = std::make_unique<Kubernetes::ClusterStatus>(status);
    takeWaitingStatus();
}

void ClusterFeed::takeWaitingStatus()
{
    if (!m_waitingStatus || !m_tenants.pods()->settled(m_item.id))
        return;
    m_status = std::move(m_waitingStatus);
    publish();
}

void ClusterFeed::publish()
{
    if (m_status) {
        const auto &error = m_status->error;
        m_item.server = m_status->server;
        m_item.identity = m_status->identity.user;
        m_item.identitySource = identitySource();
        m_item.notes = notes();
        m_item.problem = error ? describe(*error, ProblemSource::Kubernetes, m_item.name) : Problem();
        m_mayRecover = !error || error->transient();
        if (error && m_status->confirmed && m_status->failingSince.isValid()) {
            const QString since = QLocale().toString(m_status->failingSince.toLocalTime().time(), QLocale::ShortFormat);
            m_item.problem.explanation += (m_item.problem.explanation.isEmpty() ? QString() : QStringLiteral(" "))
                + tr("This has been so since %1.").arg(since);
        }
        // With figures on the screen a hiccup is the business of freshness; what waiting cannot mend is a failure at
        // once.
        if (error && (!m_status->complete() || !error->transient()))
            m_item.state = ClusterItem::State::Failed;
        else if (!m_status->complete())
            m_item.state = ClusterItem::State::Connecting;
        else
            m_item.state = m_item.notes.isEmpty() ? ClusterItem::State::Connected : ClusterItem::State::Limited;
    }
    refreshFreshness();
}

void ClusterFeed::refreshFreshness()
{
    const auto now = m_clock.elapsed();
    if (m_status)
        m_item.freshness = clusterFreshness.assess(m_status->confirmed, m_status->confirmedAt, now);
    if (m_item.hasMetrics) {
        const QDateTime at
            = m_metricsConfirmed ? m_clock.now().addMSecs((*m_metricsConfirmed - now).count()) : QDateTime();
        m_item.metricsFreshness = metricsFreshness(m_metricsPace).assess(m_metricsConfirmed, at, now);
    }
    m_tenants.setCluster(m_item.id, m_item.name, m_item.freshness);
    m_tenants.setUsageFreshness(m_item.id, m_item.metricsFreshness);
    m_clusters.set(m_item);
    Q_EMIT changed();
}

QString ClusterFeed::identitySource() const
{
    using Kubernetes::Identity;
    const Identity &identity = m_status->identity;
    QString credential;
    switch (identity.method) {
    case Identity::Method::None:
        credential = tr("without a credential");
        break;
    case Identity::Method::Token:
        credential = tr("by a token");
        break;
    case Identity::Method::TokenFile:
        credential = tr("by a token file");
        break;
    case Identity::Method::ClientCertificate:
        credential = identity.expires.isValid()
            ? tr("by a client certificate that is valid until %1")
                  .arg(QLocale().toString(identity.expires.toLocalTime(), QLocale::ShortFormat))
            : tr("by a client certificate");
        break;
    case Identity::Method::Basic:
        credential = tr("by a password");
        break;
    case Identity::Method::Plugin:
        credential = tr("by a credential plugin");
        break;
    }
    if (identity.impersonated)
        return tr("Acting as %1: the kubeconfig logs in %2 and asks for this user's rights.")
            .arg(identity.user, credential);
    switch (identity.source) {
    case Identity::Source::Server:
        return tr("Logged in as %1 %2; the server itself says so.").arg(identity.user, credential);
    case Identity::Source::Certificate:
        return tr("Logged in as %1 %2, as the certificate says.").arg(identity.user, credential);
    case Identity::Source::Kubeconfig:
        break;
    }
    return tr("Logged in %2 that the kubeconfig calls %1; the server did not say whom it takes us for.")
        .arg(identity.user, credential);
}

QStringList ClusterFeed::notes() const
{
    QStringList notes;
    const QString &who = m_status->identity.user;
    const QLocale locale;
    const QString looked = locale.createSeparatedList(m_status->lookedAt);
    if (!m_status->lookedAt.isEmpty()) {
        notes.append(tr(
            "%1 may not list the namespaces of %2: only %3 is looked at, as the kubeconfig and the settings name it. "
            "Name others with --namespace %2=NAME.")
                         .arg(who, m_item.name, looked));
    }
    const auto kindNote = [&](const Kubernetes::KindStatus &kind, const QString &things) {
        if (kind.refused())
            notes.append(tr("%1 may not read the %2 of %3: they are unknown here.").arg(who, things, m_item.name));
        else if (kind.limited && m_status->lookedAt.isEmpty())
            notes.append(tr("%1 may read the %2 of %3 only in some namespaces: elsewhere they are unknown.")
                             .arg(who, things, m_item.name));
    };
    kindNote(m_status->quotas, tr("quotas"));
    kindNote(m_status->pods, tr("pods"));
    for (const QString &name : m_status->missing)
        notes.append(tr("There is no namespace %1 in %2.").arg(name, m_item.name));
    for (const QString &warning : m_status->warnings)
        notes.append(tr("The kubeconfig contradicts itself: %1.").arg(warning));
    return notes;
}

void ClusterFeed::takeSample(
    const Prometheus::UsageSample &sample, std::chrono::milliseconds confirmed, std::chrono::milliseconds pace)
{
    m_metricsAnswered = true;
    m_metricsConfirmed = confirmed;
    m_metricsPace = pace;
    m_item.metricsProblem = {};
    m_tenants.apply(m_item.id, sample);
    publish();
}

void ClusterFeed::takeMetricsFailure(const Error &error)
{
    m_metricsAnswered = true;
    m_item.metricsProblem = describe(error, ProblemSource::Prometheus, m_item.name);
    publish();
}

void ClusterFeed::readHistory(const QString &tenantKey, const QStringList &namespaces)
{
    if (!m_monitor) {
        UsageHistory history;
        history.tenantKey = tenantKey;
        history.problem = tr("No Prometheus is set for %1, so nothing is known of what is really used. "
                             "Start with --prometheus %1=URL, or add it to the settings.")
                              .arg(m_item.name);
        Q_EMIT historyRead(history);
        return;
    }
    const qint64 now = m_clock.now().toMSecsSinceEpoch();
    const qint64 from = now - std::chrono::milliseconds(historyLength).count();
    QMetaObject::invokeMethod(
        m_monitor,
        [monitor = m_monitor.data(), tenantKey, namespaces, from, now] {
            monitor->readRange(tenantKey, namespaces, from, now, historyStep);
        },
        Qt::QueuedConnection);
}

void ClusterFeed::takeRange(const QString &tenantKey, const Prometheus::UsageRange &range)
{
    const auto convert = [](const QList<Prometheus::Point> &points) {
        QList<UsageHistory::Point> converted;
        converted.reserve(points.size());
        for (const Prometheus::Point &point : points)
            converted.append({point.time, point.value});
        return converted;
    };
    UsageHistory history;
    history.tenantKey = tenantKey;
    history.step = range.step;
    history.from = range.from;
    history.to = range.to;
    history.cpu = convert(range.cpu);
    history.memory = convert(range.memory);
    history.unanswered = range.error.has_value();
    if (range.error)
        history.problem = describe(*range.error, ProblemSource::Prometheus, m_item.name).paragraph();
    else if (range.cpu.isEmpty() && range.memory.isEmpty())
        history.problem
            = tr("The Prometheus of %1 has no figures for these namespaces in the last 15 minutes.").arg(m_item.name);
    Q_EMIT historyRead(history);
}
