// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/sandboxclient/lease.h"
#include "models/training/training.h"

#include <QObject>
#include <QString>

#include <memory>

class Console;
namespace SandboxClient {
class Control;
}

//! Brings the sandbox to a console: starts it or joins the one that runs, lets the console load what it brings, and
//! keeps it for as long as this lives.
class SandboxLink final : public QObject
{
    Q_OBJECT

public:
    struct Settings
    {
        SandboxClient::Place place;
        QString program; //!< absolute; empty: it is not installed
        QString scenario; //!< the incident to begin with; empty: none

        //! Of this computer's user, with the program beside this one or in the search path.
        [[nodiscard]] static Settings usual(const QString &scenario);
    };

    //! References must outlive this.
    SandboxLink(Settings settings, Console &console, const Clock &clock, QObject *parent = nullptr);
    ~SandboxLink() override;

    [[nodiscard]] Training &training() { return m_training; }
    //! Does nothing while it is there or starting.
    void open();

private:
    Settings m_settings;
    Console &m_console;
    const Clock &m_clock;
    Training m_training;
    std::unique_ptr<SandboxClient::Control> m_control;
    SandboxClient::Lease m_lease;

    void use(const SandboxClient::Session &session);
    void fail(SandboxClient::LeaseFailure failure, const QString &detail);
};
