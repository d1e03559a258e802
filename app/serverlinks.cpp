// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serverlinks.h"

#include "app/changes.h"
#include "backends/alertmanager/client.h"
#include "backends/alertmanager/monitor.h"
#include "backends/core/random.h"
#include "backends/prometheus/alertmonitor.h"
#include "backends/prometheus/bucketreader.h"
#include "backends/prometheus/responsemonitor.h"
#include "backends/prometheus/slomonitor.h"
#include "models/alerts/alertfeed.h"
#include "models/alerts/alertstore.h"
#include "models/alerts/responsetimes.h"
#include "models/alerts/silenceedit.h"
#include "models/alerts/silencetarget.h"
#include "models/slo/slofeed.h"
#include "models/slo/slostore.h"

#include <algorithm>

struct ServerLinks::Entry
{
    std::unique_ptr<ServerLink> link;
    std::unique_ptr<SloFeed> slos;
    std::unique_ptr<AlertFeed> alerts;
    std::vector<QObject *> workers; // live and die in the metrics' thread
    Prometheus::SloMonitor *unstarted = nullptr; // of those
    Prometheus::BucketReader *buckets = nullptr; // likewise
    bool silences = false; // the river knows it as a place

    ~Entry()
    {
        for (QObject *worker : workers)
            worker->deleteLater();
    }
};

namespace {

//! Unique among the servers of both services.
QString sourceId(const ServerLink::Setting &setting)
{
    return ConnectionFeed::keyOf(setting.id, setting.service);
}

//! As people are to tell it from others of its cluster: "prod-eu", "prod-eu #2".
QString ordinalName(const ServerLink::Setting &setting)
{
    const qsizetype sign = setting.id.lastIndexOf(u'#');
    const QString number = sign < 0 ? QString() : setting.id.mid(sign);
    return number.isEmpty() ? setting.name : QString(setting.name + u' ' + number);
}

//! What its series and alerts are about where they do not say so themselves.
QString subject(const ServerLink::Setting &setting)
{
    return setting.cluster.isEmpty() ? QString() : setting.name;
}

} // namespace

ServerLinks::ServerLinks(const Models &models, QThread &thread, const Clock &clock, QObject *parent)
    : QObject(parent), m_models(models), m_thread(thread), m_clock(clock)
{
}

ServerLinks::~ServerLinks()
{
    disconnectAll();
}

ServerLinks::Entry *ServerLinks::find(const QString &id, Connection::Service service) const
{
    for (const auto &entry : m_entries) {
        if (entry->link->setting().id == id && entry->link->setting().service == service)
            return entry.get();
    }
    return nullptr;
}

const ServerLink *ServerLinks::connectServer(const ServerLink::Setting &setting, const ServerAccess &access)
{
    if (const Entry *entry = find(setting.id, setting.service))
        return entry->link.get();
    auto entry = std::make_unique<Entry>();
    entry->link = std::make_unique<ServerLink>(setting, access, m_models.connections, m_clock);
    if (setting.service == Connection::Service::Alertmanager)
        addAlertmanager(*entry);
    else
        addPrometheus(*entry);
    m_entries.push_back(std::move(entry));
    Q_EMIT changed();
    return m_entries.back()->link.get();
}

//! It is deleted with its entry or with its thread, whichever comes first.
template <typename Worker>
Worker *ServerLinks::settle(Entry &entry, std::unique_ptr<Worker> worker)
{
    worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, worker.get(), &QObject::deleteLater);
    entry.workers.push_back(worker.get());
    return worker.release();
}

void ServerLinks::addPrometheus(Entry &entry)
{
    const ServerLink::Setting &setting = entry.link->setting();
    const auto selection = Prometheus::Selection::parse(setting.url.fragment());
    const auto &transports = entry.link->transports();

    auto slos = std::make_unique<Prometheus::SloMonitor>(transports, selection, m_clock);
    entry.slos
        = std::make_unique<SloFeed>(sourceId(setting), ordinalName(setting), subject(setting), m_models.slos, m_clock);
    entry.slos->follow(slos.get());
    connect(entry.slos.get(), &SloFeed::courseRead, this, &ServerLinks::courseRead);
    entry.unstarted = settle(entry, std::move(slos));
    tellDefinitions(entry);
    entry.slos->setNeeded(m_slosNeeded);
    startSlos(entry);

    auto buckets = std::make_unique<Prometheus::BucketReader>(transports, selection);
    connect(buckets.get(), &Prometheus::BucketReader::boundsRead, this, &ServerLinks::takeBounds);
    entry.buckets = settle(entry, std::move(buckets));
    QMetaObject::invokeMethod(entry.buckets, &Prometheus::BucketReader::start, Qt::QueuedConnection);

    auto alerts
        = std::make_unique<Prometheus::AlertMonitor>(transports, selection, m_clock, std::make_unique<SystemRandom>());
    entry.alerts = std::make_unique<AlertFeed>(
        sourceId(setting), ordinalName(setting), subject(setting), m_models.alerts, m_clock);
    entry.alerts->follow(alerts.get());
    QMetaObject::invokeMethod(settle(entry, std::move(alerts)), &Prometheus::AlertMonitor::start, Qt::QueuedConnection);
    entry.alerts->setNeeded(m_alertsNeeded);
    addResponses(entry);
}

//! For the console's own rules; who cannot say it is told of by others.
void ServerLinks::addResponses(Entry &entry)
{
    const ServerLink::Setting &setting = entry.link->setting();
    const QString id = sourceId(setting);
    m_models.responses.setServer(id, subject(setting));
    auto monitor = std::make_unique<Prometheus::ResponseMonitor>(entry.link->transports(),
        Prometheus::Selection::parse(setting.url.fragment()), m_models.responseMetrics, m_clock);
    connect(monitor.get(), &Prometheus::ResponseMonitor::sampled, &m_models.responses,
        [responses = &m_models.responses, id](
            const Prometheus::ResponseSample &sample) { responses->take(id, sample); });
    QMetaObject::invokeMethod(
        settle(entry, std::move(monitor)), &Prometheus::ResponseMonitor::start, Qt::QueuedConnection);
}

//! Not before it is known what to ask: the first answer is to hold all SLOs.
void ServerLinks::startSlos(Entry &entry) const
{
    if (!entry.unstarted || !m_definitions.contains(QString()))
        return;
    QMetaObject::invokeMethod(
        std::exchange(entry.unstarted, nullptr), &Prometheus::SloMonitor::start, Qt::QueuedConnection);
}

void ServerLinks::addAlertmanager(Entry &entry)
{
    const ServerLink::Setting &setting = entry.link->setting();
    auto monitor
        = std::make_unique<Alertmanager::Monitor>(entry.link->transports(), m_clock, std::make_unique<SystemRandom>());
    entry.alerts = std::make_unique<AlertFeed>(
        sourceId(setting), ordinalName(setting), subject(setting), m_models.alerts, m_clock);
    entry.alerts->follow(monitor.get());
    QMetaObject::invokeMethod(settle(entry, std::move(monitor)), &Alertmanager::Monitor::start, Qt::QueuedConnection);
    entry.alerts->setNeeded(m_alertsNeeded);

    auto client = std::make_unique<Alertmanager::Client>(entry.link->transports());
    entry.alerts->follow(client.get());
    Alertmanager::Client *writer = settle(entry, std::move(client));
    QMetaObject::invokeMethod(writer, &Alertmanager::Client::start, Qt::QueuedConnection);
    // It knows nobody: who made a silence is what its maker says.
    m_models.changes.addAlertmanager(
        {SilenceEdits::placeOf(sourceId(setting)), setting.name, entry.link->address(), Changes::person()}, *writer,
        [feed = entry.alerts.get()] { return feed->freshness(); });
    entry.silences = true;
}

void ServerLinks::remove(Entry &entry)
{
    if (entry.slos)
        m_models.responses.removeServer(sourceId(entry.link->setting()));
    if (entry.silences)
        m_models.changes.removeCluster(SilenceEdits::placeOf(sourceId(entry.link->setting())));
}

void ServerLinks::disconnectCluster(const QString &clusterId)
{
    const auto ofIt = [&clusterId](const auto &entry) { return entry->link->setting().cluster == clusterId; };
    for (const auto &entry : m_entries) {
        if (ofIt(entry))
            remove(*entry);
    }
    if (std::erase_if(m_entries, ofIt) > 0)
        Q_EMIT changed();
}

void ServerLinks::disconnectAll()
{
    for (const auto &entry : m_entries)
        remove(*entry);
    m_entries.clear();
}

void ServerLinks::setClusterName(const QString &clusterId, const QString &name)
{
    for (const auto &entry : m_entries) {
        if (entry->link->setting().cluster != clusterId || entry->link->setting().name == name)
            continue;
        entry->link->setName(name);
        if (entry->slos)
            m_models.responses.setServer(sourceId(entry->link->setting()), subject(entry->link->setting()));
    }
}

void ServerLinks::setNeeds(bool slos, bool alerts)
{
    m_slosNeeded = slos;
    m_alertsNeeded = alerts;
    for (const auto &entry : m_entries) {
        if (entry->slos)
            entry->slos->setNeeded(slos);
        entry->alerts->setNeeded(alerts);
    }
}

void ServerLinks::setDefinitions(const QString &clusterId, const QList<SloSpec::Definition> &definitions)
{
    m_definitions[clusterId] = definitions;
    for (const auto &entry : m_entries) {
        if (!entry->slos)
            continue;
        tellDefinitions(*entry);
        startSlos(*entry);
    }
    m_models.slos.setFaulty(clusterId, definitions);
}

void ServerLinks::tellDefinitions(Entry &entry) const
{
    const ServerLink::Setting &setting = entry.link->setting();
    const auto hasServers = [this](const QString &clusterId) {
        return std::any_of(m_entries.begin(), m_entries.end(),
            [&](const auto &other) { return other->slos && other->link->setting().cluster == clusterId; });
    };
    QList<SloSpec::Definition> wanted;
    for (const auto &[clusterId, definitions] : m_definitions) {
        const bool ours = clusterId.isEmpty() || clusterId == setting.cluster
            || (setting.cluster.isEmpty() && !hasServers(clusterId));
        if (ours)
            wanted += definitions;
    }
    entry.slos->setDefinitions(wanted);
}

void ServerLinks::refreshFreshness()
{
    for (const auto &entry : m_entries) {
        if (entry->slos)
            entry->slos->refreshFreshness();
        entry->alerts->refreshFreshness();
    }
}

void ServerLinks::readCourse(const Slo &slo, qint64 from, qint64 to, std::chrono::seconds step, const QString &asker)
{
    for (const auto &entry : m_entries) {
        if (entry->slos)
            entry->slos->readCourse(slo, from, to, step, asker);
    }
}

void ServerLinks::askBounds(
    const QString &clusterId, const QString &namespaceName, const QString &histogram, BoundsDone done)
{
    const quint64 id = ++m_questions;
    for (const auto &entry : m_entries) {
        if (!entry->buckets || entry->link->setting().cluster != clusterId)
            continue;
        m_bounds[id] = std::move(done);
        QMetaObject::invokeMethod(
            entry->buckets,
            [buckets = entry->buckets, id, histogram, namespaceName] { buckets->read(id, histogram, namespaceName); },
            Qt::QueuedConnection);
        return;
    }
    QMetaObject::invokeMethod(
        this, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
}

void ServerLinks::takeBounds(quint64 id, const QStringList &bounds)
{
    if (const auto done = m_bounds.extract(id); !done.empty())
        done.mapped()(bounds);
}

bool ServerLinks::has(Connection::Service service) const
{
    return std::any_of(m_entries.begin(), m_entries.end(),
        [service](const auto &entry) { return entry->link->setting().service == service; });
}

bool ServerLinks::known(const QString &name, Connection::Service service) const
{
    return std::any_of(m_entries.begin(), m_entries.end(), [&](const auto &entry) {
        const ServerLink::Setting &setting = entry->link->setting();
        return setting.service == service && (setting.name == name || setting.cluster == name);
    });
}

EndpointRelay *ServerLinks::endpoint(const QString &id, Connection::Service service) const
{
    const Entry *entry = find(id, service);
    return entry ? &entry->link->endpoint() : nullptr;
}

bool ServerLinks::slosSettled() const
{
    const QList<SloStore::Server> servers = m_models.slos.servers();
    return std::all_of(servers.begin(), servers.end(), [this](const SloStore::Server &server) {
        return m_models.slos.answered(server.id) || !server.problem.isEmpty();
    });
}

bool ServerLinks::alertsSettled() const
{
    const QList<AlertServer> servers = m_models.alerts.servers();
    return m_models.alerts.settled() && std::all_of(servers.begin(), servers.end(), [](const AlertServer &server) {
        return server.answered || !server.problem.isEmpty();
    });
}
