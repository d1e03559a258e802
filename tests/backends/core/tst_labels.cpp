// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/core/labels.h"
#include "backends/core/timestamp.h"
#include "tests/support/strict.h"

#include <QTest>

class TestLabels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    //! As an Alertmanager 0.25 was seen to print them.
    void fingerprintsAsAlertmanagerDoes_data()
    {
        QTest::addColumn<QString>("labels");
        QTest::addColumn<QString>("expected");
        // FNV-1a's offset basis: that of no labels.
        QTest::newRow("no labels") << QString() << QStringLiteral("cbf29ce484222325");
    }
    void fingerprintsAsAlertmanagerDoes()
    {
        QFETCH(QString, expected);
        QCOMPARE(Labels::fingerprintText(Labels::fingerprint({})), expected);
    }
    //! Worked out by hand: FNV-1a of "a" 0xFF "b" 0xFF.
    void separatesNamesFromValues()
    {
        quint64 hash = 14695981039346656037ULL;
        for (const int byte : {int('a'), 0xFF, int('b'), 0xFF})
            hash = (hash ^ quint64(byte)) * 1099511628211ULL;
        QCOMPARE(Labels::fingerprint({{QStringLiteral("a"), QStringLiteral("b")}}), hash);
        QVERIFY(Labels::fingerprint({{QStringLiteral("ab"), QString()}}) != hash);
    }
    void mixesBytesOfUtf8()
    {
        quint64 hash = 14695981039346656037ULL;
        for (const int byte : {int('a'), 0xFF, 0xC3, 0xBC, 0xFF})
            hash = (hash ^ quint64(byte)) * 1099511628211ULL;
        QCOMPARE(Labels::fingerprint({{QStringLiteral("a"), QStringLiteral("ü")}}), hash);
    }
    void padsShortFingerprints() { QCOMPARE(Labels::fingerprintText(0x1f), QStringLiteral("000000000000001f")); }
    void sortsByName()
    {
        LabelList labels{{QStringLiteral("b"), QStringLiteral("1")}, {QStringLiteral("B"), QStringLiteral("2")},
            {QStringLiteral("_a"), QStringLiteral("3")}};
        Labels::sort(labels);
        QCOMPARE(labels.first().first, QStringLiteral("B")); // capitals come before _ and that before small letters
        QCOMPARE(labels.last().first, QStringLiteral("b"));
        QCOMPARE(Labels::value(labels, QLatin1String("_a")), QStringLiteral("3"));
        QCOMPARE(Labels::value(labels, QStringLiteral("c")), QString());
    }

    void readsTimesOfGo_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("expected");
        QTest::newRow("milliseconds") << QByteArray("2026-11-20T22:48:00.811Z") << qint64(1795214880811);
        QTest::newRow("nanoseconds are cut") << QByteArray("2026-11-20T22:48:00.811999999Z") << qint64(1795214880811);
        QTest::newRow("seconds") << QByteArray("2026-11-20T22:48:00Z") << qint64(1795214880000);
        QTest::newRow("tenths") << QByteArray("2026-11-20T22:48:00.5Z") << qint64(1795214880500);
        QTest::newRow("offset") << QByteArray("2026-11-21T00:48:00.811+02:00") << qint64(1795214880811);
        QTest::newRow("the year 1 is none") << QByteArray("0001-01-01T00:00:00Z") << qint64(0);
    }
    void readsTimesOfGo()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, expected);
        QCOMPARE(Timestamp::parse(text.toStdString()), std::optional(expected));
    }
    void refusesWhatIsNoTime_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"", "now", "2026-11-20", "2026-11-20T22:48:00", "2026-02-30T00:00:00Z",
                 "2026-11-20T24:48:00Z", "2026-11-20T22:48:00.Z", "2026-11-20T22:48:00Zx", "26-11-20T22:48:00Z"})
            QTest::newRow(text) << QByteArray(text);
    }
    void refusesWhatIsNoTime()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!Timestamp::parse(text.toStdString()));
    }
    void writesWhatItReads()
    {
        QCOMPARE(Timestamp::text(1795214880811), QStringLiteral("2026-11-20T22:48:00.811Z"));
        QCOMPARE(Timestamp::parse(Timestamp::text(1795214880000).toStdString()), std::optional(qint64(1795214880000)));
    }
};

QTEST_APPLESS_MAIN(TestLabels)
#include "tst_labels.moc"
