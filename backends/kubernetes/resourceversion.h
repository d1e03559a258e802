// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAtomicInt>
#include <QString>

#include <string_view>
#include <utility>

namespace Kubernetes {

//! A resourceVersion in 8 bytes: opaque, compared for equality only. Decimal numbers, which is what every API server
//! over etcd writes, are kept in place; any other text is kept whole and shared. A plain value; crosses threads.
class ResourceVersion
{
public:
    ResourceVersion() = default;
    [[nodiscard]] static ResourceVersion of(std::string_view text);
    [[nodiscard]] static ResourceVersion of(const QString &text);

    ResourceVersion(const ResourceVersion &other);
    ResourceVersion(ResourceVersion &&other) noexcept : m_bits(std::exchange(other.m_bits, 0)) { }
    ResourceVersion &operator=(ResourceVersion other) noexcept
    {
        std::swap(m_bits, other.m_bits);
        return *this;
    }
    ~ResourceVersion();

    [[nodiscard]] bool isEmpty() const { return m_bits == 0; }
    //! Exactly what the server wrote.
    [[nodiscard]] QString text() const;

    friend bool operator==(const ResourceVersion &a, const ResourceVersion &b)
    {
        return a.m_bits == b.m_bits || (a.other() && b.other() && a.other()->text == b.other()->text);
    }

private:
    struct Text
    {
        QAtomicInt owners = 1;
        QString text;
    };
    quint64 m_bits = 0; //!< 0: empty; odd: a number, doubled and one more; even: where the Text is

    [[nodiscard]] Text *other() const { return m_bits & 1 ? nullptr : reinterpret_cast<Text *>(m_bits); }
};

static_assert(sizeof(ResourceVersion) == 8);

} // namespace Kubernetes

Q_DECLARE_TYPEINFO(Kubernetes::ResourceVersion, Q_RELOCATABLE_TYPE);
