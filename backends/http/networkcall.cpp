// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/networkcall.h"

#include "backends/http/networkerror.h"
#include "backends/http/networktransport.h"

#include <QPointer>

#include <algorithm>

namespace Http {

namespace {

constexpr qint64 maxFailureBody = 64 * 1024;

} // namespace

NetworkCall::NetworkCall(NetworkTransport &transport, const Request &request, Transport::Done done)
    : m_transport(transport), m_request(request), m_done(std::move(done)), m_streaming(false),
      m_left(request.deadline.value_or(Request::usualDeadline))
{
}

NetworkCall::NetworkCall(NetworkTransport &transport, const Request &request, Transport::StreamEvents events)
    : m_transport(transport), m_request(request), m_events(std::move(events)), m_streaming(true),
      m_left(Request::usualDeadline)
{
}

NetworkCall::~NetworkCall()
{
    if (m_opened)
        doubtLane(m_transport.m_clock.elapsed() - suspicious);
    loginOver();
}

void NetworkCall::start()
{
    connect(&m_transport, &NetworkTransport::connectionsDropped, this, [this] {
        if (!m_waitsForLogin) // that is no matter of this server's connections
            giveUp(Error::Kind::ConnectionLost, QStringLiteral("the connection was given up"));
    });
    if (m_transport.secure())
        logIn();
    else // credentials go over TLS only
        dispatch({});
}

void NetworkCall::logIn()
{
    auto login = m_transport.m_credentials->obtain([this](const Result<Grant> &grant) { take(grant); });
    if (!login)
        return;
    m_login = std::move(login);
    m_waitsForLogin = true;
    m_transport.countLogins(+1);
}

void NetworkCall::loginOver()
{
    if (std::exchange(m_waitsForLogin, false))
        m_transport.countLogins(-1);
}

void NetworkCall::take(const Result<Grant> &grant)
{
    const auto finished = std::move(m_login); // this runs inside it
    loginOver();
    m_transport.m_refreshing = false;
    if (!grant)
        failLater(grant.error());
    else if (m_refusal && m_grant && sameProof(*m_grant, *grant))
        failLater(*m_refusal); // there are no others
    else
        dispatch(*grant);
}

void NetworkCall::dispatch(const Grant &grant)
{
    auto prepared = m_transport.prepare(m_request, grant);
    if (!prepared) {
        failLater(prepared.error());
        return;
    }
    m_grant = grant;
    m_lane = m_streaming ? m_transport.m_streams.take() : m_transport.m_requests;
    QNetworkAccessManager &manager = *m_lane->manager;
    if (m_request.method
        == "GET") // as such, Qt sends it again by itself when an idle connection turns out to be closed
        m_reply.reset(manager.get(*prepared));
    else
        m_reply.reset(manager.sendCustomRequest(*prepared, m_request.method, m_request.body));
    connect(m_reply.get(), &QNetworkReply::sslErrors, this,
        [this](const QList<QSslError> &errors) { m_tlsErrors = errors; });
    connect(m_reply.get(), &QNetworkReply::metaDataChanged, this, &NetworkCall::readHead);
    connect(m_reply.get(), &QNetworkReply::readyRead, this, &NetworkCall::readBody);
    connect(m_reply.get(), &QNetworkReply::finished, this, &NetworkCall::finish);
    m_sentAt = m_heardAt = m_transport.m_clock.elapsed();
    if (m_lane->heardAt.count() == 0) // it is new: its silence begins now
        m_lane->heardAt = m_sentAt;
    armSilence(m_request.silence.value_or(Request::usualSilence));
    if (!m_streaming) {
        m_deadline = m_transport.m_clock.after(
            m_left, [this] { giveUp(Error::Kind::Timeout, QStringLiteral("the answer is not complete")); });
    }
}

void NetworkCall::failLater(const Error &error)
{
    m_silence = m_transport.m_clock.after(std::chrono::milliseconds(0), [this, error] { end(error); });
}

void NetworkCall::armSilence(std::chrono::milliseconds wait)
{
    m_silence = m_transport.m_clock.after(wait, [this] { checkSilence(); });
}

//! The alarm stays as it was set while bytes come in: there may be thousands of reads a second.
void NetworkCall::checkSilence()
{
    const auto silence = m_request.silence.value_or(Request::usualSilence);
    const auto wait = silence - (m_transport.m_clock.elapsed() - m_heardAt);
    if (wait > std::chrono::milliseconds(0))
        armSilence(wait);
    else
        giveUp(Error::Kind::Timeout, {}, status());
}

void NetworkCall::heard()
{
    m_heardAt = m_lane->heardAt = m_transport.m_clock.elapsed();
}

//! Unless something has been heard on it since.
void NetworkCall::doubtLane(std::chrono::milliseconds since)
{
    if (m_reply && m_lane && m_lane->heardAt <= since)
        m_transport.doubt(m_lane);
}

void NetworkCall::readHead()
{
    if (status() == 0)
        return;
    heard();
    m_transport.learnFrom(*m_reply, *m_lane);
    if (!m_streaming || m_opened || failed())
        return;
    m_opened = true;
    if (m_request.endless)
        m_silence.reset(); // an idle stream is in order: whoever opened it knows how often it must speak
    if (const auto opened = m_events.opened)
        opened();
}

void NetworkCall::readBody()
{
    heard();
    const qint64 limit = failed() ? maxFailureBody : m_request.sizeLimit;
    if (handsOn() && !failed()) {
        deliver();
        return;
    }
    m_body += readAll();
    if (m_body.size() > limit && failed())
        m_body.truncate(maxFailureBody);
    else if (m_body.size() > limit)
        giveUp(Error::Kind::TooLarge, QStringLiteral("more than %1 bytes").arg(limit));
}

QByteArray NetworkCall::readAll()
{
    QByteArray bytes = m_reply->readAll();
    m_transport.m_bytesReceived += bytes.size();
    return bytes;
}

//! Hands on what has come in. Callbacks may destroy this call: they run from copies, and nothing is touched after them.
bool NetworkCall::deliver()
{
    const QPointer<NetworkCall> alive(this);
    readHead();
    if (!alive || !m_reply)
        return false;
    const QByteArray bytes = readAll();
    m_handedOn += bytes.size();
    if (!m_streaming && m_handedOn > m_request.sizeLimit) {
        giveUp(Error::Kind::TooLarge, QStringLiteral("more than %1 bytes").arg(m_request.sizeLimit));
        return false;
    }
    if (!bytes.isEmpty()) {
        const auto take = m_streaming ? m_events.bytes : m_request.onBytes;
        take(bytes);
    }
    return alive && m_reply;
}

int NetworkCall::status() const
{
    return m_reply ? m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() : 0;
}

Error NetworkCall::failure() const
{
    Error error = m_transport.m_server.failure ? m_transport.m_server.failure(status(), m_body)
                                               : Error{Error::Kind::Server, status(), {}, {}, {}};
    error.where = m_transport.m_server.name();
    if (const QByteArray header = m_reply->rawHeader("Retry-After"); !header.isEmpty())
        error.retryAfter = retryAfter(header, m_transport.m_clock.now());
    return error;
}

Error NetworkCall::brokenConnection() const
{
    const Server &server = m_transport.m_server;
    Error error = networkError(m_reply->error(), m_reply->errorString(), m_tlsErrors, server.name());
    const bool unreachable = error.kind == Error::Kind::Refused || error.kind == Error::Kind::HostNotFound
        || error.kind == Error::Kind::Proxy;
    // Who goes through a proxy connects to the proxy alone: it is what cannot be reached, or what says no.
    if (unreachable && server.proxy.type() != QNetworkProxy::NoProxy) {
        error.kind = Error::Kind::Proxy;
        error.where = server.proxy.hostName() + u':' + QString::number(server.proxy.port());
    }
    return error;
}

void NetworkCall::finish()
{
    if (handsOn() && !failed()) {
        if (!deliver())
            return;
    } else {
        m_body += readAll();
    }
    if (failed()) {
        if (sendAgainWithOtherCredentials())
            return;
        if (m_request.onFailure && !m_streaming)
            m_request.onFailure(status(), m_body);
        end(failure());
        return;
    }
    if (m_reply->error() != QNetworkReply::NoError) {
        end(brokenConnection());
        return;
    }
    if (m_body.size() > m_request.sizeLimit) {
        giveUp(Error::Kind::TooLarge, QStringLiteral("more than %1 bytes").arg(m_request.sizeLimit));
        return;
    }
    end({});
}

//! A 401 may only mean that a token has been replaced by another: once, that is tried, whatever the method, for a
//! server that does not know who asks has done nothing.
bool NetworkCall::sendAgainWithOtherCredentials()
{
    if (status() != 401 || m_refusal || !m_grant || !m_transport.secure() || !m_transport.reject(*m_grant))
        return false;
    m_refusal = failure();
    m_silence.reset();
    m_deadline.reset();
    const auto spent = m_transport.m_clock.elapsed() - m_sentAt;
    m_left = std::max(std::chrono::milliseconds(1), m_left - spent);
    m_reply.reset();
    m_lane.reset();
    m_body.clear();
    logIn();
    return true;
}

void NetworkCall::giveUp(Error::Kind kind, const QString &detail, int httpStatus)
{
    if (kind == Error::Kind::Timeout)
        doubtLane(m_sentAt);
    end(Error{kind, httpStatus, detail, m_transport.m_server.name(), {}});
}

void NetworkCall::end(const std::optional<Error> &error)
{
    m_silence.reset();
    m_deadline.reset();
    const int statusCode = status();
    const QByteArray type = m_reply ? m_reply->header(QNetworkRequest::ContentTypeHeader).toByteArray() : QByteArray();
    m_reply.reset();
    m_lane.reset();
    disconnect(&m_transport, nullptr, this, nullptr);
    if (m_streaming) {
        const auto ended = std::move(m_events.ended); // the callback may destroy this
        ended(error);
        return;
    }
    const auto done = std::move(m_done);
    if (error)
        done(*error);
    else
        done(Response{statusCode, type, std::move(m_body)});
}

} // namespace Http
