// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QDateTime>

namespace Login {

//! When a bearer token that is a JWT says it expires (RFC 7519, claim "exp"), UTC; invalid for every other token. For
//! people and for renewing in time only: no signature is checked, so nothing may be trusted because of it. Any thread.
[[nodiscard]] QDateTime tokenExpiry(QByteArrayView token);

} // namespace Login
