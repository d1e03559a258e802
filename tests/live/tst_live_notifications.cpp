// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/desktop/notifications.h"
#include "tests/support/strict.h"

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QSignalSpy>
#include <QTest>

using namespace Desktop;
using namespace Qt::StringLiterals;

namespace {
const QString serviceName = u"org.freedesktop.Notifications"_s;
const QString servicePath = u"/org/freedesktop/Notifications"_s;
} // namespace

//! What a desktop does with notifications, as its specification says.
class FakeDesktop final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Asked
    {
        QString application;
        uint replaces = 0;
        QString icon;
        QString title;
        QString text;
        QStringList actions;
        QVariantMap hints;
        int timeout = 0;
    };
    QStringList capabilities{u"body"_s, u"body-markup"_s, u"actions"_s};
    QList<Asked> asked;
    QList<uint> closedIds;

    explicit FakeDesktop(QDBusConnection bus) : m_bus(std::move(bus)) { }
    bool appear()
    {
        return m_bus.registerObject(servicePath, this, QDBusConnection::ExportAllContents)
            && m_bus.registerService(serviceName);
    }
    void vanish()
    {
        m_bus.unregisterService(serviceName);
        m_bus.unregisterObject(servicePath);
    }

public Q_SLOTS:
    QStringList GetCapabilities() { return capabilities; }
    uint Notify(const QString &application, uint replaces, const QString &icon, const QString &title,
        const QString &text, const QStringList &actions, const QVariantMap &hints, int timeout)
    {
        asked.append({application, replaces, icon, title, text, actions, hints, timeout});
        return replaces == 0 ? ++m_last : replaces;
    }
    void CloseNotification(uint id)
    {
        closedIds.append(id);
        Q_EMIT NotificationClosed(id, 3);
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);

private:
    QDBusConnection m_bus;
    uint m_last = 40;
};

//! On a bus of its own: see bus.sh.
class TestLiveNotifications final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsWithUrgencyAndWithoutSound();
    void escapesHostileTexts();
    void replacesByKey();
    void replacesWhatIsNotAnsweredYet();
    void opensWhatWasChosen();
    void closesByKey();
    void asksForNothingThatTheDesktopCannot();
    void isToldThatNobodyShowsNotices();
    void findsADesktopThatComesLater();
    void heedsNobodyElsesSignals();

private:
    std::unique_ptr<FakeDesktop> m_desktop;
    std::unique_ptr<Notifications> m_notices;

    static Notice notice(const QString &key, const QString &title)
    {
        return {.key = key, .title = title, .text = u"text"_s, .openLabel = u"Open"_s};
    }
    void present()
    {
        QVERIFY(m_desktop->appear());
        m_notices->start();
        QTRY_COMPARE(m_notices->state(), Notifications::State::Present);
    }
};

void TestLiveNotifications::init()
{
    failOnUnexpectedWarnings();
    m_desktop = std::make_unique<FakeDesktop>(QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"desktop"_s));
    m_notices
        = std::make_unique<Notifications>(Notifications::Identity{u"Pilothouse"_s, u"org.pilothouse.Pilothouse"_s});
}

void TestLiveNotifications::cleanup()
{
    m_notices.reset();
    m_desktop->vanish();
    m_desktop.reset();
    QDBusConnection::disconnectFromBus(u"desktop"_s);
}

void TestLiveNotifications::showsWithUrgencyAndWithoutSound()
{
    present();
    Notice told = notice(u"a"_s, u"Budget burns"_s);
    told.urgency = Notice::Urgency::Critical;
    m_notices->show(told);
    QTRY_COMPARE(m_desktop->asked.size(), 1);
    const FakeDesktop::Asked &asked = m_desktop->asked.constFirst();
    QCOMPARE(asked.application, u"Pilothouse"_s);
    QCOMPARE(asked.replaces, 0U);
    QCOMPARE(asked.icon, u"org.pilothouse.Pilothouse"_s);
    QCOMPARE(asked.title, u"Budget burns"_s);
    QCOMPARE(asked.actions, (QStringList{u"default"_s, u"Open"_s}));
    QCOMPARE(asked.hints.value(u"urgency"_s).typeId(), int(QMetaType::UChar));
    QCOMPARE(asked.hints.value(u"urgency"_s).value<uchar>(), uchar(2));
    QCOMPARE(asked.hints.value(u"suppress-sound"_s), QVariant(true));
    QCOMPARE(asked.hints.value(u"desktop-entry"_s), QVariant(u"org.pilothouse.Pilothouse"_s));
    QCOMPARE(asked.timeout, -1);
    told.key = u"b"_s;
    told.sound = true;
    m_notices->show(told);
    QTRY_COMPARE(m_desktop->asked.size(), 2);
    QCOMPARE(m_desktop->asked.constLast().hints.value(u"suppress-sound"_s), QVariant(false));
}

void TestLiveNotifications::escapesHostileTexts()
{
    present();
    Notice told = notice(u"a"_s, u"<b>x</b>\nsecond"_s);
    told.text = u"<img src=\"http://evil.example\"/> & more"_s;
    m_notices->show(told);
    QTRY_COMPARE(m_desktop->asked.size(), 1);
    QCOMPARE(m_desktop->asked.constFirst().title, u"<b>x</b> second"_s);
    QCOMPARE(m_desktop->asked.constFirst().text, u"&lt;img src=&quot;http://evil.example&quot;/&gt; &amp; more"_s);
}

void TestLiveNotifications::replacesByKey()
{
    present();
    m_notices->show(notice(u"a"_s, u"one"_s));
    QTRY_COMPARE(m_desktop->asked.size(), 1);
    m_notices->show(notice(u"b"_s, u"another"_s));
    QTRY_COMPARE(m_desktop->asked.size(), 2);
    m_notices->show(notice(u"a"_s, u"two"_s));
    QTRY_COMPARE(m_desktop->asked.size(), 3);
    QCOMPARE(m_desktop->asked.at(1).replaces, 0U);
    QCOMPARE(m_desktop->asked.at(2).replaces, 41U);
}

void TestLiveNotifications::replacesWhatIsNotAnsweredYet()
{
    present();
    m_notices->show(notice(u"a"_s, u"one"_s));
    m_notices->show(notice(u"a"_s, u"two"_s));
    m_notices->show(notice(u"a"_s, u"three"_s));
    QTRY_COMPARE(m_desktop->asked.size(), 2);
    QCOMPARE(m_desktop->asked.at(1).title, u"three"_s);
    QCOMPARE(m_desktop->asked.at(1).replaces, 41U);
}

void TestLiveNotifications::opensWhatWasChosen()
{
    present();
    QSignalSpy opened(m_notices.get(), &Notifications::opened);
    m_notices->show(notice(u"alert a"_s, u"one"_s));
    QTRY_COMPARE(m_desktop->asked.size(), 1);
    m_notices->show(notice(u"alert b"_s, u"two"_s));
    QTRY_COMPARE(m_desktop->asked.size(), 2);
    Q_EMIT m_desktop->ActionInvoked(99, u"default"_s); // somebody else's
    Q_EMIT m_desktop->ActionInvoked(41, u"something"_s);
    Q_EMIT m_desktop->ActionInvoked(41, u"default"_s);
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(opened.constFirst().constFirst().toString(), u"alert a"_s);
}

void TestLiveNotifications::closesByKey()
{
    present();
    QSignalSpy closed(m_notices.get(), &Notifications::closed);
    m_notices->show(notice(u"a"_s, u"one"_s));
    m_notices->close(u"a"_s); // before it has a number
    QTRY_COMPARE(m_desktop->closedIds, QList<uint>{41});
    QTRY_COMPARE(closed.size(), 1);
    QCOMPARE(closed.constFirst().constFirst().toString(), u"a"_s);
    m_notices->close(u"a"_s);
    m_notices->show(notice(u"a"_s, u"again"_s));
    QTRY_COMPARE(m_desktop->asked.size(), 2);
    QCOMPARE(m_desktop->asked.constLast().replaces, 0U);
    QCOMPARE(m_desktop->closedIds.size(), 1);
}

void TestLiveNotifications::asksForNothingThatTheDesktopCannot()
{
    m_desktop->capabilities = {u"body"_s};
    present();
    Notice told = notice(u"a"_s, u"one"_s);
    told.text = u"a < b"_s;
    m_notices->show(told);
    QTRY_COMPARE(m_desktop->asked.size(), 1);
    QCOMPARE(m_desktop->asked.constFirst().actions, QStringList());
    QCOMPARE(m_desktop->asked.constFirst().text, u"a < b"_s);
}

void TestLiveNotifications::isToldThatNobodyShowsNotices()
{
    QSignalSpy told(m_notices.get(), &Notifications::stateChanged);
    m_notices->start();
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(m_notices->state(), Notifications::State::Missing);
    QCOMPARE(told.constFirst().at(1).value<Error>().kind, Error::Kind::NotFound);
    m_notices->show(notice(u"a"_s, u"one"_s));
}

void TestLiveNotifications::findsADesktopThatComesLater()
{
    m_notices->start();
    QTRY_COMPARE(m_notices->state(), Notifications::State::Missing);
    m_notices->show(notice(u"old"_s, u"old news"_s));
    QVERIFY(m_desktop->appear());
    QTRY_COMPARE(m_notices->state(), Notifications::State::Present);
    m_notices->show(notice(u"a"_s, u"one"_s));
    QTRY_COMPARE(m_desktop->asked.size(), 1);
    QCOMPARE(m_desktop->asked.constFirst().title, u"one"_s);
    m_desktop->vanish();
    QTRY_COMPARE(m_notices->state(), Notifications::State::Missing);
    QVERIFY(m_desktop->appear());
    QTRY_COMPARE(m_notices->state(), Notifications::State::Present);
    m_notices->show(notice(u"a"_s, u"two"_s));
    QTRY_COMPARE(m_desktop->asked.size(), 2);
    QCOMPARE(m_desktop->asked.constLast().replaces, 0U); // numbers of the one before mean nothing
}

void TestLiveNotifications::heedsNobodyElsesSignals()
{
    present();
    QSignalSpy opened(m_notices.get(), &Notifications::opened);
    m_notices->show(notice(u"a"_s, u"one"_s));
    QTRY_COMPARE(m_desktop->asked.size(), 1);
    QDBusConnection stranger = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"stranger"_s);
    QDBusMessage forged = QDBusMessage::createSignal(servicePath, serviceName, u"ActionInvoked"_s);
    forged.setArguments({41U, u"default"_s});
    QVERIFY(stranger.send(forged));
    QDBusConnection::disconnectFromBus(u"stranger"_s);
    m_notices->show(notice(u"b"_s, u"two"_s)); // answered after the forged one has been delivered
    QTRY_COMPARE(m_desktop->asked.size(), 2);
    Q_EMIT m_desktop->ActionInvoked(42, u"default"_s);
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(opened.constFirst().constFirst().toString(), u"b"_s);
}

QTEST_GUILESS_MAIN(TestLiveNotifications)
#include "tst_live_notifications.moc"
