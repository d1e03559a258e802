// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QString>
#include <QStringList>

//! What can be done with objectives without a window:
//!   pilothouse slo rules [--prometheus-rule NAME [--namespace NAME]] FILE
//! FILE: OpenSLO, Sloth or Pyrra; - for standard input. Needs a QCoreApplication.
class SloVerb
{
    Q_DECLARE_TR_FUNCTIONS(SloVerb)

public:
    //! As those of the other verbs; Faulty: the file cannot be read, some objective
    //! of it cannot be used, or none is in it.
    enum ExitStatus { Done = 0, Faulty = 1, Misused = 2 };

    struct Outcome
    {
        int exitStatus = Done;
        QByteArray output; //!< for standard output: the rules of all objectives that can be used
        QString text; //!< for standard error; lines
    };

    //! Whether \a arguments, the program's name first, ask for it. Usable before there is any application.
    [[nodiscard]] static bool asked(const QStringList &arguments) { return arguments.value(1) == QLatin1String("slo"); }
    [[nodiscard]] static Outcome run(const QStringList &arguments);
};
