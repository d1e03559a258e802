// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowsession.h"

#include "app/console.h"
#include "app/desktopnotices.h"
#include "app/sandboxlink.h"
#include "app/tenanttemplatefiles.h"
#include "models/alerts/notices.h"
#include "models/tenants/tenanttablemodel.h"
#include "views/alerts/alertspanel.h"
#include "views/common/filterbar.h"
#include "views/tenants/tenantspanel.h"
#include "views/window/subjects.h"

WindowSession::WindowSession(const CommandLine &commandLine, const Settings &settings, const QString &settingsFile,
    Console &console, SandboxLink *sandbox, QObject *parent)
    : QObject(parent), m_commandLine(commandLine), m_settings(settings), m_settingsFile(settingsFile),
      m_console(console), m_templates(TenantTemplateFiles::load(TenantTemplateFiles::folders())),
      m_window({.clusters = &console.clusters(),
          .tenants = console.tenants().table(),
          .tenantDetail = &console.tenantDetail(),
          .pods = &console.pods(),
          .podDetail = &console.podDetail(),
          .connections = &console.connections(),
          .tenantStore = &console.tenants(),
          .quotaBoard = &console.quotaBoard(),
          .capacity = &console.capacity(),
          .quotaForecasts = &console.quotaForecasts(),
          .quotaRequests = &console.quotaRequests(),
          .changes = &console.changes().river(),
          .tenantTemplates = &m_templates,
          .tenantKeys = console.tenantKeys(),
          .journal = &console.journalFeed(),
          .journalWork = &console.journalWork(),
          .training = sandbox ? &sandbox->training() : nullptr,
          .slos = &console.monitoring().slos(),
          .sloDetail = &console.monitoring().sloDetail(),
          .ruleChecker = &console.monitoring().ruleChecker(),
          .askBounds =
              [&console](const QString &clusterId, const QString &namespaceName, const QString &histogram,
                  ServerLinks::BoundsDone done) {
                  console.monitoring().servers().askBounds(clusterId, namespaceName, histogram, std::move(done));
              },
          .tenantOf =
              [&console](const QString &clusterId, const QString &namespaceName) {
                  return console.monitoring()
                      .places()
                      .placeOf(console.changes().river().clusterName(clusterId), namespaceName)
                      .tenant.name;
              },
          .sloSuspects = &console.monitoring().suspects(),
          .alerts = &console.monitoring().alerts(),
          .incidents = &console.monitoring().incidents()})
{
    connect(&m_console, &Console::contextsChanged, this, &WindowSession::contextsChanged);
    connect(&m_console, &Console::changed, this, &WindowSession::openTenant);
    connect(&m_window, &MainWindow::connectRequested, &m_console, &Console::connectContext);
    connect(&m_window, &MainWindow::disconnectRequested, &m_console, &Console::disconnectContext);
    connect(&m_window, &MainWindow::reconnectRequested, &m_console, &Console::reconnectContext);
    connect(&m_window, &MainWindow::connectionReconnectRequested, &m_console, &Console::reconnectConnection);
    connect(&m_window, &MainWindow::loginRequested, &m_console, &Console::logIn);
    connect(&m_window, &MainWindow::breakerResetRequested, &m_console, &Console::resetBreaker);
    if (sandbox)
        connect(&m_window, &MainWindow::sandboxRequested, sandbox, &SandboxLink::open);
    if (!m_settingsFile.isEmpty())
        setUpNotices();
    // Not before the command line and the settings have chosen a panel: nothing is read for one that nobody sees.
    restore();
    m_console.setVisiblePanel(m_window.currentPanel()->subject().id);
    connect(&m_window, &MainWindow::visiblePanelChanged, &m_console, &Console::setVisiblePanel);
}

WindowSession::~WindowSession()
{
    if (!m_settingsFile.isEmpty())
        save();
}

void WindowSession::setUpNotices()
{
    m_desktop = std::make_unique<DesktopNotices>();
    m_notices = std::make_unique<Notices>(*m_desktop, m_console.clock(), QTimeZone::systemTimeZone());
    m_notices->setSettings(m_settings.notices);
    AlertsPanel *panel = m_window.subjects().alerts();
    panel->setNoticeSettings(m_settings.notices);
    connect(panel, &AlertsPanel::noticeSettingsChosen, this, [this](const NoticeSettings &chosen) {
        m_settings.notices = chosen;
        m_notices->setSettings(chosen);
        m_window.subjects().alerts()->setNoticeSettings(chosen);
    });
    connect(m_desktop.get(), &DesktopNotices::problemChanged, panel, &AlertsPanel::setNoticeProblem);
    connect(m_desktop.get(), &DesktopNotices::opened, m_notices.get(), &Notices::open);
    m_notices->follow(&m_console.monitoring().alerts());
    connect(m_notices.get(), &Notices::alertsRequested, this, [this](const QStringList &keys) {
        m_window.showPanel(QStringLiteral("alerts"));
        m_window.activateWindow();
        m_window.subjects().alerts()->showAlerts(keys);
    });
}

void WindowSession::restore()
{
    WindowState state;
    if (!m_settingsFile.isEmpty())
        state.geometry = m_settings.window.value(QStringLiteral("geometry"));
    for (const TablePanel *panel : m_window.subjects().panels()) {
        for (const TablePanel::Face &face : panel->faces()) {
            const QString id = panel->layoutName(face);
            state.panels.insert(id,
                {m_settings.window.value(id + QLatin1String("-splitter")),
                    m_settings.window.value(id + QLatin1String("-header"))});
        }
    }
    state.panel = QString::fromUtf8(m_settings.window.value(QStringLiteral("panel")));
    if (m_settings.window.value(QStringLiteral("row-height")) == QByteArrayLiteral("comfortable"))
        state.rowHeight = TableView::RowHeight::Comfortable;
    state.theme = ThemeName::fromString(m_commandLine.theme.isEmpty() ? m_settings.theme : m_commandLine.theme);
    m_window.restore(state);
    if (m_commandLine.size)
        m_window.resize(*m_commandLine.size);
    m_window.showPanel(m_commandLine.panel); // none was asked for: the one of last time stays
    if (!m_commandLine.filter.isEmpty())
        m_window.currentPanel()->filterBar()->setText(m_commandLine.filter);
}

void WindowSession::save()
{
    const WindowState state = m_window.state();
    if (!m_commandLine.size) // what was asked for once is not a choice for ever
        m_settings.window.insert(QStringLiteral("geometry"), state.geometry);
    for (auto panel = state.panels.cbegin(); panel != state.panels.cend(); ++panel) {
        m_settings.window.insert(panel.key() + QLatin1String("-splitter"), panel->splitter);
        m_settings.window.insert(panel.key() + QLatin1String("-header"), panel->header);
    }
    if (m_commandLine.panel.isEmpty())
        m_settings.window.insert(QStringLiteral("panel"), state.panel.toUtf8());
    const bool comfortable = state.rowHeight == TableView::RowHeight::Comfortable;
    m_settings.window.insert(
        QStringLiteral("row-height"), comfortable ? QByteArrayLiteral("comfortable") : QByteArrayLiteral("compact"));
    if (m_commandLine.theme.isEmpty())
        m_settings.theme = ThemeName::toString(state.theme);
    // Remembered is what the person chose in the window: neither what was asked for once on the command line, nor the
    // kubeconfig's current context, which kubectl may change.
    const bool asConfigured
        = m_settings.contexts.isEmpty() && m_console.connectedContexts() == QStringList{m_console.currentContext()};
    if (m_commandLine.contexts.isEmpty() && m_commandLine.kubeconfig.isEmpty() && !asConfigured
        && !m_console.isSandbox())
        m_settings.contexts = m_console.connectedContexts();
    if (!m_settings.save(m_settingsFile))
        qWarning("The settings cannot be written to %s.", qUtf8Printable(m_settingsFile));
}

void WindowSession::openTenant()
{
    if (m_opened || m_commandLine.tenant.isEmpty())
        return;
    for (const Tenant &tenant : m_console.tenants().table()->rows()) {
        if (tenant.name == m_commandLine.tenant) {
            m_opened = true;
            m_window.subjects().tenants()->openDetail(tenant.key);
            return;
        }
    }
}

void WindowSession::contextsChanged()
{
    m_window.setContexts(m_console.contexts());
    m_window.setSetupProblem(m_console.setupProblem());
}
