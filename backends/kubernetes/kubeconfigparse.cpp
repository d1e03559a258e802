// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/kubeconfig.h"

#include "backends/kubernetes/kubeconfigjson.h"
#include "backends/kubernetes/kubeconfigtree.h"

#include <QDir>
#include <QSet>

#include <string>

namespace Kubernetes {

namespace {

constexpr qsizetype longestFile = 10 * 1024 * 1024;
constexpr qsizetype mostEntries = 10'000;
// Aliases may name the same long text or the same large map many times, so these bound what is taken from all of them.
constexpr qsizetype mostText = 32 * 1024 * 1024;
constexpr int mostFields = 1'000'000;

[[noreturn]] void refuse(const QString &detail, const YAML::Node &node)
{
    throw KubeconfigRefusal{detail, node.Mark().line + 1};
}

//! Reads the keys that a kubeconfig has and passes over all others.
class Reader
{
public:
    explicit Reader(const QString &directory) : m_directory(directory) { }

    //! Calls \a read(key, value) for each field of a map. Null has none.
    template <typename Read>
    void eachField(const YAML::Node &map, const QString &what, Read &&read)
    {
        if (map.IsNull())
            return;
        if (!map.IsMap())
            refuse(what + u" is not a map", map);
        for (const auto &field : map) {
            if (++m_fields > mostFields)
                refuse(QStringLiteral("aliases repeat too many fields"), map);
            if (field.first.IsScalar())
                read(field.first.Scalar(), field.second);
        }
    }

    //! Calls \a read(name, body) for each entry {name: ..., KEY: {...}} of a list. Two of one name are an error.
    template <typename Read>
    void eachNamed(const YAML::Node &list, const QString &what, const char *key, Read &&read)
    {
        if (list.IsNull())
            return;
        if (!list.IsSequence())
            refuse(what + u" is not a list", list);
        if (list.size() > static_cast<size_t>(mostEntries))
            refuse(u"too many " + what, list);
        QSet<QString> names;
        for (const auto &entry : list) {
            QString name;
            YAML::Node body(YAML::NodeType::Null);
            eachField(entry, u"an entry of " + what, [&](const std::string &field, const YAML::Node &value) {
                if (field == "name")
                    name = text(value, u"a name in " + what);
                else if (field == key)
                    body.reset(value);
            });
            if (names.contains(name))
                refuse(u"two " + what + u" have the same name", entry);
            names.insert(name);
            read(name, body);
        }
    }

    QString text(const YAML::Node &node, const QString &what)
    {
        const std::string utf8 = scalar(node, what);
        return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    }

    //! The text between base64's letters; as Go reads it: line breaks are allowed.
    QByteArray data(const YAML::Node &node, const QString &what)
    {
        QByteArray base64 = QByteArray::fromStdString(scalar(node, what));
        base64.replace('\n', "").replace('\r', "");
        const auto decoded = QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded || base64.size() % 4 != 0) // Qt would do without the padding, kubectl would not
            refuse(what + u" is not base64", node);
        return decoded.decoded;
    }

    //! An absolute path; relative ones start at the file's directory. Neither ~ nor variables are expanded, as in
    //! kubectl.
    QString path(const YAML::Node &node, const QString &what)
    {
        const QString name = text(node, what);
        return name.isEmpty() ? name : resolved(name);
    }

    //! A program is only looked for beside the file when a directory is given; else on PATH.
    QString program(const YAML::Node &node, const QString &what)
    {
        const QString name = text(node, what);
        return name.contains(u'/') ? resolved(name) : name;
    }

    static bool truth(const YAML::Node &node, const QString &what)
    {
        if (node.IsNull())
            return false;
        bool value = false;
        const bool quoted = node.Tag() == "!"; // "true" in quotes is text
        if (!node.IsScalar() || quoted || !YAML::convert<bool>::decode(node, value))
            refuse(what + u" is neither true nor false", node);
        return value;
    }

    QStringList list(const YAML::Node &node, const QString &what)
    {
        QStringList texts;
        if (node.IsNull())
            return texts;
        if (!node.IsSequence())
            refuse(what + u" is not a list", node);
        for (const auto &element : node)
            texts.append(text(element, what));
        return texts;
    }

    KubeconfigCluster cluster(const QString &name, const YAML::Node &body);
    KubeconfigUser user(const QString &name, const YAML::Node &body);
    KubeconfigContext context(const QString &name, const YAML::Node &body);

private:
    std::string scalar(const YAML::Node &node, const QString &what)
    {
        if (node.IsNull())
            return {};
        if (!node.IsScalar())
            refuse(what + u" is not text", node);
        m_taken += static_cast<qsizetype>(node.Scalar().size()) + 1;
        if (m_taken > mostText)
            refuse(QStringLiteral("aliases repeat too much text"), node);
        return node.Scalar();
    }

    [[nodiscard]] QString resolved(const QString &name) const
    {
        return QDir::isAbsolutePath(name) ? name : QDir::cleanPath(QString(m_directory + u'/' + name));
    }

    bool userText(KubeconfigUser &user, const std::string &key, const YAML::Node &value, const QString &what);
    bool userMaterial(KubeconfigUser &user, const std::string &key, const YAML::Node &value, const QString &what);
    void userExtra(KubeconfigUser &user, const YAML::Node &value, const QString &what);
    void execField(KubeconfigUser &user, const std::string &key, const YAML::Node &value, const QString &what);
    static void execMode(KubeconfigUser &user, const QString &mode);
    void execEnvironment(Login::ExecPlugin &exec, const YAML::Node &value, const QString &what);
    void clusterExtensions(KubeconfigCluster &cluster, const YAML::Node &value, const QString &what);
    void userPlugin(KubeconfigUser &user, const std::string &key, const YAML::Node &value, const QString &what);

    QString m_directory;
    qsizetype m_taken = 0;
    int m_fields = 0;
};

//! "localhost:8080" is a host and a port as client-go reads it, not a scheme. Query and fragment are dropped.
QUrl serverUrl(const QString &text)
{
    if (text.isEmpty())
        return {};
    const bool hasScheme = text.contains(QLatin1String("://"));
    const QUrl url(hasScheme ? text : QString(u"//" + text), QUrl::StrictMode);
    return url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash);
}

KubeconfigCluster Reader::cluster(const QString &name, const YAML::Node &body)
{
    KubeconfigCluster cluster;
    cluster.name = name;
    const QString of = u" of cluster " + name;
    eachField(body, u"cluster " + name, [&](const std::string &key, const YAML::Node &value) {
        const QString what = QString::fromStdString(key) + of;
        if (key == "server")
            cluster.server = serverUrl(text(value, what));
        else if (key == "certificate-authority")
            cluster.certificateAuthorityFile = path(value, what);
        else if (key == "certificate-authority-data")
            cluster.certificateAuthorityData = data(value, what);
        else if (key == "tls-server-name")
            cluster.tlsServerName = text(value, what);
        else if (key == "insecure-skip-tls-verify")
            cluster.insecureSkipTlsVerify = truth(value, what);
        else if (key == "proxy-url")
            cluster.proxyUrl = QUrl(text(value, what), QUrl::StrictMode);
        else if (key == "disable-compression")
            cluster.disableCompression = truth(value, what);
        else if (key == "extensions")
            clusterExtensions(cluster, value, what);
    });
    return cluster;
}

//! Extensions are anybody's; the one for exec plugins is handed to them as it is.
void Reader::clusterExtensions(KubeconfigCluster &cluster, const YAML::Node &value, const QString &what)
{
    eachNamed(value, what, "extension", [&](const QString &name, const YAML::Node &body) {
        if (name == QLatin1String("client.authentication.k8s.io/exec"))
            cluster.execConfig = kubeconfigJson(body);
    });
}

bool Reader::userText(KubeconfigUser &user, const std::string &key, const YAML::Node &value, const QString &what)
{
    static const std::pair<const char *, QString KubeconfigUser::*> members[] = {
        {"token", &KubeconfigUser::token},
        {"username", &KubeconfigUser::username},
        {"password", &KubeconfigUser::password},
        {"as", &KubeconfigUser::impersonateUser},
        {"as-uid", &KubeconfigUser::impersonateUid},
    };
    for (const auto &[name, member] : members) {
        if (key == name) {
            user.*member = text(value, what);
            return true;
        }
    }
    return false;
}

bool Reader::userMaterial(KubeconfigUser &user, const std::string &key, const YAML::Node &value, const QString &what)
{
    if (key == "client-certificate")
        user.clientCertificateFile = path(value, what);
    else if (key == "client-certificate-data")
        user.clientCertificateData = data(value, what);
    else if (key == "client-key")
        user.clientKeyFile = path(value, what);
    else if (key == "client-key-data")
        user.clientKeyData = data(value, what);
    else if (key == "tokenFile")
        user.tokenFile = path(value, what);
    else
        return false;
    return true;
}

void Reader::userExtra(KubeconfigUser &user, const YAML::Node &value, const QString &what)
{
    eachField(value, what, [&](const std::string &key, const YAML::Node &values) {
        user.impersonateExtra.append({QString::fromStdString(key), list(values, what)});
    });
}

void Reader::execField(KubeconfigUser &user, const std::string &key, const YAML::Node &value, const QString &what)
{
    Login::ExecPlugin &exec = user.exec;
    if (key == "command")
        exec.command = program(value, what);
    else if (key == "args")
        exec.arguments = list(value, what);
    else if (key == "env")
        execEnvironment(exec, value, what);
    else if (key == "apiVersion")
        exec.apiVersion = text(value, what);
    else if (key == "installHint")
        exec.installHint = text(value, what);
    else if (key == "provideClusterInfo")
        exec.provideClusterInfo = truth(value, what);
    else if (key == "interactiveMode")
        execMode(user, text(value, what));
}

void Reader::execMode(KubeconfigUser &user, const QString &mode)
{
    using Interactive = Login::ExecPlugin::Interactive;
    user.execMode = mode;
    if (mode == QLatin1String("Never"))
        user.exec.interactive = Interactive::Never;
    else
        user.exec.interactive = mode == QLatin1String("Always") ? Interactive::Always : Interactive::IfAvailable;
}

void Reader::execEnvironment(Login::ExecPlugin &exec, const YAML::Node &value, const QString &what)
{
    if (!value.IsNull() && !value.IsSequence())
        refuse(what + u" is not a list", value);
    for (const auto &entry : value) {
        QPair<QString, QString> variable;
        eachField(entry, what, [&](const std::string &field, const YAML::Node &word) {
            if (field == "name")
                variable.first = text(word, what);
            else if (field == "value")
                variable.second = text(word, what);
        });
        if (!variable.first.isEmpty())
            exec.environment.append(variable);
    }
}

void Reader::userPlugin(KubeconfigUser &user, const std::string &key, const YAML::Node &value, const QString &what)
{
    if (value.IsNull())
        return;
    if (key == "exec") {
        eachField(value, what, [&](const std::string &field, const YAML::Node &entry) {
            execField(user, field, entry, QString::fromStdString(field) + u" in " + what);
        });
        if (user.exec.isEmpty())
            refuse(what + u" has no command", value);
    } else if (key == "auth-provider") {
        eachField(value, what, [&](const std::string &field, const YAML::Node &name) {
            if (field == "name")
                user.authProvider = text(name, what);
            else if (field == "config")
                eachField(name, what, [&](const std::string &entry, const YAML::Node &setting) {
                    user.authProviderConfig.insert(QString::fromStdString(entry), text(setting, what));
                });
        });
        if (user.authProvider.isEmpty())
            refuse(what + u" has no name", value);
    }
}

KubeconfigUser Reader::user(const QString &name, const YAML::Node &body)
{
    KubeconfigUser user;
    user.name = name;
    eachField(body, u"user " + name, [&](const std::string &key, const YAML::Node &value) {
        const QString what = QString::fromStdString(key) + u" of user " + name;
        if (userText(user, key, value, what) || userMaterial(user, key, value, what))
            return;
        if (key == "as-groups")
            user.impersonateGroups = list(value, what);
        else if (key == "as-user-extra")
            userExtra(user, value, what);
        else
            userPlugin(user, key, value, what);
    });
    return user;
}

KubeconfigContext Reader::context(const QString &name, const YAML::Node &body)
{
    KubeconfigContext context;
    context.name = name;
    eachField(body, u"context " + name, [&](const std::string &key, const YAML::Node &value) {
        const QString what = QString::fromStdString(key) + u" of context " + name;
        if (key == "cluster")
            context.cluster = text(value, what);
        else if (key == "user")
            context.user = text(value, what);
        else if (key == "namespace")
            context.namespaceName = text(value, what);
    });
    return context;
}

//! What yaml-cpp says without what it quotes from the file: that may be a secret.
QString withoutQuotes(const std::string &message)
{
    const std::string safe = message.substr(0, message.find(':'));
    return QStringLiteral("not well-formed YAML: ") + QString::fromStdString(safe);
}

Error unusable(const QString &detail, int line)
{
    return Error{Error::Kind::Configuration, 0, plainDetail(detail), line > 0 ? QString::number(line) : QString(), {}};
}

Error malformed(const QString &detail, int line)
{
    Error error = unusable(detail, line);
    error.cause = Error::Cause::FileMalformed;
    return error;
}

} // namespace

Result<Kubeconfig> Kubeconfig::parse(const QByteArray &text, const QString &directory)
{
    if (text.size() > longestFile)
        return unusable(QStringLiteral("more than 10 MiB"), 0);
    Kubeconfig config;
    try {
        Reader reader(directory);
        const auto readField = [&](const std::string &key, const YAML::Node &value) {
            using Name = const QString &;
            using Body = const YAML::Node &;
            const QString what = QString::fromStdString(key);
            if (key == "current-context")
                config.m_currentContext = reader.text(value, what);
            else if (key == "clusters")
                reader.eachNamed(value, what, "cluster",
                    [&](Name name, Body body) { config.m_clusters.append(reader.cluster(name, body)); });
            else if (key == "users")
                reader.eachNamed(
                    value, what, "user", [&](Name name, Body body) { config.m_users.append(reader.user(name, body)); });
            else if (key == "contexts")
                reader.eachNamed(value, what, "context",
                    [&](Name name, Body body) { config.m_contexts.append(reader.context(name, body)); });
            else if (key == "kind" && reader.text(value, what) != QLatin1String("Config"))
                refuse(QStringLiteral("kind is not Config"), value);
        };
        reader.eachField(kubeconfigTree(text), QStringLiteral("the file"), readField);
    } catch (const KubeconfigRefusal &refusal) {
        return unusable(refusal.detail, refusal.line);
    } catch (const YAML::Exception &exception) {
        return malformed(withoutQuotes(exception.msg), exception.mark.line + 1);
    } catch (const std::exception &) { // yaml-cpp throws standard ones here and there
        return malformed(QStringLiteral("not well-formed YAML"), 0);
    }
    return config;
}

} // namespace Kubernetes
