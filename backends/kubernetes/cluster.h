// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/core/random.h"
#include "backends/kubernetes/clusterstatus.h"
#include "backends/kubernetes/decode.h"
#include "backends/kubernetes/records.h"

#include <QObject>

#include <functional>
#include <memory>

namespace Http {
class Transport;
}

namespace Kubernetes {

//! Keeps in step with one cluster: informers for namespaces, quotas and pods, a heartbeat, the identity. What it may
//! not list for the whole cluster it reads namespace by namespace. Changes leave as batches, at most one of a kind
//! every 33 ms. Lives in a worker thread; construct it anywhere, move it there, then invoke start().
class Cluster final : public QObject
{
    Q_OBJECT

public:
    struct Settings
    {
        QString server; //!< host:port, for people
        Identity identity; //!< as far as known before the server is asked
        QStringList namespaces; //!< to look at if they may not be listed
        QStringList warnings;
        TenantLabels labels;
    };
    //! Makes the way to the server, in the thread of this object; or says why there is none.
    using TransportFactory = std::function<Result<std::unique_ptr<Http::Transport>>()>;

    //! \a clock must outlive this.
    Cluster(Settings settings, TransportFactory transport, const Clock &clock, std::unique_ptr<RandomSource> random,
        QObject *parent = nullptr);
    ~Cluster() override;

    //! The following are to be called in this object's thread (queued, from others).
    void start();
    //! Which kinds some panel shows now. Informers start when they are needed, and stop a while after they are not;
    //! namespaces are always read. Everything is needed until this is called.
    void setNeeds(Kubernetes::Needs needs);
    //! Drops all connections and waits, and begins anew: files of certificates and tokens are read again.
    void reconnect();

Q_SIGNALS:
    void statusChanged(const Kubernetes::ClusterStatus &status);
    void namespacesChanged(const Kubernetes::NamespaceBatch &batch);
    void quotasChanged(const Kubernetes::QuotaBatch &batch);
    void podsChanged(const Kubernetes::PodBatch &batch);
    void podsPreviewed(const Kubernetes::PodPreviewList &list);

private:
    struct Feeds;
    static constexpr std::chrono::milliseconds batchInterval{33};

    Settings m_settings;
    TransportFactory m_makeTransport;
    const Clock &m_clock;
    std::unique_ptr<RandomSource> m_random;
    DecodeContext m_context;
    std::unique_ptr<Http::Transport> m_transport;
    std::unique_ptr<Feeds> m_feeds;
    ClusterStatus m_status;
    Needs m_needs;
    std::optional<Error> m_heartbeatError;
    std::chrono::milliseconds m_flushedAt{0};
    std::unique_ptr<Alarm> m_flush;
    std::unique_ptr<Alarm> m_review;

    void scheduleFlush();
    void flush();
    void scheduleReview();
    //! Looks at how all kinds do: falls back to namespaces, starts the heartbeat, and tells what has changed.
    void review();
    void fallBack();
    void adoptRefusalsUser();
    void chooseHeartbeat();
    //! The server has answered: what is being watched was true at \a at.
    void confirm(std::chrono::milliseconds at);
    void setConfirmed(std::chrono::milliseconds at);
    void heartbeatFailed(const Error &error);
    void askWhoWeAre(const QString &version);
    void publish();
    [[nodiscard]] bool nothingMayBeRead() const;
    [[nodiscard]] std::optional<Error> gravest() const;
};

} // namespace Kubernetes
