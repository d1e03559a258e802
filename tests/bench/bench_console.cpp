// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"
#include "app/windowsession.h"
#include "backends/core/clock.h"
#include "tests/bench/firstframe.h"
#include "tests/bench/podrows.h"
#include "tests/bench/process.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <vector>

//! The console as it ships, in a process of its own, so that its memory and processor time are its own: opens the
//! window, connects, and prints what fleet.py asks for as JSON lines.
namespace {

struct Task
{
    QByteArray mode; //!< start, list, churn or idle
    qint64 started = 0; //!< reading of CLOCK_MONOTONIC, nanoseconds
    qlonglong pods = 0; //!< how many there are to be shown
    std::chrono::seconds seconds{0}; //!< of churn or idleness
};

double percentile(std::vector<double> values, double part)
{
    if (values.empty())
        return -1;
    const auto at = static_cast<std::ptrdiff_t>(part * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + at, values.end());
    return values[static_cast<size_t>(at)];
}

//! How late a timer of one millisecond is, tick by tick: as long as the event loop was busy with something else.
class Stalls final : public QObject
{
public:
    Stalls()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            const qint64 now = Process::monotonic();
            m_late.push_back(std::max(0.0, static_cast<double>(now - m_last) / 1e6 - 1));
            m_last = now;
        });
    }
    void start()
    {
        m_last = Process::monotonic();
        m_timer.start(std::chrono::milliseconds(1));
    }
    [[nodiscard]] const std::vector<double> &late() const { return m_late; }

private:
    QTimer m_timer;
    qint64 m_last = 0;
    std::vector<double> m_late; // milliseconds
};

class Run final : public QObject
{
public:
    Run(const Task &task, Console &console, WindowSession &session)
        : m_task(task), m_console(console), m_rows(console), m_frame(&session.window(), [this] { painted(); })
    {
        connect(&m_rows, &PodRows::countChanged, this, &Run::counted);
        connect(&m_rows, &PodRows::restartsChanged, this, &Run::restarted);
    }

private:
    static constexpr std::chrono::milliseconds settling{2000};

    Task m_task;
    Console &m_console;
    PodRows m_rows;
    FirstFrame m_frame;
    Stalls m_stalls;
    std::vector<double> m_latencies; // milliseconds
    qint64 m_asked = 0;
    std::optional<double> m_first;
    bool m_complete = false;
    bool m_measuring = false;

    [[nodiscard]] static double since(qint64 time) { return static_cast<double>(Process::monotonic() - time) / 1e9; }

    void painted()
    {
        std::printf("{\"first_frame\":%.6f}\n", since(m_task.started));
        if (m_task.mode == "start") {
            QApplication::quit();
            return;
        }
        m_asked = Process::monotonic();
        m_console.start();
    }

    void counted()
    {
        if (m_complete || m_rows.count() < m_task.pods)
            return;
        if (!m_first) // of every cluster
            m_first = since(m_asked);
        if (m_rows.complete() < m_task.pods)
            return;
        m_complete = true;
        std::printf(
            "{\"first_rows\":%.6f,\"complete\":%.6f,\"rows\":%lld}\n", *m_first, since(m_asked), m_rows.count());
        QTimer::singleShot(settling, this, &Run::settled);
    }

    void settled()
    {
        const double peak = Process::status("VmHWM");
        ::malloc_trim(0);
        std::printf("{\"peak_mib\":%.3f,\"resident_mib\":%.3f,\"heap\":%.0f}\n", peak, Process::status("VmRSS"),
            Process::heap());
        std::fflush(stdout);
        if (m_task.mode == "list") {
            QApplication::quit();
            return;
        }
        m_measuring = true;
        if (m_task.mode == "churn")
            m_stalls.start();
        const double before = Process::cpu();
        const double heap = Process::heap();
        QTimer::singleShot(m_task.seconds, this, [this, before, heap] { finish(Process::cpu() - before, heap); });
    }

    void restarted(qlonglong restarts)
    {
        // The sending time, in milliseconds; real restarts are far fewer.
        if (!m_measuring || restarts < 1000)
            return;
        const qint64 now = Process::monotonic() / 1000000 % 2147483648;
        m_latencies.push_back(static_cast<double>(now - restarts));
    }

    void finish(double cpu, double heapBefore)
    {
        std::printf("{\"cpu_percent\":%.4f,\"heap_growth\":%.0f}\n",
            100 * cpu / static_cast<double>(m_task.seconds.count()), Process::heap() - heapBefore);
        if (m_task.mode == "churn") {
            const auto &late = m_stalls.late();
            std::printf("{\"stall_p50\":%.3f,\"stall_p99\":%.3f,\"stall_max\":%.3f,\"ticks\":%zu}\n",
                percentile(late, 0.5), percentile(late, 0.99), percentile(late, 1), late.size());
            std::printf("{\"latency_p50\":%.3f,\"latency_p99\":%.3f,\"latency_max\":%.3f,\"samples\":%zu}\n",
                percentile(m_latencies, 0.5), percentile(m_latencies, 0.99), percentile(m_latencies, 1),
                m_latencies.size());
        }
        QApplication::quit();
    }
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("pilothouse"));
    QCommandLineParser parser;
    for (const char *name : {"mode", "started", "pods", "seconds", "kubeconfig", "context"})
        parser.addOption({QString::fromLatin1(name), QString(), QStringLiteral("value")});
    parser.process(application);
    const auto number = [&](const QString &name) { return parser.value(name).toLongLong(); };
    Task task{parser.value(QStringLiteral("mode")).toLatin1(), number(QStringLiteral("started")),
        number(QStringLiteral("pods")), std::chrono::seconds(number(QStringLiteral("seconds")))};

    CommandLine commandLine;
    commandLine.kubeconfig = parser.value(QStringLiteral("kubeconfig"));
    commandLine.contexts = parser.values(QStringLiteral("context"));
    commandLine.size = QSize(1600, 1000);
    commandLine.panel = QStringLiteral("pods");
    const SystemClock clock;
    {
        Console console(commandLine, Settings(), clock);
        WindowSession session(commandLine, Settings(), QString(), console);
        const Run run(task, console, session);
        session.window().show();
        QApplication::exec();
    }
    std::fflush(nullptr);
    std::_Exit(0); // as main.cpp does, and why
}
