// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>

//! How old a piece of data is: when it was last confirmed, and what that means. Every row, panel and cluster carries
//! one.
struct Freshness
{
    enum class State {
        Live, //!< confirmed within the source's usual pace
        Delayed, //!< late, but nothing to worry about yet
        Stale, //!< too old to act on: a change proposed from it reads again first
        Unknown, //!< never confirmed
    };

    State state = State::Unknown;
    QDateTime confirmedAt; //!< UTC; invalid when never
    std::chrono::milliseconds age{0}; //!< since the confirmation, by a clock that never goes back; 0 when never

    bool operator==(const Freshness &) const = default;
};

//! The later of two truths is the less sure one: unknown, then stale, delayed, live; the older of two equals.
[[nodiscard]] Freshness worse(const Freshness &a, const Freshness &b);

//! From which age on data of one source counts as delayed and as stale.
struct FreshnessPolicy
{
    std::chrono::milliseconds delayedAfter;
    std::chrono::milliseconds staleAfter;

    //! \a confirmed and \a now are readings of the same Clock::elapsed(); \a confirmed is empty when there was none
    //! yet.
    [[nodiscard]] Freshness assess(std::optional<std::chrono::milliseconds> confirmed, const QDateTime &confirmedAt,
        std::chrono::milliseconds now) const;
};

//! What confirms a cluster's data is an answered probe, sent every 2 s over the connection that the watches use.
inline constexpr FreshnessPolicy clusterFreshness{std::chrono::milliseconds(4000), std::chrono::milliseconds(12000)};

namespace FreshnessText {
//! One stable lower-case word for exports and filters, not translated: live, delayed, stale, unknown.
[[nodiscard]] QString id(Freshness::State state);
//! One translated word.
[[nodiscard]] QString word(Freshness::State state);
//! For a cell: "live", "delayed 6 s", "stale 2 min", "unknown". The age is rounded so that it changes seldom.
[[nodiscard]] QString brief(const Freshness &freshness);
//! A sentence with the exact local time: "Stale: last confirmed at 14:02:11, 2 min ago."
[[nodiscard]] QString sentence(const Freshness &freshness);
//! "6 s", "2 min", "3 h", "4 d": rounded down, at least 1 s.
[[nodiscard]] QString duration(std::chrono::milliseconds span);
} // namespace FreshnessText

Q_DECLARE_METATYPE(Freshness)
