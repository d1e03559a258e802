// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/condition.h"
#include "models/freshness/freshness.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QPair>
#include <QString>
#include <QStringList>

#include <optional>

//! One condition of a silence. A regular expression (RE2) matches the whole value; a label that is missing has the
//! empty value.
struct SilenceMatcher
{
    QString name;
    QString value;
    bool regex = false;
    bool equal = true; //!< false: what does not match is meant

    bool operator==(const SilenceMatcher &) const = default;
    //! name="value", name=~"value", name!="value", name!~"value".
    [[nodiscard]] QString text() const;
};

//! A silence, as all Alertmanagers that have it say it.
struct Silence
{
    QString key; //!< its id: those of a cluster have the same
    QString id; //!< that the server gave it
    QList<SilenceMatcher> matchers;
    QDateTime startsAt; //!< UTC
    QDateTime endsAt; //!< UTC
    QDateTime updatedAt; //!< UTC: its version
    QString createdBy;
    QString comment; //!< without the console's mark
    QStringList marks; //!< ids of the writes of a console that made it so
    Condition state; //!< ids: active, pending, expired
    QString claimOf; //!< key of the alert that this is a claim of; empty: it is a silence
    QString serverId; //!< where it is to be changed: the freshest one that has it
    QString server; //!< its name
    QStringList servers; //!< names of all that have it
    qlonglong alerts = 0; //!< that it silences now
    Freshness freshness;

    bool operator==(const Silence &) const = default;
    //! Whether an alert with these labels, sorted or not, would be silenced by it.
    [[nodiscard]] bool matches(const QList<QPair<QString, QString>> &labels) const;
};

namespace SilenceText {
//! The label that claims match and no alert has, so that nothing is muted by them.
inline constexpr const char *claimLabel = "pilothouse_claim";

[[nodiscard]] bool matches(const QList<SilenceMatcher> &matchers, const QList<QPair<QString, QString>> &labels);
//! All of them as one line, each as SilenceMatcher::text().
[[nodiscard]] QString text(const QList<SilenceMatcher> &matchers);
//! One matcher as amtool and people write it: name=value, name="value", name=~value, name!=value, name!~value. Empty,
//! with a sentence in \a problem, for anything else.
[[nodiscard]] std::optional<SilenceMatcher> parse(const QString &text, QString &problem);
//! A sentence when these matchers could not or should not make a silence (none, a bad regular expression, all of them
//! match what has no labels at all); else empty.
[[nodiscard]] QString problem(const QList<SilenceMatcher> &matchers);
} // namespace SilenceText

Q_DECLARE_METATYPE(Silence)
