// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/core/labels.h"

#include <algorithm>

namespace Labels {

namespace {

template <typename Name>
QString find(const LabelList &labels, const Name &name)
{
    const auto found
        = std::find_if(labels.begin(), labels.end(), [&name](const auto &label) { return label.first == name; });
    return found == labels.end() ? QString() : found->second;
}

constexpr quint64 offsetBasis = 14695981039346656037ULL;
constexpr quint64 prime = 1099511628211ULL;

quint64 mix(quint64 hash, QStringView text)
{
    for (const char byte : text.toUtf8())
        hash = (hash ^ static_cast<uchar>(byte)) * prime;
    return (hash ^ 0xFF) * prime;
}

} // namespace

void sort(LabelList &labels)
{
    // Code units and bytes sort alike but for characters beyond the first plane; names of labels have none of these.
    std::sort(labels.begin(), labels.end(), [](const auto &one, const auto &other) { return one.first < other.first; });
}

QString value(const LabelList &labels, QLatin1String name)
{
    return find(labels, name);
}

QString value(const LabelList &labels, const QString &name)
{
    return find(labels, name);
}

quint64 fingerprint(const LabelList &sorted)
{
    quint64 hash = offsetBasis;
    for (const auto &[name, value] : sorted)
        hash = mix(mix(hash, name), value);
    return hash;
}

QString fingerprintText(quint64 fingerprint)
{
    return QStringLiteral("%1").arg(fingerprint, 16, 16, QLatin1Char('0'));
}

} // namespace Labels
