// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/faults.h"

namespace Sandbox {

void Faults::required(const std::string &field, std::string_view why)
{
    m_causes.push_back({"FieldValueRequired", "Required value" + (why.empty() ? "" : ": " + std::string(why)), field});
}

void Faults::invalid(const std::string &field, const std::string &value, std::string_view why)
{
    m_causes.push_back({"FieldValueInvalid", "Invalid value: " + value + ": " + std::string(why), field});
}

void Faults::invalidText(const std::string &field, const std::string &value, std::string_view why)
{
    invalid(field, toText(value), why);
}

void Faults::named(const std::string &field, const std::string &value, const std::string &why)
{
    if (!why.empty())
        invalidText(field, value, why);
}

void Faults::unsupported(
    const std::string &field, const std::string &value, std::initializer_list<std::string_view> supported)
{
    std::string all;
    for (const std::string_view one : supported)
        all += (all.empty() ? "\"" : ", \"") + std::string(one) + "\"";
    m_causes.push_back(
        {"FieldValueNotSupported", "Unsupported value: " + toText(value) + ": supported values: " + all, field});
}

void Faults::duplicate(const std::string &field, const std::string &value)
{
    m_causes.push_back({"FieldValueDuplicate", "Duplicate value: " + toText(value), field});
}

void Faults::forbidden(const std::string &field, std::string_view why)
{
    m_causes.push_back({"FieldValueForbidden", "Forbidden: " + std::string(why), field});
}

void Faults::tooLong(const std::string &field, size_t most)
{
    m_causes.push_back({"FieldValueTooLong", "Too long: must have at most " + std::to_string(most) + " bytes", field});
}

} // namespace Sandbox
