// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/onboarding/tenanttemplate.h"

#include <QStringList>

namespace Kubernetes {
struct TenantLabels;
}

//! Where templates of tiers come from.
namespace TenantTemplateFiles {

//! The folders that may hold some, those that win last: $XDG_CONFIG_HOME/pilothouse/templates, then those of an
//! organisation, $XDG_CONFIG_DIRS/pilothouse/templates.
[[nodiscard]] QStringList folders();
//! What the program brings along, and the files *.yaml in \a folders, by their names. At most a hundred of a folder.
[[nodiscard]] TenantTemplates load(const QStringList &folders);
//! As the settings name them.
[[nodiscard]] TenantKeys keys(const Kubernetes::TenantLabels &labels);

} // namespace TenantTemplateFiles
