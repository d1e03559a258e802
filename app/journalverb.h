// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/records/journal/journalstore.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QString>
#include <QStringList>

//! What can be done with the journal without a window:
//!   pilothouse journal verify [FILE]
//!   pilothouse journal export --format jsonl|csv|bundle [--output FILE] [FILE]
//! FILE is the journal of this user when it is not given; verify takes a bundle, too. Needs a QCoreApplication.
class JournalVerb
{
    Q_DECLARE_TR_FUNCTIONS(JournalVerb)

public:
    enum ExitStatus { Done = 0, Broken = 1, Misused = 2, NotWritten = 3 };

    struct Outcome
    {
        int exitStatus = Done;
        QByteArray output; //!< for standard output
        QString text; //!< for standard error; lines
    };

    //! Whether \a arguments, the program's name first, ask for it. Usable before there is any application.
    [[nodiscard]] static bool asked(const QStringList &arguments)
    {
        return arguments.value(1) == QLatin1String("journal");
    }
    //! \a usual: where the journal and the keys are when nothing else is said; \a time: ms since 1970 UTC.
    [[nodiscard]] static Outcome run(
        const QStringList &arguments, const Records::JournalStore::Settings &usual, qint64 time);
};
