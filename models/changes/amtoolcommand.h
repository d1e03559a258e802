// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/kubectlcommand.h"

//! What to type to do the same to a silence by hand. Only for the sources of this folder.
namespace AmtoolCommand {

[[nodiscard]] bool concerns(const ObjectEdit &edit);
//! \a url: of the Alertmanager; empty: the one that amtool is set to.
[[nodiscard]] KubectlCommand::Command of(const ObjectEdit &edit, const QString &url);

} // namespace AmtoolCommand
