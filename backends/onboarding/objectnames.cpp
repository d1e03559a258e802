// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/onboarding/objectnames.h"

#include <QList>

#include <algorithm>

namespace ObjectNames {

namespace {

bool isLower(QChar c)
{
    return c >= u'a' && c <= u'z';
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isAlphanumeric(QChar c)
{
    return isLower(c) || isDigit(c) || (c >= u'A' && c <= u'Z');
}

bool isLabelPart(QStringView name)
{
    const auto fits = [](QChar c) { return isLower(c) || isDigit(c) || c == u'-'; };
    return !name.isEmpty() && name.size() <= longestLabel && name.front() != u'-' && name.back() != u'-'
        && std::all_of(name.begin(), name.end(), fits);
}

bool isWord(QStringView name)
{
    const auto fits = [](QChar c) { return isAlphanumeric(c) || c == u'-' || c == u'_' || c == u'.'; };
    return !name.isEmpty() && name.size() <= longestLabel && isAlphanumeric(name.front()) && isAlphanumeric(name.back())
        && std::all_of(name.begin(), name.end(), fits);
}

bool isDomain(QStringView name)
{
    // Of a subdomain only the whole is bounded, not each of its labels (IsDNS1123Subdomain).
    const auto fits = [](QStringView part) {
        return !part.isEmpty() && part.front() != u'-' && part.back() != u'-'
            && std::all_of(part.begin(), part.end(), [](QChar c) { return isLower(c) || isDigit(c) || c == u'-'; });
    };
    const auto parts = name.split(u'.');
    return name.size() <= longestSubdomain && std::all_of(parts.begin(), parts.end(), fits);
}

} // namespace

bool isLabel(const QString &name)
{
    return isLabelPart(name);
}

bool isSubdomain(const QString &name)
{
    return isDomain(name);
}

bool isLabelValue(const QString &value)
{
    return value.isEmpty() || isWord(value);
}

bool isQualifiedName(const QString &key)
{
    const qsizetype slash = key.indexOf(u'/');
    if (slash < 0)
        return isWord(key);
    return isDomain(QStringView(key).first(slash)) && isWord(QStringView(key).sliced(slash + 1));
}

} // namespace ObjectNames
