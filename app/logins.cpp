// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logins.h"

#include "backends/kubernetes/kubeconfig.h"
#include "backends/oauth/clientcredentials.h"
#include "backends/oauth/oauthdecode.h"
#include "backends/oauth/oidccredentials.h"

#include <QCoreApplication>

namespace Logins {

namespace {

//! For settings that cannot be used: whoever asks is told.
class Refusing final : public Http::Credentials
{
public:
    explicit Refusing(Error error) : m_error(std::move(error)) { }
    [[nodiscard]] std::unique_ptr<Http::Call> obtain(Ready ready) override
    {
        ready(Error(m_error));
        return {};
    }

private:
    Error m_error;
};

QString sentence(const char *text)
{
    return QCoreApplication::translate("Logins", text);
}

Error mistake(const QString &text)
{
    return Error{Error::Kind::Configuration, 0, plainDetail(text), {}, {}};
}

std::optional<Error> unknownKey(const Section &section)
{
    static const QStringList known{QStringLiteral("type"), QStringLiteral("issuer"), QStringLiteral("client-id"),
        QStringLiteral("client-secret-file"), QStringLiteral("scopes"), QStringLiteral("audience"),
        QStringLiteral("ca-file"), QStringLiteral("token"), QStringLiteral("token-url"),
        QStringLiteral("redirect-ports")};
    for (auto it = section.begin(); it != section.end(); ++it) {
        if (it.key() == QLatin1String("client-secret"))
            return mistake(sentence(QT_TRANSLATE_NOOP("Logins",
                "The settings of a login hold no secret: put it into a file for your eyes only and name that as "
                "client-secret-file.")));
        if (!known.contains(it.key()))
            return mistake(sentence(QT_TRANSLATE_NOOP("Logins", "A login has no setting called %1.")).arg(it.key()));
    }
    return {};
}

std::optional<Error> readType(const QString &type, Plan &plan)
{
    if (type == QLatin1String("client-credentials"))
        plan.kind = Kind::Program;
    else if (type == QLatin1String("device"))
        plan.client.flow = OAuth::Client::Flow::Device;
    else if (type != QLatin1String("oidc"))
        return mistake(
            sentence(QT_TRANSLATE_NOOP("Logins", "The type of a login is oidc, device or client-credentials, not %1."))
                .arg(type));
    return {};
}

std::optional<Error> readAddresses(const Section &section, Plan &plan)
{
    OAuth::Client &client = plan.client;
    client.issuer = section.value(QStringLiteral("issuer"));
    client.tokenUrl = QUrl(section.value(QStringLiteral("token-url")), QUrl::StrictMode);
    const bool direct = plan.kind == Kind::Program && section.contains(QStringLiteral("token-url"));
    if (direct ? !OAuth::trustworthy(client.tokenUrl) : !OAuth::trustworthy(QUrl(client.issuer, QUrl::StrictMode)))
        return mistake(direct
                ? sentence(QT_TRANSLATE_NOOP("Logins", "The token-url of a login has to be an https address."))
                : sentence(QT_TRANSLATE_NOOP("Logins", "The issuer of a login has to be an https address.")));
    if (client.id.isEmpty())
        return mistake(sentence(QT_TRANSLATE_NOOP("Logins", "A login needs a client-id.")));
    if (plan.kind == Kind::Program && client.secretFile.isEmpty())
        return mistake(
            sentence(QT_TRANSLATE_NOOP("Logins", "A login with client-credentials needs a client-secret-file.")));
    return {};
}

std::optional<Error> readToken(const Section &section, Plan &plan)
{
    const QString token = section.value(QStringLiteral("token"), QStringLiteral("id"));
    if (token != QLatin1String("id") && token != QLatin1String("access"))
        return mistake(
            sentence(QT_TRANSLATE_NOOP("Logins", "The token of a login is id or access, not %1.")).arg(token));
    plan.client.bearer
        = token == QLatin1String("id") ? OAuth::Client::Bearer::IdToken : OAuth::Client::Bearer::AccessToken;
    const auto ports = section.value(QStringLiteral("redirect-ports")).split(u' ', Qt::SkipEmptyParts);
    for (const QString &text : ports) {
        bool ok = false;
        const ushort port = text.toUShort(&ok);
        if (!ok || port == 0)
            return mistake(sentence(QT_TRANSLATE_NOOP("Logins", "%1 among redirect-ports is no port.")).arg(text));
        plan.client.redirectPorts.append(port);
    }
    return {};
}

} // namespace

Result<Plan> planOf(const Section &section)
{
    Plan plan;
    OAuth::Client &client = plan.client;
    if (const auto error = unknownKey(section))
        return *error;
    if (const auto error = readType(section.value(QStringLiteral("type")), plan))
        return *error;
    client.id = section.value(QStringLiteral("client-id"));
    client.secretFile = section.value(QStringLiteral("client-secret-file"));
    client.audience = section.value(QStringLiteral("audience"));
    client.tls.authorityFile = section.value(QStringLiteral("ca-file"));
    client.scopes = section.value(QStringLiteral("scopes")).split(u' ', Qt::SkipEmptyParts);
    if (client.scopes.isEmpty() && plan.kind == Kind::Person)
        client.scopes = QStringList{QStringLiteral("openid"), QStringLiteral("offline_access")};
    if (const auto error = readAddresses(section, plan))
        return *error;
    if (const auto error = readToken(section, plan))
        return *error;
    return plan;
}

Result<Plan> planOf(const Kubernetes::KubeconfigUser &user)
{
    const auto value = [&user](const char *key) { return user.authProviderConfig.value(QLatin1String(key)); };
    Plan plan;
    OAuth::Client &client = plan.client;
    client.issuer = value("idp-issuer-url");
    client.id = value("client-id");
    client.secret = value("client-secret");
    client.scopes = QStringList{QStringLiteral("openid"), QStringLiteral("offline_access")};
    client.tls.authorityFile = value("idp-certificate-authority");
    client.tls.authorityData = QByteArray::fromBase64(value("idp-certificate-authority-data").toLatin1());
    if (!OAuth::trustworthy(QUrl(client.issuer, QUrl::StrictMode)))
        return mistake(sentence(
            QT_TRANSLATE_NOOP("Logins", "The idp-issuer-url of a kubeconfig user has to be an https address.")));
    if (client.id.isEmpty())
        return mistake(sentence(QT_TRANSLATE_NOOP("Logins", "The kubeconfig user's auth provider needs a client-id.")));
    return plan;
}

std::unique_ptr<Http::Credentials> credentialsFor(
    const Result<Plan> &planned, const Kubernetes::KubeconfigUser *user, const Means &means, const Clock &clock)
{
    if (!planned)
        return std::make_unique<Refusing>(planned.error());
    const Plan &plan = *planned;
    const auto network = OAuth::realNetwork(clock, [](const char *name) { return qEnvironmentVariable(name); });
    switch (plan.kind) {
    case Kind::Program:
        return std::make_unique<OAuth::ClientCredentials>(
            plan.client, network, clock, std::make_unique<SystemRandom>());
    case Kind::Person:
        break;
    }
    OAuth::OidcCredentials::Known known;
    if (user)
        known = {user->authProviderConfig.value(QStringLiteral("id-token")),
            user->authProviderConfig.value(QStringLiteral("refresh-token"))};
    const auto enter = [gate = means.gate](std::function<void()> begin) { return gate->acquire(std::move(begin)); };
    OAuth::OidcCredentials::Surroundings around{
        clock, network, OAuth::systemEntropy, means.store, means.account, enter};
    return std::make_unique<OAuth::OidcCredentials>(plan.client, around, std::make_unique<SystemRandom>(), known);
}

} // namespace Logins
