// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/noticepolicy.h"
#include "tests/support/strict.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using Verdict = NoticePolicy::Verdict;

class TestNoticePolicy final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void isCalmByDefault();
    void readsSeverities_data();
    void readsSeverities();
    void knowsQuietHours_data();
    void knowsQuietHours();
    void knowsWhenQuietEnds_data();
    void knowsWhenQuietEnds();
    void endsQuietByTheClockOnTheWall();
    void judges_data();
    void judges();
    void namesWhatOneIsAbout();
    void addsUpAStorm();
    void namesTheOneTenantOfAStorm();
    void boundsWhatANoticeLeadsTo();
    void keepsLevelsInSettings();
};

namespace {
// 2026-11-21 is a Saturday.
QDateTime at(int day, int hour, int minute = 0)
{
    return {QDate(2026, 11, day), QTime(hour, minute), QTimeZone("Europe/Berlin")};
}

QuietHours nights(const QList<int> &days = {1, 2, 3, 4, 5, 6, 7})
{
    return {.on = true, .from = QTime(22, 0), .to = QTime(7, 0), .days = days};
}

AlertNews news(int number, const QString &severity, const QString &tenant)
{
    return {.key = QString::number(number),
        .name = number % 3 == 0 ? u"Burn"_s : u"CrashLoop"_s,
        .severity = severity,
        .tenant = tenant,
        .cluster = u"prod-eu"_s,
        .summary = u"summary"_s};
}
} // namespace

void TestNoticePolicy::isCalmByDefault()
{
    const NoticeSettings settings;
    QVERIFY(settings.on);
    QVERIFY(!settings.sound);
    QCOMPARE(settings.least, NoticeLevel::Critical);
    QVERIFY(!settings.quiet.on);
    QVERIFY(settings.quiet.criticalBreaksThrough);
}

void TestNoticePolicy::readsSeverities_data()
{
    QTest::addColumn<QString>("severity");
    QTest::addColumn<NoticeLevel>("level");
    for (const auto *word : {"critical", "Page", "fatal", "emergency", "error"})
        QTest::newRow(word) << QString::fromLatin1(word) << NoticeLevel::Critical;
    for (const auto *word : {"warning", "ticket", "", "whatever", "criticalish"})
        QTest::newRow(*word ? word : "none given") << QString::fromLatin1(word) << NoticeLevel::Warning;
    for (const auto *word : {"info", "none", "INFO"})
        QTest::newRow(word) << QString::fromLatin1(word) << NoticeLevel::Info;
}

void TestNoticePolicy::readsSeverities()
{
    QFETCH(const QString, severity);
    QTEST(NoticePolicy::levelOf(severity), "level");
}

void TestNoticePolicy::knowsQuietHours_data()
{
    QTest::addColumn<QuietHours>("hours");
    QTest::addColumn<QDateTime>("moment");
    QTest::addColumn<bool>("quiet");
    const QuietHours lunch{.on = true, .from = QTime(12, 0), .to = QTime(13, 0), .days = {6}};
    QTest::newRow("before lunch") << lunch << at(21, 11, 59) << false;
    QTest::newRow("lunch begins") << lunch << at(21, 12) << true;
    QTest::newRow("lunch ends") << lunch << at(21, 13) << false;
    QTest::newRow("lunch of another day") << lunch << at(20, 12, 30) << false;
    QTest::newRow("evening") << nights() << at(21, 22) << true;
    QTest::newRow("before the evening") << nights() << at(21, 21, 59) << false;
    QTest::newRow("after midnight") << nights() << at(22, 0) << true;
    QTest::newRow("morning") << nights() << at(22, 7) << false;
    QTest::newRow("the night after a chosen day") << nights({5}) << at(21, 6, 59) << true;
    QTest::newRow("the evening after it") << nights({5}) << at(21, 22) << false;
    QTest::newRow("Sunday night into Monday") << nights({7}) << at(23, 3) << true;
    const QuietHours weekend{.on = true, .from = QTime(0, 0), .to = QTime(0, 0), .days = {6, 7}};
    QTest::newRow("whole Saturday") << weekend << at(21, 15) << true;
    QTest::newRow("Monday") << weekend << at(23, 0) << false;
    QuietHours off = nights();
    off.on = false;
    QTest::newRow("switched off") << off << at(21, 23) << false;
    QTest::newRow("no days") << nights({}) << at(21, 23) << false;
}

void TestNoticePolicy::knowsQuietHours()
{
    QFETCH(const QuietHours, hours);
    QFETCH(const QDateTime, moment);
    QTEST(NoticePolicy::isQuiet(hours, moment), "quiet");
}

void TestNoticePolicy::knowsWhenQuietEnds_data()
{
    QTest::addColumn<QuietHours>("hours");
    QTest::addColumn<QDateTime>("moment");
    QTest::addColumn<QDateTime>("end");
    QTest::newRow("not quiet") << nights() << at(21, 12) << at(21, 12);
    QTest::newRow("over midnight") << nights() << at(21, 23) << at(22, 7);
    QTest::newRow("after midnight") << nights() << at(22, 1) << at(22, 7);
    const QuietHours weekend{.on = true, .from = QTime(0, 0), .to = QTime(0, 0), .days = {6, 7}};
    QTest::newRow("whole days") << weekend << at(21, 12) << at(23, 0);
    const QuietHours always{.on = true, .from = QTime(0, 0), .to = QTime(0, 0), .days = {1, 2, 3, 4, 5, 6, 7}};
    QTest::newRow("always") << always << at(21, 12) << QDateTime();
}

void TestNoticePolicy::knowsWhenQuietEnds()
{
    QFETCH(const QuietHours, hours);
    QFETCH(const QDateTime, moment);
    QTEST(NoticePolicy::quietUntil(hours, moment), "end");
}

//! The night in which clocks go back has an hour more.
void TestNoticePolicy::endsQuietByTheClockOnTheWall()
{
    const QDateTime evening(QDate(2026, 10, 24), QTime(23, 0), QTimeZone("Europe/Berlin"));
    const QDateTime end = NoticePolicy::quietUntil(nights(), evening);
    QCOMPARE(end.time(), QTime(7, 0));
    QCOMPARE(evening.secsTo(end), qint64(9 * 3600));
}

void TestNoticePolicy::judges_data()
{
    QTest::addColumn<NoticeSettings>("settings");
    QTest::addColumn<AlertNews>("alert");
    QTest::addColumn<QDateTime>("moment");
    QTest::addColumn<Verdict>("verdict");
    const NoticeSettings usual{.least = NoticeLevel::Warning, .quiet = nights()};
    const AlertNews critical = news(1, u"critical"_s, u"shop"_s);
    const AlertNews warning = news(1, u"warning"_s, u"shop"_s);
    AlertNews silenced = critical;
    silenced.wantsAPerson = false;
    QTest::newRow("by day") << usual << warning << at(21, 12) << Verdict::Tell;
    QTest::newRow("by night") << usual << warning << at(21, 23) << Verdict::Hold;
    QTest::newRow("critical by night") << usual << critical << at(21, 23) << Verdict::Tell;
    QTest::newRow("too little") << usual << news(1, u"info"_s, {}) << at(21, 12) << Verdict::Never;
    QTest::newRow("silenced") << usual << silenced << at(21, 12) << Verdict::Never;
    NoticeSettings strict = usual;
    strict.quiet.criticalBreaksThrough = false;
    QTest::newRow("critical by a strict night") << strict << critical << at(21, 23) << Verdict::Hold;
    NoticeSettings off = usual;
    off.on = false;
    QTest::newRow("switched off") << off << critical << at(21, 12) << Verdict::Never;
}

void TestNoticePolicy::judges()
{
    QFETCH(const NoticeSettings, settings);
    QFETCH(const AlertNews, alert);
    QFETCH(const QDateTime, moment);
    QTEST(NoticePolicy::judge(alert, settings, moment), "verdict");
}

void TestNoticePolicy::namesWhatOneIsAbout()
{
    const AlertNotice notice = NoticePolicy::single(news(1, u"page"_s, u"shop"_s), {});
    QCOMPARE(notice.title, u"CrashLoop (page) in tenant shop"_s);
    QCOMPARE(notice.text, u"summary\nIn cluster prod-eu."_s);
    QCOMPARE(notice.level, NoticeLevel::Critical);
    QCOMPARE(notice.key, NoticePolicy::keyOf(u"1"_s));
    QCOMPARE(notice.alertKeys, QStringList{u"1"_s});
    QVERIFY(!notice.sound);
    QCOMPARE(NoticePolicy::single({.key = u"2"_s, .name = u"Watchdog"_s}, {}).title, u"Watchdog"_s);
}

void TestNoticePolicy::addsUpAStorm()
{
    QList<AlertNews> many;
    for (int i = 0; i < 214; ++i)
        many.append(news(i, i < 12 ? u"critical"_s : u"warning"_s, u"tenant-%1"_s.arg(i % 3)));
    const AlertNotice notice = NoticePolicy::summary(many, {.sound = true});
    QCOMPARE(notice.title, u"214 alerts began in 3 tenants"_s);
    QCOMPARE(notice.text, u"12 critical, 202 warnings.\nCrashLoop (142), Burn (72)"_s);
    QCOMPARE(notice.level, NoticeLevel::Critical);
    QVERIFY(notice.sound);
    QCOMPARE(notice.alertKeys.size(), 214);
}

void TestNoticePolicy::namesTheOneTenantOfAStorm()
{
    const QList<AlertNews> few{news(1, {}, u"shop"_s), news(2, {}, u"shop"_s), news(3, {}, {})};
    QCOMPARE(NoticePolicy::summary(few, {}).title, u"3 alerts began in tenant shop"_s);
    QCOMPARE(NoticePolicy::afterQuiet(few, {}).title, u"3 alerts began in your quiet hours and go on"_s);
    QCOMPARE(NoticePolicy::afterQuiet(few.first(1), {}).title, u"1 alert began in your quiet hours and goes on"_s);
    QCOMPARE(NoticePolicy::summary({news(1, {}, {}), news(2, {}, {})}, {}).title, u"2 alerts began"_s);
}

void TestNoticePolicy::boundsWhatANoticeLeadsTo()
{
    QList<AlertNews> many;
    for (int i = 0; i < 12'000; ++i)
        many.append({.key = QString::number(i), .name = u"name-%1"_s.arg(i)});
    const AlertNotice notice = NoticePolicy::summary(many, {});
    QCOMPARE(notice.alertKeys.size(), NoticePolicy::mostKeys);
    QVERIFY(notice.text.size() < 200);
    QVERIFY(notice.text.contains(u"11,997"_s) || notice.text.contains(u"11997"_s));
}

void TestNoticePolicy::keepsLevelsInSettings()
{
    for (const NoticeLevel level : {NoticeLevel::Info, NoticeLevel::Warning, NoticeLevel::Critical})
        QCOMPARE(NoticePolicy::levelFromId(NoticePolicy::id(level)), level);
    QCOMPARE(NoticePolicy::levelFromId(u"loud"_s), NoticeLevel::Critical);
}

QTEST_GUILESS_MAIN(TestNoticePolicy)
#include "tst_noticepolicy.moc"
