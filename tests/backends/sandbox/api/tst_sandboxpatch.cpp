// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/patch.h"
#include "tests/support/fixture.h"
#include "tests/support/strict.h"

using namespace Sandbox;

namespace {

Json parsed(std::string_view text)
{
    return parseJson(text).value();
}

//! As canonical text, which is what is compared.
std::string canonical(const char *text)
{
    return toText(parsed(text));
}

Json configMap()
{
    return parsed(R"({"kind": "ConfigMap", "metadata": {"name": "d1", "finalizers": ["x.io/a"]},
        "data": {"a": "1", "b/c": "2"}})");
}

//! Without what defaulting adds, of which patches know nothing.
void dropDefaults(Json &json)
{
    if (json.is_object()) {
        json.erase("defaultMode");
        for (const auto &[key, value] : {std::pair("protocol", "TCP"), std::pair("apiVersion", "v1")}) {
            if (json.contains(key) && json[key] == value)
                json.erase(key);
        }
        for (auto entry = json.begin(); entry != json.end();) // what is null reads as nothing, or as empty
            entry = entry->is_null() || *entry == "" ? json.erase(entry) : std::next(entry);
    }
    if (json.is_structured()) {
        for (Json &child : json)
            dropDefaults(child);
    }
}

} // namespace

class TestSandboxPatch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    // RFC 6902 as kube-apiserver 1.20.2 does it, with its liberties.
    void operates_data()
    {
        QTest::addColumn<QByteArray>("patch");
        QTest::addColumn<QByteArray>("pointer");
        QTest::addColumn<QByteArray>("value"); // empty: refused
        const auto row = [](const char *name, const char *patch, const char *pointer, const char *value) {
            QTest::newRow(name) << QByteArray(patch) << QByteArray(pointer) << QByteArray(value);
        };
        row("add", R"([{"op": "add", "path": "/data/x", "value": "1"}])", "/data/x", R"("1")");
        row("add nothing", R"([{"op": "add", "path": "/data/x"}])", "/data/x", "null");
        row("add at the end", R"([{"op": "add", "path": "/metadata/finalizers/-", "value": "b"}])",
            "/metadata/finalizers", R"(["x.io/a", "b"])");
        row("add at a place", R"([{"op": "add", "path": "/metadata/finalizers/0", "value": "b"}])",
            "/metadata/finalizers", R"(["b", "x.io/a"])");
        row("add counted from the end", R"([{"op": "add", "path": "/metadata/finalizers/-1", "value": "b"}])",
            "/metadata/finalizers", R"(["x.io/a", "b"])");
        row("add beyond the end", R"([{"op": "add", "path": "/metadata/finalizers/5", "value": "b"}])", "", "");
        row("add at no number", R"([{"op": "add", "path": "/metadata/finalizers/x", "value": "b"}])", "", "");
        row("add below nothing", R"([{"op": "add", "path": "/nosuch/x", "value": "1"}])", "", "");
        row("add below text", R"([{"op": "add", "path": "/data/a/b", "value": "1"}])", "", "");
        row("remove", R"([{"op": "remove", "path": "/data/a"}])", "/data", R"({"b/c": "2"})");
        row("remove escaped", R"([{"op": "remove", "path": "/data/b~1c"}])", "/data", R"({"a": "1"})");
        row("remove nothing", R"([{"op": "remove", "path": "/data/zz"}])", "", "");
        row("remove all", R"([{"op": "remove", "path": ""}])", "", "");
        row("remove from the end", R"([{"op": "remove", "path": "/metadata/finalizers/-1"}])", "/metadata/finalizers",
            "[]");
        row("remove after the end", R"([{"op": "remove", "path": "/metadata/finalizers/-"}])", "", "");
        row("replace", R"([{"op": "replace", "path": "/data/b~1c", "value": "9"}])", "/data/b~1c", R"("9")");
        row("replace nothing", R"([{"op": "replace", "path": "/data/zz", "value": "1"}])", "/data/zz", R"("1")");
        row("replace no element", R"([{"op": "replace", "path": "/metadata/finalizers/3", "value": "a"}])", "", "");
        row("replace below nothing", R"([{"op": "replace", "path": "/nosuch/zz", "value": "1"}])", "", "");
        row("test", R"([{"op": "test", "path": "/data", "value": {"b/c": "2", "a": "1"}}])", "/data/a", R"("1")");
        row("test fails", R"([{"op": "test", "path": "/data/a", "value": "9"}])", "", "");
        row("test of nothing", R"([{"op": "test", "path": "/data/zz", "value": null}])", "/data/a", R"("1")");
        row("test of nothing fails", R"([{"op": "test", "path": "/data/zz", "value": "1"}])", "", "");
        row("copy", R"([{"op": "copy", "from": "/data/a", "path": "/data/q"}])", "/data/q", R"("1")");
        row("copy of nothing", R"([{"op": "copy", "from": "/data/zz", "path": "/data/q"}])", "/data/q", "null");
        row("move", R"([{"op": "move", "from": "/data/a", "path": "/data/q"}])", "/data", R"({"b/c": "2", "q": "1"})");
        row("move of nothing", R"([{"op": "move", "from": "/data/zz", "path": "/data/q"}])", "", "");
        row("move to nowhere", R"([{"op": "move", "from": "/data/a", "path": "/nosuch/q"}])", "", "");
        row("unknown", R"([{"op": "bogus", "path": "/data/a"}])", "", "");
        row("none", R"([{"path": "/data/a"}])", "", "");
        row("number", R"([{"op": 1, "path": "/data/a"}])", "", "");
        row("no operations", "[]", "/data/a", R"("1")");
        row("without a slash", R"([{"op": "add", "path": "data/x", "value": "1"}])", "/x", R"("1")");
    }
    void operates()
    {
        QFETCH(QByteArray, patch);
        QFETCH(QByteArray, pointer);
        QFETCH(QByteArray, value);
        const Outcome<Json> result = Patch::json(configMap(), parsed(patch.toStdString()));
        QCOMPARE(result.ok(), !value.isEmpty());
        if (result) {
            QCOMPARE(toText(result->at(Json::json_pointer(pointer.toStdString()))), canonical(value.constData()));
        } else {
            QCOMPARE(result.status().code, 422);
            QCOMPARE(result.status().reason, std::string("Invalid"));
            QCOMPARE(
                result.status().message, std::string("the server rejected our request due to an error in our request"));
        }
    }

    void refusesWhatIsNoJsonPatch()
    {
        const auto message = [](const char *patch) {
            const Outcome<Json> result = Patch::json(configMap(), parsed(patch));
            return result ? std::string("done") : std::to_string(result.status().code) + ": " + result.status().message;
        };
        const std::string start = "400: json: cannot unmarshal ";
        QCOMPARE(message(R"({"a": 1})"), start + "object into Go value of type jsonpatch.Patch");
        QCOMPARE(message(R"("x")"), start + "string into Go value of type jsonpatch.Patch");
        QCOMPARE(message("[1]"), start + "number into Go value of type jsonpatch.Operation");
    }

    void boundsJsonPatches()
    {
        Json many = Json::array();
        for (int i = 0; i < 10'001; ++i)
            many.push_back({{"op", "add"}, {"path", "/data/x"}, {"value", "1"}});
        const Outcome<Json> tooMany = Patch::json(configMap(), many);
        QVERIFY(!tooMany);
        QCOMPARE(tooMany.status().code, 413);
        QCOMPARE(tooMany.status().message,
            std::string(
                "Request entity too large: The allowed maximum operations in a JSON patch is 10000, got 10001"));
        // Each copies all that is there so far.
        Json doubling = Json::array();
        for (int i = 0; i < 60; ++i) {
            const std::string place = "/x" + std::to_string(i);
            doubling.push_back({{"op", "copy"}, {"from", "/data"}, {"path", "/metadata" + place}});
            doubling.push_back({{"op", "copy"}, {"from", "/metadata"}, {"path", "/data" + place}});
        }
        QVERIFY(Patch::json(configMap(), Json::array_t(doubling.begin(), doubling.begin() + 10)).ok());
        QVERIFY(!Patch::json(configMap(), doubling).ok());
        // Each puts all of it one level deeper.
        Json nesting = Json::array();
        for (int i = 0; i < 300; ++i) {
            nesting.push_back({{"op", "move"}, {"from", "/data"}, {"path", "/t"}});
            nesting.push_back({{"op", "add"}, {"path", "/data"}, {"value", Json::object()}});
            nesting.push_back({{"op", "move"}, {"from", "/t"}, {"path", "/data/x"}});
        }
        QVERIFY(!Patch::json(configMap(), nesting).ok());
    }

    void mergesPatches()
    {
        const auto merged
            = [](const char *object, const char *patch) { return toText(Patch::merge(parsed(object), parsed(patch))); };
        QCOMPARE(merged(R"({"a": "b"})", R"({"a": "c"})"), canonical(R"({"a": "c"})"));
        QCOMPARE(merged(R"({"a": "b", "b": "c"})", R"({"a": null})"), canonical(R"({"b": "c"})"));
        QCOMPARE(merged(R"({"a": ["b"]})", R"({"a": "c"})"), canonical(R"({"a": "c"})"));
        QCOMPARE(merged(R"({"a": {"b": "c"}})", R"({"a": {"b": "d", "c": null}})"), canonical(R"({"a": {"b": "d"}})"));
        QCOMPARE(merged(R"({"a": [{"b": "c"}]})", R"({"a": [1]})"), canonical(R"({"a": [1]})"));
        QCOMPARE(merged("{}", R"({"a": {"bb": {"ccc": null}}})"), canonical(R"({"a": {"bb": {}}})"));
        QCOMPARE(merged(R"({"a": "foo"})", R"("bar")"), canonical(R"("bar")"));
        QCOMPARE(merged(R"({"a": ["x"]})", R"({"a": [null]})"), canonical(R"({"a": []})")); // as the real server has it
    }

    // Recorded from kube-apiserver 1.20.2.
    void mergesStrategically()
    {
        const Json recorded = parsed(fixture(QStringLiteral("sandbox/strategicpatch.json")).toStdString());
        const Json &object = recorded["object"];
        QVERIFY(recorded["cases"].size() > 40);
        for (const Json &one : recorded["cases"]) {
            const std::string patch = one["patch"].dump();
            const Outcome<Json> result = Patch::strategic(object, one["patch"], "Deployment");
            if (one.contains("code")) {
                QVERIFY2(!result.ok(), patch.c_str());
                QCOMPARE(result.status().message, textAt(one, "message"));
                QCOMPARE(result.status().code, static_cast<int>(intAt(one, "code")));
                continue;
            }
            QVERIFY2(result.ok(), patch.c_str());
            Json ours = *result;
            Json theirs = one["result"];
            dropDefaults(ours);
            dropDefaults(theirs);
            QVERIFY2(ours == theirs, (patch + "\nours   " + ours.dump() + "\ntheirs " + theirs.dump()).c_str());
        }
    }

    void mergesMapsAndSetsOfConfigMaps()
    {
        const auto patched
            = [](const char *patch) { return Patch::strategic(configMap(), parsed(patch), "ConfigMap"); };
        const auto data = [&](const char *patch) { return toText(at(*patched(patch), "data")); };
        QCOMPARE(data(R"({"data": {"a": null, "n": "1"}})"), canonical(R"({"b/c": "2", "n": "1"})"));
        QCOMPARE(data(R"({"data": {"$patch": "replace", "n": "1"}})"), canonical(R"({"n": "1"})"));
        QCOMPARE(data(R"({"data": {"$patch": "delete"}})"), std::string("{}"));
        QCOMPARE(data(R"({"data": {"$retainKeys": ["a"], "a": "5"}})"), canonical(R"({"a": "5"})"));
        const auto finalizers = [&](const char *patch) { return toText(at(*patched(patch), "metadata/finalizers")); };
        QCOMPARE(
            finalizers(R"({"metadata": {"finalizers": ["x.io/b", "x.io/a"]}})"), canonical(R"(["x.io/b", "x.io/a"])"));
        QCOMPARE(finalizers(R"({"metadata": {"$deleteFromPrimitiveList/finalizers": ["x.io/a"]}})"), std::string("[]"));
        const auto message = [&](const char *patch) {
            const Outcome<Json> result = patched(patch);
            return result ? std::string("done") : std::to_string(result.status().code) + ": " + result.status().message;
        };
        QCOMPARE(
            message(R"({"data": {"$patch": "x"}})"), std::string("500: unknown patch type: x in map: map[$patch:x]"));
        QCOMPARE(message(R"({"data": {"$patch": 1}})"),
            std::string("500: unknown patch type: %!s(int64=1) in map: map[$patch:1]"));
        QCOMPARE(message(R"({"data": {"$retainKeys": ["a"], "q": "5"}})"),
            std::string("400: invalid patch format of retainKeys"));
        QCOMPARE(message(R"({"metadata": {"$setElementOrder/finalizers": "x"}})"),
            std::string("500: expected a []interface {}, but received a string"));
        QCOMPARE(message("[1]"),
            std::string("400: json: cannot unmarshal array into Go value of type map[string]interface {}"));
        QCOMPARE(message(R"({"metadata": {"$setElementOrder/finalizers": ["x.io/z"], "finalizers": ["x.io/b"]}})"),
            std::string("500: The order in patch list:\n[x.io/b]\n doesn't match $setElementOrder list:\n[x.io/z]\n"));
    }
};

QTEST_APPLESS_MAIN(TestSandboxPatch)
#include "tst_sandboxpatch.moc"
