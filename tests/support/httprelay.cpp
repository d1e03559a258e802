// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httprelay.h"

#include <QMap>
#include <QNetworkAccessManager>

namespace {

using Kind = Fault::Kind;

//! As an API server says it.
QByteArray statusObject(int code)
{
    static const QMap<int, QByteArray> reasons{{410, "Expired"}, {429, "TooManyRequests"}, {500, "InternalError"},
        {503, "ServiceUnavailable"}, {504, "Timeout"}};
    return R"({"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"the relay says so","reason":")"
        + reasons.value(code, "InternalError") + R"(","code":)" + QByteArray::number(code) + "}";
}

//! Bytes that no text and no varint has; where, follows from the length alone.
QByteArray corrupted(QByteArray bytes)
{
    const qsizetype length = qMin<qsizetype>(16, bytes.size());
    const qsizetype at = (bytes.size() - length) * 2 / 3;
    return bytes.replace(at, length, QByteArray(length, '\xff'));
}

} // namespace

void HttpRelay::ReplyDeleter::operator()(QNetworkReply *reply) const
{
    reply->disconnect();
    reply->abort();
    reply->deleteLater(); // Qt forbids deleting a reply inside its own signals
}

HttpRelay::HttpRelay(FaultBoard &board, QTcpSocket *client, const Upstream &upstream, QNetworkAccessManager &manager)
    : m_board(board), m_upstream(upstream), m_manager(manager), m_client(client)
{
    m_client->setParent(nullptr);
    connect(m_client.get(), &QTcpSocket::readyRead, this, &HttpRelay::read);
    connect(m_client.get(), &QTcpSocket::disconnected, this, [this] {
        m_tick.stop();
        m_reply.reset();
    });
    connect(&m_tick, &QTimer::timeout, this, &HttpRelay::step);
    m_tick.start(tick);
    read();
}

HttpRelay::~HttpRelay()
{
    m_client->disconnect(this);
}

void HttpRelay::read()
{
    m_buffer += m_client->readAll();
    if (m_lost || m_closing || m_request)
        return;
    m_request = takeRequest();
    if (!m_request)
        return;
    m_headSent = m_mute = false;
    m_met = nullptr;
    m_asked.start();
    step();
}

std::optional<HttpRelay::Request> HttpRelay::takeRequest()
{
    const qsizetype end = m_buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return {};
    const QList<QByteArray> lines = m_buffer.first(end).split('\n');
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    Request request{first.value(0), first.value(1), {}, {}};
    qsizetype length = 0;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines[i].indexOf(':');
        const QByteArray name = lines[i].first(qMax<qsizetype>(colon, 0)).trimmed().toLower();
        const QByteArray value = lines[i].sliced(colon + 1).trimmed();
        if (name == "content-length")
            length = value.toLongLong();
        else if (name != "host" && name != "connection" && name != "accept-encoding")
            request.headers.append({name, value});
    }
    if (m_buffer.size() < end + 4 + length)
        return {};
    request.body = m_buffer.sliced(end + 4, length);
    m_buffer.remove(0, end + 4 + length);
    if (request.target.contains("watch=true"))
        request.what = Fault::Where::Watches;
    else if (request.target.contains("limit=1&") || request.target.endsWith("limit=1"))
        request.what = Fault::Where::Probes;
    request.ordinal = m_board.next(request.what);
    return request;
}

void HttpRelay::meet(const Fault *fault)
{
    if (fault && fault != m_met)
        m_board.struck(fault->kind);
    m_met = fault;
}

void HttpRelay::step()
{
    if (m_lost || m_client->state() != QAbstractSocket::ConnectedState)
        return;
    const Fault *fault = m_request ? m_board.on(m_request->what, m_request->ordinal) : nullptr;
    meet(fault);
    if (fault && strike(*fault))
        return;
    if (m_request && !m_reply && !m_mute) {
        const bool late = fault && fault->kind == Kind::Delay && m_asked.elapsed() < fault->amount;
        if (!late)
            send();
    }
    if (m_reply && isWatch())
        relayWatch(fault);
    else if (m_reply && m_reply->isFinished())
        relayWhole(fault);
    flush(fault);
}

//! What needs no answer of the server. True when there is nothing more to do now.
bool HttpRelay::strike(const Fault &fault)
{
    switch (fault.kind) {
    case Kind::Stall:
        return true;
    case Kind::Swallow:
        m_lost = true;
        m_reply.reset();
        return true;
    case Kind::Reset:
        resetConnection(*m_client);
        return true;
    case Kind::Finish:
        m_client->disconnectFromHost();
        return true;
    case Kind::Answer:
    case Kind::AnswerLater:
        if (m_headSent || m_mute)
            return false;
        m_reply.reset();
        answer(fault.amount, fault.kind == Kind::AnswerLater ? "Retry-After: 1\r\n" : "", statusObject(fault.amount),
            true);
        return false;
    case Kind::WatchError:
        openWatch();
        endWatch(R"({"type":"ERROR","object":)" + statusObject(fault.amount) + "}\n");
        return false;
    case Kind::SilentWatch:
        openWatch();
        m_mute = true;
        m_reply.reset();
        return false;
    case Kind::EndedWatch:
        openWatch();
        endWatch({});
        return false;
    case Kind::Delay:
    case Kind::Truncate:
    case Kind::Corrupt:
    case Kind::Drip:
    case Kind::CutBody:
    case Kind::BrokenFrame:
        return false;
    }
    return false;
}

void HttpRelay::send()
{
    QNetworkRequest request(QUrl(m_upstream.base.toString() + QString::fromLatin1(m_request->target)));
    request.setSslConfiguration(m_upstream.tls);
    request.setRawHeader("Accept-Encoding", "identity");
    for (const auto &[name, value] : std::as_const(m_request->headers))
        request.setRawHeader(name, value);
    m_reply.reset(m_manager.sendCustomRequest(request, m_request->method, m_request->body));
    connect(m_reply.get(), &QNetworkReply::metaDataChanged, this, &HttpRelay::step);
    connect(m_reply.get(), &QNetworkReply::readyRead, this, &HttpRelay::step);
    connect(m_reply.get(), &QNetworkReply::finished, this, &HttpRelay::step);
}

void HttpRelay::relayWatch(const Fault *fault)
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status != 0 && status != 200 && !m_reply->isFinished())
        return;
    if (status != 200 && m_reply->isFinished()) {
        relayWhole(fault);
        return;
    }
    if (status == 0)
        return;
    openWatch(m_reply->rawHeader("Content-Type"));
    const bool cuts = fault && fault->kind >= Kind::CutBody;
    QByteArray bytes = m_reply->readAll();
    if (fault && fault->kind == Kind::Corrupt && !bytes.isEmpty())
        bytes = corrupted(bytes);
    if (!bytes.isEmpty() && (cuts || (fault && fault->kind == Kind::Truncate))) {
        bytes.truncate(fault->amount % bytes.size());
        if (fault->kind == Kind::CutBody) {
            endWatch(bytes);
            return;
        }
        if (fault->kind == Kind::BrokenFrame) // announces more than will come
            m_down.push(QByteArray::number(bytes.size() + 100, 16) + "\r\n" + bytes);
        else
            chunk(bytes);
        m_closing = true;
        m_reply.reset();
        return;
    }
    chunk(bytes, fault && fault->kind == Kind::Delay ? fault->amount : 0);
    if (m_reply->isFinished() && m_reply->error() == QNetworkReply::NoError) {
        endWatch({});
    } else if (m_reply->isFinished()) {
        m_closing = true; // without the last chunk: it broke
        m_reply.reset();
    }
}

void HttpRelay::relayWhole(const Fault *fault)
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0) {
        m_client->disconnectFromHost();
        m_reply.reset();
        return;
    }
    QByteArray headers = "Content-Type: " + m_reply->rawHeader("Content-Type") + "\r\n";
    if (m_reply->hasRawHeader("Retry-After"))
        headers += "Retry-After: " + m_reply->rawHeader("Retry-After") + "\r\n";
    const QByteArray body = m_reply->readAll();
    m_reply.reset();
    const qsizetype cut = fault ? fault->amount % qMax<qsizetype>(1, body.size()) : 0;
    if (fault && fault->kind == Kind::Corrupt) {
        answer(status, headers, corrupted(body), true);
    } else if (fault && fault->kind == Kind::CutBody) {
        answer(status, headers, body.first(cut), true);
    } else if (fault && (fault->kind == Kind::BrokenFrame || fault->kind == Kind::Truncate)) {
        // Announced in full, or in chunks whose end does not come.
        if (fault->kind == Kind::BrokenFrame) {
            m_down.push("HTTP/1.1 " + QByteArray::number(status) + " Relayed\r\n" + headers
                + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body.first(cut));
        } else {
            answer(status, headers, body.first(cut), false);
        }
        m_closing = true;
        m_request.reset();
    } else {
        answer(status, headers, body, true);
    }
}

//! \a framed: with its length; else in one chunk, after which others should come.
void HttpRelay::answer(int status, const QByteArray &headers, const QByteArray &body, bool framed)
{
    m_down.push("HTTP/1.1 " + QByteArray::number(status) + " Relayed\r\n" + headers
        + (framed ? "Content-Length: " + QByteArray::number(body.size()) : QByteArray("Transfer-Encoding: chunked"))
        + "\r\n\r\n");
    if (framed)
        m_down.push(body);
    else
        chunk(body);
    if (framed)
        finishRequest();
}

void HttpRelay::chunk(const QByteArray &bytes, qint64 delay)
{
    if (!bytes.isEmpty())
        m_down.push(QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n", delay);
}

void HttpRelay::openWatch(const QByteArray &type)
{
    if (m_headSent)
        return;
    m_headSent = true;
    m_down.push("HTTP/1.1 200 Relayed\r\nContent-Type: " + type + "\r\nTransfer-Encoding: chunked\r\n\r\n");
}

void HttpRelay::endWatch(const QByteArray &lastWords)
{
    chunk(lastWords);
    m_down.push("0\r\n\r\n");
    m_reply.reset();
    finishRequest();
}

void HttpRelay::finishRequest()
{
    m_request.reset();
    if (!m_buffer.isEmpty())
        QMetaObject::invokeMethod(this, &HttpRelay::read, Qt::QueuedConnection);
}

void HttpRelay::flush(const Fault *fault)
{
    if (fault && fault->kind == Kind::Drip) {
        if (sender() == &m_tick)
            m_down.flush(*m_client, fault->amount);
    } else {
        m_down.flush(*m_client);
    }
    if (m_closing && m_down.isEmpty())
        m_client->disconnectFromHost();
}
