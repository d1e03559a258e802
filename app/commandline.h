// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/tableexport.h"

#include <QCoreApplication>
#include <QList>
#include <QPair>
#include <QSize>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

//! What the person asked for on the command line; wins over the settings.
struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)

public:
    QString kubeconfig;
    QStringList contexts;
    //! Cluster, or a name of its own, and URL; all of them are asked about SLOs and alerts, the last one of a cluster
    //! about what is used.
    QList<QPair<QString, QString>> prometheus;
    QList<QPair<QString, QString>> alertmanager; //!< likewise
    QList<QPair<QString, QString>> organisations; //!< of those servers, by the same names: X-Scope-OrgID
    QList<QPair<QString, QString>> namespaces; //!< cluster (empty: every one), namespace
    QStringList sloFiles; //!< of objectives, or folders of such files, beside the usual ones
    QString panel; //!< empty: as it was last time; without a window, the tenants
    QString filter;
    QString tenant; //!< to open the details of
    std::optional<ExportFormat> exportFormat;
    QString output; //!< empty: standard output
    QString screenshot; //!< file; empty: none
    std::optional<QSize> size; //!< of the window or picture; none: as it was last time
    std::chrono::seconds deadline{30};
    bool serversAlone = false; //!< no cluster is connected, only servers of metrics and of alerts; no option says so
    bool sandbox = false; //!< instead of any kubeconfig
    QString scenario; //!< the incident that the sandbox begins with; empty: none
    QString theme; //!< system, light or dark; empty: as in the settings

    //! Names of the panels that there are, in the order of the rail.
    [[nodiscard]] static const QStringList &panels();

    //! Runs without a window and ends by itself.
    [[nodiscard]] bool headless() const { return exportFormat.has_value() || !screenshot.isEmpty(); }

    struct Outcome;
    //! Needs a QCoreApplication.
    [[nodiscard]] static Outcome parse(const QStringList &arguments);
    //! Whether a graphical application has to be made at all; usable before there is any application.
    [[nodiscard]] static bool wantsPixels(const QStringList &arguments);
};

//! A command line, or a text to print and the status to end with.
struct CommandLine::Outcome
{
    CommandLine commandLine;
    std::optional<int> exitStatus;
    QString text;
};
