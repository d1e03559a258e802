// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/amounts.h"

namespace Sandbox::Admission {

Amounts amountsOf(const Json &json)
{
    Amounts amounts;
    if (!json.is_object())
        return amounts;
    for (const auto &[name, value] : json.items()) {
        const std::string text = value.is_string() ? value.get<std::string>()
            : value.is_number()                    ? value.dump()
                                                   : std::string();
        if (const auto quantity = Quantity::parse(text))
            amounts.emplace(name, *quantity);
    }
    return amounts;
}

Json toJson(const Amounts &amounts)
{
    Json json = Json::object();
    for (const auto &[name, amount] : amounts)
        json[name] = amount.text();
    return json;
}

Amounts podAmounts(const Json &pod, std::string_view what, bool overhead)
{
    const std::string path = "resources/" + std::string(what);
    Amounts sum;
    for (const Json &container : at(pod, "spec/containers")) {
        for (const auto &[name, amount] : amountsOf(at(container, path)))
            sum[name] += amount;
    }
    for (const Json &container : at(pod, "spec/initContainers")) {
        for (const auto &[name, amount] : amountsOf(at(container, path))) {
            const auto [there, isNew] = sum.emplace(name, amount);
            if (!isNew && there->second < amount)
                there->second = amount;
        }
    }
    if (overhead) {
        for (const auto &[name, amount] : amountsOf(at(pod, "spec/overhead"))) {
            if (what == "requests" || sum.contains(name))
                sum[name] += amount;
        }
    }
    return sum;
}

std::string listed(const Amounts &amounts, const Amounts &like)
{
    std::string text;
    for (const auto &[name, amount] : amounts) {
        if (like.contains(name))
            text += (text.empty() ? "" : ",") + name + "=" + amount.text();
    }
    return text;
}

} // namespace Sandbox::Admission
