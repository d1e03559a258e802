// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QPair>
#include <QString>

#include <functional>

class Console;
class WindowSession;

//! The pods as the console's tables hold them: the only place of the benchmarks that knows in which panel they are.
//! Lives on the window's thread.
class PodRows final : public QObject
{
    Q_OBJECT

public:
    //! References must outlive this. Opens the details of the first tenant, whose table of pods is what changes are
    //! looked for in.
    PodRows(Console &console, WindowSession &session);

    //! Pods that some row counts.
    [[nodiscard]] qlonglong count() const { return m_count; }

Q_SIGNALS:
    void countChanged();
    //! A row shows another number of restarts.
    void restartsChanged(qlonglong restarts);

private:
    Console &m_console;
    WindowSession &m_session;
    qlonglong m_count = 0;
    QHash<QPair<QString, QString>, qlonglong> m_restarts; // by namespace and name

    void recount();
    void lookAtPods();
};
