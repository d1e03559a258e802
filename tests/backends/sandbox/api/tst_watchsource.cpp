// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backends/sandbox/api/sandboxclient.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace Sandbox;

namespace {

const std::string maps = "/api/v1/namespaces/blue/configmaps";

std::string types(const std::vector<Json> &events)
{
    std::string text;
    for (const Json &event : events)
        text += (text.empty() ? "" : " ") + textAt(event, "type");
    return text;
}

} // namespace

class TestWatchSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_client = std::make_unique<SandboxClient>();
        m_client->makeSpace("blue");
    }

    void goesOnWhereAListEnded()
    {
        put("a", "x");
        const std::string version = textAt(m_client->get(maps).json, "metadata/resourceVersion");
        put("b", "x");
        label("a", "y");
        Told watch = m_client->get(maps + "?watch=1&resourceVersion=" + version);
        m_client->send("DELETE", maps + "/b");
        QCOMPARE(types(watch.events()), std::string("ADDED MODIFIED DELETED"));
    }

    void whatLeavesTheSelectionIsDeleted()
    {
        Told watch = m_client->get(maps + "?watch=1&labelSelector=app=x");
        put("a", "y");
        label("a", "x");
        label("a", "x2");
        const auto events = watch.events();
        QCOMPARE(types(events), std::string("ADDED DELETED"));
        // It is told as it was, with the version of the change that took it away.
        QCOMPARE(textAt(events[1], "object/metadata/labels/app"), std::string("x"));
        QCOMPARE(textAt(events[1], "object/metadata/resourceVersion"),
            textAt(m_client->get(maps + "/a").json, "metadata/resourceVersion"));
    }

    void onlyItsNamespaceAndKind()
    {
        m_client->makeSpace("green");
        Told watch = m_client->get(maps + "?watch=1");
        m_client->send("POST", "/api/v1/namespaces/green/configmaps", {{"metadata", {{"name", "a"}}}});
        m_client->send("POST", "/api/v1/namespaces/blue/secrets", {{"metadata", {{"name", "a"}}}});
        QVERIFY(watch.events().empty());
    }

    void tooOldIsAnErrorAndTheEnd()
    {
        put("a", "x");
        m_client->server.locked([](Store &store) { store.compact(); });
        Told watch = m_client->get(maps + "?watch=1&resourceVersion=2");
        QCOMPARE(watch.status, 200);
        bool ended = false;
        const auto events = watch.events(&ended);
        QCOMPARE(types(events), std::string("ERROR"));
        QCOMPARE(intAt(events[0], "object/code"), 410LL);
        QVERIFY(textAt(events[0], "object/message").starts_with("too old resource version: 2 ("));
        QVERIFY(ended);
    }

    void theFutureIsWaitedFor()
    {
        Told watch = m_client->get(maps + "?watch=1&resourceVersion=" + std::to_string(version() + 1));
        put("a", "x");
        put("b", "x");
        const auto events = watch.events();
        QCOMPARE(events.size(), size_t(1));
        QCOMPARE(textAt(events[0], "object/metadata/name"), std::string("b"));
    }

    void bookmarksSayHowFarItIs()
    {
        Told watch = m_client->get(maps + "?watch=1&allowWatchBookmarks=true&timeoutSeconds=100");
        m_client->makeSpace("green");
        QVERIFY(watch.events().empty());
        m_client->clock.advance(std::chrono::seconds(62));
        const auto events = watch.events();
        QCOMPARE(types(events), std::string("BOOKMARK"));
        QCOMPARE(textAt(events[0], "object/metadata/resourceVersion"), std::to_string(version()));
        QCOMPARE(textAt(events[0], "object/kind"), std::string("ConfigMap"));
        m_client->clock.advance(std::chrono::seconds(60));
        bool ended = false;
        QCOMPARE(types(watch.events(&ended)), std::string("BOOKMARK"));
        QVERIFY(ended);
    }

    void endsWhenItsTimeIsOver()
    {
        m_client->clock.advance(std::chrono::milliseconds(400));
        Told watch = m_client->get(maps + "?watch=1&timeoutSeconds=3");
        bool ended = false;
        m_client->clock.advance(std::chrono::milliseconds(2'990));
        watch.events(&ended);
        QVERIFY(!ended);
        m_client->clock.advance(std::chrono::milliseconds(20));
        watch.events(&ended);
        QVERIFY(ended);
    }

    void tellsTables()
    {
        put("a", "x");
        const std::vector<std::pair<std::string, std::string>> table{
            {"accept", "application/json;as=Table;v=v1;g=meta.k8s.io"}};
        Told watch = m_client->send("GET", maps + "?watch=1", nullptr, table);
        m_client->clock.advance(std::chrono::seconds(90));
        put("b", "x");
        const auto events = watch.events();
        QCOMPARE(events[0]["object"]["columnDefinitions"].size(), size_t(3));
        QVERIFY(events[1]["object"]["columnDefinitions"].is_null());
        QVERIFY((events[1]["object"]["rows"][0]["cells"] == Json{"b", 0, "0s"}));
    }

    void wakesItsReader()
    {
        Told watch = m_client->get(maps + "?watch=1");
        int woken = 0;
        watch.source->setWake([&woken] { ++woken; });
        put("a", "x");
        QCOMPARE(woken, 1);
        m_client.reset(); // a server that goes ends its watches
        QCOMPARE(woken, 2);
        bool ended = false;
        QCOMPARE(types(watch.events(&ended)), std::string("ADDED"));
        QVERIFY(ended);
    }

private:
    std::unique_ptr<SandboxClient> m_client;

    void put(const std::string &name, const std::string &app)
    {
        m_client->send("POST", maps, {{"metadata", {{"name", name}, {"labels", {{"app", app}}}}}});
    }
    void label(const std::string &name, const std::string &app)
    {
        m_client->send("PATCH", maps + "/" + name, {{"metadata", {{"labels", {{"app", app}}}}}},
            {{"content-type", "application/merge-patch+json"}});
    }
    uint64_t version()
    {
        uint64_t version = 0;
        m_client->server.locked([&version](Store &store) { version = store.version(); });
        return version;
    }
};

QTEST_GUILESS_MAIN(TestWatchSource)
#include "tst_watchsource.moc"
