// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/json.h"
#include "backends/core/labels.h"

#include <vector>

namespace Json {

//! The texts of one answer: ten thousand alerts of one storm say the same few words over and over, and those share
//! their memory. A text is looked for in one place only, and takes that place when another one is there: what is said
//! once, such as names of pods, costs hardly more than it does without. Only while the answer is parsed.
class SharedTexts
{
public:
    [[nodiscard]] QString text(std::string_view utf8);
    [[nodiscard]] QString text(Value value) { return text(view(value)); }

private:
    struct Known
    {
        std::string_view utf8; // views stay good while the answer is parsed
        QString text;
    };
    static constexpr size_t longest = 256; // bytes; longer ones are hardly said twice
    static constexpr size_t places = 4096; // a power of two
    std::vector<Known> m_known{places};
};

//! An object of names and texts, sorted; rejected when it has more than Labels::most. \a without: a name to leave out.
[[nodiscard]] LabelList labels(Value value, SharedTexts &texts, std::string_view without = {});

} // namespace Json
