// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/problem.h"
#include "models/onboarding/tenantform.h"
#include "views/common/tableview.h"
#include "views/common/theme.h"

#include <QByteArray>
#include <QHash>
#include <QMainWindow>

#include <functional>

class AlertStore;
class AlertsPanel;
class ChangeRiver;
class ClusterListModel;
class ClusterStrip;
class ConnectionTableModel;
class ConnectionsPanel;
class CapacityStore;
class IncidentStore;
class IncidentsPanel;
class JournalFeed;
class JournalWork;
class PodDetail;
class PodTableModel;
class PodsPanel;
class QMenu;
class QuotaBoardModel;
class QuotaForecasts;
class QuotaRequestTableModel;
class QuotasPanel;
class QStackedWidget;
class QuietLine;
class SandboxMark;
class RuleChecker;
class SloDetail;
class SloPanel;
class SloStore;
struct Slo;
class SloSuspects;
class SubjectRail;
class TablePanel;
class TenantDetail;
class TenantStore;
class TenantTableModel;
class TenantTemplates;
class TenantsPanel;
class Training;
class TrainingMenu;

//! What the window draws; all of it must outlive the window.
struct WindowDependencies
{
    ClusterListModel *clusters = nullptr;
    TenantTableModel *tenants = nullptr;
    TenantDetail *tenantDetail = nullptr;
    PodTableModel *pods = nullptr;
    PodDetail *podDetail = nullptr;
    ConnectionTableModel *connections = nullptr;
    TenantStore *tenantStore = nullptr; //!< with quotaBoard and tenantTemplates
    QuotaBoardModel *quotaBoard = nullptr; //!< null: there is no quota board
    CapacityStore *capacity = nullptr; //!< null: what stands beside quotas is not known
    QuotaForecasts *quotaForecasts = nullptr; //!< null: there are none
    QuotaRequestTableModel *quotaRequests = nullptr; //!< null: nobody can ask for a quota
    ChangeRiver *changes = nullptr; //!< null: nothing can be changed
    const TenantTemplates *tenantTemplates = nullptr; //!< null: no tenants are made
    TenantKeys tenantKeys = {};
    JournalFeed *journal = nullptr; //!< null: no journal is shown
    JournalWork *journalWork = nullptr; //!< beside it
    Training *training = nullptr; //!< null: no sandbox is offered
    SloStore *slos = nullptr; //!< null: there is no SLO board
    SloDetail *sloDetail = nullptr; //!< beside it
    RuleChecker *ruleChecker = nullptr; //!< null: rules that are made here are not checked
    //! See SloFormDialog::Parts; null: nobody is asked.
    std::function<void(const QString &clusterId, const QString &namespaceName, const QString &histogram,
        std::function<void(const QStringList &bounds)> done)>
        askBounds = {};
    std::function<QString(const QString &clusterId, const QString &namespaceName)> tenantOf = {};
    SloSuspects *sloSuspects = nullptr; //!< null: nobody looks for what changed before a burn
    AlertStore *alerts = nullptr; //!< null: no alerts are shown
    IncidentStore *incidents = nullptr; //!< null: no incidents are kept
};

//! What the window remembers of one panel.
struct PanelLayout
{
    QByteArray splitter;
    QByteArray header; //!< HeaderState::toBytes()

    bool operator==(const PanelLayout &) const = default;
};

//! What the window remembers from one run to the next; whoever has settings keeps it.
struct WindowState
{
    QByteArray geometry;
    QHash<QString, PanelLayout> panels; //!< by TablePanel::layoutName()
    QString panel; //!< the one shown; empty: the first
    ThemeChoice theme = ThemeChoice::System;
    TableView::RowHeight rowHeight = TableView::RowHeight::Compact;

    bool operator==(const WindowState &) const = default;
};

//! The frame: rail, top strip, panel, quiet line, menus. It knows no subject by itself.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const WindowDependencies &dependencies, QWidget *parent = nullptr);

    [[nodiscard]] TenantsPanel *tenantsPanel() const { return m_tenantsPanel; }
    //! Null without a quota board.
    [[nodiscard]] QuotasPanel *quotasPanel() const { return m_quotasPanel; }
    //! Null without an SLO board.
    [[nodiscard]] SloPanel *sloPanel() const { return m_sloPanel; }
    //! Null without alerts.
    [[nodiscard]] AlertsPanel *alertsPanel() const { return m_alertsPanel; }
    //! Null without incidents.
    [[nodiscard]] IncidentsPanel *incidentsPanel() const { return m_incidentsPanel; }
    //! In the order of the rail.
    [[nodiscard]] const QList<TablePanel *> &panels() const { return m_panels; }
    //! Null when there is none of this name.
    [[nodiscard]] TablePanel *panel(const QString &id) const;
    [[nodiscard]] TablePanel *currentPanel() const;
    //! What a person can see now: the current panel's id, empty while the window is hidden or minimised.
    [[nodiscard]] QString visiblePanel() const;
    [[nodiscard]] WindowState state() const;

    void restore(const WindowState &state);
    //! Every context that could be connected.
    void setContexts(const QStringList &contexts);
    void setSetupProblem(const Problem &problem);
    void showMessage(const QString &text);
    //! By the names of the command line: "tenants". False for a panel that does not exist.
    bool showPanel(const QString &id);

Q_SIGNALS:
    //! visiblePanel() is another.
    void visiblePanelChanged(const QString &id);
    void connectRequested(const QString &context);
    void disconnectRequested(const QString &clusterId);
    void reconnectRequested(const QString &clusterId);
    //! By Connection::key.
    void connectionReconnectRequested(const QString &key);
    void loginRequested(const QString &key);
    void breakerResetRequested(const QString &key);
    void sandboxRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    WindowDependencies m_dependencies;
    ThemeChoice m_theme = ThemeChoice::System;
    TableView::RowHeight m_rowHeight = TableView::RowHeight::Compact;
    SubjectRail *m_rail;
    ClusterStrip *m_strip;
    QStackedWidget *m_stack;
    QStackedWidget *m_filters;
    TenantsPanel *m_tenantsPanel;
    PodsPanel *m_podsPanel;
    ConnectionsPanel *m_connectionsPanel;
    QuotasPanel *m_quotasPanel = nullptr;
    SloPanel *m_sloPanel = nullptr;
    AlertsPanel *m_alertsPanel = nullptr;
    IncidentsPanel *m_incidentsPanel = nullptr;
    QList<TablePanel *> m_panels;
    QString m_visiblePanel;
    QuietLine *m_line;
    SandboxMark *m_mark = nullptr;
    QMenu *m_themeMenu = nullptr;
    QMenu *m_rowMenu = nullptr;

    void addPanel(TablePanel *panel);
    void addQuotasPanel();
    void addSloPanel();
    void openSloForm(const Slo &beside);
    void addAlertsPanel();
    void addIncidentsPanel();
    void startIncidentOfAlerts(const QStringList &alertKeys);
    void startIncidentOfSlo(const QString &sloKey);
    void addJournal();
    void setUpFrame();
    [[nodiscard]] QWidget *createTopStrip();
    void setUpMenus();
    void setUpViewMenu();
    void setUpChangesMenu();
    void setUpOnboardingMenu();
    void setUpTrainingMenu();
    void setUpHelpMenu();
    void refreshSandbox();
    void setUpPanelMenu(QMenu *view);
    void setUpConnections();
    void tellVisiblePanel();
    void refreshAttention(const TablePanel *panel);
    void setTheme(ThemeChoice choice);
    void setRowHeight(TableView::RowHeight height);
    void refreshSummary();
    void showKeys();
    void showAbout();
};
