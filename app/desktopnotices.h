// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/notices.h"

#include <QObject>
#include <QThread>

namespace Desktop {
class Notifications;
} // namespace Desktop

//! The desktop as a place for notices, with a thread of its own: the bus may take its time. Lives in the window's
//! thread.
class DesktopNotices final : public QObject, public NoticePlace
{
    Q_OBJECT

public:
    explicit DesktopNotices(QObject *parent = nullptr);
    ~DesktopNotices() override;

    void show(const AlertNotice &notice) override;
    void close(const QString &key) override;
    //! Why the desktop shows none, as a sentence with the next step; empty when it does, or while nobody knows.
    [[nodiscard]] const QString &problem() const { return m_problem; }

Q_SIGNALS:
    void problemChanged(const QString &sentence);
    //! The person chose the notice of this key.
    void opened(const QString &key);

private:
    QThread m_thread;
    Desktop::Notifications *m_notifications; // lives in m_thread, and ends with it
    QString m_problem;

    void setMissing(bool missing);
};
