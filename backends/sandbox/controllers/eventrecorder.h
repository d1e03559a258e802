// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/apiserver.h"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

namespace Sandbox {

//! Writes Events as client-go's recorder does: what is told again is counted, and many that differ in their message
//! alone become one (tools/record, events_cache.go). Belongs to the controllers' thread.
class EventRecorder
{
public:
    //! What an Event is about.
    struct About
    {
        std::string apiVersion;
        std::string kind;
        ObjectKey key;
        std::string uid;
        std::string version;
        std::string fieldPath; //!< "spec.containers{app}"; empty for the whole object

        static About of(const Object &object, std::string fieldPath = {});
    };
    struct Source
    {
        std::string_view component; //!< "deployment-controller"
        std::string host; //!< a node; empty without
    };

    explicit EventRecorder(ApiServer &server, const Clock &clock);

    void normal(const About &about, const Source &source, std::string_view reason, const std::string &message);
    void warning(const About &about, const Source &source, std::string_view reason, const std::string &message);
    //! As the scheduler tells of a binding, which uses the newer API: eventTime, action, no count.
    void scheduled(const About &about, const std::string &message);

private:
    struct Told
    {
        ObjectKey event;
        long long count = 0;
        int64_t last = 0;
    };
    struct Similar
    {
        std::set<uint64_t> messages;
        int64_t last = 0;
    };

    ApiServer &m_server;
    const Clock &m_clock;
    const ResourceType &m_type;
    std::unordered_map<uint64_t, Told> m_told;
    std::unordered_map<uint64_t, Similar> m_similar;
    uint64_t m_serial = 0;

    void record(
        const About &about, const Source &source, std::string_view type, std::string_view reason, std::string message);
    [[nodiscard]] bool combine(uint64_t similarKey, uint64_t messageKey, int64_t now);
    [[nodiscard]] Json skeleton(
        const About &about, std::string_view type, std::string_view reason, const std::string &message, int64_t now);
    void forget(int64_t now);
};

} // namespace Sandbox
