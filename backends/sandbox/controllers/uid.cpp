// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/controllers/uid.h"

#include "backends/sandbox/controllers/hash.h"

namespace Sandbox {

namespace {

int hexDigit(char letter)
{
    if (letter >= '0' && letter <= '9')
        return letter - '0';
    if (letter >= 'a' && letter <= 'f')
        return letter - 'a' + 10;
    return -1;
}

} // namespace

Uid Uid::of(std::string_view text)
{
    Uid uid;
    int digits = 0;
    for (const char letter : text) {
        if (letter == '-')
            continue;
        const int digit = hexDigit(letter);
        if (digit < 0 || ++digits > 32)
            return {fnv64(text), ~fnv64(text)};
        uid.high = (uid.high << 4) | (uid.low >> 60);
        uid.low = (uid.low << 4) | static_cast<uint64_t>(digit);
    }
    return digits == 32 || text.empty() ? uid : Uid{fnv64(text), ~fnv64(text)};
}

} // namespace Sandbox
