// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/core/random.h"
#include "backends/core/tree.h"
#include "models/changes/changeriver.h"
#include "models/quotas/quotarequest.h"
#include "models/quotas/quotarequesttablemodel.h"
#include "models/tenants/tenantstore.h"
#include "tests/models/changes/scriptedworld.h"
#include "tests/models/records.h"
#include "tests/support/strict.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Records;

class TestQuotaRequest final : public QObject
{
    Q_OBJECT

    const QString m_cluster = QStringLiteral("prod");
    ManualClock m_clock;
    SystemRandom m_random;
    Weather m_weather;
    std::unique_ptr<ChangeRiver> m_river;
    std::unique_ptr<TenantStore> m_store;

    QuotaWish wish(const char *tenant, const char *resource, const char *amount)
    {
        return {TenantStore::keyOf(m_cluster, text(tenant)), {}, {}, text(resource), text(amount)};
    }
    static Kubernetes::QuotaRequestRecord record(const char *name, const char *state)
    {
        Kubernetes::QuotaRequestRecord record;
        record.key = {text("a"), text(name)};
        record.id = text(name);
        record.tenant = text("shop");
        record.user = text("dev");
        record.reason = text("campaign");
        record.time = text("2026-11-20T10:00:00Z");
        record.state = text(state);
        record.wishes = {{text("a"), text("q"), text("requests.cpu"), text("4"), text("2")}};
        return record;
    }
    static Kubernetes::QuotaRequestBatch batchOf(const QList<Kubernetes::QuotaRequestRecord> &changed)
    {
        return batch<Kubernetes::QuotaRequestBatch>(changed);
    }

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_river = std::make_unique<ChangeRiver>(m_clock, m_random);
        m_river->addCluster(m_cluster,
            {m_cluster, {}, std::make_unique<ScriptedTarget>(m_clock, m_weather),
                std::make_unique<ScriptedJournal>(m_clock, m_weather)});
        m_river->setCluster(m_cluster, m_cluster, text("dev"));
        m_store = std::make_unique<TenantStore>();
        m_store->setCluster(m_cluster, m_cluster, Freshness());
        m_store->apply(m_cluster, spaces({space("a", "shop"), space("b", "bank")}));
        m_store->apply(m_cluster,
            quotas({quota("a", "q", {item("requests.cpu", 1, 2), item("pods", 1, 4)}),
                quota("b", "q", {item("pods", 3, 4)})}));
    }

    void filesWhatIsWantedBesideTheQuota()
    {
        const QuotaEdit filing = QuotaRequests::filing(
            *m_river, *m_store, {wish("shop", "requests.cpu", "4"), wish("shop", "pods", "")}, text(" campaign "));
        QVERIFY2(filing.change, qPrintable(filing.problem));
        QCOMPARE(filing.change->edits.size(), 1);
        const ObjectEdit &edit = filing.change->edits[0];
        QCOMPARE(edit.action, ObjectEdit::Action::Create);
        QCOMPARE(edit.object.namespaceName, text("a"));
        QCOMPARE(edit.object.kind, text("ConfigMap"));
        const Tree object = *Tree::parse(edit.text);
        const auto data = [&object](const char *key) { return object.textAt({text("data"), text(key)}); };
        QCOMPARE(object.textAt({text("metadata"), text("labels"), text("pilothouse.org/request")}), text("quota"));
        QCOMPARE(data("tenant"), text("shop"));
        QCOMPARE(data("user"), text("dev"));
        QCOMPARE(data("reason"), text("campaign"));
        QCOMPARE(data("state"), text("open"));
        QCOMPARE(data("wishes"), text("a q requests.cpu 4 2\na q pods - 4"));
    }
    void wantsAReasonAndOneTenant()
    {
        QVERIFY(QuotaRequests::filing(*m_river, *m_store, {wish("shop", "pods", "9")}, text("  "))
                    .problem.contains(QLatin1String("why")));
        QVERIFY(
            QuotaRequests::filing(*m_river, *m_store, {wish("shop", "pods", "9"), wish("bank", "pods", "9")}, text("x"))
                .problem.contains(QLatin1String("one tenant")));
        QVERIFY(!QuotaRequests::filing(*m_river, *m_store, {wish("shop", "pods", "many")}, text("x")).change);
    }
    void grantsWithTheQuotaAsOneChange()
    {
        const QuotaRequest request = QuotaRequests::requestOf(record("r", "open"), m_cluster, m_cluster);
        QCOMPARE(request.time.toSecsSinceEpoch(), 1795168800);
        const QuotaEdit granting = QuotaRequests::granting(*m_river, *m_store, request);
        QVERIFY2(granting.change, qPrintable(granting.problem));
        QCOMPARE(granting.change->edits.size(), 2);
        QCOMPARE(granting.change->edits[0].text, QByteArray(R"({"spec":{"hard":{"requests.cpu":"4"}}})"));
        QCOMPARE(granting.change->edits[1].object.name, text("r"));
        QVERIFY(granting.change->edits[1].text.contains(R"("state":"granted")"));
        QCOMPARE(granting.change->reason, text("campaign"));
    }
    void declinesWithAReason()
    {
        const QuotaRequest request = QuotaRequests::requestOf(record("r", "open"), m_cluster, m_cluster);
        QVERIFY(!QuotaRequests::declining(*m_river, request, text(" ")).change);
        const QuotaEdit declining = QuotaRequests::declining(*m_river, request, text("not this month"));
        QVERIFY(declining.change->edits[0].text.contains(R"("answer":"not this month")"));
        QVERIFY(declining.change->edits[0].text.contains(R"("state":"declined")"));
    }
    void doesNotTrustWhatItReads()
    {
        Kubernetes::QuotaRequestRecord hostile = record("r", "granted or not");
        hostile.wishes = {{text("a"), text("q"), text("requests.cpu"), text("lots"), {}}};
        hostile.time = text("yesterday");
        const QuotaRequest request = QuotaRequests::requestOf(hostile, m_cluster, m_cluster);
        QCOMPARE(request.state, QuotaRequest::State::Open);
        QVERIFY(!request.time.isValid());
        QVERIFY(!QuotaRequests::granting(*m_river, *m_store, request).change);
        hostile.wishes.clear();
        QVERIFY(!QuotaRequests::granting(*m_river, *m_store, QuotaRequests::requestOf(hostile, m_cluster, m_cluster))
                     .change);
    }
    void isAskedByOtherMeansAsACommand()
    {
        QCOMPARE(QuotaRequests::asCommand(
                     *m_store, {wish("shop", "requests.cpu", "4"), wish("shop", "pods", "")}, text("it's time")),
            text("pilothouse quota set shop requests.cpu=4 pods= --cluster=prod '--reason=it'\\''s time'"));
    }

    void listsWhatIsOpen()
    {
        QuotaRequestTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy open(&model, &QuotaRequestTableModel::openChanged);
        model.setCluster(m_cluster, text("prod-eu"));
        model.apply(m_cluster, batchOf({record("r", "open"), record("s", "declined")}));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.rowCount(model.index(0, 0)), 0);
        QCOMPARE(model.open(), 1);
        QCOMPARE(model.text(0, model.columnOf(u"wanted")), text("requests.cpu from 2 to 4"));
        QCOMPARE(model.text(0, model.columnOf(u"cluster")), text("prod-eu"));
        model.setCluster(m_cluster, text("prod-us"));
        QCOMPARE(model.text(0, model.columnOf(u"cluster")), text("prod-us"));
        model.apply(m_cluster, batchOf({record("r", "granted")}));
        QCOMPARE(model.open(), 0);
        model.apply(m_cluster,
            batch<Kubernetes::QuotaRequestBatch>(QList<Kubernetes::QuotaRequestRecord>(), {{text("a"), text("r")}}));
        QCOMPARE(model.rowCount(), 1);
        model.removeCluster(m_cluster);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(open.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestQuotaRequest)
#include "tst_quotarequest.moc"
