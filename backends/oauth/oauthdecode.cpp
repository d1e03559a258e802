// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/oauth/oauthdecode.h"

#include "backends/core/json.h"
#include "backends/http/failurestatus.h"

#include <QHostAddress>
#include <QSet>
#include <QUrlQuery>

#include <algorithm>
#include <cmath>

namespace OAuth {

namespace {

constexpr qsizetype longestToken = 64 * 1024;
constexpr qsizetype longestUserCode = 64;
constexpr double longestLifetime = 10.0 * 366 * 86400;
constexpr std::chrono::seconds clockSkew{60};

QUrl endpoint(Json::Value value)
{
    const QUrl url(Json::text(value), QUrl::StrictMode);
    if (!trustworthy(url))
        Json::reject(QStringLiteral("an endpoint is not an https address"));
    return url;
}

//! What goes into a header must not be able to end it.
QString token(Json::Value value)
{
    const std::string_view utf8 = Json::view(value);
    const bool plain = std::all_of(utf8.begin(), utf8.end(), [](char c) { return c > ' ' && c < 0x7f; });
    if (!plain || utf8.size() > longestToken)
        Json::reject(QStringLiteral("a token has characters that no token has, or is too long"));
    return QString::fromLatin1(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

//! Numbers by the standards; some providers quote them.
double number(Json::Value value)
{
    const std::string_view digits = Json::scalar(value);
    bool ok = false;
    const double number = QByteArrayView(digits.data(), static_cast<qsizetype>(digits.size())).toDouble(&ok);
    if (!ok || !std::isfinite(number))
        Json::reject(QStringLiteral("a time is not a number"));
    return number;
}

std::chrono::seconds duration(Json::Value value)
{
    return std::chrono::seconds(static_cast<qint64>(qBound(0.0, number(value), longestLifetime)));
}

QDateTime moment(Json::Value value)
{
    constexpr double year9999 = 253402300799.0;
    return QDateTime::fromSecsSinceEpoch(static_cast<qint64>(qBound(0.0, number(value), year9999)), Qt::UTC);
}

Error malformed(const QString &detail)
{
    return Error{Error::Kind::Malformed, 0, detail, {}, {}};
}

template <typename Value>
Result<Value> outcome(const Result<void> &parsed, Value value)
{
    if (!parsed)
        return parsed.error();
    return value;
}

void readAuthMethods(Json::Value value, Metadata &metadata)
{
    bool basic = false;
    bool post = false;
    Json::eachElement(value, [&](Json::Value method) {
        const std::string_view name = Json::view(method);
        basic = basic || name == "client_secret_basic";
        post = post || name == "client_secret_post";
    });
    metadata.secretInBody = post && !basic;
}

QByteArray segment(const QByteArray &text)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        text, QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals | QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? decoded.decoded : QByteArray();
}

void readAudience(Json::Value value, QStringList &audience)
{
    if (value.type() == simdjson::ondemand::json_type::array)
        Json::eachElement(value, [&](Json::Value one) { audience.append(Json::text(one)); });
    else
        audience.append(Json::text(value));
}

Result<void> readClaims(const QByteArray &json, IdToken &claims)
{
    return Json::parse(json, [&](Json::Object root) {
        Json::eachField(root, [&](Json::Key key, Json::Value value) {
            if (key == "iss")
                claims.issuer = Json::text(value);
            else if (key == "sub")
                claims.subject = Json::text(value);
            else if (key == "aud")
                readAudience(value, claims.audience);
            else if (key == "azp")
                claims.authorizedParty = Json::text(value);
            else if (key == "nonce")
                claims.nonce = Json::text(value);
            else if (key == "exp")
                claims.expires = moment(value);
            else if (key == "iat")
                claims.issuedAt = moment(value);
        });
    });
}

} // namespace

bool trustworthy(const QUrl &endpoint)
{
    if (!endpoint.isValid() || endpoint.host().isEmpty() || endpoint.hasFragment() || !endpoint.userInfo().isEmpty())
        return false;
    if (endpoint.scheme() == QLatin1String("https"))
        return true;
    const QString host = endpoint.host();
    return endpoint.scheme() == QLatin1String("http")
        && (host == QLatin1String("localhost") || QHostAddress(host).isLoopback());
}

Result<Metadata> decodeMetadata(QByteArrayView bytes, const QString &issuer)
{
    Metadata metadata;
    const auto parsed = Json::parse(bytes, [&](Json::Object root) {
        Json::eachField(root, [&](Json::Key key, Json::Value value) {
            if (key == "issuer")
                metadata.issuer = Json::text(value);
            else if (key == "authorization_endpoint")
                metadata.authorization = endpoint(value);
            else if (key == "token_endpoint")
                metadata.token = endpoint(value);
            else if (key == "device_authorization_endpoint")
                metadata.deviceAuthorization = endpoint(value);
            else if (key == "authorization_response_iss_parameter_supported")
                metadata.issuerInRedirect = !Json::isNull(value) && bool(value.get_bool());
            else if (key == "token_endpoint_auth_methods_supported")
                readAuthMethods(value, metadata);
        });
    });
    if (!parsed)
        return parsed.error();
    if (metadata.issuer != issuer)
        return malformed(plainDetail(QString(u"the issuer calls itself " + metadata.issuer)));
    if (metadata.token.isEmpty())
        return malformed(QStringLiteral("the issuer has no token endpoint"));
    return metadata;
}

Result<Tokens> decodeTokens(QByteArrayView bytes)
{
    Tokens tokens;
    QString type;
    const auto parsed = Json::parse(bytes, [&](Json::Object root) {
        Json::eachField(root, [&](Json::Key key, Json::Value value) {
            if (key == "access_token")
                tokens.access = token(value);
            else if (key == "id_token")
                tokens.id = token(value);
            else if (key == "refresh_token")
                tokens.refresh = token(value);
            else if (key == "token_type")
                type = Json::text(value);
            else if (key == "expires_in" && !Json::isNull(value))
                tokens.lifetime = duration(value);
        });
    });
    if (!parsed)
        return parsed.error();
    if (tokens.access.isEmpty())
        return malformed(QStringLiteral("the answer has no access_token"));
    if (type.compare(QLatin1String("bearer"), Qt::CaseInsensitive) != 0)
        return malformed(QStringLiteral("the token is not of the type Bearer"));
    return tokens;
}

Result<DeviceCode> decodeDeviceCode(QByteArrayView bytes)
{
    DeviceCode device;
    QUrl complete;
    const auto parsed = Json::parse(bytes, [&](Json::Object root) {
        Json::eachField(root, [&](Json::Key key, Json::Value value) {
            if (key == "device_code")
                device.code = token(value);
            else if (key == "user_code")
                device.userCode = plainDetail(Json::text(value)).left(longestUserCode);
            else if (key == "verification_uri" || key == "verification_url")
                device.page = endpoint(value);
            else if (key == "verification_uri_complete" && !Json::isNull(value))
                complete = endpoint(value);
            else if (key == "expires_in")
                device.lifetime = duration(value);
            else if (key == "interval" && !Json::isNull(value))
                device.interval = std::max(std::chrono::seconds(1), duration(value));
        });
    });
    if (parsed && (device.code.isEmpty() || device.userCode.isEmpty() || device.page.isEmpty()))
        return malformed(QStringLiteral("the answer has no code, or no address to type it at"));
    // An address elsewhere than the plain one would be a trick.
    if (!complete.isEmpty() && complete.host() == device.page.host())
        device.page = complete;
    return outcome(parsed, device);
}

Error refusal(const QString &code, const QString &description)
{
    const QString word = plainDetail(code);
    Error error{Error::Kind::LoginRefused, 0, plainDetail(description.isEmpty() ? code : description), {}, {}};
    error.facts.append({Error::Fact::Kind::Output, word});
    return error;
}

Error decodeRefusal(int status, QByteArrayView body)
{
    QString code;
    QString description;
    const auto parsed = Json::parse(body, [&](Json::Object root) {
        Json::eachField(root, [&](Json::Key key, Json::Value value) {
            if (key == "error")
                code = Json::text(value);
            else if (key == "error_description")
                description = Json::text(value);
        });
    });
    Error error{Http::kindOfStatus(status), status, {}, {}, {}};
    // These kinds are about the cluster that the token is for; here the provider itself says no.
    if (error.kind == Error::Kind::Unauthorized || error.kind == Error::Kind::Forbidden)
        error.kind = Error::Kind::LoginRefused;
    if (!parsed || code.isEmpty() || error.kind == Error::Kind::Server || error.kind == Error::Kind::RateLimited)
        return error;
    error = refusal(code, description);
    error.httpStatus = status;
    return error;
}

QString refusalCode(const Error &error)
{
    return error.kind == Error::Kind::LoginRefused && !error.facts.isEmpty() ? error.facts.first().text : QString();
}

Result<IdToken> decodeIdToken(const QString &token)
{
    const QList<QByteArray> parts = token.toLatin1().split('.');
    if (token.size() > longestToken || parts.size() != 3)
        return malformed(QStringLiteral("the ID token is no signed JWT"));
    QString algorithm;
    const auto header = Json::parse(segment(parts.at(0)), [&](Json::Object root) {
        Json::eachField(root, [&](Json::Key key, Json::Value value) {
            if (key == "alg")
                algorithm = Json::text(value);
        });
    });
    if (!header || algorithm.isEmpty() || algorithm.compare(QLatin1String("none"), Qt::CaseInsensitive) == 0)
        return malformed(QStringLiteral("the ID token is not signed"));
    IdToken claims;
    // What simdjson says has no part of the text in it, so no claim gets into an error.
    if (const auto read = readClaims(segment(parts.at(1)), claims); !read)
        return read.error();
    if (claims.issuer.isEmpty() || claims.audience.isEmpty() || !claims.expires.isValid())
        return malformed(QStringLiteral("the ID token lacks iss, aud or exp"));
    return claims;
}

std::optional<Error> objection(const IdToken &token, const ExpectedIdToken &expected, const QDateTime &now)
{
    const auto no = [](const QString &why) { return refusal(QStringLiteral("id_token"), why); };
    if (token.issuer != expected.issuer)
        return no(u"the ID token is from " + token.issuer);
    if (!token.audience.contains(expected.clientId))
        return no(QStringLiteral("the ID token is for somebody else"));
    if (token.audience.size() > 1 && token.authorizedParty.isEmpty())
        return no(QStringLiteral("the ID token is for several and does not say who asked for it"));
    if (!token.authorizedParty.isEmpty() && token.authorizedParty != expected.clientId)
        return no(QStringLiteral("the ID token was asked for by somebody else"));
    if (token.expires.addSecs(clockSkew.count()) <= now)
        return no(QStringLiteral("the ID token has expired; is this machine's clock right?"));
    if (token.issuedAt.isValid() && token.issuedAt > now.addSecs(clockSkew.count()))
        return no(QStringLiteral("the ID token is from the future; is this machine's clock right?"));
    if (!expected.nonce.isEmpty() && token.nonce != expected.nonce)
        return no(QStringLiteral("the ID token belongs to another login"));
    if (!expected.subject.isEmpty() && token.subject != expected.subject)
        return no(QStringLiteral("the ID token is about another person"));
    return {};
}

Result<Redirect> decodeRedirect(QByteArrayView head, QByteArrayView path)
{
    const QByteArray line = head.first(std::max<qsizetype>(0, head.indexOf('\r'))).toByteArray();
    const QList<QByteArray> words = line.split(' ');
    if (words.size() != 3 || words.at(0) != "GET" || !words.at(2).startsWith("HTTP/1."))
        return Error{Error::Kind::NotFound, 0, {}, {}, {}};
    QByteArray target = words.at(1);
    const qsizetype mark = target.indexOf('?');
    if (mark < 0 || QByteArrayView(target).first(mark) != path)
        return Error{Error::Kind::NotFound, 0, {}, {}, {}};
    target.replace('+', "%20"); // providers encode as forms do
    const QUrlQuery query(QString::fromLatin1(target.sliced(mark + 1)));
    Redirect redirect;
    QSet<QString> seen;
    for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded)) {
        if (seen.contains(name))
            return malformed(QStringLiteral("a parameter is there twice"));
        seen.insert(name);
        if (name == QLatin1String("code"))
            redirect.code = value;
        else if (name == QLatin1String("state"))
            redirect.state = value;
        else if (name == QLatin1String("iss"))
            redirect.issuer = value;
        else if (name == QLatin1String("error"))
            redirect.error = value;
        else if (name == QLatin1String("error_description"))
            redirect.description = value;
    }
    if (redirect.code.isEmpty() == redirect.error.isEmpty())
        return malformed(QStringLiteral("there is neither a code nor an error"));
    return redirect;
}

std::optional<Error> objection(const Tokens &tokens, const ExpectedIdToken &expected, const QDateTime &now)
{
    if (tokens.id.isEmpty())
        return {};
    const auto claims = decodeIdToken(tokens.id);
    return claims ? objection(*claims, expected, now) : std::optional(claims.error());
}

} // namespace OAuth
