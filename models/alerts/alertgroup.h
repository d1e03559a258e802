// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/condition.h"
#include "models/freshness/freshness.h"

#include <QDateTime>
#include <QString>

//! The alerts that have one value of what is grouped by.
struct AlertGroup
{
    QString key; //!< that value; empty: those that have none
    QString name; //!< for people; says so when there is none
    Condition worst; //!< of the alerts that are open; fine when none is
    QString severity; //!< the worst of all of them, as it is spelt
    qlonglong alerts = 0; //!< all
    qlonglong open = 0; //!< firing and neither silenced, inhibited nor claimed
    qlonglong pending = 0;
    qlonglong silenced = 0;
    qlonglong inhibited = 0;
    qlonglong claimed = 0;
    QDateTime oldest; //!< UTC: since when the first of them fires
    QDateTime newest;
    QString summary; //!< of the worst alert in it, so that a group can be read without opening it
    Freshness freshness; //!< the worst

    bool operator==(const AlertGroup &) const = default;
};
