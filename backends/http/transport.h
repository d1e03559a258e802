// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/http/call.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QUrlQuery>

#include <chrono>
#include <functional>
#include <memory>

//! HTTP as the typed clients see it: a request goes in, exactly one outcome comes out. The network itself is one
//! implementation (NetworkTransport), scripted answers in tests another.
namespace Http {

//! Who waits for an answer, and so who goes first when an endpoint has to slow down.
enum class Priority : quint8 {
    Probe, //!< asks whether anybody is there: passes a full bucket and an open breaker, and paces itself
    Foreground, //!< a person looks at the place where the answer goes
    Background,
};

//! Whether a request that failed may be sent again by itself.
enum class Repeat : quint8 {
    ByMethod, //!< GET and HEAD may, nothing else
    Never,
    Always, //!< the caller knows that twice is as good as once: reviews, dry runs, queries sent by POST
};

struct Request
{
    QByteArray method = QByteArrayLiteral("GET");
    QString path; //!< below the endpoint's base, starting with "/"
    QUrlQuery query;
    QByteArray accept = QByteArrayLiteral("application/json");
    QByteArray contentType; //!< of the body; empty without one
    QByteArray body;
    Priority priority = Priority::Foreground;
    Repeat repeat = Repeat::ByMethod;
    std::chrono::milliseconds silence{10000}; //!< longest wait without a byte; for streams only until the first answer
    std::chrono::milliseconds deadline{60000}; //!< for the whole answer; not for streams
    qint64 sizeLimit = 64 * 1024 * 1024; //!< bytes of the unpacked answer; not for streams
};

//! An answer with a status of 2xx; every other one is an Error.
struct Response
{
    int status = 0;
    QByteArray contentType;
    QByteArray body; //!< empty for streams
};

//! Lives in one thread; calls back from that thread's event loop, never from within send() or stream(). Must outlive
//! its calls.
class Transport
{
public:
    using Done = std::function<void(Result<Response>)>;

    //! One of `opened` then any `bytes`, or none; then `ended` once: with an error, or without one when the server
    //! ended the stream in good order.
    struct StreamEvents
    {
        std::function<void()> opened;
        std::function<void(QByteArrayView)> bytes;
        std::function<void(std::optional<Error>)> ended;
    };

    virtual ~Transport() = default;
    [[nodiscard]] virtual std::unique_ptr<Call> send(const Request &request, Done done) = 0;
    [[nodiscard]] virtual std::unique_ptr<Call> stream(const Request &request, StreamEvents events) = 0;
    //! Gives up all connections: what is under way ends with Error::ConnectionLost, what comes next connects anew. For
    //! connections that look alive and are not.
    virtual void reconnect() = 0;
};

} // namespace Http
