// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <string>

class QDateTime;

namespace Sandbox {

//! A certificate and its private key, both PEM. The key is a secret: it stays in memory.
struct Certificate
{
    std::string certificate;
    std::string key;

    //! An authority that signs itself, valid from a day before \a now for ten years.
    [[nodiscard]] static Result<Certificate> authority(const std::string &name, const QDateTime &now);
    //! For a server at 127.0.0.1, ::1 and localhost, signed by \a issuer, valid from a day before \a now for a year.
    [[nodiscard]] static Result<Certificate> server(const Certificate &issuer, const QDateTime &now);
};

} // namespace Sandbox
