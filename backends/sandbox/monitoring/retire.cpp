// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/monitoring/retire.h"

#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

namespace Sandbox {

void retire(std::unique_ptr<QProcess> process)
{
    if (!process)
        return;
    QProcess *leaving = process.release();
    leaving->disconnect();
    if (leaving->state() == QProcess::NotRunning) {
        leaving->deleteLater();
        return;
    }
    QObject::connect(leaving, &QProcess::finished, leaving, &QObject::deleteLater);
    QObject::connect(leaving, &QProcess::errorOccurred, leaving, [leaving](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            leaving->deleteLater();
    });
    leaving->kill();
}

void bindToUs(QProcess &process, bool apart)
{
    process.setStandardInputFile(QProcess::nullDevice());
    process.setChildProcessModifier([apart] {
        if (apart)
            ::setpgid(0, 0);
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    });
}

} // namespace Sandbox
