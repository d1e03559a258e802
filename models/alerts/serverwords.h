// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

struct Error;

namespace ServerWords {

//! What went wrong with the Alertmanager or the Prometheus that people call \a name, and what to do: whole sentences.
[[nodiscard]] QString problem(const Error &error, const QString &name, bool prometheus);

} // namespace ServerWords
