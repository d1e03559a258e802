// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/networktransport.h"

#include "backends/http/networkerror.h"

#include <QHttp2Configuration>
#include <QNetworkReply>
#include <QPointer>
#include <QSysInfo>
#include <QThread>

namespace Http {

namespace {

constexpr qint64 maxFailureBody = 64 * 1024;

QByteArray userAgent()
{
    // A name that starts with "Mozilla", Qt's own, makes an API server indent its JSON: 58 % more bytes.
    return QByteArrayLiteral("pilothouse/" PILOTHOUSE_VERSION " (")
        + (QSysInfo::kernelType() + u'/' + QSysInfo::buildCpuArchitecture()).toLatin1() + ')';
}

QHttp2Configuration receiveWindows()
{
    QHttp2Configuration configuration;
    configuration.setStreamReceiveWindowSize(32 * 1024 * 1024);
    configuration.setSessionReceiveWindowSize(64 * 1024 * 1024);
    return configuration;
}

struct ReplyDeleter
{
    void operator()(QNetworkReply *reply) const
    {
        reply->disconnect();
        reply->abort();
        reply->deleteLater(); // Qt forbids deleting a reply inside its own signals
    }
};

} // namespace

//! One request on its way, of either kind: timers, certificate errors and the end are the same for both.
class NetworkCall final : public QObject, public Call
{
    Q_OBJECT

public:
    NetworkCall(NetworkTransport &transport, const Request &request, Transport::Done done)
        : m_transport(transport), m_request(request), m_done(std::move(done))
    {
    }
    NetworkCall(NetworkTransport &transport, const Request &request, Transport::StreamEvents events)
        : m_transport(transport), m_request(request), m_events(std::move(events)), m_streaming(true)
    {
    }

    void start();

private:
    using Ends = std::optional<Error>;

    NetworkTransport &m_transport;
    Request m_request;
    Transport::Done m_done;
    Transport::StreamEvents m_events;
    bool m_streaming = false;
    bool m_opened = false;
    std::unique_ptr<Call> m_login;
    std::unique_ptr<QNetworkReply, ReplyDeleter> m_reply;
    QList<QSslError> m_tlsErrors;
    QByteArray m_body;
    qint64 m_handedOn = 0;
    std::unique_ptr<Alarm> m_silence;
    std::unique_ptr<Alarm> m_deadline;

    void dispatch(const Grant &grant);
    void failLater(const Error &error);
    void armSilence();
    void readHead();
    void readBody();
    bool deliver();
    [[nodiscard]] bool handsOn() const { return m_streaming || m_request.onBytes; }
    void finish();
    void giveUp(Error::Kind kind, const QString &detail);
    void end(const Ends &error);
    [[nodiscard]] int status() const;
    [[nodiscard]] bool failed() const { return status() != 0 && (status() < 200 || status() >= 300); }
    [[nodiscard]] Error failure() const;
    [[nodiscard]] Error brokenConnection() const;
};

void NetworkCall::start()
{
    connect(&m_transport, &NetworkTransport::connectionsDropped, this,
        [this] { giveUp(Error::Kind::ConnectionLost, QStringLiteral("the connection was given up")); });
    if (!m_transport.secure()) { // credentials go over TLS only
        dispatch({});
        return;
    }
    m_login = m_transport.m_credentials->obtain([this](const Result<Grant> &grant) {
        if (grant)
            dispatch(*grant);
        else
            failLater(grant.error());
    });
}

void NetworkCall::dispatch(const Grant &grant)
{
    const auto prepared = m_transport.prepare(m_request, grant);
    if (!prepared) {
        failLater(prepared.error());
        return;
    }
    QNetworkAccessManager &manager = m_streaming ? *m_transport.m_streams : *m_transport.m_requests;
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
    armSilence();
    if (!m_streaming) {
        m_deadline = m_transport.m_clock.after(m_request.deadline.value_or(Request::usualDeadline),
            [this] { giveUp(Error::Kind::Timeout, QStringLiteral("the answer is not complete")); });
    }
}

void NetworkCall::failLater(const Error &error)
{
    m_silence = m_transport.m_clock.after(std::chrono::milliseconds(0), [this, error] { end(error); });
}

void NetworkCall::armSilence()
{
    m_silence = m_transport.m_clock.after(
        m_request.silence.value_or(Request::usualSilence), [this] { giveUp(Error::Kind::Timeout, {}); });
}

void NetworkCall::readHead()
{
    if (!m_streaming || m_opened || status() == 0 || failed())
        return;
    m_opened = true;
    if (m_request.endless)
        m_silence.reset(); // an idle stream is in order: whoever opened it knows how often it must speak
    if (const auto opened = m_events.opened)
        opened();
}

void NetworkCall::readBody()
{
    if (!m_opened || !m_request.endless)
        armSilence();
    const qint64 limit = failed() ? maxFailureBody : m_request.sizeLimit;
    if (handsOn() && !failed()) {
        deliver();
        return;
    }
    m_body += m_reply->readAll();
    if (m_body.size() > limit && failed())
        m_body.truncate(maxFailureBody);
    else if (m_body.size() > limit)
        giveUp(Error::Kind::TooLarge, QStringLiteral("more than %1 bytes").arg(limit));
}

//! Hands on what has come in. Callbacks may destroy this call: they run from copies, and nothing is touched after them.
bool NetworkCall::deliver()
{
    const QPointer<NetworkCall> alive(this);
    readHead();
    if (!alive || !m_reply)
        return false;
    const QByteArray bytes = m_reply->readAll();
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
    return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
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
        m_body += m_reply->readAll();
    }
    if (failed()) {
        if (status() == 401)
            m_transport.m_credentials->rejected();
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

void NetworkCall::giveUp(Error::Kind kind, const QString &detail)
{
    end(Error{kind, 0, detail, m_transport.m_server.name(), {}});
}

void NetworkCall::end(const Ends &error)
{
    m_silence.reset();
    m_deadline.reset();
    const int statusCode = m_reply ? status() : 0;
    const QByteArray type = m_reply ? m_reply->header(QNetworkRequest::ContentTypeHeader).toByteArray() : QByteArray();
    m_reply.reset();
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

NetworkTransport::NetworkTransport(
    Server server, std::unique_ptr<Credentials> credentials, const Clock &clock, QObject *parent)
    : QObject(parent), m_server(std::move(server)), m_credentials(std::move(credentials)), m_clock(clock),
      m_requests(makeManager()), m_streams(makeManager())
{
}

NetworkTransport::~NetworkTransport() = default;

std::unique_ptr<Call> NetworkTransport::send(const Request &request, Done done)
{
    Q_ASSERT(QThread::currentThread() == thread());
    auto call = std::make_unique<NetworkCall>(*this, request, std::move(done));
    call->start();
    return call;
}

std::unique_ptr<Call> NetworkTransport::stream(const Request &request, StreamEvents events)
{
    Q_ASSERT(QThread::currentThread() == thread());
    auto call = std::make_unique<NetworkCall>(*this, request, std::move(events));
    call->start();
    return call;
}

void NetworkTransport::reconnect()
{
    Q_ASSERT(QThread::currentThread() == thread());
    Q_EMIT connectionsDropped();
    renewManagers();
    m_tls.reset();
}

void NetworkTransport::renewManagers()
{
    // Managers may be further up the stack when a reply's signal leads here, so they go with the event loop.
    m_requests.release()->deleteLater();
    m_streams.release()->deleteLater();
    m_requests = makeManager();
    m_streams = makeManager();
}

std::unique_ptr<QNetworkAccessManager> NetworkTransport::makeManager() const
{
    auto manager = std::make_unique<QNetworkAccessManager>();
    manager->setProxy(m_server.proxy);
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    manager->setAutoDeleteReplies(false);
    return manager;
}

//! A certificate that came with the credentials takes the place of the settings'. Connections made with another one
//! speak for somebody else: they serve what is under way and nothing new.
std::optional<Error> NetworkTransport::prepareTls(const Grant &grant)
{
    if (m_tls && grant.certificate == m_grantedCertificate)
        return {};
    TlsSettings settings = m_server.tls;
    if (!grant.certificate.isEmpty()) {
        settings.certificateData = grant.certificate;
        settings.keyData = grant.key;
    }
    const auto tls = tlsConfiguration(settings, m_clock.now());
    if (!tls)
        return tls.error();
    if (m_tls)
        renewManagers();
    m_tls = *tls;
    m_grantedCertificate = grant.certificate;
    return {};
}

Result<QNetworkRequest> NetworkTransport::prepare(const Request &request, const Grant &grant)
{
    if (secure()) {
        if (const auto error = prepareTls(grant))
            return *error;
    }
    QUrl url = m_server.base;
    QString prefix = url.path();
    while (prefix.endsWith(u'/'))
        prefix.chop(1);
    url.setPath(prefix + request.path);
    url.setQuery(request.query);
    url.setUserInfo({});

    QNetworkRequest prepared(url);
    if (secure())
        prepared.setSslConfiguration(*m_tls);
    if (!m_server.tls.verifyName.isEmpty())
        prepared.setPeerVerifyName(m_server.tls.verifyName);
    prepared.setHttp2Configuration(receiveWindows());
    prepared.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    // Lists pack better than 40:1, which Qt takes for an attack; the size of what is unpacked is bounded in
    // NetworkCall.
    prepared.setDecompressedSafetyCheckThreshold(-1);
    prepared.setRawHeader("User-Agent", userAgent());
    prepared.setRawHeader("Accept", request.accept);
    if (!m_server.compression)
        prepared.setRawHeader("Accept-Encoding", "identity");
    if (!request.contentType.isEmpty())
        prepared.setRawHeader("Content-Type", request.contentType);
    for (const auto &[name, value] : grant.headers)
        prepared.setRawHeader(name, value);
    return prepared;
}

} // namespace Http

#include "networktransport.moc"
