// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktopnotices.h"

#include "backends/desktop/notifications.h"

#include <QDeadlineTimer>

#include <memory>

using namespace Qt::StringLiterals;

namespace {
constexpr std::chrono::milliseconds farewell{1000};

Desktop::Notice::Urgency urgencyOf(NoticeLevel level)
{
    switch (level) {
    case NoticeLevel::Info:
        return Desktop::Notice::Urgency::Low;
    case NoticeLevel::Warning:
        return Desktop::Notice::Urgency::Normal;
    case NoticeLevel::Critical:
        break;
    }
    return Desktop::Notice::Urgency::Critical;
}
} // namespace

DesktopNotices::DesktopNotices(QObject *parent) : QObject(parent), m_notifications(nullptr)
{
    auto notifications = std::make_unique<Desktop::Notifications>(
        Desktop::Notifications::Identity{u"Pilothouse"_s, u"org.pilothouse.Pilothouse"_s});
    notifications->moveToThread(&m_thread);
    m_notifications = notifications.release(); // it is deleted when its thread ends
    connect(&m_thread, &QThread::started, m_notifications, &Desktop::Notifications::start);
    connect(&m_thread, &QThread::finished, m_notifications, &QObject::deleteLater);
    connect(m_notifications, &Desktop::Notifications::opened, this, &DesktopNotices::opened);
    connect(m_notifications, &Desktop::Notifications::stateChanged, this,
        [this](Desktop::Notifications::State state) { setMissing(state == Desktop::Notifications::State::Missing); });
    m_thread.setObjectName(u"notices"_s);
    m_thread.start();
}

DesktopNotices::~DesktopNotices()
{
    m_thread.quit();
    // Only a bus that hangs while it is greeted keeps it; then leaving is better than hanging, too.
    if (!m_thread.wait(QDeadlineTimer(farewell)))
        m_thread.terminate();
}

void DesktopNotices::show(const AlertNotice &notice)
{
    const Desktop::Notice shown{.key = notice.key,
        .title = notice.title,
        .text = notice.text,
        .urgency = urgencyOf(notice.level),
        .sound = notice.sound,
        .openLabel = notice.openLabel};
    QMetaObject::invokeMethod(m_notifications, [there = m_notifications, shown] { there->show(shown); });
}

void DesktopNotices::close(const QString &key)
{
    QMetaObject::invokeMethod(m_notifications, [there = m_notifications, key] { there->close(key); });
}

void DesktopNotices::setMissing(bool missing)
{
    const QString sentence = missing
        ? tr(
            "Your desktop shows no notices: nothing on its session bus answers to org.freedesktop.Notifications. Start "
            "a notification service, such as the one of your desktop, or dunst.")
        : QString();
    if (sentence == m_problem)
        return;
    m_problem = sentence;
    Q_EMIT problemChanged(sentence);
}
