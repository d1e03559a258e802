// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/problem.h"

//! Sentences in the context "Problem", untranslated. %1: the subject, %2: address or file, %3: HTTP status, %4: how
//! long to wait.
struct ProblemText
{
    const char *title;
    const char *explanation; //!< may be null
    const char *nextStep;
};

//! \a kind is an Error::Kind; an int here because models' headers do not see the backends'.
[[nodiscard]] ProblemText problemText(int kind, ProblemSource source);
