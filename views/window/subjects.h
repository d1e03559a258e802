// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/window/windowdependencies.h"

#include <QObject>

class AlertsPanel;
class ConnectionsPanel;
class IncidentsPanel;
class PodsPanel;
class QWidget;
class QuotasPanel;
class SloPanel;
class TablePanel;
class TenantsPanel;
struct Slo;

//! The panels of all subjects, and what one of them begins that another ends: an incident that starts at an alert, an
//! objective that is made beside another.
class Subjects final : public QObject
{
    Q_OBJECT

public:
    //! The panels are children of \a place; \a window owns this, and is what dialogs belong to.
    Subjects(const WindowDependencies &dependencies, QWidget *place, QWidget *window);

    //! In the order of the rail; never none.
    [[nodiscard]] const QList<TablePanel *> &panels() const { return m_panels; }
    //! Null when there is none of this name, which is that of the command line: "tenants".
    [[nodiscard]] TablePanel *find(const QString &id) const;
    [[nodiscard]] TenantsPanel *tenants() const { return m_tenants; }
    [[nodiscard]] ConnectionsPanel *connections() const { return m_connections; }
    //! These are null without what they show.
    [[nodiscard]] QuotasPanel *quotas() const { return m_quotas; }
    [[nodiscard]] SloPanel *slos() const { return m_slos; }
    [[nodiscard]] AlertsPanel *alerts() const { return m_alerts; }
    [[nodiscard]] IncidentsPanel *incidents() const { return m_incidents; }

    //! Asks for a new objective, of the service that \a beside is of.
    void openSloForm(const Slo &beside);

Q_SIGNALS:
    //! A panel has something to show that was asked for.
    void shown(const QString &id);
    void messageShown(const QString &text);

private:
    const WindowDependencies m_dependencies;
    QWidget *m_place;
    QWidget *m_window;
    TenantsPanel *m_tenants;
    PodsPanel *m_pods;
    ConnectionsPanel *m_connections;
    QuotasPanel *m_quotas = nullptr;
    SloPanel *m_slos = nullptr;
    AlertsPanel *m_alerts = nullptr;
    IncidentsPanel *m_incidents = nullptr;
    QList<TablePanel *> m_panels;

    void addQuotas();
    void addSlos();
    void addAlerts();
    void addIncidents();
    void addJournal();
    void startIncidentOfAlerts(const QStringList &alertKeys);
    void startIncidentOfSlo(const QString &sloKey);
};
