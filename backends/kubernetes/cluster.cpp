// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/cluster.h"

#include "backends/http/transport.h"
#include "backends/kubernetes/clusterfeeds.h"
#include "backends/kubernetes/firstrows.h"
#include "backends/kubernetes/objectworker.h"

#include <QThread>

#include <algorithm>
#include <array>

namespace Kubernetes {

Cluster::Cluster(Settings settings, TransportFactory transport, const Clock &clock,
    std::unique_ptr<RandomSource> random, QObject *parent)
    : QObject(parent), m_settings(std::move(settings)), m_makeTransport(std::move(transport)), m_clock(clock),
      m_random(std::move(random)), m_objects(std::make_unique<ObjectWorker>(this))
{
    m_context.labels = m_settings.labels;
    m_status.identity = m_settings.identity;
    m_status.server = m_settings.server;
    m_status.warnings = m_settings.warnings;
}

Cluster::~Cluster()
{
    if (m_settings.firstRows)
        disconnect(m_settings.firstRows.get(), nullptr, this, nullptr);
    settleFirstRows();
}

void Cluster::start()
{
    Q_ASSERT(QThread::currentThread() == thread());
    auto transport = m_makeTransport();
    if (!transport) {
        m_status.error = transport.error();
        m_objects->setError(transport.error());
        m_status.failingSince = m_clock.now();
        publish();
        return;
    }
    m_transport = std::move(transport).value();
    m_objects->setTransport(*m_transport);
    m_feeds = std::make_unique<Feeds>(*this);
    if (m_settings.firstRows)
        connect(m_settings.firstRows.get(), &FirstRows::allSettled, this, &Cluster::listPods, Qt::UniqueConnection);
    m_feeds->namespaces.watchCluster();
    startNeeded();
    if (m_status.identity.source == Identity::Source::Kubeconfig)
        askWhoWeAre(QStringLiteral("v1"));
    publish();
}

void Cluster::reconnect()
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (!m_feeds) {
        start();
        return;
    }
    m_transport->reconnect();
    tryWholeAgain();
    m_feeds->namespaces.retryNow();
    m_feeds->quotas.retryNow();
    m_feeds->pods.retryNow();
    m_feeds->capacity.retryNow();
    m_feeds->lookup.retryNow();
}

void Cluster::scheduleFlush()
{
    if (m_flush)
        return;
    const auto wait = std::max(std::chrono::milliseconds(0), batchInterval - (m_clock.elapsed() - m_flushedAt));
    m_flush = m_clock.after(wait, [this] { flush(); });
}

void Cluster::flush()
{
    m_flush.reset();
    m_flushedAt = m_clock.elapsed();
    const auto hand = [this](auto batch, size_t kind, auto send) {
        auto &announced = m_feeds->announced[kind];
        if (batch.isEmpty() && (!batch.synced || (announced && *announced == batch.scope)))
            return;
        if (batch.synced)
            announced = batch.scope;
        send(std::move(batch));
    };
    auto namespaces = m_feeds->namespaces.takeBatch();
    if (m_feeds->lookingUp)
        namespaces.synced = m_feeds->lookup.status().synced;
    hand(std::move(namespaces), 0,
        [this](Batch<NamespaceRecord> batch) { Q_EMIT namespacesChanged(NamespaceBatch{std::move(batch)}); });
    hand(m_feeds->quotas.takeBatch(), 1,
        [this](Batch<QuotaRecord> batch) { Q_EMIT quotasChanged(QuotaBatch{std::move(batch)}); });
    hand(m_feeds->pods.takeBatch(), 2,
        [this](Batch<PodRecord> batch) { Q_EMIT podsChanged(PodBatch{std::move(batch)}); });
    CapacityFeeds &capacity = m_feeds->capacity;
    if (!capacity.started())
        return;
    hand(capacity.nodes().takeBatch(), 3,
        [this](Batch<NodeRecord> batch) { Q_EMIT nodesChanged(NodeBatch{std::move(batch)}); });
    hand(capacity.limitRanges().takeBatch(), 4,
        [this](Batch<LimitRangeRecord> batch) { Q_EMIT limitRangesChanged(LimitRangeBatch{std::move(batch)}); });
    hand(capacity.requests().takeBatch(), 6,
        [this](Batch<QuotaRequestRecord> batch) { Q_EMIT quotaRequestsChanged(QuotaRequestBatch{std::move(batch)}); });
    hand(capacity.capsuleTenants().takeBatch(), 5, [this](Batch<CapsuleTenantRecord> batch) {
        Q_EMIT capsuleTenantsChanged(CapsuleTenantBatch{std::move(batch)});
    });
}

void Cluster::scheduleReview()
{
    // Queued: a reflector that reports must not be replaced while it does.
    if (!m_review)
        m_review = m_clock.after(std::chrono::milliseconds(0), [this] { review(); });
}

void Cluster::review()
{
    m_review.reset();
    const bool wasComplete = m_status.complete();
    fallBack();
    m_status.namespaces = m_feeds->lookingUp ? m_feeds->lookup.status() : m_feeds->namespaces.status();
    m_status.quotas = m_feeds->quotas.status();
    m_status.pods = m_feeds->pods.status();
    if (m_status.pods.synced || m_status.pods.limited)
        m_feeds->preview.reset(); // the list itself is there, or tells nothing of the whole
    if (m_feeds->lookingUp) {
        m_status.missing = m_feeds->lookup.missing();
        for (const QString &name : m_feeds->lookup.refused())
            m_feeds->lookup.assume(name, m_feeds->quotas.readable(name) || m_feeds->pods.readable(name));
    }
    adoptRefusalsUser();
    chooseHeartbeat();
    if (m_status.complete() && !wasComplete) {
        flush(); // before the status, so that whoever sees a complete picture has it
        confirm();
    } else if (m_status.complete()) {
        scheduleFlush(); // a kind without objects is synced without a change
    }
    publish();
}

void Cluster::fallBack()
{
    bool fell = false;
    if (!m_feeds->lookingUp && m_feeds->namespaces.refused()) {
        m_feeds->lookingUp = fell = true;
        m_status.lookedAt = m_settings.namespaces;
        m_feeds->namespaces.dropRefused();
        m_feeds->namespaces.stop();
        m_feeds->lookup.start(m_settings.namespaces);
    }
    const auto limit = [&](auto &feed) {
        if (feed.running() && feed.refused()) {
            feed.watchNamespaces(m_settings.namespaces);
            fell = true;
        }
        feed.dropRefused();
    };
    limit(m_feeds->quotas);
    limit(m_feeds->pods);
    fell = reviewCapacity() || fell;
    if (fell && !m_whole)
        m_whole = m_clock.after(wholeAgain, [this] { tryWholeAgain(); });
}

void Cluster::adoptRefusalsUser()
{
    if (m_status.identity.source == Identity::Source::Server)
        return;
    for (const KindStatus *kind : {&m_status.namespaces, &m_status.quotas, &m_status.pods}) {
        const QString user = kind->error ? userOfRefusal(kind->error->detail) : QString();
        if (user.isEmpty())
            continue;
        m_status.identity.user = user;
        m_status.identity.source = Identity::Source::Server;
        return;
    }
}

void Cluster::chooseHeartbeat()
{
    QString path;
    if (!m_feeds->lookingUp && m_status.namespaces.synced) {
        path = QStringLiteral("/api/v1/namespaces");
    } else if (m_feeds->lookingUp) {
        path = QStringLiteral("/version"); // until there is something that may be listed
        for (const QString &name : m_settings.namespaces) {
            if (m_feeds->quotas.readable(name))
                path = QStringLiteral("/api/v1/namespaces/%1/resourcequotas").arg(name);
            else if (m_feeds->pods.readable(name))
                path = QStringLiteral("/api/v1/namespaces/%1/pods").arg(name);
        }
    }
    if (!path.isEmpty())
        m_feeds->heartbeat.start(path);
}

void Cluster::answered(std::chrono::milliseconds askedAt)
{
    m_feeds->storage = askedAt;
    const bool wasFailing = m_heartbeatError.has_value();
    m_heartbeatError.reset();
    if (wasFailing) { // the server is back: no reason to sit out the waits
        m_feeds->namespaces.retryNow();
        m_feeds->quotas.retryNow();
        m_feeds->pods.retryNow();
        m_feeds->capacity.retryNow();
        m_feeds->lookup.retryNow();
    }
    confirm();
    confirmCapacity();
    publish();
}

void Cluster::heartbeatFailed(const Error &error)
{
    m_heartbeatError = error;
    publish();
}

void Cluster::askWhoWeAre(const QString &version)
{
    Http::Request request;
    request.method = QByteArrayLiteral("POST");
    request.path = QStringLiteral("/apis/authentication.k8s.io/%1/selfsubjectreviews").arg(version);
    request.contentType = QByteArrayLiteral("application/json");
    request.body = QStringLiteral(R"({"apiVersion":"authentication.k8s.io/%1","kind":"SelfSubjectReview"})")
                       .arg(version)
                       .toUtf8();
    request.repeat = Http::Repeat::Always; // it changes nothing
    m_feeds->whoAmI = m_transport->send(request, [this, version](const Result<Http::Response> &answer) {
        if (answer) {
            const auto user = decodeSelfSubject(answer->body);
            if (user && !user->isEmpty()) {
                m_status.identity.user = *user;
                m_status.identity.source = Identity::Source::Server;
                publish();
            }
        } else if (answer.error().kind == Error::Kind::NotFound && version == QLatin1String("v1")) {
            askWhoWeAre(QStringLiteral("v1beta1")); // Kubernetes 1.27; older ones cannot tell
        }
    });
}

bool Cluster::nothingMayBeRead() const
{
    return m_status.complete() && m_status.quotas.refused() && m_status.pods.refused();
}

std::optional<Error> Cluster::gravest() const
{
    if (m_heartbeatError)
        return m_heartbeatError;
    // Without namespaces there are no tenants, so their error explains most.
    for (const KindStatus *kind : {&m_status.namespaces, &m_status.quotas, &m_status.pods}) {
        if (kind->error && kind->error->kind != Error::Kind::Forbidden)
            return kind->error;
    }
    if (nothingMayBeRead())
        return m_status.namespaces.error ? m_status.namespaces.error : m_status.quotas.error;
    return {};
}

void Cluster::publish()
{
    if (m_feeds) {
        const auto error = gravest();
        if (!error)
            m_status.failingSince = {};
        else if (!m_status.error || m_status.error->kind != error->kind)
            m_status.failingSince = m_clock.now();
        m_status.error = error;
    }
    Q_EMIT statusChanged(m_status);
}

} // namespace Kubernetes
