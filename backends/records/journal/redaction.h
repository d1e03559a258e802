// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/core/secretfields.h"

#include <QByteArray>
#include <QString>

namespace Records {

//! Takes secret values out of documents before they are recorded. In their place stands "hmac-sha256:" and 32 figures:
//! the first 16 bytes of an HMAC with this console's key, so that one can see that a value changed, or is the same as
//! elsewhere, but not guess it. What is secret, SecretFields says. A plain value; any thread.
class Redaction
{
public:
    //! \a key: 32 bytes.
    explicit Redaction(QByteArray key) : m_key(std::move(key)) { }

    using Scope = SecretFields::Scope;
    //! The document in canonical form, without secrets; empty stays empty. Errors as CanonicalJson::parse().
    [[nodiscard]] Result<QByteArray> apply(const QByteArray &json, const Scope &scope, qsizetype maxBytes);
    //! \a text with every secret taken out that apply() has met so far and that is long enough to be told from
    //! ordinary words: servers quote what they refuse.
    [[nodiscard]] QString cleaned(QString text) const;

    [[nodiscard]] QString fingerprint(const QByteArray &value) const;
    //! Whether something was taken out of \a json: such a text is no object that could be written back.
    [[nodiscard]] static bool isIn(const QByteArray &json);

private:
    QByteArray m_key;
    SecretFields::Words m_met;
};

} // namespace Records
