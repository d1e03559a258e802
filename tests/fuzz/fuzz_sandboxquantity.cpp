// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/quantity.h"
#include "tests/fuzz/fuzz.h"

#include <cmath>

using Sandbox::Quantity;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const std::optional<Quantity> quantity = Quantity::parse({reinterpret_cast<const char *>(data), size});
    if (!quantity)
        return 0;
    require(std::abs(quantity->toDouble()) <= 1e28);
    // What is written reads as the same.
    const std::optional<Quantity> again = Quantity::parse(quantity->text());
    require(again && *again == *quantity && again->text() == quantity->text());
    Quantity sum = *quantity;
    sum += *quantity;
    sum -= *quantity;
    require(std::abs(quantity->toDouble()) > 4e27 || sum == *quantity);
    return 0;
}
