// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/defaults.h"

#include "backends/sandbox/api/resources.h"

namespace Sandbox {

void applyDefaults(const ResourceType &type, Json &json)
{
    if (type.kind == "Pod" && at(json, "spec/terminationGracePeriodSeconds").is_null())
        makeAt(json, "spec/terminationGracePeriodSeconds") = 30;
}

void prepareNew(const ResourceType &type, Json &json)
{
    if (type.hasStatus)
        json["status"] = Json::object();
    if (type.kind == "Pod")
        json["status"] = {{"phase", "Pending"}};
    if (type.kind == "Namespace") {
        json["status"] = {{"phase", "Active"}};
        if (at(json, "spec/finalizers").empty())
            makeAt(json, "spec/finalizers") = Json::array({"kubernetes"});
    }
}

} // namespace Sandbox
