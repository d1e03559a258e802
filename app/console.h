// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changes.h"
#include "app/commandline.h"
#include "app/monitoring.h"
#include "app/serveraddresses.h"
#include "app/settings.h"
#include "backends/core/clock.h"
#include "backends/kubernetes/clusterstatus.h"
#include "backends/kubernetes/kubeconfig.h"
#include "models/connections/connectiontablemodel.h"
#include "models/fleet/clusterlistmodel.h"
#include "models/journal/journalfeed.h"
#include "models/journal/journalwork.h"
#include "models/onboarding/tenantform.h"
#include "models/pods/poddetail.h"
#include "models/pods/podtablemodel.h"
#include "models/quotas/capacitystore.h"
#include "models/quotas/quotaboardmodel.h"
#include "models/quotas/quotaforecasts.h"
#include "models/quotas/quotarequesttablemodel.h"
#include "models/tenants/tenantdetail.h"
#include "models/tenants/tenantstore.h"

#include <QObject>
#include <QThread>
#include <QTimer>

#include <map>
#include <memory>

class ClusterLink;
class EndpointRelay;
class TableModel;

namespace SandboxClient {
struct Session;
}
namespace Kubernetes {
class FirstRows;
struct LoginMeans;
} // namespace Kubernetes
namespace OAuth {
class TokenStore;
}

//! Builds everything below the window and hands it over: reads the kubeconfig, connects contexts, owns the models and
//! the threads. The window, an export and a test use the same one.
class Console final : public QObject
{
    Q_OBJECT

public:
    //! \a clock must outlive this. Options of \a commandLine win over \a settings.
    Console(const CommandLine &commandLine, const Settings &settings, const Clock &clock, QObject *parent = nullptr);
    //! With a journal and policies of its own.
    Console(const CommandLine &commandLine, const Settings &settings, const Changes::Settings &changes,
        const Clock &clock, QObject *parent = nullptr);
    ~Console() override;

    //! Reads the kubeconfig and connects what is to be connected.
    void start();

    [[nodiscard]] ClusterListModel &clusters() { return m_clusters; }
    [[nodiscard]] TenantStore &tenants() { return m_tenants; }
    [[nodiscard]] TenantDetail &tenantDetail() { return m_detail; }
    [[nodiscard]] PodTableModel &pods() { return m_pods; }
    [[nodiscard]] PodDetail &podDetail() { return m_podDetail; }
    [[nodiscard]] CapacityStore &capacity() { return m_capacity; }
    [[nodiscard]] QuotaBoardModel &quotaBoard() { return m_quotaBoard; }
    [[nodiscard]] QuotaForecasts &quotaForecasts() { return m_quotaForecasts; }
    [[nodiscard]] QuotaRequestTableModel &quotaRequests() { return m_quotaRequests; }
    [[nodiscard]] ConnectionTableModel &connections() { return m_connections; }
    [[nodiscard]] JournalFeed &journalFeed() { return m_journalFeed; }
    [[nodiscard]] JournalWork &journalWork() { return m_journalWork; }
    [[nodiscard]] Changes &changes() { return m_changes; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] Monitoring &monitoring() { return m_monitoring; }
    //! Which labels and annotations say whose a namespace is.
    [[nodiscard]] TenantKeys tenantKeys() const;
    //! What a panel lists, without a window.
    struct PanelTable
    {
        TableModel *model = nullptr;
        QString sortColumn; //!< what hurts comes first, descending
    };
    //! By the panel's name on the command line; empty for the first. A null model for one that lists nothing.
    [[nodiscard]] PanelTable panelTable(const QString &panel);
    //! Which panel a person can see: only what it shows is read from the clusters. Empty: none; after a while in which
    //! that stays so, nothing but the clusters' health is read.
    void setVisiblePanel(const QString &panel);
    //! What is to be read, where no panel says so.
    void setNeeds(const Kubernetes::Needs &needs);
    [[nodiscard]] const Kubernetes::Needs &needs() const { return m_needs; }
    //! Why no cluster could even be named; empty when that is not so.
    [[nodiscard]] const Problem &setupProblem() const { return m_setupProblem; }
    //! All contexts of the kubeconfig, and those that are connected.
    [[nodiscard]] QStringList contexts() const;
    [[nodiscard]] QStringList connectedContexts() const;
    //! The kubeconfig's own choice; may be empty.
    [[nodiscard]] QString currentContext() const { return m_kubeconfig.currentContext(); }

    //! Sentences about options of the command line that name what does not exist.
    [[nodiscard]] QStringList unusedOptions() const;

    //! There will be a sandbox: nothing of the person's own is connected, \a why is shown meanwhile, and nothing is
    //! settled before useSandbox() or failSandbox().
    void expectSandbox(const Problem &why);
    //! What it brings takes the place of what settings and command line say, but for contexts that the latter names.
    void useSandbox(const SandboxClient::Session &session);
    //! Its metrics have come.
    void useSandboxMetrics(const SandboxClient::Session &session);
    //! There is none, or none any more; \a why is shown.
    void failSandbox(const Problem &why);
    [[nodiscard]] bool isSandbox() const { return m_sandbox != Sandbox::None; }

    void connectContext(const QString &context);
    void disconnectContext(const QString &context);
    //! Begins anew, with what the kubeconfig says now: after a new login its token is another.
    void reconnectContext(const QString &context);
    //! By Connection::key; what is not connected any more is passed over.
    void reconnectConnection(const QString &key);
    void logIn(const QString &key);
    void resetBreaker(const QString &key);

    //! Nothing is to be waited for any more: each cluster is complete or has failed. \a patient: give what may recover
    //! by itself the time to do so.
    [[nodiscard]] bool settled(bool patient) const;

Q_SIGNALS:
    //! Something about the clusters' states may be different.
    void changed();
    void contextsChanged();

private:
    static constexpr std::chrono::milliseconds freshnessTick{500};
    static constexpr std::chrono::seconds historyRefresh{15};
    //! Pods are looked through for those that have been pending for long.
    static constexpr std::chrono::seconds podTick{10};
    //! A window that is hidden for so long stops what only it needed.
    static constexpr std::chrono::minutes hiddenPatience{10};
    //! How often a kubeconfig that is not there or cannot be used is looked for again.
    static constexpr std::chrono::seconds kubeconfigRetry{3};

    enum class Sandbox { None, Expected, Here, Failed };

    CommandLine m_commandLine;
    Settings m_settings;
    ServerAddresses m_addresses;
    const Clock &m_clock;
    std::shared_ptr<OAuth::TokenStore> m_tokens;
    std::unique_ptr<Kubernetes::LoginMeans> m_logins;
    std::shared_ptr<Kubernetes::FirstRows> m_firstRows;
    ClusterListModel m_clusters;
    TenantStore m_tenants;
    ConnectionTableModel m_connections;
    TenantDetail m_detail;
    PodTableModel m_pods;
    PodDetail m_podDetail;
    CapacityStore m_capacity;
    QuotaForecasts m_quotaForecasts;
    QuotaBoardModel m_quotaBoard;
    QuotaRequestTableModel m_quotaRequests;
    Kubernetes::Needs m_needs;
    std::unique_ptr<Alarm> m_hidden;
    Kubernetes::Kubeconfig m_kubeconfig;
    Sandbox m_sandbox = Sandbox::None;
    Problem m_setupProblem;
    QThread m_metricsThread;
    std::map<QString, std::unique_ptr<ClusterLink>> m_links; // by context
    Changes m_changes; // goes before what it talks to
    Monitoring m_monitoring;
    JournalFeed m_journalFeed;
    JournalWork m_journalWork;
    std::unique_ptr<Alarm> m_kubeconfigRetry;
    QTimer m_freshness;
    QTimer m_history;
    QTimer m_podAge;

    //! The context and what is connected there.
    [[nodiscard]] std::optional<std::pair<QString, Connection::Service>> connectionOf(const QString &key) const;
    [[nodiscard]] EndpointRelay *endpointOf(const QString &key);
    void lookAtPods();
    [[nodiscard]] Result<Kubernetes::Kubeconfig> loadKubeconfig() const;
    void readKubeconfig();

    void readHistory(const QString &clusterId, const QString &tenantKey, const QStringList &namespaces);
    void takeEndpoints(const SandboxClient::Session &session);
    //! All servers of one cluster.
    void connectServers(ClusterLink &link, const Kubernetes::KubeconfigContext &context);
    //! Those that belong to no cluster of the kubeconfig.
    void connectOwnServers();
    [[nodiscard]] ServerAccess accessTo(const QString &name, const Logins::Section &login) const;
    void nameClusters();
    [[nodiscard]] QString recordNamespaceFor(const Kubernetes::KubeconfigContext &context) const;
    [[nodiscard]] QStringList namespacesFor(const Kubernetes::KubeconfigContext &context) const;
};
