// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

struct Alert;
struct Slo;

//! What an alert is about, held against namespaces and SLOs: the one rule for whoever puts them together. Pure.
namespace AlertScope {

struct Where
{
    QString cluster; //!< its name; empty: not known
    QString namespaceName;
};

//! The same namespace; a cluster that is not known may be any.
[[nodiscard]] bool sameNamespace(const Where &one, const Where &other);

//! The services and workloads that \a alert names, the most telling first; none when it names none.
[[nodiscard]] QStringList services(const Alert &alert);

//! Whether \a alert is about \a slo. One that names an SLO is about that one alone, where what both say of place and
//! grouping agrees; another is about the SLOs of the service that it names, in its namespace.
[[nodiscard]] bool about(const Alert &alert, const Slo &slo);

} // namespace AlertScope
