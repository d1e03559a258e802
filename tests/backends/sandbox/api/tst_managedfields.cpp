// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/managedfields.h"
#include "tests/support/fixture.h"
#include "tests/support/strict.h"

using namespace Sandbox;

namespace {

Json parsed(const char *text)
{
    return parseJson(text).value();
}

//! When \a manager wrote last, or the first of all times.
std::string timeOf(const Json &object, const std::string &manager)
{
    std::string time;
    for (const Json &entry : at(object, "metadata/managedFields")) {
        if (textAt(entry, "manager") == manager)
            time = std::max(time, textAt(entry, "time"));
    }
    return time;
}

//! Without what the server writes of itself and fills in.
Json content(Json json)
{
    for (const char *path : {"metadata/managedFields", "metadata/resourceVersion", "metadata/generation"})
        removeAt(json, path);
    if (intAt(json, "spec/replicas", 1) == 1) // its default
        removeAt(json, "spec/replicas");
    if (textAt(json, "spec/strategy/rollingUpdate/maxSurge") == "25%") // likewise
        removeAt(json, "spec/strategy");
    const auto dropDefaults = [](auto &&self, Json &value) -> void {
        if (value.is_object()) {
            value.erase("targetPort");
            value.erase("deletionTimestamp");
            value.erase("deletionGracePeriodSeconds");
            if (value.contains("protocol") && value["protocol"] == "TCP")
                value.erase("protocol");
            for (auto entry = value.begin(); entry != value.end();) { // what is empty is not sent
                const bool isNothing = entry->is_null() || (entry->is_structured() && entry->empty());
                entry = isNothing ? value.erase(entry) : std::next(entry);
            }
        }
        if (value.is_structured()) {
            for (Json &child : value)
                self(self, child);
        }
    };
    dropDefaults(dropDefaults, json);
    return json;
}

//! Empty when they are the same.
std::string difference(const Json &ours, const Json &theirs)
{
    const Json difference = Json::diff(ours, theirs);
    return difference.empty() ? std::string() : toText(difference);
}

std::string owners(const Json &object)
{
    return toText(at(object, "metadata/managedFields"));
}

Json configMap(const char *data)
{
    return {{"apiVersion", "v1"}, {"kind", "ConfigMap"}, {"metadata", {{"name", "c"}}}, {"data", parsed(data)}};
}

} // namespace

class TestManagedFields final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    // Recorded from kube-apiserver 1.20.2.
    void keepsOwnersAsTheRealServer_data()
    {
        QTest::addColumn<int>("index");
        const Json all = parseJson(fixture(QStringLiteral("sandbox/managedfields.json")).toStdString()).value();
        for (size_t i = 0; i < all.size(); ++i) {
            const std::string name
                = std::to_string(i) + " " + textAt(all[i], "op") + " by " + textAt(all[i], "manager");
            QTest::newRow(name.c_str()) << static_cast<int>(i);
        }
        QVERIFY(all.size() > 40);
        m_recorded = all;
    }
    void keepsOwnersAsTheRealServer()
    {
        QFETCH(int, index);
        const Json &one = m_recorded[static_cast<size_t>(index)];
        const std::string manager = textAt(one, "manager");
        const ManagedFields::Writer writer{manager, timeOf(at(one, "after"), manager), textAt(one, "subresource")};
        if (textAt(one, "op") != "apply") {
            Json after = one["after"];
            removeAt(after, "metadata/managedFields");
            if (textAt(one, "op") == "create") { // added by admission and by strategies, after owners were noted
                for (const char *path :
                    {"spec/preemptionPolicy", "spec/priority", "spec/serviceAccount", "spec/serviceAccountName",
                        "spec/tolerations", "spec/taints", "spec/clusterIP", "spec/clusterIPs", "spec/finalizers"})
                    removeAt(after, path);
                if (textAt(after, "kind") == "Pod")
                    removeAt(after, "status");
            }
            if (boolAt(one, "reset"))
                after["metadata"]["managedFields"] = Json::array({Json::object()});
            ManagedFields::update(one["before"], after, writer);
            const std::string wrong
                = difference(at(after, "metadata/managedFields"), at(one["after"], "metadata/managedFields"));
            QVERIFY2(wrong.empty(), wrong.c_str());
            return;
        }
        const Outcome<Json> result = ManagedFields::apply(one["before"], one["body"], writer, boolAt(one, "force"));
        if (one.contains("status")) {
            QVERIFY(!result.ok());
            QCOMPARE(result.status().message, textAt(one, "status/message"));
            QCOMPARE(result.status().code, static_cast<int>(intAt(one, "status/code")));
            Json causes = Json::array();
            for (const Status::Cause &cause : result.status().causes)
                causes.push_back({{"reason", cause.reason}, {"message", cause.message}, {"field", cause.field}});
            QCOMPARE(toText(causes), toText(one["status"]["causes"]));
            return;
        }
        QVERIFY2(result.ok(), result.ok() ? "" : result.status().message.c_str());
        std::string wrong
            = difference(at(*result, "metadata/managedFields"), at(one["after"], "metadata/managedFields"));
        QVERIFY2(wrong.empty(), wrong.c_str());
        if (!one["before"].is_null())
            wrong = difference(content(*result), content(one["after"]));
        QVERIFY2(wrong.empty(), wrong.c_str());
    }

    void refusesListsThatCannotBeToldApart()
    {
        const auto said = [](const char *text) {
            const Outcome<Json> result = ManagedFields::apply(nullptr, parsed(text), {"m", "t", {}}, false);
            return result ? std::string("applied")
                          : std::to_string(result.status().code) + ": " + result.status().message;
        };
        const std::string start = "500: failed to create typed patch object: ";
        QCOMPARE(said(R"({"kind": "Service", "spec": {"ports": [{"port": 80}]}})"),
            start
                + ".spec.ports: element 0: associative list with keys has an element that omits key field \"protocol\" "
                  "(and doesn't have default value)");
        QCOMPARE(said(R"({"kind": "ConfigMap", "metadata": {"finalizers": ["a.b/c", "a.b/c"]}})"),
            start + ".metadata.finalizers: duplicate entries for key [=\"a.b/c\"]");
        QCOMPARE(said(R"({"kind": "ConfigMap", "metadata": {"finalizers": [{"a": 1}]}})"),
            start + ".metadata.finalizers: element 0: associative list without keys has an element that's a map type");
        QCOMPARE(said(R"({"kind": "ConfigMap", "metadata": {"ownerReferences": ["x"]}})"),
            start + ".metadata.ownerReferences: element 0: associative list with keys may not have non-map elements");
        QCOMPARE(said(R"({"kind": "ConfigMap", "metadata": {"finalizers": "x"}})"),
            start + ".metadata.finalizers: expected list, got &{x}");
    }

    void sharesWhatTwoApplyAlike()
    {
        const auto applied = [](const Json &live, const char *manager, const char *data, bool force = false) {
            return ManagedFields::apply(live, configMap(data), {manager, "t", {}}, force);
        };
        const Json first = *applied(nullptr, "one", R"({"a": "1", "b": "1"})");
        const Json second = *applied(first, "two", R"({"a": "1"})");
        QCOMPARE(toText(at(second, "data")), std::string(R"({"a":"1","b":"1"})"));
        // The first lets go of both; the second still wants one of them.
        const Json third = *applied(second, "one", "{}");
        QCOMPARE(toText(at(third, "data")), std::string(R"({"a":"1"})"));
        const Outcome<Json> refused = applied(second, "one", R"({"a": "2"})");
        QVERIFY(!refused);
        QCOMPARE(refused.status().message, std::string("Apply failed with 1 conflict: conflict with \"two\": .data.a"));
        const Json forced = *applied(second, "one", R"({"a": "2"})", true);
        QCOMPARE(textAt(forced, "data/a"), std::string("2"));
        QCOMPARE(at(forced, "metadata/managedFields").size(), size_t(1));
    }

    void changesNothingTwice()
    {
        const Json first = *ManagedFields::apply(nullptr, configMap(R"({"a": "1"})"), {"m", "t1", {}}, false);
        const Json second = *ManagedFields::apply(first, configMap(R"({"a": "1"})"), {"m", "t2", {}}, false);
        QCOMPARE(toText(second), toText(first));
        Json third = second;
        ManagedFields::update(second, third, {"n", "t3", {}});
        QCOMPARE(toText(third), toText(first));
    }

    void ignoresEntriesThatAreNone()
    {
        Json before = configMap(R"({"a": "1"})");
        ManagedFields::update(nullptr, before, {"m", "t1", {}});
        const std::string kept = owners(before);
        for (const char *sent : {"null", "3", "[]", "[3]", R"([{"operation": "x"}])",
                 R"([{"operation": "Update", "fieldsType": "FieldsV1", "fieldsV1": {"x": {}}}])",
                 R"([{"operation": "Update", "fieldsType": "FieldsV1", "fieldsV1": {"f:x": 3}}])"}) {
            Json after = before;
            after["metadata"]["managedFields"] = parsed(sent);
            ManagedFields::update(before, after, {"n", "t2", {}});
            QCOMPARE(owners(after), kept);
        }
    }

private:
    Json m_recorded;
};

QTEST_APPLESS_MAIN(TestManagedFields)
#include "tst_managedfields.moc"
