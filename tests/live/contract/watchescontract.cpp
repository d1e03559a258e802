// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/live/contract/subject.h"

#include <QTest>

namespace Contract {

//! Watches: which events, in which order, and where they end.
class WatchesContract final : public Subject
{
    Q_OBJECT

public:
    using Subject::Subject;

private Q_SLOTS:
    void tellsWhatHappensInOrder();
    void goesOnWhereAListEnded();
    void beginsWithWhatIsThere();
    void beginsWithAnyVersionWhenNoneIsNamed();
    void tellsWhoComesAndGoesFromASelection();
    void selectsByFields();
    void endsInTime();
    void bookmarksVersions();
    void saysThatAVersionIsTooOld();
    void refusesLikeALister();
    void tellsOfAllNamespaces();
    void tellsInTables();
    void tellsMetadataAlone();
    void followsAPodsLife();
    void followsADeletionOfMany();

private:
    //! A version that nothing of this namespace happened after.
    [[nodiscard]] std::string now() const
    {
        return api().get(in("coordination", "leases")).text("/metadata/resourceVersion");
    }
    [[nodiscard]] std::unique_ptr<Watch> watch(const std::string &query) const
    {
        return api().watch(in("coordination", "leases?watch=true&timeoutSeconds=60") + query);
    }
    void change(const std::string &name, const std::string &patch) const
    {
        EXPECT(api().patch(in("coordination", "leases/" + name), mergePatch, json(patch))).status(200);
    }
    void remove(const std::string &name) const
    {
        EXPECT(api().remove(in("coordination", "leases/" + name))).status(200);
    }
};

void WatchesContract::tellsWhatHappensInOrder()
{
    const auto watch = this->watch("&resourceVersion=" + now());
    const Reply made = created(in("coordination", "leases"), lease("a"));
    change("a", "{'spec': {'holderIdentity': 'olga'}}");
    (void)created(in("coordination", "leases"), lease("b"));
    // What changes nothing is no event.
    change("a", "{'spec': {'holderIdentity': 'olga'}}");
    remove("a");
    change("b", "{'spec': {'holderIdentity': 'aram'}}");
    (void)watch->untilCount(5);
    const Reply told = watch->reply();
    EXPECT(told)
        .status(200)
        .is("/told", "ADDED a, MODIFIED a, ADDED b, DELETED a, MODIFIED b")
        .is("/events/0/object/kind", "Lease")
        .is("/events/0/object/apiVersion", "coordination.k8s.io/v1")
        .is("/events/0/object/metadata/uid", made["/metadata/uid"])
        .is("/events/0/object/metadata/resourceVersion", made["/metadata/resourceVersion"])
        .is("/events/1/object/spec/holderIdentity", "olga");
    // A deletion has a version of its own, later than the last of the object.
    long long before = 0;
    for (const Json &event : watch->events()) {
        const long long version = std::atoll(textAt(event, "/object/metadata/resourceVersion").c_str());
        EXPECT(told).that(version > before, "versions rise from event to event");
        before = version;
    }
}

void WatchesContract::goesOnWhereAListEnded()
{
    (void)created(in("coordination", "leases"), lease("a"));
    const std::string version = now();
    (void)created(in("coordination", "leases"), lease("b"));
    remove("a");
    const auto watch = this->watch("&resourceVersion=" + version);
    (void)watch->untilCount(2);
    EXPECT(watch->reply()).is("/told", "ADDED b, DELETED a");
}

void WatchesContract::beginsWithWhatIsThere()
{
    (void)created(in("coordination", "leases"), lease("a"));
    change("a", "{'spec': {'holderIdentity': 'olga'}}");
    const auto watch = this->watch("");
    (void)watch->untilCount(1);
    change("a", "{'spec': {'holderIdentity': 'aram'}}");
    (void)watch->untilCount(2);
    EXPECT(watch->reply())
        .is("/told", "ADDED a, MODIFIED a")
        .is("/events/0/object/spec/holderIdentity", "olga")
        .is("/events/1/object/spec/holderIdentity", "aram");
}

void WatchesContract::beginsWithAnyVersionWhenNoneIsNamed()
{
    (void)created(in("coordination", "leases"), lease("a"));
    const auto watch = this->watch("&resourceVersion=0");
    (void)watch->untilCount(1);
    remove("a");
    (void)watch->untilCount(2);
    EXPECT(watch->reply()).is("/told", "ADDED a, DELETED a");
}

void WatchesContract::tellsWhoComesAndGoesFromASelection()
{
    const auto watch = this->watch("&labelSelector=" + encoded("tier in (gold)") + "&resourceVersion=" + now());
    (void)created(in("coordination", "leases"), lease("a", "{'metadata': {'labels': {'tier': 'gold'}}}"));
    (void)created(in("coordination", "leases"), lease("b"));
    change("b", "{'metadata': {'labels': {'tier': 'gold'}}}");
    change("a", "{'metadata': {'labels': {'tier': 'silver'}}}");
    change("a", "{'metadata': {'labels': {'tier': 'bronze'}}}");
    remove("a");
    remove("b");
    (void)watch->untilCount(4);
    EXPECT(watch->reply())
        .is("/told", "ADDED a, ADDED b, DELETED a, DELETED b")
        // What has gone is told as it was while it was selected.
        .is("/events/2/object/metadata/labels/tier", "gold");
}

void WatchesContract::selectsByFields()
{
    const auto watch = this->watch("&fieldSelector=" + encoded("metadata.name=b") + "&resourceVersion=" + now());
    (void)created(in("coordination", "leases"), lease("a"));
    (void)created(in("coordination", "leases"), lease("b"));
    remove("a");
    remove("b");
    (void)watch->untilCount(2);
    EXPECT(watch->reply()).is("/told", "ADDED b, DELETED b");
}

void WatchesContract::endsInTime()
{
    const auto watch = api().watch(in("coordination", "leases?watch=true&timeoutSeconds=1&resourceVersion=") + now());
    EXPECT(watch->reply()).that(watch->untilEnded(5000), "it ends after a second");
    EXPECT(watch->reply()).status(200).is("/events", Json::array());
}

void WatchesContract::bookmarksVersions()
{
    const std::string version = now();
    const auto watch = api().watch(
        in("coordination", "leases?watch=true&timeoutSeconds=4&allowWatchBookmarks=true&resourceVersion=") + version);
    const auto silent
        = api().watch(in("coordination", "leases?watch=true&timeoutSeconds=4&resourceVersion=") + version);
    (void)created(in("coordination", "leases"), lease("a"));
    EXPECT(watch->reply()).that(watch->untilEnded(8000), "it ends after four seconds");
    const Reply told = watch->reply();
    EXPECT(told)
        .is("/events/0/type", "ADDED")
        .is("/events/1/type", "BOOKMARK")
        .is("/events/1/object/kind", "Lease")
        .is("/events/1/object/apiVersion", "coordination.k8s.io/v1")
        .absent("/events/1/object/metadata/name");
    EXPECT(told).that(std::atoll(told.text("/events/1/object/metadata/resourceVersion").c_str())
            >= std::atoll(told.text("/events/0/object/metadata/resourceVersion").c_str()),
        "a bookmark is not behind the last event");
    EXPECT(silent->reply()).that(silent->untilEnded(8000), "it ends after four seconds").is("/told", "ADDED a");
}

void WatchesContract::saysThatAVersionIsTooOld()
{
    // Of events alone the real server keeps no history beside the one that is cut off.
    const Reply made = created(in("events"), happening("a", space(), "web-1"));
    const std::string path
        = in("events?watch=true&timeoutSeconds=5&resourceVersion=") + made.text("/metadata/resourceVersion");
    const auto told = [&] {
        const auto watch = api().watch(path);
        (void)watch->untilCount(1, 3000);
        return watch->reply();
    };
    for (int i = 0; i < 3; ++i)
        EXPECT(api().patch(in("events/a"), mergePatch, {{"count", i + 1}})).status(200);
    forget(in("events/a"), [&] { return told().text("/events/0/type") == "ERROR"; });
    const Reply reply = told();
    EXPECT(reply)
        .status(200)
        .is("/events/0/type", "ERROR")
        .is("/events/0/object/kind", "Status")
        .is("/events/0/object/status", "Failure")
        .is("/events/0/object/code", 410)
        .is("/events/0/object/reason", "Expired")
        .contains("/events/0/object/message", "too old");
}

void WatchesContract::refusesLikeALister()
{
    EXPECT(api().get(in("configmaps?watch=true&timeoutSeconds=1&fieldSelector=spec.nosuch%3D1")))
        .refusedLike(400, "BadRequest", "\"spec.nosuch\" is not a known field selector");
    EXPECT(api().get(in("configmaps?watch=true&timeoutSeconds=1&resourceVersion=5&resourceVersionMatch=NotOlderThan")))
        .refused(422, "Invalid",
            "ListOptions.meta.k8s.io \"\" is invalid: resourceVersionMatch: Forbidden: resourceVersionMatch is "
            "forbidden "
            "for watch");
    const std::string zoe = unique("zoe");
    EXPECT(api().as(zoe).get(in("configmaps?watch=true&timeoutSeconds=1")))
        .refused(403, "Forbidden",
            "configmaps is forbidden: User \"" + zoe
                + "\" cannot watch resource \"configmaps\" in API group \"\" in the "
                  "namespace \""
                + space() + '"');
    EXPECT(api().get(in("nosuch?watch=true"))).status(404);
}

void WatchesContract::tellsOfAllNamespaces()
{
    const std::string mark = unique("mark");
    const auto watch = api().watch(
        "/api/v1/configmaps?watch=true&timeoutSeconds=60&resourceVersion=" + now() + "&labelSelector=mark%3D" + mark);
    const std::string other = anotherSpace();
    const std::string labels = "{'metadata': {'labels': {'mark': '" + mark + "'}}}";
    (void)created(in("configmaps"), configMap("here", labels));
    (void)created("/api/v1/namespaces/" + other + "/configmaps", configMap("there", labels));
    (void)watch->untilCount(2);
    EXPECT(watch->reply()).is("/told", "ADDED here, ADDED there").is("/events/1/object/metadata/namespace", other);
}

void WatchesContract::tellsInTables()
{
    (void)created(in("coordination", "leases"), lease("a", "{'spec': {'holderIdentity': 'olga'}}"));
    const auto watch = api()
                           .with("Accept", "application/json;as=Table;v=v1;g=meta.k8s.io")
                           .watch(in("coordination", "leases?watch=true&timeoutSeconds=60&resourceVersion=0"));
    (void)watch->untilCount(1);
    change("a", "{'spec': {'holderIdentity': 'aram'}}");
    (void)watch->untilCount(2);
    EXPECT(watch->reply())
        .is("/events/0/type", "ADDED")
        .is("/events/0/object/kind", "Table")
        .is("/events/0/object/apiVersion", "meta.k8s.io/v1")
        .is("/events/0/object/columnDefinitions/1/name", "Holder")
        .is("/events/0/object/rows/0/cells/1", "olga")
        .is("/events/0/object/rows/0/object/kind", "PartialObjectMetadata")
        .is("/events/1/type", "MODIFIED")
        // The columns are told once.
        .is("/events/1/object/columnDefinitions", nullptr)
        .is("/events/1/object/rows/0/cells/1", "aram");
}

void WatchesContract::tellsMetadataAlone()
{
    (void)created(in("coordination", "leases"), lease("a", "{'spec': {'holderIdentity': 'olga'}}"));
    const auto watch = api()
                           .with("Accept", "application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io")
                           .watch(in("coordination", "leases?watch=true&timeoutSeconds=60&resourceVersion=0"));
    (void)watch->untilCount(1);
    EXPECT(watch->reply())
        .is("/told", "ADDED a")
        .is("/events/0/object/kind", "PartialObjectMetadata")
        .is("/events/0/object/apiVersion", "meta.k8s.io/v1")
        .absent("/events/0/object/spec");
}

void WatchesContract::followsAPodsLife()
{
    waitForAccount();
    const auto watch = api().watch(in("pods?watch=true&timeoutSeconds=60&resourceVersion=") + now());
    (void)created(in("pods"), pod("a", "{'spec': {'terminationGracePeriodSeconds': 1}}"));
    const auto ready = [](const Json &event) {
        for (const Json &condition : at(event, "/object/status/conditions")) {
            if (textAt(condition, "/type") == "Ready" && textAt(condition, "/status") == "True")
                return true;
        }
        return false;
    };
    (void)watch->until([&](const auto &events) { return !events.empty() && ready(events.back()); });
    EXPECT(watch->reply())
        .is("/events/0/type", "ADDED")
        .is("/events/0/object/status/phase", "Pending")
        .absent("/events/0/object/spec/nodeName")
        .that(!watch->events().empty() && ready(watch->events().back()), "the pod gets ready");
    bool assigned = false;
    for (const Json &event : watch->events()) {
        const bool has = !textAt(event, "/object/spec/nodeName").empty();
        EXPECT(watch->reply())
            .that(has || !assigned, "a pod stays on its node")
            .that(has || textAt(event, "/object/status/phase") == "Pending", "it runs only on a node");
        assigned = has;
    }
    EXPECT(api().remove(in("pods/a")))
        .status(200)
        .is("/kind", "Pod")
        .present("/metadata/deletionTimestamp")
        .is("/metadata/deletionGracePeriodSeconds", 1);
    (void)watch->until([&](const auto &events) { return textAt(events.back(), "/type") == "DELETED"; });
    const size_t last = watch->events().size() - 1;
    EXPECT(watch->reply())
        .is("/events/" + std::to_string(last) + "/type", "DELETED")
        .present("/events/" + std::to_string(last) + "/object/metadata/deletionTimestamp")
        .that(std::ranges::any_of(watch->events(),
                  [](const Json &event) {
                      return textAt(event, "/type") == "MODIFIED"
                          && !textAt(event, "/object/metadata/deletionTimestamp").empty();
                  }),
            "it is seen going");
}

void WatchesContract::followsADeletionOfMany()
{
    for (const char *name : {"a", "b", "c"})
        (void)created(in("coordination", "leases"), lease(name, "{'metadata': {'labels': {'x': 'y'}}}"));
    (void)created(in("coordination", "leases"), lease("d"));
    const auto watch = this->watch("&resourceVersion=" + now());
    EXPECT(api().remove(in("coordination", "leases?labelSelector=x%3Dy"))).status(200).names({"a", "b", "c"});
    (void)watch->untilCount(3);
    Reply told = watch->reply();
    std::vector<std::string> names;
    for (const Json &event : watch->events()) {
        EXPECT(told).that(textAt(event, "/type") == "DELETED", "they are deleted");
        names.push_back(textAt(event, "/object/metadata/name"));
    }
    std::ranges::sort(names);
    told.json = {{"names", names}};
    EXPECT(told).is("/names", json("['a', 'b', 'c']"));
}

std::unique_ptr<QObject> watchesSubject(Session &session)
{
    return std::make_unique<WatchesContract>(session);
}

} // namespace Contract

#include "watchescontract.moc"
