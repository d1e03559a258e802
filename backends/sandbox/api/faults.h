// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/json.h"
#include "backends/sandbox/api/status.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace Sandbox {

//! What is wrong with an object, field by field, worded as apimachinery's field errors.
class Faults
{
public:
    void required(const std::string &field, std::string_view why = {});
    //! \a value as Go writes it: texts in quotes.
    void invalid(const std::string &field, const std::string &value, std::string_view why);
    void invalidText(const std::string &field, const std::string &value, std::string_view why);
    //! Nothing when \a why is empty.
    void named(const std::string &field, const std::string &value, const std::string &why);
    void unsupported(
        const std::string &field, const std::string &value, std::initializer_list<std::string_view> supported);
    void duplicate(const std::string &field, const std::string &value);
    void forbidden(const std::string &field, std::string_view why);
    //! \a most: bytes.
    void tooLong(const std::string &field, size_t most);

    [[nodiscard]] bool empty() const { return m_causes.empty(); }
    [[nodiscard]] std::vector<Status::Cause> take() { return std::move(m_causes); }

private:
    std::vector<Status::Cause> m_causes;
};

//! The rules of single kinds.
namespace Validate {

//! "map[string]string{"a":"b"}", as the server prints labels in its sentences.
[[nodiscard]] std::string goMap(const Json &labels);
void podSpec(const Json &spec, const std::string &field, bool always, Faults &faults);
void pod(const Json &json, const Json *before, Faults &faults);
void workload(const Json &json, const Json *before, Faults &faults);
void service(const Json &json, const Json *before, Faults &faults);
void quota(const Json &json, const Json *before, Faults &faults);
void limitRange(const Json &json, Faults &faults);
void role(const Json &json, bool cluster, Faults &faults);
void binding(const Json &json, const Json *before, bool cluster, Faults &faults);
void ingress(const Json &json, Faults &faults);
void lease(const Json &json, Faults &faults);
//! ConfigMaps and Secrets.
void entries(const Json &json, const Json *before, Faults &faults);
void event(const Json &json, Faults &faults);

} // namespace Validate

} // namespace Sandbox
