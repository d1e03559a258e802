// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/certificates.h"
#include "tests/support/script.h"
#include "tests/support/scriptedcluster.h"
#include "tests/support/strict.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <sys/resource.h>

namespace {

//! A value that must not be found anywhere, in any of the forms in which values travel.
QList<QByteArray> formsOf(const QByteArray &secret)
{
    QList<QByteArray> forms{secret, secret.toHex(), secret.toPercentEncoding()};
    for (const auto options : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding}) {
        for (int before = 0; before < 3; ++before) { // base64 looks different after each number of bytes
            const QByteArray encoded = QByteArray(before, 'x').append(secret).toBase64(options);
            forms.append(encoded.mid(4, encoded.size() - 8));
        }
    }
    return forms;
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! The command lines of \a process and of everything below it.
QByteArray commandLines(qint64 process)
{
    const QString directory = u"/proc/" + QString::number(process);
    QByteArray all = readAll(directory + QStringLiteral("/cmdline")) + '\n';
    const QDir tasks(directory + QStringLiteral("/task"));
    for (const QString &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        for (const QByteArray &child : readAll(tasks.filePath(task + QStringLiteral("/children"))).split(' ')) {
            if (!child.isEmpty())
                all += commandLines(child.toLongLong());
        }
    }
    return all;
}

} // namespace

//! The real program with every kind of credential, each with a value that can be recognised, and everything that it
//! tells searched for them.
class TestSecrecy final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { failOnUnexpectedWarnings(); }
    void findsWhatIsPlanted();
    void exportsWithoutASecret_data();
    void exportsWithoutASecret();
    void showsAWindowWithoutASecret();
    void crashesWithoutASecret();

private:
    struct Told
    {
        QByteArray output;
        QByteArray commandLines;
    };

    QTemporaryDir m_directory;
    QString m_kubeconfig;
    QList<QByteArray> m_secrets;
    QStringList m_contexts;
    QList<QByteArray> m_credentials; // that reached the server
    QList<QString> m_visitors; // by certificate
    bool m_refuse = false;
    std::unique_ptr<ScriptedCluster> m_cluster;

    [[nodiscard]] QString file(const QString &name) const { return m_directory.filePath(name); }
    [[nodiscard]] QString home() const { return file(QStringLiteral("home")); }
    QByteArray secret(const QByteArray &name)
    {
        m_secrets.append("s3cr3t/of+" + name + "~0451");
        return m_secrets.last();
    }
    //! The middle of a key stands for the whole.
    QByteArray key(const QByteArray &pem)
    {
        m_secrets.append(pem.split('\n').at(1).mid(4, 40));
        return pem;
    }
    QByteArray user(const QByteArray &name, const QByteArray &body)
    {
        m_contexts.append(QString::fromLatin1(name));
        return "- name: " + name + "\n  user: {" + body + "}\n";
    }
    QByteArray plugin(const QByteArray &name, const QByteArray &lines, const QByteArray &more = {})
    {
        if (!writeScript(file(QString::fromLatin1(name)), lines))
            QTest::qFail("The script cannot be written.", __FILE__, __LINE__);
        return user(name,
            "exec: {apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never, command: ./" + name + more
                + "}");
    }
    static QByteArray printing(const QByteArray &status)
    {
        return "sleep 0.3\ncat "
               "<<'END'\n{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"kind\":\"ExecCredential\","
               "\"status\":"
            + status + "}\nEND\n";
    }
    void writeKubeconfig(const QByteArray &authority, const QByteArray &users) const
    {
        QByteArray text = "apiVersion: v1\nkind: Config\nclusters:\n- name: prod\n  cluster:\n    server: "
            + m_cluster->server().url().toUtf8() + "\n    certificate-authority-data: " + authority.toBase64()
            + "\nusers:\n" + users + "contexts:\n";
        for (const QString &context : m_contexts) {
            const QByteArray name = context.toLatin1();
            text += "- {name: " + name + ", context: {cluster: prod, user: " + name + "}}\n";
        }
        QFile file(m_kubeconfig);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
    [[nodiscard]] std::unique_ptr<QProcess> started(const QStringList &arguments) const
    {
        auto process = std::make_unique<QProcess>();
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOME"), home());
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home() + QStringLiteral("/.config"));
        environment.insert(QStringLiteral("SHELL"), QStringLiteral("/bin/sh"));
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("*=true"));
        environment.remove(QStringLiteral("KUBECONFIG"));
        process->setProcessEnvironment(environment);
        process->setWorkingDirectory(home());
        process->setChildProcessModifier([] {
            const rlimit all{RLIM_INFINITY, RLIM_INFINITY};
            ::setrlimit(RLIMIT_CORE, &all); // whether there is a core file is not to depend on the shell
        });
        process->setProcessChannelMode(QProcess::MergedChannels);
        QStringList all{QStringLiteral("--kubeconfig"), m_kubeconfig};
        for (const QString &context : m_contexts)
            all += {QStringLiteral("--context"), context};
        process->start(QStringLiteral(PILOTHOUSE_PROGRAM), all + arguments);
        return process;
    }
    //! Until \a enough holds or it ends by itself; collects what can be seen of it meanwhile.
    static Told watched(QProcess &process, const std::function<bool()> &enough)
    {
        Told told;
        (void)QTest::qWaitFor(
            [&] {
                told.commandLines += commandLines(process.processId());
                told.output += process.readAll();
                return process.state() == QProcess::NotRunning || enough();
            },
            90000);
        return told;
    }
    [[nodiscard]] bool allCame() const
    {
        const auto came = [this](const char *what) {
            return std::any_of(m_credentials.begin(), m_credentials.end(),
                [what](const QByteArray &each) { return each.contains(what); });
        };
        const QByteArray password = QByteArray("olga:" + m_secrets.at(2)).toBase64();
        return came("of+bearer") && came("of+file") && came(password.constData()) && came("of+exec")
            && m_visitors.contains(QStringLiteral("by-file")) && m_visitors.contains(QStringLiteral("by-exec"));
    }
    void searchIn(const QByteArray &text, const QByteArray &what) const
    {
        for (const QByteArray &each : m_secrets) {
            for (const QByteArray &form : formsOf(each))
                QVERIFY2(!text.contains(form), QByteArray(what + " holds " + form).constData());
        }
    }
    //! Settings, exports, pictures, core files: whatever it left.
    void searchFiles() const
    {
        QDirIterator files(home(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext())
            searchIn(readAll(files.next()), files.filePath().toUtf8());
    }
};

void TestSecrecy::initTestCase()
{
    QVERIFY(QDir().mkpath(home()));
    m_kubeconfig = file(QStringLiteral("kubeconfig"));
    const auto authority = Certificates::authority(QStringLiteral("tests"));
    auto tls = Certificates::serverConfiguration(
        Certificates::issue(authority, QStringLiteral("server"), QStringLiteral("127.0.0.1")));
    tls.setCaCertificates(QSslCertificate::fromData(authority.certificate));
    tls.setPeerVerifyMode(QSslSocket::QueryPeer);
    m_cluster = std::make_unique<ScriptedCluster>(
        [this](const ScriptedServer::Request &request, QTcpSocket &socket) {
            const auto peer = static_cast<QSslSocket &>(socket).peerCertificate();
            m_visitors.append(peer.subjectInfo(QSslCertificate::CommonName).value(0));
            m_credentials.append(request.headers.value("authorization"));
            if (m_refuse)
                ScriptedServer::reply(socket, 401,
                    ScriptedCluster::status(401, "Unauthorized", "you are " + m_credentials.last().left(4)));
            return m_refuse;
        },
        tls);

    QFile token(file(QStringLiteral("token")));
    QVERIFY(token.open(QIODevice::WriteOnly));
    const auto own = Certificates::issue(authority, QStringLiteral("by-file"), {});
    const auto given = Certificates::issue(authority, QStringLiteral("by-exec"), {});
    QByteArray users = user("bearer", "token: '" + secret("bearer") + "'");
    token.write(secret("file"));
    token.close();
    users += user("file", "tokenFile: token");
    users += user("basic", "username: olga, password: '" + secret("basic") + "'");
    users += user("certificate",
        "client-certificate-data: " + own.certificate.toBase64() + ", client-key-data: " + key(own.key).toBase64());
    users += plugin("exec", printing("{\"token\":\"" + secret("exec") + "\"}"),
        ", env: [{name: CLIENT_SECRET, value: '" + secret("environment") + "'}]");
    users += plugin("execcert",
        printing("{\"clientCertificateData\":\"" + QByteArray(given.certificate).replace("\n", "\\n")
            + "\",\"clientKeyData\":\"" + key(given.key).replace("\n", "\\n") + "\"}"));
    users += plugin("failing",
        "echo \"$CLIENT_SECRET is wrong\" >&2; echo '{\"status\":{\"token\":\"" + secret("failed") + "\"}}'; exit 3",
        ", env: [{name: CLIENT_SECRET, value: '" + secret("failing") + "'}]");
    users += plugin("malformed", "echo '\"" + secret("malformed") + "\"'");
    users += user("impersonating", "as: jane, token: '" + secret("impersonating") + "'");
    writeKubeconfig(authority.certificate, users);
}

void TestSecrecy::findsWhatIsPlanted()
{
    const QByteArray secret = m_secrets.first();
    const QList<QByteArray> planted{secret, "Bearer " + secret, "x" + secret.toPercentEncoding() + "y",
        QByteArray("olga:" + secret + "!").toBase64(), QByteArray("k" + secret + "??").toBase64(QByteArray::Base64UrlEncoding),
        QByteArray("Bearer " + secret + " and more").toBase64()};
    const QList<QByteArray> forms = formsOf(secret);
    for (const QByteArray &text : planted) {
        QVERIFY2(
            std::any_of(forms.begin(), forms.end(), [&text](const QByteArray &form) { return text.contains(form); }),
            text.constData());
    }
}

void TestSecrecy::exportsWithoutASecret_data()
{
    QTest::addColumn<bool>("refused");
    QTest::addColumn<QString>("format");
    QTest::newRow("json") << false << "json";
    QTest::newRow("csv") << false << "csv";
    QTest::newRow("refused by the server") << true << "text";
}

void TestSecrecy::exportsWithoutASecret()
{
    QFETCH(bool, refused);
    QFETCH(QString, format);
    m_refuse = refused;
    m_credentials.clear();
    m_visitors.clear();
    const auto process = started({QStringLiteral("--export"), format, QStringLiteral("--output"),
        home() + QStringLiteral("/export.") + format, QStringLiteral("--deadline"), QStringLiteral("15")});
    const Told told = watched(*process, [] { return false; });
    m_refuse = false;
    QCOMPARE(process->state(), QProcess::NotRunning);
    QVERIFY(allCame()); // the search means something
    QVERIFY(told.output.contains("malformed") && told.output.contains("failing"));
    QVERIFY2(told.output.contains("It ended with status 3."), told.output.right(4000).constData());
    QVERIFY(told.commandLines.contains("pilothouse"));
    QVERIFY(refused || !readAll(home() + QStringLiteral("/export.") + format).isEmpty());
    searchIn(told.output, "the output");
    searchIn(told.commandLines, "a command line");
    searchFiles();
}

void TestSecrecy::showsAWindowWithoutASecret()
{
    m_credentials.clear();
    m_visitors.clear();
    const auto process = started({});
    Told told = watched(*process, [this] { return allCame(); });
    process->terminate();
    const Told rest = watched(*process, [] { return false; });
    QCOMPARE(process->exitStatus(), QProcess::NormalExit);
    QVERIFY(allCame());
    QVERIFY(QFile::exists(home() + QStringLiteral("/.config/pilothouse/pilothouse.ini")));
    searchIn(told.output + rest.output, "the output");
    searchIn(told.commandLines + rest.commandLines, "a command line");
    searchFiles();
}

void TestSecrecy::crashesWithoutASecret()
{
    m_credentials.clear();
    m_visitors.clear();
    const auto process = started({});
    const Told told = watched(*process, [this] { return allCame(); });
    QVERIFY(allCame());
    ::kill(static_cast<pid_t>(process->processId()), SIGABRT);
    const Told rest = watched(*process, [] { return false; });
    QCOMPARE(process->exitStatus(), QProcess::CrashExit);
    searchIn(told.output + rest.output, "the output");
    searchFiles(); // a core file would lie in the working directory
}

QTEST_GUILESS_MAIN(TestSecrecy)
#include "tst_secrecy.moc"
