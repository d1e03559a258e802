// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/change.h"

//! What a change will do, in words: sentences, the most general one first, at most \a most of them after it. Needs each
//! edit's `before` and `after`. Pure.
[[nodiscard]] QStringList impactOf(const Change &change, int most = 20);
