// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/change.h"

//! What to type to do the same by hand: kubectl, or amtool for silences. Without the precondition that the console
//! sends: who types it later means it.
namespace KubectlCommand {

struct Command
{
    QByteArray input; //!< what it reads; empty: nothing
    QStringList words; //!< the program first

    bool operator==(const Command &) const = default;
};

//! All that it takes, values of Secrets included. \a context: of the kubeconfig; empty: whichever is current. For
//! silences the address of the Alertmanager, when it is one; else amtool takes the one that it is set to.
[[nodiscard]] Command of(const ObjectEdit &edit, const QString &context);
//! What those commands are commands of: "kubectl" or "amtool".
[[nodiscard]] QString program(const Change &change);
//! For people: one line for each edit, for a POSIX shell. An edit that has values of a Secret refers to a file instead,
//! and has a line of comment before it that says so.
[[nodiscard]] QString text(const Change &change, const QString &context);
//! \a word so that a POSIX shell reads it back as that one word (2.2.2 Single-Quotes).
[[nodiscard]] QString quoted(const QString &word);

} // namespace KubectlCommand
