// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/window/mainwindow.h"

#include "models/changes/changeriver.h"
#include "models/fleet/clusterlistmodel.h"
#include "models/slo/slo.h"
#include "models/tenants/tenanttablemodel.h"
#include "models/training/training.h"
#include "views/changes/changesmenu.h"
#include "views/common/filterbar.h"
#include "views/common/icon.h"
#include "views/common/plaintext.h"
#include "views/connections/connectionspanel.h"
#include "views/fleet/clusterstrip.h"
#include "views/fleet/notestrip.h"
#include "views/onboarding/onboardingmenu.h"
#include "views/tenants/tenantspanel.h"
#include "views/training/sandboxmark.h"
#include "views/training/trainingmenu.h"
#include "views/window/aboutdialog.h"
#include "views/window/keysdialog.h"
#include "views/window/quietline.h"
#include "views/window/subjectrail.h"
#include "views/window/subjects.h"
#include "views/window/summary.h"
#include "views/window/viewmenu.h"

#include <QApplication>
#include <QGridLayout>
#include <QMenuBar>
#include <QShortcut>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

MainWindow::MainWindow(const WindowDependencies &dependencies, QWidget *parent)
    : QMainWindow(parent), m_dependencies(dependencies), m_rail(new SubjectRail(this)),
      m_strip(new ClusterStrip(dependencies.clusters, this)), m_stack(new QStackedWidget(this)),
      m_filters(new QStackedWidget(this)), m_subjects(new Subjects(dependencies, m_stack, this)),
      m_line(new QuietLine(this)), m_view(new ViewMenu(m_subjects->panels(), this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Pilothouse"));
    setWindowIcon(Icon::application());
    setAccessibleName(tr("Pilothouse"));
    resize(1600, 1000);
    for (TablePanel *panel : m_subjects->panels())
        addPanel(panel);
    setUpFrame();
    setUpMenus();
    setUpConnections();
    refreshSummary();
    showPanel(m_subjects->panels().constFirst()->subject().id);
}

void MainWindow::addPanel(TablePanel *panel)
{
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
    for (const TablePanel *panel : m_subjects->panels())
        file->addMenu(panel->exportMenu());
    file->addSeparator();
    QAction *quit = file->addAction(tr("&Quit"));
    quit->setObjectName(u"quit"_s);
    quit->setShortcut(QKeySequence::Quit);
    quit->setMenuRole(QAction::QuitRole);
    connect(quit, &QAction::triggered, this, &QWidget::close);
    menuBar()->addMenu(m_view);
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

void MainWindow::setUpChangesMenu()
{
    auto *menu = new ChangesMenu(*m_dependencies.changes, this);
    menuBar()->addMenu(menu);
    m_line->setChangeActions(menu->undoAction(), menu->interruptedAction());
    connect(menu, &ChangesMenu::messageShown, this, &MainWindow::showMessage);
    if (!m_subjects->slos())
        return;
    menu->addSeparator();
    QAction *objective = menu->addAction(tr("&New SLO…"));
    objective->setObjectName(u"newObjective"_s);
    connect(objective, &QAction::triggered, m_subjects, [this] { m_subjects->openSloForm({}); });
}

void MainWindow::setUpOnboardingMenu()
{
    auto *menu = new OnboardingMenu({*m_dependencies.clusters, *m_dependencies.changes, *m_dependencies.tenantStore,
                                        *m_dependencies.tenantTemplates, m_dependencies.tenantKeys},
        this);
    menuBar()->addMenu(menu);
    TenantsPanel *tenants = m_subjects->tenants();
    tenants->offerOffboarding(m_dependencies.changes);
    connect(tenants, &TenantsPanel::offboardRequested, menu, &OnboardingMenu::offboard);
    TableView *table = tenants->table();
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
    for (TablePanel *panel : m_subjects->panels())
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
    const ConnectionsPanel *connections = m_subjects->connections();
    connect(connections, &ConnectionsPanel::reconnectRequested, this, &MainWindow::connectionReconnectRequested);
    connect(connections, &ConnectionsPanel::loginRequested, this, &MainWindow::loginRequested);
    connect(connections, &ConnectionsPanel::breakerResetRequested, this, &MainWindow::breakerResetRequested);
    connect(m_rail, &SubjectRail::subjectChosen, this, &MainWindow::showPanel);
    connect(m_subjects, &Subjects::shown, this, &MainWindow::showPanel);
    connect(m_subjects, &Subjects::messageShown, this, &MainWindow::showMessage);
    connect(m_view, &ViewMenu::panelChosen, this, &MainWindow::showPanel);
    connect(m_view, &ViewMenu::themeChosen, this, &MainWindow::setTheme);
    connect(m_view, &ViewMenu::rowHeightChosen, this, &MainWindow::setRowHeight);
    for (const QAbstractItemModel *model : {static_cast<QAbstractItemModel *>(m_dependencies.clusters),
             static_cast<QAbstractItemModel *>(m_dependencies.tenants)}) {
        for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
            connect(model, signal, this, &MainWindow::refreshSummary);
        connect(model, &QAbstractItemModel::dataChanged, this, &MainWindow::refreshSummary);
        connect(model, &QAbstractItemModel::modelReset, this, &MainWindow::refreshSummary);
    }
}

TablePanel *MainWindow::currentPanel() const
{
    return m_subjects->panels().at(m_stack->currentIndex());
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
    for (const TablePanel *panel : m_subjects->panels()) {
        for (const TablePanel::Face &face : panel->faces())
            state.panels.insert(panel->layoutName(face), {panel->splitterState(), face.table->headerState().toBytes()});
    }
    return state;
}

void MainWindow::restore(const WindowState &state)
{
    if (!state.geometry.isEmpty())
        restoreGeometry(state.geometry);
    for (TablePanel *panel : m_subjects->panels()) {
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
    for (TablePanel *panel : m_subjects->panels())
        panel->setSetupProblem(problem);
}

void MainWindow::showMessage(const QString &text)
{
    m_line->showMessage(text);
}

bool MainWindow::showPanel(const QString &id)
{
    TablePanel *wanted = m_subjects->find(id);
    if (!wanted)
        return false;
    m_stack->setCurrentWidget(wanted);
    m_filters->setCurrentWidget(wanted->filterBar());
    m_rail->setCurrent(id);
    for (const TablePanel *each : m_subjects->panels()) {
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
    m_view->setTheme(choice);
}

void MainWindow::setRowHeight(TableView::RowHeight height)
{
    m_rowHeight = height;
    for (TablePanel *panel : m_subjects->panels())
        panel->setRowHeight(height);
    m_view->setRowHeight(height);
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
