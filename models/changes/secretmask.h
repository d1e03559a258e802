// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/change.h"

#include <QHash>

class Tree;

//! Hides the values of Secrets in what people see of changes; what is a secret, SecretFields says. In the place of a
//! value stands how long it is, "(hidden, 12 bytes)", and in later versions of the same object whether it is another
//! one, "(hidden, 12 bytes, changed)": versions that differ still do when all of them were hidden by one mask. What the
//! journal has replaced by a fingerprint already is shown without a length. A plain value; any thread.
class SecretMask
{
public:
    //! \a ofSecret: a patch of a Secret does not say that it is one. True when there was anything to hide.
    bool hide(Tree &tree, bool ofSecret = false);

    //! Whether what \a edit sends has values of a Secret in it.
    [[nodiscard]] static bool concerns(const ObjectEdit &edit);
    //! \a sentence without the secret values of \a edit: servers quote what they refuse.
    [[nodiscard]] static QString cleaned(const QString &sentence, const ObjectEdit &edit);
    //! Likewise, of all that \a change knows.
    [[nodiscard]] static QString cleaned(const QString &sentence, const Change &change);

private:
    QHash<QString, QByteArrayList> m_met; // by place in the object: its values, in the order in which they were met
};
