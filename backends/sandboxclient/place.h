// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QString>

namespace SandboxClient {

//! Where the sandbox of this computer's user is found while it runs: a folder that nobody else may enter. There is one
//! sandbox for each user.
struct Place
{
    QString folder;

    //! Below XDG_RUNTIME_DIR, else below the folder for temporary files.
    [[nodiscard]] static Place ofThisUser();
    //! Makes the folder; Error::Configuration when it cannot be made, or belongs to somebody else.
    [[nodiscard]] Result<void> prepare() const;

    [[nodiscard]] QString socket() const { return folder + QLatin1String("/console"); } //!< a connection is a lease
    [[nodiscard]] QString session() const { return folder + QLatin1String("/session.json"); } //!< see Session
    [[nodiscard]] QString lock() const { return folder + QLatin1String("/lock"); } //!< held by the sandbox
    [[nodiscard]] QString kubeconfig() const { return folder + QLatin1String("/kubeconfig"); }
    [[nodiscard]] QString log() const
    {
        return folder + QLatin1String("/log");
    } //!< what it says when a console starts it
};

} // namespace SandboxClient
