// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/verbrun.h"

#include <QCoreApplication>
#include <QStringList>

//! What can be done with quotas without a window:
//!   pilothouse quota set TENANT KEY=AMOUNT [KEY=AMOUNT …] --cluster NAME --reason TEXT
//!       [--namespace NAME] [--quota NAME] and what VerbOptions names
//! An empty amount takes the limit away.
class QuotaVerb
{
    Q_DECLARE_TR_FUNCTIONS(QuotaVerb)

public:
    //! Whether \a arguments, the program's name first, ask for it. Usable before there is any application.
    [[nodiscard]] static bool asked(const QStringList &arguments)
    {
        return arguments.value(1) == QLatin1String("quota");
    }
    [[nodiscard]] static VerbPlan plan(const QStringList &arguments);
};
