// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pods/podtablemodel.h"
#include "models/tenants/quotatablemodel.h"
#include "models/tenants/tenantdetail.h"
#include "models/tenants/tenantstore.h"
#include "models/tenants/tenanttablemodel.h"
#include "models/tenants/workloadtablemodel.h"
#include "tests/models/records.h"
#include "tests/support/strict.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <memory>

using namespace Records;

class TestTenantDetail final : public QObject
{
    Q_OBJECT

    const QString m_cluster = QStringLiteral("prod");
    std::unique_ptr<TenantStore> m_store;
    std::unique_ptr<TenantDetail> m_detail;

    QString key(int row = 0) { return m_store->table()->key(row); }

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_store = std::make_unique<TenantStore>();
        m_detail = std::make_unique<TenantDetail>(m_store.get());
        m_store->setCluster(m_cluster, m_cluster, Freshness());
        m_store->apply(m_cluster, spaces({space("a", "shop"), space("b", "bank")}));
        m_store->apply(m_cluster,
            quotas({quota("a", "q", {item("requests.cpu", 1, 2), item("pods", 1, 4)}),
                quota("b", "q", {item("pods", 3, 4)})}));
        m_store->apply(m_cluster, pods({pod("a", "p"), pod("b", "q"), pod("b", "r")}));
        QCOMPARE(m_store->table()->rowCount(), 2);
    }

    void cleanup()
    {
        m_detail.reset();
        m_store.reset();
    }

    void showsTheChosenTenant()
    {
        const QAbstractItemModelTester quotasTester(
            m_detail->quotas(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester podsTester(
            m_detail->pods(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester workloadsTester(
            m_detail->workloads(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy changes(m_detail.get(), &TenantDetail::tenantChanged);
        const int shop = m_store->table()->at(0).name == QLatin1String("shop") ? 0 : 1;
        m_detail->choose(key(shop));
        QCOMPARE(changes.size(), 1);
        QCOMPARE(m_detail->tenant().name, QStringLiteral("shop"));
        QCOMPARE(m_detail->quotas()->rowCount(), 2);
        QCOMPARE(m_detail->pods()->rowCount(), 1);
        QCOMPARE(m_detail->workloads()->rowCount(), 1);
        m_detail->choose(key(1 - shop));
        QCOMPARE(m_detail->tenant().name, QStringLiteral("bank"));
        QCOMPARE(m_detail->quotas()->rowCount(), 1);
        QCOMPARE(m_detail->pods()->rowCount(), 2);
        m_detail->choose({});
        QVERIFY(m_detail->tenant().key.isEmpty());
        QCOMPARE(m_detail->quotas()->rowCount() + m_detail->pods()->rowCount() + m_detail->workloads()->rowCount(), 0);
        QCOMPARE(changes.size(), 3);
    }

    void followsTheChosenTenantOnly()
    {
        m_detail->choose(key(0));
        const char *own = m_detail->tenant().name == QLatin1String("shop") ? "a" : "b";
        const char *other = *own == 'a' ? "b" : "a";
        const int before = m_detail->pods()->rowCount();
        QSignalSpy changes(m_detail.get(), &TenantDetail::tenantChanged);
        m_store->apply(m_cluster, pods({pod(other, "new")}));
        QCOMPARE(changes.size(), 0);
        m_store->apply(m_cluster, pods({pod(own, "new")}));
        QCOMPARE(changes.size(), 1);
        QCOMPARE(m_detail->pods()->rowCount(), before + 1);
    }

    void asksForTheHistoryOfTheChosen()
    {
        QSignalSpy wanted(m_detail.get(), &TenantDetail::historyWanted);
        m_detail->wantHistory();
        QCOMPARE(wanted.size(), 0);
        m_detail->choose(key(0));
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toString(), m_cluster);
        QCOMPARE(wanted[0][1].toString(), key(0));
        QCOMPARE(wanted[0][2].toStringList(), m_detail->tenant().namespaces);
        m_detail->wantHistory();
        QCOMPARE(wanted.size(), 2);
        const QByteArray tenant = m_detail->tenant().name.toLatin1();
        m_store->apply(m_cluster, spaces({space("c", tenant.constData())}));
        QCOMPARE(wanted.size(), 3);
        QCOMPARE(wanted[2][2].toStringList().size(), 2);
    }

    void drawsTheLimitsIn()
    {
        const int shop = m_store->table()->at(0).name == QLatin1String("shop") ? 0 : 1;
        m_detail->choose(key(shop));
        QSignalSpy changes(m_detail.get(), &TenantDetail::historyChanged);
        UsageHistory history;
        history.tenantKey = QStringLiteral("somebody else");
        m_detail->setHistory(history);
        QCOMPARE(changes.size(), 0);
        history.tenantKey = key(shop);
        history.cpu = {{1000, 0.5}};
        m_detail->setHistory(history);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(m_detail->history().cpu, history.cpu);
        QCOMPARE(m_detail->history().cpuLimit, std::optional(2.0));
        QVERIFY(!m_detail->history().memoryLimit);
        m_store->apply(m_cluster, quotas({quota("a", "q", {item("requests.cpu", 1, 4)})}));
        QCOMPARE(changes.size(), 2);
        QCOMPARE(m_detail->history().cpuLimit, std::optional(4.0));
        m_detail->choose(key(1 - shop));
        QVERIFY(m_detail->history().cpu.isEmpty());
    }

    void keepsTheHistoryWhilePrometheusIsSilent()
    {
        m_detail->choose(key(0));
        UsageHistory history;
        history.tenantKey = key(0);
        history.to = 3000;
        history.cpu = {{1000, 0.5}, {3000, 0.6}};
        history.memory = {{1000, 5}};
        m_detail->setHistory(history);
        UsageHistory silence;
        silence.tenantKey = key(0);
        silence.from = 2000;
        silence.to = 5000;
        silence.unanswered = true;
        silence.problem = QStringLiteral("It does not answer.");
        m_detail->setHistory(silence);
        QCOMPARE(m_detail->history().cpu, (QList<UsageHistory::Point>{{3000, 0.6}}));
        QVERIFY(m_detail->history().memory.isEmpty());
        QCOMPARE(m_detail->history().to, 5000);
        QCOMPARE(m_detail->history().problem, silence.problem);
        silence.unanswered = false; // it answers, and has nothing
        m_detail->setHistory(silence);
        QVERIFY(m_detail->history().cpu.isEmpty());
    }

    void keepsWhatWasKnownOfAVanishedTenant()
    {
        const int shop = m_store->table()->at(0).name == QLatin1String("shop") ? 0 : 1;
        m_detail->choose(key(shop));
        QSignalSpy changes(m_detail.get(), &TenantDetail::tenantChanged);
        m_store->apply(m_cluster, spaceGone("a"));
        QVERIFY(m_detail->vanished());
        QCOMPARE(changes.size(), 1);
        QCOMPARE(m_detail->tenant().name, QStringLiteral("shop"));
        QCOMPARE(m_detail->quotas()->rowCount(), 2);
        QSignalSpy wanted(m_detail.get(), &TenantDetail::historyWanted);
        m_detail->wantHistory();
        QCOMPARE(wanted.size(), 0);
        m_store->apply(m_cluster, spaces({space("a", "shop")}));
        QVERIFY(!m_detail->vanished());
        QCOMPARE(m_detail->tenant().namespaces, QStringList{QStringLiteral("a")});
    }
};

QTEST_GUILESS_MAIN(TestTenantDetail)
#include "tst_tenantdetail.moc"
