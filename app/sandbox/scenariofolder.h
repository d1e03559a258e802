// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/sandbox/platform/scenario.h"

#include <QString>

#include <string>
#include <vector>

//! Where scenarios are read from: those that are built in, or a folder of a person's own.
class ScenarioFolder
{
public:
    //! What a run of the sandbox is made of.
    struct Selection
    {
        Sandbox::PlatformSpec platform;
        std::vector<Sandbox::IncidentSpec> incidents; //!< those that play on it, by title
        std::string wanted; //!< the name of the one to begin with; empty: none
    };

    [[nodiscard]] static ScenarioFolder builtIn();
    explicit ScenarioFolder(QString folder);

    //! \a scenario: a name in this folder, the path of a file (then its own folder counts), or empty for the platform
    //! alone. Error::Configuration that says what is wrong, and names those that there are.
    [[nodiscard]] Result<Selection> read(const QString &scenario) const;

private:
    QString m_folder;

    [[nodiscard]] Result<Sandbox::Scenario> readFile(const QString &name) const;
    [[nodiscard]] QStringList names() const;
};
