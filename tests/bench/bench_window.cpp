// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/firstframe.h"
#include "tests/bench/process.h"

#include <QApplication>

#include <cstdio>

//! The least that a Qt program with a window is: the rival of the console's start. Its argument is the reading of
//! CLOCK_MONOTONIC, in nanoseconds, at which it was started.
int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const qint64 started = QByteArray(argc > 1 ? argv[1] : "0").toLongLong();
    QWidget window;
    window.resize(1600, 1000);
    const FirstFrame frame(&window, [started] {
        std::printf("{\"first_frame\":%.6f}\n", static_cast<double>(Process::monotonic() - started) / 1e9);
        QApplication::quit();
    });
    window.show();
    return QApplication::exec();
}
