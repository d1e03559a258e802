// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/networktransport.h"

#include "backends/http/networkcall.h"

#include <QHttp2Configuration>
#include <QSslCertificate>
#include <QSysInfo>
#include <QThread>

#include <algorithm>
#include <utility>

namespace Http {

namespace {

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

bool holdsControlCharacter(const QByteArray &text)
{
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto code = static_cast<unsigned char>(c);
        return (code < 0x20 && c != '\t') || code == 0x7f;
    });
}

bool isHeaderName(const QByteArray &name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

QDateTime expiryOf(const QSslCertificate &certificate)
{
    return certificate.isNull() ? QDateTime() : certificate.expiryDate().toUTC();
}

} // namespace

//! A login that a person asked for.
class NetworkTransport::Login final : public Call
{
public:
    Login(NetworkTransport &transport, std::function<void(Result<void>)> ready)
        : m_transport(transport), m_ready(std::move(ready))
    {
    }
    ~Login() override { over(); }

    void start()
    {
        auto call = m_transport.m_credentials->obtain([this](const Result<Grant> &grant) {
            over();
            const Result<void> outcome = grant ? Result<void>() : Result<void>(grant.error());
            m_later = m_transport.m_clock.after(std::chrono::milliseconds(0), [this, outcome] {
                const auto ready = std::move(m_ready); // it may destroy this
                ready(outcome);
            });
        });
        if (!call)
            return;
        m_call = std::move(call);
        m_counted = true;
        m_transport.countLogins(+1);
    }

private:
    NetworkTransport &m_transport;
    std::function<void(Result<void>)> m_ready;
    bool m_counted = false;
    std::unique_ptr<Call> m_call;
    std::unique_ptr<Alarm> m_later;

    void over()
    {
        if (std::exchange(m_counted, false))
            m_transport.countLogins(-1);
    }
};

bool sameProof(const Grant &one, const Grant &other)
{
    return one.headers == other.headers && one.certificate == other.certificate && one.key == other.key;
}

NetworkTransport::NetworkTransport(
    Server server, std::unique_ptr<Credentials> credentials, const Clock &clock, QObject *parent)
    : QObject(parent), m_server(std::move(server)), m_credentials(std::move(credentials)), m_clock(clock),
      m_requests(makeLane()), m_streams([this] { return makeLane(); })
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
    renewLanes();
    m_tls.reset();
    m_noRefreshUntil.reset();
}

TransportStatus NetworkTransport::status() const
{
    TransportStatus status;
    status.protocol = m_protocol;
    status.serverCertificateExpires = m_serverCertificateExpires;
    status.clientCertificateExpires = m_clientCertificateExpires;
    status.bytesReceived = m_bytesReceived;
    status.parallel = m_http2 ? static_cast<int>(StreamLanes::overHttp2) : connectionsOverHttp1;
    if (secure()) {
        status.credentialsExpire = m_credentials->expires();
        status.canLogIn = m_credentials->canLogIn();
        status.loggingIn = m_logins > 0;
        status.prompt = m_credentials->prompt();
        status.loginRemembered = m_credentials->remembered();
    }
    return status;
}

std::unique_ptr<Call> NetworkTransport::logIn(std::function<void(Result<void>)> ready)
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (!secure())
        return {};
    m_noRefreshUntil.reset();
    m_credentials->logInAgain();
    auto login = std::make_unique<Login>(*this, std::move(ready));
    login->start();
    return login;
}

void NetworkTransport::countLogins(int change)
{
    m_logins += change;
    if (m_loginListener)
        m_loginListener();
}

bool NetworkTransport::reject(const Grant &grant)
{
    if (m_lastGrant && !sameProof(*m_lastGrant, grant))
        return true; // there is a newer one already
    if (m_refreshing)
        return true; // somebody else was refused, too, and has asked
    const auto now = m_clock.elapsed();
    if (m_noRefreshUntil && now < *m_noRefreshUntil)
        return false;
    m_noRefreshUntil = now + refreshPause;
    m_refreshing = true;
    m_credentials->rejected();
    return true;
}

void NetworkTransport::learnFrom(const QNetworkReply &reply, ConnectionLane &lane)
{
    lane.http2 = reply.attribute(QNetworkRequest::Http2WasUsedAttribute).toBool();
    if (m_protocol.isEmpty() || m_http2 != lane.http2) {
        m_http2 = lane.http2;
        m_protocol = m_http2 ? QStringLiteral("HTTP/2") : QStringLiteral("HTTP/1.1");
    }
    if (secure() && !m_serverCertificateExpires.isValid())
        m_serverCertificateExpires = expiryOf(reply.sslConfiguration().peerCertificate());
}

void NetworkTransport::doubt(const std::shared_ptr<ConnectionLane> &lane)
{
    lane->doubted = true;
    if (lane == m_requests)
        m_requests = makeLane();
}

void NetworkTransport::renewLanes()
{
    m_requests = makeLane();
    m_streams.abandon();
    m_serverCertificateExpires = {}; // the next connection may meet a renewed one
}

std::shared_ptr<ConnectionLane> NetworkTransport::makeLane() const
{
    auto manager = std::make_unique<QNetworkAccessManager>();
    manager->setProxy(m_server.proxy);
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    manager->setAutoDeleteReplies(false);
    auto lane = std::make_shared<ConnectionLane>();
    lane->manager.reset(manager.release());
    return lane;
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
        renewLanes();
    m_tls = *tls;
    m_clientCertificateExpires = expiryOf(tls->localCertificate());
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
    if (!m_server.wantsPacked())
        prepared.setRawHeader("Accept-Encoding", "identity");
    if (!request.contentType.isEmpty())
        prepared.setRawHeader("Content-Type", request.contentType);
    for (const auto &[name, value] : request.headers) {
        if (!isHeaderName(name) || holdsControlCharacter(value))
            return Error{Error::Kind::Configuration, 0,
                QStringLiteral("a header of the request would hold a control character"), m_server.name(), {}};
        if (!prepared.hasRawHeader(name))
            prepared.setRawHeader(name, value);
    }
    if (const auto error = addHeaders(prepared, grant))
        return *error;
    m_lastGrant = grant;
    return prepared;
}

//! QNetworkRequest keeps one value a name, and some names come more than once: Impersonate-Group, once for each group
//! (kubernetes.io, "User impersonation"). Over HTTP/1.1 Qt writes a value as it is, so that a line break in it begins
//! the next header; HTTP/2 has no lines, so it is switched off for such requests. What comes from outside is checked
//! for line breaks first.
std::optional<Error> NetworkTransport::addHeaders(QNetworkRequest &request, const Grant &grant) const
{
    const auto unusable = [this](Error::Kind kind, const QString &why) {
        return Error{kind, 0, why, m_server.name(), {}};
    };
    QList<QPair<QByteArray, QByteArray>> joined;
    for (const auto &[name, value] : grant.headers) {
        if (!isHeaderName(name) || holdsControlCharacter(value))
            return unusable(Error::Kind::Configuration,
                QStringLiteral("the header %1 would hold a control character")
                    .arg(plainDetail(QString::fromLatin1(name))));
        const auto same = std::find_if(joined.begin(), joined.end(),
            [&name](const auto &entry) { return entry.first.compare(name, Qt::CaseInsensitive) == 0; });
        if (same == joined.end()) {
            joined.append({name, value});
            continue;
        }
        same->second += "\r\n" + name + ": " + value;
        request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    }
    for (const auto &[name, value] : std::as_const(joined)) {
        request.setRawHeader(name, value);
        if (request.rawHeader(name) != value) // later versions of Qt may refuse it
            return unusable(Error::Kind::Unsupported,
                QStringLiteral("this version of Qt cannot send the header %1 more than once")
                    .arg(QString::fromLatin1(name)));
    }
    return {};
}

} // namespace Http
