// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/admission.h"

#include "backends/sandbox/api/amounts.h"

#include <algorithm>

namespace Sandbox::Admission {

namespace {

std::vector<Json> rangesOf(const Store &store, const std::string &space)
{
    std::vector<Json> ranges;
    for (const ObjectPtr &object : store.list(*findResource("", "v1", "limitranges"), space))
        ranges.push_back(object->json());
    return ranges;
}

//! Fills in what \a container does not say, and says what was filled in: "cpu, memory request for container x".
std::string fill(Json &container, const char *what, const Json &defaults, const std::string &subject)
{
    std::string names;
    const Amounts given = amountsOf(defaults);
    for (const auto &[name, amount] : given) {
        Json &resources = makeAt(container, std::string("resources/") + what);
        if (!resources.is_object())
            resources = Json::object();
        if (resources.contains(name))
            continue;
        resources[name] = amount.text();
        names += (names.empty() ? "" : ", ") + name;
    }
    const std::string word = std::string(what).substr(0, std::string_view(what).size() - 1);
    return names.empty() ? names : names + " " + word + " for " + subject;
}

void fillContainers(Json &pod, const char *list, const char *subject, const Json &limit, std::vector<std::string> &said)
{
    Json *spec = pod.contains("spec") ? &pod["spec"] : nullptr;
    if (!spec || !spec->is_object() || !spec->contains(list))
        return;
    for (Json &container : (*spec)[list]) {
        if (!container.is_object())
            continue;
        const std::string name = std::string(subject) + " " + textAt(container, "name");
        for (const std::string &sentence : {fill(container, "requests", at(limit, "defaultRequest"), name),
                 fill(container, "limits", at(limit, "default"), name)}) {
            if (!sentence.empty())
                said.push_back(sentence);
        }
    }
}

void fillDefaults(const std::vector<Json> &ranges, Json &pod)
{
    std::vector<std::string> said;
    for (const Json &range : ranges) {
        Json merged = Json::object(); // of one range, later items win
        for (const Json &limit : at(range, "spec/limits")) {
            if (textAt(limit, "type") == "Container") {
                for (const char *field : {"default", "defaultRequest"}) {
                    const Json &values = at(limit, field);
                    if (values.is_object())
                        makeAt(merged, field).update(values);
                }
            }
        }
        fillContainers(pod, "containers", "container", merged, said);
        fillContainers(pod, "initContainers", "init container", merged, said);
    }
    if (said.empty())
        return;
    std::string text = "LimitRanger plugin set: ";
    for (size_t i = 0; i < said.size(); ++i)
        text += (i > 0 ? "; " : "") + said[i];
    // Its name holds a slash, which makeAt() would take for a step.
    Json &annotations = makeAt(pod, "metadata/annotations");
    if (!annotations.is_object())
        annotations = Json::object();
    annotations["kubernetes.io/limit-ranger"] = text;
}

//! One limit of one range, held against the amounts of a container or of a whole pod.
class Judge
{
public:
    Judge(const Json &limit, const Amounts &requests, const Amounts &limits, std::vector<std::string> &problems)
        : m_type(textAt(limit, "type")), m_requests(requests), m_limits(limits), m_problems(problems)
    {
        for (const auto &[name, bound] : amountsOf(at(limit, "min")))
            least(name, bound);
        for (const auto &[name, bound] : amountsOf(at(limit, "max")))
            most(name, bound);
        for (const auto &[name, bound] : amountsOf(at(limit, "maxLimitRequestRatio")))
            ratio(name, bound);
    }

private:
    static const Quantity *find(const Amounts &amounts, const std::string &name)
    {
        const auto found = amounts.find(name);
        return found == amounts.end() ? nullptr : &found->second;
    }

    void say(const std::string &sentence)
    {
        if (std::ranges::find(m_problems, sentence) == m_problems.end())
            m_problems.push_back(sentence);
    }

    void least(const std::string &name, const Quantity &bound)
    {
        const Quantity *request = find(m_requests, name);
        const Quantity *limit = find(m_limits, name);
        const std::string start = "minimum " + name + " usage per " + m_type + " is " + bound.text();
        if (!request)
            say(start + ".  No request is specified");
        else if (*request < bound)
            say(start + ", but request is " + request->text());
        else if (limit && *limit < bound)
            say(start + ", but limit is " + limit->text());
    }

    void most(const std::string &name, const Quantity &bound)
    {
        const Quantity *request = find(m_requests, name);
        const Quantity *limit = find(m_limits, name);
        const std::string start = "maximum " + name + " usage per " + m_type + " is " + bound.text();
        if (!limit)
            say(start + ".  No limit is specified");
        else if (*limit > bound)
            say(start + ", but limit is " + limit->text());
        else if (request && *request > bound)
            say(start + ", but request is " + request->text());
    }

    void ratio(const std::string &name, const Quantity &bound)
    {
        const Quantity *request = find(m_requests, name);
        const Quantity *limit = find(m_limits, name);
        const std::string start = name + " max limit to request ratio per " + m_type + " is " + bound.text();
        if (!request || *request == Quantity())
            say(start + ", but no request is specified or request is 0");
        else if (!limit || *limit == Quantity())
            say(start + ", but no limit is specified or limit is 0");
        else if (limit->toDouble() / request->toDouble() > bound.toDouble())
            say(start + ", but provided ratio is " + std::to_string(limit->toDouble() / request->toDouble()));
    }

    std::string m_type;
    const Amounts &m_requests;
    const Amounts &m_limits;
    std::vector<std::string> &m_problems;
};

std::vector<std::string> judge(const std::vector<Json> &ranges, const Json &pod)
{
    std::vector<std::string> problems;
    for (const Json &range : ranges) {
        for (const Json &limit : at(range, "spec/limits")) {
            const std::string type = textAt(limit, "type");
            if (type == "Pod")
                Judge(limit, podAmounts(pod, "requests", false), podAmounts(pod, "limits", false), problems);
            if (type != "Container")
                continue;
            for (const char *list : {"spec/containers", "spec/initContainers"}) {
                for (const Json &container : at(pod, list))
                    Judge(limit, amountsOf(at(container, "resources/requests")),
                        amountsOf(at(container, "resources/limits")), problems);
            }
        }
    }
    return problems;
}

} // namespace

std::optional<Status> limits(const Store &store, const ResourceType &type, Json &object)
{
    if (type.kind != "Pod" || !object.is_object())
        return {};
    const std::vector<Json> ranges = rangesOf(store, textAt(object, "metadata/namespace"));
    fillDefaults(ranges, object);
    const std::vector<std::string> problems = judge(ranges, object);
    if (problems.empty())
        return {};
    std::string all;
    for (const std::string &problem : problems)
        all += (all.empty() ? "" : ", ") + problem;
    return Status::forbidden(type, textAt(object, "metadata/name"), problems.size() > 1 ? "[" + all + "]" : all);
}

} // namespace Sandbox::Admission
