// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

struct Error;
namespace Records {
struct JournalFinding;
struct VerifyReport;
} // namespace Records

//! The journal, in words for the person who reads or verifies it. Plain text.
namespace JournalTexts {

//! What is wrong, in one or two sentences that name the entry.
[[nodiscard]] QString finding(const Records::JournalFinding &finding);
//! The outcome of verifying \a file: one sentence for the whole, then what is worth knowing, one paragraph each; when
//! something is broken, the first broken entry first.
[[nodiscard]] QStringList report(const Records::VerifyReport &report, const QString &file);
//! Why the journal \a file, or something that was to be recorded in it, could not be used, and what to do about it.
[[nodiscard]] QString problem(const Error &error, const QString &file);

} // namespace JournalTexts
