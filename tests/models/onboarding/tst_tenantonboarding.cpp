// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/onboarding/tenantobjects.h"
#include "models/onboarding/tenantonboarding.h"
#include "tests/models/onboarding/onboardingworld.h"
#include "tests/support/strict.h"

#include <QTest>

using Field = TenantForm::Field;

namespace {

Tree objectOf(const QList<TenantObject> &objects, const char *title)
{
    for (const TenantObject &object : objects) {
        if (object.name.title() == QLatin1String(title))
            return *Tree::parse(object.text);
    }
    return {};
}

Tree json(const char *text)
{
    return *Tree::parse(text);
}

const QString spec = QStringLiteral("spec");
const QString metadata = QStringLiteral("metadata");

} // namespace

class TestTenantOnboarding : public QObject
{
    Q_OBJECT

private:
    const TenantTemplates m_templates = shippedTemplates();

    QList<TenantObject> made(const TenantForm &form) const
    {
        return tenantObjects(form, *m_templates.find(form.tier), TenantKeys());
    }

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void makesObjectsInAnOrderThatWorks()
    {
        QStringList titles;
        for (const TenantObject &object : made(goodForm(m_templates)))
            titles.append(object.name.title());
        QCOMPARE(titles.join(u'\n'),
            QStringLiteral("Namespace team-blue\n"
                           "NetworkPolicy team-blue/default-deny\n"
                           "NetworkPolicy team-blue/allow-dns\n"
                           "NetworkPolicy team-blue/allow-same-namespace\n"
                           "NetworkPolicy team-blue/allow-ingress-controller\n"
                           "NetworkPolicy team-blue/allow-monitoring\n"
                           "LimitRange team-blue/tenant-limits\n"
                           "ServiceAccount team-blue/deployer\n"
                           "Role team-blue/deployer\n"
                           "RoleBinding team-blue/owner\n"
                           "RoleBinding team-blue/deployer\n"
                           "ConfigMap team-blue/tenant-ingress-limits\n"
                           "ResourceQuota team-blue/tenant-quota"));
    }

    void theNamespaceSaysWhoseItIs()
    {
        TenantForm form = goodForm(m_templates);
        form.compliance = {QStringLiteral("gdpr"), QStringLiteral("iso-27001")};
        const Tree space = objectOf(made(form), "Namespace team-blue");
        QCOMPARE(*space.find({metadata, QStringLiteral("labels")}), json(R"({
            "platform.example.com/tenant":"team-blue","platform.example.com/tier":"small",
            "platform.example.com/isolation":"namespace","pod-security.kubernetes.io/enforce":"restricted",
            "pod-security.kubernetes.io/audit":"restricted","pod-security.kubernetes.io/warn":"restricted"})"));
        QCOMPARE(*space.find({metadata, QStringLiteral("annotations")}), json(R"({
            "platform.example.com/owner":"blue@example.com","platform.example.com/cost-center":"cc-42",
            "platform.example.com/compliance":"gdpr,iso-27001","platform.example.com/requests-per-minute":"1000",
            "platform.example.com/execution-seconds":"300","platform.example.com/template":"small"})"));
    }

    void theQuotaSaysAmountsAsTheServerWould()
    {
        TenantForm form = goodForm(m_templates);
        form.allowance.cpu = QStringLiteral("2500m");
        form.allowance.memory = QStringLiteral("3072Mi");
        form.allowance.workloads = QStringLiteral("1000");
        const Tree quota = objectOf(made(form), "ResourceQuota team-blue/tenant-quota");
        QCOMPARE(*quota.find({spec, QStringLiteral("hard")}), json(R"({"pods":"1k","requests.cpu":"2500m",
            "limits.cpu":"2500m","requests.memory":"3Gi","limits.memory":"3Gi","requests.storage":"10Gi",
            "services":"10","services.loadbalancers":"0","services.nodeports":"0","persistentvolumeclaims":"5",
            "count/deployments.apps":"20","count/jobs.batch":"50"})"));
        const Tree limits = objectOf(made(form), "LimitRange team-blue/tenant-limits");
        QCOMPARE(*limits.find({spec, QStringLiteral("limits")}), json(R"([{"type":"Container",
            "default":{"cpu":"200m","memory":"256Mi"},"defaultRequest":{"cpu":"100m","memory":"128Mi"},
            "max":{"cpu":"2","memory":"2Gi"}}])"));
    }

    void theNetworkIsClosedButForTheTemplatesPassages()
    {
        const auto objects = made(goodForm(m_templates));
        const auto policy = [&objects](const char *title) { return *objectOf(objects, title).find(spec); };
        QCOMPARE(policy("NetworkPolicy team-blue/default-deny"),
            json(R"({"podSelector":{},"policyTypes":["Ingress","Egress"]})"));
        QCOMPARE(policy("NetworkPolicy team-blue/allow-dns"), json(R"({"podSelector":{},"policyTypes":["Egress"],
            "egress":[{"to":[{"namespaceSelector":{},"podSelector":{"matchLabels":{"k8s-app":"kube-dns"}}}],
            "ports":[{"port":53,"protocol":"UDP"},{"port":53,"protocol":"TCP"}]}]})"));
        QCOMPARE(policy("NetworkPolicy team-blue/allow-same-namespace"),
            json(R"({"podSelector":{},"policyTypes":["Ingress","Egress"],
            "ingress":[{"from":[{"podSelector":{}}]}],"egress":[{"to":[{"podSelector":{}}]}]})"));
        QCOMPARE(policy("NetworkPolicy team-blue/allow-ingress-controller"),
            json(R"({"podSelector":{},"policyTypes":["Ingress"],"ingress":[{"from":[{"namespaceSelector":
            {"matchLabels":{"app.kubernetes.io/name":"ingress-nginx"}}}]}]})"));
    }

    void theOwnerIsBoundAsUserOrGroup()
    {
        TenantForm form = goodForm(m_templates);
        const auto subjects
            = [&] { return *objectOf(made(form), "RoleBinding team-blue/owner").find(QStringLiteral("subjects")); };
        QCOMPARE(
            subjects(), json(R"([{"kind":"User","apiGroup":"rbac.authorization.k8s.io","name":"blue@example.com"}])"));
        form.ownerIsGroup = true;
        form.owner = QStringLiteral("blue:{tier}");
        QCOMPARE(subjects(), json(R"([{"kind":"Group","apiGroup":"rbac.authorization.k8s.io","name":"blue:{tier}"}])"));
        QCOMPARE(*objectOf(made(form), "RoleBinding team-blue/deployer").find(QStringLiteral("subjects")),
            json(R"([{"kind":"ServiceAccount","name":"deployer","namespace":"team-blue"}])"));
    }

    void requestsAndTimeReachTheIngress()
    {
        const Tree map = objectOf(made(goodForm(m_templates)), "ConfigMap team-blue/tenant-ingress-limits");
        QCOMPARE(map.textAt({QStringLiteral("data"), QStringLiteral("annotations.yaml")}),
            QStringLiteral("nginx.ingress.kubernetes.io/limit-rpm: \"1000\"\n"
                           "nginx.ingress.kubernetes.io/proxy-read-timeout: \"300\"\n"
                           "nginx.ingress.kubernetes.io/proxy-send-timeout: \"300\"\n"));
    }

    void dedicatedNodesAreChosenByTheNamespace()
    {
        TenantForm form = goodForm(m_templates);
        form.isolation = TenantIsolation::Dedicated;
        const Tree space = objectOf(made(form), "Namespace team-blue");
        const auto annotation = [&space](const char *key) {
            return space.textAt({metadata, QStringLiteral("annotations"), QString::fromLatin1(key)});
        };
        QCOMPARE(annotation("scheduler.alpha.kubernetes.io/node-selector"),
            QStringLiteral("platform.example.com/tenant=team-blue"));
        QCOMPARE(Tree::parse(annotation("scheduler.alpha.kubernetes.io/defaultTolerations").toUtf8()).value(),
            json(R"([{"key":"platform.example.com/tenant","operator":"Equal","value":"team-blue",
            "effect":"NoSchedule"}])"));
    }

    void sharedTenantsReachEachOther()
    {
        TenantForm form = goodForm(m_templates);
        form.isolation = TenantIsolation::Shared;
        QVERIFY(!objectOf(made(form), "NetworkPolicy team-blue/allow-shared-tenants").isNull());
        QVERIFY(!objectOf(made(form), "NetworkPolicy team-blue/default-deny").isNull());
    }

    void aTenantIsOneChangeAndUndoneAsOne()
    {
        OnboardingWorld world;
        const auto edit = onboardingEdit(goodForm(m_templates), m_templates, TenantKeys(), world.river, world.store);
        QVERIFY(edit.change.has_value());
        QCOMPARE(edit.action, QStringLiteral("Onboard tenant team-blue in prod-eu"));
        QCOMPARE(edit.change->kind, ChangeKind::Tenant);
        QCOMPARE(edit.change->tenants, QStringList{QStringLiteral("team-blue")});
        const auto ended = world.make(*edit.change);
        QVERIFY(ended.has_value());
        QVERIFY2(ended->outcome.kind == ChangeOutcome::Kind::Verified, qPrintable(ended->outcome.sentence));
        QCOMPARE(world.target->objects.size(), edit.change->edits.size());
        for (const ObjectEdit &each : ended->change.edits)
            QVERIFY(!each.after.text.isEmpty()); // the preview showed all of them

        const auto undo = world.undo(edit.change->id);
        QVERIFY(undo && undo->possible);
        QVERIFY2(undo->movedOn.isEmpty(), qPrintable(undo->movedOn.join(u'\n')));
        QCOMPARE(undo->change.edits.last().object.kind, QStringLiteral("Namespace"));
        QCOMPARE(world.make(undo->change)->outcome.kind, ChangeOutcome::Kind::Verified);
        QVERIFY(world.target->objects.isEmpty());
    }

    void looksAtTheNeighbours_data()
    {
        QTest::addColumn<QString>("neighbour");
        QTest::addColumn<QString>("itsIsolation");
        QTest::addColumn<bool>("physical");
        QTest::addColumn<int>("field");
        QTest::newRow("same name") << QStringLiteral("team-blue") << QStringLiteral("namespace") << false
                                   << static_cast<int>(Field::Name);
        QTest::newRow("its cluster") << QStringLiteral("team-red") << QStringLiteral("physical") << false
                                     << static_cast<int>(Field::Cluster);
        QTest::newRow("not alone") << QStringLiteral("team-red") << QStringLiteral("shared") << true
                                   << static_cast<int>(Field::Cluster);
    }
    void looksAtTheNeighbours()
    {
        QFETCH(QString, neighbour);
        QFETCH(QString, itsIsolation);
        QFETCH(bool, physical);
        OnboardingWorld world;
        world.addTenant(qPrintable(neighbour), qPrintable(neighbour), qPrintable(itsIsolation));
        TenantForm form = goodForm(m_templates);
        if (physical)
            form.isolation = TenantIsolation::Physical;
        const auto edit = onboardingEdit(form, m_templates, TenantKeys(), world.river, world.store);
        QVERIFY(!edit.change);
        QCOMPARE(edit.mistakes.size(), 1);
        QTEST(static_cast<int>(edit.mistakes[0].field), "field");
    }

    void saysAllThatIsMissing()
    {
        OnboardingWorld world;
        TenantForm form;
        form.clusterId = QStringLiteral("us");
        const auto edit = onboardingEdit(form, m_templates, TenantKeys(), world.river, world.store);
        QVERIFY(!edit.change);
        QCOMPARE(edit.mistakes.first().field, Field::Cluster);
        QVERIFY(edit.mistakes.size() > 5);
    }
};

QTEST_GUILESS_MAIN(TestTenantOnboarding)
#include "tst_tenantonboarding.moc"
