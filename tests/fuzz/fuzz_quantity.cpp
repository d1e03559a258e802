// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/quantity.h"
#include "tests/fuzz/fuzz.h"

#include <cmath>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const Result<Quantity> quantity = Quantity::parse(text);
    if (!quantity) {
        require(quantity.error().kind == Error::Kind::Malformed);
        return 0;
    }
    require(std::abs(quantity->toDouble()) <= 1e28);
    // The sign is a mirror.
    const bool isSigned = text.starts_with('-') || text.starts_with('+');
    const std::string mirrored = (text.starts_with('-') ? "+" : "-") + std::string(text.substr(isSigned ? 1 : 0));
    const Result<Quantity> opposite = Quantity::parse(mirrored);
    require(opposite.ok() || size >= 4096);
    require(!opposite || (*opposite + *quantity).isZero());
    return 0;
}
