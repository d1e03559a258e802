// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

struct Alert;

//! How much an alert wants to be seen. Rules spell severities as they like; these three is what a person chooses by.
enum class NoticeLevel : quint8 { Info, Warning, Critical };

//! When the desktop is to be left alone, by the person's own clock.
struct QuietHours
{
    bool on = false;
    QTime from{22, 0}; //!< local time; equal to `to`: the whole day
    QTime to{7, 0}; //!< the first moment after it; earlier than `from`: of the next day
    QList<int> days{1, 2, 3, 4, 5, 6, 7}; //!< on which they begin; 1: Monday
    bool criticalBreaksThrough = true;

    bool operator==(const QuietHours &) const = default;
};

//! What a person chose about notices. Calm by default: only what is critical, and never a sound.
struct NoticeSettings
{
    bool on = true;
    NoticeLevel least = NoticeLevel::Critical;
    bool sound = false;
    QuietHours quiet = {};

    bool operator==(const NoticeSettings &) const = default;
};

//! What a notice needs to know of an alert.
struct AlertNews
{
    QString key = {}; //!< Alert::key
    QString name = {};
    QString severity = {}; //!< as its rule says it; may be empty
    QString tenant = {}; //!< likewise
    QString cluster = {}; //!< likewise
    QString summary = {}; //!< likewise
    bool wantsAPerson = true; //!< it fires, and is neither silenced, inhibited nor claimed

    bool operator==(const AlertNews &) const = default;
};

//! One notice as the desktop is to show it; nothing in it is escaped.
struct AlertNotice
{
    QString key = {}; //!< a later one of the same key takes its place
    QString title = {};
    QString text = {};
    NoticeLevel level = NoticeLevel::Info;
    bool sound = false;
    QString openLabel = {};
    QStringList alertKeys = {}; //!< that it is about, at most NoticePolicy::mostKeys

    bool operator==(const AlertNotice &) const = default;
};

//! Which alerts a person is told about, when, and in which words. Pure functions of their arguments.
namespace NoticePolicy {
inline constexpr qsizetype mostSingle = 4; //!< more alerts at once are one notice
inline constexpr qsizetype mostKeys = 10'000; //!< alerts that one notice leads to

enum class Verdict : quint8 {
    Tell,
    Hold, //!< when the quiet hours are over
    Never,
};

//! By AlertText::rank(): critical and above, warnings and what nobody knows, and the rest.
[[nodiscard]] NoticeLevel levelOf(const QString &severity);
[[nodiscard]] AlertNews newsOf(const Alert &alert);
//! Stable words for the settings: info, warning, critical.
[[nodiscard]] QString id(NoticeLevel level);
//! Critical for anything unknown.
[[nodiscard]] NoticeLevel levelFromId(const QString &id);

//! \a local: the person's own time.
[[nodiscard]] bool isQuiet(const QuietHours &hours, const QDateTime &local);
//! The first moment, in the time zone of \a local, at which it is not quiet: \a local itself when it is not now.
//! Invalid when it is always quiet.
[[nodiscard]] QDateTime quietUntil(const QuietHours &hours, const QDateTime &local);
[[nodiscard]] Verdict judge(const AlertNews &news, const NoticeSettings &settings, const QDateTime &local);

//! The key of the notice of one alert.
[[nodiscard]] QString keyOf(const QString &alertKey);
[[nodiscard]] AlertNotice single(const AlertNews &news, const NoticeSettings &settings);
//! Of alerts that began together; there are at least two.
[[nodiscard]] AlertNotice summary(const QList<AlertNews> &news, const NoticeSettings &settings);
//! Of alerts that were held back in quiet hours and go on; at least one.
[[nodiscard]] AlertNotice afterQuiet(const QList<AlertNews> &news, const NoticeSettings &settings);
} // namespace NoticePolicy
