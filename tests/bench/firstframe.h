// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEvent>
#include <QObject>
#include <QTimer>
#include <QWidget>

#include <functional>

//! Tells when the first frame of a window has been painted and handed to the screen. Lives on the window's thread.
class FirstFrame final : public QObject
{
public:
    //! \a painted is called once. \a window must outlive this.
    FirstFrame(QWidget *window, std::function<void()> painted) : m_window(window), m_painted(std::move(painted))
    {
        m_window->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == m_window && event->type() == QEvent::Paint) {
            m_window->removeEventFilter(this);
            // Children paint and the frame is flushed before the event loop turns again.
            QTimer::singleShot(0, this, [this] { m_painted(); });
        }
        return false;
    }

private:
    QWidget *m_window;
    std::function<void()> m_painted;
};
