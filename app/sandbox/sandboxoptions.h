// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

//! What the person who starts pilothouse-sandbox asked for.
struct SandboxOptions
{
    Q_DECLARE_TR_FUNCTIONS(SandboxOptions)

public:
    QString scenario; //!< a name among those that are built in, or a file; empty: the platform without an incident
    std::optional<int> pods; //!< how many the platform has; empty: as the scenario says
    std::optional<uint64_t> seed;
    std::optional<int> history; //!< how many changes of a cluster watches can go back; empty: plenty
    QString kubeconfig; //!< also written there; empty: only to the sandbox's own folder
    bool leased = false; //!< ends with the last console that holds it
    bool monitoring = true; //!< starts Prometheus and Alertmanager

    struct Outcome;
    //! Needs a QCoreApplication.
    [[nodiscard]] static Outcome parse(const QStringList &arguments);
};

//! Options, or a text to print and the status to end with.
struct SandboxOptions::Outcome
{
    SandboxOptions options;
    std::optional<int> exitStatus;
    QString text;
};
