// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

//! What is told after an incident of the sandbox. Plain values; texts are plain, in the person's language.
struct Debriefing
{
    //! One line of what happened when.
    struct Moment
    {
        enum class Kind {
            Happened, //!< the incident did it
            Did, //!< somebody wrote to a cluster
            Noted, //!< something became so
        };
        Kind kind = Kind::Happened;
        std::chrono::milliseconds at{0}; //!< since the start
        QString who; //!< empty for what nobody did
        QString text; //!< a sentence

        bool operator==(const Moment &) const = default;
    };
    //! What the incident has cost a service.
    struct Spent
    {
        QString tenant;
        QString service; //!< cluster/namespace/name
        QString objective; //!< translated
        double share = 0; //!< of the error budget of 30 days; 1 is all of it

        bool operator==(const Spent &) const = default;
    };

    QString incident; //!< name on the command line
    QString title;
    QString outcome; //!< a sentence
    QString lesson; //!< what was behind it, and what mends it
    QDateTime started; //!< UTC
    std::chrono::milliseconds lasted{0};
    std::optional<std::chrono::milliseconds> firstAct; //!< of a person, since the first harm
    std::optional<std::chrono::milliseconds> mended; //!< since the first harm
    QList<Moment> moments; //!< by time
    QList<Spent> spent; //!< the most first

    bool operator==(const Debriefing &) const = default;

    //! Sentences about how long it all took.
    [[nodiscard]] QStringList facts() const;
    [[nodiscard]] QString toMarkdown() const;
};

namespace DebriefingText {
//! "0:07", "12:30", "1:02:03".
[[nodiscard]] QString clock(std::chrono::milliseconds duration);
} // namespace DebriefingText
