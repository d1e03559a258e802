// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/oauth/provider.h"
#include "tests/support/faketransport.h"

//! An identity provider that says what the test says. Which server a request goes to does not matter: paths differ.
class FakeProvider
{
public:
    //! Must not outlive this.
    [[nodiscard]] OAuth::Network network()
    {
        return [this](const Http::Server &server, std::unique_ptr<Http::Credentials> credentials) {
            origins.append(server.base.toString());
            auto call = credentials->obtain([this](const Result<Http::Grant> &grant) {
                authorization = grant->headers.isEmpty() ? QByteArray() : grant->headers.first().second;
            });
            return std::unique_ptr<Http::Transport>(std::make_unique<Forward>(transport));
        };
    }
    [[nodiscard]] QUrlQuery form(const QString &path)
    {
        const auto *exchange = transport.find(path);
        return QUrlQuery(exchange ? QString::fromUtf8(exchange->request.body) : QString());
    }
    [[nodiscard]] static QByteArray discovery()
    {
        return R"({"issuer":"https://id.example","authorization_endpoint":"https://id.example/auth","token_endpoint":)"
               R"("https://id.example/token","device_authorization_endpoint":"https://id.example/device",)"
               R"("authorization_response_iss_parameter_supported":true})";
    }
    [[nodiscard]] static QByteArray deviceCode(int lifetime)
    {
        return R"({"device_code":"D","user_code":"AB-CD","verification_uri":"https://id.example/d","expires_in":)"
            + QByteArray::number(lifetime) + '}';
    }
    //! A JWT with these claims; its signature is none.
    [[nodiscard]] static QByteArray jwt(const QByteArray &claims)
    {
        constexpr auto form = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
        return QByteArray(R"({"alg":"RS256"})").toBase64(form) + '.' + claims.toBase64(form) + ".c2lnbmF0dXJl";
    }

    FakeTransport transport;
    QStringList origins; //!< connected to, in order
    QByteArray authorization; //!< of the last connection made

private:
    class Forward final : public Http::Transport
    {
    public:
        explicit Forward(FakeTransport &transport) : m_transport(transport) { }
        [[nodiscard]] std::unique_ptr<Http::Call> send(const Http::Request &request, Done done) override
        {
            return m_transport.send(request, std::move(done));
        }
        [[nodiscard]] std::unique_ptr<Http::Call> stream(const Http::Request &request, StreamEvents events) override
        {
            return m_transport.stream(request, std::move(events));
        }
        void reconnect() override { m_transport.reconnect(); }

    private:
        FakeTransport &m_transport;
    };
};
