// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <map>
#include <variant>
#include <vector>

namespace Records {

//! A JSON value that has one written form, so that it can be hashed: RFC 8785 (keys sorted by UTF-16 code units, no
//! white space, the shortest escapes, real numbers as ECMAScript writes them) with one difference: whole numbers
//! between -2^63 and 2^64-1 keep all their digits, because Kubernetes has 64-bit integers; real numbers from 2^63 on
//! are written with an exponent. A plain value; any thread.
struct CanonicalJson
{
    using List = std::vector<CanonicalJson>;
    using Map = std::map<QString, CanonicalJson>; //!< QString compares code units, which is the order wanted
    //! double holds what is no whole number of 64 bits; QString holds text.
    std::variant<std::monostate, bool, qint64, quint64, double, QString, List, Map> value;

    static constexpr int maxDepth = 64; //!< objects and lists within each other

    //! Error::Malformed for what is not JSON in UTF-8, is nested deeper than \a deepest, has a key twice or a number
    //! that no 64 bits hold; TooLarge beyond \a maxBytes.
    [[nodiscard]] static Result<CanonicalJson> parse(QByteArrayView text, qsizetype maxBytes, int deepest = maxDepth);
    [[nodiscard]] QByteArray written() const;

    //! The members of an object by name; null when there is none of that name, or this is no object.
    [[nodiscard]] const CanonicalJson *member(const QString &name) const;
    //! Empty when it is no text.
    [[nodiscard]] QString text() const;
    //! Zero when it is no whole number that qint64 holds.
    [[nodiscard]] qint64 integer() const;
    [[nodiscard]] bool isNull() const { return value.index() == 0; }

    bool operator==(const CanonicalJson &) const = default;
};

//! A text as it stands in the canonical form, with its quotes.
[[nodiscard]] QByteArray canonicalString(QStringView text);

} // namespace Records
