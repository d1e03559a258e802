// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"

#include "app/clusterlink.h"
#include "app/endpointrelay.h"
#include "app/logins.h"
#include "app/tenanttemplatefiles.h"
#include "backends/kubernetes/clusteraccess.h"
#include "backends/kubernetes/firstrows.h"
#include "backends/oauth/kepttokens.h"
#include "backends/oauth/keychain.h"
#include "backends/prometheus/selection.h"
#include "backends/sandboxclient/session.h"
#include "models/alerts/alerttablemodel.h"
#include "models/changes/clusterrecord.h"
#include "models/slo/slotablemodel.h"
#include "models/tenants/tenanttablemodel.h"

#include <QDir>

#include <algorithm>

namespace {

constexpr std::chrono::milliseconds farewell{2000};

} // namespace

Console::Console(const CommandLine &commandLine, const Settings &settings, const Clock &clock, QObject *parent)
    : Console(commandLine, settings, Changes::Settings::usual(), clock, parent)
{
}

Console::Console(const CommandLine &commandLine, const Settings &settings, const Changes::Settings &changes,
    const Clock &clock, QObject *parent)
    : QObject(parent), m_commandLine(commandLine), m_settings(settings), m_addresses(m_commandLine, m_settings),
      m_clock(clock),
      m_tokens(OAuth::KeptTokens::make(std::make_unique<OAuth::Keychain>(QStringLiteral("Pilothouse")), clock)),
      m_logins(std::make_unique<Kubernetes::LoginMeans>(Kubernetes::systemLoginMeans(clock))),
      m_firstRows(std::make_shared<Kubernetes::FirstRows>()), m_detail(&m_tenants),
      m_pods(m_tenants.pods(), PodTableModel::Extent::All), m_podDetail(m_tenants.pods()),
      m_quotaForecasts(m_tenants, clock), m_quotaBoard(&m_tenants), m_changes(changes, clock),
      m_monitoring(m_tenants, m_connections, m_changes,
          {SloDefinitions::usualPlaces() + commandLine.sloFiles, settings.incidentFolder, settings.thresholds,
              settings.responseMetrics, settings.watchdog, settings.watchdogNamed},
          m_metricsThread, clock),
      m_journalFeed(m_changes.journal(), clock, changes.journal.file),
      m_journalWork(changes.journal.file, changes.journal.keyFolder, clock)
{
    m_logins->openId = [gate = m_logins->gate, tokens = m_tokens, &clock](const Kubernetes::Connection &connection) {
        return Logins::credentialsFor(
            Logins::planOf(connection.user), &connection.user, {gate, tokens, connection.context.name}, clock);
    };
    m_metricsThread.setObjectName(QStringLiteral("metrics"));
    connect(&m_detail, &TenantDetail::historyWanted, this, &Console::readHistory);
    connect(&m_freshness, &QTimer::timeout, this, [this] {
        for (const auto &[context, link] : m_links)
            link->feed().refreshFreshness();
        m_monitoring.refreshFreshness();
    });
    connect(&m_capacity, &CapacityStore::capacityChanged, &m_quotaBoard, &QuotaBoardModel::setCapacity);
    connect(&m_capacity, &CapacityStore::capacityRemoved, &m_quotaBoard, &QuotaBoardModel::removeCapacity);
    connect(&m_quotaForecasts, &QuotaForecasts::forecastMade, &m_quotaBoard, &QuotaBoardModel::setForecast);
    connect(&m_podAge, &QTimer::timeout, this, &Console::lookAtPods);
    connect(&m_history, &QTimer::timeout, &m_detail, &TenantDetail::wantHistory);
}

Console::~Console()
{
    for (const auto &[context, link] : m_links)
        m_changes.removeCluster(context);
    m_links.clear();
    m_monitoring.servers().disconnectAll();
    m_metricsThread.quit();
    if (m_metricsThread.isRunning() && !m_metricsThread.wait(farewell))
        m_metricsThread.terminate();
}

void Console::start()
{
    m_metricsThread.start();
    m_freshness.start(freshnessTick);
    m_history.start(historyRefresh);
    m_podAge.start(podTick);
    m_monitoring.start();
    if (m_commandLine.serversAlone) {
        connectOwnServers();
        return;
    }
    lookAtPods();
    if (m_sandbox == Sandbox::None)
        readKubeconfig();
}

Console::PanelTable Console::panelTable(const QString &panel)
{
    if (panel.isEmpty() || panel == QLatin1String("tenants"))
        return {m_tenants.table(), QStringLiteral("tightest_percent")};
    if (panel == QLatin1String("pods"))
        return {&m_pods, QStringLiteral("state")};
    if (panel == QLatin1String("connections"))
        return {&m_connections, QStringLiteral("state")};
    if (panel == QLatin1String("quotas")) {
        m_quotaBoard.settle(); // nobody looks at it, so it has not kept up
        return {&m_quotaBoard, QStringLiteral("cpu")};
    }
    if (panel == QLatin1String("slos")) {
        m_monitoring.slos().settle();
        return {m_monitoring.slos().table(), QStringLiteral("state")};
    }
    if (panel == QLatin1String("alerts"))
        return {m_monitoring.alerts().table(), QStringLiteral("state")};
    if (panel == QLatin1String("journal"))
        return {m_journalFeed.table(), QStringLiteral("time")};
    return {};
}

TenantKeys Console::tenantKeys() const
{
    return TenantTemplateFiles::keys(m_settings.labels);
}

void Console::setVisiblePanel(const QString &panel)
{
    m_hidden.reset();
    const bool incidents = panel == QLatin1String("incidents");
    m_monitoring.servers().setNeeds(
        incidents || panel == QLatin1String("slos"), incidents || panel == QLatin1String("alerts"));
    if (panel.isEmpty())
        m_hidden = m_clock.after(hiddenPatience, [this] { setNeeds({.quotas = false, .pods = false}); });
    else if (panel == QLatin1String("connections") || panel == QLatin1String("journal"))
        setNeeds({.quotas = false, .pods = false});
    else if (incidents || panel == QLatin1String("slos") || panel == QLatin1String("alerts"))
        setNeeds({.quotas = true, .pods = false}); // the console's own rules look at quotas
    else
        setNeeds(
            {.quotas = panel != QLatin1String("pods"), .pods = true, .capacity = panel == QLatin1String("quotas")});
}

void Console::setNeeds(const Kubernetes::Needs &needs)
{
    if (needs == m_needs)
        return;
    m_needs = needs;
    m_quotaForecasts.setNeeded(needs.capacity); // who looks at capacity looks at quotas
    for (const auto &[context, link] : m_links)
        link->setNeeds(needs);
}

void Console::lookAtPods()
{
    const qint64 now = m_clock.now().toSecsSinceEpoch();
    m_pods.setNow(now);
    m_detail.pods()->setNow(now);
    m_podDetail.setNow(now);
}

Result<Kubernetes::Kubeconfig> Console::loadKubeconfig() const
{
    return Kubernetes::Kubeconfig::load(m_commandLine.kubeconfig, qEnvironmentVariable("KUBECONFIG"), QDir::homePath());
}

void Console::readKubeconfig()
{
    QStringList wanted = m_commandLine.contexts;
    if (wanted.isEmpty())
        wanted = m_settings.contexts;
    auto kubeconfig = loadKubeconfig();
    if (!kubeconfig) {
        m_setupProblem = describe(kubeconfig.error(), ProblemSource::Kubeconfig, m_commandLine.kubeconfig);
    } else {
        m_kubeconfig = std::move(kubeconfig).value();
        if (wanted.isEmpty() && !m_kubeconfig.currentContext().isEmpty())
            wanted.append(m_kubeconfig.currentContext());
        m_setupProblem = wanted.isEmpty() ? noContextChosen(contexts()) : Problem();
        m_monitoring.servers().disconnectCluster({}); // what was nobody's before may belong to a cluster now
    }
    connectOwnServers();
    if (m_setupProblem.isEmpty()) {
        m_firstRows->setFleet(int(wanted.size()));
        for (const QString &context : std::as_const(wanted))
            connectContext(context);
    } else {
        m_kubeconfigRetry = m_clock.after(kubeconfigRetry, [this] {
            if (m_links.empty() && (m_sandbox == Sandbox::None || m_sandbox == Sandbox::Here))
                readKubeconfig();
        });
    }
    Q_EMIT contextsChanged();
}

void Console::expectSandbox(const Problem &why)
{
    m_sandbox = Sandbox::Expected;
    m_kubeconfigRetry.reset();
    const QStringList connected = connectedContexts();
    for (const QString &context : connected)
        disconnectContext(context);
    m_monitoring.servers().disconnectAll();
    m_setupProblem = why;
    Q_EMIT contextsChanged();
    Q_EMIT changed();
}

void Console::useSandbox(const SandboxClient::Session &session)
{
    m_sandbox = Sandbox::Here;
    m_settings.contexts.clear();
    m_settings.prometheus.clear();
    m_settings.alertmanager.clear();
    m_settings.namespaces.clear();
    m_settings.recordNamespaces.clear();
    m_settings.logins.clear();
    m_settings.prometheusLogins.clear();
    m_settings.alertmanagerLogins.clear();
    m_settings.labels = {};
    m_commandLine.kubeconfig = session.kubeconfig;
    for (const SandboxClient::Session::Cluster &cluster : session.clusters)
        m_settings.contexts.append(cluster.context);
    takeEndpoints(session);
    readKubeconfig();
    Q_EMIT changed();
}

void Console::useSandboxMetrics(const SandboxClient::Session &session)
{
    takeEndpoints(session);
    for (const auto &[context, link] : m_links) {
        if (const auto connection = m_kubeconfig.connection(context))
            connectServers(*link, connection->context);
    }
    Q_EMIT changed();
}

void Console::takeEndpoints(const SandboxClient::Session &session)
{
    for (const SandboxClient::Session::Cluster &cluster : session.clusters) {
        const auto take = [&cluster](QList<ServerAddress> &addresses, const QUrl &url) {
            const ServerAddress address{cluster.name, url.toString(), {}};
            if (!url.isEmpty() && !addresses.contains(address))
                addresses.append(address);
        };
        take(m_settings.prometheus, cluster.prometheus);
        take(m_settings.alertmanager, cluster.alertmanager);
    }
}

ServerAccess Console::accessTo(const QString &name, const Logins::Section &login) const
{
    return {*m_logins, m_tokens, name, m_settings.http.of(name), login};
}

void Console::connectServers(ClusterLink &link, const Kubernetes::KubeconfigContext &context)
{
    for (const auto service : {Connection::Service::Prometheus, Connection::Service::Alertmanager}) {
        const bool metrics = service == Connection::Service::Prometheus;
        const auto &logins = metrics ? m_settings.prometheusLogins : m_settings.alertmanagerLogins;
        const ServerLink *last = nullptr;
        const QList<ServerLink::Setting> servers
            = m_addresses.ofCluster(context.name, context.cluster, link.feed().item().name, service);
        for (const ServerLink::Setting &server : servers)
            last = m_monitoring.servers().connectServer(server, accessTo(context.name, logins.value(context.name)));
        if (metrics && last && !link.hasMetrics())
            link.connectMetrics(
                last->transports(), Prometheus::Selection::parse(last->setting().url.fragment()), m_metricsThread);
    }
}

void Console::connectOwnServers()
{
    QSet<QString> known;
    for (const Kubernetes::KubeconfigContext &context : m_kubeconfig.contexts())
        known << context.name << context.cluster;
    for (const auto service : {Connection::Service::Prometheus, Connection::Service::Alertmanager}) {
        const auto &logins
            = service == Connection::Service::Prometheus ? m_settings.prometheusLogins : m_settings.alertmanagerLogins;
        for (const ServerLink::Setting &server : m_addresses.ofNobody(known, service))
            m_monitoring.servers().connectServer(server, accessTo(server.name, logins.value(server.name)));
    }
}

void Console::failSandbox(const Problem &why)
{
    expectSandbox(why);
    m_sandbox = Sandbox::Failed;
    Q_EMIT changed();
}

QStringList Console::contexts() const
{
    QStringList names;
    for (const Kubernetes::KubeconfigContext &context : m_kubeconfig.contexts())
        names.append(context.name);
    return names;
}

QStringList Console::connectedContexts() const
{
    QStringList names;
    for (const ClusterItem &item : m_clusters.items())
        names.append(item.context);
    return names;
}

QStringList Console::unusedOptions() const
{
    QStringList sentences;
    const auto check = [&](const QString &cluster, const QString &option) {
        const auto &all = m_kubeconfig.contexts();
        const bool exists = std::any_of(all.begin(), all.end(),
            [&](const auto &context) { return context.name == cluster || context.cluster == cluster; });
        if (!exists && !all.isEmpty())
            sentences.append(
                tr("The kubeconfig has no cluster or context %1, so its --%2 is not used.").arg(cluster, option));
    };
    for (const auto &[cluster, url] : m_commandLine.prometheus) {
        if (!m_monitoring.servers().known(cluster, Connection::Service::Prometheus))
            check(cluster, QStringLiteral("prometheus"));
    }
    for (const auto &[cluster, url] : m_commandLine.alertmanager) {
        if (!m_monitoring.servers().known(cluster, Connection::Service::Alertmanager))
            check(cluster, QStringLiteral("alertmanager"));
    }
    for (const auto &[cluster, name] : m_commandLine.namespaces) {
        if (!cluster.isEmpty())
            check(cluster, QStringLiteral("namespace"));
    }
    const QList<Tenant> &rows = m_tenants.table()->rows();
    const bool found = std::any_of(
        rows.begin(), rows.end(), [this](const Tenant &tenant) { return tenant.name == m_commandLine.tenant; });
    if (!m_commandLine.tenant.isEmpty() && !found && !rows.isEmpty())
        sentences.append(tr("There is no tenant %1 among those that were read.").arg(m_commandLine.tenant));
    return sentences;
}

void Console::connectContext(const QString &context)
{
    if (m_links.contains(context))
        return;
    ClusterItem item;
    item.id = item.context = item.name = context;
    const auto connection = m_kubeconfig.connection(context);
    if (connection) {
        item.name = connection->cluster.name;
        item.identity = connection->user.name;
        item.server = connection->cluster.server.host();
    } else {
        item.state = ClusterItem::State::Failed;
        item.problem = describe(connection.error(), ProblemSource::Kubeconfig, context);
    }
    auto &link = m_links[context]
        = std::make_unique<ClusterLink>(item, m_clusters, m_tenants, m_connections, m_clock, nullptr);
    link->setNeeds(m_needs);
    link->showQuotas(m_capacity, m_quotaForecasts, m_quotaRequests);
    connect(&link->feed(), &ClusterFeed::changed, this, &Console::changed);
    connect(&link->feed(), &ClusterFeed::historyRead, &m_detail, &TenantDetail::setHistory);
    if (connection) {
        link->setAccess(accessTo(context, m_settings.logins.value(context)), m_firstRows);
        link->connectCluster(*connection, m_settings.labels, namespacesFor(connection->context));
        m_changes.addCluster(*link, recordNamespaceFor(connection->context));
        connect(&link->feed(), &ClusterFeed::changed, &m_changes,
            [this, feed = &link->feed()] { m_changes.setCluster(feed->item()); });
        connectServers(*link, connection->context);
        m_monitoring.definitions().addCluster(context, item.name);
    }
    nameClusters();
    Q_EMIT contextsChanged();
}

void Console::disconnectContext(const QString &context)
{
    m_changes.removeCluster(context);
    m_links.erase(context);
    m_monitoring.definitions().removeCluster(context);
    m_monitoring.servers().disconnectCluster(context);
    nameClusters();
    Q_EMIT contextsChanged();
    Q_EMIT changed();
}

void Console::reconnectContext(const QString &context)
{
    const auto link = m_links.find(context);
    if (link == m_links.end())
        return;
    const auto before = m_kubeconfig.connection(context);
    if (auto kubeconfig = loadKubeconfig())
        m_kubeconfig = std::move(kubeconfig).value();
    const auto now = m_kubeconfig.connection(context);
    if (before && now && *before == *now) {
        link->second->reconnect();
        return;
    }
    m_changes.removeCluster(context);
    m_links.erase(link);
    m_monitoring.servers().disconnectCluster(context);
    connectContext(context);
}

std::optional<std::pair<QString, Connection::Service>> Console::connectionOf(const QString &key) const
{
    const int row = m_connections.rowOf(key);
    if (row < 0)
        return {};
    const Connection &connection = m_connections.at(row);
    return std::pair(connection.clusterId, connection.service);
}

EndpointRelay *Console::endpointOf(const QString &key)
{
    const auto connection = connectionOf(key);
    if (!connection)
        return nullptr;
    if (connection->second != Connection::Service::ApiServer)
        return m_monitoring.servers().endpoint(connection->first, connection->second);
    const auto link = m_links.find(connection->first);
    return link == m_links.end() ? nullptr : &link->second->endpoint();
}

void Console::reconnectConnection(const QString &key)
{
    const auto connection = connectionOf(key);
    if (connection && connection->second == Connection::Service::ApiServer)
        reconnectContext(connection->first);
    else if (EndpointRelay *endpoint = endpointOf(key))
        Q_EMIT endpoint->reconnectionWanted();
}

void Console::logIn(const QString &key)
{
    if (EndpointRelay *endpoint = endpointOf(key))
        Q_EMIT endpoint->loginWanted();
}

void Console::resetBreaker(const QString &key)
{
    if (EndpointRelay *endpoint = endpointOf(key))
        Q_EMIT endpoint->breakerResetWanted();
}

bool Console::settled(bool patient) const
{
    if (m_sandbox == Sandbox::Expected)
        return false;
    return std::all_of(m_links.begin(), m_links.end(), [patient](const auto &entry) {
        const ClusterFeed &feed = entry.second->feed();
        const bool failed = feed.item().state == ClusterItem::State::Failed;
        return failed ? !patient || !feed.mayRecover() : feed.settled();
    });
}

void Console::readHistory(const QString &clusterId, const QString &tenantKey, const QStringList &namespaces)
{
    if (const auto link = m_links.find(clusterId); link != m_links.end())
        link->second->feed().readHistory(tenantKey, namespaces);
}

void Console::nameClusters()
{
    QHash<QString, int> uses;
    for (const auto &[context, link] : m_links) {
        if (const auto connection = m_kubeconfig.connection(context))
            ++uses[connection->cluster.name];
    }
    for (const auto &[context, link] : m_links) {
        // Two identities at one cluster are told apart by their contexts.
        if (const auto connection = m_kubeconfig.connection(context))
            link->setName(uses.value(connection->cluster.name) > 1 ? context : connection->cluster.name);
        m_monitoring.servers().setClusterName(context, link->feed().item().name);
    }
}

QString Console::recordNamespaceFor(const Kubernetes::KubeconfigContext &context) const
{
    for (const QString &name : {context.name, context.cluster}) {
        if (const auto found = m_settings.recordNamespaces.constFind(name); found != m_settings.recordNamespaces.cend())
            return *found;
    }
    return ClusterRecord::Settings().nameSpace;
}

QStringList Console::namespacesFor(const Kubernetes::KubeconfigContext &context) const
{
    QStringList names = m_kubeconfig.namespacesOf(context);
    names += m_settings.namespaces.value(context.name) + m_settings.namespaces.value(context.cluster);
    for (const auto &[cluster, name] : m_commandLine.namespaces) {
        if (cluster.isEmpty() || cluster == context.cluster || cluster == context.name)
            names.append(name);
    }
    if (names.isEmpty()) // what kubectl would use
        names.append(QStringLiteral("default"));
    names.removeDuplicates();
    return names;
}
