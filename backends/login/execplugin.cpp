// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/login/execplugin.h"

#include "backends/core/json.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace Login {

namespace {

constexpr qint64 longestAuthority = 4 * 1024 * 1024;
constexpr qsizetype shortestSecret = 4; // anything shorter would be found in every other word

bool namesASecret(const QString &name)
{
    static const QRegularExpression words(
        QStringLiteral("secret|token|passw|credential|api-?_?key|access-?_?key|private-?_?key|assertion"),
        QRegularExpression::CaseInsensitiveOption);
    return words.match(name).hasMatch();
}

QString quoted(const QString &word)
{
    static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z0-9_@%+=:,./…-]+\\z"));
    if (plain.match(word).hasMatch())
        return word;
    return u'\'' + QString(word).replace(u'\'', QLatin1String("'\\''")) + u'\'';
}

//! The secret in each argument: behind "=" of an option, or the whole of what follows one. Empty where there is none.
QStringList secretParts(const QStringList &arguments)
{
    QStringList parts;
    bool next = false;
    for (const QString &argument : arguments) {
        const qsizetype equals = argument.indexOf(u'=');
        const bool isOption = argument.startsWith(u'-');
        if (equals > 0 && namesASecret(argument.left(equals)))
            parts.append(argument.mid(equals + 1));
        else
            parts.append(next && !isOption ? argument : QString());
        next = isOption && equals < 0 && namesASecret(argument);
    }
    return parts;
}

QByteArray authorityOf(const ExecCluster &cluster)
{
    if (!cluster.authorityData.isEmpty() || cluster.authorityFile.isEmpty())
        return cluster.authorityData;
    QFile file(cluster.authorityFile);
    return file.open(QIODevice::ReadOnly) ? file.read(longestAuthority) : QByteArray();
}

QJsonObject clusterObject(const ExecCluster &cluster)
{
    QJsonObject object{{QStringLiteral("server"), cluster.server}};
    if (!cluster.tlsServerName.isEmpty())
        object.insert(QStringLiteral("tls-server-name"), cluster.tlsServerName);
    if (cluster.insecureSkipTlsVerify)
        object.insert(QStringLiteral("insecure-skip-tls-verify"), true);
    if (const QByteArray authority = authorityOf(cluster); !authority.isEmpty())
        object.insert(QStringLiteral("certificate-authority-data"), QString::fromLatin1(authority.toBase64()));
    if (!cluster.proxyUrl.isEmpty())
        object.insert(QStringLiteral("proxy-url"), cluster.proxyUrl);
    if (cluster.disableCompression)
        object.insert(QStringLiteral("disable-compression"), true);
    if (!cluster.config.isEmpty()) {
        // Only in an array is every JSON value a document.
        const QJsonDocument config = QJsonDocument::fromJson('[' + cluster.config + ']');
        object.insert(QStringLiteral("config"), config[0]);
    }
    return object;
}

void readStatus(Json::Value status, ExecAnswer &answer)
{
    Json::eachField(status, [&answer](const Json::Key &key, Json::Value value) {
        if (key == "token") {
            answer.token = Json::text(value).toUtf8();
        } else if (key == "clientCertificateData") {
            answer.certificate = Json::text(value).toUtf8();
        } else if (key == "clientKeyData") {
            answer.key = Json::text(value).toUtf8();
        } else if (key == "expirationTimestamp" && !Json::isNull(value)) {
            answer.expires = QDateTime::fromString(Json::text(value), Qt::ISODateWithMs).toUTC();
            if (!answer.expires.isValid())
                Json::reject(QStringLiteral("status.expirationTimestamp is not a time"));
        }
    });
}

//! A token travels in a header, where a line break would begin another one.
bool fitsHeader(const QByteArray &token)
{
    return std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c < 0x7f; });
}

QString faultOf(const ExecAnswer &answer)
{
    if (answer.certificate.isEmpty() != answer.key.isEmpty())
        return QStringLiteral("it gave a certificate or a key without the other");
    if (answer.token.isEmpty() && answer.certificate.isEmpty())
        return QStringLiteral("it gave neither a token nor a certificate");
    if (!fitsHeader(answer.token))
        return QStringLiteral("the token has characters that no token has");
    return {};
}

} // namespace

QStringList ExecPlugin::secrets() const
{
    QStringList values = secretParts(arguments);
    for (const auto &[name, value] : environment) {
        if (namesASecret(name))
            values.append(value);
    }
    values.removeIf([](const QString &value) { return value.size() < shortestSecret; });
    return values;
}

QString ExecPlugin::shown() const
{
    const QString hidden(QChar(0x2026));
    QStringList words;
    if (!environment.isEmpty())
        words.append(QStringLiteral("env"));
    for (const auto &[name, value] : environment)
        words.append(quoted(name + u'=' + (namesASecret(name) ? hidden : value)));
    words.append(quoted(command));
    const QStringList parts = secretParts(arguments);
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        words.append(quoted(parts[i].isEmpty() ? argument : QString(argument.chopped(parts[i].size()) + hidden)));
    }
    return words.join(u' ');
}

QString ExecPlugin::withoutSecrets(QString text) const
{
    for (const QString &secret : secrets())
        text.replace(secret, QString(QChar(0x2026)));
    return text;
}

QByteArray execInfo(const ExecPlugin &plugin, const ExecCluster &cluster)
{
    QJsonObject spec{{QStringLiteral("interactive"), false}};
    if (plugin.provideClusterInfo)
        spec.insert(QStringLiteral("cluster"), clusterObject(cluster));
    const QJsonObject info{{QStringLiteral("apiVersion"), plugin.apiVersion},
        {QStringLiteral("kind"), QStringLiteral("ExecCredential")}, {QStringLiteral("spec"), spec}};
    return QJsonDocument(info).toJson(QJsonDocument::Compact);
}

Result<ExecAnswer> parseExecAnswer(QByteArrayView output, const QString &apiVersion)
{
    ExecAnswer answer;
    QString spoken;
    QString kind;
    bool hasStatus = false;
    const auto read = Json::parse(output, [&](Json::Object object) {
        Json::eachField(object, [&](const Json::Key &key, Json::Value value) {
            if (key == "apiVersion") {
                spoken = Json::text(value);
            } else if (key == "kind") {
                kind = Json::text(value);
            } else if (key == "status" && !Json::isNull(value)) {
                hasStatus = true;
                readStatus(value, answer);
            }
        });
    });
    QString fault;
    if (!read)
        fault = QStringLiteral("it is not JSON: ") + read.error().detail;
    else if (kind != QLatin1String("ExecCredential"))
        fault = QStringLiteral("its kind is not ExecCredential");
    else if (spoken != apiVersion)
        fault = QStringLiteral("its apiVersion is not ") + apiVersion;
    else if (!hasStatus)
        fault = QStringLiteral("it has no status");
    else
        fault = faultOf(answer);
    if (!fault.isEmpty())
        return Error{Error::Kind::Malformed, 0, plainDetail(fault), {}, {}};
    return answer;
}

} // namespace Login
