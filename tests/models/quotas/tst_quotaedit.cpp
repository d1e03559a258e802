// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/core/random.h"
#include "models/changes/changeriver.h"
#include "models/quotas/quotaedit.h"
#include "models/tenants/tenantstore.h"
#include "tests/models/changes/scriptedworld.h"
#include "tests/models/records.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace Records;

class TestQuotaEdit final : public QObject
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
        QuotaWish wish;
        wish.tenantKey = TenantStore::keyOf(m_cluster, text(tenant));
        wish.resource = text(resource);
        wish.amount = text(amount);
        return wish;
    }
    QuotaEdit edit(const QList<QuotaWish> &wishes) { return quotaEdit(*m_river, *m_store, wishes); }
    static Kubernetes::QuotaRecord ofCapsule(const char *space, int index)
    {
        Kubernetes::QuotaRecord record = quota(space, "capsule-oil-0", {item("limits.cpu", 1, 8)});
        record.tenantWide = true;
        record.capsuleTenant = text("oil");
        record.capsuleIndex = index;
        return record;
    }

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_river = std::make_unique<ChangeRiver>(m_clock, m_random);
        m_river->addCluster(m_cluster,
            {m_cluster, {}, std::make_unique<ScriptedTarget>(m_clock, m_weather),
                std::make_unique<ScriptedJournal>(m_clock, m_weather)});
        m_store = std::make_unique<TenantStore>();
        m_store->setCluster(m_cluster, m_cluster, Freshness());
        m_store->apply(m_cluster,
            spaces({space("a", "shop"), space("b", "bank"), space("c", "bank"), space("oil-1", "oil"),
                space("oil-2", "oil")}));
        m_store->apply(m_cluster,
            quotas({quota("a", "q", {item("requests.cpu", 1, 2), item("pods", 1, 4)}),
                quota("b", "q", {item("pods", 3, 4)}), quota("c", "q", {item("pods", 1, 4), item("secrets", 1, 9)}),
                ofCapsule("oil-1", 2), ofCapsule("oil-2", 2)}));
        m_store->apply(m_cluster, pods({pod("a", "p"), pod("b", "q"), pod("b", "r")}));
    }

    void editsTheOneQuotaThatHasTheKey()
    {
        const QuotaEdit made = edit({wish("shop", "requests.cpu", "4")});
        QVERIFY2(made.change, qPrintable(made.problem));
        QCOMPARE(made.change->cluster, m_cluster);
        QCOMPARE(made.change->kind, ChangeKind::Quota);
        QCOMPARE(made.change->tenants, QStringList{QStringLiteral("shop")});
        QCOMPARE(made.change->pods, 1);
        QCOMPARE(made.change->edits.size(), 1);
        QCOMPARE(made.change->edits[0].object.title(), QStringLiteral("ResourceQuota a/q"));
        QCOMPARE(made.change->edits[0].text, QByteArray(R"({"spec":{"hard":{"requests.cpu":"4"}}})"));
    }
    void putsAllThatIsWishedOfOneQuotaIntoOneEdit()
    {
        const QuotaEdit made
            = edit({wish("shop", "requests.cpu", "4"), wish("shop", "pods", ""), wish("bank", "secrets", "10")});
        QVERIFY2(made.change, qPrintable(made.problem));
        QCOMPARE(made.change->edits.size(), 2);
        QCOMPARE(made.change->edits[0].text, QByteArray(R"({"spec":{"hard":{"pods":null,"requests.cpu":"4"}}})"));
        QCOMPARE(made.change->edits[1].object.namespaceName, QStringLiteral("c"));
        QCOMPARE(made.change->tenants.size(), 2);
        QCOMPARE(made.change->pods, 3);
    }
    void asksWhichWhenThereAreSeveral()
    {
        QVERIFY(edit({wish("bank", "pods", "9")}).problem.contains(QLatin1String("b/q, c/q")));
        QuotaWish exact = wish("bank", "pods", "9");
        exact.namespaceName = text("c");
        QCOMPARE(edit({exact}).change->edits[0].object.namespaceName, QStringLiteral("c"));
    }
    void addsAKeyThatNoQuotaHasYet()
    {
        QCOMPARE(edit({wish("shop", "services", "9")}).change->edits[0].text,
            QByteArray(R"({"spec":{"hard":{"services":"9"}}})"));
        QVERIFY(edit({wish("bank", "services", "9")}).problem.contains(QLatin1String("Say which")));
        QVERIFY(!edit({wish("shop", "services", "")}).change);
    }
    void editsCapsulesQuotaAtItsTenant()
    {
        const QuotaEdit made = edit({wish("oil", "limits.cpu", "12"), wish("oil", "a.io/x~y", "1")});
        QVERIFY2(made.change, qPrintable(made.problem));
        QCOMPARE(made.change->edits.size(), 1);
        QCOMPARE(made.change->edits[0].object.title(), QStringLiteral("Tenant oil"));
        QCOMPARE(made.change->edits[0].object.group, QStringLiteral("capsule.clastix.io"));
        QCOMPARE(made.change->edits[0].action, ObjectEdit::Action::JsonPatch);
        QCOMPARE(made.change->edits[0].text,
            QByteArray(R"([{"op":"add","path":"/spec/resourceQuotas/items/2/hard/limits.cpu","value":"12"},)"
                       R"({"op":"add","path":"/spec/resourceQuotas/items/2/hard/a.io~1x~0y","value":"1"}])"));
        QVERIFY(edit({wish("oil", "limits.cpu", "")}).change->edits[0].text.contains("remove"));
    }
    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("tenant");
        QTest::addColumn<QString>("amount");
        QTest::newRow("no such tenant") << QStringLiteral("nobody") << QStringLiteral("4");
        QTest::newRow("no amount") << QStringLiteral("shop") << QStringLiteral("4x");
        QTest::newRow("below zero") << QStringLiteral("shop") << QStringLiteral("-1");
    }
    void saysWhatIsWrong()
    {
        QFETCH(QString, tenant);
        QFETCH(QString, amount);
        const QuotaEdit made
            = edit({wish(tenant.toLatin1().constData(), "requests.cpu", amount.toLatin1().constData())});
        QVERIFY(!made.change);
        QVERIFY(!made.problem.isEmpty());
    }
    void refusesToMixClusters()
    {
        m_store->setCluster(QStringLiteral("other"), QStringLiteral("other"), Freshness());
        m_store->apply(QStringLiteral("other"), spaces({space("a", "shop")}));
        m_store->apply(QStringLiteral("other"), quotas({quota("a", "q", {item("pods", 1, 4)})}));
        QuotaWish away = wish("shop", "pods", "3");
        away.tenantKey = TenantStore::keyOf(QStringLiteral("other"), text("shop"));
        QVERIFY(edit({wish("shop", "pods", "3"), away}).problem.contains(QLatin1String("one cluster")));
        QVERIFY(!edit({}).problem.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestQuotaEdit)
#include "tst_quotaedit.moc"
