// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/guard.h"

#include <chrono>

namespace Guard {

//! What the policy says of the silences that \a change makes or extends: how far ahead they end, and that they say why.
//! Taking another change back is not held by it: that only restores what was. Pure.
[[nodiscard]] Findings checkSilences(const Change &change, const ChangePolicy &policy, const Situation &situation);
//! Likewise of one: sentences. \a length is from now, or from its beginning when that is later.
[[nodiscard]] QStringList silenceObjections(
    const ChangePolicy &policy, std::chrono::seconds length, const QString &comment);

} // namespace Guard
