// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/policy/policyreader.h"
#include "tests/fuzz/fuzz.h"

using namespace Policy;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const Read result = read(bytesOf(data, size).toByteArray(), {QStringLiteral("quota")});
    require(result.mistakes.size() <= 100);
    for (const Mistake &mistake : result.mistakes) {
        require(mistake.line >= 1 && mistake.column >= 1);
        require(mistake.found.size() <= Mistake::maxFound);
    }
    if (!result.mistakes.isEmpty())
        return 0;
    for (const Freeze &freeze : result.document.freezes)
        require(freeze.weekly.has_value() != (freeze.from.isValid() && freeze.from < freeze.to));
    for (const BusinessHours &hours : result.document.businessHours)
        require(hours.from < hours.to && !hours.timeZone.isEmpty());
    return 0;
}
