// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/error.h"

#include <QByteArrayView>

//! What every HTTP server means by a failing status, before anybody looks at its own words.
namespace Http {

//! RFC 9110. Below 400 nothing failed by itself: a redirect, say, is no answer to us, so it is malformed.
[[nodiscard]] Error::Kind kindOfStatus(int status);

//! \a body if a person may read it: short plain text, as overloaded servers and proxies send; empty for HTML, JSON and
//! anything else.
[[nodiscard]] QString readableBody(QByteArrayView body);

} // namespace Http
