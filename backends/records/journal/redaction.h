// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QByteArray>
#include <QStringList>

namespace Records {

struct CanonicalJson;

//! Takes secret values out of documents before they are recorded. In their place stands "hmac-sha256:" and 32 figures:
//! the first 16 bytes of an HMAC with this console's key, so that one can see that a value changed, or is the same as
//! elsewhere, but not guess it. A plain value; any thread.
//!
//! Secret are: the members of data and stringData of objects whose kind is Secret (also within lists of them, and
//! in patches of a Secret, which do not name their kind), what `kubectl apply` keeps of them in an annotation, and
//! whatever lies under a key that the caller names, at any depth, whatever its case.
class Redaction
{
public:
    //! \a key: 32 bytes.
    explicit Redaction(QByteArray key) : m_key(std::move(key)) { }

    struct Scope
    {
        bool ofSecret = false; //!< the document is a Secret, or a patch of one, even if it does not say so
        QStringList keys;
    };
    //! The document in canonical form, without secrets; empty stays empty. Errors as CanonicalJson::parse().
    [[nodiscard]] Result<QByteArray> apply(const QByteArray &json, const Scope &scope, qsizetype maxBytes);
    //! \a text with every secret taken out that apply() has met so far and that is long enough to be told from
    //! ordinary words: servers quote what they refuse.
    [[nodiscard]] QString cleaned(QString text) const;

    [[nodiscard]] QString fingerprint(const QByteArray &value) const;
    //! Whether something was taken out of \a json: such a text is no object that could be written back.
    [[nodiscard]] static bool isIn(const QByteArray &json);

private:
    static constexpr int shortestSecret = 6; //!< characters; below that, cleaning would only destroy sentences

    QByteArray m_key;
    QStringList m_met;

    void walk(CanonicalJson &value, const Scope &scope, bool inSecret);
    void walkMembers(CanonicalJson &value, const Scope &scope, bool inSecret);
    void hideAll(CanonicalJson *members, bool base64);
    void hide(CanonicalJson &value, bool base64);
    void hidePatch(CanonicalJson &operation);
    void note(const QString &secret);
};

} // namespace Records
