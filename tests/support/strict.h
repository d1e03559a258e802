// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QTest>

//! Fails the running test on any warning that nobody expected. Call it from init(). The offscreen platform warns about
//! what a window manager would do; that is not ours.
inline void failOnUnexpectedWarnings()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support|.*XDG_RUNTIME_DIR).*")));
}
