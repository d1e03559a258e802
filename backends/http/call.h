// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Http {

//! Something asked for that is on its way. Destroying it cancels it; its callbacks are not called any more.
class Call
{
public:
    virtual ~Call() = default;
};

} // namespace Http
