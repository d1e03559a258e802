// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/alertmanager/monitor.h"
#include "backends/prometheus/alertmonitor.h"
#include "models/alerts/alertfeed.h"
#include "models/alerts/alertgrouptablemodel.h"
#include "models/alerts/alertstore.h"
#include "models/alerts/alerttablemodel.h"
#include "models/common/tableviewmodel.h"
#include "tests/bench/figure.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTableView>
#include <QThread>
#include <QVBoxLayout>

#include <atomic>

//! A storm: 10,000 alerts in one answer, read and parsed in the thread of the metrics, merged in the window's, shown as
//! groups and as rows. How long until the groups with their counts are on screen after the last byte, and how long the
//! window stands still at most.
namespace {

constexpr int alertCount = 10000;
constexpr double shownBar = 300;
constexpr double stallBar = 50;

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

//! A server whose answers come when the benchmark says so.
class Held final : public Http::Transport
{
public:
    std::unique_ptr<Http::Call> send(const Http::Request &request, Done done) override
    {
        if (request.path.endsWith(QLatin1String("/alerts")))
            m_done = std::move(done);
        return std::make_unique<Http::Call>();
    }
    std::unique_ptr<Http::Call> stream(const Http::Request &, StreamEvents) override { return {}; }
    void reconnect() override { }
    [[nodiscard]] bool asked() const { return static_cast<bool>(m_done); }
    void answer(const QByteArray &body)
    {
        const Done done = std::exchange(m_done, {});
        done(Http::Response{200, "application/json", body});
    }

private:
    Done m_done;
};

QByteArray labelsOf(int number)
{
    const QByteArray n = QByteArray::number(number);
    return R"("alertname":"PodCrashLooping","app":"app-)" + QByteArray::number(number % 40)
        + R"(","cluster":"prod-eu",)" + R"("container":"main","instance":"10.0.)" + QByteArray::number(number % 250)
        + R"(.1:8080","job":"pods","namespace":"tenant-)" + QByteArray::number(number % 200) + R"(","pod":"app-)" + n
        + R"(-5d8f7c9b6d-x2x4z","severity":")" + (number % 10 == 0 ? "critical" : "warning")
        + R"(","uid":"6f1f2a60-23a1-4c5e-8f8b-)" + n.rightJustified(12, '0') + '"';
}

//! As long as real ones: about 900 bytes an alert.
QByteArray ofAlertmanager(int count)
{
    QByteArrayList alerts;
    for (int i = 0; i < count; ++i)
        alerts.append(
            R"({"annotations":{"description":"The container of this pod has been restarted more than twice within ten )"
            R"(minutes, which is more often than a rollout explains.","runbook_url":"https://runbooks.example.com/pod-crash-looping",)"
            R"("summary":"app-)"
            + QByteArray::number(i) + R"( is crash looping"},"endsAt":"2026-11-20T22:53:00.811Z",)"
            + R"("receivers":[{"name":"console"},{"name":"pager"}],"startsAt":"2026-11-20T22:48:00.811Z","status":{"inhibitedBy":[],)"
            + R"("silencedBy":[],"state":"active"},"updatedAt":"2026-11-20T22:49:00.811Z","generatorURL":"http://prometheus.example.com/graph?g0.expr=x",)"
            + R"("labels":{)" + labelsOf(i) + "}}");
    return '[' + alerts.join(',') + ']';
}

QByteArray ofPrometheus(int count)
{
    QByteArrayList alerts;
    for (int i = 0; i < count; ++i)
        alerts.append(R"({"labels":{)" + labelsOf(i)
            + R"(},"annotations":{"summary":"crash looping"},"state":"firing","activeAt":"2026-11-20T22:48:00.811482398Z","value":"3e+00"})");
    return R"({"status":"success","data":{"alerts":[)" + alerts.join(',') + "]}}";
}

class Bed
{
public:
    Bed()
    {
        m_thread.start();
        auto *layout = new QVBoxLayout(&m_window);
        m_groupView = new QTableView(&m_window);
        m_groupView->setModel(&m_groups);
        m_rowView = new QTableView(&m_window);
        m_rowView->setModel(&m_rows);
        layout->addWidget(m_groupView);
        layout->addWidget(m_rowView);
        m_store.setPlaceOf([](const QString &cluster, const QString &space) {
            return AlertPlace{cluster, cluster, space, QString(cluster + u'/' + space)};
        });
        m_groups.sort(m_store.groups()->columnOf(QStringLiteral("worst")), Qt::DescendingOrder);
        m_rows.sort(m_store.table()->columnOf(QStringLiteral("state")), Qt::DescendingOrder);
        m_window.resize(1700, 1000);
        m_window.show();
        connectManager("am-1");
        connectManager("am-2");
        connectPrometheus();
        (void)serve([] { return true; });
    }
    ~Bed()
    {
        for (QObject *monitor : std::as_const(m_monitors))
            monitor->deleteLater();
        m_thread.quit();
        m_thread.wait();
    }
    void run()
    {
        const QByteArray storm = ofAlertmanager(alertCount);
        Bench::print("alerts: one answer with 10,000 alerts", double(storm.size()) / 1e6, "MB");
        arrives(0, storm, "10,000 alerts at once", 200);
        arrives(1, storm, "the same from a peer", 200);
        arrives(2, ofPrometheus(alertCount), "the same from Prometheus", 200);
        grouped("alertname");
        grouped("app");
        grouped("tenant");
        arrives(0, "[]", "10,000 alerts gone from one peer", 200);
        arrives(2, ofPrometheus(0), "likewise from Prometheus", 200);
        arrives(1, "[]", "10,000 alerts end", 0);
    }

private:
    SystemClock m_clock;
    QThread m_thread;
    AlertStore m_store{m_clock};
    TableViewModel m_groups{m_store.groups()};
    TableViewModel m_rows{m_store.table()};
    QWidget m_window;
    QTableView *m_groupView = nullptr;
    QTableView *m_rowView = nullptr;
    std::vector<std::unique_ptr<AlertFeed>> m_feeds;
    QList<QObject *> m_monitors;
    std::vector<Held *> m_servers;

    template <typename Made, typename Begin>
    void connectServer(const char *name, Made made, Begin begin)
    {
        auto feed = std::make_unique<AlertFeed>(
            QString::fromLatin1(name), QString::fromLatin1(name), QString(), m_store, m_clock);
        feed->follow(made.get());
        made->moveToThread(&m_thread);
        auto *monitor = made.release();
        m_monitors.append(monitor);
        m_feeds.push_back(std::move(feed));
        QMetaObject::invokeMethod(monitor, begin(monitor), Qt::BlockingQueuedConnection);
    }
    auto factory()
    {
        m_servers.push_back(nullptr);
        return [this, place = m_servers.size() - 1] {
            auto made = std::make_unique<Held>();
            m_servers[place] = made.get();
            return made;
        };
    }
    void connectManager(const char *name)
    {
        using Alertmanager::Monitor;
        connectServer(name, std::make_unique<Monitor>(factory(), m_clock, std::make_unique<SystemRandom>()),
            [](Monitor *monitor) { return [monitor] { monitor->start(); }; });
    }
    void connectPrometheus()
    {
        using Prometheus::AlertMonitor;
        connectServer("prometheus",
            std::make_unique<AlertMonitor>(
                factory(), Prometheus::Selection(), m_clock, std::make_unique<SystemRandom>()),
            [](AlertMonitor *monitor) { return [monitor] { monitor->start(); }; });
    }

    struct Served
    {
        double longest = 0;
        double whole = 0;
    };
    template <typename Done>
    Served serve(const Done &done)
    {
        QElapsedTimer whole;
        whole.start();
        Served served;
        int idle = 0;
        while (idle < 2) { // the last round paints
            QElapsedTimer one;
            one.start();
            QCoreApplication::processEvents();
            served.longest = std::max(served.longest, milliseconds(one));
            const bool still = done() && m_store.settled() && !m_groups.unsettled() && !m_rows.unsettled();
            idle = still ? idle + 1 : 0;
        }
        served.whole = milliseconds(whole);
        return served;
    }
    //! The call that brings the last byte is where the clock starts.
    void arrives(size_t server, const QByteArray &body, const QByteArray &name, int groups)
    {
        Held *held = m_servers[server];
        QObject *monitor = m_monitors[qsizetype(server)];
        bool asked = false;
        while (!asked) {
            QMetaObject::invokeMethod(
                monitor, [held] { return held->asked(); }, Qt::BlockingQueuedConnection, &asked);
            if (!asked)
                (void)serve([] { return true; });
        }
        std::atomic<bool> parsed = false;
        QMetaObject::invokeMethod(
            monitor,
            [held, body, &parsed] {
                held->answer(body);
                parsed = true;
                parsed.notify_one();
            },
            Qt::QueuedConnection);
        // The window has nothing to do meanwhile; a loop that went round and round would slow down the other core.
        QElapsedTimer whole;
        whole.start();
        parsed.wait(false);
        const double reading = milliseconds(whole);
        Served served = serve([] { return true; });
        served.whole += reading;
        const bool right = m_store.groups()->rowCount() == groups && m_groupView->model()->rowCount() == groups;
        Bench::print("alerts: " + name + ", until groups with counts are on screen", served.whole, "ms",
            "at most 300 ms", {}, {}, right && served.whole <= shownBar);
        Bench::print("alerts: " + name + ", longest stall", served.longest, "ms", "at most 50 ms", {}, {},
            served.longest <= stallBar);
        if (!right)
            std::fprintf(
                stderr, "%lld groups instead of %d\n", static_cast<long long>(m_store.groups()->rowCount()), groups);
    }
    void grouped(const char *label)
    {
        QElapsedTimer one;
        one.start();
        m_store.setGrouping(QString::fromLatin1(label));
        const double own = milliseconds(one);
        const Served served = serve([] { return true; });
        const double longest = std::max(own, served.longest);
        Bench::print(QByteArray("alerts: group 10,000 by ") + label + ", longest stall", longest, "ms", "at most 50 ms",
            {}, {}, longest <= stallBar);
    }
};

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    Bed().run();
    return 0;
}
