// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/window/subjects.h"

#include "models/alerts/alertstore.h"
#include "models/fleet/clusterlistmodel.h"
#include "models/quotas/capacitystore.h"
#include "models/quotas/quotaforecasts.h"
#include "models/slo/slodetail.h"
#include "models/slo/slostore.h"
#include "models/slo/slosuspects.h"
#include "views/alerts/alertspanel.h"
#include "views/changes/changedialog.h"
#include "views/connections/connectionspanel.h"
#include "views/incidents/incidentspanel.h"
#include "views/journal/journalpanel.h"
#include "views/pods/podspanel.h"
#include "views/quotas/quotaspanel.h"
#include "views/slo/sloformdialog.h"
#include "views/slo/slopanel.h"
#include "views/tenants/tenantspanel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

Subjects::Subjects(const WindowDependencies &dependencies, QWidget *place, QWidget *window)
    : QObject(window), m_dependencies(dependencies), m_place(place), m_window(window),
      m_tenants(new TenantsPanel(dependencies.clusters, dependencies.tenants, dependencies.tenantDetail, place)),
      m_pods(new PodsPanel(dependencies.clusters, dependencies.pods, dependencies.podDetail, place)),
      m_connections(new ConnectionsPanel(dependencies.clusters, dependencies.connections, place))
{
    m_panels.append(m_tenants);
    if (dependencies.quotaBoard)
        addQuotas();
    m_panels.append(m_pods);
    if (dependencies.slos && dependencies.sloDetail)
        addSlos();
    if (dependencies.alerts)
        addAlerts();
    if (dependencies.incidents)
        addIncidents();
    m_panels.append(m_connections);
    if (dependencies.journal && dependencies.journalWork)
        addJournal();
}

TablePanel *Subjects::find(const QString &id) const
{
    const auto found = std::ranges::find(m_panels, id, [](const TablePanel *panel) { return panel->subject().id; });
    return found == m_panels.cend() ? nullptr : *found;
}

void Subjects::addQuotas()
{
    QuotasPanel::Sources sources;
    sources.store = m_dependencies.tenantStore;
    sources.board = m_dependencies.quotaBoard;
    sources.river = m_dependencies.changes;
    sources.requests = m_dependencies.quotaRequests;
    if (const CapacityStore *capacity = m_dependencies.capacity) {
        sources.limitRanges = [capacity](const QString &clusterId, const QString &namespaceName) {
            return capacity->limitRanges(clusterId, namespaceName);
        };
    }
    QuotaForecasts *forecasts = m_dependencies.quotaForecasts;
    if (forecasts) {
        sources.courses = [forecasts](const QString &tenantKey, const QString &resource) {
            const auto course = forecasts->course(tenantKey, resource);
            return course ? std::optional(ForecastChart::Course{course->history, course->hard, course->forecast, {}})
                          : std::nullopt;
        };
    }
    m_quotas = new QuotasPanel(m_dependencies.clusters, sources, m_place);
    m_panels.append(m_quotas);
    if (!forecasts)
        return;
    connect(m_quotas, &QuotasPanel::courseWanted, forecasts, &QuotaForecasts::want);
    connect(forecasts, &QuotaForecasts::courseChanged, m_quotas, &QuotasPanel::refreshCourse);
}

void Subjects::addSlos()
{
    m_slos = new SloPanel(m_dependencies.clusters, m_dependencies.slos, m_dependencies.sloDetail, m_place);
    m_panels.append(m_slos);
    if (m_dependencies.sloSuspects)
        connect(m_dependencies.sloSuspects, &SloSuspects::suspectsChanged, m_slos, &SloPanel::setSuspects);
    if (!m_dependencies.changes)
        return;
    m_slos->offerNew(true);
    connect(m_slos, &SloPanel::newRequested, this, &Subjects::openSloForm);
}

void Subjects::openSloForm(const Slo &beside)
{
    SloForm form;
    for (const ClusterItem &item : m_dependencies.clusters->items()) {
        if (item.name == beside.cluster)
            form.clusterId = item.id;
    }
    form.namespaceName = beside.namespaceName;
    for (const auto &[name, value] : beside.labels) {
        if (name == u"app"_s)
            form.service = value;
    }
    SloFormDialog *dialog
        = SloFormDialog::open({*m_dependencies.clusters, *m_dependencies.changes, m_dependencies.ruleChecker,
                                  m_dependencies.askBounds, m_dependencies.tenantOf},
            form, m_window);
    connect(dialog, &SloFormDialog::messageShown, this, &Subjects::messageShown);
}

void Subjects::addAlerts()
{
    m_alerts = new AlertsPanel(m_dependencies.clusters, {m_dependencies.alerts, m_dependencies.changes}, m_place);
    m_panels.append(m_alerts);
}

void Subjects::addIncidents()
{
    m_incidents = new IncidentsPanel(m_dependencies.clusters, m_dependencies.incidents, m_place);
    m_panels.append(m_incidents);
    connect(m_incidents, &IncidentsPanel::shown, this, [this] { Q_EMIT shown(m_incidents->subject().id); });
    if (m_alerts)
        connect(m_alerts, &AlertsPanel::incidentRequested, this, &Subjects::startIncidentOfAlerts);
    if (m_slos)
        connect(m_slos, &SloPanel::incidentRequested, this, &Subjects::startIncidentOfSlo);
}

void Subjects::startIncidentOfAlerts(const QStringList &alertKeys)
{
    QStringList names;
    for (const QString &key : alertKeys) {
        if (const Alert *alert = m_dependencies.alerts->find(key))
            names.append(alert->namespaceName.isEmpty()
                    ? alert->name
                    : tr("%1 in %2", "an alert in a namespace").arg(alert->name, alert->namespaceName));
    }
    m_incidents->startIncident({{}, alertKeys, {}, {}, {}}, names);
}

void Subjects::startIncidentOfSlo(const QString &sloKey)
{
    IncidentStart start;
    start.slos = {sloKey};
    if (m_dependencies.sloDetail && m_dependencies.sloDetail->slo().key == sloKey)
        start.begun = m_dependencies.sloDetail->burnStart();
    const Slo *slo = m_dependencies.slos->find(sloKey);
    m_incidents->startIncident(
        start, slo ? QStringList{tr("%1 of %2", "an SLO of a service").arg(slo->name, slo->service)} : QStringList());
}

void Subjects::addJournal()
{
    auto *panel
        = new JournalPanel(m_dependencies.clusters, m_dependencies.journal, m_dependencies.journalWork, m_place);
    if (m_dependencies.changes) {
        panel->setUndoOffered(true);
        connect(panel, &JournalPanel::undoRequested, this,
            [this](const Change &done) { ChangeDialog::undo(*m_dependencies.changes, done, m_window); });
    }
    m_panels.append(panel);
}
