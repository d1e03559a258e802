// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/tableexport.h"
#include "models/common/tableviewmodel.h"
#include "models/pods/poddetail.h"
#include "models/pods/podtablemodel.h"
#include "tests/models/records.h"
#include "tests/support/strict.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>

#include <random>

using namespace Records;
using Phase = Kubernetes::PodRecord::Phase;

class TestPodTableModel final : public QObject
{
    Q_OBJECT

    using Tester = QAbstractItemModelTester;
    const QString m_cluster = QStringLiteral("prod");

    static QString cell(const TableModel &model, int row, const char *id)
    {
        return model.index(row, model.columnOf(text(id))).data().toString();
    }
    static QStringList names(const TableViewModel &view)
    {
        QStringList names;
        for (const int row : view.sourceRows())
            names.append(view.table()->text(row, 0));
        return names;
    }

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void followsTheStore()
    {
        PodStore store;
        PodTableModel model(&store, PodTableModel::Extent::All);
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        std::mt19937 random(3);
        for (int round = 0; round < 60; ++round) {
            Kubernetes::PodBatch batch;
            for (int i = 0; i < 100; ++i) { // many scattered ones, so that both ways of removing are taken
                const QByteArray name = "pod-" + QByteArray::number(random() % 300);
                if (random() % 2 == 0)
                    batch.removed.append({text("a"), text(name.constData())});
                else
                    batch.changed.append(
                        pod("a", name.constData(), random() % 2 == 0 ? Phase::Failed : Phase::Running));
            }
            store.apply(m_cluster, batch);
            QCOMPARE(model.rowCount(), int(store.count()));
            for (int row = 0; row < model.rowCount(); ++row)
                QCOMPARE(model.rowOf(model.key(row)), row);
        }
        QVERIFY(model.rowCount() > 50);
        QCOMPARE(model.rowCount(model.index(0, 0)), 0);
        store.removeCluster(m_cluster);
        QCOMPARE(model.rowCount(), 0);
    }

    void keepsSelectionsWhenOthersGo()
    {
        PodStore store;
        PodTableModel model(&store, PodTableModel::Extent::All);
        QList<Kubernetes::PodRecord> all;
        for (int i = 0; i < 200; ++i)
            all.append(pod("a", QByteArray("pod-" + QByteArray::number(i)).constData()));
        store.apply(m_cluster, pods(all));
        const QPersistentModelIndex chosen
            = model.index(model.rowOf(store.key(store.find(m_cluster, text("a"), text("pod-101")))), 0);
        Kubernetes::PodBatch gone;
        for (int i = 0; i < 200; i += 2)
            gone.removed.append({text("a"), QStringLiteral("pod-%1").arg(i)});
        store.apply(m_cluster, gone);
        QCOMPARE(chosen.data().toString(), text("pod-101"));
        QCOMPARE(model.rowCount(), 100);
    }

    void showsWhatIsKnownOfAPreviewAndThenAll()
    {
        PodStore store;
        PodTableModel model(&store, PodTableModel::Extent::All);
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        Kubernetes::PodPreviewList list;
        list.rows.append(Kubernetes::PodPreview());
        list.rows[0].name = text("web-0");
        list.rows[0].phase = Phase::Running;
        list.rows[0].containers = 2;
        list.rows[0].ready = 1;
        store.setCluster(m_cluster, m_cluster, {Freshness::State::Live, QDateTime(), {}});
        store.apply(m_cluster, list);
        QTRY_COMPARE(model.rowCount(), 1);
        for (const char *id : {"namespace", "tenant", "image_tag", "cpu_requested", "memory_requested", "workload"})
            QCOMPARE(cell(model, 0, id), text("unknown"));
        QCOMPARE(cell(model, 0, "ready"), text("1/2"));
        QCOMPARE(model.rowFreshness(0).state, Freshness::State::Unknown);

        const QPersistentModelIndex chosen = model.index(0, 0);
        PodDetail detail(&store);
        detail.choose(model.key(0));
        QVERIFY(detail.pod().preview);
        Kubernetes::PodRecord record = pod("shop", "web-0");
        record.cpuRequest = 250;
        store.setTenant(m_cluster, text("shop"), text("acme"));
        store.apply(m_cluster, pods({pod("shop", "db-0"), record}));
        QVERIFY(chosen.isValid());
        QCOMPARE(cell(model, chosen.row(), "namespace"), text("shop"));
        QCOMPARE(cell(model, chosen.row(), "tenant"), text("acme"));
        QCOMPARE(cell(model, chosen.row(), "cpu_requested"), text("0.25"));
        QCOMPARE(model.rowFreshness(chosen.row()).state, Freshness::State::Live);
        QCOMPARE(detail.pod().namespaceName, text("shop"));
        QVERIFY(!detail.pod().preview);
    }

    void sortsByWhatHurts()
    {
        PodStore store;
        PodTableModel model(&store, PodTableModel::Extent::All);
        TableViewModel view(&model);
        const auto with = [](Kubernetes::PodRecord record, const char *reason, quint32 restarts) {
            record.reason = text(reason);
            record.restarts = restarts;
            return record;
        };
        Kubernetes::PodRecord old = pod("a", "pending-long", Phase::Pending);
        old.created = 10;
        store.apply(m_cluster,
            pods({pod("a", "fine"), with(pod("a", "restarted"), "", 9), pod("a", "failed", Phase::Failed), old,
                with(pod("a", "loops-less"), "CrashLoopBackOff", 2),
                with(pod("a", "loops-more"), "CrashLoopBackOff", 30), pod("a", "done", Phase::Succeeded)}));
        model.setNow(10 + PodStore::patience);
        view.sort(model.columnOf(u"state"), Qt::DescendingOrder);
        const QStringList order = names(view);
        QCOMPARE(order.first(5),
            QStringList(
                {text("failed"), text("loops-more"), text("loops-less"), text("pending-long"), text("restarted")}));
        view.setFilterText(text("state:crash"));
        QCOMPARE(view.rowCount(), 2);
        view.setFilterText(text("ready:1/1 restarts>5 state=running"));
        QCOMPARE(names(view), QStringList(text("restarted")));
    }

    void marksWhatHasBeenPendingForLong()
    {
        PodStore store;
        PodTableModel model(&store, PodTableModel::Extent::All);
        Kubernetes::PodRecord waiting = pod("a", "w", Phase::Pending);
        waiting.created = 1000;
        store.apply(m_cluster, pods({pod("a", "x"), waiting}));
        model.setNow(1001);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setNow(1002);
        QCOMPARE(changed.size(), 0);
        model.setNow(1000 + PodStore::patience);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), changed[0][1].toModelIndex().row());
        QCOMPARE(cell(model, changed[0][0].toModelIndex().row(), "state"), text("pending long"));
    }

    void showsOneTenantAlone()
    {
        PodStore store;
        PodTableModel model(&store, PodTableModel::Extent::OneTenant);
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        store.setTenant(m_cluster, text("a"), text("acme"));
        store.setTenant(QStringLiteral("other"), text("a"), text("acme"));
        store.apply(m_cluster, pods({pod("a", "x"), pod("b", "y")}));
        store.apply(QStringLiteral("other"), pods({pod("a", "z")}));
        QCOMPARE(model.rowCount(), 0);
        model.setTenant(m_cluster, text("acme"));
        QCOMPARE(model.rowCount(), 1);
        store.setTenant(m_cluster, text("b"), text("acme")); // its pods come
        QCOMPARE(model.rowCount(), 2);
        store.setTenant(m_cluster, text("a"), std::nullopt); // and go
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(cell(model, 0, "name"), text("y"));
        store.apply(m_cluster, pods({pod("b", "w")}));
        QCOMPARE(model.rowCount(), 2);
        model.setTenant({}, {});
        QCOMPARE(model.rowCount(), 0);
    }

    void explainsEveryColumn()
    {
        PodStore store;
        const PodTableModel model(&store, PodTableModel::Extent::All);
        QStringList ids;
        for (int column = 0; column < model.columnCount(); ++column) {
            ids.append(QLatin1String(model.columns()[size_t(column)].id));
            QVERIFY(model.columnTooltip(column).endsWith(u'.'));
        }
        QCOMPARE(ids.join(u' '),
            text("name state namespace tenant cluster phase ready restarts reason node image_tag created cpu_requested "
                 "memory_requested workload containers not_ready freshness"));
    }

    void exportsTypedValues()
    {
        PodStore store;
        PodTableModel model(&store, PodTableModel::Extent::All);
        Kubernetes::PodRecord record = pod("shop", "web-0");
        record.cpuRequest = 250;
        record.memoryRequest = 1024;
        record.created = 1'790'000'000;
        store.apply(m_cluster, pods({record}));
        const TableViewModel view(&model);
        const QJsonObject row
            = QJsonDocument::fromJson(TableExport::bytes(view, ExportFormat::Json)).array().at(0).toObject();
        QCOMPARE(row[text("name")].toString(), text("web-0"));
        QCOMPARE(row[text("state")].toString(), text("running"));
        QCOMPARE(row[text("ready")].toInt(), 1);
        QCOMPARE(row[text("cpu_requested")].toDouble(), 0.25);
        QCOMPARE(row[text("memory_requested")].toDouble(), 1024.0);
        QCOMPARE(row[text("tenant")].type(), QJsonValue::Null);
        QCOMPARE(row[text("freshness")].toString(), text("unknown"));
    }

    void detailKeepsTheLastOfWhatVanished()
    {
        PodStore store;
        PodDetail detail(&store);
        QSignalSpy changed(&detail, &PodDetail::podChanged);
        store.apply(m_cluster, pods({pod("a", "web-0")}));
        detail.choose(store.key(store.find(m_cluster, text("a"), text("web-0"))));
        QCOMPARE(changed.size(), 1);
        store.apply(m_cluster, podGone("a", "web-0"));
        QVERIFY(detail.vanished());
        QCOMPARE(detail.pod().name, text("web-0"));
        store.apply(m_cluster, pods({pod("a", "web-0", Phase::Pending)}));
        QVERIFY(!detail.vanished());
        QCOMPARE(detail.pod().phase, PodPhase::Pending);
    }
};

QTEST_GUILESS_MAIN(TestPodTableModel)
#include "tst_podtablemodel.moc"
