// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backends/sandbox/api/sandboxclient.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace Sandbox;

namespace {

const std::string configMaps = "/api/v1/namespaces/blue/configmaps";

Json configMap(const std::string &name, const std::string &value = "1")
{
    return {{"apiVersion", "v1"}, {"kind", "ConfigMap"},
        {"metadata", {{"name", name}, {"namespace", "blue"}, {"labels", {{"value", value}}}}},
        {"data", {{"value", value}}}};
}

const ResourceType &configMapType()
{
    return *findResource("", "v1", "configmaps");
}

} // namespace

class TestApiServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_client = std::make_unique<SandboxClient>();
        m_client->makeSpace("blue");
    }

    void createsWhatCanBeReadAndListed()
    {
        const Told made = m_client->send("POST", configMaps, configMap("a"));
        QCOMPARE(made.status, 201);
        QCOMPARE(textAt(made.json, "metadata/name"), std::string("a"));
        QCOMPARE(textAt(made.json, "metadata/creationTimestamp"), std::string("2026-11-21T14:00:00Z"));
        QCOMPARE(textAt(made.json, "metadata/uid").size(), size_t(36));
        const Told read = m_client->get(configMaps + "/a");
        QCOMPARE(read.status, 200);
        QVERIFY(read.json == made.json);
        const Told list = m_client->get(configMaps);
        QCOMPARE(textAt(list.json, "kind"), std::string("ConfigMapList"));
        QCOMPARE(at(list.json, "items").size(), size_t(1));
        QCOMPARE(textAt(list.json, "metadata/resourceVersion"), textAt(made.json, "metadata/resourceVersion"));
        QVERIFY(!list.json["items"][0].contains("kind"));
    }

    void refusesToCreateTwice()
    {
        m_client->send("POST", configMaps, configMap("a"));
        const Told again = m_client->send("POST", configMaps, configMap("a"));
        QCOMPARE(again.status, 409);
        QCOMPARE(textAt(again.json, "reason"), std::string("AlreadyExists"));
        QCOMPARE(textAt(again.json, "message"), std::string("configmaps \"a\" already exists"));
    }

    void replacesOnlyTheVersionThatWasRead()
    {
        Json first = m_client->send("POST", configMaps, configMap("a")).json;
        Json second = first;
        first["data"]["value"] = "2";
        QCOMPARE(m_client->send("PUT", configMaps + "/a", first).status, 200);
        second["data"]["value"] = "3";
        const Told late = m_client->send("PUT", configMaps + "/a", second);
        QCOMPARE(late.status, 409);
        QCOMPARE(textAt(late.json, "message"),
            std::string("Operation cannot be fulfilled on configmaps \"a\": the object has been modified; please apply "
                        "your changes to the latest version and try again"));
    }

    void watchTellsWhatHappens()
    {
        const Told made = m_client->send("POST", configMaps, configMap("a"));
        Told watch = m_client->get(configMaps + "?watch=1");
        m_client->send("PUT", configMaps + "/a", configMap("a", "2"));
        m_client->send("DELETE", configMaps + "/a");
        const auto events = watch.events();
        QCOMPARE(events.size(), size_t(3));
        QCOMPARE(textAt(events[0], "type"), std::string("ADDED"));
        QVERIFY(at(events[0], "object") == made.json);
        QCOMPARE(textAt(events[1], "type"), std::string("MODIFIED"));
        QCOMPARE(textAt(events[1], "object/data/value"), std::string("2"));
        QCOMPARE(textAt(events[2], "type"), std::string("DELETED"));
        QVERIFY(std::stoi(textAt(events[2], "object/metadata/resourceVersion"))
            > std::stoi(textAt(events[1], "object/metadata/resourceVersion")));
    }

    void watchEndsInTime()
    {
        Told watch = m_client->get(configMaps + "?watch=true&timeoutSeconds=5");
        bool ended = true;
        QVERIFY(watch.events(&ended).empty());
        QVERIFY(!ended);
        m_client->clock.advance(std::chrono::seconds(6));
        QVERIFY(watch.events(&ended).empty());
        QVERIFY(ended);
    }

    void changesOfControllersAreSeenByPrograms()
    {
        ApiServer &server = m_client->server;
        int changes = 0;
        const int id = server.subscribe([&changes](const Change &) { ++changes; });
        QVERIFY(server.create(configMapType(), configMap("a"), "controller").ok());
        QVERIFY(server.merge(configMapType(), {"blue", "a"}, {{"data", {{"value", "2"}}}}, "controller").ok());
        QCOMPARE(textAt(m_client->get(configMaps + "/a").json, "data/value"), std::string("2"));
        QCOMPARE(server.list(configMapType(), "blue").size(), size_t(1));
        QVERIFY(server.remove(configMapType(), {"blue", "a"}).ok());
        QVERIFY(!server.find(configMapType(), {"blue", "a"}));
        server.unsubscribe(id);
        QVERIFY(server.create(configMapType(), configMap("b"), "controller").ok());
        QCOMPARE(changes, 3);
    }

private:
    std::unique_ptr<SandboxClient> m_client;
};

QTEST_GUILESS_MAIN(TestApiServer)
#include "tst_apiserver.moc"
