// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/humantime.h"
#include "backends/sandbox/api/resources.h"
#include "backends/sandbox/api/table.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace Sandbox;

class TestTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void saysAgesAsKubectl_data()
    {
        QTest::addColumn<long long>("seconds");
        QTest::addColumn<QString>("text");
        const auto row
            = [](long long seconds, const char *text) { QTest::newRow(text) << seconds << QString::fromLatin1(text); };
        row(-5, "<invalid>");
        row(-1, "0s");
        row(119, "119s");
        row(120, "2m");
        row(187, "3m7s");
        row(600, "10m");
        row(179 * 60, "179m");
        row(3 * 3600, "3h");
        row(3 * 3600 + 120, "3h2m");
        row(47 * 3600, "47h");
        row(50 * 3600, "2d2h");
        row(200 * 3600, "8d");
        row(800LL * 86400, "2y70d");
        row(3000LL * 86400, "8y");
    }
    void saysAgesAsKubectl()
    {
        QFETCH(const long long, seconds);
        QFETCH(const QString, text);
        QCOMPARE(QString::fromStdString(humanDuration(seconds)), text);
    }

    // The cells are what kube-apiserver 1.20.2 printed for the same objects.
    void printsPods_data()
    {
        QTest::addColumn<QByteArray>("pod");
        QTest::addColumn<QString>("ready");
        QTest::addColumn<QString>("status");
        const auto row = [](const char *name, const char *status, const char *ready, const char *text) {
            const QByteArray pod
                = R"({"spec":{"containers":[{"name":"a"},{"name":"b"}],"initContainers":[{},{}]},"status":)"
                + QByteArray(status) + "}";
            QTest::newRow(name) << pod << QString::fromLatin1(ready) << QString::fromLatin1(text);
        };
        row("pending", R"({"phase":"Pending"})", "0/2", "Pending");
        row("running",
            R"({"phase":"Running","containerStatuses":[{"ready":true,"state":{"running":{}}},{"ready":false,"state":{"running":{}}}]})",
            "1/2", "Running");
        row("crashing",
            R"({"phase":"Running","containerStatuses":[{"ready":false,"state":{"waiting":{"reason":"CrashLoopBackOff"}}}]})",
            "0/2", "CrashLoopBackOff");
        row("exit code", R"({"phase":"Failed","containerStatuses":[{"state":{"terminated":{"exitCode":3}}}]})", "0/2",
            "ExitCode:3");
        row("signal", R"({"phase":"Failed","containerStatuses":[{"state":{"terminated":{"signal":9}}}]})", "0/2",
            "Signal:9");
        row("evicted", R"({"phase":"Failed","reason":"Evicted"})", "0/2", "Evicted");
        row("initializing",
            R"({"phase":"Pending","initContainerStatuses":[{"state":{"terminated":{"exitCode":0}}},{"state":{"running":{}}}]})",
            "0/2", "Init:1/2");
        row("init failed",
            R"({"phase":"Pending","initContainerStatuses":[{"state":{"terminated":{"exitCode":1,"reason":"Error"}}}]})",
            "0/2", "Init:Error");
    }
    void printsPods()
    {
        QFETCH(const QByteArray, pod);
        QFETCH(const QString, ready);
        QFETCH(const QString, status);
        const Json cells = tableCells(*findResource("", "v1", "pods"), parseJson(pod.toStdString()).value(), 0);
        QCOMPARE(QString::fromStdString(cells[1].get<std::string>()), ready);
        QCOMPARE(QString::fromStdString(cells[2].get<std::string>()), status);
    }

    void printsEveryKind()
    {
        for (const ResourceType &type : resourceTypes()) {
            if (!type.stored)
                continue;
            const auto columns = parseJson(columnDefinitions(type)).value();
            // What has no contents, and what has the wrong ones, is printed without harm.
            for (const char *text :
                {"{}", R"({"metadata":{"labels":[]},"spec":[1],"status":"x","subjects":{"a":1},"data":7})"}) {
                const Json cells = tableCells(type, parseJson(text).value(), 1'795'269'600);
                QVERIFY2(cells.size() == columns.size(), std::string(type.plural).c_str());
            }
        }
    }

    void printsWhatKubectlShows_data()
    {
        QTest::addColumn<QByteArray>("plural");
        QTest::addColumn<QByteArray>("object");
        QTest::addColumn<QByteArray>("cells");
        const auto row = [](const char *plural, const char *object, const char *cells) {
            QTest::newRow(plural) << QByteArray(plural) << QByteArray(object) << QByteArray(cells);
        };
        row("resourcequotas",
            R"({"metadata":{"name":"q","creationTimestamp":"2026-11-21T14:00:00Z"},"status":{"hard":{"pods":"14","limits.cpu":"8","requests.cpu":"2"},"used":{"pods":"8","limits.cpu":"1600m","requests.cpu":"800m"}}})",
            R"(["q","19m","pods: 8/14, requests.cpu: 800m/2","limits.cpu: 1600m/8"])");
        row("services",
            R"({"metadata":{"name":"s","creationTimestamp":"2026-11-21T14:00:00Z"},"spec":{"type":"ClusterIP","clusterIP":"10.96.219.164","ports":[{"port":80,"protocol":"TCP"}],"selector":{"app":"billing"}}})",
            R"(["s","ClusterIP","10.96.219.164","<none>","80/TCP","19m","app=billing"])");
        row("deployments",
            R"({"metadata":{"name":"d","creationTimestamp":"2026-11-21T14:00:00Z"},"spec":{"replicas":2,"selector":{"matchLabels":{"app":"d"}},"template":{"spec":{"containers":[{"name":"d","image":"i:1"}]}}},"status":{"readyReplicas":2,"updatedReplicas":2,"availableReplicas":2}})",
            R"(["d","2/2",2,2,"19m","d","i:1","app=d"])");
        row("nodes",
            R"({"metadata":{"name":"n","creationTimestamp":"2026-11-21T14:00:00Z"},"spec":{"unschedulable":true},"status":{"conditions":[{"type":"Ready","status":"True"}]}})",
            R"(["n","Ready,SchedulingDisabled","<none>","19m","","<none>","<none>","<unknown>","<unknown>","<unknown>"])");
        row("events",
            R"({"metadata":{"name":"e"},"involvedObject":{"kind":"Node","name":"node-0"},"type":"Normal","reason":"R","message":"m \n","source":{"component":"c"},"firstTimestamp":"2026-11-21T14:00:00Z","lastTimestamp":"2026-11-21T14:19:00Z"})",
            R"(["0s","Normal","R","node/node-0","","c","m","19m",1,"e"])");
        row("clusterrolebindings",
            R"({"metadata":{"name":"b","creationTimestamp":"2026-11-21T14:00:00Z"},"roleRef":{"kind":"ClusterRole","name":"admin"},"subjects":[{"kind":"Group","name":"g"},{"kind":"ServiceAccount","name":"a","namespace":"s"}]})",
            R"(["b","ClusterRole/admin","19m","","g","s/a"])");
    }
    void printsWhatKubectlShows()
    {
        QFETCH(const QByteArray, plural);
        QFETCH(const QByteArray, object);
        QFETCH(const QByteArray, cells);
        const auto types = resourceTypes();
        const auto type = std::ranges::find(types, plural.toStdString(), &ResourceType::plural);
        const long long now = epochSeconds("2026-11-21T14:19:00Z").value();
        QCOMPARE(toText(tableCells(*type, parseJson(object.toStdString()).value(), now)), cells.toStdString());
    }
};

QTEST_GUILESS_MAIN(TestTable)
#include "tst_table.moc"
