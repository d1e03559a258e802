// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/transport.h"

#include <QList>
#include <QPair>
#include <QString>

#include <chrono>

namespace Prometheus {

//! Answers beyond this are not read.
inline constexpr qint64 maxAnswer = 64 * 1024 * 1024;

//! A query, sent by POST: those over many namespaces outgrow what URLs may hold. It only asks, so it may be repeated.
[[nodiscard]] Http::Request queryRequest(const QString &path, const QList<QPair<QString, QString>> &fields);
//! \a query over [from, to], seconds since the epoch.
[[nodiscard]] Http::Request rangeRequest(const QString &query, qint64 from, qint64 to, std::chrono::seconds step);

} // namespace Prometheus
