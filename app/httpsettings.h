// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/endpointsettings.h"

#include <QHash>
#include <QString>
#include <QStringList>

class QSettings;
namespace Http {
enum class Compression : quint8;
}

//! How one cluster's servers are treated, with sentences about settings that cannot be used.
struct HttpSettings
{
    Http::EndpointSettings endpoint;
    Http::Compression compression{}; //!< Auto
    QStringList mistakes;

    bool operator==(const HttpSettings &) const = default;
};

//! The part of the settings' file about HTTP: [http] for all clusters, [http/CONTEXT] for one. Times are seconds and
//! may have a fraction.
//!   silence, deadline: of a request that has no limits of its own
//!   retries, retry-time: 0 retries switch them off
//!   breaker-failures, breaker-percent, breaker-open, breaker-longest: 0 failures and 0 percent switch it off
//!   rate, burst: requests a second; 0 switches the limit off
//!   compression: on, off, auto
class HttpSettingsFile
{
public:
    [[nodiscard]] static HttpSettingsFile read(QSettings &ini);
    [[nodiscard]] HttpSettings of(const QString &context) const;

private:
    QHash<QString, HttpSettings> m_contexts;
    HttpSettings m_all;
};
