// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/platform/scenario.h"

#include <QFile>
#include <QString>

//! The scenario files that are shipped.
namespace PlatformFiles {

inline std::optional<std::string> load(const std::string &name)
{
    QFile file(QStringLiteral(PILOTHOUSE_SCENARIOS "/") + QString::fromStdString(name) + QStringLiteral(".yaml"));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.readAll().toStdString();
}

inline Result<Sandbox::Scenario> read(const std::string &name)
{
    return Sandbox::readScenario(load(name).value_or(std::string()), name, load);
}

} // namespace PlatformFiles
