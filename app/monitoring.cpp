// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitoring.h"

#include "app/changes.h"
#include "backends/core/clock.h"
#include "backends/prometheus/responsemonitor.h"
#include "models/alerts/alerttablemodel.h"
#include "models/alerts/consolereadings.h"
#include "models/slo/slotablemodel.h"

#include <algorithm>

namespace {

QStringList metricsOf(const Monitoring::Settings &settings)
{
    return settings.responseMetrics.isEmpty() ? Prometheus::ResponseMonitor::usualMetrics() : settings.responseMetrics;
}

} // namespace

Monitoring::Monitoring(const TenantStore &tenants, ConnectionTableModel &connections, Changes &changes,
    const Settings &settings, QThread &thread, const Clock &clock, QObject *parent)
    : QObject(parent), m_clock(clock), m_places(tenants), m_slos(clock), m_sloDetail(&m_slos, clock), m_alerts(clock),
      m_responses(clock),
      m_servers({connections, m_slos, m_alerts, changes, m_responses, metricsOf(settings)}, thread, clock),
      m_definitions(settings.sloPlaces, changes.river(), clock), m_rules(m_alerts, clock),
      m_incidentFiles(settings.incidentFolder), m_incidents(&m_incidentFiles, clock, Changes::person()),
      m_gatherer(m_incidents, {&m_alerts, &m_slos, &changes.river(), &changes.archive()}, clock),
      m_search(changes.river(), &changes.archive(), clock), m_suspects(m_sloDetail, m_search, changes.river(), clock),
      m_alertMarks(m_sloDetail, m_alerts, clock), m_ruleChecker(clock)
{
    m_slos.setTenantOf([this](const QString &cluster, const QString &namespaceName) {
        return m_places.placeOf(cluster, namespaceName).tenant;
    });
    const auto placeOf = [this](const QString &cluster, const QString &namespaceName) {
        const NamespaceTenants::Place place = m_places.placeOf(cluster, namespaceName);
        return AlertPlace{place.clusterId, place.cluster, place.tenant.name, place.tenant.key};
    };
    m_alerts.setPlaceOf(placeOf);
    m_responses.setPlaceOf(placeOf);
    m_alerts.setWatchdog(settings.watchdog, settings.watchdogEverywhere);
    connect(&m_places, &NamespaceTenants::changed, &m_slos, &SloStore::refreshTenants);
    connect(&m_places, &NamespaceTenants::changed, &m_alerts, &AlertStore::refreshPlaces);
    connect(&m_definitions, &SloDefinitions::changed, &m_servers, &ServerLinks::setDefinitions);
    setUpCourses();
    connect(&m_slos, &SloStore::serversChanged, this, &Monitoring::changed);
    connect(&m_slos, &SloStore::slosChanged, this, &Monitoring::changed);
    connect(&m_alerts, &AlertStore::changed, this, &Monitoring::changed);
    connect(&m_course, &QTimer::timeout, &m_sloDetail, &SloDetail::wantCourse);
    setUpRules(tenants, settings.thresholds);
}

//! The pane of details and the incidents ask for stretches of their own.
void Monitoring::setUpCourses()
{
    using std::chrono::seconds;
    const QString incidents = QStringLiteral("incidents");
    connect(&m_sloDetail, &SloDetail::courseWanted, &m_servers,
        [this](const Slo &slo, qint64 from, qint64 to, seconds step) { m_servers.readCourse(slo, from, to, step); });
    connect(&m_gatherer, &IncidentGatherer::courseWanted, &m_servers,
        [this, incidents](const Slo &slo, qint64 from, qint64 to, seconds step) {
            m_servers.readCourse(slo, from, to, step, incidents);
        });
    connect(
        &m_servers, &ServerLinks::courseRead, this, [this, incidents](const SloCourse &course, const QString &asker) {
            if (asker == incidents)
                m_gatherer.takeCourse(course);
            else
                m_sloDetail.setCourse(course);
        });
}

void Monitoring::setUpRules(const TenantStore &tenants, const QString &thresholds)
{
    QString problem;
    if (const auto rules = ConsoleRules::rulesOf(thresholds, problem); rules && !thresholds.isEmpty())
        m_rules.setRules(*rules);
    if (!problem.isEmpty() && !thresholds.isEmpty())
        qWarning("%s", qUtf8Printable(problem));
    m_rules.addSource([&tenants] { return ConsoleRules::tenantReadings(tenants); });
    m_rules.addSource([this] { return m_responses.readings(); });
    m_rules.addSource([this] {
        QList<ConsoleRules::Reading> readings;
        for (const Slo &slo : m_slos.table()->rows()) {
            if (!slo.errorRatio || slo.freshness.state == Freshness::State::Stale
                || !slo.freshness.confirmedAt.isValid())
                continue;
            readings.append({ConsoleRules::Metric::ErrorRatio, slo.tenant, slo.tenantKey, slo.service + u'/' + slo.name,
                slo.cluster, m_places.placeOf(slo.cluster, slo.namespaceName).clusterId, slo.namespaceName,
                slo.errorRatio, slo.freshness.confirmedAt});
        }
        return readings;
    });
}

Monitoring::~Monitoring() = default;

void Monitoring::start()
{
    m_definitions.start();
    m_rules.start();
    m_course.start(courseRefresh);
}

void Monitoring::refreshFreshness()
{
    m_servers.refreshFreshness();
    m_slos.refreshFreshness();
}

bool Monitoring::settled(const QString &panel) const
{
    if (panel == QLatin1String("slos"))
        return m_servers.slosSettled();
    return panel != QLatin1String("alerts") || m_servers.alertsSettled();
}

std::optional<bool> Monitoring::answered(const QString &panel) const
{
    if (panel == QLatin1String("slos")) {
        const QList<SloStore::Server> servers = m_slos.servers();
        return std::any_of(servers.begin(), servers.end(),
            [this](const SloStore::Server &server) { return m_slos.answered(server.id); });
    }
    if (panel == QLatin1String("alerts")) {
        const QList<AlertServer> servers = m_alerts.servers();
        return std::any_of(servers.begin(), servers.end(), [](const AlertServer &server) { return server.answered; });
    }
    return {};
}

QStringList Monitoring::problems(const QString &panel) const
{
    QStringList sentences;
    if (panel == QLatin1String("slos")) {
        if (!m_servers.has(Connection::Service::Prometheus))
            sentences.append(tr("No Prometheus is named, so nothing is known of SLOs. Name one with --prometheus "
                                "CLUSTER=URL."));
        for (const SloStore::Server &server : m_slos.servers())
            sentences.append(server.problem);
    } else if (panel == QLatin1String("alerts")) {
        if (!m_servers.has(Connection::Service::Prometheus) && !m_servers.has(Connection::Service::Alertmanager))
            sentences.append(tr("Neither an Alertmanager nor a Prometheus is named, so nothing is known of alerts. "
                                "Name one with --alertmanager CLUSTER=URL."));
        for (const AlertServer &server : m_alerts.servers())
            sentences.append(server.problem);
    }
    sentences.removeAll(QString());
    return sentences;
}
