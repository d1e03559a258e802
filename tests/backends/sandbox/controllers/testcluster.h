// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/random.h"
#include "backends/sandbox/controllers/controllers.h"
#include "tests/support/manualclock.h"

#include <random>
#include <string>
#include <vector>

//! Chance that follows from a seed.
class SeededRandom final : public RandomSource
{
public:
    explicit SeededRandom(unsigned seed) : m_engine(seed) { }
    [[nodiscard]] double uniform() override { return static_cast<double>(m_engine()) / 4294967296.0; }
    [[nodiscard]] int below(int count) { return static_cast<int>(uniform() * count); }

private:
    std::mt19937 m_engine;
};

//! A cluster with nodes, a namespace "shop" and its controllers, on a clock that a test moves.
class TestCluster
{
public:
    explicit TestCluster(unsigned seed = 1, int nodes = 3) : random(seed), server({"test", 20'000}, clock, random)
    {
        for (int i = 0; i < nodes; ++i) {
            Sandbox::Json node = create("nodes", {{"metadata", {{"name", "node-" + std::to_string(i)}}}});
            node["status"]["allocatable"] = {{"cpu", "16"}, {"memory", "64Gi"}, {"pods", "500"}};
            if (!server.updateStatus(type("nodes"), std::move(node), "test"))
                qFatal("no status");
        }
        for (const char *name : {"kube-node-lease", "shop"})
            create("namespaces", {{"metadata", {{"name", name}}}});
        controllers.run();
    }

    ManualClock clock;
    SeededRandom random;
    Sandbox::ApiServer server;
    Sandbox::Controllers controllers{server, clock, random, Sandbox::Pace()};

    static const Sandbox::ResourceType &type(const std::string &plural)
    {
        for (const Sandbox::ResourceType &type : Sandbox::resourceTypes()) {
            if (type.plural == plural)
                return type;
        }
        qFatal("no such resource: %s", plural.c_str());
    }

    //! Refusals are fatal: a test that cannot be set up is none.
    Sandbox::Json create(const std::string &plural, Sandbox::Json json)
    {
        json["kind"] = type(plural).kind;
        json["apiVersion"] = type(plural).apiVersion();
        if (type(plural).namespaced && Sandbox::textAt(json, "metadata/namespace").empty())
            json["metadata"]["namespace"] = "shop";
        auto created = server.create(type(plural), std::move(json), "test");
        if (!created)
            qFatal("%s", created.status().message.c_str());
        return (*created)->json();
    }
    void merge(const std::string &plural, const std::string &name, const Sandbox::Json &patch)
    {
        const auto merged = server.merge(type(plural), {space(plural), name}, patch, "test");
        if (!merged)
            qFatal("%s", merged.status().message.c_str());
        controllers.run();
    }
    [[nodiscard]] Sandbox::Json get(const std::string &plural, const std::string &name) const
    {
        const auto object = server.find(type(plural), {space(plural), name});
        return object ? object->json() : Sandbox::Json();
    }
    [[nodiscard]] std::vector<Sandbox::Json> all(const std::string &plural) const
    {
        std::vector<Sandbox::Json> result;
        for (const auto &object : server.list(type(plural), type(plural).namespaced ? "shop" : ""))
            result.push_back(object->json());
        return result;
    }
    //! As a person deletes it: DELETE with a propagation policy.
    int erase(const std::string &plural, const std::string &name, const std::string &propagation = "Background")
    {
        server.setToken("admin", {"admin", {"system:masters", "system:authenticated"}});
        Sandbox::Request request;
        request.method = "DELETE";
        const Sandbox::ResourceType &kind = type(plural);
        request.path = (kind.group.empty() ? "/api/" : "/apis/" + std::string(kind.group) + '/')
            + std::string(kind.version) + (kind.namespaced ? "/namespaces/shop/" : "/") + plural + '/' + name;
        request.headers = {{"authorization", "Bearer admin"}, {"accept", "application/json"}};
        request.query = {{"propagationPolicy", propagation}};
        const int status = server.handle(request).status;
        controllers.run();
        return status;
    }

    void deploy(
        const std::string &name, int replicas, const std::string &image, Sandbox::Json spec = Sandbox::Json::object())
    {
        const Sandbox::Json labels = {{"app", name}};
        spec["replicas"] = replicas;
        if (!spec.contains("progressDeadlineSeconds"))
            spec["progressDeadlineSeconds"] = 600;
        spec["selector"] = {{"matchLabels", labels}};
        spec["template"] = {
            {"metadata", {{"labels", labels}}}, {"spec", {{"containers", Sandbox::Json::array({container(image)})}}}};
        create("deployments", {{"metadata", {{"name", name}}}, {"spec", std::move(spec)}});
        controllers.run();
    }
    static Sandbox::Json container(const std::string &image)
    {
        return {{"name", "app"}, {"image", image},
            {"ports", Sandbox::Json::array({Sandbox::Json{{"containerPort", 8080}, {"name", "http"}}})}};
    }
    void setImage(const std::string &deployment, const std::string &image)
    {
        merge("deployments", deployment,
            {{"spec", {{"template", {{"spec", {{"containers", Sandbox::Json::array({container(image)})}}}}}}}});
    }
    void pass(int seconds)
    {
        controllers.run();
        clock.advance(std::chrono::seconds(seconds));
    }

    //! "reason" of a condition of \a json; empty without.
    static std::string reason(const Sandbox::Json &json, const std::string &type, const std::string &field = "reason")
    {
        const Sandbox::Json &conditions = Sandbox::at(json, "status/conditions");
        for (const Sandbox::Json &condition : conditions.is_array() ? conditions : Sandbox::Json::array()) {
            if (Sandbox::textAt(condition, "type") == type)
                return Sandbox::textAt(condition, field);
        }
        return {};
    }
    //! Messages of Events with \a reason, in the order of their names.
    [[nodiscard]] std::vector<std::string> told(const std::string &reason) const
    {
        std::vector<std::string> messages;
        for (const Sandbox::Json &event : all("events")) {
            if (Sandbox::textAt(event, "reason") == reason)
                messages.push_back(Sandbox::textAt(event, "message"));
        }
        return messages;
    }

private:
    static std::string space(const std::string &plural) { return type(plural).namespaced ? "shop" : ""; }
};
