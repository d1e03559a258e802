// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/live/contract/subject.h"

#include "tests/live/contract/target.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <regex>

namespace Contract {

namespace {

//! What kubectl said and how it ended.
class Said
{
public:
    Said(Reply reply, int status, const char *file, int line)
        : m_reply(std::move(reply)), m_status(status), m_file(file), m_line(line)
    {
    }

    const Said &with(int status) const
    {
        Expectation(m_reply, m_file, m_line)
            .that(m_status == status, "it ends with " + std::to_string(status) + ", not " + std::to_string(m_status));
        return *this;
    }
    //! Runs of blanks count as one, for widths follow from what else is in a column.
    const Said &says(const std::string &part) const
    {
        Expectation(m_reply, m_file, m_line).that(plain().find(part) != std::string::npos, "it says: " + part);
        return *this;
    }
    const Said &matches(const std::string &pattern) const
    {
        Expectation(m_reply, m_file, m_line)
            .that(std::regex_search(plain(), std::regex(pattern)), "it matches: " + pattern);
        return *this;
    }
    const Said &saysNot(const std::string &part) const
    {
        Expectation(m_reply, m_file, m_line).that(plain().find(part) == std::string::npos, "it does not say: " + part);
        return *this;
    }
    [[nodiscard]] std::string plain() const { return std::regex_replace(m_reply.body, std::regex("[ \t]+"), " "); }

private:
    Reply m_reply;
    int m_status;
    const char *m_file;
    int m_line;
};

constexpr auto manifest = R"(apiVersion: apps/v1
kind: Deployment
metadata: {name: web, labels: {app: web}}
spec:
  replicas: REPLICAS
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      terminationGracePeriodSeconds: 1
      containers:
      - name: web
        image: example.com/web:1.0
        ports: [{containerPort: 80, protocol: TCP}]
)";

} // namespace

#define KUBECTL(...) kubectl(__FILE__, __LINE__, QStringList{__VA_ARGS__})
#define S(text) QStringLiteral(text)

//! The command that everybody uses, with either server: exit status and the lines that matter.
class KubectlContract final : public Subject
{
    Q_OBJECT

public:
    using Subject::Subject;

private Q_SLOTS:
    void initTestCase();
    void init();
    void gets();
    void getsInOtherForms();
    void watches();
    void describesWorkloads();
    void describesQuotasAndNamespaces();
    void appliesFromItsOwnSide();
    void appliesFromTheServersSide();
    void scales();
    void rollsOut();
    void goesBack();
    void pausesAndResumes();
    void tellsThatARolloutFails();
    void tellsWhatOneMayDo();
    void creates();
    void labelsAndAnnotates();
    void deletes();
    void waits();
    void tellsWhatThereIs();

private:
    QTemporaryDir m_directory;

    [[nodiscard]] QStringList common() const
    {
        return {S("--kubeconfig"), target().kubeconfig(), S("--context"), target().context(), S("--cache-dir"),
            m_directory.filePath(S("cache")), S("--namespace"), QString::fromStdString(space())};
    }
    [[nodiscard]] Said kubectl(const char *file, int line, const QStringList &arguments) const
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.setStandardInputFile(QProcess::nullDevice());
        process.start(S("kubectl"), common() + arguments);
        const bool ended = process.waitForFinished(60000);
        Reply reply;
        reply.request = '[' + target().name() + "] kubectl " + arguments.join(u' ').toStdString();
        reply.status = 200;
        reply.body = process.readAll().toStdString();
        if (!ended)
            process.kill();
        process.waitForFinished(5000);
        return {reply, ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, file, line};
    }
    [[nodiscard]] QString written(const QString &name, const std::string &text) const
    {
        QFile file(m_directory.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray::fromStdString(text)) < 0)
            QTest::qFail("A file cannot be written.", __FILE__, __LINE__);
        return file.fileName();
    }
    [[nodiscard]] QString deploymentFile(int replicas) const
    {
        return written(S("deployment-%1.yaml").arg(replicas),
            std::regex_replace(std::string(manifest), std::regex("REPLICAS"), std::to_string(replicas)));
    }
    void makeDeployment(int replicas)
    {
        (void)created(
            in("apps", "deployments"), deployment("web", replicas, "{'metadata': {'labels': {'app': 'web'}}}"));
        KUBECTL(S("rollout"), S("status"), S("deployment/web"), S("--timeout=60s"))
            .with(0)
            .says("deployment \"web\" successfully rolled out");
    }
    [[nodiscard]] QString nobody() const { return QString::fromStdString(unique("zoe")); }
};

void KubectlContract::initTestCase()
{
    if (QStandardPaths::findExecutable(S("kubectl")).isEmpty())
        QSKIP("kubectl is not installed.");
}

void KubectlContract::init()
{
    Subject::init();
    waitForAccount();
}

void KubectlContract::gets()
{
    makeDeployment(2);
    KUBECTL(S("get"), S("deployments")).with(0).says("NAME READY UP-TO-DATE AVAILABLE AGE\nweb 2/2 2 2 ");
    KUBECTL(S("get"), S("deploy"), S("-o"), S("wide"))
        .with(0)
        .says("NAME READY UP-TO-DATE AVAILABLE AGE CONTAINERS IMAGES SELECTOR\nweb 2/2 2 2 ")
        .matches("web example.com/web:1.0 app=web\n");
    KUBECTL(S("get"), S("pods"))
        .with(0)
        .matches("^NAME READY STATUS RESTARTS AGE\nweb-[a-z0-9]+-[a-z0-9]{5} 1/1 Running 0 "
                 "[0-9ms]+\nweb-[a-z0-9]+-[a-z0-9]{5} 1/1 "
                 "Running 0 [0-9ms]+\n$");
    KUBECTL(S("get"), S("po"), S("-o"), S("wide"))
        .with(0)
        .matches("^NAME READY STATUS RESTARTS AGE IP NODE NOMINATED NODE READINESS GATES\nweb-[^\n]* Running 0 "
                 "[0-9ms]+ [0-9.]+ "
                 "[a-z0-9-]+ <none> <none>\n");
    KUBECTL(S("get"), S("rs")).with(0).matches("^NAME DESIRED CURRENT READY AGE\nweb-[a-z0-9]+ 2 2 2 ");
    KUBECTL(S("get"), S("pods"), S("--show-labels")).with(0).matches(" app=web,pod-template-hash=[a-z0-9]+\n");
    KUBECTL(S("get"), S("pods"), S("-l"), S("app=other"))
        .with(0)
        .says("No resources found in " + space() + " namespace.");
    KUBECTL(S("get"), S("pods"), S("--field-selector=status.phase=Pending")).with(0).says("No resources found");
    KUBECTL(S("get"), S("deploy,rs,pods"))
        .with(0)
        .says("deployment.apps/web 2/2")
        .says("replicaset.apps/web-")
        .says("pod/web-");
    KUBECTL(S("get"), S("all")).with(0).says("deployment.apps/web 2/2").says("pod/web-");
    KUBECTL(S("get"), S("deployment"), S("nosuch"))
        .with(1)
        .says("Error from server (NotFound): deployments.apps \"nosuch\" not found");
    KUBECTL(S("get"), S("nosuch")).with(1).says("the server doesn't have a resource type \"nosuch\"");
    KUBECTL(S("get"), S("pods"), S("--as"), S("zoe"))
        .with(1)
        .says("Error from server (Forbidden): pods is forbidden: User \"zoe\" cannot list resource \"pods\" in API "
              "group \"\" in the "
              "namespace \""
            + space() + '"');
    KUBECTL(S("get"), S("events"))
        .with(0)
        .says("LAST SEEN TYPE REASON OBJECT MESSAGE\n")
        .says("deployment/web Scaled up replica set web-");
    KUBECTL(S("get"), S("nodes")).with(0).says("NAME STATUS ROLES AGE VERSION\n").says(" Ready <none> ");
    KUBECTL(S("get"), S("pods"), S("--chunk-size=1")).with(0).says(" 1/1 Running 0 ");
    KUBECTL(S("get"), S("pods"), S("--sort-by=.metadata.name")).with(0).says(" 1/1 Running 0 ");
}

void KubectlContract::getsInOtherForms()
{
    (void)created(in("configmaps"), configMap("cm", "{'data': {'a': 'b'}}"));
    KUBECTL(S("get"), S("cm"), S("cm"), S("-o"), S("yaml"))
        .with(0)
        .says("apiVersion: v1\ndata:\n a: b\nkind: ConfigMap\nmetadata:\n creationTimestamp: ")
        .says(" name: cm\n namespace: " + space() + "\n");
    KUBECTL(S("get"), S("cm"), S("cm"), S("-o"), S("json")).with(0).says("\"kind\": \"ConfigMap\"");
    KUBECTL(S("get"), S("cm"), S("cm"), S("-o"), S("jsonpath={.data.a}")).with(0).says("b");
    KUBECTL(S("get"), S("cm"), S("cm"), S("-o"), S("name")).with(0).says("configmap/cm\n");
    KUBECTL(S("get"), S("cm"), S("cm"), S("-o"), S("custom-columns=N:.metadata.name,A:.data.a"))
        .with(0)
        .says("N A\ncm b\n");
    KUBECTL(S("get"), S("cm"), S("-o"), S("yaml"), S("--show-managed-fields"))
        .with(0)
        .says("kind: List\n")
        .says("managedFields:");
}

void KubectlContract::watches()
{
    makeDeployment(1);
    QProcess process;
    process.start(
        S("kubectl"), common() + QStringList{S("get"), S("deployments"), S("--watch"), S("--request-timeout=60s")});
    QByteArray told;
    const auto says = [&](const std::string &pattern) {
        return QTest::qWaitFor(
            [&] {
                told += process.readAllStandardOutput();
                return std::regex_search(told.toStdString(), std::regex(pattern));
            },
            20000);
    };
    const bool first = says("NAME +READY +UP-TO-DATE +AVAILABLE +AGE\nweb +1/1 +1 +1 ");
    EXPECT(api().patch(in("apps", "deployments/web/scale"), mergePatch, json("{'spec': {'replicas': 2}}"))).status(200);
    const bool then = says("web +1/2 +1 +1 ") && says("web +2/2 +2 +2 ");
    Reply reply;
    reply.request = '[' + target().name() + "] kubectl get deployments --watch";
    reply.body = told.toStdString();
    EXPECT(reply).that(first, "it begins with what is there").that(then, "it goes on with what happens");
    process.kill();
    process.waitForFinished(5000);
}

void KubectlContract::describesWorkloads()
{
    makeDeployment(1);
    KUBECTL(S("describe"), S("deployment"), S("web"))
        .with(0)
        .says("Name: web\nNamespace: " + space() + "\n")
        .says("Annotations: deployment.kubernetes.io/revision: 1\n")
        .says("Replicas: 1 desired | 1 updated | 1 total | 1 available | 0 unavailable\n")
        .says("StrategyType: RollingUpdate\nMinReadySeconds: 0\nRollingUpdateStrategy: 25% max unavailable, 25% max "
              "surge\n")
        .says(" Available True MinimumReplicasAvailable\n")
        .says(" Progressing True NewReplicaSetAvailable\n")
        .says("OldReplicaSets: <none>\n")
        .matches("NewReplicaSet: web-[a-z0-9]+ \\(1/1 replicas created\\)\n")
        .matches(" Normal ScalingReplicaSet [0-9]+s deployment-controller Scaled up replica set web-[a-z0-9]+ to 1\n");
    KUBECTL(S("describe"), S("pod"), S("-l"), S("app=web"))
        .with(0)
        .matches("Name: web-[a-z0-9]+-[a-z0-9]+\nNamespace: ")
        .says("Status: Running\n")
        .matches("Controlled By: ReplicaSet/web-[a-z0-9]+\n")
        .says(" Image: example.com/web:1.0\n")
        .says(" State: Running\n")
        .says(" Ready: True\n")
        .says(" Restart Count: 0\n")
        .says("QoS Class: BestEffort\n")
        .matches(" Normal Scheduled [0-9]+s default-scheduler Successfully assigned ");
    KUBECTL(S("describe"), S("rs"))
        .with(0)
        .matches("Replicas: 1 current / 1 desired\nPods Status: 1 Running / 0 Waiting");
}

void KubectlContract::describesQuotasAndNamespaces()
{
    KUBECTL(S("create"), S("quota"), S("q"), S("--hard=pods=10,requests.cpu=2"))
        .with(0)
        .says("resourcequota/q created");
    (void)api().until(in("resourcequotas/q"), [](const Reply &got) { return !got["/status/used"].is_null(); });
    KUBECTL(S("describe"), S("quota"), S("q"))
        .with(0)
        .says("Name: q\nNamespace: " + space()
            + "\nResource Used Hard\n-------- ---- ----\npods 0 10\nrequests.cpu 0 2\n");
    KUBECTL(S("describe"), S("namespace"), QString::fromStdString(space()))
        .with(0)
        .says("Name: " + space() + "\n")
        .says("Status: Active\n")
        .says("Resource Quotas\n Name: q\n Resource Used Hard\n -------- --- ---\n pods 0 10\n requests.cpu 0 2\n")
        .says("No LimitRange resource.");
    KUBECTL(S("get"), S("quota"))
        .with(0)
        .matches("NAME AGE REQUEST LIMIT\nq [0-9]+s pods: 0/10, requests.cpu: 0/2 ?\n|NAME REQUEST LIMIT AGE");
}

void KubectlContract::appliesFromItsOwnSide()
{
    KUBECTL(S("apply"), S("-f"), deploymentFile(1)).with(0).says("deployment.apps/web created");
    KUBECTL(S("apply"), S("-f"), deploymentFile(1)).with(0).says("deployment.apps/web unchanged");
    KUBECTL(S("apply"), S("-f"), deploymentFile(2), S("--dry-run=server"))
        .with(0)
        .says("deployment.apps/web configured (server dry run)");
    EXPECT(api().get(in("apps", "deployments/web"))).is("/spec/replicas", 1);
    KUBECTL(S("diff"), S("-f"), deploymentFile(2)).with(1).says("- replicas: 1\n+ replicas: 2\n");
    KUBECTL(S("apply"), S("-f"), deploymentFile(2)).with(0).says("deployment.apps/web configured");
    EXPECT(api().get(in("apps", "deployments/web")))
        .is("/spec/replicas", 2)
        .present("/metadata/annotations/kubectl.kubernetes.io~1last-applied-configuration");
    KUBECTL(S("diff"), S("-f"), deploymentFile(2)).with(0);
    KUBECTL(S("apply"), S("-f"), written(S("wrong.yaml"), "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: A}\n"))
        .with(1)
        .says("The ConfigMap \"A\" is invalid: metadata.name: Invalid value: \"A\"");
}

void KubectlContract::appliesFromTheServersSide()
{
    KUBECTL(S("apply"), S("--server-side"), S("-f"), deploymentFile(1))
        .with(0)
        .says("deployment.apps/web serverside-applied");
    KUBECTL(S("apply"), S("--server-side"), S("--field-manager=other"), S("-f"), deploymentFile(2))
        .with(1)
        .says("Apply failed with 1 conflict: conflict with \"kubectl\": .spec.replicas");
    KUBECTL(
        S("apply"), S("--server-side"), S("--field-manager=other"), S("--force-conflicts"), S("-f"), deploymentFile(2))
        .with(0)
        .says("deployment.apps/web serverside-applied");
    EXPECT(api().get(in("apps", "deployments/web")))
        .is("/spec/replicas", 2)
        .owns("other", "Apply", {"/f:spec/f:replicas"});
}

void KubectlContract::scales()
{
    makeDeployment(1);
    KUBECTL(S("scale"), S("deployment"), S("web"), S("--replicas=2")).with(0).says("deployment.apps/web scaled");
    KUBECTL(S("rollout"), S("status"), S("deployment/web"), S("--timeout=60s")).with(0).says("successfully rolled out");
    EXPECT(api().get(in("apps", "deployments/web"))).is("/status/availableReplicas", 2);
    KUBECTL(S("scale"), S("deployment"), S("web"), S("--replicas=3"), S("--current-replicas=7"))
        .with(1)
        .says("Expected replicas to be 7, was 2");
    KUBECTL(S("scale"), S("deployment"), S("nosuch"), S("--replicas=3")).with(1).says("\"nosuch\" not found");
}

void KubectlContract::rollsOut()
{
    makeDeployment(2);
    KUBECTL(S("set"), S("image"), S("deployment/web"), S("web=example.com/web:2.0"))
        .with(0)
        .says("deployment.apps/web image updated");
    KUBECTL(S("rollout"), S("status"), S("deployment/web"), S("--timeout=60s"))
        .with(0)
        .matches("^Waiting for deployment (\"web\" rollout to finish|spec update to be observed)")
        .says("deployment \"web\" successfully rolled out");
    KUBECTL(S("set"), S("image"), S("deployment/web"), S("nosuch=example.com/web:2.0"))
        .with(1)
        .says("unable to find container named \"nosuch\"");
    KUBECTL(S("rollout"), S("restart"), S("deployment/web")).with(0).says("deployment.apps/web restarted");
    KUBECTL(S("rollout"), S("status"), S("deployment/web"), S("--timeout=60s")).with(0).says("successfully rolled out");
    EXPECT(api().get(in("apps", "deployments/web")))
        .is("/metadata/annotations/deployment.kubernetes.io~1revision", "3");
}

void KubectlContract::goesBack()
{
    makeDeployment(1);
    KUBECTL(S("set"), S("image"), S("deployment/web"), S("web=example.com/web:2.0")).with(0);
    KUBECTL(S("rollout"), S("status"), S("deployment/web"), S("--timeout=60s")).with(0);
    KUBECTL(S("rollout"), S("history"), S("deployment/web"))
        .with(0)
        .says("deployment.apps/web \nREVISION CHANGE-CAUSE\n1 <none>\n2 <none>\n");
    KUBECTL(S("rollout"), S("history"), S("deployment/web"), S("--revision=1"))
        .with(0)
        .says("deployment.apps/web with revision #1\n")
        .says("Image: example.com/web:1.0\n");
    KUBECTL(S("rollout"), S("history"), S("deployment/web"), S("--revision=9"))
        .with(1)
        .says("unable to find the specified revision");
    KUBECTL(S("rollout"), S("undo"), S("deployment/web")).with(0).says("deployment.apps/web rolled back");
    KUBECTL(S("rollout"), S("status"), S("deployment/web"), S("--timeout=60s")).with(0);
    EXPECT(api().get(in("apps", "deployments/web")))
        .is("/spec/template/spec/containers/0/image", "example.com/web:1.0")
        .is("/metadata/annotations/deployment.kubernetes.io~1revision", "3");
    KUBECTL(S("rollout"), S("history"), S("deployment/web"))
        .with(0)
        .says("REVISION CHANGE-CAUSE\n2 <none>\n3 <none>\n");
    KUBECTL(S("rollout"), S("undo"), S("deployment/web"), S("--to-revision=2")).with(0).says("rolled back");
    EXPECT(api().get(in("apps", "deployments/web")))
        .is("/spec/template/spec/containers/0/image", "example.com/web:2.0");
    KUBECTL(S("rollout"), S("undo"), S("deployment/web"), S("--to-revision=77"))
        .with(1)
        .says("unable to find specified revision 77 in history");
}

void KubectlContract::pausesAndResumes()
{
    makeDeployment(1);
    KUBECTL(S("rollout"), S("pause"), S("deployment/web")).with(0).says("deployment.apps/web paused");
    KUBECTL(S("rollout"), S("pause"), S("deployment/web")).with(1).says("deployments.apps \"web\" is already paused");
    KUBECTL(S("set"), S("image"), S("deployment/web"), S("web=example.com/web:2.0")).with(0);
    KUBECTL(S("get"), S("rs"), S("-o"), S("name")).with(0).matches("^replicaset.apps/web-[a-z0-9]+\n$");
    KUBECTL(S("rollout"), S("resume"), S("deployment/web")).with(0).says("deployment.apps/web resumed");
    KUBECTL(S("rollout"), S("status"), S("deployment/web"), S("--timeout=60s")).with(0).says("successfully rolled out");
    EXPECT(api().get(in("apps", "deployments/web")))
        .is("/metadata/annotations/deployment.kubernetes.io~1revision", "2");
}

void KubectlContract::tellsThatARolloutFails()
{
    (void)created(in("apps", "deployments"),
        deployment("web", 1, "{'spec': {'progressDeadlineSeconds': 2}}", "example.com/web:1.0-stuck"));
    KUBECTL(S("rollout"), S("status"), S("deployment/web"), S("--timeout=60s"))
        .with(1)
        .says("deployment \"web\" exceeded its progress deadline");
}

void KubectlContract::tellsWhatOneMayDo()
{
    KUBECTL(S("auth"), S("can-i"), S("list"), S("pods")).with(0).says("yes");
    const QString zoe = nobody();
    KUBECTL(S("auth"), S("can-i"), S("list"), S("pods"), S("--as"), zoe).with(1).says("no");
    KUBECTL(S("create"), S("role"), S("reader"), S("--verb=get,list"), S("--resource=pods"))
        .with(0)
        .says("role.rbac.authorization.k8s.io/reader created");
    KUBECTL(S("create"), S("rolebinding"), S("readers"), S("--role=reader"), S("--user=") + zoe)
        .with(0)
        .says("rolebinding.rbac.authorization.k8s.io/readers created");
    (void)api()
        .as(zoe.toStdString())
        .until(
            in("pods"), [](const Reply &got) { return got.ok(); }, 5000);
    KUBECTL(S("auth"), S("can-i"), S("list"), S("pods"), S("--as"), zoe).with(0).says("yes");
    KUBECTL(S("auth"), S("can-i"), S("delete"), S("pods"), S("--as"), zoe).with(1).says("no");
    KUBECTL(S("auth"), S("can-i"), S("--list"), S("--as"), zoe)
        .with(0)
        .says("Resources Non-Resource URLs Resource Names Verbs\n")
        .says("selfsubjectaccessreviews.authorization.k8s.io [] [] [create]\n")
        .says("pods [] [] [get list]\n")
        .says(" [/version] [] [get]\n");
}

void KubectlContract::creates()
{
    KUBECTL(S("create"), S("configmap"), S("cm"), S("--from-literal=a=b")).with(0).says("configmap/cm created");
    KUBECTL(S("create"), S("configmap"), S("cm"), S("--from-literal=a=b"))
        .with(1)
        .says("failed to create configmap: configmaps \"cm\" already exists");
    KUBECTL(S("create"), S("deployment"), S("made"), S("--image=example.com/x:1"))
        .with(0)
        .says("deployment.apps/made created");
    KUBECTL(S("expose"), S("deployment"), S("made"), S("--port=80")).with(0).says("service/made exposed");
    KUBECTL(S("create"), S("-f"), deploymentFile(1)).with(0).says("deployment.apps/web created");
    KUBECTL(S("create"), S("-f"), deploymentFile(1))
        .with(1)
        .says("Error from server (AlreadyExists): ")
        .says("deployments.apps \"web\" already exists");
    // It reads the object and writes it back, so that a controller at work could be faster.
    KUBECTL(S("rollout"), S("status"), S("deployment/web"), S("--timeout=60s")).with(0);
    KUBECTL(S("replace"), S("-f"), deploymentFile(2)).with(0).says("deployment.apps/web replaced");
    KUBECTL(S("patch"), S("deployment"), S("web"), S("-p"), S("{\"spec\":{\"replicas\":0}}"))
        .with(0)
        .says("deployment.apps/web patched");
    KUBECTL(S("patch"), S("deployment"), S("web"), S("-p"), S("{\"spec\":{\"replicas\":0}}"))
        .with(0)
        .says("deployment.apps/web patched (no change)");
}

void KubectlContract::labelsAndAnnotates()
{
    (void)created(in("configmaps"), configMap("cm"));
    KUBECTL(S("label"), S("cm"), S("cm"), S("tier=gold")).with(0).says("configmap/cm labeled");
    KUBECTL(S("label"), S("cm"), S("cm"), S("tier=silver"))
        .with(1)
        .says("'tier' already has a value (gold), and --overwrite is false");
    KUBECTL(S("label"), S("cm"), S("cm"), S("tier=silver"), S("--overwrite")).with(0).says("configmap/cm labeled");
    KUBECTL(S("annotate"), S("cm"), S("cm"), S("note=tested")).with(0).says("configmap/cm annotated");
    EXPECT(api().get(in("configmaps/cm")))
        .is("/metadata/labels", json("{'tier': 'silver'}"))
        .is("/metadata/annotations", json("{'note': 'tested'}"));
    KUBECTL(S("get"), S("cm"), S("-L"), S("tier"), S("-l"), S("tier=silver"))
        .with(0)
        .matches("NAME DATA AGE TIER\ncm 0 [0-9]+s silver\n");
    KUBECTL(S("label"), S("cm"), S("cm"), S("tier-")).with(0).says("configmap/cm unlabeled");
    EXPECT(api().get(in("configmaps/cm"))).absent("/metadata/labels");
}

void KubectlContract::deletes()
{
    makeDeployment(1);
    KUBECTL(S("delete"), S("deployment"), S("web"), S("--timeout=60s")).with(0).says("deployment.apps \"web\" deleted");
    KUBECTL(S("delete"), S("deployment"), S("web"))
        .with(1)
        .says("Error from server (NotFound): deployments.apps \"web\" not found");
    KUBECTL(S("delete"), S("deployment"), S("web"), S("--ignore-not-found")).with(0);
    EXPECT(api().until(in("pods"), [](const Reply &got) { return got["/items"].empty(); })).names({});
    for (const char *name : {"a", "b"})
        (void)created(in("configmaps"), configMap(name, "{'metadata': {'labels': {'x': 'y'}}}"));
    KUBECTL(S("delete"), S("cm"), S("-l"), S("x=y"))
        .with(0)
        .says("configmap \"a\" deleted\n")
        .says("configmap \"b\" deleted\n");
    (void)created(in("pods"), pod("p"));
    KUBECTL(S("delete"), S("pod"), S("p"), S("--grace-period=1"), S("--timeout=60s")).with(0).says("pod \"p\" deleted");
    EXPECT(api().get(in("pods/p"))).status(404);
}

void KubectlContract::waits()
{
    (void)created(in("apps", "deployments"), deployment("web", 1));
    KUBECTL(S("wait"), S("deployment/web"), S("--for=condition=available"), S("--timeout=60s"))
        .with(0)
        .says("deployment.apps/web condition met");
    KUBECTL(S("wait"), S("pod"), S("-l"), S("app=web"), S("--for=condition=ready"), S("--timeout=60s"))
        .with(0)
        .says(" condition met");
}

void KubectlContract::tellsWhatThereIs()
{
    KUBECTL(S("api-resources"), S("--api-group=apps")).with(0).says("deployments deploy apps/v1 true Deployment\n");
    KUBECTL(S("api-versions")).with(0).says("apps/v1\n").says("rbac.authorization.k8s.io/v1\n").says("v1\n");
    KUBECTL(S("get"), S("--raw"), S("/healthz")).with(0).says("ok");
    KUBECTL(S("version")).says("v1.20.2");
    KUBECTL(S("cluster-info")).with(0).says("is running at https://127.0.0.1:");
    KUBECTL(S("top"), S("pods")).with(1);
}

std::unique_ptr<QObject> kubectlSubject(Session &session)
{
    return std::make_unique<KubectlContract>(session);
}

} // namespace Contract

#include "kubectlcontract.moc"
