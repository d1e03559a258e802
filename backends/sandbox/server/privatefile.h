// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <string_view>

class QString;

namespace Sandbox {

//! Writes a file that its owner alone may read, at once: whoever reads it sees all of it or what was there before. It
//! has no other rights at any moment. Error::Configuration with the system's words.
[[nodiscard]] Result<void> writePrivateFile(const QString &file, std::string_view bytes);

} // namespace Sandbox
