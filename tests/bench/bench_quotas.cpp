// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/tableviewmodel.h"
#include "models/fleet/clusterlistmodel.h"
#include "models/quotas/quotaboardmodel.h"
#include "models/tenants/tenantstore.h"
#include "tests/bench/figure.h"
#include "tests/models/records.h"
#include "views/quotas/quotaspanel.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QThread>

#include <algorithm>
#include <random>
#include <vector>

//! The quota board with 2,000 tenants in each of 10 clusters: how long the window stands still at most while it is
//! scrolled, sorted, grouped and edited, with 1,000 quotas a second changing. "full" goes on for 60 s instead of 3 s.
namespace {

constexpr int clusterCount = 10;
constexpr int tenantCount = 2000;
constexpr int batchSize = 33;
constexpr int batchMilliseconds = 33;
constexpr double gib = 1073741824.0;
constexpr double bar = 50;

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

template <typename Action>
double timed(const Action &action)
{
    QElapsedTimer timer;
    timer.start();
    action();
    return milliseconds(timer);
}

QString clusterId(int number)
{
    return QStringLiteral("cluster-%1").arg(number);
}

QByteArray tenant(int number)
{
    return QStringLiteral("tenant-%1").arg(number, 4, 10, QLatin1Char('0')).toLatin1();
}

void printStall(const QByteArray &name, double longest, double whole = -1)
{
    Bench::print("quotas: " + name + ", longest stall", longest, "ms", "at most 50 ms", {}, {}, longest <= bar);
    if (whole >= 0)
        Bench::print("quotas: " + name + ", until all is shown", whole, "ms");
}

class Bed
{
public:
    Bed()
    {
        QuotasPanel::Sources sources;
        sources.store = &m_store;
        sources.board = &m_board;
        m_panel = std::make_unique<QuotasPanel>(&m_clusters, sources, nullptr);
        for (int i = 0; i < clusterCount; ++i)
            m_store.setCluster(clusterId(i), clusterId(i), {Freshness::State::Live, {}, {}});
    }

    void run(int seconds)
    {
        fill();
        show();
        sorts();
        scroll();
        groupings();
        for (const char *column : {"tenant", "cpu", "memory"})
            churn(QLatin1String(column), seconds);
        edit();
        freshness();
    }

private:
    ClusterListModel m_clusters;
    TenantStore m_store;
    QuotaBoardModel m_board{&m_store};
    std::unique_ptr<QuotasPanel> m_panel;
    std::mt19937 m_random{7};

    [[nodiscard]] bool settled() const { return !m_board.unsettled() && !m_panel->table()->rows()->unsettled(); }

    Kubernetes::QuotaRecord quotaOf(int number)
    {
        const double cores = 1 + m_random() % 16;
        return Records::quota(tenant(number).constData(), "quota",
            {Records::item("requests.cpu", m_random() % 100 * cores / 110, cores),
                Records::item("requests.memory", m_random() % 100 * cores * gib / 50, 2 * cores * gib),
                Records::item("limits.cpu", cores / 2, 2 * cores), Records::item("limits.memory", gib, 4 * cores * gib),
                Records::item("pods", m_random() % 40, 50), Records::item("requests.storage", gib, 100 * gib),
                Records::item("services", 3, 10), Records::item("configmaps", 7, 100)});
    }

    //! What clusters say before anybody looks; the work of the store itself is measured elsewhere.
    void fill()
    {
        QList<Kubernetes::NamespaceRecord> spaces;
        for (int i = 0; i < tenantCount; ++i)
            spaces.append(Records::space(tenant(i).constData(), tenant(i).constData()));
        double store = 0;
        for (int cluster = 0; cluster < clusterCount; ++cluster) {
            QList<Kubernetes::QuotaRecord> quotas;
            for (int i = 0; i < tenantCount; ++i)
                quotas.append(quotaOf(i));
            m_store.apply(clusterId(cluster), Records::spaces(spaces));
            store = std::max(store, timed([&] { m_store.apply(clusterId(cluster), Records::quotas(quotas)); }));
        }
        Bench::print("quotas: quotas of a cluster into the store, nobody looks", store, "ms");
    }

    struct Served
    {
        double longest = 0;
        double whole = 0;
    };
    template <typename Action>
    Served serve(const Action &action)
    {
        QElapsedTimer whole;
        whole.start();
        Served served;
        served.longest = timed(action);
        do
            served.longest = std::max(served.longest, timed([] { QCoreApplication::processEvents(); }));
        while (!settled());
        served.longest = std::max(served.longest, timed([] { QCoreApplication::processEvents(); }));
        served.whole = milliseconds(whole);
        return served;
    }

    void show()
    {
        m_panel->resize(1700, 1000);
        const Served served = serve([this] { m_panel->show(); });
        printStall("20,000 rows, first shown", served.longest, served.whole);
    }

    void sorts()
    {
        for (const char *column : {"tenant", "cluster", "cpu", "memory", "wall_50", "limits_cpu", "freshness"}) {
            const Served served = serve([&] { m_panel->table()->sortBy(QLatin1String(column), Qt::DescendingOrder); });
            printStall(QByteArray("sort by ") + column, served.longest, served.whole);
        }
    }

    void scroll()
    {
        QScrollBar *scroll = m_panel->table()->verticalScrollBar();
        double longest = 0;
        for (int i = 0; i < 200; ++i) {
            scroll->setValue(
                i % 2 == 0 ? scroll->value() + scroll->pageStep() : int(m_random() % unsigned(scroll->maximum())));
            longest = std::max(longest, timed([] { QCoreApplication::processEvents(); }));
        }
        printStall("scroll by pages and leaps", longest);
    }

    void groupings()
    {
        using Grouping = QuotaBoardModel::Grouping;
        for (const auto &[grouping, name] : {std::pair(Grouping::Tenant, "tenants over clusters"),
                 std::pair(Grouping::Cluster, "clusters over tenants"),
                 std::pair(Grouping::TenantInCluster, "each tenant in each cluster")}) {
            const Served served = serve([this, grouping = grouping] { m_board.setGrouping(grouping); });
            printStall(QByteArray("show ") + name, served.longest, served.whole);
        }
    }

    void change()
    {
        QHash<int, QList<Kubernetes::QuotaRecord>> changed;
        for (int i = 0; i < batchSize; ++i)
            changed[int(m_random() % clusterCount)].append(quotaOf(int(m_random() % tenantCount)));
        for (auto batch = changed.cbegin(); batch != changed.cend(); ++batch)
            m_store.apply(clusterId(batch.key()), Records::quotas(batch.value()));
    }

    //! Changes come at their pace while \a act is done over and over.
    template <typename Act>
    double stallUnderChange(int duration, const Act &act)
    {
        double longest = 0;
        QElapsedTimer clock;
        clock.start();
        int turn = 0;
        for (qint64 next = 0; clock.elapsed() < duration; next += batchMilliseconds) {
            while (clock.elapsed() < next) {
                longest = std::max(longest, timed([] { QCoreApplication::processEvents(); }));
                QThread::usleep(200);
            }
            longest = std::max(longest, timed([&] {
                change();
                act(turn++);
                QCoreApplication::processEvents();
            }));
        }
        return longest;
    }

    void churn(const QString &column, int seconds)
    {
        (void)serve([&] { m_panel->table()->sortBy(column, Qt::DescendingOrder); });
        QScrollBar *scroll = m_panel->table()->verticalScrollBar();
        const double longest = stallUnderChange(1000 * seconds, [&](int turn) {
            if (turn % 3 == 0)
                scroll->setValue(int(m_random() % unsigned(scroll->maximum())));
        });
        printStall("scroll under 1,000 changed quotas a second, sorted by " + column.toLatin1(), longest);
    }

    void edit()
    {
        (void)serve([] {});
        const QString key = TenantStore::keyOf(clusterId(3), QString::fromLatin1(tenant(700)));
        const double opened = timed([&] {
            m_panel->openDetail(key);
            QCoreApplication::processEvents();
        });
        printStall("open the editor", opened);
        const double longest = stallUnderChange(3000, [&](int turn) {
            const int line = m_panel->draft()->lineOf(QStringLiteral("requests.cpu"));
            if (line >= 0)
                m_panel->draft()->type(line, QString::number(5 + turn % 20));
        });
        printStall("type an amount under 1,000 changed quotas a second", longest);
        m_panel->draft()->clear();
        m_panel->table()->selectAll();
        const double all = timed([&] {
            m_panel->openDetail(key);
            m_panel->table()->selectAll();
            QCoreApplication::processEvents();
        });
        printStall("choose all rows with the editor open", all);
    }

    void freshness()
    {
        (void)serve([] {});
        const Served served = serve([this] {
            m_store.setCluster(clusterId(1), clusterId(1), {Freshness::State::Stale, {}, std::chrono::seconds(60)});
        });
        printStall("a cluster turns stale", served.longest, served.whole);
    }
};

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const bool full = QCoreApplication::arguments().contains(QStringLiteral("full"));
    Bed bed;
    bed.run(full ? 60 : 3);
    return 0;
}
