// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "app/settings.h"
#include "models/onboarding/tenanttemplate.h"
#include "views/window/mainwindow.h"

#include <QObject>

#include <memory>

class Console;
class DesktopNotices;
class Notices;
class SandboxLink;

//! Ties the window to what it shows and to what it remembers: settings in before the window opens, and out when it
//! closes.
class WindowSession final : public QObject
{
    Q_OBJECT

public:
    //! References must outlive this. Without \a sandbox none is offered. An empty \a settingsFile: remember nothing, as
    //! for a picture.
    WindowSession(const CommandLine &commandLine, const Settings &settings, const QString &settingsFile,
        Console &console, SandboxLink *sandbox = nullptr, QObject *parent = nullptr);
    ~WindowSession() override;

    [[nodiscard]] MainWindow &window() { return m_window; }

private:
    CommandLine m_commandLine;
    Settings m_settings;
    QString m_settingsFile;
    Console &m_console;
    TenantTemplates m_templates; // before the window, which uses them
    MainWindow m_window;
    std::unique_ptr<DesktopNotices> m_desktop; // null: nothing is told
    std::unique_ptr<Notices> m_notices;
    bool m_opened = false; // the tenant asked for on the command line

    void setUpNotices();
    void restore();
    void save();
    void openTenant();
    void contextsChanged();
};
