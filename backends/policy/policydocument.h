// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/yaml/yamlmistake.h"

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

//! What silences of alerts have to be like; these hold without a file, too.
struct SilenceRule
{
    int atMostHours = 168; //!< how far ahead one may end
    TextRule comment{true, {}, {}};

    bool operator==(const SilenceRule &) const = default;
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
    SilenceRule silences;

    bool operator==(const Document &) const = default;
};

using Yaml::Mistake;

} // namespace Policy
