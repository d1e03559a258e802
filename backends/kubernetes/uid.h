// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

#include <string_view>

namespace Kubernetes {

//! An object's uid in 16 bytes: UUIDs and uids of 32 hexadecimal digits exactly (either case, which is not kept),
//! anything else by a digest of its bytes. Compared for equality. A plain value.
class Uid
{
public:
    constexpr Uid() = default;
    //! What the server wrote; empty makes isNull().
    [[nodiscard]] static Uid of(std::string_view text);

    [[nodiscard]] bool isNull() const { return m_high == 0 && m_low == 0; }
    //! Lower-case: with dashes when it is a UUID (RFC 9562's variant and a version from 1 to 8), else 32 digits; empty
    //! when null. Of a uid of another form only the digest is left, so use what the server wrote where that matters.
    [[nodiscard]] QString text() const;

    bool operator==(const Uid &) const = default;
    friend size_t qHash(const Uid &uid, size_t seed = 0) { return qHashMulti(seed, uid.m_high, uid.m_low); }

private:
    quint64 m_high = 0;
    quint64 m_low = 0;
};

static_assert(sizeof(Uid) == 16);

} // namespace Kubernetes

Q_DECLARE_TYPEINFO(Kubernetes::Uid, Q_RELOCATABLE_TYPE);
