// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

//! What people and servers write may hold credentials where nobody expects them: in a note, in an annotation, in the
//! message of an event.
namespace CredentialWords {

//! \a text with whatever looks like a credential hidden: tokens after "Bearer" or "Basic", JSON web tokens, private
//! keys, values after words such as password, token or secret and a colon or an equals sign, and user information in
//! URLs. Takes time in proportion to the text. Pure.
[[nodiscard]] QString takenOut(const QString &text);

} // namespace CredentialWords
