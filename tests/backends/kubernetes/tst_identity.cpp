// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/resourceversion.h"
#include "backends/kubernetes/uid.h"
#include "tests/support/strict.h"

#include <QTest>

using Kubernetes::ResourceVersion;
using Kubernetes::Uid;

class TestIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void keepsUidsExactly_data();
    void keepsUidsExactly();
    void tellsOddUidsApart();
    void keepsVersionsExactly_data();
    void keepsVersionsExactly();
    void sharesOddVersions();
};

void TestIdentity::keepsUidsExactly_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QString>("text");
    QTest::newRow("UUID") << QByteArray("b2af6250-3b9a-43d4-ba4b-eee655ad7305")
                          << QStringLiteral("b2af6250-3b9a-43d4-ba4b-eee655ad7305");
    QTest::newRow("upper case") << QByteArray("B2AF6250-3B9A-43D4-BA4B-EEE655AD7305")
                                << QStringLiteral("b2af6250-3b9a-43d4-ba4b-eee655ad7305");
    QTest::newRow("32 digits") << QByteArray("0a9b2c3d4e5f0a1b2c3d4e5f60718293")
                               << QStringLiteral("0a9b2c3d4e5f0a1b2c3d4e5f60718293");
    QTest::newRow("none") << QByteArray() << QString();
}

void TestIdentity::keepsUidsExactly()
{
    QFETCH(const QByteArray, written);
    QFETCH(const QString, text);
    const Uid uid = Uid::of(written.toStdString());
    QCOMPARE(uid.text(), text);
    QCOMPARE(uid.isNull(), text.isEmpty());
}

void TestIdentity::tellsOddUidsApart()
{
    const Uid a = Uid::of("u-a");
    QVERIFY(!a.isNull());
    QVERIFY(a == Uid::of("u-a"));
    QVERIFY(!(a == Uid::of("u-b")));
    QVERIFY(!(Uid::of("b2af6250-3b9a-43d4-ba4b-eee655ad730x") == Uid::of("b2af6250-3b9a-43d4-ba4b-eee655ad7305")));
    QCOMPARE(a.text().remove(u'-').size(), 32);
}

void TestIdentity::keepsVersionsExactly_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "0", "1", "00", "012", "999999999999999999", "1000000000000000000",
             "18446744073709551616", "12a", "-1", "ü", "a version that is long and no number at all"})
        QTest::newRow(*text ? text : "empty") << QString::fromUtf8(text);
}

void TestIdentity::keepsVersionsExactly()
{
    QFETCH(const QString, text);
    const ResourceVersion version = ResourceVersion::of(text);
    QCOMPARE(version.text(), text);
    QCOMPARE(version.isEmpty(), text.isEmpty());
    QVERIFY(version == ResourceVersion::of(text));
    QVERIFY(!(version == ResourceVersion::of(text + u'7')));
}

void TestIdentity::sharesOddVersions()
{
    ResourceVersion first = ResourceVersion::of(std::string_view("x1"));
    {
        const ResourceVersion copy = first;
        ResourceVersion moved = std::move(first);
        QVERIFY(first.isEmpty());
        first = moved;
        moved = ResourceVersion::of(std::string_view("2"));
        QVERIFY(copy == first);
    }
    QCOMPARE(first.text(), QStringLiteral("x1"));
}

QTEST_GUILESS_MAIN(TestIdentity)
#include "tst_identity.moc"
