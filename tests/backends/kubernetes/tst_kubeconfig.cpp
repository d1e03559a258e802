// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/kubeconfig.h"
#include "tests/support/fixture.h"
#include "tests/support/strict.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Kubernetes;

namespace {

//! A file with one context "c" of the given cluster and user bodies.
QByteArray fileWith(const QByteArray &cluster, const QByteArray &user, const QByteArray &context = {})
{
    return "clusters: [{name: k, cluster: {" + cluster + "}}]\nusers: [{name: u, user: {" + user
        + "}}]\ncontexts: [{name: c, context: {cluster: k, user: u" + context + "}}]\ncurrent-context: c\n";
}

Result<Connection> connectionOf(const QByteArray &text)
{
    const Result<Kubeconfig> config = Kubeconfig::parse(text, QStringLiteral("/etc/kube"));
    return config ? config->connection({}) : Result<Connection>(config.error());
}

void write(const QString &path, const QByteArray &text)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).absolutePath()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

QStringList namesOf(const QList<KubeconfigContext> &contexts)
{
    QStringList names;
    for (const KubeconfigContext &context : contexts)
        names.append(context.name);
    return names;
}

} // namespace

class TestKubeconfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void readsEveryKey()
    {
        const auto config
            = Kubeconfig::parse(fixture(QStringLiteral("kubeconfig/everything.yaml")), QStringLiteral("/etc/kube"));
        QVERIFY2(config.ok(), config.ok() ? "" : qPrintable(config.error().detail));
        QCOMPARE(config->currentContext(), QStringLiteral("full"));
        const auto connection = config->connection(QStringLiteral("full"));
        QVERIFY(connection.ok());
        const KubeconfigCluster &cluster = connection->cluster;
        QCOMPARE(cluster.server, QUrl(QStringLiteral("https://10.0.0.1:6443/k8s/clusters/c-1")));
        QCOMPARE(cluster.certificateAuthorityFile, QStringLiteral("/etc/kube/pki/ca.pem"));
        QCOMPARE(cluster.tlsServerName, QStringLiteral("api.internal"));
        QCOMPARE(cluster.proxyUrl, QUrl(QStringLiteral("socks5://127.0.0.1:1080")));
        QVERIFY(cluster.disableCompression);
        QVERIFY(!cluster.insecureSkipTlsVerify);
        const KubeconfigUser &user = connection->user;
        QCOMPARE(user.token, QStringLiteral("abc"));
        QCOMPARE(user.tokenFile, QStringLiteral("/etc/run/token"));
        QCOMPARE(user.clientCertificateFile, QStringLiteral("/abs/cert.pem"));
        QCOMPARE(user.clientKeyData, QByteArray("key!"));
        QCOMPARE(user.impersonateUser, QStringLiteral("jane"));
        QCOMPARE(user.impersonateUid, QStringLiteral("7"));
        QCOMPARE(user.impersonateGroups, (QStringList{QStringLiteral("dev"), QStringLiteral("ops, too")}));
        QCOMPARE(user.impersonateExtra.size(), 1);
        QCOMPARE(user.impersonateExtra.first().second, (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(connection->context.namespaceName, QStringLiteral("team-a"));
        QVERIFY(connection->warnings.isEmpty());
        QCOMPARE(config->namespacesOf(connection->context),
            (QStringList{QStringLiteral("team-a"), QStringLiteral("team-b")}));
    }

    void followsAliasesAndPlugins()
    {
        const auto config
            = Kubeconfig::parse(fixture(QStringLiteral("kubeconfig/everything.yaml")), QStringLiteral("/etc/kube"));
        QVERIFY(config.ok());
        const auto connection = config->connection(QStringLiteral("plain"));
        QVERIFY(connection.ok());
        QCOMPARE(connection->cluster.name, QStringLiteral("same"));
        QCOMPARE(connection->cluster.tlsServerName, QStringLiteral("api.internal"));
        QCOMPARE(connection->user.exec.command, QStringLiteral("/etc/kube/bin/login"));
        const auto onPath = connectionOf(
            fileWith("server: 'https://a'", "exec: {command: aws, apiVersion: client.authentication.k8s.io/v1}"));
        QVERIFY(onPath.ok());
        QCOMPARE(onPath->user.exec.command, QStringLiteral("aws"));
        const auto legacy = connectionOf(fileWith("server: 'https://a'", "auth-provider: {name: gcp}"));
        QVERIFY(legacy.ok());
        QCOMPARE(legacy->user.authProvider, QStringLiteral("gcp"));
    }

    void readsAllThatAPluginNeeds()
    {
        const auto connection = connectionOf(fileWith(
            "server: 'https://a', extensions: [{name: other, extension: 1}, {name: client.authentication.k8s.io/exec, "
            "extension: {audience: x, port: 8, ratio: 0.5, on: true, text: '8', none: null, list: [a, {b: c}]}}]",
            "exec: {apiVersion: client.authentication.k8s.io/v1beta1, command: aws, args: [eks, --now], env: [{name: "
            "A, "
            "value: b}, {value: lost}], installHint: Ask., provideClusterInfo: true, interactiveMode: Always}"));
        QVERIFY2(connection.ok(), connection.ok() ? "" : qPrintable(connection.error().detail));
        const Login::ExecPlugin &exec = connection->user.exec;
        QCOMPARE(exec.apiVersion, QStringLiteral("client.authentication.k8s.io/v1beta1"));
        QCOMPARE(exec.arguments, (QStringList{QStringLiteral("eks"), QStringLiteral("--now")}));
        QCOMPARE(exec.environment, (QList<QPair<QString, QString>>{{QStringLiteral("A"), QStringLiteral("b")}}));
        QCOMPARE(exec.installHint, QStringLiteral("Ask."));
        QVERIFY(exec.provideClusterInfo);
        QCOMPARE(exec.interactive, Login::ExecPlugin::Interactive::Always);
        QCOMPARE(connection->cluster.execConfig,
            QByteArray(R"({"audience":"x","list":["a",{"b":"c"}],"none":null,"on":true,"port":8,"ratio":0.5,)"
                       R"("text":"8"})"));
    }

    void boundsTheExtensionForPlugins()
    {
        const QByteArray deep = QByteArray(40, '[') + QByteArray(40, ']');
        const auto connection = connectionOf(fileWith(
            "server: 'https://a', extensions: [{name: client.authentication.k8s.io/exec, extension: " + deep + "}]",
            ""));
        QVERIFY(!connection.ok());
    }

    void refusesPluginsOfOtherVersions_data()
    {
        QTest::addColumn<QByteArray>("exec");
        QTest::newRow("gone") << QByteArray("apiVersion: client.authentication.k8s.io/v1alpha1");
        QTest::newRow("none") << QByteArray("args: [a]");
        QTest::newRow("mode") << QByteArray("apiVersion: client.authentication.k8s.io/v1, interactiveMode: Sometimes");
    }
    void refusesPluginsOfOtherVersions()
    {
        QFETCH(QByteArray, exec);
        const auto connection
            = connectionOf(fileWith("server: 'https://a'", QByteArray("exec: {command: a, " + exec + "}")));
        QVERIFY(!connection.ok());
        QCOMPARE(connection.error().kind, Error::Kind::Configuration);
        QVERIFY(connection.error().detail.startsWith(QStringLiteral("user u has exec with an ")));
    }

    void readsJson()
    {
        const auto connection = connectionOf(fixture(QStringLiteral("kubeconfig/json-with-tabs.yaml")));
        QVERIFY2(connection.ok(), connection.ok() ? "" : qPrintable(connection.error().detail));
        QCOMPARE(connection->context.name, QStringLiteral("c/with:odd@name"));
        QCOMPARE(connection->cluster.server.host(), QStringLiteral("::1"));
        QCOMPARE(connection->cluster.certificateAuthorityData, QByteArray("ca"));
        QCOMPARE(connection->user.username, QStringLiteral("a"));
        QCOMPARE(connection->user.password, QStringLiteral("b"));
    }

    void isAnonymousWithoutTheUser()
    {
        const auto config
            = Kubeconfig::parse(fixture(QStringLiteral("kubeconfig/everything.yaml")), QStringLiteral("/etc/kube"));
        QVERIFY(config.ok());
        const auto anonymous = config->connection(QStringLiteral("anonymous"));
        QVERIFY(anonymous.ok());
        QCOMPARE(anonymous->user.name, QString());
        QCOMPARE(anonymous->user.token, QString());
    }

    void namesWhatIsMissing()
    {
        const auto config
            = Kubeconfig::parse(fixture(QStringLiteral("kubeconfig/everything.yaml")), QStringLiteral("/etc/kube"));
        QVERIFY(config.ok());
        const auto unknown = config->connection(QStringLiteral("nowhere"));
        QVERIFY(!unknown.ok());
        QCOMPARE(unknown.error().kind, Error::Kind::Configuration);
        QCOMPARE(unknown.error().detail, QStringLiteral("no context named \"nowhere\""));
        QCOMPARE(unknown.error().cause, Error::Cause::ContextMissing);
        QCOMPARE(unknown.error().facts,
            (QList<Error::Fact>{
                {Error::Fact::Kind::Contexts, QStringLiteral("full, second, plain, anonymous, broken")}}));
        const auto broken = config->connection(QStringLiteral("broken"));
        QVERIFY(!broken.ok());
        QCOMPARE(broken.error().detail, QStringLiteral("context broken names cluster \"gone\", which is missing"));
        const auto noServer = connectionOf(fileWith("", ""));
        QVERIFY(!noServer.ok());
        QCOMPARE(noServer.error().detail, QStringLiteral("cluster k has no server, or one that is not an address"));
    }

    void treatsAnEmptyFileAsEmpty()
    {
        for (const char *text :
            {"", "\n", "# nothing\n", "---\n", "null", "{}", "contexts: null\nusers:\nclusters: []\n"}) {
            const auto config = Kubeconfig::parse(text, {});
            QVERIFY(config.ok());
            QVERIFY(config->contexts().isEmpty());
            QCOMPARE(config->connection({}).error().kind, Error::Kind::Configuration);
        }
    }

    void refusesWhatIsNoKubeconfig_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("line");
        const auto row = [](const char *name, const QByteArray &text, const char *line) {
            QTest::newRow(name) << text << QString::fromUtf8(line);
        };
        row("text", "hello", "1");
        row("list", "- a", "1");
        row("open bracket", "a: [1\nb: 2\n", "2");
        row("bad indent", "clusters:\n- name: a\n   cluster: {}\n", "3");
        row("tab", "a:\n\tb: 1\n", "2");
        row("clusters is a map", "kind: Config\nclusters: {a: b}\n", "2");
        row("two of one name", "users:\n- {name: a}\n- {name: a}\n", "3");
        row("entry is text", "users:\n- a\n", "2");
        row("user is a list", "users:\n- {name: a, user: [1]}\n", "2");
        row("token is a map", "users:\n- name: a\n  user:\n    token: {a: b}\n", "4");
        row("not base64", "users:\n- name: a\n  user:\n    client-key-data: '%%%'\n", "4");
        row("cut base64", "users:\n- name: a\n  user:\n    client-key-data: YQ\n", "4");
        row("groups are text", "users:\n- name: a\n  user:\n    as-groups: admin\n", "4");
        row("quoted truth", "clusters:\n- name: a\n  cluster:\n    insecure-skip-tls-verify: 'true'\n", "4");
        row("odd truth", "clusters:\n- name: a\n  cluster:\n    insecure-skip-tls-verify: maybe\n", "4");
        row("plugin without command", "users:\n- name: a\n  user:\n    exec: {args: [a]}\n", "4");
        row("other kind", "apiVersion: v1\nkind: Pod\n", "2");
        row("unknown alias", "users: *nobody\n", "1");
        row("deep", QByteArray(3000, '['), "1");
        row("deep in blocks", QByteArray("- ").repeated(3000), "1");
        row("too many values", QByteArray("[") + QByteArray("a,").repeated(400000) + "]", "1");
        row("too many brackets", QByteArray(2'000'000, '['), "");
        row("too large", QByteArray(11 * 1024 * 1024, ' '), "");
    }
    void refusesWhatIsNoKubeconfig()
    {
        QFETCH(QByteArray, text);
        const auto config = Kubeconfig::parse(text, QStringLiteral("/etc/kube"));
        QVERIFY(!config.ok());
        QCOMPARE(config.error().kind, Error::Kind::Configuration);
        QVERIFY(!config.error().detail.isEmpty());
        QTEST(config.error().where, "line");
    }

    void survivesAliasBombs()
    {
        QByteArray billion = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
        for (int i = 1; i < 30; ++i) {
            const QByteArray previous = "*a" + QByteArray::number(i - 1) + ", ";
            billion
                += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" + previous.repeated(9) + "]\n";
        }
        QVERIFY(Kubeconfig::parse(billion + "users: [{name: u, user: {token: t}}]\n", {}).ok());

        QByteArray users = "x: &x {token: " + QByteArray(1024 * 1024, 't') + "}\nusers:\n";
        for (int i = 0; i < 1000; ++i)
            users += "- {name: u" + QByteArray::number(i) + ", user: *x}\n";
        const auto repeated = Kubeconfig::parse(users, {});
        QVERIFY(!repeated.ok());
        QCOMPARE(repeated.error().detail, QStringLiteral("aliases repeat too much text"));

        QByteArray fields = "x: &x {";
        for (int i = 0; i < 2000; ++i)
            fields += "k" + QByteArray::number(i) + ": 1, ";
        fields += "}\nusers:\n";
        for (int i = 0; i < 2000; ++i)
            fields += "- {name: u" + QByteArray::number(i) + ", user: *x}\n";
        const auto manyFields = Kubeconfig::parse(fields, {});
        QVERIFY(!manyFields.ok());
        QCOMPARE(manyFields.error().detail, QStringLiteral("aliases repeat too many fields"));
        QVERIFY(!Kubeconfig::parse("users: &a [*a]\n", {}).ok());
    }

    void neverTellsASecret_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("like an alias") << QByteArray("users: [{name: u, user: {token: *hunter2}}]");
        QTest::newRow("in a list") << QByteArray("users: [{name: u, user: {token: [hunter2]}}]");
        QTest::newRow("as a key") << QByteArray("users: [{name: u, user: {token: {hunter2: 1}}}]");
        QTest::newRow("data") << QByteArray("users: [{name: u, user: {client-key-data: 'hunter2!'}}]");
        QTest::newRow("open quote") << QByteArray("users: [{name: u, user: {token: \"hunter2");
        QTest::newRow("bad escape") << QByteArray("users: [{name: u, user: {token: \"hunter2\\q\"}}]");
        QTest::newRow("tagged") << QByteArray("users: [{name: u, user: {token: !hunter2<x hunter2}}]}");
        QTest::newRow("address") << fileWith("server: 'ftp://u:hunter2@h'", "");
        QTest::newRow("broken address") << fileWith("server: 'https://u:hunter2@:x'", "");
        QTest::newRow("proxy") << fileWith("server: 'https://h', proxy-url: 'ftp://u:hunter2@h'", "");
        QTest::newRow("two methods") << fileWith(
            "server: 'https://h'", "token: hunter2, password: hunter2, username: a");
    }
    void neverTellsASecret()
    {
        QFETCH(QByteArray, text);
        const auto connection = connectionOf(text);
        QVERIFY(!connection.ok());
        QVERIFY2(!connection.error().detail.contains(QLatin1String("hunter2")), qPrintable(connection.error().detail));
        QVERIFY(!connection.error().where.contains(QLatin1String("hunter2")));
    }

    void refusesContradictions_data()
    {
        QTest::addColumn<QByteArray>("cluster");
        QTest::addColumn<QByteArray>("user");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *cluster, const char *user, const char *detail) {
            QTest::addRow("%s {%s} {%s}", detail, cluster, user)
                << QByteArray(cluster) << QByteArray(user) << QString::fromUtf8(detail);
        };
        row("server: 'https://h', insecure-skip-tls-verify: true, certificate-authority: ca", "",
            "cluster k has both insecure-skip-tls-verify and a certificate authority");
        row("server: 'https://h'", "token: t, username: a", "user u has both a token and a password");
        row("server: 'https://h'", "exec: {command: a}, auth-provider: {name: b}",
            "user u has both exec and auth-provider");
        row("server: 'https://h'", "client-certificate: a", "user u has a client certificate without its key");
        row("server: 'https://h'", "client-key-data: YQ==", "user u has a client key without its certificate");
        row("server: 'https://h'", "as-groups: [a]", "user u has as-uid, as-groups or as-user-extra without as");
        row("server: 'https://h', proxy-url: 'ftp://h'", "", "the proxy-url of cluster k is neither http nor socks5");
        row("server: 'ftp://h'", "", "the server of cluster k is neither https nor http");
        row("server: 'https://'", "", "cluster k has no server, or one that is not an address");
        row("server: 'https://h:99999'", "", "cluster k has no server, or one that is not an address");
    }
    void refusesContradictions()
    {
        QFETCH(QByteArray, cluster);
        QFETCH(QByteArray, user);
        const auto connection = connectionOf(fileWith(cluster, user));
        QVERIFY(!connection.ok());
        QCOMPARE(connection.error().kind, Error::Kind::Configuration);
        QTEST(connection.error().detail, "detail");
    }

    void doesNotSpeakEveryProxy()
    {
        const auto connection = connectionOf(fileWith("server: 'https://h', proxy-url: 'https://p:1'", ""));
        QVERIFY(!connection.ok());
        QCOMPARE(connection.error().kind, Error::Kind::Unsupported);
    }

    void refusesOddNamespaces()
    {
        QVERIFY(!connectionOf(fileWith("server: 'https://h'", "", ", namespace: 'a/b'")).ok());
        QVERIFY(!connectionOf(fileWith("server: 'https://h'", "", ", namespace: Upper")).ok());
        QVERIFY(!connectionOf(fileWith("server: 'https://h'", "", ", namespace: " + QByteArray(64, 'a'))).ok());
        QVERIFY(connectionOf(fileWith("server: 'https://h'", "", ", namespace: " + QByteArray(63, 'a'))).ok());
    }

    void prefersDataOverFiles()
    {
        const auto connection
            = connectionOf(fileWith("server: 'https://h', certificate-authority: ca, certificate-authority-data: Y2E=",
                "client-certificate: c, client-certificate-data: Yw==, client-key: k, client-key-data: aw=="));
        QVERIFY(connection.ok());
        QCOMPARE(connection->cluster.certificateAuthorityData, QByteArray("ca"));
        QCOMPARE(connection->cluster.certificateAuthorityFile, QString());
        QCOMPARE(connection->user.clientCertificateFile, QString());
        QCOMPARE(connection->user.clientKeyFile, QString());
        QCOMPARE(connection->warnings.size(), 3);
    }

    void sendsCredentialsOnlyEncrypted()
    {
        const auto connection
            = connectionOf(fileWith("server: 'http://h:8001/prefix'", "token: t, tokenFile: f, as: jane"));
        QVERIFY(connection.ok());
        QCOMPARE(connection->user.token, QString());
        QCOMPARE(connection->user.tokenFile, QString());
        QCOMPARE(connection->user.impersonateUser, QStringLiteral("jane"));
        QCOMPARE(connection->warnings.size(), 1);
    }

    void completesBareServers()
    {
        const auto plain = connectionOf(fileWith("server: 'localhost:8080'", ""));
        QVERIFY(plain.ok());
        QCOMPARE(plain->cluster.server, QUrl(QStringLiteral("http://localhost:8080")));
        const auto secure
            = connectionOf(fileWith("server: '10.0.0.1:6443', certificate-authority-data: Y2E=", "token: t"));
        QVERIFY(secure.ok());
        QCOMPARE(secure->cluster.server, QUrl(QStringLiteral("https://10.0.0.1:6443")));
        QCOMPARE(secure->user.token, QStringLiteral("t"));
    }

    void mergesFilesInOrder()
    {
        QTemporaryDir dir;
        const QString first = dir.filePath(QStringLiteral("a/first"));
        const QString second = dir.filePath(QStringLiteral("b/second"));
        write(first,
            "clusters: [{name: k, cluster: {server: 'https://first'}}]\ncontexts: [{name: c, context: {cluster: k, "
            "user: u}}]\n");
        write(second,
            "clusters: [{name: k, cluster: {server: 'https://second', tls-server-name: x}}]\n"
            "users: [{name: u, user: {tokenFile: t}}]\ncurrent-context: c\n"
            "contexts: [{name: c, context: {cluster: gone}}, {name: d, context: {cluster: k}}]\n");
        const QString missing = dir.filePath(QStringLiteral("missing"));
        const QString environment = QStringList{QString(), missing, first, second, first}.join(QDir::listSeparator());
        const auto config = Kubeconfig::load({}, environment, QStringLiteral("/nonexistent"));
        QVERIFY(config.ok());
        QCOMPARE(config->files(), (QStringList{first, second}));
        QCOMPARE(namesOf(config->contexts()), (QStringList{QStringLiteral("c"), QStringLiteral("d")}));
        QCOMPARE(config->currentContext(), QStringLiteral("c"));
        const auto connection = config->connection({});
        QVERIFY(connection.ok());
        QCOMPARE(connection->cluster.server, QUrl(QStringLiteral("https://first")));
        QCOMPARE(connection->cluster.tlsServerName, QString()); // entries are not mixed
        QCOMPARE(connection->user.tokenFile, dir.filePath(QStringLiteral("b/t")));
    }

    void takesTheExplicitFileAlone()
    {
        QTemporaryDir dir;
        const QString explicitFile = dir.filePath(QStringLiteral("explicit"));
        const QString listed = dir.filePath(QStringLiteral("listed"));
        write(explicitFile, "contexts: [{name: e, context: {}}]\n");
        write(listed, "contexts: [{name: l, context: {}}]\ncurrent-context: l\n");
        const auto config = Kubeconfig::load(explicitFile, listed, dir.path());
        QVERIFY(config.ok());
        QCOMPARE(namesOf(config->contexts()), (QStringList{QStringLiteral("e")}));
        QCOMPARE(config->currentContext(), QString());

        write(dir.filePath(QStringLiteral(".kube/config")), "contexts: [{name: h, context: {}}]\n");
        const auto home = Kubeconfig::load({}, {}, dir.path());
        QVERIFY(home.ok());
        QCOMPARE(namesOf(home->contexts()), (QStringList{QStringLiteral("h")}));
    }

    void saysWhereItLooked()
    {
        QTemporaryDir dir;
        const QString missing = dir.filePath(QStringLiteral("missing"));
        const auto explicitly = Kubeconfig::load(missing, {}, dir.path());
        QVERIFY(!explicitly.ok());
        QCOMPARE(explicitly.error(),
            (Error{Error::Kind::Configuration, 0, QStringLiteral("no such file"), missing, {}, {},
                Error::Cause::FileMissing}));
        const auto listed = Kubeconfig::load({}, QString(missing + QDir::listSeparator() + missing + u'2'), dir.path());
        QVERIFY(!listed.ok());
        QCOMPARE(listed.error().where, QString(missing + u", " + missing + u'2'));
        const auto home = Kubeconfig::load({}, {}, dir.path());
        QVERIFY(!home.ok());
        QCOMPARE(home.error().where, dir.filePath(QStringLiteral(".kube/config")));
        QVERIFY(!Kubeconfig::load(dir.path(), {}, {}).ok()); // a directory

        const QString broken = dir.filePath(QStringLiteral("broken"));
        write(broken, "kind: Config\nclusters: 7\n");
        const auto parsed = Kubeconfig::load(broken, {}, {});
        QVERIFY(!parsed.ok());
        QCOMPARE(parsed.error().where, QString(broken + u":2"));
        QCOMPARE(parsed.error().detail, QStringLiteral("clusters is not a list"));
    }

    void survivesTruncationAtEveryByte()
    {
        const QByteArray text = fixture(QStringLiteral("kubeconfig/everything.yaml"));
        const QByteArray json = fixture(QStringLiteral("kubeconfig/json-with-tabs.yaml")).trimmed();
        int usable = 0;
        for (qsizetype size = 0; size < text.size(); ++size) {
            const auto config = Kubeconfig::parse(text.first(size), QStringLiteral("/etc/kube"));
            if (!config)
                QCOMPARE(config.error().kind, Error::Kind::Configuration);
            else if (config->connection(QStringLiteral("full")))
                ++usable;
        }
        QVERIFY(usable > 0); // the last entries are not needed
        for (qsizetype size = 2; size < json.size(); ++size)
            QVERIFY(!Kubeconfig::parse(json.first(size), {}).ok());
    }
};

QTEST_APPLESS_MAIN(TestKubeconfig)
#include "tst_kubeconfig.moc"
