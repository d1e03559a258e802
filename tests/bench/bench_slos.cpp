// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/prometheus/slomonitor.h"
#include "models/common/tableviewmodel.h"
#include "models/fleet/clusterlistmodel.h"
#include "models/slo/slodetail.h"
#include "models/slo/slofeed.h"
#include "models/slo/slostore.h"
#include "models/slo/slotablemodel.h"
#include "tests/bench/figure.h"
#include "tests/support/faketransport.h"
#include "tests/support/manualclock.h"
#include "views/slo/slopanel.h"

#include <QApplication>

#include <algorithm>
#include <ctime>
#include <random>

//! The SLO board over a server with 2,000 SLOs of 8 windows each: how many queries a refresh takes, what decoding,
//! merging and showing it costs of a core when it comes every 15 s and every figure is another each time, and how long
//! the window stands still at most. Encoding the answers is not counted.
namespace {

constexpr int sloCount = 2000;
constexpr int rounds = 40;
constexpr double refresh = 15000; // milliseconds
constexpr double mostQueries = 20;
constexpr double mostOfACore = 5; // percent
constexpr double longestStall = 50; // milliseconds
constexpr const char *windows[] = {"5m", "30m", "1h", "2h", "6h", "1d", "3d", "30d"};

//! Milliseconds of work of this process, in all its threads.
double work()
{
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1000 + double(time.tv_nsec) / 1e6;
}

class Server
{
public:
    //! What a round of queries of \a transport is answered, by the text of the query.
    void encode(qint64 now)
    {
        QByteArray ratios;
        QByteArray ages;
        QByteArray metas;
        const QByteArray time = QByteArray::number(now);
        for (int i = 0; i < sloCount; ++i) {
            const QByteArray id = "service-" + QByteArray::number(i) + "-availability";
            const QByteArray labels = R"("cluster":"eu","namespace":"tenant-)" + QByteArray::number(i / 10)
                + R"(","sloth_id":")" + id + R"(","sloth_service":"service-)" + QByteArray::number(i)
                + R"(","sloth_slo":"availability","team":"shop","tier":"gold")";
            for (const char *window : windows) {
                ratios += R"({"metric":{"__name__":"slo:sli_error:ratio_rate)" + QByteArray(window) + "\"," + labels
                    + R"(,"sloth_window":")" + window + R"("},"value":[)" + time + ",\""
                    + QByteArray::number(m_random() % 100000 / 1e7, 'g', 16) + "\"]},";
            }
            ages += "{\"metric\":{" + labels + R"(,"sloth_window":"5m"},"value":[)" + time + ",\"" + time + "\"]},";
            metas += R"({"metric":{"__name__":"slo:objective:ratio",)" + labels + R"(},"value":[)" + time
                + R"(,"0.999"]},)" + R"({"metric":{"__name__":"slo:time_period:days",)" + labels + R"(},"value":[)"
                + time + R"(,"30"]},)" + R"({"metric":{"__name__":"slo:period_error_budget_remaining:ratio",)" + labels
                + R"(},"value":[)" + time + ",\"" + QByteArray::number(m_random() % 1000 / 1e3) + "\"]},";
        }
        m_ratios = vector(ratios);
        m_ages = vector(ages);
        m_metas = vector(metas);
    }
    [[nodiscard]] qsizetype size() const { return m_ratios.size() + m_ages.size() + m_metas.size(); }

    void answer(FakeTransport &transport) const
    {
        while (!transport.open.empty()) {
            const auto exchange = transport.open.front();
            transport.open.pop_front();
            const QString query = QUrl::fromPercentEncoding(exchange->request.body);
            const bool range = exchange->request.path.endsWith(QLatin1String("query_range"));
            if (!exchange->request.path.startsWith(QLatin1String("/api/v1/query"))) {
                exchange->done(Error{Error::Kind::NotFound, 404, {}, {}, {}});
                continue;
            }
            const QByteArray body = range                          ? vector({})
                : query.contains(QLatin1String("timestamp("))      ? m_ages
                : query.contains(QLatin1String("ratio_rate.+"))    ? m_ratios
                : query.contains(QLatin1String("objective:ratio")) ? m_metas
                                                                   : vector({});
            exchange->done(Http::Response{200, "application/json", body});
        }
    }

private:
    std::mt19937 m_random{7};
    QByteArray m_ratios;
    QByteArray m_ages;
    QByteArray m_metas;

    static QByteArray vector(QByteArray series)
    {
        if (series.endsWith(','))
            series.chop(1);
        return R"({"status":"success","data":{"resultType":"vector","result":[)" + series + "]}}";
    }
};

void run()
{
    ManualClock clock;
    SloStore store(clock);
    SloDetail detail(&store, clock);
    ClusterListModel clusters;
    SloPanel panel(&clusters, &store, &detail, nullptr);
    panel.resize(1700, 1000);
    panel.show();
    FakeTransport *transport = nullptr;
    Prometheus::SloMonitor monitor(
        [&transport] {
            auto made = std::make_unique<FakeTransport>();
            transport = made.get();
            return made;
        },
        Prometheus::Selection(), clock);
    int queries = 0;
    QObject::connect(&monitor, &Prometheus::SloMonitor::sampled, &monitor,
        [&queries](const Prometheus::SloSample &sample) { queries = std::max(queries, sample.queries); });
    SloFeed feed(QStringLiteral("eu"), QStringLiteral("eu"), QStringLiteral("eu"), store, clock);
    // The store takes the sample on the window's thread and is timed apart from the decoding.
    Prometheus::SloSample last;
    QObject::connect(&monitor, &Prometheus::SloMonitor::sampled, &monitor,
        [&last](const Prometheus::SloSample &sample) { last = sample; });
    Server server;
    double decoding = 0;
    double showing = 0;
    double stall = 0;
    double first = 0;
    monitor.start();
    for (int round = 0; round <= rounds; ++round) {
        server.encode(clock.now().toSecsSinceEpoch());
        const double begin = work();
        server.answer(*transport);
        const double decoded = work();
        double longest = 0;
        const auto step = [&longest](const auto &action) {
            const double before = work();
            action();
            longest = std::max(longest, work() - before);
        };
        step([&] { store.setSample(QStringLiteral("eu"), last); });
        while (store.unsettled() || panel.table()->rows()->unsettled())
            step([] { QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents); });
        step([] { QCoreApplication::processEvents(); });
        const double shown = work();
        if (round == 0) {
            first = shown - begin;
        } else {
            decoding += decoded - begin;
            showing += shown - decoded;
            stall = std::max(stall, longest);
        }
        clock.advance(std::chrono::milliseconds(qint64(refresh)));
    }
    const double share = (decoding + showing) / rounds / refresh * 100;
    Bench::print("slos: rows of 2,000 SLOs with 8 windows", store.table()->rowCount(), "rows");
    Bench::print(
        "slos: queries of the dearest refresh", queries, "queries", "at most 20", {}, {}, queries <= mostQueries);
    Bench::print("slos: answers of a refresh", double(server.size()) / 1048576, "MiB");
    Bench::print("slos: first refresh, all work", first, "ms");
    Bench::print("slos: a refresh, decoding and merging in the worker", decoding / rounds, "ms");
    Bench::print("slos: a refresh, store and table in the window", showing / rounds, "ms");
    Bench::print("slos: share of a core at a refresh every 15 s", share, "%", "under 5 %", {}, {}, share < mostOfACore);
    Bench::print(
        "slos: a refresh, longest stall of the window", stall, "ms", "at most 50 ms", {}, {}, stall <= longestStall);
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    run();
    return 0;
}
