// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

//! How something does, as a cell shows it: a shape and a colour for how bad it is, and a word for what it is. Sorts by
//! how bad it is, then by the rank, or where there is none by the beginning of the id.
struct Condition
{
    enum class Severity {
        Fine,
        Info, //!< worth a mark, nothing wrong: pending, connecting
        Unknown, //!< nobody can tell at present
        Warning,
        Critical,
        Paging, //!< so bad that somebody is woken for it, now
    };

    Severity severity = Severity::Unknown;
    QString id; //!< one stable lower-case word for exports and filters, not translated
    QString word; //!< the same for people
    qint64 rank = 0; //!< among equally severe ones: higher is worse; 0: none, up to 2^56

    bool operator==(const Condition &) const = default;
};

Q_DECLARE_METATYPE(Condition)
