// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/onboarding/objectnames.h"
#include "backends/onboarding/templatereader.h"
#include "tests/fuzz/fuzz.h"

using namespace Onboarding;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const Read result = read(
        bytesOf(data, size).toByteArray(), [](const QString &text) { return !text.isEmpty() && text[0].isDigit(); });
    require(result.mistakes.size() <= 100);
    for (const Yaml::Mistake &mistake : result.mistakes) {
        require(mistake.line >= 1 && mistake.column >= 1);
        require(mistake.found.size() <= Yaml::Mistake::maxFound);
    }
    if (!result.mistakes.isEmpty())
        return 0;
    // What has no mistakes can be made of.
    const Document &document = result.document;
    require(ObjectNames::isLabel(document.tier) && !document.title.isEmpty());
    require(isolations().contains(document.isolation));
    require(document.figures.workloads >= 1 && document.figures.executionSeconds >= 1);
    for (const Passage &passage : document.passages) {
        require(ObjectNames::isSubdomain(passage.name) && (passage.in || passage.out));
        for (const Passage::Port &port : passage.ports)
            require(port.number >= 1 && port.number <= 65535);
    }
    for (const Binding &binding : document.bindings)
        require(binding.role.isEmpty() != binding.clusterRole.isEmpty());
    for (auto it = document.labels.begin(); it != document.labels.end(); ++it)
        require(ObjectNames::isQualifiedName(it.key()));
    return 0;
}
