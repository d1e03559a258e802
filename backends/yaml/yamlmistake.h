// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Yaml {

//! Something in a file that is wrong, where it is, and what would be right. A plain value.
struct Mistake
{
    enum class Kind {
        Syntax, //!< no YAML; `found` is what the parser says
        TooLarge, //!< `found`: of what there is too much
        UnknownKey, //!< `found`; `legal` are the keys that there are
        RepeatedKey, //!< `found`
        MissingKey, //!< `found` is what misses
        WrongValue, //!< `found` is no `expected`
        Reversed, //!< `found` is not before what it should end with
        Contradiction, //!< `found` and another key exclude each other, named by `legal`
    };
    enum class Expected {
        Nothing,
        Version, //!< 1
        Map,
        List,
        Text,
        TrueOrFalse,
        Count, //!< a whole number from 1 on
        Moment, //!< 2026-12-20 18:00
        TimeOfDay, //!< 18:00
        WeekSpan, //!< Fri 16:00 - Mon 07:00
        Day, //!< Mon
        TimeZone, //!< Europe/Zurich
        Pattern, //!< a regular expression
        OneOf, //!< see `legal`
        Quantity, //!< 500m, 2Gi
        ObjectName, //!< web-1
        LabelKey, //!< example.com/tier
        LabelValue, //!< gold
        Port, //!< 53/UDP
    };

    Kind kind = Kind::Syntax;
    int line = 1; //!< from 1 on
    int column = 1; //!< from 1 on
    QString key; //!< whose value it is, or in which map; empty at the top
    QString found; //!< plain text, at most maxFound characters
    Expected expected = Expected::Nothing;
    QStringList legal = {};

    static constexpr qsizetype maxFound = 80;

    bool operator==(const Mistake &) const = default;
};

} // namespace Yaml
