// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandboxlink.h"

#include "app/console.h"
#include "backends/sandboxclient/control.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QStandardPaths>

namespace {

QStringList argumentsFor(const QString &scenario)
{
    if (scenario.isEmpty())
        return {};
    // The program has a working folder of its own.
    const bool file = scenario.contains(u'/') || scenario.endsWith(QLatin1String(".yaml"));
    return {QStringLiteral("--scenario"), file ? QFileInfo(scenario).absoluteFilePath() : scenario};
}

} // namespace

SandboxLink::Settings SandboxLink::Settings::usual(const QString &scenario)
{
    const QString name = QStringLiteral("pilothouse-sandbox");
    const QFileInfo beside(QCoreApplication::applicationDirPath() + u'/' + name);
    const QString program = beside.isExecutable() ? beside.absoluteFilePath() : QStandardPaths::findExecutable(name);
    return {SandboxClient::Place::ofThisUser(), program, scenario};
}

SandboxLink::SandboxLink(Settings settings, Console &console, const Clock &clock, QObject *parent)
    : QObject(parent), m_settings(std::move(settings)), m_console(console), m_clock(clock),
      m_lease(m_settings.place, {m_settings.program, argumentsFor(m_settings.scenario)}, clock)
{
    connect(&m_lease, &SandboxClient::Lease::ready, this, &SandboxLink::use);
    connect(&m_lease, &SandboxClient::Lease::changed, &m_console, &Console::useSandboxMetrics);
    connect(&m_lease, &SandboxClient::Lease::failed, this, &SandboxLink::fail);
    connect(&m_lease, &SandboxClient::Lease::lost, this, [this] { fail(SandboxClient::LeaseFailure::Lost, {}); });
}

SandboxLink::~SandboxLink() = default;

void SandboxLink::open()
{
    if (m_training.stage() == Training::Stage::Starting || m_training.stage() == Training::Stage::Here)
        return;
    m_training.setStarting();
    m_console.expectSandbox(Training::startingText());
    m_lease.open();
}

void SandboxLink::use(const SandboxClient::Session &session)
{
    const QString language = QLocale().name().section(u'_', 0, 0);
    m_control = std::make_unique<SandboxClient::Control>(
        SandboxClient::Control::transportTo(session, m_clock), language, m_clock);
    m_training.follow(*m_control);
    m_control->start();
    // One that ran already has begun with something else.
    if (!m_settings.scenario.isEmpty() && session.incident != QFileInfo(m_settings.scenario).completeBaseName())
        m_control->startIncident(m_settings.scenario);
    m_console.useSandbox(session);
    if (const QString missing = Training::missingText(session.missingPackages); !missing.isEmpty())
        Q_EMIT m_training.messageShown(missing);
}

void SandboxLink::fail(SandboxClient::LeaseFailure failure, const QString &detail)
{
    if (m_control)
        m_control.release()->deleteLater(); // it may be telling something
    m_training.setFailed(failure, detail);
    m_console.failSandbox(m_training.problem());
}
