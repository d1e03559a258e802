// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/window/mainwindow.h"

#include "models/fleet/clusterlistmodel.h"
#include "models/tenants/tenanttablemodel.h"
#include "views/common/filterbar.h"
#include "views/common/icon.h"
#include "views/common/plaintext.h"
#include "views/fleet/clusterstrip.h"
#include "views/fleet/notestrip.h"
#include "views/tenants/tenantheadline.h"
#include "views/tenants/tenantspanel.h"
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

using namespace Qt::StringLiterals;

namespace {
constexpr auto tenantsId = "tenants"_L1;

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
      m_strip(new ClusterStrip(dependencies.clusters, this)), m_panels(new QStackedWidget(this)),
      m_tenantsPanel(
          new TenantsPanel(dependencies.clusters, dependencies.tenants, dependencies.tenantDetail, m_panels)),
      m_line(new QuietLine(this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Pilothouse"));
    setWindowIcon(Icon::application());
    setAccessibleName(tr("Pilothouse"));
    resize(1600, 1000);
    m_panels->addWidget(m_tenantsPanel);
    m_rail->addSubject(tenantsId, tr("Tenants"), u"tenants"_s);
    setUpFrame();
    setUpMenus();
    setUpConnections();
    refreshSummary();
    m_tenantsPanel->table()->setFocus();
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
    grid->addWidget(m_panels, 2, 1);
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
    layout->addWidget(m_strip, 1);
    layout->addWidget(m_tenantsPanel->filterBar());
    m_tenantsPanel->filterBar()->setFixedWidth(360);
    layout->addWidget(
        PlainText::create(tr("/ filter\n? keys"), Typography::secondary(), QPalette::PlaceholderText, strip));
    strip->setFixedHeight(64);
    return strip;
}

void MainWindow::setUpMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->setObjectName(u"fileMenu"_s);
    file->addMenu(m_tenantsPanel->exportMenu());
    file->addSeparator();
    QAction *quit = file->addAction(tr("&Quit"));
    quit->setObjectName(u"quit"_s);
    quit->setShortcut(QKeySequence::Quit);
    quit->setMenuRole(QAction::QuitRole);
    connect(quit, &QAction::triggered, this, &QWidget::close);
    setUpViewMenu();
    menuBar()->addMenu(m_strip->clusterMenu());
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
    view->addMenu(m_tenantsPanel->columnMenu());
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
    connect(m_strip, &ClusterStrip::connectRequested, this, &MainWindow::connectRequested);
    connect(m_strip, &ClusterStrip::disconnectRequested, this, &MainWindow::disconnectRequested);
    connect(m_strip, &ClusterStrip::reconnectRequested, this, &MainWindow::reconnectRequested);
    connect(m_rail, &SubjectRail::subjectChosen, this, &MainWindow::showPanel);
    connect(m_tenantsPanel, &TenantsPanel::messageShown, this, &MainWindow::showMessage);
    for (const QAbstractItemModel *model : {static_cast<QAbstractItemModel *>(m_dependencies.clusters),
             static_cast<QAbstractItemModel *>(m_dependencies.tenants)}) {
        for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
            connect(model, signal, this, &MainWindow::refreshSummary);
        connect(model, &QAbstractItemModel::dataChanged, this, &MainWindow::refreshSummary);
        connect(model, &QAbstractItemModel::modelReset, this, &MainWindow::refreshSummary);
    }
}

WindowState MainWindow::state() const
{
    return {.geometry = saveGeometry(),
        .tenantSplitter = m_tenantsPanel->splitterState(),
        .tenantHeader = m_tenantsPanel->table()->headerState().toBytes(),
        .theme = m_theme,
        .rowHeight = m_rowHeight};
}

void MainWindow::restore(const WindowState &state)
{
    if (!state.geometry.isEmpty())
        restoreGeometry(state.geometry);
    m_tenantsPanel->restoreSplitterState(state.tenantSplitter);
    m_tenantsPanel->table()->setHeaderState(HeaderState::fromBytes(state.tenantHeader));
    setTheme(state.theme);
    setRowHeight(state.rowHeight);
}

void MainWindow::setContexts(const QStringList &contexts)
{
    m_strip->setContexts(contexts);
}

void MainWindow::setSetupProblem(const Problem &problem)
{
    m_tenantsPanel->setSetupProblem(problem);
}

void MainWindow::showMessage(const QString &text)
{
    m_line->showMessage(text);
}

bool MainWindow::showPanel(const QString &name)
{
    if (name != tenantsId)
        return false;
    m_panels->setCurrentWidget(m_tenantsPanel);
    return true;
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
    m_tenantsPanel->setRowHeight(height);
    for (QAction *action : m_rowMenu->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(height));
}

void MainWindow::refreshSummary()
{
    const auto figures = TenantHeadline::count(*m_dependencies.tenants);
    const Summary summary = summarise(m_dependencies.clusters->items(), figures.tenants);
    m_line->setSummary(summary.sign, summary.text);
    m_rail->setCount(tenantsId, figures.nearLimit,
        figures.nearLimit == 1 ? tr("1 tenant is at 90 % of a limit or more.")
                               : tr("%n tenants are at 90 % of a limit or more.", nullptr, figures.nearLimit));
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
