// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/oauth/loginflow.h"
#include "backends/oauth/provider.h"

namespace OAuth {

//! A login on another device, or in a browser elsewhere (RFC 8628).
class DeviceFlow final : public LoginFlow
{
public:
    DeviceFlow(Provider &provider, Metadata metadata, const Clock &clock, Events events);

    void start() override;
    [[nodiscard]] std::optional<Http::LoginPrompt> prompt() const override { return m_prompt; }

private:
    Provider &m_provider;
    Metadata m_metadata;
    const Clock &m_clock;
    Events m_events;
    DeviceCode m_device;
    std::chrono::milliseconds m_interval{};
    std::chrono::milliseconds m_endsAt{};
    std::optional<Http::LoginPrompt> m_prompt;
    std::unique_ptr<Http::Call> m_call;
    std::unique_ptr<Alarm> m_next;

    void show(const DeviceCode &device);
    void pollLater();
    void poll();
    void take(const Result<Tokens> &tokens);
    void check(const Tokens &tokens);
    void end(const Result<Tokens> &outcome);
};

} // namespace OAuth
