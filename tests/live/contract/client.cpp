// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/live/contract/client.h"

#include "tests/live/contract/target.h"

#include <QEventLoop>
#include <QSslConfiguration>
#include <QTest>

#include <algorithm>

namespace Contract {

namespace {

std::string lower(const QByteArray &name)
{
    return name.toLower().toStdString();
}

Reply taken(std::string request, QNetworkReply &reply)
{
    Reply taken{std::move(request), reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), {}, {}, {}};
    for (const auto &[name, value] : reply.rawHeaderPairs())
        taken.headers[lower(name)] = value.toStdString();
    if (reply.isOpen())
        taken.body = reply.readAll().toStdString();
    if (taken.status == 0)
        taken.body = reply.errorString().toStdString();
    taken.json = Json::parse(taken.body, nullptr, false);
    if (taken.json.is_discarded())
        taken.json = nullptr;
    return taken;
}

} // namespace

std::string encoded(const std::string &text)
{
    return QUrl::toPercentEncoding(QString::fromStdString(text)).toStdString();
}

Watch::Watch(std::string request, const QNetworkRequest &prepared)
    : m_request(std::move(request)), m_reply(m_connection.get(prepared))
{
    QObject::connect(m_reply.get(), &QNetworkReply::readyRead, m_reply.get(), [this] { read(); });
    QObject::connect(m_reply.get(), &QNetworkReply::finished, m_reply.get(), [this] { read(); });
}

Watch::~Watch()
{
    m_reply->disconnect();
    m_reply->abort();
}

void Watch::read()
{
    if (m_reply->isOpen())
        m_rest += m_reply->readAll();
    for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n')) {
        Json event = Json::parse(m_rest.begin(), m_rest.begin() + end, nullptr, false);
        m_events.push_back(event.is_discarded() ? Json(m_rest.left(end).toStdString()) : std::move(event));
        m_rest.remove(0, end + 1);
    }
}

bool Watch::ended() const
{
    return m_reply->isFinished();
}

bool Watch::until(const std::function<bool(const std::vector<Json> &)> &enough, int milliseconds) const
{
    return QTest::qWaitFor([&] { return enough(m_events); }, milliseconds);
}

bool Watch::untilCount(size_t count, int milliseconds) const
{
    return until([count](const auto &events) { return events.size() >= count; }, milliseconds);
}

bool Watch::untilEnded(int milliseconds) const
{
    return QTest::qWaitFor([this] { return ended(); }, milliseconds);
}

std::string Watch::told() const
{
    std::string told;
    for (const Json &event : m_events)
        told += (told.empty() ? "" : ", ") + textAt(event, "/type") + ' ' + textAt(event, "/object/metadata/name");
    return told;
}

Reply Watch::reply() const
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return {m_request, status, {}, told(), Json{{"events", m_events}, {"told", told()}}};
}

Client::Client(const Target &target)
    : m_target(&target), m_connections(std::make_shared<QNetworkAccessManager>()), m_token(target.token()),
      m_who("admin")
{
}

Client Client::as(const std::string &user, const std::string &group) const
{
    Client other = with("Impersonate-User", user);
    if (!group.empty())
        other = other.with("Impersonate-Group", group);
    other.m_who = user;
    return other;
}

Client Client::withToken(std::string token) const
{
    Client other = *this;
    // Connections are not shared: a server may remember whom it met on one.
    other.m_connections = std::make_shared<QNetworkAccessManager>();
    other.m_who = token.empty() ? "nobody" : "somebody with another token";
    other.m_token = std::move(token);
    return other;
}

Client Client::with(std::string header, std::string value) const
{
    Client other = *this;
    other.m_headers.emplace_back(std::move(header), std::move(value));
    return other;
}

QNetworkRequest Client::prepared(const std::string &path) const
{
    QNetworkRequest request(QUrl::fromEncoded(QByteArray::fromStdString(m_target->server() + path)));
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(QSslCertificate::fromData(m_target->authorities()));
    request.setSslConfiguration(tls);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    if (!m_token.empty())
        request.setRawHeader("Authorization", QByteArray::fromStdString("Bearer " + m_token));
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("User-Agent", "contract/1.0 (test)");
    for (const auto &[name, value] : m_headers)
        request.setRawHeader(QByteArray::fromStdString(name), QByteArray::fromStdString(value));
    return request;
}

std::string Client::told(const std::string &method, const std::string &path, const std::string &body) const
{
    std::string told = '[' + m_target->name() + "] " + m_who + ": " + method + ' ' + path;
    for (const auto &[name, value] : m_headers) {
        if (!name.starts_with("Impersonate-User"))
            told += " (" + name + ": " + value + ')';
    }
    if (!body.empty() && body != "{}")
        told += ' ' + (body.size() > 400 ? body.substr(0, 400) + "..." : body);
    return told;
}

Reply Client::send(
    const std::string &method, const std::string &path, const std::string &body, const std::string &contentType) const
{
    QNetworkRequest request = prepared(path);
    request.setTransferTimeout(20000);
    if (!body.empty())
        request.setRawHeader("Content-Type", QByteArray::fromStdString(contentType));
    const std::unique_ptr<QNetworkReply> reply(
        m_connections->sendCustomRequest(request, QByteArray::fromStdString(method), QByteArray::fromStdString(body)));
    // QTest's own ways of waiting look every ten milliseconds, or not at all once a test has failed.
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished())
        loop.exec();
    return taken(told(method, path, body), *reply);
}

Reply Client::until(const std::string &path, const std::function<bool(const Reply &)> &enough, int milliseconds) const
{
    Reply reply;
    (void)QTest::qWaitFor(
        [&] {
            reply = get(path);
            return enough(reply);
        },
        milliseconds);
    return reply;
}

std::unique_ptr<Watch> Client::watch(const std::string &pathAndQuery) const
{
    return std::make_unique<Watch>(told("GET", pathAndQuery, {}), prepared(pathAndQuery));
}

} // namespace Contract
