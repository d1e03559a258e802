// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"

#include <QObject>
#include <QTimer>

class Console;
class MainWindow;

//! A run that ends by itself: waits until the data is live, or failed, or the deadline is over; then exports the panel,
//! saves a picture of the window, or both. Says on standard error what could not be read and what to do about it.
class HeadlessRun final : public QObject
{
    Q_OBJECT

public:
    enum ExitStatus { Done = 0, NothingRead = 1, Misused = 2, NotWritten = 3 };

    //! \a window is needed for pictures only. References must outlive this.
    HeadlessRun(const CommandLine &commandLine, Console &console, MainWindow *window, QObject *parent = nullptr);

    //! After Console::start().
    void start();

Q_SIGNALS:
    void finished(int exitStatus);

private:
    //! What may recover by itself, as a server that is just starting, gets so long before it counts as failed.
    static constexpr std::chrono::seconds patience{5};
    //! Between live data and the picture: the chart's history comes a moment later.
    static constexpr std::chrono::milliseconds exposure{1200};

    CommandLine m_commandLine;
    Console &m_console;
    MainWindow *m_window;
    QTimer m_patience;
    QTimer m_deadline;
    bool m_over = false;

    void look();
    void finish(bool inTime);
    void report(bool inTime) const;
    [[nodiscard]] bool anythingRead() const;
    [[nodiscard]] bool writeExport() const;
    void takePicture(int exitStatus);
};
