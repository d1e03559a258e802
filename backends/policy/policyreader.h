// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/policy/policydocument.h"

//! The policy file: YAML, described in resources/policy/policy.yaml.
namespace Policy {

constexpr qsizetype maxFileSize = 256 * 1024; //!< bytes

struct Read
{
    Document document; //!< what could be read; not to be used when there are mistakes
    QList<Mistake> mistakes; //!< all of them, in the order of the file, at most a hundred
};

//! \a kinds are the words that there are for kinds of changes. Pure; any thread.
[[nodiscard]] Read read(const QByteArray &yaml, const QStringList &kinds);

} // namespace Policy
