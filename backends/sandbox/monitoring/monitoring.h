// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/monitoring/childserver.h"
#include "backends/sandbox/monitoring/historyimport.h"

#include <QByteArray>
#include <QObject>
#include <QStringList>
#include <QUrl>

#include <memory>

namespace Sandbox {

//! The real Prometheus and the real Alertmanager as children of this process, over the metrics and the rules of the
//! platform; writes what was before the start into Prometheus' storage while it already runs. Belongs to one thread.
class Monitoring final : public QObject
{
    Q_OBJECT

public:
    struct Target
    {
        QString cluster; //!< value of the label cluster
        QString address; //!< "127.0.0.1:PORT" of a page at /metrics
        QString path; //!< "/metrics"
    };
    struct Settings
    {
        QString runFolder; //!< of this run; exists, and is on the same file system as the cache
        QString cacheFolder; //!< exists; blocks of the past are kept there
        QList<Target> targets;
        QByteArray rules; //!< a rule file
        std::chrono::seconds interval{5}; //!< between two scrapes, and two evaluations
        HistoryImport::Source history; //!< may be empty: no past
        QString historyKey; //!< changes with whatever changes the past
    };

    //! \a clock must outlive this.
    Monitoring(Settings settings, const Clock &clock, QObject *parent = nullptr);
    ~Monitoring() override;

    //! The Debian packages that hold what is not installed; empty when all is there.
    [[nodiscard]] static QStringList missingPackages();

    void start();
    //! Empty while it does not run.
    [[nodiscard]] QUrl prometheus() const;
    [[nodiscard]] QUrl alertmanager() const;

Q_SIGNALS:
    //! Both answer.
    void ready();
    //! One of them does not; not translated, for a log.
    void failed(const QString &why);
    void historyReady();

private:
    Settings m_settings;
    const Clock &m_clock;
    std::unique_ptr<ChildServer> m_alertmanager;
    std::unique_ptr<ChildServer> m_prometheus;
    std::unique_ptr<HistoryImport> m_history;

    void startHistory();
    void startPrometheus();
    bool write(const QString &name, const QByteArray &text);
    [[nodiscard]] QString inRun(const QString &name) const;
};

} // namespace Sandbox
