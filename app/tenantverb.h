// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/verbrun.h"

#include <QCoreApplication>
#include <QStringList>

//! Onboarding and offboarding without a window:
//!   pilothouse tenant create NAME --tier TIER --owner NAME --cost-centre NAME --cluster NAME --reason TEXT
//!       [--owner-is-group] [--isolation LEVEL] [--compliance LIST] [--workloads N] [--cpu AMOUNT] [--memory AMOUNT]
//!       [--storage AMOUNT] [--requests-per-minute N] [--execution-seconds N] and what VerbOptions names
//!   pilothouse tenant delete NAME --cluster NAME --reason TEXT and what VerbOptions names
class TenantVerb
{
    Q_DECLARE_TR_FUNCTIONS(TenantVerb)

public:
    //! Whether \a arguments, the program's name first, ask for it. Usable before there is any application.
    [[nodiscard]] static bool asked(const QStringList &arguments)
    {
        return arguments.value(1) == QLatin1String("tenant");
    }
    [[nodiscard]] static VerbPlan plan(const QStringList &arguments);
};
