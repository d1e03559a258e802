// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tenants/quotatablemodel.h"
#include "models/tenants/tenanttablemodel.h"
#include "models/tenants/workloadtablemodel.h"
#include "tests/support/strict.h"

#include <QAbstractItemModelTester>
#include <QSet>

#include <memory>

namespace {

QString ids(const TableModel &model, bool shownOnly)
{
    QStringList ids;
    for (const ColumnInfo &info : model.columns()) {
        if (info.shown || !shownOnly)
            ids.append(QLatin1String(info.id));
    }
    return ids.join(QLatin1Char(' '));
}

QString cell(const TableModel &model, const char *id)
{
    return model.index(0, model.columnOf(QString::fromLatin1(id))).data().toString();
}

} // namespace

class TestTenantTables final : public QObject
{
    Q_OBJECT

    TenantTableModel m_tenants;
    QuotaTableModel m_quotas;
    WorkloadTableModel m_workloads;

    QList<TableModel *> all() { return {&m_tenants, &m_quotas, &m_workloads}; }

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void haveTheColumnsThatExportsPromise()
    {
        QCOMPARE(ids(m_tenants, false),
            QStringLiteral(
                "tenant cluster tier isolation owner cost_centre namespaces pods_running pods_pending pods_failed "
                "cpu_used cpu_reserved cpu_limit cpu_percent cpu memory_used memory_reserved memory_limit "
                "memory_percent "
                "memory pods_used pods_reserved pods_limit pods_percent pods tightest tightest_percent freshness "
                "usage_freshness confirmed_at"));
        QCOMPARE(ids(m_tenants, true),
            QStringLiteral(
                "tenant cluster tier isolation owner cost_centre namespaces pods_running pods_pending pods_failed "
                "cpu memory pods tightest freshness"));
        for (const ColumnInfo &info : m_tenants.columns()) {
            const bool bar = info.kind == CellKind::UsageCores || info.kind == CellKind::UsageBytes
                || info.kind == CellKind::UsageCount;
            QCOMPARE(info.exported, !bar);
            QCOMPARE(info.firstOrder, info.kind == CellKind::Text ? Qt::AscendingOrder : Qt::DescendingOrder);
        }
    }

    void explainEveryColumn()
    {
        for (const TableModel *model : all()) {
            QSet<QString> seen;
            for (int column = 0; column < model->columnCount(); ++column) {
                QVERIFY(!model->title(column).isEmpty());
                QVERIFY(model->columnTooltip(column).endsWith(QLatin1Char('.')));
                seen.insert(QLatin1String(model->columns()[size_t(column)].id));
            }
            QCOMPARE(seen.size(), model->columnCount());
        }
    }

    void areWellBehavedModels()
    {
        std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
        for (TableModel *model : all())
            testers.push_back(std::make_unique<QAbstractItemModelTester>(
                model, QAbstractItemModelTester::FailureReportingMode::QtTest));
        Tenant tenant;
        tenant.key = QStringLiteral("k");
        m_tenants.merge({tenant});
        m_quotas.merge({QuotaLine()});
        m_workloads.merge({Workload()});
        for (TableModel *model : all()) {
            QCOMPARE(model->rowCount(), 1);
            QCOMPARE(model->rowCount(model->index(0, 0)), 0);
            for (int column = 0; column < model->columnCount(); ++column)
                QVERIFY(!model->index(0, column).data().toString().isEmpty());
        }
    }

    void tellUnknownNoneAndZeroApart()
    {
        Tenant tenant;
        tenant.key = QStringLiteral("k");
        m_tenants.merge({tenant});
        for (const char *id :
            {"pods_running", "cpu_used", "cpu_limit", "cpu", "tightest", "tightest_percent", "confirmed_at"})
            QCOMPARE(cell(m_tenants, id), QStringLiteral("unknown"));
        QCOMPARE(cell(m_tenants, "owner"), QStringLiteral("none"));
        tenant.quotasKnown = true;
        tenant.cpu.unlimited = true;
        tenant.pods.unlimited = true;
        tenant.podsRunning = 0;
        m_tenants.merge({tenant});
        for (const char *id : {"cpu_limit", "pods_limit", "tightest"})
            QCOMPARE(cell(m_tenants, id), QStringLiteral("none"));
        QCOMPARE(cell(m_tenants, "cpu"), QStringLiteral("no limit"));
        QCOMPARE(cell(m_tenants, "pods_running"), QStringLiteral("0"));
    }

    void surviveAmountsBeyondIntegers()
    {
        Tenant tenant;
        tenant.key = QStringLiteral("k");
        tenant.pods.limit = 1e28;
        tenant.pods.reserved = 1;
        m_tenants.merge({tenant});
        QCOMPARE(m_tenants.index(0, m_tenants.columnOf(u"pods_limit")).data(TableModel::ValueRole).toLongLong(),
            9000000000000000000LL);
    }

    void nameTheNamespacesOnHover()
    {
        Tenant tenant;
        tenant.key = QStringLiteral("k");
        tenant.namespaces = QStringList{QStringLiteral("a"), QStringLiteral("b")};
        m_tenants.merge({tenant});
        QCOMPARE(m_tenants.index(0, m_tenants.columnOf(u"namespaces")).data(Qt::ToolTipRole).toString(),
            QStringLiteral("Namespaces\na\nb"));
    }

    void showEachQuotaKeyInItsUnit()
    {
        QuotaLine line;
        line.resource = QStringLiteral("requests.memory");
        line.unit = QuotaLine::Unit::Bytes;
        line.used = 805306368;
        line.hard = 2 * 805306368.0;
        m_quotas.merge({line});
        QCOMPARE(cell(m_quotas, "used"), QStringLiteral("768 MiB"));
        QCOMPARE(cell(m_quotas, "usage"), QStringLiteral("768 MiB of 1.5 GiB (50 %)"));
        QCOMPARE(m_quotas.index(0, m_quotas.columnOf(u"usage")).data(TableModel::KindRole).toInt(),
            int(CellKind::UsageBytes));
        line.unit = QuotaLine::Unit::Count;
        line.used = 3;
        line.hard = 50000;
        m_quotas.merge({line});
        QCOMPARE(cell(m_quotas, "hard"), QStringLiteral("50,000"));
        QCOMPARE(cell(m_quotas, "usage"), QStringLiteral("3 of 50,000 (0 %)"));
    }
};

QTEST_GUILESS_MAIN(TestTenantTables)
#include "tst_tenanttables.moc"
