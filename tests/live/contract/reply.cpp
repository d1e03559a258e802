// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/live/contract/reply.h"

#include <QTest>

#include <algorithm>

namespace Contract {

Json json(std::string text)
{
    std::ranges::replace(text, '\'', '"');
    Json document = Json::parse(text, nullptr, false);
    if (!document.is_discarded())
        return document;
    QTest::qFail(("The test holds no JSON here: " + text).c_str(), __FILE__, __LINE__);
    return {};
}

const Json &at(const Json &document, const std::string &pointer)
{
    static const Json nothing;
    const Json *here = &document;
    size_t from = 0;
    while (from < pointer.size()) {
        const size_t to = std::min(pointer.find('/', from + 1), pointer.size());
        std::string step = pointer.substr(from + 1, to - from - 1);
        for (size_t slash = step.find("~1"); slash != std::string::npos; slash = step.find("~1"))
            step.replace(slash, 2, "/");
        from = to;
        if (here->is_object() && here->contains(step)) {
            here = &(*here)[step];
        } else if (here->is_array() && !step.empty()
            && std::ranges::all_of(step, [](char c) { return c >= '0' && c <= '9'; })
            && std::stoul(step) < here->size()) {
            here = &(*here)[std::stoul(step)];
        } else {
            return nothing;
        }
    }
    return *here;
}

std::string textAt(const Json &document, const std::string &pointer)
{
    const Json &value = at(document, pointer);
    return value.is_string() ? value.get<std::string>() : std::string();
}

int countAt(const Json &document, const std::string &pointer)
{
    const Json &value = at(document, pointer);
    return value.is_number_integer() ? value.get<int>() : 0;
}

} // namespace Contract
