// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/sandboxrun.h"

#include "app/sandbox/scenariofolder.h"
#include "backends/sandbox/platform/history.h"
#include "backends/sandbox/server/kubeconfigfile.h"
#include "backends/sandbox/server/privatefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>

using namespace Sandbox;

namespace {

constexpr std::string_view metricsPrefix = "/metrics/";

//! 256 bits that nobody can guess.
std::string newToken()
{
    QByteArray bytes(32, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    return bytes.toHex().toStdString();
}

std::string contextName(const std::string &cluster, const std::string &user, const std::string &operatorName)
{
    return user == operatorName ? cluster : cluster + '-' + user;
}

Error failure(const QString &detail, const QString &where)
{
    return Error{Error::Kind::Configuration, 0, detail, where, {}};
}

} // namespace

SandboxRun::SandboxRun(
    SandboxOptions options, SandboxClient::Place place, QString cacheFolder, const Clock &clock, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_place(std::move(place)), m_cacheFolder(std::move(cacheFolder)),
      m_clock(clock)
{
}

SandboxRun::~SandboxRun()
{
    // What others could find and could not use any more.
    QFile::remove(m_place.session());
    QFile::remove(m_place.kubeconfig());
    m_monitoring.reset();
    QDir(m_cacheFolder + QLatin1String("/run")).removeRecursively();
}

Result<void> SandboxRun::start()
{
    const auto spec = readScenarios();
    if (!spec)
        return spec.error();
    const auto authority = Certificate::authority("Pilothouse sandbox", m_clock.now());
    if (!authority)
        return authority.error();
    m_authority = *authority;
    const auto server = Certificate::server(m_authority, m_clock.now());
    if (!server)
        return server.error();
    m_platform = std::make_unique<Platform>(m_options.pods ? spec->scaledTo(*m_options.pods) : *spec,
        Platform::Settings{.seed = m_options.seed, .history = m_options.history, .authority = m_authority.certificate},
        m_clock);
    for (const auto &step : {&SandboxRun::startClusters, &SandboxRun::startControl}) {
        if (auto done = (this->*step)(*server); !done)
            return done;
    }
    m_platform->start();
    if (auto done = startMetrics(); !done)
        return done;
    if (auto done = writeKubeconfig(); !done)
        return done;
    connect(m_platform.get(), &Platform::credentialsChanged, this, [this] { static_cast<void>(writeKubeconfig()); });
    look();
    return startMonitoring();
}

Result<PlatformSpec> SandboxRun::readScenarios()
{
    const auto read = ScenarioFolder::builtIn().read(m_options.scenario);
    if (!read)
        return read.error();
    m_incidents = read->incidents;
    m_wanted = read->wanted;
    m_session.incident = QString::fromStdString(read->wanted);
    return read->platform;
}

Result<void> SandboxRun::startClusters(const Certificate &server)
{
    for (const Platform::Cluster &cluster : m_platform->clusters()) {
        auto listener
            = std::make_unique<Listener>(Listener::Settings{.certificate = server.certificate, .key = server.key},
                [api = cluster.api](const Request &request) { return api->handle(request); });
        if (auto started = listener->start(); !started)
            return started;
        m_clusters.emplace(cluster.name, std::move(listener));
    }
    connect(m_platform.get(), &Platform::answeringChanged, this, [this](const QString &cluster, bool answers) {
        if (const auto found = m_clusters.find(cluster.toStdString()); found != m_clusters.end())
            found->second->setSilent(!answers);
    });
    return {};
}

Result<void> SandboxRun::startControl(const Certificate &server)
{
    const std::string token = newToken();
    m_controlApi = std::make_unique<ControlApi>(token, m_incidents,
        ControlApi::Wishes{[this](const std::string &name) {
                               QMetaObject::invokeMethod(
                                   this, [this, name] { startIncident(name); }, Qt::QueuedConnection);
                           },
            [this] {
                QMetaObject::invokeMethod(
                    this,
                    [this] {
                        if (m_incident)
                            m_incident->end();
                    },
                    Qt::QueuedConnection);
            }});
    m_control = std::make_unique<Listener>(
        Listener::Settings{.certificate = server.certificate, .key = server.key, .threads = 2},
        [this](const Request &request) { return m_controlApi->handle(request); });
    m_session.token = QString::fromStdString(token);
    m_session.authority = QByteArray::fromStdString(m_authority.certificate);
    auto started = m_control->start();
    m_session.control = QUrl(QString::fromStdString(m_control->url()));
    return started;
}

Result<void> SandboxRun::startMetrics()
{
    // Prometheus is a child of ours on loopback, and the page holds nothing that the kubeconfig does not give.
    m_metrics = std::make_unique<Listener>(
        Listener::Settings{.threads = 2}, [this](const Request &request) { return metricsPage(request); });
    return m_metrics->start();
}

Answer SandboxRun::metricsPage(const Request &request) const
{
    const bool page = request.path.starts_with(metricsPrefix);
    const auto found = page ? m_clusters.find(request.path.substr(metricsPrefix.size())) : m_clusters.end();
    if (found == m_clusters.end())
        return {404, {{"Content-Type", "text/plain; charset=utf-8"}}, "404 page not found\n"};
    if (found->second->isSilent())
        return {503, {{"Content-Type", "text/plain; charset=utf-8"}}, "the cluster does not answer\n"};
    return {200, {{"Content-Type", "text/plain; version=0.0.4; charset=utf-8"}}, m_platform->metricsPage(found->first)};
}

Result<void> SandboxRun::startMonitoring()
{
    if (m_options.monitoring)
        m_session.missingPackages = Monitoring::missingPackages();
    if (!m_options.monitoring || !m_session.missingPackages.isEmpty()) {
        QMetaObject::invokeMethod(this, &SandboxRun::beComplete, Qt::QueuedConnection);
        return {};
    }
    Monitoring::Settings settings;
    settings.runFolder = m_cacheFolder + QLatin1String("/run");
    settings.cacheFolder = m_cacheFolder + QLatin1String("/history");
    QDir(settings.runFolder).removeRecursively(); // of one that was killed
    for (const QString &folder : {settings.runFolder, settings.cacheFolder}) {
        if (!QDir().mkpath(folder))
            return failure(QStringLiteral("this folder cannot be made"), folder);
    }
    for (const auto &[name, listener] : m_clusters) {
        const QString cluster = QString::fromStdString(name);
        settings.targets.append({cluster, QStringLiteral("127.0.0.1:%1").arg(m_metrics->port()),
            QString::fromUtf8(metricsPrefix.data(), metricsPrefix.size()) + cluster});
    }
    settings.rules = QByteArray::fromStdString(m_platform->rules());
    const auto history = m_platform->history();
    settings.history
        = [history](QIODevice &into, const QDateTime &from, const QDateTime &to) { history->write(into, from, to); };
    settings.historyKey = QString::fromLatin1(history->key());
    m_monitoring = std::make_unique<Monitoring>(settings, m_clock);
    connect(m_monitoring.get(), &Monitoring::ready, this, &SandboxRun::beComplete);
    connect(m_monitoring.get(), &Monitoring::failed, this, [this](const QString &why) {
        qWarning("%s", qUtf8Printable(why));
        beComplete(); // the clusters work without it
    });
    m_metricsLate = m_clock.after(metricsPatience, [this] { tellSession(); });
    m_monitoring->start();
    return {};
}

Result<void> SandboxRun::writeKubeconfig() const
{
    KubeconfigFile file;
    const std::string operatorName = m_platform->spec().users.empty() ? "" : m_platform->spec().users.front().name;
    for (const auto &[name, listener] : m_clusters)
        file.clusters.push_back({name, listener->url(), m_authority.certificate});
    for (const Platform::Credential &credential : m_platform->credentials()) {
        const std::string name = contextName(credential.cluster, credential.user, operatorName);
        // A token is good in one cluster, so the user is one of that cluster.
        const std::string user = credential.user + '@' + credential.cluster;
        file.users.push_back({user, credential.token});
        file.contexts.push_back({name, credential.cluster, user, {}});
    }
    if (!m_platform->clusters().empty())
        file.current = m_platform->clusters().front().name;
    if (auto written = file.write(m_place.kubeconfig()); !written)
        return written;
    return m_options.kubeconfig.isEmpty() ? Result<void>() : file.write(m_options.kubeconfig);
}

void SandboxRun::beComplete()
{
    if (m_complete)
        return;
    m_complete = true;
    m_metricsLate.reset();
    tellSession();
    Q_EMIT complete();
}

void SandboxRun::tellSession()
{
    m_session.kubeconfig = m_place.kubeconfig();
    m_session.clusters.clear();
    for (const Platform::Cluster &cluster : m_platform->clusters()) {
        const QString name = QString::fromStdString(cluster.name);
        QUrl prometheus = m_monitoring ? m_monitoring->prometheus() : QUrl();
        if (!prometheus.isEmpty())
            prometheus.setFragment(QLatin1String("cluster=") + name);
        m_session.clusters.append({name, name, prometheus, m_monitoring ? m_monitoring->alertmanager() : QUrl()});
    }
    const auto written = writePrivateFile(m_place.session(), m_session.toJson().toStdString());
    if (!written) {
        qWarning("%s: %s", qUtf8Printable(written.error().where), qUtf8Printable(written.error().detail));
        QCoreApplication::exit(1);
        return;
    }
    Q_EMIT ready();
}

QByteArray SandboxRun::announcement() const
{
    QJsonArray clusters;
    for (const Platform::Cluster &cluster : m_platform->clusters()) {
        const QString name = QString::fromStdString(cluster.name);
        clusters.append(QJsonObject{{QStringLiteral("name"), name}, {QStringLiteral("context"), name},
            {QStringLiteral("server"), QString::fromStdString(m_clusters.at(cluster.name)->url())},
            {QStringLiteral("metrics"),
                QString(QString::fromStdString(m_metrics->url()) + QLatin1String("/metrics/") + name)}});
    }
    const auto address = [](const QUrl &url) { return url.isEmpty() ? QJsonValue() : QJsonValue(url.toString()); };
    const QJsonObject line{{QStringLiteral("pid"), QCoreApplication::applicationPid()},
        {QStringLiteral("kubeconfig"), m_options.kubeconfig.isEmpty() ? m_place.kubeconfig() : m_options.kubeconfig},
        {QStringLiteral("clusters"), clusters}, {QStringLiteral("control"), m_session.control.toString()},
        {QStringLiteral("session"), m_place.session()},
        {QStringLiteral("prometheus"), address(m_monitoring ? m_monitoring->prometheus() : QUrl())},
        {QStringLiteral("alertmanager"), address(m_monitoring ? m_monitoring->alertmanager() : QUrl())},
        {QStringLiteral("missingPackages"), QJsonArray::fromStringList(m_session.missingPackages)}};
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

void SandboxRun::look()
{
    m_tick = m_clock.after(tick, [this] { look(); });
    const bool settled = m_platform->settled();
    if (settled && !m_wanted.empty() && !m_incident)
        startIncident(std::exchange(m_wanted, {}));
    const bool running = m_incident && m_incident->running();
    if (m_incident)
        m_controlApi->setDebriefing(m_incident->debriefing());
    m_controlApi->setState({running ? m_incident->spec().name : m_wanted, m_finished, settled});
}

void SandboxRun::startIncident(const std::string &name)
{
    const auto spec = std::ranges::find(m_incidents, name, &IncidentSpec::name);
    if (spec == m_incidents.end() || (m_incident && m_incident->running()))
        return;
    m_wanted.clear();
    m_incident = std::make_unique<Incident>(*spec, *m_platform, m_clock);
    connect(m_incident.get(), &Incident::finished, this, &SandboxRun::incidentFinished, Qt::QueuedConnection);
    m_incident->start();
    look();
}

void SandboxRun::incidentFinished()
{
    ++m_finished;
    look();
}
