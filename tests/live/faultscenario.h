// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/faultproxy.h"

//! What goes wrong, how and when; all of it follows from the seed.
struct FaultScenario
{
    quint32 seed = 0;
    FaultProxy::Mode mode = FaultProxy::Mode::Tunnel;
    //! The faults begin with the console, which has not read anything yet; else when it has.
    bool early = false;
    std::chrono::milliseconds length{0}; //!< from the first fault to healing
    QList<Fault> faults;

    [[nodiscard]] static FaultScenario of(quint32 seed);
    [[nodiscard]] QString text() const;
};
