// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/notices.h"
#include "tests/support/manualclock.h"
#include "tests/support/strict.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
class Screen final : public NoticePlace
{
public:
    QList<AlertNotice> shown;
    QStringList closed;

    void show(const AlertNotice &notice) override { shown.append(notice); }
    void close(const QString &key) override { closed.append(key); }
};

AlertNews news(int number, const QString &severity = u"critical"_s)
{
    return {.key = QString::number(number), .name = u"Burn"_s, .severity = severity, .tenant = u"shop"_s};
}
} // namespace

//! It is Saturday, 14:00 UTC, when each of these begins.
class TestNotices final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsOfEachAlertOnce();
    void tellsOfAnAlertThatComesBackLater();
    void tellsOfFewOneByOne();
    void tellsOfManyTogether();
    void letsAStormGrow();
    void saysNothingOfWhatIsOverAtOnce();
    void takesAwayWhatHasEnded();
    void holdsBackInQuietHours();
    void forgetsWhatEndedInQuietHours();
    void goesByTheNewSettings();
    void leadsToTheAlerts();

private:
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<Screen> m_screen;
    std::unique_ptr<Notices> m_notices;
};

void TestNotices::init()
{
    failOnUnexpectedWarnings();
    m_notices.reset();
    m_clock = std::make_unique<ManualClock>();
    m_screen = std::make_unique<Screen>();
    m_notices = std::make_unique<Notices>(*m_screen, *m_clock, QTimeZone::utc());
}

void TestNotices::tellsOfEachAlertOnce()
{
    m_notices->takeBegan(news(1));
    QVERIFY(m_screen->shown.isEmpty()); // it gathers
    m_clock->advance(1s);
    QCOMPARE(m_screen->shown.size(), 1);
    m_notices->takeBegan(news(1)); // another source has it, too
    m_clock->advance(1h);
    QCOMPARE(m_screen->shown.size(), 1);
    m_notices->takeEnded(u"1"_s);
    m_clock->advance(1min);
    m_notices->takeBegan(news(1)); // flaps
    m_clock->advance(1min);
    QCOMPARE(m_screen->shown.size(), 1);
}

void TestNotices::tellsOfAnAlertThatComesBackLater()
{
    m_notices->takeBegan(news(1));
    m_clock->advance(1s);
    m_notices->takeEnded(u"1"_s);
    m_clock->advance(11min);
    m_notices->takeBegan(news(1));
    m_clock->advance(1s);
    QCOMPARE(m_screen->shown.size(), 2);
}

void TestNotices::tellsOfFewOneByOne()
{
    for (int i = 0; i < 4; ++i)
        m_notices->takeBegan(news(i));
    m_clock->advance(1s);
    QCOMPARE(m_screen->shown.size(), 4);
    QCOMPARE(m_screen->shown.constFirst().title, u"Burn (critical) in tenant shop"_s);
}

void TestNotices::tellsOfManyTogether()
{
    for (int i = 0; i < 10'000; ++i)
        m_notices->takeBegan(news(i));
    m_clock->advance(1s);
    QCOMPARE(m_screen->shown.size(), 1);
    QVERIFY(m_screen->shown.constFirst().title.endsWith(u"alerts began in tenant shop"_s));
}

void TestNotices::letsAStormGrow()
{
    for (int i = 0; i < 10; ++i)
        m_notices->takeBegan(news(i));
    m_clock->advance(30s);
    m_notices->takeBegan(news(10));
    m_clock->advance(1s);
    QCOMPARE(m_screen->shown.size(), 2);
    QCOMPARE(m_screen->shown.at(1).key, m_screen->shown.at(0).key);
    QCOMPARE(m_screen->shown.at(1).title, u"11 alerts began in tenant shop"_s);
    m_clock->advance(2min);
    m_notices->takeBegan(news(11));
    m_clock->advance(1s);
    QCOMPARE(m_screen->shown.at(2).title, u"Burn (critical) in tenant shop"_s);
}

void TestNotices::saysNothingOfWhatIsOverAtOnce()
{
    m_notices->takeBegan(news(1));
    m_notices->takeEnded(u"1"_s);
    m_clock->advance(1min);
    QVERIFY(m_screen->shown.isEmpty());
}

void TestNotices::takesAwayWhatHasEnded()
{
    m_notices->takeBegan(news(1));
    m_clock->advance(1s);
    m_notices->takeEnded(u"1"_s);
    m_notices->takeEnded(u"2"_s);
    QCOMPARE(m_screen->closed, QStringList{m_screen->shown.constFirst().key});
}

void TestNotices::holdsBackInQuietHours()
{
    m_notices->setSettings(
        {.least = NoticeLevel::Warning, .quiet = {.on = true, .from = QTime(13, 0), .to = QTime(15, 0)}});
    m_notices->takeBegan(news(1, u"warning"_s));
    m_notices->takeBegan(news(2, u"warning"_s));
    m_notices->takeBegan(news(3));
    m_clock->advance(1min);
    QCOMPARE(m_screen->shown.size(), 1); // the critical one
    QCOMPARE(m_screen->shown.constFirst().alertKeys, QStringList{u"3"_s});
    m_clock->advance(58min);
    QCOMPARE(m_screen->shown.size(), 1);
    m_clock->advance(1min);
    QCOMPARE(m_screen->shown.size(), 2);
    QCOMPARE(m_screen->shown.at(1).title, u"2 alerts began in your quiet hours and go on"_s);
    m_notices->takeBegan(news(1, u"warning"_s));
    m_clock->advance(1min);
    QCOMPARE(m_screen->shown.size(), 2);
}

void TestNotices::forgetsWhatEndedInQuietHours()
{
    m_notices->setSettings(
        {.least = NoticeLevel::Warning, .quiet = {.on = true, .from = QTime(13, 0), .to = QTime(15, 0)}});
    m_notices->takeBegan(news(1, u"warning"_s));
    m_notices->takeEnded(u"1"_s);
    m_clock->advance(2h);
    QVERIFY(m_screen->shown.isEmpty());
}

void TestNotices::goesByTheNewSettings()
{
    m_notices->takeBegan(news(1, u"warning"_s));
    m_clock->advance(1s);
    QVERIFY(m_screen->shown.isEmpty());
    m_notices->setSettings({.least = NoticeLevel::Warning, .sound = true});
    m_notices->takeBegan(news(2, u"warning"_s));
    m_clock->advance(1s);
    QCOMPARE(m_screen->shown.size(), 1);
    QVERIFY(m_screen->shown.constFirst().sound);
    // Quiet hours that are switched off tell what they held.
    m_notices->setSettings({.least = NoticeLevel::Warning, .quiet = {.on = true, .from = {0, 0}, .to = {0, 0}}});
    m_notices->takeBegan(news(3, u"warning"_s));
    m_clock->advance(1min);
    QCOMPARE(m_screen->shown.size(), 1);
    m_notices->setSettings({.least = NoticeLevel::Warning});
    m_clock->advance(1s);
    QCOMPARE(m_screen->shown.size(), 2);
    QCOMPARE(m_screen->shown.constLast().alertKeys, QStringList{u"3"_s});
    m_notices->setSettings({.on = false});
    m_notices->takeBegan(news(4));
    m_clock->advance(1min);
    QCOMPARE(m_screen->shown.size(), 2);
}

void TestNotices::leadsToTheAlerts()
{
    QSignalSpy wanted(m_notices.get(), &Notices::alertsRequested);
    for (int i = 0; i < 6; ++i)
        m_notices->takeBegan(news(i));
    m_clock->advance(1s);
    m_notices->open(m_screen->shown.constFirst().key);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.constFirst().constFirst().toStringList().size(), 6);
    m_notices->open(u"somebody else's"_s);
    QCOMPARE(wanted.size(), 1);
}

QTEST_GUILESS_MAIN(TestNotices)
#include "tst_notices.moc"
