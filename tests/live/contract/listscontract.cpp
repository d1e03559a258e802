// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/live/contract/subject.h"

#include "tests/live/contract/target.h"

#include <QTest>

namespace Contract {

//! Lists: pages, selectors, versions.
class ListsContract final : public Subject
{
    Q_OBJECT

public:
    using Subject::Subject;

private Q_SLOTS:
    void listsInOrderOfNames();
    void listsNothingWhereNothingIs();
    void saysWhatIsNotThere();
    void listsPageByPage();
    void showsAllPagesOfOneMoment();
    void refusesTokensThatItDidNotGive();
    void forgetsOldPages();
    void selectsByLabels_data();
    void selectsByLabels();
    void refusesSelectorsItCannotRead_data();
    void refusesSelectorsItCannotRead();
    void selectsByFields();
    void selectsPodsByTheirFields();
    void selectsEventsByWhatTheyAreAbout();
    void listsAllNamespaces();
    void listsAtAVersion();
    void refusesVersionsThatMakeNoSense();
    void doesNotKnowTheFuture();

private:
    void makeLeases();
};

void ListsContract::makeLeases()
{
    (void)created(in("coordination", "leases"), lease("c", "{'metadata': {'labels': {'tier': 'gold', 'app': 'web'}}}"));
    (void)created(
        in("coordination", "leases"), lease("a", "{'metadata': {'labels': {'tier': 'silver', 'app': 'web'}}}"));
    (void)created(in("coordination", "leases"), lease("e"));
    (void)created(in("coordination", "leases"), lease("b", "{'metadata': {'labels': {'tier': 'bronze'}}}"));
    (void)created(in("coordination", "leases"), lease("d", "{'metadata': {'labels': {'app': ''}}}"));
}

void ListsContract::listsInOrderOfNames()
{
    makeLeases();
    const Reply list = api().get(in("coordination", "leases"));
    EXPECT(list)
        .status(200)
        .is("/kind", "LeaseList")
        .is("/apiVersion", "coordination.k8s.io/v1")
        .names({"a", "b", "c", "d", "e"})
        .absent("/metadata/continue")
        .absent("/metadata/remainingItemCount")
        .present("/metadata/resourceVersion");
    // A list says once what its items are.
    EXPECT(list).absent("/items/0/kind").absent("/items/0/apiVersion").is("/items/0/metadata/namespace", space());
}

void ListsContract::listsNothingWhereNothingIs()
{
    EXPECT(api().get(in("coordination", "leases"))).status(200).is("/items", Json::array());
    EXPECT(api().get("/api/v1/namespaces/" + unique("nosuch") + "/pods")).status(200).is("/items", Json::array());
}

void ListsContract::saysWhatIsNotThere()
{
    EXPECT(api().get(in("configmaps/nosuch")))
        .refused(404, "NotFound", "configmaps \"nosuch\" not found")
        .is("/details", json("{'name': 'nosuch', 'kind': 'configmaps'}"));
    EXPECT(api().get(in("apps", "deployments/nosuch")))
        .refused(404, "NotFound", "deployments.apps \"nosuch\" not found")
        .is("/details", json("{'name': 'nosuch', 'group': 'apps', 'kind': 'deployments'}"));
    EXPECT(api().get(in("apps", "deployments/nosuch/scale"))).status(404);
}

void ListsContract::listsPageByPage()
{
    makeLeases();
    const std::string path = in("coordination", "leases?limit=2");
    const Reply first = api().get(path);
    EXPECT(first).status(200).names({"a", "b"}).present("/metadata/continue").is("/metadata/remainingItemCount", 3);
    const Reply second = api().get(path + "&continue=" + first.text("/metadata/continue"));
    EXPECT(second).status(200).names({"c", "d"}).is("/metadata/remainingItemCount", 1);
    const Reply third = api().get(path + "&continue=" + second.text("/metadata/continue"));
    EXPECT(third).status(200).names({"e"}).absent("/metadata/continue").absent("/metadata/remainingItemCount");
    EXPECT(api().get(in("coordination", "leases?limit=5")))
        .names({"a", "b", "c", "d", "e"})
        .absent("/metadata/continue");
    EXPECT(api().get(in("coordination", "leases?limit=0"))).names({"a", "b", "c", "d", "e"});
    // How many remain of those that are selected, it does not know.
    EXPECT(api().get(in("coordination", "leases?limit=1&labelSelector=app")))
        .names({"a"})
        .present("/metadata/continue")
        .absent("/metadata/remainingItemCount");
}

void ListsContract::showsAllPagesOfOneMoment()
{
    makeLeases();
    const std::string path = in("coordination", "leases?limit=3");
    const Reply first = api().get(path);
    (void)created(in("coordination", "leases"), lease("f"));
    EXPECT(api().remove(in("coordination", "leases/e"))).status(200);
    EXPECT(api().get(path + "&continue=" + first.text("/metadata/continue")))
        .status(200)
        .names({"d", "e"})
        .is("/metadata/resourceVersion", first["/metadata/resourceVersion"]);
    EXPECT(api().get(in("coordination", "leases"))).names({"a", "b", "c", "d", "f"});
}

void ListsContract::refusesTokensThatItDidNotGive()
{
    EXPECT(api().get(in("configmaps?limit=1&continue=nonsense")))
        .refusedLike(400, "BadRequest", "invalid continue token: continue key is not valid: ");
    makeLeases();
    const Reply first = api().get(in("coordination", "leases?limit=2"));
    EXPECT(api().get(in("coordination",
               "leases?limit=2&resourceVersion=" + first.text("/metadata/resourceVersion")
                   + "&continue=" + first.text("/metadata/continue"))))
        .refused(400, "BadRequest", "specifying resource version is not allowed when using continue");
    EXPECT(api().get(in("configmaps?limit=many")))
        .refused(400, "BadRequest", "strconv.ParseInt: parsing \"many\": invalid syntax");
}

void ListsContract::forgetsOldPages()
{
    makeLeases();
    const std::string path = in("coordination", "leases?limit=2");
    const Reply first = api().get(path);
    const std::string rest = path + "&continue=" + first.text("/metadata/continue");
    const std::string lease = in("coordination", "leases/a");
    forget(lease, [&] { return api().get(rest).status == 410; });
    const Reply late = api().get(rest);
    EXPECT(late)
        .refused(410, "Expired",
            "The provided continue parameter is too old to display a consistent list result. You can start a new list "
            "without the continue parameter, or use the continue token in this response to retrieve the remainder of "
            "the "
            "results. Continuing with the provided token results in an inconsistent list - objects that were created, "
            "modified, or deleted between the time the first chunk was returned and now may show up in the list.")
        .present("/metadata/continue");
    // Who does not mind goes on with what is there now.
    EXPECT(api().get(path + "&continue=" + late.text("/metadata/continue"))).status(200).names({"c", "d"});
    EXPECT(api().get(in("coordination",
               "leases?resourceVersionMatch=Exact&resourceVersion=" + first.text("/metadata/resourceVersion"))))
        .refused(410, "Expired", "The resourceVersion for the provided list is too old.");
}

void ListsContract::selectsByLabels_data()
{
    QTest::addColumn<QByteArray>("selector");
    QTest::addColumn<QByteArray>("names");
    const auto row = [](const char *selector, const char *names) {
        QTest::newRow(selector) << QByteArray(selector) << QByteArray(names);
    };
    row("tier=gold", "['c']");
    row("tier==gold", "['c']");
    row("tier!=gold", "['a', 'b', 'd', 'e']");
    row("tier in (gold, silver)", "['a', 'c']");
    row("tier notin (gold,silver)", "['b', 'd', 'e']");
    row("tier", "['a', 'b', 'c']");
    row("!tier", "['d', 'e']");
    row("app=", "['d']");
    row("app,tier", "['a', 'c']");
    row("app=web,tier!=gold", "['a']");
    row("tier in (bronze),!app", "['b']");
    row("tier=platinum", "[]");
    row("", "['a', 'b', 'c', 'd', 'e']");
}

void ListsContract::selectsByLabels()
{
    QFETCH(QByteArray, selector);
    QFETCH(QByteArray, names);
    makeLeases();
    EXPECT(api().get(in("coordination", "leases?labelSelector=" + encoded(selector.toStdString()))))
        .status(200)
        .names(json(names.toStdString()).get<std::vector<std::string>>());
}

void ListsContract::refusesSelectorsItCannotRead_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char *parameter, const char *selector, const char *message) {
        QTest::newRow(selector) << QByteArray(parameter) + QByteArray(selector).toPercentEncoding()
                                << QByteArray(message);
    };
    row("labelSelector=", "a in (", "unable to parse requirement: found '', expected: ',', ')' or identifier");
    row("labelSelector=", "a b", "unable to parse requirement: found 'b', expected: '=', '!=', '==', 'in', notin'");
    row("labelSelector=", "a=b c", "found 'c', expected: ',' or 'end of string'");
    row("fieldSelector=", "spec.nosuch=1",
        "\"spec.nosuch\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"");
    row("fieldSelector=", "nonsense", "invalid selector: 'nonsense'; can't understand 'nonsense'");
}

void ListsContract::refusesSelectorsItCannotRead()
{
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, message);
    EXPECT(api().get(in("services?" + query.toStdString()))).refused(400, "BadRequest", message.toStdString());
}

void ListsContract::selectsByFields()
{
    makeLeases();
    const std::string leases = in("coordination", "leases?fieldSelector=");
    EXPECT(api().get(leases + encoded("metadata.name=b"))).status(200).names({"b"});
    EXPECT(api().get(leases + encoded("metadata.name!=b"))).names({"a", "c", "d", "e"});
    EXPECT(api().get(leases + encoded("metadata.namespace=" + space()))).names({"a", "b", "c", "d", "e"});
    EXPECT(api().get(leases + encoded("metadata.name=b,metadata.name=c"))).names({});
    EXPECT(api().get(leases + encoded("metadata.name!=b") + "&labelSelector=app")).names({"a", "c", "d"});
}

void ListsContract::selectsPodsByTheirFields()
{
    waitForAccount();
    (void)created(in("pods"), pod("runs"));
    (void)created(in("pods"), pod("waits", "{}", "example.com/web:1.0-nopull"));
    const Reply runs
        = api().until(in("pods/runs"), [](const Reply &got) { return got.text("/status/phase") == "Running"; });
    EXPECT(runs).is("/status/phase", "Running");
    const std::string pods = in("pods?fieldSelector=");
    EXPECT(api().get(pods + encoded("status.phase=Running"))).status(200).names({"runs"});
    EXPECT(api().get(pods + encoded("status.phase!=Running"))).status(200).names({"waits"});
    EXPECT(api().get(pods + encoded("spec.nodeName=" + runs.text("/spec/nodeName") + ",metadata.name=runs")))
        .names({"runs"});
    EXPECT(api().get(pods + encoded("spec.nodeName="))).names({});
    EXPECT(api().get(pods + encoded("spec.restartPolicy=Always"))).names({"runs", "waits"});
    EXPECT(api().get(pods + encoded("status.podIP=" + runs.text("/status/podIP")))).names({"runs"});
    EXPECT(api().get(pods + encoded("spec.nosuch=1")))
        .refused(400, "BadRequest", "field label not supported: spec.nosuch");
}

void ListsContract::selectsEventsByWhatTheyAreAbout()
{
    (void)created(in("events"), happening("first", space(), "web-1"));
    (void)created(in("events"), happening("second", space(), "web-2", "{'type': 'Warning', 'reason': 'Odd'}"));
    const std::string events = in("events?fieldSelector=");
    EXPECT(api().get(events + encoded("involvedObject.name=web-1"))).status(200).names({"first"});
    EXPECT(api().get(events + encoded("involvedObject.kind=Pod,involvedObject.namespace=" + space())))
        .names({"first", "second"});
    EXPECT(api().get(events + encoded("type=Warning"))).names({"second"});
    EXPECT(api().get(events + encoded("type!=Warning"))).names({"first"});
    EXPECT(api().get(events + encoded("reason=Tested"))).names({"first"});
}

void ListsContract::listsAllNamespaces()
{
    makeLeases();
    const std::string other = anotherSpace();
    const std::string label = unique("mark");
    (void)created(in("configmaps"), configMap("here", "{'metadata': {'labels': {'mark': '" + label + "'}}}"));
    (void)created("/api/v1/namespaces/" + other + "/configmaps",
        configMap("there", "{'metadata': {'labels': {'mark': '" + label + "'}}}"));
    EXPECT(api().get("/api/v1/configmaps?labelSelector=mark%3D" + label)).status(200).count("/items", 2);
    EXPECT(
        api().get("/api/v1/configmaps?fieldSelector=metadata.namespace%3D" + other + "&labelSelector=mark%3D" + label))
        .names({"there"});
}

void ListsContract::listsAtAVersion()
{
    const Reply before = created(in("coordination", "leases"), lease("a"));
    const std::string version = before.text("/metadata/resourceVersion");
    (void)created(in("coordination", "leases"), lease("b"));
    EXPECT(api().get(in("coordination", "leases?resourceVersionMatch=Exact&resourceVersion=" + version)))
        .status(200)
        .names({"a"})
        .is("/metadata/resourceVersion", version);
    EXPECT(api().get(in("coordination", "leases?resourceVersionMatch=NotOlderThan&resourceVersion=" + version)))
        .status(200)
        .count("/items", 2); // in no order: it comes from the watch cache
    EXPECT(api().until(in("coordination", "leases?resourceVersion=0"), [](const Reply &got) {
        return got["/items"].size() == 2;
    })).count("/items", 2);
}

void ListsContract::refusesVersionsThatMakeNoSense()
{
    const std::string prefix = "ListOptions.meta.k8s.io \"\" is invalid: resourceVersionMatch: ";
    EXPECT(api().get(in("configmaps?resourceVersionMatch=Exact")))
        .refused(
            422, "Invalid", prefix + "Forbidden: resourceVersionMatch is forbidden unless resourceVersion is provided");
    EXPECT(api().get(in("configmaps?resourceVersionMatch=Odd&resourceVersion=5")))
        .refused(
            422, "Invalid", prefix + "Unsupported value: \"Odd\": supported values: \"Exact\", \"NotOlderThan\", \"\"")
        .cause("FieldValueNotSupported",
            "Unsupported value: \"Odd\": supported values: \"Exact\", \"NotOlderThan\", \"\"", "resourceVersionMatch");
    EXPECT(api().get(in("configmaps?resourceVersionMatch=Exact&resourceVersion=0")))
        .refused(422, "Invalid",
            prefix + "Forbidden: resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\"");
    EXPECT(api().get(in("configmaps?resourceVersion=abc")))
        .that(api().get(in("configmaps?resourceVersion=abc")).status >= 400, "it is refused");
}

void ListsContract::doesNotKnowTheFuture()
{
    const Reply reply = api().get(in("configmaps?resourceVersion=999999999"));
    EXPECT(reply)
        .refusedLike(504, "Timeout", "Timeout: Too large resource version: 999999999, current: ")
        .is("/details/causes", json("[{'reason': 'ResourceVersionTooLarge', 'message': 'Too large resource version'}]"))
        .is("/details/retryAfterSeconds", 1);
}

std::unique_ptr<QObject> listsSubject(Session &session)
{
    return std::make_unique<ListsContract>(session);
}

} // namespace Contract

#include "listscontract.moc"
