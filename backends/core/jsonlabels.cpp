// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/core/jsonlabels.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace Json {

namespace {

//! Of the length and the bytes at both ends: enough to spread the words of labels, and cheaper than reading all.
size_t placeOf(std::string_view utf8)
{
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    const size_t read = std::min(utf8.size(), sizeof first);
    std::memcpy(&first, utf8.data(), read);
    std::memcpy(&last, utf8.data() + utf8.size() - read, read);
    std::uint64_t mixed = (first ^ (last << 32 | last >> 32) ^ utf8.size()) * 0x9E3779B97F4A7C15ULL;
    mixed ^= mixed >> 29;
    return size_t(mixed >> 20);
}

} // namespace

QString SharedTexts::text(std::string_view utf8)
{
    if (utf8.size() > longest)
        return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    if (utf8.empty())
        return {};
    Known &known = m_known[placeOf(utf8) % places];
    if (known.utf8 != utf8)
        known = {utf8, QString::fromUtf8(utf8.data(), qsizetype(utf8.size()))};
    return known.text;
}

LabelList labels(Value value, SharedTexts &texts, std::string_view without)
{
    LabelList labels;
    bool sorted = true;
    eachEntry(value, [&](std::string_view name, Value text) {
        if (name == without && !without.empty())
            return;
        if (labels.size() >= Labels::most)
            reject(QStringLiteral("more than %1 labels").arg(Labels::most));
        QString known = texts.text(name);
        sorted = sorted && (labels.isEmpty() || labels.last().first < known);
        labels.append({std::move(known), texts.text(text)});
    });
    if (!sorted)
        Labels::sort(labels);
    return labels;
}

} // namespace Json
