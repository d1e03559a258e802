// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/resourceversion.h"

#include <memory>

namespace Kubernetes {

static_assert(sizeof(void *) <= sizeof(quint64));

ResourceVersion ResourceVersion::of(std::string_view text)
{
    ResourceVersion version;
    if (text.empty())
        return version;
    // Up to 18 digits fit without a look at overflow; a leading zero would not come back from a number.
    bool isNumber = text.size() <= 18 && (text.front() != '0' || text.size() == 1);
    quint64 number = 0;
    for (const char digit : text) {
        isNumber = isNumber && digit >= '0' && digit <= '9';
        number = number * 10 + static_cast<quint64>(digit - '0');
    }
    if (isNumber) {
        version.m_bits = number << 1 | 1;
    } else {
        auto kept = std::make_unique<Text>();
        kept->text = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
        version.m_bits = reinterpret_cast<quint64>(kept.release());
    }
    return version;
}

ResourceVersion ResourceVersion::of(const QString &text)
{
    return of(std::string_view(text.toStdString()));
}

ResourceVersion::ResourceVersion(const ResourceVersion &other) : m_bits(other.m_bits)
{
    if (Text *shared = this->other())
        shared->owners.ref();
}

ResourceVersion::~ResourceVersion()
{
    Text *shared = other();
    if (shared && !shared->owners.deref())
        std::unique_ptr<Text>(shared).reset();
}

QString ResourceVersion::text() const
{
    if (const Text *shared = other())
        return shared->text;
    return isEmpty() ? QString() : QString::number(m_bits >> 1);
}

} // namespace Kubernetes
