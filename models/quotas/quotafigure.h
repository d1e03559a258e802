// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/usage.h"

#include <QString>

//! What all quotas of a tenant in one cluster say of one key: `reserved` and `limit` of \a usage.
struct QuotaFigure
{
    QString resource; //!< "requests.cpu" also for quotas that spell it "cpu"; likewise requests.memory and pods
    Usage usage;

    bool operator==(const QuotaFigure &) const = default;
};
