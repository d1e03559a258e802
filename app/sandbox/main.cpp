// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/leaseserver.h"
#include "app/sandbox/sandboxoptions.h"
#include "app/sandbox/sandboxrun.h"
#include "backends/core/clock.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QSocketNotifier>
#include <QStandardPaths>
#include <QTranslator>

#include <csignal>
#include <cstdio>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SandboxProgram)
};

void complain(const QString &text)
{
    std::fprintf(stderr, "pilothouse-sandbox: %s\n", text.toLocal8Bit().constData());
}

//! SIGTERM, SIGINT and SIGHUP end it in good order; threads that start later inherit that they do not take them.
int endingSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    for (const int number : {SIGTERM, SIGINT, SIGHUP})
        sigaddset(&signals, number);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return ::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
}

int refuse(const Error &error, const SandboxOptions &options, const SandboxClient::Place &place)
{
    if (error.kind == Error::Kind::Conflict) {
        // A console that wanted one has it; nothing is wrong then.
        if (options.leased)
            return 0;
        complain(Words::tr("A sandbox runs already; its kubeconfig is %1. End it first, or use it.")
                     .arg(place.kubeconfig()));
        return 1;
    }
    complain(Words::tr("The sandbox cannot start: %1: %2").arg(error.where, error.detail));
    return 1;
}

int run(const SandboxOptions &options, int signals)
{
    const SystemClock clock;
    const SandboxClient::Place place = SandboxClient::Place::ofThisUser();
    LeaseServer leases(place, clock);
    if (const auto opened = leases.open(); !opened)
        return refuse(opened.error(), options, place);
    QSocketNotifier signalled(signals, QSocketNotifier::Read);
    QObject::connect(&signalled, &QSocketNotifier::activated, &signalled, [] { QCoreApplication::quit(); });
    QObject::connect(&leases, &LeaseServer::abandoned, &leases, [] { QCoreApplication::quit(); });
    if (options.leased)
        leases.endWithConsoles();

    const QString cache
        = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + QLatin1String("/pilothouse/sandbox");
    SandboxRun sandbox(options, place, cache, clock);
    QObject::connect(&sandbox, &SandboxRun::ready, &leases, &LeaseServer::tellReady);
    QObject::connect(&sandbox, &SandboxRun::complete, &sandbox, [&sandbox] {
        std::printf("%s\n", sandbox.announcement().constData());
        std::fflush(stdout);
    });
    if (const auto started = sandbox.start(); !started)
        return refuse(started.error(), options, place);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    // Memory holds credentials: no core file, and no other program of this user's may read it.
    ::prctl(PR_SET_DUMPABLE, 0);
    const int signals = endingSignals();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("pilothouse-sandbox"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PILOTHOUSE_VERSION));
    QTranslator words;
    if (words.load(QLocale(), QStringLiteral("pilothouse"), QStringLiteral("_"), QStringLiteral(":/i18n")))
        QCoreApplication::installTranslator(&words);
    const SandboxOptions::Outcome outcome = SandboxOptions::parse(QCoreApplication::arguments());
    if (outcome.exitStatus) {
        std::fputs(outcome.text.toLocal8Bit().constData(), *outcome.exitStatus == 0 ? stdout : stderr);
        return *outcome.exitStatus;
    }
    return run(outcome.options, signals);
}
