// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QTest>

//! The bytes of tests/data/\a name; empty, with a failure recorded, when there is no such file.
inline QByteArray fixture(const QString &name)
{
    QFile file(QStringLiteral(PILOTHOUSE_TEST_DATA "/") + name);
    const bool opened = file.open(QIODevice::ReadOnly);
    if (!opened)
        QTest::qFail(qPrintable(file.fileName()), __FILE__, __LINE__);
    return opened ? file.readAll() : QByteArray();
}
