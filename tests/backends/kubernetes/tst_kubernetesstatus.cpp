// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/decode.h"
#include "tests/support/fixture.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace Kubernetes;

class TestKubernetesStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void tellsFailuresApart_data()
    {
        using Kind = Error::Kind;
        QTest::addColumn<int>("status");
        QTest::addColumn<Error::Kind>("kind");
        const std::pair<int, Kind> kinds[] = {{302, Kind::Malformed}, {400, Kind::BadRequest},
            {401, Kind::Unauthorized}, {403, Kind::Forbidden}, {404, Kind::NotFound}, {405, Kind::BadRequest},
            {406, Kind::BadRequest}, {407, Kind::Proxy}, {408, Kind::Timeout}, {409, Kind::Conflict}, {410, Kind::Gone},
            {413, Kind::BadRequest}, {415, Kind::BadRequest}, {418, Kind::BadRequest}, {422, Kind::BadRequest},
            {429, Kind::RateLimited}, {500, Kind::Server}, {503, Kind::Server}, {504, Kind::Server}};
        for (const auto &[status, kind] : kinds)
            QTest::newRow(qPrintable(QString::number(status))) << status << kind;
    }
    void tellsFailuresApart()
    {
        QFETCH(int, status);
        QFETCH(Error::Kind, kind);
        const Error error = decodeFailure(status, "");
        QCOMPARE(error.kind, kind);
        QCOMPARE(error.httpStatus, status);
        QCOMPARE(error.detail, QString());
        QVERIFY(!error.retryAfter);
    }

    void keepsTheServersWords()
    {
        const Error forbidden = decodeFailure(403, fixture(QStringLiteral("kubernetes/status-forbidden.json")));
        QCOMPARE(forbidden.kind, Error::Kind::Forbidden);
        QVERIFY(
            forbidden.detail.startsWith(QLatin1String("namespaces is forbidden: User \"tenant-000-dev\" cannot list")));
        QCOMPARE(userOfRefusal(forbidden.detail), QStringLiteral("tenant-000-dev"));
        const Error busy = decodeFailure(
            500, R"({"kind":"Status","reason":"ServerTimeout","details":{"retryAfterSeconds":2},"code":500})");
        QCOMPARE(busy.detail, QStringLiteral("ServerTimeout"));
        QCOMPARE(busy.retryAfter, std::optional(std::chrono::seconds(2)));
    }

    void usesOnlyShortPlainText_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("detail");
        QTest::newRow("overload") << QByteArray("Too many requests, please try again later.\n")
                                  << QStringLiteral("Too many requests, please try again later.");
        QTest::newRow("html") << QByteArray(" \n<html><body>502 Bad Gateway</body></html>") << QString();
        QTest::newRow("other json") << QByteArray(R"({"error":"x"})") << QString();
        QTest::newRow("cut status") << QByteArray("{\"kind\":\"Status\",\"message\":\"x") << QString();
        QTest::newRow("long") << QByteArray(5000, 'x') << QString();
        QTest::newRow("binary") << QByteArray("\x89PNG\xff\x00", 6) << QString();
        QTest::newRow("escape sequences") << QByteArray("a\x1b[2Jb") << QStringLiteral("a [2Jb");
    }
    void usesOnlyShortPlainText()
    {
        QFETCH(QByteArray, body);
        QTEST(decodeFailure(429, body).detail, "detail");
    }

    void readsWhoWeAre()
    {
        const auto user
            = decodeSelfSubject(R"({"kind":"SelfSubjectReview","apiVersion":"authentication.k8s.io/v1","metadata":{},
            "status":{"userInfo":{"username":"olga","groups":["system:authenticated"]}}})");
        QVERIFY(user.ok());
        QCOMPARE(*user, QStringLiteral("olga"));
        QVERIFY(!decodeSelfSubject(R"({"kind":"SelfSubjectReview","status":{}})").ok());
        QVERIFY(!decodeSelfSubject(R"({"kind":"Status","status":"Success"})").ok());
        QVERIFY(!decodeSelfSubject("").ok());
    }

    void findsTheUserInARefusal_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("user");
        QTest::newRow("plain") << QStringLiteral(R"(pods is forbidden: User "a@b" cannot list resource "pods")")
                               << QStringLiteral("a@b");
        QTest::newRow("path") << QStringLiteral(R"(forbidden: User "system:anonymous" cannot get path "/x")")
                              << QStringLiteral("system:anonymous");
        QTest::newRow("quote in it") << QStringLiteral("User \"a\\\"b\" cannot get") << QStringLiteral("a\"b");
        QTest::newRow("escaped html") << QStringLiteral(R"(User "a&lt;b&gt;&amp;lt;" cannot get)")
                                      << QStringLiteral("a<b>&lt;");
        QTest::newRow("admission") << QStringLiteral(R"(pods "x" is forbidden: exceeded quota: q)") << QString();
        QTest::newRow("cut") << QStringLiteral("User \"abc") << QString();
        QTest::newRow("cut in an escape") << QStringLiteral("User \"abc\\") << QString();
        QTest::newRow("nothing") << QString() << QString();
    }
    void findsTheUserInARefusal()
    {
        QFETCH(QString, message);
        QTEST(userOfRefusal(message), "user");
    }
};

QTEST_APPLESS_MAIN(TestKubernetesStatus)
#include "tst_kubernetesstatus.moc"
