// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/monitoring/monitoring.h"

namespace Sandbox::MonitoringConfig {

// The files that tell Prometheus and Alertmanager what to do.

struct Scraping
{
    QList<Monitoring::Target> targets;
    std::chrono::seconds interval;
    QString rulesFile;
    QString alertmanager; //!< host:port
};

[[nodiscard]] QByteArray prometheus(const Scraping &scraping);
[[nodiscard]] QByteArray alertmanager();

} // namespace Sandbox::MonitoringConfig
