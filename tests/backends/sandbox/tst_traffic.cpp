// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/platform/activity.h"
#include "backends/sandbox/platform/manifests.h"
#include "backends/sandbox/platform/metricspage.h"
#include "backends/sandbox/platform/traffic.h"
#include "tests/support/strict.h"

#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace Sandbox;

namespace {

constexpr double noon = 1'795'176'000; // of a Friday

//! One namespace with one service and pods that a test adds and takes away.
struct Stage
{
    PlatformSpec spec;
    Roster roster;
    std::unique_ptr<Traffic> traffic;

    Stage()
    {
        WorkloadSpec web;
        web.name = "web";
        web.image = "registry.example.com/web";
        web.tag = "1.0";
        web.replicas = 4;
        web.requestsPerSecond = 40;
        web.objectives = {0.999, 0.95, 0.995, 0.9};
        spec.clusters = {{"here", "north", 1, true}};
        spec.tenants = {{"shop", "gold", "shared", "o", "c", {{"here", "shop", true, 1.3, {web}}}}};
        traffic = std::make_unique<Traffic>(spec, "here", 1);
        Json space = Manifests::space(spec.tenants[0], spec.tenants[0].spaces[0]).front();
        note("v1", "Namespace", space);
        note("v1", "Service", Manifests::service("shop", "web", 40));
    }

    void note(const char *apiVersion, const char *kind, const Json &json, bool gone = false)
    {
        auto object = std::make_shared<Object>();
        object->type = findKind(apiVersion, kind);
        object->key = {textAt(json, "metadata/namespace"), textAt(json, "metadata/name")};
        const Json &labels = at(json, "metadata/labels");
        for (auto label = labels.begin(); label != labels.end(); ++label)
            object->labels.emplace_back(label.key(), label.value().get<std::string>());
        object->bytes = toText(json);
        roster.note({gone ? Change::Kind::Deleted : Change::Kind::Added, object, nullptr});
    }
    void pod(const std::string &name, const std::string &app, const std::string &tag, bool ready = true)
    {
        Json pod{{"metadata", {{"name", name}, {"namespace", "shop"}, {"labels", {{"app", app}}}}}};
        makeAt(pod, "spec/containers") = Json::array({{{"name", app}, {"image", "registry.example.com/web:" + tag},
            {"resources", {{"requests", {{"cpu", "250m"}, {"memory", "64Mi"}}}}}}});
        makeAt(pod, "status/phase") = "Running";
        makeAt(pod, "status/conditions") = Json::array({{{"type", "Ready"}, {"status", ready ? "True" : "False"}}});
        makeAt(pod, "status/containerStatuses") = Json::array({{{"name", app}, {"restartCount", 2}}});
        note("v1", "Pod", pod);
    }
    void pods(int count, const std::string &app, const std::string &tag)
    {
        for (int i = 0; i < count; ++i)
            pod(app + "-" + std::to_string(i), app, tag);
    }
    const Traffic::Now &now(int seconds = 1)
    {
        roster.settle();
        for (int i = 0; i < seconds; ++i)
            traffic->advance(roster, noon + 60 * i, 1);
        return *traffic->now({"shop", "web"});
    }
    QByteArray page(MetricsPage::Detail detail = MetricsPage::Detail::Pods)
    {
        return QByteArray::fromStdString(MetricsPage(spec, "here", detail).render(roster, *traffic, {}));
    }
};

} // namespace

class TestTraffic : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void isBusyByDayAndCalmAtNight();
    void sharesRequestsAmongReadyPods();
    void behavesAsTheTagSays_data();
    void behavesAsTheTagSays();
    void sendsACanaryItsWeight();
    void failsWhenNobodyAnswers();
    void refusesWhatIsTooMuch();
    void countsNeverBackwards();
    void servesAPageThatPrometheusReads();
    void tellsOfWorkloadsInAFleet();
    void escapesWhatItShows();
    void isQuick();
};

void TestTraffic::isBusyByDayAndCalmAtNight()
{
    double sum = 0;
    for (int hour = 0; hour < 7 * 24; ++hour) {
        const double level = Activity::level(9, noon + hour * 3600);
        QVERIFY(level > 0.1 && level <= Activity::peak * 1.1);
        sum += level;
    }
    QVERIFY(std::abs(sum / (7 * 24) - 1) < 0.15);
    QVERIFY(Activity::level(9, noon) > 2 * Activity::level(9, noon - 9 * 3600));
    // Saturday's noon is calmer than Friday's.
    QVERIFY(Activity::level(9, noon + 86'400) < Activity::level(9, noon));
}

void TestTraffic::sharesRequestsAmongReadyPods()
{
    Stage stage;
    stage.pods(3, "web", "1.0");
    stage.pod("web-late", "web", "1.0", false);
    const auto &now = stage.now();
    QVERIFY(now.rate > 20 && now.rate < 100);
    QVERIFY(now.errors < 0.001);
    const auto &loads = stage.traffic->loads();
    QCOMPARE(loads.at({"shop", "web-0"}).ok, loads.at({"shop", "web-2"}).ok);
    QCOMPARE(loads.at({"shop", "web-late"}).ok, 0.0);
}

void TestTraffic::behavesAsTheTagSays_data()
{
    QTest::addColumn<QString>("tag");
    QTest::addColumn<double>("errors");
    QTest::addColumn<double>("p95");
    QTest::addColumn<double>("p99");
    QTest::newRow("sound") << "1.1" << 0.0003 << 0.11 << 0.15;
    QTest::newRow("bad") << "1.1-bad" << 0.2 << 0.11 << 0.15;
    QTest::newRow("flaky") << "1.1-flaky" << 0.03 << 0.11 << 0.15;
    QTest::newRow("slow") << "1.1-slow" << 0.0003 << 0.85 << 1.3;
    QTest::newRow("tail") << "1.1-tail" << 0.0003 << 0.12 << 3.5; // the 95th percentile sees nothing
}

void TestTraffic::behavesAsTheTagSays()
{
    QFETCH(QString, tag);
    QFETCH(double, errors);
    QFETCH(double, p95);
    QFETCH(double, p99);
    Stage stage;
    stage.pods(4, "web", tag.toStdString());
    const auto &now = stage.now();
    QVERIFY2(std::abs(now.errors - errors) < 0.001, qPrintable(QString::number(now.errors)));
    QVERIFY2(now.quantile(0.95) > p95 / 2 && now.quantile(0.95) < p95 * 2.1,
        qPrintable(QString::number(now.quantile(0.95))));
    QVERIFY2(now.quantile(0.99) > p99 / 2 && now.quantile(0.99) < p99 * 2.1,
        qPrintable(QString::number(now.quantile(0.99))));
}

void TestTraffic::sendsACanaryItsWeight()
{
    Stage stage;
    stage.pods(4, "web", "1.0");
    stage.note("v1", "Service", Manifests::service("shop", "web-canary", 0));
    stage.note("networking.k8s.io/v1", "Ingress", Manifests::canaryIngress("shop", "web", "web-canary", 25));
    QVERIFY(stage.now().errors < 0.001); // nobody behind it yet: all go to the stable ones
    stage.pods(1, "web-canary", "2.0-bad");
    QVERIFY(std::abs(stage.now().errors - 0.05) < 0.001);
    // For the budget it is the same service.
    QVERIFY(stage.page().contains("app=\"web\",version=\"2.0-bad\",code=\"500\""));
    stage.note("networking.k8s.io/v1", "Ingress", Manifests::canaryIngress("shop", "web", "web-canary", 0));
    QVERIFY(stage.now().errors < 0.001);
}

void TestTraffic::failsWhenNobodyAnswers()
{
    Stage stage;
    QCOMPARE(stage.now().errors, 1.0);
    stage.pods(4, "web", "1.0");
    QVERIFY(stage.now().errors < 0.001);
}

void TestTraffic::refusesWhatIsTooMuch()
{
    Stage stage;
    stage.pods(4, "web", "1.0");
    stage.now();
    stage.traffic->disturb({"shop", "web"}, {0, 1, 3});
    QVERIFY(stage.now().errors > 0.2);
    QVERIFY(stage.now().quantile(0.95) > 0.3);
    stage.pods(12, "web", "1.0");
    QVERIFY(stage.now().errors < 0.001);
}

void TestTraffic::countsNeverBackwards()
{
    Stage stage;
    stage.pods(2, "web", "1.0-flaky");
    stage.now();
    Traffic::Load before = stage.traffic->loads().at({"shop", "web-0"});
    for (int i = 0; i < 200; ++i) {
        stage.roster.settle();
        stage.traffic->advance(stage.roster, noon + i * 600, 1);
        const Traffic::Load &load = stage.traffic->loads().at({"shop", "web-0"});
        QVERIFY(load.ok >= before.ok && load.bad >= before.bad && load.cpu >= before.cpu);
        QVERIFY(load.businessOk >= before.businessOk && load.scoreSum >= before.scoreSum);
        QVERIFY(std::ranges::is_sorted(load.within) && std::ranges::is_sorted(load.scores));
        QVERIFY(load.memory > 0);
        before = load;
    }
}

void TestTraffic::servesAPageThatPrometheusReads()
{
    Stage stage;
    stage.pods(2, "web", "1.0");
    stage.now(30);
    const QByteArray page = stage.page();
    static const QRegularExpression form(
        QStringLiteral("^[a-z_]+\\{([a-z_]+=\"[^\"]*\"(,(?=[a-z]))?)+\\} [0-9.e+-]+$"));
    int lines = 0;
    for (const QByteArray &line : page.split('\n')) {
        if (line.isEmpty() || line.startsWith("# TYPE "))
            continue;
        QVERIFY2(form.match(QString::fromUtf8(line)).hasMatch(), line.constData());
        QVERIFY2(line.contains("cluster=\"here\""), line.constData());
        ++lines;
    }
    QVERIFY(lines > 50);
    for (const char *part : {"container_cpu_usage_seconds_total{cluster=\"here\",namespace=\"shop\",pod=\"web-0\"",
             "container_memory_working_set_bytes{", "http_requests_total{", "code=\"500\"", "le=\"0.5\"", "le=\"+Inf\"",
             "business_requests_total{", "outcome=\"failure\"", "user_satisfaction_score_bucket{", "le=\"4.0\"",
             "kube_pod_status_phase{", "kube_pod_container_resource_requests{", "resource=\"cpu\",unit=\"core\"} 0.25",
             "kube_namespace_labels{cluster=\"here\",namespace=\"shop\",label_platform_example_com_tenant=\"shop\"} 1",
             "platform_slo_objective{cluster=\"here\",namespace=\"shop\",app=\"web\",tenant=\"shop\","
             "sloth_id=\"shop-web-latency\",sloth_service=\"shop-web\",sloth_slo=\"latency\",sloth_objective=\"95\"} "
             "0.95",
             "probe_success{"})
        QVERIFY2(page.contains(part), part);
}

void TestTraffic::tellsOfWorkloadsInAFleet()
{
    Stage stage;
    stage.pods(40, "web", "1.0");
    stage.now(10);
    const QByteArray page = stage.page(MetricsPage::Detail::Workloads);
    QCOMPARE(page.count("container_cpu_usage_seconds_total{"), 1);
    QVERIFY(page.contains("pod=\"web-1.0\""));
    QVERIFY(!page.contains("kube_pod_status_phase{"));
    QVERIFY(page.size() * 8 < stage.page().size());
}

void TestTraffic::escapesWhatItShows()
{
    Stage stage;
    stage.pod("web-0", "web", "1\"\\\nhttp_requests_total{} 7");
    stage.now();
    QVERIFY(stage.page().contains("version=\"1\\\"\\\\\\nhttp_requests_total{} 7\""));
}

void TestTraffic::isQuick()
{
    Stage stage;
    stage.pods(1200, "web", "1.0");
    stage.now();
    MetricsPage page(stage.spec, "here", MetricsPage::Detail::Pods);
    static_cast<void>(page.render(stage.roster, *stage.traffic, {}));
    size_t size = 0;
    QBENCHMARK
    {
        size = page.render(stage.roster, *stage.traffic, {}).size();
    }
    QVERIFY(size > 1'000'000);
}

QTEST_GUILESS_MAIN(TestTraffic)
#include "tst_traffic.moc"
