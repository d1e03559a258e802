// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/slo/calendarwindow.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace SloSpec;
using namespace Qt::StringLiterals;

namespace {

QDateTime utc(const char *text)
{
    QDateTime time = QDateTime::fromString(QString::fromLatin1(text), u"yyyy-MM-dd HH:mm:ss"_s);
    time.setTimeSpec(Qt::UTC);
    return time;
}

} // namespace

class TestCalendarWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void findsThePeriodOfAMoment_data()
    {
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("duration");
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<QDateTime>("begin");
        QTest::addColumn<QDateTime>("end");
        const auto row = [](const char *name, const char *start, const char *zone, const char *duration,
                             const char *now, const char *begin, const char *end) {
            QTest::newRow(name) << QString::fromLatin1(start) << QString::fromLatin1(zone)
                                << QString::fromLatin1(duration) << utc(now) << utc(begin) << utc(end);
        };
        row("a month of 31 days", "2026-01-01 00:00:00", "UTC", "1M", "2026-05-20 12:00:00", "2026-05-01 00:00:00",
            "2026-06-01 00:00:00");
        row("February", "2026-01-01 00:00:00", "UTC", "1M", "2026-02-28 23:59:59", "2026-02-01 00:00:00",
            "2026-03-01 00:00:00");
        row("February of a leap year", "2024-01-01 00:00:00", "UTC", "1M", "2024-02-29 12:00:00", "2024-02-01 00:00:00",
            "2024-03-01 00:00:00");
        row("the very beginning", "2026-01-01 00:00:00", "UTC", "1M", "2026-01-01 00:00:00", "2026-01-01 00:00:00",
            "2026-02-01 00:00:00");
        row("the end is the next one's", "2026-01-01 00:00:00", "UTC", "1M", "2026-02-01 00:00:00",
            "2026-02-01 00:00:00", "2026-03-01 00:00:00");
        row("a day that February lacks", "2026-01-31 08:00:00", "UTC", "1M", "2026-03-15 00:00:00",
            "2026-02-28 08:00:00", "2026-03-31 08:00:00"); // and not the 28th from then on
        row("summer time begins", "2026-01-01 00:00:00", "Europe/Berlin", "1M", "2026-03-30 00:00:00",
            "2026-02-28 23:00:00", "2026-03-31 22:00:00"); // 30 days and 23 hours
        row("summer time ends", "2026-01-01 00:00:00", "Europe/Berlin", "1M", "2026-10-30 00:00:00",
            "2026-09-30 22:00:00", "2026-10-31 23:00:00");
        row("a day of 23 hours", "2026-01-01 00:00:00", "Europe/Berlin", "1d", "2026-03-29 12:00:00",
            "2026-03-28 23:00:00", "2026-03-29 22:00:00");
        row("a time that is skipped", "2026-01-01 02:30:00", "Europe/Berlin", "1d", "2026-03-29 12:00:00",
            "2026-03-29 01:30:00", "2026-03-30 00:30:00"); // 3:30 there, instead of 2:30
        row("hours are as long as ever", "2026-03-28 00:00:00", "Europe/Berlin", "24h", "2026-03-30 12:00:00",
            "2026-03-29 23:00:00", "2026-03-30 23:00:00");
        row("west of Greenwich", "2026-01-01 00:00:00", "America/New_York", "1w", "2026-11-21 21:00:00",
            "2026-11-19 05:00:00", "2026-11-26 05:00:00");
        row("half an hour off", "2026-01-01 00:00:00", "Asia/Kolkata", "1Q", "2026-11-21 21:00:00",
            "2026-09-30 18:30:00", "2026-12-31 18:30:00");
        row("years", "2016-02-29 00:00:00", "UTC", "1Y", "2026-11-21 00:00:00", "2026-02-28 00:00:00",
            "2027-02-28 00:00:00");
        row("several units", "2026-01-01 00:00:00", "UTC", "2M", "2026-04-30 00:00:00", "2026-03-01 00:00:00",
            "2026-05-01 00:00:00");
        row("long ago", "1970-01-01 00:00:00", "UTC", "5m", "2026-11-21 21:03:00", "2026-11-21 21:00:00",
            "2026-11-21 21:05:00");
    }
    void findsThePeriodOfAMoment()
    {
        QFETCH(QString, start);
        QFETCH(QString, zone);
        QFETCH(QString, duration);
        QFETCH(QDateTime, now);
        const auto window = calendarWindowOf(start, zone, duration);
        QVERIFY(window);
        const auto period = calendarPeriod(*window, now);
        QVERIFY(period);
        QTEST(period->begin, "begin");
        QTEST(period->end, "end");
    }

    void periodsFollowEachOther()
    {
        for (const char *duration : {"1d", "1w", "1M", "1Q", "1Y"}) {
            const auto window
                = calendarWindowOf(u"2020-01-31 02:30:00"_s, u"Europe/Berlin"_s, QString::fromLatin1(duration));
            QVERIFY(window);
            auto period = calendarPeriod(*window, utc("2020-02-01 00:00:00"));
            for (int i = 0; i < 400; ++i) {
                QVERIFY(period);
                QVERIFY(period->begin < period->end);
                const auto next = calendarPeriod(*window, period->end);
                QVERIFY(next);
                QCOMPARE(next->begin, period->end);
                QCOMPARE(calendarPeriod(*window, period->end.addSecs(-1)), period);
                period = next;
            }
        }
    }

    void knowsNothingBeforeTheFirst()
    {
        const auto window = calendarWindowOf(u"2026-01-01 00:00:00"_s, u"UTC"_s, u"1M"_s);
        QVERIFY(!calendarPeriod(*window, utc("2025-12-31 23:59:59")));
        QVERIFY(!calendarPeriod(*window, QDateTime()));
        QVERIFY(!calendarPeriod(CalendarWindow(), utc("2026-01-01 00:00:00")));
    }

    void refusesWhatIsNoCalendar()
    {
        const auto good = u"2026-01-01 00:00:00"_s;
        QVERIFY(calendarWindowOf(u"2026-01-01T00:00:00"_s, u"UTC"_s, u"1M"_s));
        QVERIFY(!calendarWindowOf(u"2026-02-30 00:00:00"_s, u"UTC"_s, u"1M"_s));
        QVERIFY(!calendarWindowOf(u"yesterday"_s, u"UTC"_s, u"1M"_s));
        QVERIFY(!calendarWindowOf(good, u"Europe/Atlantis"_s, u"1M"_s));
        QVERIFY(!calendarWindowOf(good, u"Nowhere"_s, u"1M"_s));
        QVERIFY(!calendarWindowOf(good, u"EST5EDT4"_s, u"1M"_s));
        QVERIFY(!calendarWindowOf(good, {}, u"1M"_s));
        QVERIFY(!calendarWindowOf(good, u"UTC"_s, u"1x"_s));
        QVERIFY(!calendarWindowOf(good, u"UTC"_s, u"M"_s));
        QVERIFY(!calendarWindowOf(good, u"UTC"_s, {}));
    }
};

QTEST_GUILESS_MAIN(TestCalendarWindow)
#include "tst_calendarwindow.moc"
