// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPair>
#include <QString>

#include <optional>

namespace Prometheus {

//! Which series of a server that serves several clusters (Thanos, Mimir, one Prometheus for all) speak of one of them:
//! those that have all these labels. Without it, namespaces of the same name in two clusters would be one.
struct Selection
{
    QList<QPair<QString, QString>> labels;

    //! "cluster=prod-eu,region=eu", as the part after the # of the server's address says it, percent-decoded. Empty
    //! when it is not of that form; nothing at all selects everything.
    [[nodiscard]] static std::optional<Selection> parse(const QString &text);
    //! PromQL matchers, each after a comma: ",cluster=\"prod-eu\"".
    [[nodiscard]] QString matchers() const;
};

} // namespace Prometheus
