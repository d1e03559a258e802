// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "app/console.h"
#include "app/headlessrun.h"
#include "app/journalverb.h"
#include "app/quotaverb.h"
#include "app/sandboxlink.h"
#include "app/settings.h"
#include "app/silenceverb.h"
#include "app/sloverb.h"
#include "app/standardterminal.h"
#include "app/tenantverb.h"
#include "app/windowsession.h"
#include "backends/core/clock.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QSocketNotifier>
#include <QTranslator>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

bool hasDisplay()
{
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
}

//! SIGTERM and SIGINT end the console in good order, so that settings are kept. A handler may only write to a socket.
class SignalQuit final : public QObject
{
public:
    SignalQuit()
    {
        if (::socketpair(AF_UNIX, SOCK_STREAM, 0, s_sockets) != 0)
            return;
        m_notifier = std::make_unique<QSocketNotifier>(s_sockets[1], QSocketNotifier::Read);
        connect(m_notifier.get(), &QSocketNotifier::activated, this, [] { QCoreApplication::quit(); });
        for (const int number : {SIGTERM, SIGINT, SIGHUP})
            std::signal(number, [](int) {
                const char byte = 1;
                [[maybe_unused]] const auto written = ::write(s_sockets[0], &byte, sizeof byte);
            });
    }

private:
    inline static int s_sockets[2] = {-1, -1};
    std::unique_ptr<QSocketNotifier> m_notifier;
};

//! Without a display Qt tells of window managers and run-time folders that are not there, which nobody here can mend.
void leaveOutPlatformChatter(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (!text.startsWith(QLatin1String("This plugin does not support"))
        && !text.contains(QLatin1String("XDG_RUNTIME_DIR")))
        std::fprintf(stderr, "%s\n", qFormatLogMessage(type, context, text).toLocal8Bit().constData());
}

void installTranslations(QCoreApplication &application)
{
    auto *own = new QTranslator(&application);
    if (own->load(QLocale(), QStringLiteral("pilothouse"), QStringLiteral("_"), QStringLiteral(":/i18n")))
        QCoreApplication::installTranslator(own);
    auto *qt = new QTranslator(&application);
    if (qt->load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt);
}

int runHeadless(const CommandLine &commandLine, const Settings &settings, const Clock &clock)
{
    Console console(commandLine, settings, clock);
    SandboxLink sandbox(SandboxLink::Settings::usual(commandLine.scenario), console, clock);
    std::unique_ptr<WindowSession> session;
    if (!commandLine.screenshot.isEmpty()) {
        session = std::make_unique<WindowSession>(commandLine, settings, QString(), console, &sandbox);
        session->window().setAttribute(Qt::WA_DontShowOnScreen,
            hasDisplay() && qEnvironmentVariable("QT_QPA_PLATFORM") != QLatin1String("offscreen"));
        session->window().show();
    }
    HeadlessRun run(commandLine, console, session ? &session->window() : nullptr);
    QObject::connect(&run, &HeadlessRun::finished, &run, [](int status) { QCoreApplication::exit(status); });
    QMetaObject::invokeMethod(
        &run,
        [&commandLine, &console, &sandbox, &run] {
            if (commandLine.sandbox)
                sandbox.open();
            console.start();
            run.start();
        },
        Qt::QueuedConnection);
    return QCoreApplication::exec();
}

int runWindow(const CommandLine &commandLine, const Settings &settings, const Clock &clock)
{
    Console console(commandLine, settings, clock);
    SandboxLink sandbox(SandboxLink::Settings::usual(commandLine.scenario), console, clock);
    WindowSession session(commandLine, settings, Settings::defaultFile(), console, &sandbox);
    if (commandLine.sandbox)
        sandbox.open();
    session.window().show();
    QMetaObject::invokeMethod(&console.changes(), &Changes::lookBack, Qt::QueuedConnection);
    // The window first: reading files and starting threads can wait for its first frame.
    QMetaObject::invokeMethod(&console, &Console::start, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

int runJournalVerb(const QStringList &arguments)
{
    const qint64 now = SystemClock().now().toMSecsSinceEpoch();
    const JournalVerb::Outcome outcome = JournalVerb::run(arguments, Records::JournalStore::Settings::usual(), now);
    std::fputs(outcome.text.toLocal8Bit().constData(), stderr);
    const auto size = static_cast<size_t>(outcome.output.size());
    if (std::fwrite(outcome.output.constData(), 1, size, stdout) != size || std::fflush(stdout) != 0)
        return JournalVerb::NotWritten;
    return outcome.exitStatus;
}

int runSloVerb(const QStringList &arguments)
{
    const SloVerb::Outcome outcome = SloVerb::run(arguments);
    std::fputs(outcome.text.toLocal8Bit().constData(), stderr);
    const auto size = static_cast<size_t>(outcome.output.size());
    if (std::fwrite(outcome.output.constData(), 1, size, stdout) != size || std::fflush(stdout) != 0)
        return 3; // as of exports: not written
    return outcome.exitStatus;
}

int runSilenceVerb(SilencePlan plan)
{
    if (plan.exitStatus) {
        std::fputs(plan.text.toLocal8Bit().constData(), *plan.exitStatus == 0 ? stdout : stderr);
        return *plan.exitStatus;
    }
    const SignalQuit signalQuit;
    const SystemClock clock;
    StandardTerminal terminal;
    plan.console.serversAlone = true;
    Console console(plan.console, Settings::load(Settings::defaultFile()), clock);
    console.monitoring().servers().setNeeds(false, true);
    SilenceRun run(std::move(plan), console.changes().river(), console.monitoring().alerts(), terminal.terminal());
    std::optional<int> status;
    QObject::connect(&run, &SilenceRun::finished, &run, [&status, &console](int exitStatus) {
        status = exitStatus;
        console.changes().awaitRecords(&console, [] { QCoreApplication::quit(); });
    });
    QMetaObject::invokeMethod(&console, &Console::start, Qt::QueuedConnection);
    QCoreApplication::exec();
    return status.value_or(run.interrupted());
}

int runVerb(const VerbPlan &plan)
{
    if (plan.exitStatus) {
        std::fputs(plan.text.toLocal8Bit().constData(), *plan.exitStatus == 0 ? stdout : stderr);
        return *plan.exitStatus;
    }
    const SignalQuit signalQuit;
    const SystemClock clock;
    StandardTerminal terminal;
    Console console(plan.chosen.console, Settings::load(Settings::defaultFile()), clock);
    console.setVisiblePanel(QStringLiteral("tenants")); // a policy may ask how many pods a change touches
    VerbRun run(plan, console, terminal.terminal());
    std::optional<int> status;
    QObject::connect(&run, &VerbRun::finished, &run, [&status](int exitStatus) {
        status = exitStatus;
        QCoreApplication::quit();
    });
    QMetaObject::invokeMethod(&console, &Console::start, Qt::QueuedConnection);
    QCoreApplication::exec();
    return status.value_or(run.interrupted());
}

//! The whole life of the program; everything that it made is gone when it returns.
int run(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const bool pixels = CommandLine::wantsPixels(arguments);
    const bool display = hasDisplay();
    if (pixels && !display) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qInstallMessageHandler(leaveOutPlatformChatter);
    }

    std::unique_ptr<QCoreApplication> application;
    if (pixels)
        application = std::make_unique<QApplication>(argc, argv);
    else
        application = std::make_unique<QCoreApplication>(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("pilothouse"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PILOTHOUSE_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.pilothouse.Pilothouse"));
    installTranslations(*application);

    if (JournalVerb::asked(arguments))
        return runJournalVerb(arguments);
    if (SloVerb::asked(arguments))
        return runSloVerb(arguments);
    if (QuotaVerb::asked(arguments))
        return runVerb(QuotaVerb::plan(arguments));
    if (SilenceVerb::asked(arguments))
        return runSilenceVerb(SilenceVerb::plan(arguments));
    if (TenantVerb::asked(arguments))
        return runVerb(TenantVerb::plan(arguments));
    const CommandLine::Outcome outcome = CommandLine::parse(arguments);
    if (outcome.exitStatus) {
        std::fputs(outcome.text.toLocal8Bit().constData(), *outcome.exitStatus == 0 ? stdout : stderr);
        return *outcome.exitStatus;
    }
    const CommandLine &commandLine = outcome.commandLine;
    if (pixels && !display && commandLine.screenshot.isEmpty()) {
        const QString text = QCoreApplication::translate("CommandLine",
            "There is no display to open a window on. Save a picture with --screenshot FILE, or print the tenants with "
            "--panel tenants --export text.");
        std::fputs((text + u'\n').toLocal8Bit().constData(), stderr);
        return 2;
    }
    const SignalQuit signalQuit;
    const SystemClock clock;
    const Settings settings = Settings::load(Settings::defaultFile());
    return commandLine.headless() ? runHeadless(commandLine, settings, clock) : runWindow(commandLine, settings, clock);
}

} // namespace

int main(int argc, char **argv)
{
    // Memory holds credentials: no core file, and no other program of this user's may read it.
    ::prctl(PR_SET_DUMPABLE, 0);
    const int status = run(argc, argv);
    // Qt waits for its network threads, but not for what OpenSSL still tidies up in them afterwards. Exit handlers of
    // OpenSSL would take that away under their feet: about one run in a thousand crashed after its work was done.
    std::fflush(nullptr);
    std::_Exit(status);
}
