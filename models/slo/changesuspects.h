// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/changearchive.h"
#include "models/slo/suspects.h"

#include <functional>

struct EndedChange;

//! Changes that were made with this console, as what may have caused a burn. Values of Secrets never appear. Pure.
namespace ChangeSuspects {

//! What was done to one object, a clause: "Deployment shop/web went from web:1.0 to web:1.1-bad", "ResourceQuota shop/q
//! was changed (spec.hard[pods] 10 → 5)".
[[nodiscard]] QString what(const ObjectEdit &edit);

//! One candidate for each object that was changed, or may have been; none for silences, which hide and cause nothing.
//! \a user: of the cluster, as far as known.
[[nodiscard]] QList<SuspectCandidate> of(const EndedChange &change, const QString &user);
[[nodiscard]] QList<SuspectCandidate> of(const RecordedChange &change);

//! All of them, each once: a change and the rollout that it brought are one, which has the rollout's words and time,
//! and the change's author and id. Of \a first and \a second candidates of the same key those of \a first count.
[[nodiscard]] QList<SuspectCandidate> together(
    const QList<SuspectCandidate> &first, const QList<SuspectCandidate> &second);

} // namespace ChangeSuspects
