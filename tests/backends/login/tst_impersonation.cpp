// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/login/fixedcredentials.h"
#include "backends/login/impersonation.h"
#include "tests/support/strict.h"

#include <QTest>

using Login::Impersonation;

class TestImpersonation final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void sendsALineForEachName();
    void addsToTheCredentialsOwn();
    void refusesWhatAHeaderCannotCarry_data();
    void refusesWhatAHeaderCannotCarry();
};

void TestImpersonation::sendsALineForEachName()
{
    const Impersonation who{QStringLiteral("jané"), QStringLiteral("7"),
        {QStringLiteral("dev"), QStringLiteral("ops, too")},
        {{QStringLiteral("example.com/Sco pes%"), {QStringLiteral("a"), QStringLiteral("b")}}}};
    const auto headers = Login::impersonationHeaders(who);
    QVERIFY(headers.ok());
    const QList<QPair<QByteArray, QByteArray>> expected{{"Impersonate-User", "jan\xc3\xa9"}, {"Impersonate-Uid", "7"},
        {"Impersonate-Group", "dev"}, {"Impersonate-Group", "ops, too"},
        {"Impersonate-Extra-example.com%2FSco%20pes%25", "a"}, {"Impersonate-Extra-example.com%2FSco%20pes%25", "b"}};
    QCOMPARE(*headers, expected);
}

void TestImpersonation::addsToTheCredentialsOwn()
{
    const auto headers = Login::impersonationHeaders({QStringLiteral("jane"), {}, {}, {}});
    Login::ImpersonatingCredentials credentials(Login::FixedCredentials::bearer(QStringLiteral("abc")), *headers);
    std::optional<Http::Grant> grant;
    const auto call = credentials.obtain([&grant](const Result<Http::Grant> &answer) { grant = *answer; });
    QVERIFY(grant && !call);
    const QList<QPair<QByteArray, QByteArray>> expected{{"Authorization", "Bearer abc"}, {"Impersonate-User", "jane"}};
    QCOMPARE(grant->headers, expected);
}

void TestImpersonation::refusesWhatAHeaderCannotCarry_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("line break") << "jane\r\nX: y";
    QTest::newRow("null") << QString(QChar(0));
    QTest::newRow("delete") << QString(QChar(0x7f));
    QTest::newRow("C1 control") << QString(QChar(0x85)) + QStringLiteral("a");
    QTest::newRow("blank in front") << " jane";
    QTest::newRow("blank behind") << "jane ";
    QTest::newRow("empty") << "";
    QTest::newRow("endless") << QString(100000, u'a');
}

void TestImpersonation::refusesWhatAHeaderCannotCarry()
{
    QFETCH(QString, name);
    const QString jane = QStringLiteral("jane");
    const auto refused = [](const Impersonation &who) {
        const auto headers = Login::impersonationHeaders(who);
        return !headers && headers.error().kind == Error::Kind::Configuration;
    };
    QVERIFY(refused({name, {}, {}, {}}));
    QVERIFY(refused({jane, {}, {name}, {}}));
    QVERIFY(refused({jane, {}, {}, {{QStringLiteral("key"), {name}}}}));
    QVERIFY(name.isEmpty() || refused({jane, name, {}, {}}));
    QVERIFY(refused({jane, {}, {}, {{QString(), {jane}}}}));
}

QTEST_GUILESS_MAIN(TestImpersonation)
#include "tst_impersonation.moc"
