// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/silence.h"
#include "tests/support/strict.h"

#include <QTest>

namespace {

QList<QPair<QString, QString>> labels()
{
    return {
        {QStringLiteral("alertname"), QStringLiteral("Burn")}, {QStringLiteral("namespace"), QStringLiteral("shop-1")}};
}

} // namespace

class TestSilence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void readsMatchersAsAmtoolDoes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<bool>("fits");
        const auto row = [](const char *text, const char *expected, bool fits) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(expected) << fits;
        };
        row("alertname=Burn", "alertname=\"Burn\"", true);
        row("alertname=\"Burn\"", "alertname=\"Burn\"", true);
        row("namespace=~shop-.*", "namespace=~\"shop-.*\"", true);
        row("namespace=~shop", "namespace=~\"shop\"", false); // matches the whole value
        row("namespace!=shop-1", "namespace!=\"shop-1\"", false);
        row("namespace!~bank.*", "namespace!~\"bank.*\"", true);
        row("missing=", "missing=\"\"", true); // as good as empty
        row("a=b=c", "a=\"b=c\"", false);
        row("a=\"q\\\"q\"", "a=\"q\\\"q\"", false);
    }
    void readsMatchersAsAmtoolDoes()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QFETCH(bool, fits);
        QString problem;
        const auto matcher = SilenceText::parse(text, problem);
        QVERIFY2(matcher, qPrintable(problem));
        QCOMPARE(matcher->text(), expected);
        QCOMPARE(SilenceText::matches({*matcher}, labels()), fits);
    }
    void refusesWhatIsNoMatcher_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "a", "=b", "1a=b", "a b=c", "a=\"b", "a=\"b\"c\"", "a!b"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void refusesWhatIsNoMatcher()
    {
        QFETCH(QString, text);
        QString problem;
        QVERIFY(!SilenceText::parse(text, problem));
        QVERIFY(!problem.isEmpty());
    }
    void saysWhatWouldSilenceEverything()
    {
        QVERIFY(!SilenceText::problem({}).isEmpty());
        QVERIFY(!SilenceText::problem({{QStringLiteral("a"), QStringLiteral(".*"), true}}).isEmpty());
        QVERIFY(!SilenceText::problem({{QStringLiteral("a"), QStringLiteral("b"), false, false}}).isEmpty());
        QVERIFY(!SilenceText::problem({{QStringLiteral("a"), QStringLiteral("("), true}}).isEmpty());
        QVERIFY(!SilenceText::problem({{QStringLiteral("a-b"), QStringLiteral("c")}}).isEmpty());
        QCOMPARE(SilenceText::problem({{QStringLiteral("a"), QStringLiteral(".+"), true}}), QString());
        QCOMPARE(SilenceText::problem({{QStringLiteral("a"), QString(), false, false}}), QString());
    }
    void matchesNothingWithoutMatchers() { QVERIFY(!SilenceText::matches({}, labels())); }
};

QTEST_APPLESS_MAIN(TestSilence)
#include "tst_silence.moc"
