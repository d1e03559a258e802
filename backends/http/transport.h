// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/http/call.h"
#include "backends/http/credentials.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QString>
#include <QUrlQuery>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

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
    //! Further ones, by name; what the transport sets itself comes before them. One with a control character is not
    //! sent, and the request ends with Error::Configuration.
    QList<QPair<QByteArray, QByteArray>> headers = {};
    Priority priority = Priority::Foreground;
    Repeat repeat = Repeat::ByMethod;
    //! Longest wait without a byte; of endless streams only until the first answer. Empty: what the endpoint is set to.
    std::optional<std::chrono::milliseconds> silence;
    //! For the whole answer and all attempts at it, without the time that a login takes; not for streams. Empty: what
    //! the endpoint is set to.
    std::optional<std::chrono::milliseconds> deadline;
    qint64 sizeLimit = 64 * 1024 * 1024; //!< bytes of the unpacked answer; not for streams
    //! Of a stream: it may be silent for as long as it likes, like a watch. Set it to false for one that is an answer
    //! with an end, like a list: the limit of silence holds until that end then.
    bool endless = true;
    //! Takes the body of a 2xx answer as it comes; Response::body stays empty then. Not called any more once the
    //! outcome is in. After the first bytes such a request is not sent again. Not for streams. May destroy the call.
    std::function<void(QByteArrayView)> onBytes;
    //! Takes the body of an answer that is no 2xx, cut after 64 KiB, before the outcome says what it means: for who has
    //! to know more of it than an Error holds. Of a request that is sent again, once for each such answer. Not for
    //! streams. Must not destroy the call.
    std::function<void(int status, QByteArrayView body)> onFailure = {};

    static constexpr std::chrono::milliseconds usualSilence{10000};
    static constexpr std::chrono::milliseconds usualDeadline{60000};
};

//! An answer with a status of 2xx; every other one is an Error.
struct Response
{
    int status = 0;
    QByteArray contentType;
    QByteArray body; //!< empty for streams
};

//! What a transport knows about its connections and its login. A plain value; holds no credential.
struct TransportStatus
{
    QString protocol; //!< "HTTP/2", "HTTP/1.1"; empty before the first answer
    QDateTime serverCertificateExpires; //!< UTC; invalid without TLS or before the first answer
    QDateTime clientCertificateExpires; //!< UTC; invalid without one
    QDateTime credentialsExpire; //!< UTC; invalid when they do not, or nobody tells
    qint64 bytesReceived = 0; //!< unpacked, streams included, since the start
    //! Requests that can be under way without one waiting for another inside the transport; 0: any number.
    int parallel = 0;
    bool canLogIn = false; //!< see Credentials::canLogIn()
    bool loggingIn = false; //!< requests wait for a login
    std::optional<LoginPrompt> prompt; //!< a login waits for the person
    bool loginRemembered = true; //!< see Credentials::remembered()

    bool operator==(const TransportStatus &) const = default;
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

    [[nodiscard]] virtual TransportStatus status() const { return {}; }
    //! \a changed is called when a login begins or ends, possibly from within send(), stream() or logIn().
    virtual void setLoginListener(std::function<void()> changed) { Q_UNUSED(changed); }
    //! Logs in now, whatever is cached (see Credentials::logInAgain()); \a ready is told how it went, once and never
    //! from within this function. Destroying the call only forgets who asked; null when there is nothing to log in to.
    [[nodiscard]] virtual std::unique_ptr<Call> logIn(std::function<void(Result<void>)> ready)
    {
        Q_UNUSED(ready);
        return {};
    }
};

} // namespace Http
