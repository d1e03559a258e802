// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/alert.h"
#include "models/alerts/silence.h"
#include "models/changes/change.h"

#include <QHash>

#include <chrono>
#include <optional>

class AlertStore;
class ChangePolicy;
class ChangeRiver;

//! A silence that somebody wants.
struct SilenceWish
{
    QString serverId; //!< the Alertmanager that it is written to; its cluster tells the others
    QList<SilenceMatcher> matchers;
    QDateTime startsAt; //!< UTC; invalid: now
    std::chrono::seconds duration{7200};
    QString comment;
    QString createdBy; //!< empty: as the river knows the person

    bool operator==(const SilenceWish &) const = default;
};

//! The change that fulfils a wish, or why there is none.
struct SilenceEdit
{
    std::optional<Change> change;
    QString problem; //!< a whole sentence with the next step; empty when there is a change
};

//! What a silence would do, by tenant; an empty name: alerts of no tenant.
struct SilencePreview
{
    struct Line
    {
        QString tenant;
        qlonglong now = 0; //!< alerts that it would hide now, counted unless silenced already
        qlonglong lastDay = 0; //!< different alerts that it would have hidden in the last 24 hours

        bool operator==(const Line &) const = default;
    };
    QList<Line> tenants; //!< those with most first
    qlonglong now = 0;
    qlonglong lastDay = 0;
    qlonglong critical = 0; //!< of \a now, how many are critical
    QStringList alertnames; //!< of \a now, sorted, each once
    QDateTime
        knownSince; //!< UTC: how far back the last day is known; later than a day ago: this console has not seen all
    QString sentence; //!< what it comes to, in words

    bool operator==(const SilencePreview &) const = default;
};

//! What goes to the river for silences and claims. Each returns a change of ChangeKind::Silence for the place of the
//! Alertmanager, or says why not. Pure but for what they read.
namespace SilenceEdits {

//! The id under which ChangeRiver knows an Alertmanager as a place.
[[nodiscard]] QString placeOf(const QString &serverId);
//! The name by which a change knows a silence.
[[nodiscard]] ObjectName nameOf(const QString &silence);

//! The matchers that all \a alerts share and that tell them from others: alertname, namespace, cluster, service and
//! the like before the rest, none that only say how bad they are; never empty when there is an alert with a label.
[[nodiscard]] QList<SilenceMatcher> proposedMatchers(const QList<Alert> &alerts);
//! The Alertmanager that knows most of them; empty when none does.
[[nodiscard]] QString proposedServer(const AlertStore &store, const QList<Alert> &alerts);

[[nodiscard]] SilenceEdit create(const ChangeRiver &river, const AlertStore &store, const SilenceWish &wish);
//! As if \a silence ended at \a endsAt (UTC).
[[nodiscard]] SilenceEdit extend(
    const ChangeRiver &river, const AlertStore &store, const Silence &silence, const QDateTime &endsAt);
[[nodiscard]] SilenceEdit expire(const ChangeRiver &river, const AlertStore &store, const Silence &silence);

//! A silence that silences nothing, so that others see who looks after these alerts. All on one Alertmanager.
[[nodiscard]] SilenceEdit claim(const ChangeRiver &river, const AlertStore &store, const QList<Alert> &alerts,
    const QString &note, std::chrono::seconds duration = std::chrono::hours(24));
//! Likewise to somebody else, by the name that Alertmanager shows.
[[nodiscard]] SilenceEdit handOver(const ChangeRiver &river, const AlertStore &store, const QList<Alert> &alerts,
    const QString &to, const QString &note);
[[nodiscard]] SilenceEdit release(const ChangeRiver &river, const AlertStore &store, const QList<Alert> &alerts);

//! What these matchers hide now and would have hidden in the last day, as far as \a store knows.
[[nodiscard]] SilencePreview preview(
    const AlertStore &store, const QList<SilenceMatcher> &matchers, const QDateTime &now);

//! What the policy says against a silence of that length and comment: sentences; empty when nothing.
[[nodiscard]] QStringList objections(const ChangePolicy &policy, std::chrono::seconds duration, const QString &comment);

} // namespace SilenceEdits
