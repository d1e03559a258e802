// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/training/debriefing.h"
#include "tests/support/strict.h"

#include <QRegularExpression>
#include <QTest>

using namespace std::chrono_literals;

class TestDebriefing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void tellsTime_data();
    void tellsTime();
    void saysHowLongItTook();
    void writesMarkdown();
    void keepsMarkupOut();

private:
    [[nodiscard]] static Debriefing sample();
};

Debriefing TestDebriefing::sample()
{
    Debriefing debriefing;
    debriefing.incident = QStringLiteral("bad-canary");
    debriefing.title = QStringLiteral("A bad canary");
    debriefing.outcome = QStringLiteral("It was mended.");
    debriefing.lesson = QStringLiteral("Stop a canary that errs.");
    debriefing.started = QDateTime(QDate(2026, 3, 1), QTime(10, 5), Qt::UTC);
    debriefing.lasted = 125s;
    debriefing.firstAct = 60s;
    debriefing.mended = 75s;
    using Kind = Debriefing::Moment::Kind;
    debriefing.moments = {{Kind::Happened, 7s, {}, QStringLiteral("A canary came.")},
        {Kind::Did, 67s, QStringLiteral("olga"), QStringLiteral("patch deployments eu/shop/web")}};
    debriefing.spent = {{QStringLiteral("shop"), QStringLiteral("eu/shop/web"), QStringLiteral("availability"), 0.125}};
    return debriefing;
}

void TestDebriefing::tellsTime_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << 0 << QStringLiteral("0:00");
    QTest::newRow("seconds") << 7 << QStringLiteral("0:07");
    QTest::newRow("minutes") << 750 << QStringLiteral("12:30");
    QTest::newRow("hours") << 3723 << QStringLiteral("1:02:03");
}

void TestDebriefing::tellsTime()
{
    QFETCH(const int, seconds);
    QTEST(DebriefingText::clock(std::chrono::seconds(seconds)), "text");
}

void TestDebriefing::saysHowLongItTook()
{
    Debriefing debriefing = sample();
    const QString facts = debriefing.facts().join(u'\n');
    QVERIFY(facts.startsWith(QStringLiteral("It was mended.\n")));
    QVERIFY2(facts.contains(QStringLiteral("1 min")), qPrintable(facts));
    QVERIFY2(facts.contains(QStringLiteral("12.5")), qPrintable(facts));
    QVERIFY(!facts.contains(QStringLiteral("Nobody")));
    debriefing.firstAct.reset();
    debriefing.mended.reset();
    debriefing.spent.clear();
    QCOMPARE(debriefing.facts().size(), 3);
    QCOMPARE(debriefing.facts().constLast(), QStringLiteral("Nobody changed anything."));
}

void TestDebriefing::writesMarkdown()
{
    const QString text = sample().toMarkdown();
    QVERIFY(text.startsWith(QStringLiteral("# A bad canary\n\n")));
    QVERIFY(text.contains(QStringLiteral("2026-03-01 10:05 UTC")));
    QVERIFY2(text.contains(QStringLiteral("| 1:07 | olga | patch deployments eu/shop/web |\n")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("| shop | eu/shop/web | availability | 12.5")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("Stop a canary that errs")));
}

void TestDebriefing::keepsMarkupOut()
{
    Debriefing debriefing = sample();
    debriefing.title = QStringLiteral("<b>x</b> [link](http://x)\n# other");
    debriefing.moments[1].who = QStringLiteral("a|b");
    debriefing.moments[1].text = QStringLiteral("one\ntwo `code`");
    const QString text = debriefing.toMarkdown();
    QVERIFY(text.startsWith(QStringLiteral("# \\<b\\>x\\</b\\> \\[link\\]\\(http://x\\) \\# other\n")));
    QVERIFY2(text.contains(QStringLiteral("| a\\|b | one two \\`code\\` |\n")), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestDebriefing)
#include "tst_debriefing.moc"
