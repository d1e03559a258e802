// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandboxclient/place.h"
#include "backends/sandboxclient/session.h"
#include "tests/support/strict.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace SandboxClient;

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void saysWhatItWasTold();
    void refusesWhatIsNoSession_data();
    void refusesWhatIsNoSession();
    void saysWhichFileCannotBeRead();
    void hasAPlaceOfItsOwn();
    void refusesAPlaceThatOthersMayEnter();
};

void TestSession::saysWhatItWasTold()
{
    Session session;
    session.kubeconfig = QStringLiteral("/run/kubeconfig");
    session.clusters = {
        {QStringLiteral("eu"), QStringLiteral("eu"), QUrl(QStringLiteral("http://127.0.0.1:9090#cluster=eu")), QUrl()}};
    session.control = QUrl(QStringLiteral("https://127.0.0.1:1"));
    session.token = QStringLiteral("secret");
    session.authority = "PEM";
    session.incident = QStringLiteral("bad-canary");
    session.missingPackages = QStringList{QStringLiteral("prometheus")};
    const auto read = Session::parse(session.toJson());
    QVERIFY(read);
    QCOMPARE(read->kubeconfig, session.kubeconfig);
    QCOMPARE(read->clusters, session.clusters);
    QCOMPARE(read->control, session.control);
    QCOMPARE(read->token, session.token);
    QCOMPARE(read->authority, session.authority);
    QCOMPARE(read->incident, session.incident);
    QCOMPARE(read->missingPackages, session.missingPackages);
}

void TestSession::refusesWhatIsNoSession_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{");
    QTest::newRow("an array") << QByteArray("[]");
    QTest::newRow("other types") << QByteArray(R"({"kubeconfig":1,"control":[],"clusters":{}})");
    QTest::newRow("no control") << QByteArray(R"({"kubeconfig":"a"})");
}

void TestSession::refusesWhatIsNoSession()
{
    QFETCH(const QByteArray, json);
    const auto read = Session::parse(json);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Malformed);
}

void TestSession::saysWhichFileCannotBeRead()
{
    const auto read = Session::read(QStringLiteral("/nowhere/session.json"));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Configuration);
    QCOMPARE(read.error().where, QStringLiteral("/nowhere/session.json"));
}

void TestSession::hasAPlaceOfItsOwn()
{
    const QTemporaryDir runtime;
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(runtime.path()));
    const Place place = Place::ofThisUser();
    QCOMPARE(place.folder, runtime.filePath(QStringLiteral("pilothouse-sandbox")));
    QVERIFY(place.prepare());
    QVERIFY(place.prepare()); // again
    QCOMPARE(QFileInfo(place.folder).permissions() & (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther),
        QFile::Permissions());
    qputenv("XDG_RUNTIME_DIR", "/nowhere");
    QVERIFY(!Place::ofThisUser().folder.startsWith(QStringLiteral("/nowhere")));
    qunsetenv("XDG_RUNTIME_DIR");
}

void TestSession::refusesAPlaceThatOthersMayEnter()
{
    const QTemporaryDir runtime;
    const Place place{runtime.filePath(QStringLiteral("open"))};
    QVERIFY(QDir().mkdir(place.folder));
    QVERIFY(QFile::setPermissions(
        place.folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther));
    const auto prepared = place.prepare();
    QVERIFY(!prepared);
    QCOMPARE(prepared.error().where, place.folder);

    const Place link{runtime.filePath(QStringLiteral("link"))};
    QVERIFY(QFile::link(runtime.path(), link.folder));
    QVERIFY(!link.prepare());
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
