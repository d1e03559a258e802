// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace SandboxClient {

//! Why there is no sandbox.
enum class LeaseFailure : uint8_t {
    PlaceUnusable, //!< its folder cannot be made, or is somebody else's
    ProgramMissing,
    Ended, //!< the program ended before it was ready; the detail is what it said last
    TookTooLong,
    Unreadable, //!< it runs and cannot be understood: another version
    Lost, //!< it ended although we held it; not told by failed()
};

} // namespace SandboxClient
