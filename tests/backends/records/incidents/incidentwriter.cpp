// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/records/incidents/incidentfiles.h"

#include <QDateTime>

#include <cstdio>

//! Appends entries to the incident \a argv[2] in the folder \a argv[1], and prints the number of each when it has been
//! told that it is on the disk, until somebody kills it.
int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    const QString folder = QString::fromLocal8Bit(argv[1]);
    const QString id = QString::fromLatin1(argv[2]);
    for (int i = 0;; ++i) {
        Records::IncidentEntry entry;
        entry.key = QStringLiteral("entry-%1").arg(i);
        entry.time = QDateTime::fromMSecsSinceEpoch(1'790'000'000'000 + i, Qt::UTC);
        entry.sentence = QString(200 + i % 1000, QLatin1Char('x'));
        if (!Records::IncidentFolder::append(folder, id, {entry}).ok())
            return 1;
        std::printf("%d\n", i);
        std::fflush(stdout);
    }
}
