// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/core/error.h"
#include "backends/kubernetes/clusteraccess.h"
#include "backends/kubernetes/kubeconfig.h"
#include "models/fleet/problem.h"
#include "tests/support/strict.h"

#include <QSet>
#include <QTemporaryDir>

using Kind = Error::Kind;

namespace {

constexpr int kinds = int(Kind::PluginFailed) + 1;

Problem prod(Kind kind, int status = 0, const QString &detail = {})
{
    return describe(Error{kind, status, detail, QStringLiteral("10.0.0.1:6443"), {}}, ProblemSource::Kubernetes,
        QStringLiteral("prod-eu"));
}

Kubernetes::Kubeconfig parsed(const char *text)
{
    return *Kubernetes::Kubeconfig::parse(QByteArray(text), QStringLiteral("."));
}

} // namespace

class TestProblem final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsNobodyToLogIn()
    {
        const Error error{Error::Kind::Forbidden, 403,
            QStringLiteral(R"(namespaces is forbidden: User "system:anonymous" cannot list resource "namespaces")"), {},
            {}};
        const Problem problem = describe(error, ProblemSource::Kubernetes, QStringLiteral("prod-eu"));
        QCOMPARE(problem.title, QStringLiteral("You are not logged in to prod-eu."));
        QVERIFY(problem.nextStep.contains(QStringLiteral("set-credentials")));
        QVERIFY(problem.forbidden);
    }
    void init() { failOnUnexpectedWarnings(); }

    void hasASentenceAndAStepForEverything()
    {
        QSet<QString> titles;
        for (const auto source : {ProblemSource::Kubernetes, ProblemSource::Prometheus, ProblemSource::Kubeconfig}) {
            for (int kind = 0; kind < kinds; ++kind) {
                const Error error{Kind(kind), 0, {}, QStringLiteral("where"), {}};
                const Problem problem = describe(error, source, QStringLiteral("prod-eu"));
                QVERIFY2(problem.title.endsWith(QLatin1Char('.')), qPrintable(problem.title));
                QVERIFY2(problem.nextStep.endsWith(QLatin1Char('.')), qPrintable(problem.nextStep));
                QVERIFY2(!problem.paragraph().contains(QLatin1Char('%')), qPrintable(problem.paragraph()));
                titles.insert(problem.title);
            }
        }
        QCOMPARE(titles.size(), 3 * kinds);
    }

    void saysItInTheseWords_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("nextStep");
        QTest::newRow("refused") << int(Kind::Refused) << 0
                                 << QStringLiteral("prod-eu cannot be reached: 10.0.0.1:6443 refuses the connection.")
                                 << QStringLiteral(
                                        "Check that its API server runs, and the address with kubectl config view.");
        QTest::newRow("unknown host")
            << int(Kind::HostNotFound) << 0 << QStringLiteral("The host of prod-eu is unknown: 10.0.0.1:6443.")
            << QStringLiteral("Check the address with kubectl config view, your DNS, and that your VPN is connected.");
        QTest::newRow("untrusted") << int(Kind::CertificateUntrusted) << 0
                                   << QStringLiteral("The certificate of 10.0.0.1:6443 is not signed by a certificate "
                                                     "authority that the kubeconfig names.")
                                   << QStringLiteral("Give prod-eu the right certificate-authority or "
                                                     "certificate-authority-data with kubectl config set-cluster.");
        QTest::newRow("expired")
            << int(Kind::CertificateExpired) << 0
            << QStringLiteral("The certificate of 10.0.0.1:6443 has expired or is not valid yet.")
            << QStringLiteral("Have the certificate of prod-eu renewed, and check the clock of this computer.");
        QTest::newRow("wrong name")
            << int(Kind::CertificateWrongHost) << 0
            << QStringLiteral("The certificate of 10.0.0.1:6443 is for another name.")
            << QStringLiteral(
                   "Use the name that the certificate has as the address of prod-eu, or set it as tls-server-name with "
                   "kubectl config set-cluster.");
        QTest::newRow("401") << int(Kind::Unauthorized) << 401 << QStringLiteral("prod-eu refuses your credential.")
                             << QStringLiteral("Log in again so that the kubeconfig has a valid credential, or choose "
                                               "another context with --context NAME.");
        QTest::newRow("500")
            << int(Kind::Server) << 500 << QStringLiteral("prod-eu has a fault of its own (500).")
            << QStringLiteral("It is asked again by itself. If this stays, look at the API server's log and at etcd.");
        QTest::newRow("malformed") << int(Kind::Malformed) << 200
                                   << QStringLiteral("prod-eu sends what no Kubernetes API server sends.")
                                   << QStringLiteral("Check that the address in the kubeconfig leads to the API server "
                                                     "and not to a login page or another service.");
        QTest::newRow("truncated")
            << int(Kind::ConnectionLost) << 200 << QStringLiteral("prod-eu broke off in the middle of an answer.")
            << QStringLiteral(
                   "It is asked again by itself. If this stays, look at the load balancers and proxies on the way.");
        QTest::newRow("silent")
            << int(Kind::Timeout) << 0 << QStringLiteral("prod-eu does not answer.")
            << QStringLiteral(
                   "It is asked again by itself. If this stays, look at its API server: kubectl get --raw /readyz.");
        QTest::newRow("429") << int(Kind::RateLimited) << 429
                             << QStringLiteral("prod-eu asks to be left alone for a while (429).")
                             << QStringLiteral("Wait: it is asked again by itself after that. If this stays, see who "
                                               "else asks it much: kubectl get flowschemas.");
    }

    void saysItInTheseWords()
    {
        QFETCH(int, kind);
        QFETCH(int, status);
        QFETCH(QString, title);
        QFETCH(QString, nextStep);
        const Problem problem = prod(Kind(kind), status);
        QCOMPARE(problem.title, title);
        QCOMPARE(problem.nextStep, nextStep);
    }

    void saysHowLongTheServerWantsToBeLeftAlone()
    {
        Error error{Kind::RateLimited, 429, {}, {}, std::chrono::seconds(7)};
        QCOMPARE(describe(error, ProblemSource::Kubernetes, QStringLiteral("prod-eu")).title,
            QStringLiteral("prod-eu asks to be left alone for 7 s (429)."));
    }

    void saysThatNamespacesMayNotBeListed()
    {
        const Problem problem
            = prod(Kind::Forbidden, 403, QStringLiteral("namespaces is forbidden: User \"eve\" cannot list"));
        QCOMPARE(problem.title, QStringLiteral("prod-eu does not let you list its namespaces."));
        QVERIFY(problem.explanation.contains(
            QStringLiteral("It says: “namespaces is forbidden: User \"eve\" cannot list”.")));
        QVERIFY(problem.nextStep.contains(QStringLiteral("--namespace prod-eu=NAME")));
        QCOMPARE(prod(Kind::Forbidden, 403, QStringLiteral("pods is forbidden")).title,
            QStringLiteral("prod-eu does not let you read this."));
    }

    void quotesTheServerWordForWord()
    {
        const Problem problem = prod(Kind::Server, 500, QStringLiteral("etcd %1 %2 <b>gone</b>"));
        QVERIFY(problem.paragraph().contains(QStringLiteral("It says: “etcd %1 %2 <b>gone</b>”.")));
    }

    void endsAQuotedSentenceOnce_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<ProblemSource>("source");
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("ours") << 0 << ProblemSource::Kubernetes << "A login needs a client-id."
                              << "This is about 10.0.0.1:6443. More exactly: “A login needs a client-id”.";
        QTest::newRow("no sentence") << 0 << ProblemSource::Kubernetes << "no client-id"
                                     << "This is about 10.0.0.1:6443. More exactly: “no client-id”.";
        QTest::newRow("a server's") << 400 << ProblemSource::Kubernetes << "Not today."
                                    << "This is about 10.0.0.1:6443. It says: “Not today”.";
        QTest::newRow("a file's") << 0 << ProblemSource::Kubeconfig << "It is empty."
                                  << "The reason: It is empty.";
        QTest::newRow("ellipsis") << 0 << ProblemSource::Kubeconfig << "cut off..."
                                  << "The reason: cut off....";
    }

    void endsAQuotedSentenceOnce()
    {
        QFETCH(int, status);
        QFETCH(ProblemSource, source);
        QFETCH(QString, detail);
        const Error error{Kind::Configuration, status, detail, QStringLiteral("10.0.0.1:6443"), {}};
        QTEST(describe(error, source, QStringLiteral("prod-eu")).explanation, "sentence");
    }

    void tellsWhatIsKnownOfAPlugin()
    {
        using Fact = Error::Fact::Kind;
        const Error error{Kind::PluginFailed, 0, QStringLiteral("it ended badly"), QStringLiteral("login"), {},
            {{Fact::Command, QStringLiteral("login --now")}, {Fact::ExitStatus, QStringLiteral("3")},
                {Fact::Output, QStringLiteral("no %1\n<b>session</b>")},
                {Fact::SearchPath, QStringLiteral("/bin\n/usr/bin")}, {Fact::Hint, QStringLiteral("Ask olga.")}}};
        const Problem problem = describe(error, ProblemSource::Kubernetes, QStringLiteral("prod-eu"));
        QCOMPARE(problem.details,
            (QStringList{QStringLiteral("Command: login --now"), QStringLiteral("It ended with status 3."),
                QStringLiteral("It said: no %1\n<b>session</b>"), QStringLiteral("Searched: /bin, /usr/bin"),
                QStringLiteral("Hint: Ask olga.")}));
        QVERIFY(problem.text().startsWith(problem.paragraph() + u'\n'));
        QVERIFY(problem.text().endsWith(QStringLiteral("\nHint: Ask olga.")));
    }

    void hasAStepForEachCause()
    {
        QSet<QString> steps;
        for (const auto cause : {Error::Cause::Unspecified, Error::Cause::KeyEncrypted, Error::Cause::KeyOfAnother,
                 Error::Cause::KeyUnreadable, Error::Cause::OwnCertificateExpired, Error::Cause::TerminalNeeded,
                 Error::Cause::ProviderGone}) {
            Error error{Kind::ClientCertificate, 0, {}, {}, {}};
            error.cause = cause;
            const Problem problem = describe(error, ProblemSource::Kubernetes, QStringLiteral("prod-eu"));
            QVERIFY2(problem.nextStep.endsWith(u'.'), qPrintable(problem.nextStep));
            steps.insert(problem.nextStep);
        }
        QCOMPARE(steps.size(), 7);
    }

    void namesThePluginThatTookAProvidersPlace()
    {
        const auto connection = parsed("contexts: [{name: c, context: {cluster: k, user: u}}]\n"
                                       "clusters: [{name: k, cluster: {server: 'https://h'}}]\n"
                                       "users: [{name: u, user: {auth-provider: {name: gcp}}}]\n")
                                    .connection(QStringLiteral("c"));
        QVERIFY(connection.ok());
        const SystemClock clock;
        const auto credentials = Kubernetes::credentialsOf(*connection, Kubernetes::systemLoginMeans(clock), clock);
        QVERIFY(!credentials.ok());
        const Problem problem = describe(credentials.error(), ProblemSource::Kubernetes, QStringLiteral("prod-eu"));
        QVERIFY2(problem.nextStep.contains(QStringLiteral("gke-gcloud-auth-plugin")), qPrintable(problem.nextStep));
    }

    void speaksOfPrometheusByName()
    {
        const Error error{Kind::Refused, 0, {}, QStringLiteral("prometheus:9090"), {}};
        const Problem problem = describe(error, ProblemSource::Prometheus, QStringLiteral("prod-eu"));
        QCOMPARE(problem.title,
            QStringLiteral("The Prometheus of prod-eu cannot be reached: prometheus:9090 refuses the connection."));
        QVERIFY(problem.nextStep.contains(QStringLiteral("--prometheus CLUSTER=URL")));
    }

    void saysThatThereIsNoKubeconfig()
    {
        const QTemporaryDir home;
        const auto loaded = Kubernetes::Kubeconfig::load({}, {}, home.path());
        QVERIFY(!loaded);
        const Problem problem = describe(loaded.error(), ProblemSource::Kubeconfig, {});
        QCOMPARE(problem.title, QStringLiteral("There is no kubeconfig."));
        QCOMPARE(problem.explanation, QString(u"Looked for it here: " + home.path() + u"/.kube/config."));
        QCOMPARE(problem.nextStep,
            QStringLiteral(
                "Name one with --kubeconfig FILE or in KUBECONFIG, or copy your cluster's to ~/.kube/config."));
        const QString named = home.filePath(QStringLiteral("mine"));
        const auto wanted = Kubernetes::Kubeconfig::load(named, {}, home.path());
        QCOMPARE(describe(wanted.error(), ProblemSource::Kubeconfig, named).title,
            QString(u"There is no kubeconfig " + named + u'.'));
    }

    void namesTheContextsThatExist()
    {
        const auto kubeconfig
            = parsed("contexts:\n- name: a\n  context: {cluster: x}\n- name: b\n  context: {cluster: x}\n");
        const auto connection = kubeconfig.connection(QStringLiteral("prod"));
        QVERIFY(!connection);
        const Problem problem = describe(connection.error(), ProblemSource::Kubeconfig, QStringLiteral("prod"));
        QCOMPARE(problem.title, QStringLiteral("The kubeconfig has no context prod."));
        QCOMPARE(problem.explanation, QStringLiteral("It has: a, b."));
        QCOMPARE(problem.nextStep,
            QStringLiteral("Choose one that exists with --context NAME; kubectl config get-contexts lists them."));
        const auto none = parsed("kind: Config\n").connection(QStringLiteral("prod"));
        QCOMPARE(describe(none.error(), ProblemSource::Kubeconfig, QStringLiteral("prod")).explanation,
            QStringLiteral("It has no context at all."));
    }

    void tellsABrokenFileFromABrokenEntry()
    {
        const auto broken = Kubernetes::Kubeconfig::parse("contexts: [", QStringLiteral("."));
        QVERIFY(!broken);
        Error error = broken.error();
        error.where = QStringLiteral("config:1");
        const Problem file = describe(error, ProblemSource::Kubeconfig, {});
        QVERIFY2(file.title.contains(QStringLiteral("config:1")), qPrintable(file.title));
        QVERIFY(file.nextStep.contains(QStringLiteral("--kubeconfig FILE")));
        const auto entry = parsed("contexts:\n- name: a\n  context: {cluster: gone}\n").connection(QStringLiteral("a"));
        QVERIFY(!entry);
        const Problem problem = describe(entry.error(), ProblemSource::Kubeconfig, QStringLiteral("a"));
        QCOMPARE(problem.title, QStringLiteral("The kubeconfig's entry for a cannot be used."));
        QVERIFY2(problem.explanation.contains(QStringLiteral("gone")), qPrintable(problem.explanation));
    }

    void saysThatNoContextIsChosen()
    {
        const Problem problem = noContextChosen({QStringLiteral("a"), QStringLiteral("b")});
        QCOMPARE(problem.title, QStringLiteral("No context is chosen."));
        QCOMPARE(problem.explanation, QStringLiteral("The kubeconfig names no current context. It has: a, b."));
        QVERIFY(problem.nextStep.contains(QStringLiteral("--context NAME")));
    }
};

QTEST_GUILESS_MAIN(TestProblem)
#include "tst_problem.moc"
