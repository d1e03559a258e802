// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/selection.h"

namespace Sandbox {

//! Reads label selectors: "app=web,tier in (a, b),!canary,rank>3" (apimachinery, labels.Parse).
class LabelParser
{
public:
    explicit LabelParser(std::string_view text) : m_text(text) { }

    //! What is wrong, in the server's words; nothing when \a terms are complete.
    std::optional<std::string> parse(std::vector<Selection::LabelTerm> &terms);

private:
    std::string_view m_text;
    size_t m_at = 0;

    //! The next word or sign, without taking it; empty at the end.
    [[nodiscard]] std::string_view peek();
    std::string_view take();
    std::optional<std::string> term(Selection::LabelTerm &term);
    std::optional<std::string> values(Selection::LabelTerm &term);
    std::optional<std::string> oneValue(Selection::LabelTerm &term);
};

} // namespace Sandbox
