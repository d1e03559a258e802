// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pods/podtablemodel.h"
#include "models/tenants/namespacetenants.h"
#include "models/tenants/tenantstore.h"
#include "tests/models/records.h"
#include "tests/support/strict.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Records;

class TestNamespaceTenants final : public QObject
{
    Q_OBJECT

    std::unique_ptr<TenantStore> m_store;
    std::unique_ptr<NamespaceTenants> m_places;

    [[nodiscard]] QString tenant(const char *cluster, const char *space) const
    {
        return m_places->placeOf(QLatin1String(cluster), QLatin1String(space)).tenant.name;
    }

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_store = std::make_unique<TenantStore>();
        m_store->setCluster(QStringLiteral("eu"), QStringLiteral("prod-eu"), Freshness());
        m_store->setCluster(QStringLiteral("us"), QStringLiteral("prod-us"), Freshness());
        m_store->apply(QStringLiteral("eu"), spaces({space("a", "shop"), space("b", "bank")}));
        m_places = std::make_unique<NamespaceTenants>(*m_store);
        m_store->apply(QStringLiteral("us"), spaces({space("a", "toys")}));
    }

    void cleanup()
    {
        m_places.reset();
        m_store.reset();
    }

    void knowsWhatWasThereBeforeAndWhatCameLater()
    {
        QCOMPARE(tenant("prod-eu", "a"), QStringLiteral("shop"));
        QCOMPARE(tenant("prod-us", "a"), QStringLiteral("toys"));
        const NamespaceTenants::Place place = m_places->placeOf(QStringLiteral("prod-eu"), QStringLiteral("b"));
        QCOMPARE(place.clusterId, QStringLiteral("eu"));
        QCOMPARE(place.cluster, QStringLiteral("prod-eu"));
        QCOMPARE(place.tenant.key, TenantStore::keyOf(QStringLiteral("eu"), QStringLiteral("bank")));
    }

    void leavesTheNamespaceToDecideWhereNoClusterIsNamed()
    {
        QCOMPARE(tenant("", "b"), QStringLiteral("bank"));
        QCOMPARE(tenant("somewhere", "b"), QStringLiteral("bank"));
        QCOMPARE(tenant("", "a"), QString()); // two have it
        QCOMPARE(tenant("prod-us", "b"), QString()); // that cluster has none
        QCOMPARE(tenant("prod-eu", ""), QString());
    }

    void followsANamespaceToItsNewTenant()
    {
        QSignalSpy changes(m_places.get(), &NamespaceTenants::changed);
        m_store->apply(QStringLiteral("eu"), spaces({space("a", "bank")}));
        QCOMPARE(tenant("prod-eu", "a"), QStringLiteral("bank"));
        m_store->apply(QStringLiteral("eu"), spaces({space("b", "shop")}));
        QCOMPARE(tenant("prod-eu", "a"), QStringLiteral("bank"));
        QCOMPARE(tenant("prod-eu", "b"), QStringLiteral("shop"));
        QCOMPARE(changes.size(), 2);
    }

    void saysNothingWhenFiguresAloneChange()
    {
        QSignalSpy changes(m_places.get(), &NamespaceTenants::changed);
        m_store->apply(QStringLiteral("eu"), pods({pod("a", "p")}));
        QCOMPARE(changes.size(), 0);
    }

    void forgetsClustersThatAreGone()
    {
        m_store->removeCluster(QStringLiteral("us"));
        QCOMPARE(tenant("prod-us", "a"), QStringLiteral("shop")); // the only one that has it now
        QCOMPARE(tenant("", "a"), QStringLiteral("shop"));
    }
};

QTEST_GUILESS_MAIN(TestNamespaceTenants)
#include "tst_namespacetenants.moc"
