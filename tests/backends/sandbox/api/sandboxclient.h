// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/apiserver.h"
#include "tests/support/manualclock.h"
#include "tests/support/scriptedrandom.h"

#include <memory>
#include <random>

//! Chance from a seed, so that names differ and tests repeat.
class SeededRandom final : public RandomSource
{
public:
    [[nodiscard]] double uniform() override { return std::uniform_real_distribution<double>()(m_engine); }

private:
    std::mt19937_64 m_engine{4};
};

//! What a server told: the answer with its body read to where it waits or ends.
struct Told
{
    int status = 0;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    Sandbox::Json json;
    std::shared_ptr<Sandbox::BodySource> source;

    [[nodiscard]] std::string header(std::string_view name) const
    {
        for (const auto &[key, value] : headers) {
            if (key == name)
                return value;
        }
        return {};
    }
    //! What the source has by now; \a ended says whether there will be more.
    std::string more(bool *ended = nullptr)
    {
        std::string text;
        std::array<char, 1000> buffer{};
        while (source) {
            size_t count = 0;
            const auto state = source->read(buffer.data(), buffer.size(), count);
            if (ended)
                *ended = state == Sandbox::BodySource::State::End;
            if (state != Sandbox::BodySource::State::Ready)
                break;
            text.append(buffer.data(), count);
        }
        return text;
    }
    //! The events of a watch that came by now.
    std::vector<Sandbox::Json> events(bool *ended = nullptr)
    {
        std::vector<Sandbox::Json> events;
        const std::string text = body + more(ended);
        body.clear();
        for (size_t start = 0, end = 0; (end = text.find('\n', start)) != std::string::npos; start = end + 1)
            events.push_back(Sandbox::parseJson(std::string_view(text).substr(start, end - start)).value_or("broken"));
        return events;
    }
};

//! A server of one cluster, and somebody who may do everything on it.
class SandboxClient
{
public:
    ManualClock clock;
    SeededRandom random;
    Sandbox::ApiServer server{{"east", 200}, clock, random};

    SandboxClient() { server.setToken("root", {"root", {"system:masters", "system:authenticated"}}); }

    Told send(const std::string &method, const std::string &target, const Sandbox::Json &body = nullptr,
        const std::vector<std::pair<std::string, std::string>> &headers = {})
    {
        return sendText(method, target, body.is_null() ? std::string() : body.dump(), headers);
    }
    //! \a target with a query, which is taken as it is, without percent signs; headers in lower case.
    Told sendText(const std::string &method, const std::string &target, std::string body,
        const std::vector<std::pair<std::string, std::string>> &headers = {})
    {
        Sandbox::Request request;
        request.method = method;
        request.path = target.substr(0, target.find('?'));
        std::string query = request.path.size() < target.size() ? target.substr(request.path.size() + 1) : "";
        while (!query.empty()) {
            const std::string part = query.substr(0, query.find('&'));
            const size_t equals = std::min(part.find('='), part.size());
            request.query.emplace_back(part.substr(0, equals), equals < part.size() ? part.substr(equals + 1) : "");
            query.erase(0, part.size() + 1);
        }
        request.headers = headers;
        if (request.header("authorization").empty())
            request.headers.emplace_back("authorization", "Bearer root");
        request.body = std::move(body);
        return read(server.handle(request));
    }
    Told get(const std::string &target) { return send("GET", target); }

    //! A namespace with the account that the controllers of a real cluster make in it.
    void makeSpace(const std::string &name)
    {
        send("POST", "/api/v1/namespaces", {{"metadata", {{"name", name}}}});
        send("POST", "/api/v1/namespaces/" + name + "/serviceaccounts", {{"metadata", {{"name", "default"}}}});
    }

private:
    static Told read(Sandbox::Answer answer)
    {
        Told told{answer.status, std::move(answer.headers), {}, nullptr, nullptr};
        if (auto *source = std::get_if<std::shared_ptr<Sandbox::BodySource>>(&answer.body)) {
            told.source = *source;
            told.source->setWake([] {});
            told.body = told.more();
        } else {
            told.body = std::get<std::string>(answer.body);
        }
        told.json = Sandbox::parseJson(told.body).value_or(nullptr);
        return told;
    }
};
