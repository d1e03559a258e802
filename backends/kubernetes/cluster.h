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
struct Response;
} // namespace Http

namespace Kubernetes {

class FirstRows;
class ObjectWorker;

//! Keeps in step with one cluster: informers for namespaces, quotas, pods and what stands behind quotas, a heartbeat,
//! the identity. What it may
//! not list for the whole cluster it reads namespace by namespace, and asks for the whole again every ten minutes.
//! Changes leave as batches, one of a kind every 33 ms and before each confirmation.
//!
//! What is shown is confirmed for a moment when each kind that is needed was proven to be true at that moment or later
//! (the rule of proof stands at Reflector), and, where the proof is a watch, storage answered a heartbeat that was
//! asked then or later. Nodes, limit ranges and Capsule's Tenants are confirmed by the same rule, but by themselves:
//! that they are late or may not be read makes nothing else less true. That a watch is open, or that the heartbeat is
//! answered, confirms nothing by itself.
//!
//! Lives in a worker thread; construct it anywhere, move it there, then invoke start().
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
        std::shared_ptr<FirstRows> firstRows = nullptr; //!< of the fleet that this one is shown with; null: of none
    };
    //! Makes the way to the server, in the thread of this object; or says why there is none.
    using TransportFactory = std::function<Result<std::unique_ptr<Http::Transport>>()>;

    //! \a clock must outlive this.
    Cluster(Settings settings, TransportFactory transport, const Clock &clock, std::unique_ptr<RandomSource> random,
        QObject *parent = nullptr);
    ~Cluster() override;

    //! Reads and writes single objects by the same way to the server. Lives and dies with this and in its thread; calls
    //! may be posted to it from the start.
    [[nodiscard]] ObjectWorker &objects() { return *m_objects; }

    //! The following are to be called in this object's thread (queued, from others).
    void start();
    //! Which kinds some panel shows now. Informers start when they are needed, and stop a while after they are not;
    //! namespaces are always read. Namespaces, quotas and pods are needed until this is called.
    void setNeeds(Kubernetes::Needs needs);
    //! Drops all connections and waits, and begins anew: files of certificates and tokens are read again.
    void reconnect();

Q_SIGNALS:
    void statusChanged(const Kubernetes::ClusterStatus &status);
    void namespacesChanged(const Kubernetes::NamespaceBatch &batch);
    void quotasChanged(const Kubernetes::QuotaBatch &batch);
    void podsChanged(const Kubernetes::PodBatch &batch);
    void nodesChanged(const Kubernetes::NodeBatch &batch);
    void quotaRequestsChanged(const Kubernetes::QuotaRequestBatch &batch);
    void limitRangesChanged(const Kubernetes::LimitRangeBatch &batch);
    void capsuleTenantsChanged(const Kubernetes::CapsuleTenantBatch &batch);
    void podsPreviewed(const Kubernetes::PodPreviewList &list);

private:
    struct Feeds;
    static constexpr std::chrono::milliseconds batchInterval{33};
    //! What nobody has needed for so long is not read any more.
    static constexpr std::chrono::minutes stopAfter{5};
    //! The list of pods waits so long for first rows, which it would otherwise slow down: for its own and for those of
    //! the rest of the fleet.
    static constexpr std::chrono::milliseconds previewPatience{500};
    static constexpr std::chrono::milliseconds fleetPatience{150};
    //! Rights change: so often the whole cluster is asked for again by who reads namespace by namespace.
    static constexpr std::chrono::minutes wholeAgain{10};

    Settings m_settings;
    TransportFactory m_makeTransport;
    const Clock &m_clock;
    std::unique_ptr<RandomSource> m_random;
    DecodeContext m_context;
    std::unique_ptr<Http::Transport> m_transport;
    std::unique_ptr<ObjectWorker> m_objects; // a child as well, so that it moves to other threads along with this
    std::unique_ptr<Feeds> m_feeds;
    ClusterStatus m_status;
    Needs m_needs;
    std::optional<Error> m_heartbeatError;
    std::chrono::milliseconds m_flushedAt{0};
    std::unique_ptr<Alarm> m_flush;
    std::unique_ptr<Alarm> m_review;
    std::unique_ptr<Alarm> m_stop;
    std::unique_ptr<Alarm> m_impatience;
    bool m_awaitsFirstRows = false;
    std::unique_ptr<Alarm> m_whole;

    void scheduleFlush();
    void flush();
    void scheduleReview();
    //! Looks at how all kinds do: falls back to namespaces, starts the heartbeat, and tells what has changed.
    void review();
    void fallBack();
    void adoptRefusalsUser();
    void chooseHeartbeat();
    void startNeeded();
    void stopUnneeded();
    //! First rows of a large list, from the server's own table; the list itself follows when they are there.
    void askForPreview();
    void takePreview(const Result<Http::Response> &answer);
    //! There are first rows, or it was not worth waiting for them any longer.
    void settleFirstRows();
    void loseFirstRows();
    void listPods();
    //! Asks whether a kind that is read namespace by namespace may be read as a whole by now.
    void tryWholeAgain();
    void tryWhole(const QString &resource);
    void answered(std::chrono::milliseconds askedAt);
    //! Confirms as much as is proven.
    void confirm();
    void confirmCapacity();
    //! Whether something has fallen back to namespaces.
    [[nodiscard]] bool reviewCapacity();
    [[nodiscard]] std::optional<std::chrono::milliseconds> proven() const;
    void setConfirmed(std::chrono::milliseconds at);
    void heartbeatFailed(const Error &error);
    void askWhoWeAre(const QString &version);
    void publish();
    [[nodiscard]] bool nothingMayBeRead() const;
    [[nodiscard]] std::optional<Error> gravest() const;
};

} // namespace Kubernetes
