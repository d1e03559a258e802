// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/cellorder.h"
#include "models/common/recordtablemodel.h"
#include "models/common/tablefilter.h"
#include "models/common/tableviewmodel.h"
#include "tests/bench/figure.h"
#include "views/common/tableview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPixmap>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QThread>

#include <algorithm>
#include <array>
#include <memory>
#include <random>

//! What a table of 50,000 rows and 14 columns costs the window's thread: the time that it is not free for the person.
//! The rival is QSortFilterProxyModel over the same table, with the same order and the same filter, in the same run.
//! "full" as an argument lets the churn go on for 60 s instead of 3 s.
namespace {

constexpr int rowCount = 50000;
constexpr int batchSize = 333;
constexpr int batchMilliseconds = 33;

struct Line
{
    QString name, space, tenant, cluster, phase, reason, node, image;
    qlonglong ready = 0, restarts = 0;
    double cpu = 0, memory = 0;
    QDateTime created;
    Freshness freshness;

    bool operator==(const Line &) const = default;
};

using C = Column<Line>;
const std::array lineColumns{
    C{{"pod", "Pod", "Name.", CellKind::Text, Qt::AscendingOrder, true, true, 26},
        [](const Line &l) { return QVariant(l.name); }},
    C{{"namespace", "Namespace", "Namespace."}, [](const Line &l) { return QVariant(l.space); }},
    C{{"tenant", "Tenant", "Tenant."}, [](const Line &l) { return QVariant(l.tenant); }},
    C{{"cluster", "Cluster", "Cluster."}, [](const Line &l) { return QVariant(l.cluster); }},
    C{{"phase", "Phase", "Phase."}, [](const Line &l) { return QVariant(l.phase); }},
    C{{"ready", "Ready", "Ready.", CellKind::Count}, [](const Line &l) { return QVariant(l.ready); }},
    C{{"restarts", "Restarts", "Restarts.", CellKind::Count}, [](const Line &l) { return QVariant(l.restarts); }},
    C{{"reason", "Reason", "Reason."}, [](const Line &l) { return QVariant(l.reason); }},
    C{{"node", "Node", "Node."}, [](const Line &l) { return QVariant(l.node); }},
    C{{"image", "Image tag", "Image tag."}, [](const Line &l) { return QVariant(l.image); }},
    C{{"created", "Age", "Age.", CellKind::Time}, [](const Line &l) { return QVariant(l.created); }},
    C{{"cpu", "CPU", "CPU.", CellKind::Cores}, [](const Line &l) { return QVariant(l.cpu); }},
    C{{"memory", "Memory", "Memory.", CellKind::Bytes}, [](const Line &l) { return QVariant(l.memory); }},
    C{{"freshness", "Freshness", "Freshness.", CellKind::Freshness},
        [](const Line &l) { return QVariant::fromValue(l.freshness); }},
};

class Lines final : public RecordTableModel<Line>
{
public:
    Lines() { setColumns(lineColumns); }
    [[nodiscard]] Freshness rowFreshness(int row) const override { return at(row).freshness; }

protected:
    [[nodiscard]] QString keyOf(const Line &line) const override
    {
        return QString(line.cluster + u'/' + line.space + u'/' + line.name);
    }
};

//! The same order and the same filter by Qt's own means.
class Rival final : public QSortFilterProxyModel
{
public:
    explicit Rival(TableModel *table) : m_table(table) { setSourceModel(table); }
    void setFilterText(const QString &text)
    {
        m_filter = TableFilter::parse(text, *m_table);
        invalidateRowsFilter();
    }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &) const override
    {
        return m_filter.accepts(*m_table, row);
    }
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override
    {
        const CellKind kind = m_table->columns()[size_t(left.column())].kind;
        const QVariant l = m_table->value(left.row(), left.column());
        const QVariant r = m_table->value(right.row(), right.column());
        const int order = CellOrder::compare(l, r, kind);
        return order != 0 ? order < 0 : m_table->key(left.row()) < m_table->key(right.row());
    }

private:
    TableModel *m_table;
    TableFilter m_filter;
};

Line line(int i)
{
    static const QStringList phases{QStringLiteral("Running"), QStringLiteral("Running"), QStringLiteral("Running"),
        QStringLiteral("Pending"), QStringLiteral("Failed"), QStringLiteral("Succeeded")};
    std::minstd_rand random(static_cast<unsigned>(i) + 1);
    random.discard(2);
    const auto below = [&random](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
    Line line;
    line.name = QStringLiteral("app-%1-7d9f8b6c5-%2").arg(below(300)).arg(i, 5, 36);
    line.tenant = QStringLiteral("tenant-%1").arg(below(500));
    line.space = QString(line.tenant + QStringLiteral("-prod"));
    line.cluster = QStringLiteral("cluster-%1").arg(i % 10);
    line.phase = phases.at(below(int(phases.size())));
    line.reason = below(50) == 0 ? QStringLiteral("CrashLoopBackOff") : QString();
    line.node = QStringLiteral("node-%1").arg(below(400));
    line.image = QStringLiteral("1.%1.0").arg(below(40));
    line.ready = below(3);
    line.restarts = below(20) == 0 ? below(100) : 0;
    line.cpu = below(40) / 10.0;
    line.memory = below(4000) * 1048576.0;
    line.created = QDateTime::fromSecsSinceEpoch(1790000000 + below(5000000), Qt::UTC);
    line.freshness.state = Freshness::State(below(100) == 0 ? 2 : 0);
    return line;
}

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, static_cast<size_t>(share * static_cast<double>(values.size())))];
}

//! Serves events until \a done; how long the longest turn of the event loop took, and the whole.
struct Served
{
    double longest = 0;
    double whole = 0;
};

template <typename Action, typename Done>
Served serve(const Action &action, const Done &done)
{
    QElapsedTimer whole;
    whole.start();
    Served served;
    const auto turn = [&served](const auto &what) {
        QElapsedTimer timer;
        timer.start();
        what();
        served.longest = std::max(served.longest, milliseconds(timer));
    };
    turn(action);
    do
        turn([] { QCoreApplication::processEvents(); });
    while (!done());
    turn([] { QCoreApplication::processEvents(); });
    served.whole = milliseconds(whole);
    return served;
}

template <typename Action>
double timed(const Action &action)
{
    QElapsedTimer timer;
    timer.start();
    action();
    return milliseconds(timer);
}

void printStall(const QByteArray &name, double stall, double rival, double bar = 50)
{
    Bench::print("tables: " + name + ", longest stall", stall, "ms", "at most " + Bench::number(bar) + " ms",
        rival >= 0 ? "QSortFilterProxyModel" : "", rival >= 0 ? std::optional(rival) : std::nullopt, stall <= bar);
}

class Bed
{
public:
    Bed()
    {
        for (int i = 0; i < rowCount; ++i)
            m_lines.append(line(i));
    }

    void run(int seconds)
    {
        insert();
        sorts();
        filters();
        scroll();
        for (const char *column : {"pod", "restarts", "memory"})
            churn(QLatin1String(column), seconds);
        chooseAll();
    }

private:
    QList<Line> m_lines;
    Lines m_table;
    std::unique_ptr<TableViewModel> m_view = std::make_unique<TableViewModel>(&m_table);
    std::unique_ptr<TableView> m_window = std::make_unique<TableView>(m_view.get(), QStringLiteral("Pods"), nullptr);
    std::mt19937 m_random{7};

    [[nodiscard]] bool settled() const { return !m_view->unsettled(); }
    [[nodiscard]] auto whenSettled() const
    {
        return [this] { return settled(); };
    }

    void insert()
    {
        m_window->resize(1700, 1000);
        m_window->show();
        m_window->sortBy(QStringLiteral("pod"), Qt::AscendingOrder);
        (void)serve([] {}, whenSettled());
        Lines plain;
        const double source = timed([&] { plain.merge(m_lines); });
        // The source's own work is in both; ours is also shown in a window, the rival is not.
        const Served served = serve([&] { m_table.merge(m_lines); }, whenSettled());
        Lines other;
        Rival alone(&other);
        alone.sort(0);
        const double theirs = timed([&] { other.merge(m_lines); });
        Bench::print("tables: first 50,000 rows in order", served.whole, "ms", {}, "QSortFilterProxyModel", theirs, {});
        Bench::print("tables: first 50,000 rows into the source", source, "ms");
    }

    void sorts()
    {
        Rival rival(&m_table);
        for (size_t column = 0; column < lineColumns.size(); ++column) {
            const QString id = QLatin1String(lineColumns[column].id);
            const Served served = serve([&] { m_window->sortBy(id, Qt::DescendingOrder); }, whenSettled());
            const double theirs = timed([&] { rival.sort(static_cast<int>(column), Qt::DescendingOrder); });
            printStall("sort by " + id.toLatin1(), served.longest, theirs);
            Bench::print("tables: sort by " + id.toLatin1() + ", until in order", served.whole, "ms", {},
                "QSortFilterProxyModel", theirs, {});
        }
    }

    void filters()
    {
        Rival rival(&m_table);
        rival.sort(0);
        m_window->sortBy(QStringLiteral("pod"), Qt::AscendingOrder);
        (void)serve([] {}, whenSettled());
        for (const char *typed : {"a", "ap", "app-1", "app-12", "tenant-4", "phase:Pending", "freshness:stale",
                 "restarts>10", "-phase:Running", ""}) {
            const QString text = QLatin1String(typed);
            const Served served = serve([&] { m_view->setFilterText(text); }, whenSettled());
            const double theirs = timed([&] { rival.setFilterText(text); });
            printStall(QByteArray("filter \"") + typed + '"', served.longest, theirs);
        }
    }

    void scroll()
    {
        QScrollBar *bar = m_window->verticalScrollBar();
        std::vector<double> pages;
        std::vector<double> pixels;
        for (int i = 0; i < 100; ++i) {
            bar->setValue(bar->value() + bar->pageStep());
            pages.push_back(timed([] { QCoreApplication::processEvents(); }));
        }
        for (int i = 0; i < 100; ++i) {
            bar->setValue(bar->value() + 7);
            pixels.push_back(timed([] { QCoreApplication::processEvents(); }));
        }
        const double page = percentile(pages, 0.5);
        Bench::print("tables: a page further, painted (median)", page, "ms", "at most 8 ms", {}, {}, page <= 8);
        const double pixel = percentile(pixels, 0.5);
        Bench::print("tables: seven pixels further, painted (median)", pixel, "ms", "at most 8 ms", {}, {}, pixel <= 8);
    }

    [[nodiscard]] QList<Line> batch()
    {
        QList<Line> changed;
        for (int i = 0; i < batchSize; ++i) {
            Line line = m_table.at(static_cast<int>(m_random() % rowCount));
            line.restarts += 1;
            line.memory = static_cast<double>(m_random() % 4000) * 1048576.0;
            line.phase = m_random() % 5 == 0 ? QStringLiteral("Pending") : QStringLiteral("Running");
            changed.append(line);
        }
        return changed;
    }

    //! 10,000 changed rows a second while the table goes by \a column.
    void churn(const QString &column, int seconds)
    {
        m_window->sortBy(column, Qt::DescendingOrder);
        (void)serve([] {}, whenSettled());
        std::vector<double> stalls;
        QElapsedTimer clock;
        clock.start();
        for (qint64 next = 0; clock.elapsed() < 1000LL * seconds; next += batchMilliseconds) {
            while (clock.elapsed() < next) {
                const double turn = timed([] { QCoreApplication::processEvents(); });
                if (turn > 0.5)
                    stalls.push_back(turn);
                QThread::usleep(200);
            }
            const QList<Line> changed = batch();
            stalls.push_back(timed([&] {
                m_table.update(changed);
                QCoreApplication::processEvents();
            }));
        }
        const QByteArray name = "tables: 10,000 changed rows a second, sorted by " + column.toLatin1() + ", stalls ";
        const double p50 = percentile(stalls, 0.5);
        const double p99 = percentile(stalls, 0.99);
        const double most = percentile(stalls, 1);
        const double theirs = rivalBatch(column);
        Bench::print(name + "p50", p50, "ms", {}, "QSortFilterProxyModel", theirs, {});
        Bench::print(name + "p99", p99, "ms", "under 16 ms", {}, {}, p99 < 16);
        Bench::print(name + "max", most, "ms", "at most 50 ms", {}, {}, most <= 50);
    }

    //! The median of a few batches on a table of its own, without a view.
    double rivalBatch(const QString &column)
    {
        Lines table;
        table.merge(m_lines);
        Rival rival(&table);
        rival.sort(table.columnOf(column), Qt::DescendingOrder);
        std::vector<double> times;
        for (int i = 0; i < 5; ++i) {
            const QList<Line> changed = batch();
            times.push_back(timed([&] { table.update(changed); }));
        }
        return percentile(times, 0.5);
    }

    void chooseAll()
    {
        const double all = timed([&] { m_window->selectAll(); });
        printStall("choose all", all, -1);
        const Served served
            = serve([&] { m_window->sortBy(QStringLiteral("node"), Qt::AscendingOrder); }, whenSettled());
        printStall("sort with all chosen", served.longest, -1);
        const double keys = timed([&] { (void)m_window->selectedKeys(); });
        printStall("keys of all chosen", keys, -1);
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
