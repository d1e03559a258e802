// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/window/mainwindow.h"

#include "models/alerts/alertstore.h"
#include "models/changes/changeriver.h"
#include "models/fleet/clusterlistmodel.h"
#include "models/quotas/capacitystore.h"
#include "models/quotas/quotaforecasts.h"
#include "models/slo/slodetail.h"
#include "models/slo/slostore.h"
#include "models/slo/slosuspects.h"
#include "models/tenants/tenanttablemodel.h"
#include "models/training/training.h"
#include "views/alerts/alertspanel.h"
#include "views/changes/changedialog.h"
#include "views/changes/changesmenu.h"
#include "views/common/filterbar.h"
#include "views/common/icon.h"
#include "views/common/plaintext.h"
#include "views/connections/connectionspanel.h"
#include "views/fleet/clusterstrip.h"
#include "views/fleet/notestrip.h"
#include "views/incidents/incidentspanel.h"
#include "views/journal/journalpanel.h"
#include "views/onboarding/onboardingmenu.h"
#include "views/pods/podspanel.h"
#include "views/quotas/quotaspanel.h"
#include "views/slo/sloformdialog.h"
#include "views/slo/slopanel.h"
#include "views/tenants/tenantspanel.h"
#include "views/training/sandboxmark.h"
#include "views/training/trainingmenu.h"
#include "views/window/aboutdialog.h"
#include "views/window/keysdialog.h"
#include "views/window/quietline.h"
#include "views/window/subjectrail.h"
#include "views/window/summary.h"

#include <QActionGroup>
#include <QApplication>
#include <QGridLayout>
#include <QMenuBar>
#include <QShortcut>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
QAction *addChoice(QMenu *menu, QActionGroup *group, const QString &text, const QString &name)
{
    QAction *action = menu->addAction(text);
    action->setObjectName(name);
    action->setCheckable(true);
    group->addAction(action);
    return action;
}
} // namespace

MainWindow::MainWindow(const WindowDependencies &dependencies, QWidget *parent)
    : QMainWindow(parent), m_dependencies(dependencies), m_rail(new SubjectRail(this)),
      m_strip(new ClusterStrip(dependencies.clusters, this)), m_stack(new QStackedWidget(this)),
      m_filters(new QStackedWidget(this)),
      m_tenantsPanel(new TenantsPanel(dependencies.clusters, dependencies.tenants, dependencies.tenantDetail, m_stack)),
      m_podsPanel(new PodsPanel(dependencies.clusters, dependencies.pods, dependencies.podDetail, m_stack)),
      m_connectionsPanel(new ConnectionsPanel(dependencies.clusters, dependencies.connections, m_stack)),
      m_line(new QuietLine(this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Pilothouse"));
    setWindowIcon(Icon::application());
    setAccessibleName(tr("Pilothouse"));
    resize(1600, 1000);
    addPanel(m_tenantsPanel);
    if (dependencies.quotaBoard)
        addQuotasPanel();
    addPanel(m_podsPanel);
    if (dependencies.slos && dependencies.sloDetail)
        addSloPanel();
    if (dependencies.alerts)
        addAlertsPanel();
    if (dependencies.incidents)
        addIncidentsPanel();
    addPanel(m_connectionsPanel);
    if (dependencies.journal && dependencies.journalWork)
        addJournal();
    setUpFrame();
    setUpMenus();
    setUpConnections();
    refreshSummary();
    showPanel(m_panels.constFirst()->subject().id);
}

void MainWindow::addQuotasPanel()
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
    m_quotasPanel = new QuotasPanel(m_dependencies.clusters, sources, m_stack);
    addPanel(m_quotasPanel);
    if (!forecasts)
        return;
    connect(m_quotasPanel, &QuotasPanel::courseWanted, forecasts, &QuotaForecasts::want);
    connect(forecasts, &QuotaForecasts::courseChanged, m_quotasPanel, &QuotasPanel::refreshCourse);
}

void MainWindow::addSloPanel()
{
    m_sloPanel = new SloPanel(m_dependencies.clusters, m_dependencies.slos, m_dependencies.sloDetail, m_stack);
    addPanel(m_sloPanel);
    if (m_dependencies.sloSuspects)
        connect(m_dependencies.sloSuspects, &SloSuspects::suspectsChanged, m_sloPanel, &SloPanel::setSuspects);
    if (!m_dependencies.changes)
        return;
    m_sloPanel->offerNew(true);
    connect(m_sloPanel, &SloPanel::newRequested, this, &MainWindow::openSloForm);
}

void MainWindow::openSloForm(const Slo &beside)
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
            form, this);
    connect(dialog, &SloFormDialog::messageShown, this, &MainWindow::showMessage);
}

void MainWindow::addPanel(TablePanel *panel)
{
    m_panels.append(panel);
    m_stack->addWidget(panel);
    m_filters->addWidget(panel->filterBar());
    m_rail->addSubject(panel->subject().id, panel->subject().title, panel->subject().icon);
    connect(panel, &TablePanel::messageShown, this, &MainWindow::showMessage);
    connect(panel, &TablePanel::attentionChanged, this, [this, panel] { refreshAttention(panel); });
    connect(panel, &TablePanel::filterRequested, this, [this](const QString &id, const QString &filter) {
        if (showPanel(id))
            currentPanel()->filterBar()->setText(filter);
    });
    connect(panel, &TablePanel::detailRequested, this, [this](const QString &id, const QString &key) {
        if (showPanel(id))
            currentPanel()->openDetail(key);
    });
    refreshAttention(panel);
}

void MainWindow::addAlertsPanel()
{
    m_alertsPanel = new AlertsPanel(m_dependencies.clusters, {m_dependencies.alerts, m_dependencies.changes}, m_stack);
    addPanel(m_alertsPanel);
}

void MainWindow::addIncidentsPanel()
{
    m_incidentsPanel = new IncidentsPanel(m_dependencies.clusters, m_dependencies.incidents, m_stack);
    addPanel(m_incidentsPanel);
    connect(m_incidentsPanel, &IncidentsPanel::shown, this, [this] { showPanel(m_incidentsPanel->subject().id); });
    if (m_alertsPanel)
        connect(m_alertsPanel, &AlertsPanel::incidentRequested, this, &MainWindow::startIncidentOfAlerts);
    if (m_sloPanel)
        connect(m_sloPanel, &SloPanel::incidentRequested, this, &MainWindow::startIncidentOfSlo);
}

void MainWindow::startIncidentOfAlerts(const QStringList &alertKeys)
{
    QStringList names;
    for (const QString &key : alertKeys) {
        if (const Alert *alert = m_dependencies.alerts->find(key))
            names.append(alert->namespaceName.isEmpty()
                    ? alert->name
                    : tr("%1 in %2", "an alert in a namespace").arg(alert->name, alert->namespaceName));
    }
    m_incidentsPanel->startIncident({{}, alertKeys, {}, {}, {}}, names);
}

void MainWindow::startIncidentOfSlo(const QString &sloKey)
{
    IncidentStart start;
    start.slos = {sloKey};
    if (m_dependencies.sloDetail && m_dependencies.sloDetail->slo().key == sloKey)
        start.begun = m_dependencies.sloDetail->burnStart();
    const Slo *slo = m_dependencies.slos->find(sloKey);
    m_incidentsPanel->startIncident(
        start, slo ? QStringList{tr("%1 of %2", "an SLO of a service").arg(slo->name, slo->service)} : QStringList());
}

void MainWindow::addJournal()
{
    auto *panel
        = new JournalPanel(m_dependencies.clusters, m_dependencies.journal, m_dependencies.journalWork, m_stack);
    if (m_dependencies.changes) {
        panel->setUndoOffered(true);
        connect(panel, &JournalPanel::undoRequested, this,
            [this](const Change &done) { ChangeDialog::undo(*m_dependencies.changes, done, this); });
    }
    addPanel(panel);
}

void MainWindow::setUpFrame()
{
    auto *middle = new QWidget(this);
    auto *grid = new QGridLayout(middle);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->addWidget(m_rail, 0, 0, 3, 1);
    grid->addWidget(createTopStrip(), 0, 1);
    grid->addWidget(new NoteStrip(m_dependencies.clusters, middle), 1, 1);
    grid->addWidget(m_stack, 2, 1);
    grid->addWidget(m_line, 3, 0, 1, 2);
    grid->setRowStretch(2, 1);
    grid->setColumnStretch(1, 1);
    setCentralWidget(middle);
}

QWidget *MainWindow::createTopStrip()
{
    auto *strip = new QFrame(this);
    strip->setObjectName(u"topStrip"_s);
    auto *layout = new QHBoxLayout(strip);
    layout->setContentsMargins(16, 4, 16, 4);
    layout->setSpacing(16);
    m_mark = new SandboxMark(strip);
    m_mark->hide();
    layout->addWidget(m_mark);
    layout->addWidget(m_strip, 1);
    m_filters->setFixedWidth(360);
    layout->addWidget(m_filters);
    layout->addWidget(
        PlainText::create(tr("/ filter\n? keys"), Typography::secondary(), QPalette::PlaceholderText, strip));
    strip->setFixedHeight(64);
    return strip;
}

void MainWindow::setUpMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->setObjectName(u"fileMenu"_s);
    for (const TablePanel *panel : std::as_const(m_panels))
        file->addMenu(panel->exportMenu());
    file->addSeparator();
    QAction *quit = file->addAction(tr("&Quit"));
    quit->setObjectName(u"quit"_s);
    quit->setShortcut(QKeySequence::Quit);
    quit->setMenuRole(QAction::QuitRole);
    connect(quit, &QAction::triggered, this, &QWidget::close);
    setUpViewMenu();
    menuBar()->addMenu(m_strip->clusterMenu());
    if (m_dependencies.changes && m_dependencies.tenantStore && m_dependencies.tenantTemplates)
        setUpOnboardingMenu();
    if (m_dependencies.changes)
        setUpChangesMenu();
    if (m_dependencies.training)
        setUpTrainingMenu();
    setUpHelpMenu();
    // Not every platform has this key of its own.
    auto *menus = new QShortcut(QKeySequence(Qt::Key_F10), this);
    connect(menus, &QShortcut::activated, this, [this] {
        menuBar()->setFocus(Qt::MenuBarFocusReason);
        menuBar()->setActiveAction(menuBar()->actions().constFirst());
    });
    menuBar()->setObjectName(u"menuBar"_s);
    menuBar()->setAccessibleName(tr("Menus"));
}

void MainWindow::setUpViewMenu()
{
    QMenu *view = menuBar()->addMenu(tr("&View"));
    view->setObjectName(u"viewMenu"_s);
    setUpPanelMenu(view);
    for (const TablePanel *panel : std::as_const(m_panels))
        view->addMenu(panel->columnMenu());
    m_rowMenu = view->addMenu(tr("&Row height"));
    auto *rows = new QActionGroup(this);
    const std::array heights{std::tuple{TableView::RowHeight::Compact, tr("&Compact"), u"compactRows"_s},
        std::tuple{TableView::RowHeight::Comfortable, tr("C&omfortable"), u"comfortableRows"_s}};
    for (const auto &[height, text, name] : heights) {
        QAction *action = addChoice(m_rowMenu, rows, text, name);
        action->setChecked(height == m_rowHeight);
        action->setData(static_cast<int>(height));
        connect(action, &QAction::triggered, this, [this, height = height] { setRowHeight(height); });
    }
    m_themeMenu = view->addMenu(tr("&Theme"));
    auto *themes = new QActionGroup(this);
    const std::array choices{std::tuple{ThemeChoice::System, tr("As the &system"), u"systemTheme"_s},
        std::tuple{ThemeChoice::Light, tr("&Light"), u"lightTheme"_s},
        std::tuple{ThemeChoice::Dark, tr("&Dark"), u"darkTheme"_s}};
    for (const auto &[choice, text, name] : choices) {
        QAction *action = addChoice(m_themeMenu, themes, text, name);
        action->setChecked(choice == m_theme);
        action->setData(static_cast<int>(choice));
        connect(action, &QAction::triggered, this, [this, choice = choice] { setTheme(choice); });
    }
}

void MainWindow::setUpPanelMenu(QMenu *view)
{
    int number = 0;
    for (const TablePanel *panel : std::as_const(m_panels)) {
        QAction *action = view->addAction(panel->subject().title);
        action->setObjectName(u"show-"_s + panel->subject().id);
        action->setShortcut(QKeySequence(u"Ctrl+%1"_s.arg(++number)));
        connect(action, &QAction::triggered, this, [this, id = panel->subject().id] { showPanel(id); });
    }
    view->addSeparator();
}

void MainWindow::setUpChangesMenu()
{
    auto *menu = new ChangesMenu(*m_dependencies.changes, this);
    menuBar()->addMenu(menu);
    m_line->setChangeActions(menu->undoAction(), menu->interruptedAction());
    connect(menu, &ChangesMenu::messageShown, this, &MainWindow::showMessage);
    if (!m_sloPanel)
        return;
    menu->addSeparator();
    QAction *objective = menu->addAction(tr("&New SLO…"));
    objective->setObjectName(u"newObjective"_s);
    connect(objective, &QAction::triggered, this, [this] { openSloForm({}); });
}

void MainWindow::setUpOnboardingMenu()
{
    auto *menu = new OnboardingMenu({*m_dependencies.clusters, *m_dependencies.changes, *m_dependencies.tenantStore,
                                        *m_dependencies.tenantTemplates, m_dependencies.tenantKeys},
        this);
    menuBar()->addMenu(menu);
    m_tenantsPanel->offerOffboarding(m_dependencies.changes);
    connect(m_tenantsPanel, &TenantsPanel::offboardRequested, menu, &OnboardingMenu::offboard);
    TableView *table = m_tenantsPanel->table();
    connect(table, &TableView::currentKeyChanged, menu, [menu, table] { menu->setCurrent(table->currentKey()); });
    connect(menu, &OnboardingMenu::messageShown, this, &MainWindow::showMessage);
}

void MainWindow::setUpTrainingMenu()
{
    auto *menu = new TrainingMenu(m_dependencies.training, this);
    menuBar()->addMenu(menu);
    connect(menu, &TrainingMenu::sandboxRequested, this, &MainWindow::sandboxRequested);
    connect(m_dependencies.training, &Training::changed, this, &MainWindow::refreshSandbox);
    connect(m_dependencies.training, &Training::messageShown, this, &MainWindow::showMessage);
    for (TablePanel *panel : std::as_const(m_panels))
        panel->setSetupOffer(menu->openAction());
    refreshSandbox();
}

void MainWindow::refreshSandbox()
{
    const Training::Stage stage = m_dependencies.training->stage();
    // Also what is left of one that has ended is no production.
    const bool sandbox = stage != Training::Stage::Absent;
    m_mark->setVisible(sandbox);
    setWindowTitle(sandbox ? tr("Sandbox, no real clusters – Pilothouse") : tr("Pilothouse"));
}

void MainWindow::setUpHelpMenu()
{
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->setObjectName(u"helpMenu"_s);
    QAction *keys = help->addAction(tr("&Keys"));
    keys->setObjectName(u"keys"_s);
    keys->setShortcuts({QKeySequence(u"?"_s), QKeySequence(u"Shift+?"_s)}); // as the keyboard has it
    connect(keys, &QAction::triggered, this, &MainWindow::showKeys);
    QAction *about = help->addAction(tr("&About Pilothouse"));
    about->setObjectName(u"about"_s);
    about->setMenuRole(QAction::AboutRole);
    connect(about, &QAction::triggered, this, &MainWindow::showAbout);
}

void MainWindow::setUpConnections()
{
    if (ChangeRiver *river = m_dependencies.changes) {
        const auto mark = [this, river] {
            m_strip->setProduction([river](const QString &cluster) { return river->policy().isProduction(cluster); });
        };
        connect(river, &ChangeRiver::policyChanged, m_strip, mark);
        mark();
    }
    connect(m_strip, &ClusterStrip::connectRequested, this, &MainWindow::connectRequested);
    connect(m_strip, &ClusterStrip::disconnectRequested, this, &MainWindow::disconnectRequested);
    connect(m_strip, &ClusterStrip::reconnectRequested, this, &MainWindow::reconnectRequested);
    connect(m_connectionsPanel, &ConnectionsPanel::reconnectRequested, this, &MainWindow::connectionReconnectRequested);
    connect(m_connectionsPanel, &ConnectionsPanel::loginRequested, this, &MainWindow::loginRequested);
    connect(m_connectionsPanel, &ConnectionsPanel::breakerResetRequested, this, &MainWindow::breakerResetRequested);
    connect(m_rail, &SubjectRail::subjectChosen, this, &MainWindow::showPanel);
    for (const QAbstractItemModel *model : {static_cast<QAbstractItemModel *>(m_dependencies.clusters),
             static_cast<QAbstractItemModel *>(m_dependencies.tenants)}) {
        for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
            connect(model, signal, this, &MainWindow::refreshSummary);
        connect(model, &QAbstractItemModel::dataChanged, this, &MainWindow::refreshSummary);
        connect(model, &QAbstractItemModel::modelReset, this, &MainWindow::refreshSummary);
    }
}

TablePanel *MainWindow::panel(const QString &id) const
{
    const auto found = std::ranges::find(m_panels, id, [](const TablePanel *panel) { return panel->subject().id; });
    return found == m_panels.cend() ? nullptr : *found;
}

TablePanel *MainWindow::currentPanel() const
{
    return m_panels.at(m_stack->currentIndex());
}

QString MainWindow::visiblePanel() const
{
    return isVisible() && !isMinimized() ? currentPanel()->subject().id : QString();
}

WindowState MainWindow::state() const
{
    WindowState state;
    state.geometry = saveGeometry();
    state.panel = currentPanel()->subject().id;
    state.theme = m_theme;
    state.rowHeight = m_rowHeight;
    for (const TablePanel *panel : m_panels) {
        for (const TablePanel::Face &face : panel->faces())
            state.panels.insert(panel->layoutName(face), {panel->splitterState(), face.table->headerState().toBytes()});
    }
    return state;
}

void MainWindow::restore(const WindowState &state)
{
    if (!state.geometry.isEmpty())
        restoreGeometry(state.geometry);
    for (TablePanel *panel : std::as_const(m_panels)) {
        panel->restoreSplitterState(state.panels.value(panel->subject().id).splitter);
        for (const TablePanel::Face &face : panel->faces())
            face.table->setHeaderState(HeaderState::fromBytes(state.panels.value(panel->layoutName(face)).header));
    }
    setTheme(state.theme);
    setRowHeight(state.rowHeight);
    showPanel(state.panel);
}

void MainWindow::setContexts(const QStringList &contexts)
{
    m_strip->setContexts(contexts);
}

void MainWindow::setSetupProblem(const Problem &problem)
{
    for (TablePanel *panel : std::as_const(m_panels))
        panel->setSetupProblem(problem);
}

void MainWindow::showMessage(const QString &text)
{
    m_line->showMessage(text);
}

bool MainWindow::showPanel(const QString &id)
{
    TablePanel *wanted = panel(id);
    if (!wanted)
        return false;
    m_stack->setCurrentWidget(wanted);
    m_filters->setCurrentWidget(wanted->filterBar());
    m_rail->setCurrent(id);
    for (const TablePanel *each : std::as_const(m_panels)) {
        each->exportMenu()->menuAction()->setVisible(each == wanted);
        each->columnMenu()->menuAction()->setVisible(each == wanted);
    }
    wanted->table()->setFocus(Qt::OtherFocusReason);
    tellVisiblePanel();
    return true;
}

void MainWindow::tellVisiblePanel()
{
    const QString now = visiblePanel();
    if (now == m_visiblePanel)
        return;
    m_visiblePanel = now;
    Q_EMIT visiblePanelChanged(now);
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    tellVisiblePanel();
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    tellVisiblePanel();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        tellVisiblePanel();
}

void MainWindow::setTheme(ThemeChoice choice)
{
    m_theme = choice;
    Theme::apply(*qApp, choice);
    for (QAction *action : m_themeMenu->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(choice));
}

void MainWindow::setRowHeight(TableView::RowHeight height)
{
    m_rowHeight = height;
    for (TablePanel *panel : std::as_const(m_panels))
        panel->setRowHeight(height);
    for (QAction *action : m_rowMenu->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(height));
}

void MainWindow::refreshSummary()
{
    const Summary summary = summarise(m_dependencies.clusters->items(), m_dependencies.tenants->rowCount());
    m_line->setSummary(summary.sign, summary.text);
}

void MainWindow::refreshAttention(const TablePanel *panel)
{
    const TablePanel::Attention attention = panel->attention();
    m_rail->setCount(panel->subject().id, attention.count, attention.meaning);
}

void MainWindow::showKeys()
{
    auto *dialog = new KeysDialog(this);
    dialog->show();
}

void MainWindow::showAbout()
{
    auto *dialog = new AboutDialog(this);
    dialog->show();
}
