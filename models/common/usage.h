// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

#include <optional>

//! One resource of one tenant in base units (cores, bytes, or pods). What is not known is empty, never zero.
struct Usage
{
    std::optional<double> used; //!< really used, from metrics (for pods: those that run)
    std::optional<double> reserved; //!< quota used
    std::optional<double> limit; //!< quota hard; empty when no quota limits it
    bool unlimited = false; //!< all quotas are known and none limits it; without this an empty limit is not known
    bool partlyUnlimited
        = false; //!< some of the tenant's namespaces have no quota for it, so the limit is not the whole truth
    bool usedStale = false; //!< `used` is older than its source's pace

    bool operator==(const Usage &) const = default;

    //! reserved / limit in percent; empty when either is unknown or the limit is zero with nothing reserved. A limit of
    //! zero with something reserved is infinitely over.
    [[nodiscard]] std::optional<double> percent() const;
};

Q_DECLARE_METATYPE(Usage)
