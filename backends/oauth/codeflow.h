// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/oauth/loginflow.h"
#include "backends/oauth/loopbackredirect.h"
#include "backends/oauth/pkce.h"
#include "backends/oauth/provider.h"

namespace OAuth {

//! Authorization code with PKCE over a loopback redirect (RFC 6749 4.1, RFC 7636, RFC 8252, RFC 9207).
class CodeFlow final : public LoginFlow
{
public:
    static constexpr std::chrono::minutes patience{5};

    CodeFlow(Provider &provider, Metadata metadata, const Clock &clock, const Entropy &entropy, Events events);

    void start() override;
    [[nodiscard]] std::optional<Http::LoginPrompt> prompt() const override { return m_prompt; }

private:
    Provider &m_provider;
    Metadata m_metadata;
    const Clock &m_clock;
    Events m_events;
    QByteArray m_state;
    QByteArray m_nonce;
    QByteArray m_verifier;
    LoopbackRedirect m_redirect;
    std::optional<Http::LoginPrompt> m_prompt;
    std::unique_ptr<Http::Call> m_call;
    std::unique_ptr<Alarm> m_timeout;

    [[nodiscard]] QUrl page() const;
    void comeBack(const Redirect &redirect);
    void exchange(const QString &code);
    void take(const Result<Http::Response> &response);
    void end(const Result<Tokens> &outcome);
};

} // namespace OAuth
