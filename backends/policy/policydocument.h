// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

//! What an organisation asks of changes, as its policy file says it. Plain values; any thread.
namespace Policy {

//! Where a rule holds: names by glob (* and ?). An empty list means all.
struct Scope
{
    QStringList clusters;
    QStringList tenants;

    bool operator==(const Scope &) const = default;
};

//! Every week from one moment to another, possibly over its end.
struct WeekSpan
{
    int fromDay = 1; //!< 1: Monday, 7: Sunday
    QTime fromTime;
    int toDay = 1;
    QTime toTime;

    bool operator==(const WeekSpan &) const = default;
};

//! A time without changes. Has either from and to or weekly.
struct Freeze
{
    QString name;
    Scope scope;
    QByteArray timeZone; //!< IANA
    QDateTime from; //!< UTC; invalid for a weekly one
    QDateTime to; //!< UTC, the first moment after it
    std::optional<WeekSpan> weekly;
    QStringList allow; //!< users whom it does not hold back

    bool operator==(const Freeze &) const = default;
};

struct BusinessHours
{
    Scope scope;
    QByteArray timeZone;
    QList<int> days; //!< 1: Monday
    QTime from;
    QTime to; //!< later than from

    bool operator==(const BusinessHours &) const = default;
};

//! The most that one change may touch.
struct BlastRadius
{
    Scope scope;
    std::optional<int> objects;
    std::optional<int> pods;
    std::optional<int> tenants;

    bool operator==(const BlastRadius &) const = default;
};

struct SecondPerson
{
    Scope scope;
    QStringList kinds; //!< of changes; empty: all

    bool operator==(const SecondPerson &) const = default;
};

//! What a reason or a ticket has to look like.
struct TextRule
{
    bool required = false;
    QString pattern; //!< that the whole text matches; empty: any
    QString example; //!< for the person who has to write one

    bool operator==(const TextRule &) const = default;
};

struct Document
{
    QList<Freeze> freezes;
    QList<BusinessHours> businessHours;
    QList<BlastRadius> blastRadius;
    QStringList production; //!< globs of clusters
    QList<SecondPerson> secondPerson;
    TextRule reason;
    TextRule ticket;

    bool operator==(const Document &) const = default;
};

//! Something in the file that is wrong, where it is, and what would be right.
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

} // namespace Policy
