// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backends/sandbox/api/sandboxclient.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace Sandbox;

namespace {

const std::string maps = "/api/v1/namespaces/blue/configmaps";

std::vector<std::string> namesOf(const Json &list)
{
    std::vector<std::string> names;
    for (const Json &item : at(list, "items"))
        names.push_back(textAt(item, "metadata/name"));
    return names;
}

} // namespace

class TestListOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_client = std::make_unique<SandboxClient>();
        for (const char *space : {"blue", "green"})
            m_client->makeSpace(space);
        for (const char *name : {"a", "b", "c", "d", "e"})
            put(name,
                {{"app", name}, {"rank", "3"},
                    {"odd", name == std::string("a") || name == std::string("c") ? "yes" : "no"}});
    }

    void tellsPages();
    void pagesShowOneMoment();
    void pagesOfAllNamespacesFollowEachOther();
    void forgottenPagesAreGone();
    void selectsByLabels_data();
    void selectsByLabels();
    void refusesBadSelectors_data();
    void refusesBadSelectors();
    void selectsByFields();
    void readsOldVersions();
    void refusesWhatContradictsItself_data();
    void refusesWhatContradictsItself();
    void serversChoiceIgnoresLimits();

private:
    std::unique_ptr<SandboxClient> m_client;

    Told put(const std::string &name, const Json &labels = Json::object(), const std::string &space = "blue")
    {
        return m_client->send("POST", "/api/v1/namespaces/" + space + "/configmaps",
            {{"metadata", {{"name", name}, {"labels", labels}}}});
    }
    Told page(const std::string &path, const Told &before)
    {
        return m_client->get(path + "&continue=" + textAt(before.json, "metadata/continue"));
    }
};

void TestListOptions::tellsPages()
{
    const Told first = m_client->get(maps + "?limit=2");
    QCOMPARE(namesOf(first.json), (std::vector<std::string>{"a", "b"}));
    QCOMPARE(intAt(first.json, "metadata/remainingItemCount"), 3LL);
    const Told second = page(maps + "?limit=2", first);
    QCOMPARE(namesOf(second.json), (std::vector<std::string>{"c", "d"}));
    QCOMPARE(textAt(second.json, "metadata/resourceVersion"), textAt(first.json, "metadata/resourceVersion"));
    const Told third = page(maps + "?limit=2", second);
    QCOMPARE(namesOf(third.json), (std::vector<std::string>{"e"}));
    QVERIFY(!at(third.json, "metadata").contains("continue"));
    // A selection does not know how much is left.
    const Told selected = m_client->get(maps + "?limit=1&labelSelector=odd=yes");
    QVERIFY(!at(selected.json, "metadata").contains("remainingItemCount"));
    QCOMPARE(namesOf(page(maps + "?limit=1&labelSelector=odd=yes", selected).json), (std::vector<std::string>{"c"}));
}

void TestListOptions::pagesShowOneMoment()
{
    const Told first = m_client->get(maps + "?limit=2");
    m_client->send("DELETE", maps + "/c");
    m_client->send("DELETE", maps + "/a");
    put("bb");
    put("z");
    m_client->send("PATCH", maps + "/d", {{"metadata", {{"labels", {{"app", "other"}}}}}},
        {{"content-type", "application/merge-patch+json"}});
    const Told rest = page(maps + "?limit=5", first);
    QCOMPARE(namesOf(rest.json), (std::vector<std::string>{"c", "d", "e"}));
    QCOMPARE(textAt(rest.json["items"][1], "metadata/labels/app"), std::string("d"));
    QCOMPARE(namesOf(m_client->get(maps).json), (std::vector<std::string>{"b", "bb", "d", "e", "z"}));
}

void TestListOptions::pagesOfAllNamespacesFollowEachOther()
{
    put("a", Json::object(), "green");
    const Told first = m_client->get("/api/v1/configmaps?limit=5");
    const Told second = page("/api/v1/configmaps?limit=5", first);
    QCOMPARE(namesOf(second.json), (std::vector<std::string>{"a"}));
    QCOMPARE(textAt(second.json["items"][0], "metadata/namespace"), std::string("green"));
}

void TestListOptions::forgottenPagesAreGone()
{
    const Told first = m_client->get(maps + "?limit=2");
    put("f");
    m_client->server.locked([](Store &store) { store.compact(); });
    const Told late = page(maps + "?limit=2", first);
    QCOMPARE(late.status, 410);
    QCOMPARE(textAt(late.json, "reason"), std::string("Expired"));
    QVERIFY(textAt(late.json, "message")
                .starts_with("The provided continue parameter is too old to display a consistent list result."));
    // It hands over another with which one may go on nevertheless.
    QCOMPARE(namesOf(page(maps + "?limit=9", late).json), (std::vector<std::string>{"c", "d", "e", "f"}));
}

void TestListOptions::selectsByLabels_data()
{
    QTest::addColumn<QString>("selector");
    QTest::addColumn<QString>("names");
    const auto row = [](const char *selector, const char *names) {
        QTest::newRow(selector) << QString::fromLatin1(selector) << QString::fromLatin1(names);
    };
    row("app=a", "a");
    row("app==a", "a");
    row("app!=a", "bcde");
    row("app in (a, b)", "ab");
    row("app notin (a,b)", "cde");
    row("odd", "abcde");
    row("!odd", "");
    row("rank>2,odd=yes", "ac");
    row("rank<3", "");
    row("app in (a,),odd", "a");
    row("none=", "");
    row("none!=x", "abcde");
    row("", "abcde");
}

void TestListOptions::selectsByLabels()
{
    QFETCH(const QString, selector);
    QFETCH(const QString, names);
    const Told told = m_client->get(maps + "?labelSelector=" + selector.toStdString());
    QCOMPARE(told.status, 200);
    std::string found;
    for (const std::string &name : namesOf(told.json))
        found += name;
    QCOMPARE(found, names.toStdString());
}

void TestListOptions::refusesBadSelectors_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *query, const char *message) {
        QTest::newRow(query) << QString::fromLatin1(query) << QString::fromLatin1(message);
    };
    row("labelSelector=a b", "unable to parse requirement: found 'b', expected: '=', '!=', '==', 'in', notin'");
    row("labelSelector=a in (b", "unable to parse requirement: found '', expected: ',' or ')'");
    row("labelSelector=app=b c", "found 'c', expected: ',' or 'end of string'");
    row("labelSelector=a,,b", "found ',', expected: identifier after ','");
    row("labelSelector=a>1x", "unable to parse requirement: for 'Gt', 'Lt' operators, the value must be an integer");
    row("fieldSelector=foo", "invalid selector: 'foo'; can't understand 'foo'");
    row("fieldSelector=data=bar",
        "\"data\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"");
    row("limit=abc", "strconv.ParseInt: parsing \"abc\": invalid syntax");
    row("timeoutSeconds=zz", "strconv.ParseInt: parsing \"zz\": invalid syntax");
}

void TestListOptions::refusesBadSelectors()
{
    QFETCH(const QString, query);
    QFETCH(const QString, message);
    const Told told = m_client->get(maps + "?" + query.toStdString());
    QCOMPARE(told.status, 400);
    QCOMPARE(QString::fromStdString(textAt(told.json, "message")), message);
}

void TestListOptions::selectsByFields()
{
    QCOMPARE(namesOf(m_client->get(maps + "?fieldSelector=metadata.name=b").json), (std::vector<std::string>{"b"}));
    QCOMPARE(namesOf(m_client->get(maps + "?fieldSelector=metadata.name!=b,metadata.namespace==blue").json).size(),
        size_t(4));
    QCOMPARE(namesOf(m_client->get("/api/v1/namespaces?fieldSelector=status.phase=Active").json).size(), size_t(2));
    QCOMPARE(textAt(m_client->get("/api/v1/pods?fieldSelector=foo=1").json, "message"),
        std::string("field label not supported: foo"));
}

void TestListOptions::readsOldVersions()
{
    const std::string then = textAt(m_client->get(maps).json, "metadata/resourceVersion");
    m_client->send("DELETE", maps + "/a");
    const std::string exact = maps + "?resourceVersionMatch=Exact&resourceVersion=";
    QCOMPARE(namesOf(m_client->get(exact + then).json).size(), size_t(5));
    QCOMPARE(namesOf(m_client->get(maps + "?resourceVersion=" + then).json).size(), size_t(4));
    const Told future = m_client->get(maps + "?resourceVersion=99999");
    QCOMPARE(future.status, 504);
    QVERIFY(textAt(future.json, "message").starts_with("Timeout: Too large resource version: 99999, current: "));
    QCOMPARE(textAt(future.json["details"]["causes"][0], "reason"), std::string("ResourceVersionTooLarge"));
    m_client->server.locked([](Store &store) { store.compact(); });
    const Told old = m_client->get(exact + then);
    QCOMPARE(old.status, 410);
    QCOMPARE(textAt(old.json, "message"), std::string("The resourceVersion for the provided list is too old."));
}

void TestListOptions::refusesWhatContradictsItself_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *query, int status, const char *message) {
        QTest::newRow(query) << QString::fromLatin1(query) << status << QString::fromLatin1(message);
    };
    const auto *prefix = "ListOptions.meta.k8s.io \"\" is invalid: resourceVersionMatch: ";
    row("resourceVersionMatch=Exact", 422,
        qPrintable(QString::fromLatin1(prefix)
            + QStringLiteral("Forbidden: resourceVersionMatch is forbidden unless resourceVersion is provided")));
    row("resourceVersionMatch=Exact&resourceVersion=0", 422,
        qPrintable(QString::fromLatin1(prefix)
            + QStringLiteral("Forbidden: resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\"")));
    row("resourceVersionMatch=x&resourceVersion=1", 422,
        qPrintable(QString::fromLatin1(prefix)
            + QStringLiteral("Unsupported value: \"x\": supported values: \"Exact\", \"NotOlderThan\", \"\"")));
    row("resourceVersion=x", 500,
        "resourceVersion: Invalid value: \"x\": strconv.ParseUint: parsing \"x\": invalid syntax");
    row("continue=eyJ2IjoibWV0YS5rOHMuaW8vdjEiLCJydiI6MywgInN0YXJ0IjoiYSJ9&resourceVersion=5", 400,
        "specifying resource version is not allowed when using continue");
}

void TestListOptions::refusesWhatContradictsItself()
{
    QFETCH(const QString, query);
    QFETCH(const int, status);
    QFETCH(const QString, message);
    const Told told = m_client->get(maps + "?" + query.toStdString());
    QCOMPARE(told.status, status);
    QCOMPARE(QString::fromStdString(textAt(told.json, "message")), message);
}

void TestListOptions::serversChoiceIgnoresLimits()
{
    QCOMPARE(namesOf(m_client->get(maps + "?limit=1&resourceVersion=0").json).size(), size_t(5));
    QCOMPARE(m_client->get(maps + "?continue=xyz").status, 400);
}

QTEST_GUILESS_MAIN(TestListOptions)
#include "tst_listoptions.moc"
