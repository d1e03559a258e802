// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace Sandbox {

// FNV-1a, as Kubernetes hashes templates; the same on every machine, unlike std::hash.

[[nodiscard]] constexpr uint32_t fnv32(std::string_view text)
{
    uint32_t hash = 2166136261U;
    for (const char letter : text)
        hash = (hash ^ static_cast<unsigned char>(letter)) * 16777619U;
    return hash;
}

[[nodiscard]] constexpr uint64_t fnv64(std::string_view text)
{
    uint64_t hash = 14695981039346656037ULL;
    for (const char letter : text)
        hash = (hash ^ static_cast<unsigned char>(letter)) * 1099511628211ULL;
    return hash;
}

} // namespace Sandbox
