// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/desktop/notifications.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QThread>
#include <QUuid>

#include <algorithm>

namespace Desktop {

namespace {
const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString path = QStringLiteral("/org/freedesktop/Notifications");
const QString openAction = QStringLiteral("default"); // chosen by a click on the notice itself, or by its button

QDBusMessage callOf(const QString &method, const QList<QVariant> &arguments = {})
{
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, service, method);
    call.setArguments(arguments);
    return call;
}

Error errorOf(const QDBusError &error)
{
    Error result{.kind = Error::Kind::Refused,
        .detail = plainDetail(error.message()),
        .where = service,
        .retryAfter = std::nullopt};
    if (error.type() == QDBusError::NoReply || error.type() == QDBusError::TimedOut
        || error.type() == QDBusError::Timeout)
        result.kind = Error::Kind::Timeout;
    else if (error.type() == QDBusError::InvalidSignature)
        result.kind = Error::Kind::Malformed;
    else if (error.type() == QDBusError::ServiceUnknown)
        result.kind = Error::Kind::NotFound;
    return result;
}
} // namespace

Notifications::Notifications(Identity identity, QString busAddress, QObject *parent)
    : QObject(parent), m_identity(std::move(identity)), m_busAddress(std::move(busAddress)),
      m_busName(QStringLiteral("pilothouse-notices-") + QUuid::createUuid().toString(QUuid::Id128))
{
}

Notifications::~Notifications()
{
    if (!m_bus)
        return;
    m_bus.reset();
    QDBusConnection::disconnectFromBus(m_busName);
}

void Notifications::start()
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (m_bus)
        return;
    m_bus = m_busAddress.isEmpty() ? QDBusConnection::connectToBus(QDBusConnection::SessionBus, m_busName)
                                   : QDBusConnection::connectToBus(m_busAddress, m_busName);
    if (!m_bus->isConnected()) {
        setMissing(errorOf(m_bus->lastError()));
        return;
    }
    // Only what the owner of this name says counts: anybody on the bus can send a signal of that name.
    m_bus->connect(service, path, service, QStringLiteral("ActionInvoked"), this, SLOT(takeAction(uint, QString)));
    m_bus->connect(service, path, service, QStringLiteral("NotificationClosed"), this, SLOT(takeClosed(uint, uint)));
    m_watcher = new QDBusServiceWatcher(service, *m_bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
        [this](const QString &, const QString &before, const QString &now) {
            if (!before.isEmpty())
                m_shown.clear(); // its numbers went with it
            if (!now.isEmpty())
                askCapabilities();
            else
                setMissing(
                    {.kind = Error::Kind::ConnectionLost, .detail = {}, .where = service, .retryAfter = std::nullopt});
        });
    askCapabilities();
}

void Notifications::askCapabilities()
{
    const quint64 round = ++m_round;
    auto *watcher
        = new QDBusPendingCallWatcher(m_bus->asyncCall(callOf(QStringLiteral("GetCapabilities")), answersIn), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, round] {
        watcher->deleteLater();
        if (round != m_round)
            return;
        const QDBusPendingReply<QStringList> reply = *watcher;
        if (reply.isError())
            setMissing(errorOf(reply.error()));
        else
            takeCapabilities(reply.value());
    });
}

void Notifications::takeCapabilities(const QStringList &capabilities)
{
    m_capabilities = capabilities;
    m_state = State::Present;
    Q_EMIT stateChanged(m_state, {});
    flush();
}

void Notifications::setMissing(const Error &why)
{
    m_state = State::Missing;
    m_waiting.clear(); // old news when one comes at last
    m_shown.clear();
    Q_EMIT stateChanged(m_state, why);
}

void Notifications::flush()
{
    for (const Notice &notice : std::exchange(m_waiting, {}))
        send(notice);
}

void Notifications::show(const Notice &notice)
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (m_state == State::Present) {
        send(notice);
    } else if (m_state == State::Unknown) {
        m_waiting.removeIf([&](const Notice &each) { return each.key == notice.key; });
        m_waiting.append(notice);
        if (m_waiting.size() > mostWaiting)
            m_waiting.removeFirst();
    }
}

void Notifications::close(const QString &key)
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_waiting.removeIf([&](const Notice &each) { return each.key == key; });
    const auto shown = m_shown.find(key);
    if (shown == m_shown.end())
        return;
    if (shown->asked) {
        shown->closing = true;
        shown->next.reset();
        return;
    }
    sendClose(shown->id);
}

QList<QVariant> Notifications::arguments(const Notice &notice, uint replaces) const
{
    QStringList actions;
    if (!notice.openLabel.isEmpty() && m_capabilities.contains(QLatin1String("actions")))
        actions = {openAction, NoticeText::title(notice.openLabel)};
    QVariantMap hints{
        {QStringLiteral("urgency"), QVariant::fromValue(static_cast<uchar>(notice.urgency))},
        {QStringLiteral("suppress-sound"), !notice.sound},
        {QStringLiteral("desktop-entry"), m_identity.desktopEntry},
    };
    const bool markup = m_capabilities.contains(QLatin1String("body-markup"));
    constexpr int byItsOwnCustom = -1; // how long it stays
    return {m_identity.application, replaces, m_identity.desktopEntry, NoticeText::title(notice.title),
        NoticeText::body(notice.text, markup), actions, hints, byItsOwnCustom};
}

void Notifications::send(const Notice &notice)
{
    Shown &shown = m_shown[notice.key];
    shown.serial = ++m_serial;
    shown.closing = false;
    if (shown.asked) {
        shown.next = notice; // it can only replace what has a number
        return;
    }
    shown.asked = true;
    const uint replaces = shown.id;
    forgetOldest();
    auto *watcher = new QDBusPendingCallWatcher(
        m_bus->asyncCall(callOf(QStringLiteral("Notify"), arguments(notice, replaces)), answersIn), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, key = notice.key, round = m_round] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        if (round == m_round)
            takeId(key, reply.isError() ? std::nullopt : std::optional(reply.value()));
    });
}

void Notifications::takeId(const QString &key, std::optional<uint> id)
{
    const auto shown = m_shown.find(key);
    if (shown == m_shown.end())
        return;
    shown->asked = false;
    shown->id = id.value_or(0);
    const std::optional<Notice> next = std::exchange(shown->next, std::nullopt);
    if (next)
        send(*next);
    else if (id && shown->closing)
        sendClose(*id);
    else if (!id)
        m_shown.erase(shown);
}

void Notifications::sendClose(uint id)
{
    m_bus->asyncCall(callOf(QStringLiteral("CloseNotification"), {id}), answersIn);
}

//! A desktop that never tells that a notice is gone must not fill this.
void Notifications::forgetOldest()
{
    if (m_shown.size() <= mostShown)
        return;
    auto oldest = m_shown.end();
    for (auto each = m_shown.begin(); each != m_shown.end(); ++each) {
        if (!each->asked && (oldest == m_shown.end() || each->serial < oldest->serial))
            oldest = each;
    }
    if (oldest != m_shown.end())
        m_shown.erase(oldest);
}

QString Notifications::keyOf(uint id) const
{
    const auto found
        = std::find_if(m_shown.cbegin(), m_shown.cend(), [id](const Shown &each) { return each.id == id; });
    return id == 0 || found == m_shown.cend() ? QString() : found.key();
}

void Notifications::takeAction(uint id, const QString &action)
{
    const QString key = keyOf(id);
    if (!key.isEmpty() && action == openAction)
        Q_EMIT opened(key);
}

void Notifications::takeClosed(uint id, uint)
{
    const QString key = keyOf(id);
    if (key.isEmpty())
        return;
    // What takes its place may be on its way already; that one gets a number of its own.
    if (Shown &shown = m_shown[key]; shown.asked)
        shown.id = 0;
    else
        m_shown.remove(key);
    Q_EMIT closed(key);
}

} // namespace Desktop
