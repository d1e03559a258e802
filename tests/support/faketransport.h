// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/transport.h"

#include <QStringList>

#include <algorithm>
#include <list>

//! A network that consists of what the test says. Requests wait in `open` until the test answers them.
class FakeTransport final : public Http::Transport
{
public:
    struct Exchange
    {
        Http::Request request;
        Done done;
        StreamEvents events;
        bool stream = false;
    };

    [[nodiscard]] std::unique_ptr<Http::Call> send(const Http::Request &request, Done done) override
    {
        return add({request, std::move(done), {}, false});
    }
    [[nodiscard]] std::unique_ptr<Http::Call> stream(const Http::Request &request, StreamEvents events) override
    {
        return add({request, {}, std::move(events), true});
    }
    void reconnect() override { ++reconnects; }
    [[nodiscard]] Http::TransportStatus status() const override { return state; }
    void setLoginListener(std::function<void()> changed) override { loginChanged = std::move(changed); }
    [[nodiscard]] std::unique_ptr<Http::Call> logIn(std::function<void(Result<void>)> ready) override
    {
        loggedIn = std::move(ready);
        return std::make_unique<Http::Call>();
    }

    //! The oldest open request whose path and query, as in "/api/v1/pods?watch=true", contain \a text; fails the test
    //! run by returning null.
    [[nodiscard]] Exchange *find(const QString &text)
    {
        const auto found = std::find_if(open.begin(), open.end(),
            [&text](const std::shared_ptr<Exchange> &exchange) { return url(exchange->request).contains(text); });
        return found == open.end() ? nullptr : found->get();
    }
    [[nodiscard]] bool has(const QString &text) { return find(text) != nullptr; }
    [[nodiscard]] QStringList urls() const
    {
        QStringList list;
        for (const auto &exchange : open)
            list.append(url(exchange->request));
        return list;
    }

    //! Answers, and forgets the request. False if there is no such request.
    bool answer(const QString &text, const QByteArray &body)
    {
        return finish(text, [&body](const Exchange &exchange) {
            exchange.done(Http::Response{200, "application/json", body});
        });
    }
    bool fail(const QString &text, const Error &error)
    {
        return finish(text, [&error](const Exchange &exchange) {
            if (exchange.stream)
                exchange.events.ended(error);
            else
                exchange.done(error);
        });
    }
    bool endStream(const QString &text)
    {
        return finish(text, [](const Exchange &exchange) { exchange.events.ended({}); });
    }
    bool openStream(const QString &text)
    {
        return with(text, [](const Exchange &exchange) { exchange.events.opened(); });
    }
    bool bytes(const QString &text, const QByteArray &chunk)
    {
        return with(text, [&chunk](const Exchange &exchange) {
            const auto take = exchange.stream ? exchange.events.bytes : exchange.request.onBytes;
            take(chunk);
        });
    }

    [[nodiscard]] static QString url(const Http::Request &request)
    {
        const QString query = request.query.toString();
        return query.isEmpty() ? request.path : QString(request.path + u'?' + query);
    }

    std::list<std::shared_ptr<Exchange>> open;
    int reconnects = 0;
    Http::TransportStatus state; //!< what status() says
    std::function<void()> loginChanged; //!< call it when the login part of `state` has changed
    std::function<void(Result<void>)> loggedIn; //!< who asked for a login last

private:
    class Handle final : public Http::Call
    {
    public:
        Handle(FakeTransport &transport, std::shared_ptr<Exchange> exchange)
            : m_transport(transport), m_exchange(std::move(exchange))
        {
        }
        ~Handle() override { m_transport.open.remove(m_exchange); }

    private:
        FakeTransport &m_transport;
        std::shared_ptr<Exchange> m_exchange;
    };

    std::unique_ptr<Http::Call> add(Exchange exchange)
    {
        open.push_back(std::make_shared<Exchange>(std::move(exchange)));
        return std::make_unique<Handle>(*this, open.back());
    }
    template <typename Action>
    bool with(const QString &text, Action action)
    {
        const auto found = std::find_if(open.begin(), open.end(),
            [&text](const std::shared_ptr<Exchange> &exchange) { return url(exchange->request).contains(text); });
        if (found == open.end())
            return false;
        const auto exchange = *found; // the action may end it
        action(*exchange);
        return true;
    }
    template <typename Action>
    bool finish(const QString &text, Action action)
    {
        const auto found = std::find_if(open.begin(), open.end(),
            [&text](const std::shared_ptr<Exchange> &exchange) { return url(exchange->request).contains(text); });
        if (found == open.end())
            return false;
        const auto exchange = *found;
        open.erase(found);
        action(*exchange);
        return true;
    }
};
