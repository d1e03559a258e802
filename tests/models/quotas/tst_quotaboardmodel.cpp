// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quotas/quotaboardmodel.h"

#include "models/common/tableviewmodel.h"
#include "models/tenants/tenantstore.h"
#include "tests/models/records.h"
#include "tests/support/strict.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <memory>
#include <random>

using namespace Records;
using Grouping = QuotaBoardModel::Grouping;

namespace {

constexpr double gib = 1073741824.0;

QString key(const char *cluster, const char *tenant)
{
    return TenantStore::keyOf(text(cluster), text(tenant));
}

QuotaForecast forecast(std::optional<qint64> wall50, std::optional<qint64> wall90, double perDay)
{
    QuotaForecast forecast;
    forecast.band = {{1000, 1, 2, 3}};
    forecast.wall50 = wall50;
    forecast.wall90 = wall90;
    forecast.perDay = perDay;
    return forecast;
}

} // namespace

class TestQuotaBoardModel final : public QObject
{
    Q_OBJECT

    std::unique_ptr<TenantStore> m_store;
    std::unique_ptr<QuotaBoardModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<TableViewModel> m_view;
    std::unique_ptr<QAbstractItemModelTester> m_viewTester;

    [[nodiscard]] QVariant value(const QString &row, const char *column) const
    {
        return m_model->value(m_model->rowOf(row), m_model->columnOf(text(column)));
    }
    [[nodiscard]] QString cell(const QString &row, const char *column) const
    {
        return m_model->text(m_model->rowOf(row), m_model->columnOf(text(column)));
    }
    void cluster(const char *id)
    {
        m_store->setCluster(text(id), text(id), {Freshness::State::Live, {}, {}});
        m_store->apply(text(id), spaces({space("a-prod", "a"), space("a-test", "a"), space("b-prod", "b")}));
        m_store->apply(text(id),
            quotas({quota("a-prod", "q", {item("requests.cpu", 1, 4), item("requests.memory", gib, 2 * gib)}),
                quota("a-test", "q", {item("cpu", 0.5, 1), item("limits.cpu", 1, 2)}),
                quota("b-prod", "q", {item("requests.cpu", 2, 2), item("pods", 3, 10)})}));
    }

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_store = std::make_unique<TenantStore>();
        m_model = std::make_unique<QuotaBoardModel>(m_store.get());
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_view = std::make_unique<TableViewModel>(m_model.get());
        m_viewTester = std::make_unique<QAbstractItemModelTester>(
            m_view.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_viewTester.reset();
        m_view.reset();
        m_tester.reset();
        m_model.reset();
        m_store.reset();
    }

    void doesNothingUntilItIsWanted()
    {
        cluster("one");
        QCOMPARE(m_model->rowCount(), 0);
        QVERIFY(m_model->unsettled());
        m_model->setActive(true);
        QTRY_COMPARE(m_model->rowCount(), 2);
        QVERIFY(!m_model->unsettled());
        m_model->setActive(false);
        m_store->apply(text("one"), quotas({quota("b-prod", "q", {item("requests.cpu", 1, 2)})}));
        QCOMPARE(cell(key("one", "b"), "cpu"), QStringLiteral("2 of 2 (100 %)"));
        m_model->setActive(true);
        QTRY_COMPARE(cell(key("one", "b"), "cpu"), QStringLiteral("1 of 2 (50 %)"));
    }

    void showsUsedAndLimitOfEachKey()
    {
        cluster("one");
        m_model->settle();
        QCOMPARE(m_model->rowCount(m_model->index(0, 0)), 0);
        const QString a = key("one", "a");
        QCOMPARE(cell(a, "tenant"), QStringLiteral("a"));
        QCOMPARE(cell(a, "cpu"), QStringLiteral("1.5 of 5 (30 %)"));
        QCOMPARE(cell(a, "memory"), QStringLiteral("1 GiB of 2 GiB (50 %)"));
        QVERIFY(value(a, "memory").value<Usage>().partlyUnlimited);
        QCOMPARE(cell(a, "pods"), QStringLiteral("no limit"));
        QCOMPARE(cell(a, "limits_cpu"), QStringLiteral("1 of 2 (50 %)"));
        QCOMPARE(cell(a, "limits_cpu_hard"), QStringLiteral("2"));
        QCOMPARE(cell(key("one", "b"), "limits_cpu"), QStringLiteral("no limit"));
        QCOMPARE(cell(key("one", "b"), "cpu_hard"), QStringLiteral("2"));
        QCOMPARE(m_model->title(m_model->columnOf(u"limits_cpu")), QStringLiteral("limits.cpu"));
        QCOMPARE(m_view->columnCount(), m_model->columnCount());
    }

    void knowsNothingBeforeQuotasAreRead()
    {
        m_store->setCluster(text("one"), text("one"), {Freshness::State::Live, {}, {}});
        m_store->apply(text("one"), spaces({space("a-prod", "a")}));
        m_model->settle();
        QCOMPARE(cell(key("one", "a"), "cpu"), QStringLiteral("unknown"));
        QCOMPARE(cell(key("one", "a"), "wall_50"), QStringLiteral("unknown"));
    }

    void boundsItsColumns()
    {
        m_store->setCluster(text("one"), text("one"), {});
        m_store->apply(text("one"), spaces({space("a-prod", "a")}));
        QList<Kubernetes::QuotaItem> items;
        for (int i = 0; i < 100; ++i)
            items.append(
                item(qPrintable(QStringLiteral("count/thing%1.example.com").arg(i, 3, 10, QLatin1Char('0'))), 1, 2));
        m_store->apply(text("one"), quotas({quota("a-prod", "q", items)}));
        const int before = m_model->columnCount();
        m_model->settle();
        const int added = QuotaColumns::mostResources - QuotaColumns::KnownCount;
        QCOMPARE(m_model->columnCount(), before + 3 * added);
        QCOMPARE(value(key("one", "a"), "other_keys").toInt(), 100 - added);
    }

    void keepsColumnsApartThatSoundAlike()
    {
        m_store->setCluster(text("one"), text("one"), {});
        m_store->apply(text("one"), spaces({space("a-prod", "a")}));
        m_store->apply(text("one"),
            quotas({quota("a-prod", "q",
                {item("count/a.b", 1, 2), item("count/a-b", 1, 3), item("cpu_used", 1, 4), item("PODS", 1, 5)})}));
        m_model->settle();
        QSet<QString> ids;
        for (const ColumnInfo &info : m_model->columns())
            ids.insert(QString::fromUtf8(info.id));
        QCOMPARE(ids.size(), m_model->columnCount());
    }

    void addsUpOverClustersAndOverTenants()
    {
        cluster("one");
        cluster("two");
        m_model->settle();
        QCOMPARE(m_model->rowCount(), 4);
        QSignalSpy grouped(m_model.get(), &QuotaBoardModel::groupingChanged);
        m_model->setGrouping(Grouping::Tenant);
        m_model->settle();
        QCOMPARE(grouped.count(), 1);
        QCOMPARE(m_model->rowCount(), 2);
        QCOMPARE(cell(text("a"), "cpu"), QStringLiteral("3 of 10 (30 %)"));
        QCOMPARE(cell(text("a"), "cluster"), QStringLiteral("one, two"));
        QCOMPARE(cell(text("a"), "members"), QStringLiteral("2"));
        QVERIFY(!(m_model->flags(m_model->index(0, m_model->columnOf(u"cpu"))) & Qt::ItemIsEditable));
        m_model->setGrouping(Grouping::Cluster);
        m_model->settle();
        QCOMPARE(m_model->rowCount(), 2);
        QCOMPARE(cell(text("one"), "cpu"), QStringLiteral("3.5 of 7 (50 %)"));
        QVERIFY(value(text("one"), "memory").value<Usage>().partlyUnlimited);
        m_store->apply(text("one"), quotas({quota("b-prod", "q", {item("requests.cpu", 1, 3)})}));
        m_model->settle();
        QCOMPARE(cell(text("one"), "cpu"), QStringLiteral("2.5 of 8 (31 %)"));
        m_store->removeCluster(text("two"));
        m_model->settle();
        QCOMPARE(m_model->rowCount(), 1);
        m_model->setGrouping(Grouping::TenantInCluster);
        m_model->settle();
        QCOMPARE(m_model->rowCount(), 2);
        QVERIFY(m_model->flags(m_model->index(0, m_model->columnOf(u"cpu"))) & Qt::ItemIsEditable);
        QVERIFY(!(m_model->flags(m_model->index(0, 0)) & Qt::ItemIsEditable));
    }

    void neverAddsUpWhatCapsuleMadeForTheWholeTenant()
    {
        m_store->setCluster(text("one"), text("one"), {});
        m_store->apply(text("one"), spaces({space("a-1", "a"), space("a-2", "a")}));
        QList<Kubernetes::QuotaRecord> both;
        for (const char *name : {"a-1", "a-2"}) {
            auto record = quota(name, "capsule-a-0", {item("requests.cpu", 3, 8)});
            record.tenantWide = true;
            both.append(record);
        }
        m_store->apply(text("one"), quotas(both));
        m_model->settle();
        QCOMPARE(cell(key("one", "a"), "cpu"), QStringLiteral("3 of 8 (38 %)"));
    }

    void comparesWithWhatNodesCanAllocate()
    {
        cluster("one");
        m_model->settle();
        QCOMPARE(cell(key("one", "a"), "cpu_overcommit"), QStringLiteral("unknown"));
        ClusterCapacity capacity{text("one"), 3, 3.5, std::nullopt, 110, {}};
        QSignalSpy changed(m_model.get(), &QuotaBoardModel::clusterChanged);
        m_model->setCapacity(capacity);
        QCOMPARE(changed.count(), 1);
        m_model->setGrouping(Grouping::Cluster);
        m_model->settle();
        QCOMPARE(cell(text("one"), "cpu_overcommit"), QStringLiteral("200 %"));
        QCOMPARE(cell(text("one"), "memory_overcommit"), QStringLiteral("unknown"));
        QCOMPARE(cell(text("one"), "cpu_allocatable"), QStringLiteral("3.5"));
        QCOMPARE(cell(text("one"), "nodes"), QStringLiteral("3"));
        QCOMPARE(m_model->clusterHard(text("one"), QStringLiteral("requests.cpu")), 7.0);
        QVERIFY(!m_model->clusterHard(text("one"), QStringLiteral("services")));
        m_model->removeCapacity(text("one"));
        QCOMPARE(cell(text("one"), "cpu_overcommit"), QStringLiteral("unknown"));
    }

    void sortsByTheSoonestWall()
    {
        cluster("one");
        m_model->settle();
        const QString a = key("one", "a");
        const QString b = key("one", "b");
        m_model->setForecast(a, QStringLiteral("requests.cpu"), forecast(5'000'000'000, std::nullopt, 0.1));
        m_model->setForecast(a, QStringLiteral("requests.memory"), forecast(4'000'000'000, 4'500'000'000, 0));
        m_model->setForecast(b, QStringLiteral("requests.cpu"), forecast(std::nullopt, std::nullopt, -1));
        m_model->settle();
        QCOMPARE(value(a, "wall_50").toDateTime().toSecsSinceEpoch(), 4'000'000'000);
        QCOMPARE(cell(a, "wall_resource"), QStringLiteral("requests.memory"));
        QVERIFY(m_model->data(m_model->index(m_model->rowOf(a), m_model->columnOf(u"wall_90")), Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("requests.memory reaches its limit")));
        QCOMPARE(cell(b, "wall_50"), QStringLiteral("none"));
        m_view->sort(m_model->columnOf(u"wall_50"), Qt::AscendingOrder);
        QCOMPARE(m_view->index(0, 0).data(TableModel::KeyRole).toString(), a);
        QCOMPARE(cell(a, "cpu"), QStringLiteral("1.5 of 5 (30 %), rising by 0.1 a day"));
        QCOMPARE(cell(a, "memory"), QStringLiteral("1 GiB of 2 GiB (50 %), level"));
        QCOMPARE(cell(b, "cpu"), QStringLiteral("2 of 2 (100 %), falling by 1 a day"));
        QCOMPARE(value(b, "cpu_trend").toDouble(), -1.0);
    }

    void staysExactWhateverComesAndGoes()
    {
        std::mt19937 random(3);
        m_store->setCluster(text("one"), text("one"), {});
        QList<Kubernetes::NamespaceRecord> all;
        for (int i = 0; i < 20; ++i)
            all.append(space(qPrintable(QStringLiteral("t%1").arg(i)), qPrintable(QStringLiteral("t%1").arg(i))));
        m_store->apply(text("one"), spaces(all));
        for (int round = 0; round < 300; ++round) {
            const QString name = QStringLiteral("t%1").arg(random() % 20);
            m_store->apply(text("one"),
                quotas({quota(
                    qPrintable(name), "q", {item("requests.cpu", random() % 100 / 10.0, random() % 1000 / 7.0)})}));
            m_model->settle();
        }
        double hard = 0;
        for (const QuotaRow &row : m_model->rows())
            hard += row.find(QuotaColumns::Cpu) ? *row.find(QuotaColumns::Cpu)->usage.limit : 0;
        QVERIFY(std::abs(*m_model->clusterHard(text("one"), QStringLiteral("requests.cpu")) - hard) < 1e-6);
        for (int i = 0; i < 20; ++i)
            m_store->apply(text("one"), quotas({quota(qPrintable(QStringLiteral("t%1").arg(i)), "q", {})}));
        m_model->settle();
        QVERIFY(!m_model->clusterHard(text("one"), QStringLiteral("requests.cpu")));
    }

    void isAsFreshAsItsClusters()
    {
        cluster("one");
        cluster("two");
        m_model->setActive(true);
        m_model->settle();
        QSignalSpy changed(m_model.get(), &TableModel::rowsChanged);
        m_store->setCluster(text("two"), text("two"), {Freshness::State::Stale, {}, std::chrono::seconds(60)});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.at(0).at(0).value<QList<int>>().size(), 2);
        QCOMPARE(m_model->rowFreshness(m_model->rowOf(key("one", "a"))).state, Freshness::State::Live);
        QCOMPARE(m_model->rowFreshness(m_model->rowOf(key("two", "a"))).state, Freshness::State::Stale);
        m_model->setGrouping(Grouping::Tenant);
        m_model->settle();
        QCOMPARE(m_model->rowFreshness(0).state, Freshness::State::Stale);
    }

    void saysWhatAPersonWouldType()
    {
        cluster("one");
        m_model->settle();
        const int row = m_model->rowOf(key("one", "a"));
        QCOMPARE(m_model->amountText(row, m_model->columnOf(u"memory")), QStringLiteral("2Gi"));
        QCOMPARE(m_model->amountText(row, m_model->columnOf(u"pods")), QString());
        QCOMPARE(m_model->data(m_model->index(row, m_model->columnOf(u"limits_cpu")), Qt::EditRole).toString(),
            QStringLiteral("2"));
        QCOMPARE(m_model->resourceOf(m_model->columnOf(u"cpu")), QStringLiteral("requests.cpu"));
        QCOMPARE(m_model->resourceOf(0), QString());
        QCOMPARE(m_model->tenantKeyOf(row), key("one", "a"));
    }
};

QTEST_GUILESS_MAIN(TestQuotaBoardModel)
#include "tst_quotaboardmodel.moc"
