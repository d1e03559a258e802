// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/monitoring/monitoring.h"

#include "backends/sandbox/monitoring/monitoringconfig.h"

#include <QDir>
#include <QSaveFile>
#include <QStandardPaths>

namespace Sandbox {

namespace {

//! Debian's name comes first; others ship it under its own.
QString alertmanagerProgram()
{
    const QString debian = QStandardPaths::findExecutable(QStringLiteral("prometheus-alertmanager"));
    return debian.isEmpty() ? QStandardPaths::findExecutable(QStringLiteral("alertmanager")) : debian;
}

QString prometheusProgram()
{
    return QStandardPaths::findExecutable(QStringLiteral("prometheus"));
}

QString promtoolProgram()
{
    return QStandardPaths::findExecutable(QStringLiteral("promtool"));
}

} // namespace

Monitoring::Monitoring(Settings settings, const Clock &clock, QObject *parent)
    : QObject(parent), m_settings(std::move(settings)), m_clock(clock)
{
}

Monitoring::~Monitoring() = default;

QStringList Monitoring::missingPackages()
{
    QStringList missing;
    if (prometheusProgram().isEmpty() || promtoolProgram().isEmpty())
        missing.append(QStringLiteral("prometheus"));
    if (alertmanagerProgram().isEmpty())
        missing.append(QStringLiteral("prometheus-alertmanager"));
    return missing;
}

QUrl Monitoring::prometheus() const
{
    return m_prometheus ? m_prometheus->url() : QUrl();
}

QUrl Monitoring::alertmanager() const
{
    return m_alertmanager ? m_alertmanager->url() : QUrl();
}

QString Monitoring::inRun(const QString &name) const
{
    return m_settings.runFolder + u'/' + name;
}

bool Monitoring::write(const QString &name, const QByteArray &text)
{
    QSaveFile file(inRun(name));
    const bool written = file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
    if (!written)
        Q_EMIT failed(file.fileName() + QStringLiteral(": ") + file.errorString());
    return written;
}

void Monitoring::start()
{
    if (!write(QStringLiteral("alertmanager.yml"), MonitoringConfig::alertmanager()))
        return;
    const QString config = QStringLiteral("--config.file=") + inRun(QStringLiteral("alertmanager.yml"));
    const QString storage = QStringLiteral("--storage.path=") + inRun(QStringLiteral("alertmanager"));
    m_alertmanager = std::make_unique<ChildServer>(
        ChildServer::Command{alertmanagerProgram(),
            [config, storage](const QString &address) {
                return QStringList{config, storage, QStringLiteral("--web.listen-address=") + address,
                    QStringLiteral("--cluster.listen-address=")};
            },
            inRun(QStringLiteral("alertmanager.log")), QStringLiteral("/-/ready")},
        m_clock);
    connect(m_alertmanager.get(), &ChildServer::failed, this, &Monitoring::failed);
    connect(m_alertmanager.get(), &ChildServer::ready, this, &Monitoring::startHistory);
    m_alertmanager->start();
}

void Monitoring::startPrometheus()
{
    const MonitoringConfig::Scraping scraping{
        m_settings.targets, m_settings.interval, inRun(QStringLiteral("rules.yml")), m_alertmanager->url().authority()};
    if (!write(QStringLiteral("rules.yml"), m_settings.rules)
        || !write(QStringLiteral("prometheus.yml"), MonitoringConfig::prometheus(scraping)))
        return;
    const QStringList fixed{QStringLiteral("--config.file=") + inRun(QStringLiteral("prometheus.yml")),
        QStringLiteral("--storage.tsdb.path=") + inRun(QStringLiteral("prometheus")),
        QStringLiteral("--storage.tsdb.retention.time=40d"), QStringLiteral("--log.level=warn")};
    m_prometheus = std::make_unique<ChildServer>(
        ChildServer::Command{prometheusProgram(),
            [fixed](const QString &address) {
                return fixed + QStringList{QStringLiteral("--web.listen-address=") + address};
            },
            inRun(QStringLiteral("prometheus.log")), QStringLiteral("/-/ready")},
        m_clock);
    connect(m_prometheus.get(), &ChildServer::failed, this, &Monitoring::failed);
    connect(m_prometheus.get(), &ChildServer::ready, this, &Monitoring::ready);
    m_prometheus->start();
}

//! Prometheus starts once it has something to show of the past.
void Monitoring::startHistory()
{
    if (!m_settings.history) {
        startPrometheus();
        return;
    }
    m_history = std::make_unique<HistoryImport>(
        HistoryImport::Settings{promtoolProgram(), m_settings.cacheFolder, m_settings.historyKey,
            inRun(QStringLiteral("prometheus")), m_settings.history},
        m_clock);
    connect(m_history.get(), &HistoryImport::recentReady, this, &Monitoring::startPrometheus);
    connect(m_history.get(), &HistoryImport::finished, this, &Monitoring::historyReady);
    connect(m_history.get(), &HistoryImport::failed, this, &Monitoring::failed);
    m_history->start();
}

} // namespace Sandbox
