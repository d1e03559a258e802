// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/oauth/deviceflow.h"

namespace OAuth {

namespace {

constexpr std::chrono::seconds slowDown{5}; // RFC 8628, 3.5
constexpr std::chrono::seconds longestInterval{60};

} // namespace

DeviceFlow::DeviceFlow(Provider &provider, Metadata metadata, const Clock &clock, Events events)
    : m_provider(provider), m_metadata(std::move(metadata)), m_clock(clock), m_events(std::move(events))
{
}

void DeviceFlow::start()
{
    const Parameters parameters{{QStringLiteral("scope"), m_provider.client().scopes.join(u' ')}};
    m_call
        = m_provider.post(m_metadata.deviceAuthorization, parameters, [this](const Result<Http::Response> &response) {
              const auto device = response ? decodeDeviceCode(response->body) : Result<DeviceCode>(response.error());
              if (device)
                  show(*device);
              else
                  end(device.error());
          });
}

void DeviceFlow::show(const DeviceCode &device)
{
    m_device = device;
    m_interval = device.interval;
    m_endsAt = m_clock.elapsed() + device.lifetime;
    m_prompt = Http::LoginPrompt{device.page, device.userCode, m_clock.now().addSecs(device.lifetime.count())};
    pollLater();
    m_events.promptChanged();
}

void DeviceFlow::pollLater()
{
    m_next = m_clock.after(m_interval, [this] { poll(); });
}

void DeviceFlow::poll()
{
    if (m_clock.elapsed() >= m_endsAt) {
        end(Error{Error::Kind::LoginRequired, 0, QStringLiteral("the code has expired"), m_device.page.host(), {}});
        return;
    }
    const Parameters parameters{
        {QStringLiteral("grant_type"), QStringLiteral("urn:ietf:params:oauth:grant-type:device_code")},
        {QStringLiteral("device_code"), m_device.code}};
    m_call = m_provider.post(m_metadata.token, parameters, [this](const Result<Http::Response> &response) {
        take(response ? decodeTokens(response->body) : Result<Tokens>(response.error()));
    });
}

void DeviceFlow::take(const Result<Tokens> &tokens)
{
    if (tokens) {
        check(*tokens);
        return;
    }
    const Error &error = tokens.error();
    const QString code = refusalCode(error);
    if (code == QLatin1String("authorization_pending")) {
        pollLater();
    } else if (code == QLatin1String("slow_down")) {
        m_interval += slowDown;
        pollLater();
    } else if (code == QLatin1String("expired_token")) {
        end(Error{Error::Kind::LoginRequired, 0, QStringLiteral("the code has expired"), m_device.page.host(), {}});
    } else if (error.transient()) {
        // The person may be typing: a lost connection is no reason to make them start again.
        m_interval = std::min<std::chrono::milliseconds>(m_interval * 2, longestInterval);
        pollLater();
    } else {
        end(error);
    }
}

void DeviceFlow::check(const Tokens &tokens)
{
    const ExpectedIdToken expected{m_metadata.issuer, m_provider.client().id, {}, {}};
    const auto why = objection(tokens, expected, m_clock.now());
    end(why ? Result<Tokens>(*why) : Result<Tokens>(tokens));
}

void DeviceFlow::end(const Result<Tokens> &outcome)
{
    m_next.reset();
    m_prompt.reset();
    const auto ended = std::move(m_events.ended); // it may destroy this
    ended(outcome);
}

} // namespace OAuth
