// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

//! \a text as one line that can be shown among others: no control characters, nothing that turns the direction of what
//! stands beside it, and at most \a longest characters, with an ellipsis where some are left out. Pure; any thread;
//! takes no longer for a longer text.
[[nodiscard]] QString plainLine(const QString &text, qsizetype longest = 400);
