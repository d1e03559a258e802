// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/login/execcredentials.h"
#include "tests/support/fastclock.h"
#include "tests/support/script.h"
#include "tests/support/strict.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;
using Fact = Error::Fact::Kind;

namespace {

//! The real one, but ahead by as much as a test says.
class ShiftedClock final : public Clock
{
public:
    [[nodiscard]] std::chrono::milliseconds elapsed() const override { return m_clock.elapsed() + m_ahead; }
    [[nodiscard]] QDateTime now() const override { return m_clock.now().addMSecs(m_ahead.count()); }
    [[nodiscard]] std::unique_ptr<Alarm> after(
        std::chrono::milliseconds delay, std::function<void()> action) const override
    {
        return m_clock.after(delay, std::move(action));
    }
    void advance(std::chrono::milliseconds by) { m_ahead += by; }

private:
    SystemClock m_clock;
    std::chrono::milliseconds m_ahead{0};
};

class NoChance final : public RandomSource
{
public:
    [[nodiscard]] double uniform() override { return 0; }
};

QString fact(const Error &error, Fact kind)
{
    for (const Error::Fact &each : error.facts) {
        if (each.kind == kind)
            return each.text;
    }
    return {};
}

} // namespace

//! With real processes: each plugin is a script.
class TestExecCredentials final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sendsTheTokenThatThePluginPrints();
    void takesACertificateAndItsKey();
    void keepsTheAnswerUntilShortlyBeforeItExpires();
    void runsItOnceHoweverManyAsk();
    void forgetsWhoNoLongerAsks();
    void mayBeDestroyedByWhomItTells();
    void endsThePluginWithItself();
    void runsItAgainWhenTheServerRefuses();
    void doesNotStormWhenTheServerRefusesAFreshOne();
    void doesNotStormWhenThePluginFails();
    void goesOnWithWhatIsStillGood();
    void logsInAgainAtOnce();
    void tellsThePluginWhatItMayKnow();
    void givesThePluginThePathOfTheShell();
    void explainsAFailure();
    void explainsAMissingPlugin();
    void endsAPluginThatTakesTooLong();
    void endsAPluginThatSaysTooMuch();
    void cannotGiveATerminal();
    void hidesSecretsOfTheConfiguration();
    void letsTwoLogInAtOnce();
    void refusesOtherAnswers_data();
    void refusesOtherAnswers();

private:
    ShiftedClock m_clock;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::shared_ptr<Login::Gate> m_gate;
    std::chrono::milliseconds m_limit{20000};

    [[nodiscard]] QString file(const QString &name) const { return m_directory->filePath(name); }
    [[nodiscard]] QByteArray contents(const QString &name) const
    {
        QFile file(this->file(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] int runs() const { return static_cast<int>(contents(QStringLiteral("runs")).count('\n')); }

    //! A plugin that counts its runs and does \a lines.
    [[nodiscard]] Login::ExecPlugin plugin(const QByteArray &lines) const
    {
        const QString path = file(QStringLiteral("bin/plugin"));
        QDir().mkpath(file(QStringLiteral("bin")));
        if (!writeScript(path, "echo run >> '" + file(QStringLiteral("runs")).toUtf8() + "'\n" + lines))
            QTest::qFail("The script cannot be written.", __FILE__, __LINE__);
        Login::ExecPlugin plugin;
        plugin.command = path;
        plugin.apiVersion = QStringLiteral("client.authentication.k8s.io/v1");
        return plugin;
    }
    static QByteArray printing(const QByteArray &status)
    {
        return "cat <<'END'\n{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"kind\":\"ExecCredential\","
               "\"status\":"
            + status + "}\nEND\n";
    }
    [[nodiscard]] std::unique_ptr<Login::ExecCredentials> credentials(
        const Login::ExecPlugin &plugin, const Login::ExecCluster &cluster = {}) const
    {
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("PATH"), QStringLiteral("/usr/bin:/bin"));
        environment.insert(QStringLiteral("HOME"), m_directory->path());
        environment.insert(QStringLiteral("SHELL"), QStringLiteral("/bin/sh"));
        const Login::ExecCredentials::Means means{
            m_clock, m_gate, std::make_shared<Login::PluginSearch>(environment, m_clock), environment, m_limit};
        return std::make_unique<Login::ExecCredentials>(plugin, cluster, means, std::make_unique<NoChance>());
    }
    static Result<Http::Grant> obtained(Http::Credentials &credentials)
    {
        std::optional<Result<Http::Grant>> answer;
        const auto call = credentials.obtain([&answer](const Result<Http::Grant> &grant) { answer = grant; });
        (void)QTest::qWaitFor([&] { return answer.has_value(); }, 15000);
        return answer ? *answer : Result<Http::Grant>(Error{Error::Kind::Cancelled, 0, {}, {}, {}});
    }
    static QByteArray header(Http::Credentials &credentials)
    {
        const auto grant = obtained(credentials);
        return grant && !grant->headers.isEmpty() ? grant->headers.first().second : QByteArray("none");
    }
};

void TestExecCredentials::init()
{
    failOnUnexpectedWarnings();
    m_directory = std::make_unique<QTemporaryDir>();
    m_gate = std::make_shared<Login::Gate>();
    m_limit = 20000ms;
}

void TestExecCredentials::sendsTheTokenThatThePluginPrints()
{
    const auto exec = credentials(plugin("echo noise >&2\n" + printing(R"({"token":"abc"})")));
    QCOMPARE(header(*exec), QByteArray("Bearer abc"));
    QVERIFY(!exec->expires().isValid());
    m_clock.advance(24h);
    QCOMPARE(header(*exec), QByteArray("Bearer abc"));
    QCOMPARE(runs(), 1);
    QVERIFY(exec->canLogIn());
}

void TestExecCredentials::takesACertificateAndItsKey()
{
    const auto exec = credentials(plugin(printing(
        R"({"clientCertificateData":"-----BEGIN CERTIFICATE-----\nA\n","clientKeyData":"-----BEGIN KEY-----\nB\n"})")));
    const auto grant = obtained(*exec);
    QVERIFY(grant.ok());
    QVERIFY(grant->headers.isEmpty());
    QCOMPARE(grant->certificate, QByteArray("-----BEGIN CERTIFICATE-----\nA\n"));
    QCOMPARE(grant->key, QByteArray("-----BEGIN KEY-----\nB\n"));
}

void TestExecCredentials::keepsTheAnswerUntilShortlyBeforeItExpires()
{
    const QDateTime expires = m_clock.now().addSecs(1000);
    const auto exec = credentials(plugin(
        printing(R"({"token":"abc","expirationTimestamp":")" + expires.toString(Qt::ISODate).toUtf8() + R"("})")));
    QCOMPARE(header(*exec), QByteArray("Bearer abc"));
    QCOMPARE(exec->expires().toSecsSinceEpoch(), expires.toSecsSinceEpoch());
    m_clock.advance(930s);
    QCOMPARE(header(*exec), QByteArray("Bearer abc"));
    QCOMPARE(runs(), 1);
    m_clock.advance(12s); // less than a minute is left
    QCOMPARE(header(*exec), QByteArray("Bearer abc"));
    QCOMPARE(runs(), 2);
    // It prints a time that is nearly over: used for a moment rather than asked for again and again.
    QCOMPARE(header(*exec), QByteArray("Bearer abc"));
    QCOMPARE(runs(), 2);
}

void TestExecCredentials::runsItOnceHoweverManyAsk()
{
    const auto exec = credentials(plugin("sleep 0.2\n" + printing(R"({"token":"abc"})")));
    int told = 0;
    std::vector<std::unique_ptr<Http::Call>> calls;
    for (int i = 0; i < 20; ++i)
        calls.push_back(exec->obtain([&told](const Result<Http::Grant> &grant) { told += grant.ok() ? 1 : 0; }));
    QTRY_COMPARE_WITH_TIMEOUT(told, 20, 10000);
    QCOMPARE(runs(), 1);
}

void TestExecCredentials::forgetsWhoNoLongerAsks()
{
    const auto exec = credentials(plugin(printing(R"({"token":"abc"})")));
    std::unique_ptr<Http::Call> second;
    const auto first = exec->obtain([&second](const Result<Http::Grant> &) { second.reset(); });
    second = exec->obtain([](const Result<Http::Grant> &) { QFAIL("It no longer asked."); });
    auto third = exec->obtain([](const Result<Http::Grant> &) { QFAIL("It no longer asked."); });
    third.reset();
    QTRY_VERIFY_WITH_TIMEOUT(!second, 10000);
    QCOMPARE(header(*exec), QByteArray("Bearer abc"));
    QCOMPARE(runs(), 1);
}

void TestExecCredentials::mayBeDestroyedByWhomItTells()
{
    auto exec = credentials(plugin(printing(R"({"token":"abc"})")));
    const auto call = exec->obtain([&exec](const Result<Http::Grant> &) { exec.reset(); });
    QTRY_VERIFY_WITH_TIMEOUT(!exec, 10000);
}

void TestExecCredentials::endsThePluginWithItself()
{
    auto exec = credentials(plugin("trap '' TERM\necho $$ > '" + file(QStringLiteral("pid")).toUtf8()
        + "'\nsleep 1000 & echo $! > '" + file(QStringLiteral("child")).toUtf8() + "'\nwait"));
    const auto call = exec->obtain([](const Result<Http::Grant> &) { QFAIL("It cannot end."); });
    QTRY_VERIFY_WITH_TIMEOUT(!contents(QStringLiteral("child")).trimmed().isEmpty(), 10000);
    exec.reset();
    for (const QString &name : {QStringLiteral("pid"), QStringLiteral("child")}) {
        const QString stat = u"/proc/" + QString::fromLatin1(contents(name).trimmed()) + u"/stat";
        const auto gone = [&stat] {
            QFile file(stat);
            return !file.open(QIODevice::ReadOnly) || file.readAll().contains(") Z");
        };
        QTRY_VERIFY(gone());
    }
}

void TestExecCredentials::runsItAgainWhenTheServerRefuses()
{
    const auto exec = credentials(plugin(printing(R"({"token":"abc"})")));
    QCOMPARE(header(*exec), QByteArray("Bearer abc"));
    m_clock.advance(1min);
    exec->rejected();
    exec->rejected(); // several requests were under way
    QCOMPARE(header(*exec), QByteArray("Bearer abc"));
    QCOMPARE(runs(), 2);
}

void TestExecCredentials::doesNotStormWhenTheServerRefusesAFreshOne()
{
    const auto exec = credentials(plugin(printing(R"({"token":"abc"})")));
    for (int i = 0; i < 30; ++i) {
        QCOMPARE(header(*exec), QByteArray("Bearer abc"));
        exec->rejected();
        m_clock.advance(100ms);
    }
    QVERIFY2(runs() <= 3, qPrintable(QString::number(runs()))); // after 0, 0.8 and 2.4 s
    m_clock.advance(1min);
    QCOMPARE(header(*exec), QByteArray("Bearer abc"));
    QVERIFY(runs() >= 3);
}

void TestExecCredentials::doesNotStormWhenThePluginFails()
{
    const auto exec = credentials(plugin("exit 3"));
    QCOMPARE(obtained(*exec).error().kind, Error::Kind::PluginFailed);
    for (int i = 0; i < 10; ++i)
        QCOMPARE(fact(obtained(*exec).error(), Fact::ExitStatus), QStringLiteral("3"));
    QCOMPARE(runs(), 1);
    m_clock.advance(801ms);
    QVERIFY(!obtained(*exec).ok());
    QCOMPARE(runs(), 2);
    (void)plugin(printing(R"({"token":"abc"})"));
    m_clock.advance(1s);
    QVERIFY(!obtained(*exec).ok());
    QCOMPARE(runs(), 2);
    m_clock.advance(1s);
    QCOMPARE(header(*exec), QByteArray("Bearer abc"));
}

void TestExecCredentials::goesOnWithWhatIsStillGood()
{
    const QByteArray expires = m_clock.now().addSecs(1000).toString(Qt::ISODate).toUtf8();
    const auto exec = credentials(plugin(printing(R"({"token":"abc","expirationTimestamp":")" + expires + R"("})")));
    QCOMPARE(header(*exec), QByteArray("Bearer abc"));
    (void)plugin("exit 1");
    m_clock.advance(950s);
    QCOMPARE(header(*exec), QByteArray("Bearer abc"));
    QCOMPARE(runs(), 2);
    m_clock.advance(60s);
    QCOMPARE(obtained(*exec).error().kind, Error::Kind::PluginFailed);
}

void TestExecCredentials::logsInAgainAtOnce()
{
    const auto exec = credentials(plugin("exit 1"));
    QVERIFY(!obtained(*exec).ok());
    (void)plugin(printing(R"({"token":"abc"})"));
    exec->logInAgain();
    QCOMPARE(header(*exec), QByteArray("Bearer abc"));
    (void)plugin(printing(R"({"token":"def"})"));
    exec->logInAgain();
    QCOMPARE(header(*exec), QByteArray("Bearer def"));
}

void TestExecCredentials::tellsThePluginWhatItMayKnow()
{
    Login::ExecPlugin asking = plugin("printf '%s' \"$KUBERNETES_EXEC_INFO\" > '"
        + file(QStringLiteral("info")).toUtf8() + "'\nprintf '%s|' \"$REGION\" \"$HOME\" \"$@\" > '"
        + file(QStringLiteral("heard")).toUtf8() + "'\nread line && exit 9\n" + printing(R"({"token":"abc"})"));
    asking.arguments = {QStringLiteral("a b"), QStringLiteral("$c")};
    asking.environment = {{QStringLiteral("REGION"), QStringLiteral("eu")}};
    Login::ExecCluster cluster;
    cluster.server = QStringLiteral("https://api:6443");
    cluster.tlsServerName = QStringLiteral("inner");
    QFile authority(file(QStringLiteral("ca")));
    QVERIFY(authority.open(QIODevice::WriteOnly));
    authority.write("pem");
    authority.close();
    cluster.authorityFile = authority.fileName();
    cluster.config = R"({"audience":"x"})";
    QCOMPARE(header(*credentials(asking, cluster)), QByteArray("Bearer abc"));
    QCOMPARE(contents(QStringLiteral("heard")), "eu|" + m_directory->path().toUtf8() + "|a b|$c|");
    auto info = QJsonDocument::fromJson(contents(QStringLiteral("info")));
    QCOMPARE(info[QLatin1String("apiVersion")].toString(), asking.apiVersion);
    QCOMPARE(info[QLatin1String("kind")].toString(), QStringLiteral("ExecCredential"));
    QCOMPARE(info[QLatin1String("spec")], (QJsonValue(QJsonObject{{QStringLiteral("interactive"), false}})));

    asking.provideClusterInfo = true;
    QCOMPARE(header(*credentials(asking, cluster)), QByteArray("Bearer abc"));
    info = QJsonDocument::fromJson(contents(QStringLiteral("info")));
    const QJsonObject expected{{QStringLiteral("server"), cluster.server},
        {QStringLiteral("tls-server-name"), cluster.tlsServerName},
        {QStringLiteral("certificate-authority-data"), QStringLiteral("cGVt")},
        {QStringLiteral("config"), QJsonObject{{QStringLiteral("audience"), QStringLiteral("x")}}}};
    QCOMPARE(info[QLatin1String("spec")][QLatin1String("cluster")].toObject(), expected);
}

void TestExecCredentials::givesThePluginThePathOfTheShell()
{
    QVERIFY(QDir().mkpath(file(QStringLiteral(".local/bin"))));
    QVERIFY(writeScript(file(QStringLiteral(".local/bin/other-tool")), printing(R"({"token":"abc"})")));
    QVERIFY(writeScript(file(QStringLiteral(".local/bin/my-plugin")), "exec other-tool"));
    Login::ExecPlugin named = plugin("exit 1");
    named.command = QStringLiteral("my-plugin");
    QCOMPARE(header(*credentials(named)), QByteArray("Bearer abc"));
}

void TestExecCredentials::explainsAFailure()
{
    Login::ExecPlugin failing
        = plugin("echo '{\"status\":{\"token\":\"printed-secret\"}}'; printf 'No \\033[31msession\\033[0m.\\r\\nLog in "
                 "first.\\n' >&2; exit 3");
    failing.arguments = {QStringLiteral("get-token"), QStringLiteral("--name=it's")};
    failing.installHint = QStringLiteral("Get it from\nthe portal.\x07");
    const auto exec = credentials(failing);
    const auto outcome = obtained(*exec);
    QVERIFY(!outcome.ok());
    const Error &error = outcome.error();
    QCOMPARE(error.kind, Error::Kind::PluginFailed);
    QCOMPARE(error.where, failing.command);
    QCOMPARE(fact(error, Fact::Command), QString(failing.command + QStringLiteral(" get-token '--name=it'\\''s'")));
    QCOMPARE(fact(error, Fact::ExitStatus), QStringLiteral("3"));
    QCOMPARE(fact(error, Fact::Output), QStringLiteral("No session.\nLog in first."));
    QCOMPARE(fact(error, Fact::Hint), QStringLiteral("Get it from\nthe portal."));
    QVERIFY(fact(error, Fact::SearchPath).contains(QStringLiteral("/usr/bin")));
    for (const Error::Fact &each : error.facts)
        QVERIFY(!each.text.contains(QStringLiteral("printed-secret")));
    QVERIFY(!error.detail.contains(QStringLiteral("printed-secret")));
}

void TestExecCredentials::explainsAMissingPlugin()
{
    Login::ExecPlugin missing = plugin({});
    missing.command = QStringLiteral("no-such-plugin-anywhere");
    missing.installHint = QStringLiteral("Install it.");
    const Error error = obtained(*credentials(missing)).error();
    QCOMPARE(error.kind, Error::Kind::PluginMissing);
    QCOMPARE(error.where, missing.command);
    QVERIFY(fact(error, Fact::SearchPath).split(u'\n').contains(QStringLiteral("/usr/bin")));
    QCOMPARE(fact(error, Fact::Hint), QStringLiteral("Install it."));
    missing.command = file(QStringLiteral("nowhere"));
    QCOMPARE(obtained(*credentials(missing)).error().kind, Error::Kind::PluginMissing);
}

void TestExecCredentials::endsAPluginThatTakesTooLong()
{
    m_limit = 200ms;
    const Error error = obtained(*credentials(plugin("echo waiting for a browser >&2; exec sleep 1000"))).error();
    QCOMPARE(error.kind, Error::Kind::PluginFailed);
    QVERIFY2(error.detail.contains(QStringLiteral("did not end within")), qPrintable(error.detail));
    QCOMPARE(fact(error, Fact::Output), QStringLiteral("waiting for a browser"));
    QVERIFY(fact(error, Fact::ExitStatus).isEmpty());
}

void TestExecCredentials::endsAPluginThatSaysTooMuch()
{
    const Error error = obtained(*credentials(plugin("yes secret"))).error();
    QCOMPARE(error.kind, Error::Kind::PluginFailed);
    QVERIFY(error.detail.contains(QStringLiteral("more than a credential")));
    const Error loud = obtained(*credentials(plugin("yes noise | head -c 3000000 >&2; echo last >&2; exit 1"))).error();
    QVERIFY(fact(loud, Fact::Output).size() <= Error::maxFact);
    QVERIFY(fact(loud, Fact::Output).endsWith(QStringLiteral("last")));
}

void TestExecCredentials::cannotGiveATerminal()
{
    Login::ExecPlugin talking = plugin(printing(R"({"token":"abc"})"));
    talking.interactive = Login::ExecPlugin::Interactive::Always;
    talking.environment = {{QStringLiteral("REGION"), QStringLiteral("eu west")}};
    talking.arguments = {QStringLiteral("login")};
    const Error error = obtained(*credentials(talking)).error();
    QCOMPARE(error.kind, Error::Kind::LoginRequired);
    QCOMPARE(error.cause, Error::Cause::TerminalNeeded);
    QCOMPARE(fact(error, Fact::Command), QString(u"env 'REGION=eu west' " + talking.command + u" login"));
    QCOMPARE(runs(), 0);
}

void TestExecCredentials::hidesSecretsOfTheConfiguration()
{
    Login::ExecPlugin failing = plugin("echo \"tried $1 $3 $CLIENT_SECRET\" >&2; exit 1");
    failing.arguments = {QStringLiteral("--client-secret=hunter21"), QStringLiteral("--password"),
        QStringLiteral("hunter22"), QStringLiteral("--region=eu")};
    failing.environment = {{QStringLiteral("CLIENT_SECRET"), QStringLiteral("hunter23")}};
    const Error error = obtained(*credentials(failing)).error();
    QCOMPARE(error.kind, Error::Kind::PluginFailed);
    QVERIFY(fact(error, Fact::Command).contains(QStringLiteral("--region=eu")));
    QVERIFY(fact(error, Fact::Command).contains(QStringLiteral("--client-secret=…")));
    for (const Error::Fact &each : error.facts)
        QVERIFY2(!each.text.contains(QStringLiteral("hunter")), qPrintable(each.text));
}

void TestExecCredentials::letsTwoLogInAtOnce()
{
    const QByteArray mark = file(QStringLiteral("inside")).toUtf8();
    const QByteArray lines
        = "echo in >> '" + mark + "'\nsleep 0.3\necho out >> '" + mark + "'\n" + printing(R"({"token":"abc"})");
    std::vector<std::unique_ptr<Login::ExecCredentials>> all;
    std::vector<std::unique_ptr<Http::Call>> calls;
    int told = 0;
    const Login::ExecPlugin slow = plugin(lines);
    for (int i = 0; i < 5; ++i) {
        all.push_back(credentials(slow));
        calls.push_back(all.back()->obtain([&told](const Result<Http::Grant> &) { ++told; }));
    }
    QTRY_COMPARE_WITH_TIMEOUT(told, 5, 20000);
    int inside = 0;
    int most = 0;
    for (const QByteArray &line : contents(QStringLiteral("inside")).trimmed().split('\n')) {
        inside += line == "in" ? 1 : -1;
        most = std::max(most, inside);
    }
    QCOMPARE(most, 2);
}

void TestExecCredentials::refusesOtherAnswers_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const QByteArray &output, const char *reason) {
        QTest::newRow(name) << output << QString::fromLatin1(reason);
    };
    const QByteArray head = R"({"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential")";
    row("nothing", "", "it is not JSON");
    row("text", "a token", "it is not JSON");
    row("other version",
        R"({"apiVersion":"client.authentication.k8s.io/v1beta1","kind":"ExecCredential","status":{"token":"s3cret"}})",
        "its apiVersion is not client.authentication.k8s.io/v1");
    row("other kind", R"({"apiVersion":"client.authentication.k8s.io/v1","kind":"Pod","status":{"token":"s3cret"}})",
        "its kind is not ExecCredential");
    row("no status", head + "}", "it has no status");
    row("null status", head + R"(,"status":null})", "it has no status");
    row("empty status", head + R"(,"status":{}})", "neither a token nor a certificate");
    row("certificate alone", head + R"(,"status":{"token":"s3cret","clientCertificateData":"c"}})",
        "without the other");
    row("key alone", head + R"(,"status":{"clientKeyData":"s3cret"}})", "without the other");
    row("odd time", head + R"(,"status":{"token":"s3cret","expirationTimestamp":"s3cret"}})", "is not a time");
    row("line break", head + R"(,"status":{"token":"s3cret\r\nX: y"}})", "characters that no token has");
    row("number", head + R"(,"status":{"token":1234}})", "it is not JSON");
    row("more behind it", head + R"(,"status":{"token":"s3cret"}} s3cret)", "it is not JSON");
}

void TestExecCredentials::refusesOtherAnswers()
{
    QFETCH(QByteArray, output);
    QFETCH(QString, reason);
    const auto answer = Login::parseExecAnswer(output, QStringLiteral("client.authentication.k8s.io/v1"));
    QVERIFY(!answer.ok());
    QVERIFY2(answer.error().detail.contains(reason), qPrintable(answer.error().detail));
    QVERIFY(!answer.error().detail.contains(QStringLiteral("s3cret")));
}

QTEST_GUILESS_MAIN(TestExecCredentials)
#include "tst_execcredentials.moc"
