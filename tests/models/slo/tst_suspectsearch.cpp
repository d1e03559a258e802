// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/core/random.h"
#include "models/changes/changeriver.h"
#include "models/slo/changesuspects.h"
#include "models/slo/suspectsearch.h"
#include "tests/models/changes/scriptedworld.h"
#include "tests/support/strict.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class Archive final : public ChangeArchive
{
public:
    explicit Archive(const Clock &clock) : m_clock(clock) { }

    QList<RecordedChange> changes;
    QDateTime from;

    void unfinished(std::function<void(const QList<RecordedChange> &)> done) override
    {
        m_alarms.push_back(m_clock.after(0ms, [done] { done({}); }));
    }
    void change(const QUuid &, std::function<void(const std::optional<RecordedChange> &)> done) override
    {
        m_alarms.push_back(m_clock.after(0ms, [done] { done(std::nullopt); }));
    }
    void between(
        const QDateTime &since, const QDateTime &, std::function<void(const QList<RecordedChange> &)> done) override
    {
        from = since;
        m_alarms.push_back(m_clock.after(0ms, [this, done] { done(changes); }));
    }

private:
    const Clock &m_clock;
    std::vector<std::unique_ptr<Alarm>> m_alarms;
};

QByteArray deploymentText(const char *image)
{
    return QByteArray(R"({"kind":"Deployment","spec":{"template":{"spec":{"containers":[{"image":")") + image
        + R"(","name":"app"}]}}}})";
}

RecordedChange imageChange(const QDateTime &time)
{
    ObjectEdit edit;
    edit.object = {u"apps"_s, u"v1"_s, u"Deployment"_s, u"deployments"_s, {}, u"shop"_s, u"web"_s};
    edit.before = {true, false, deploymentText("web:1.0"), u"1"_s, u"u"_s};
    edit.after = {true, false, deploymentText("web:1.1-bad"), u"2"_s, u"u"_s};
    RecordedChange recorded;
    recorded.change.id = QUuid::createUuidV5(QUuid(), u"one"_s);
    recorded.change.kind = ChangeKind::Rollout;
    recorded.change.clusterName = u"prod"_s;
    recorded.change.edits = {edit};
    recorded.results.resize(1);
    recorded.results[0].state = EditResult::State::Verified;
    recorded.begun = time;
    recorded.time = time.addSecs(20);
    recorded.user = u"olga"_s;
    recorded.over = true;
    return recorded;
}

} // namespace

class TestSuspectSearch final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ManualClock> m_clock;
    Weather m_weather;
    SystemRandom m_random;
    std::unique_ptr<ChangeRiver> m_river;
    std::unique_ptr<Archive> m_archive;
    std::unique_ptr<SuspectSearch> m_search;
    ScriptedTarget *m_target = nullptr;

    [[nodiscard]] Burn burn() const { return {m_clock->now(), u"prod"_s, {}, u"shop"_s, u"web"_s}; }

    void rollOut(const char *name, const char *revision, const QDateTime &created, const char *image)
    {
        const ObjectName set{
            u"apps"_s, u"v1"_s, u"ReplicaSet"_s, u"replicasets"_s, {}, u"shop"_s, QString::fromLatin1(name)};
        m_target->put(set,
            QByteArray(R"({"template":)") + R"({"spec":{"containers":[{"name":"app","image":")" + image + R"("}]}}})");
        Tree &tree = m_target->objects[set.title()].tree;
        tree.set({u"metadata"_s, u"namespace"_s}, Tree::text(u"shop"_s));
        tree.set({u"metadata"_s, u"creationTimestamp"_s}, Tree::text(created.toString(Qt::ISODate)));
        tree.set({u"metadata"_s, u"annotations"_s, u"deployment.kubernetes.io/revision"_s},
            Tree::text(QString::fromLatin1(revision)));
        Tree owner = Tree::map();
        owner.set({u"kind"_s}, Tree::text(u"Deployment"_s));
        owner.set({u"name"_s}, Tree::text(u"web"_s));
        tree.set({u"metadata"_s, u"ownerReferences"_s}, Tree::list({owner}));
    }
    void settle()
    {
        m_clock->advance(100ms);
        QTRY_VERIFY(m_search->settled());
    }

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_clock = std::make_unique<ManualClock>();
        m_river = std::make_unique<ChangeRiver>(*m_clock, m_random);
        auto target = std::make_unique<ScriptedTarget>(*m_clock, m_weather);
        m_target = target.get();
        m_river->addCluster(u"c1"_s, {u"prod"_s, u"https://prod"_s, std::move(target), nullptr});
        m_archive = std::make_unique<Archive>(*m_clock);
        m_search = std::make_unique<SuspectSearch>(*m_river, m_archive.get(), *m_clock);
    }
    void cleanup()
    {
        m_search.reset();
        m_archive.reset();
        m_river.reset();
        m_clock.reset();
    }

    void namesWhatOthersRolledOut()
    {
        rollOut("web-1", "1", m_clock->now().addDays(-3), "web:1.0");
        rollOut("web-2", "2", m_clock->now().addSecs(-4), "web:1.1-bad");
        m_search->look(burn(), u"c1"_s);
        settle();
        QCOMPARE(m_search->suspects().size(), 1);
        QVERIFY(
            m_search->suspects()[0].sentence.startsWith(u"Deployment shop/web went from web:1.0 to web:1.1-bad at "_s));
        QVERIFY(m_search->suspects()[0].sentence.endsWith(u", 4 s before the burn began."_s));
        QCOMPARE(m_search->markers().size(), 2);
        QVERIFY(m_search->problems().isEmpty());
    }

    void makesOneOfAChangeAndItsRollout()
    {
        rollOut("web-1", "1", m_clock->now().addDays(-3), "web:1.0");
        rollOut("web-2", "2", m_clock->now().addSecs(-4), "web:1.1-bad");
        m_archive->changes = {imageChange(m_clock->now().addSecs(-4))};
        m_search->look(burn(), u"c1"_s);
        settle();
        QCOMPARE(m_search->suspects().size(), 1);
        QCOMPARE(m_search->suspects()[0].who, u"olga"_s);
        QCOMPARE(m_search->suspects()[0].change, m_archive->changes[0].change.id);
        QCOMPARE(m_archive->from, m_clock->now().addMSecs(-100).addSecs(-3600));
    }

    void knowsItsOwnChangesWhereNoClusterCanBeAsked()
    {
        m_archive->changes = {imageChange(m_clock->now().addSecs(-4))};
        m_search->look(burn(), {});
        settle();
        QCOMPARE(m_search->suspects().size(), 1);
        QVERIFY(m_search->suspects()[0].sentence.startsWith(u"Deployment shop/web went from web:1.0 to web:1.1-bad"_s));
        QCOMPARE(m_search->suspects()[0].kind, u"change"_s);
    }

    void looksAgainAndKeepsWhatItKnows()
    {
        rollOut("web-1", "1", m_clock->now().addDays(-3), "web:1.0");
        const Burn burning = burn();
        m_search->look(burning, u"c1"_s);
        settle();
        QVERIFY(m_search->suspects().isEmpty());
        rollOut("web-2", "2", burning.start.addSecs(-2), "web:1.1-bad");
        m_clock->advance(SuspectSearch::pace + 1s);
        QTRY_COMPARE(m_search->suspects().size(), 1);
        m_river->removeCluster(u"c1"_s);
        QSignalSpy changed(m_search.get(), &SuspectSearch::changed);
        m_clock->advance(SuspectSearch::pace + SuspectSearch::patience + 1s);
        QTRY_VERIFY(!changed.isEmpty());
        QTRY_COMPARE(m_search->problems().size(), 1);
        QCOMPARE(m_search->suspects().size(), 1);
        m_search->stop();
        QVERIFY(m_search->suspects().isEmpty() && m_search->markers().isEmpty());
        QCOMPARE(m_clock->pending(), size_t(0));
    }

    void saysWhatWasChanged_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("what");
        QTest::newRow("image") << u"Deployment"_s << deploymentText("a:1") << deploymentText("a:2")
                               << u"Deployment shop/web went from a:1 to a:2"_s;
        QTest::newRow("scale") << u"Deployment"_s << QByteArray(R"({"spec":{"replicas":3}})")
                               << QByteArray(R"({"spec":{"replicas":1}})")
                               << u"Deployment shop/web was scaled from 3 to 1 replicas"_s;
        QTest::newRow("quota") << u"ResourceQuota"_s << QByteArray(R"({"spec":{"hard":{"pods":"10"}}})")
                               << QByteArray(R"({"spec":{"hard":{"pods":"5"}}})")
                               << u"ResourceQuota shop/web was changed (spec.hard.pods 10 → 5)"_s;
        QTest::newRow("made") << u"Role"_s << QByteArray() << QByteArray("{}") << u"Role shop/web was created"_s;
        QTest::newRow("deleted") << u"Role"_s << QByteArray("{}") << QByteArray() << u"Role shop/web was deleted"_s;
        QTest::newRow("secret") << u"Secret"_s << QByteArray(R"({"kind":"Secret","data":{"p":"aHVudGVyMg=="}})")
                                << QByteArray(R"({"kind":"Secret","data":{"p":"aHVudGVyMw=="}})")
                                << u"Secret shop/web was changed"_s;
        QTest::newRow("settings") << u"ConfigMap"_s << QByteArray(R"({"data":{"password":"hunter2"}})")
                                  << QByteArray(R"({"data":{"password":"hunter3"}})")
                                  << u"ConfigMap shop/web was changed (data.password)"_s;
    }
    void saysWhatWasChanged()
    {
        QFETCH(QString, kind);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        ObjectEdit edit;
        edit.object = {{}, u"v1"_s, kind, {}, {}, u"shop"_s, u"web"_s};
        edit.before = {!before.isEmpty(), false, before, {}, {}};
        edit.after = {!after.isEmpty(), false, after, {}, {}};
        edit.action = after.isEmpty() ? ObjectEdit::Action::Delete
            : before.isEmpty()        ? ObjectEdit::Action::Create
                                      : ObjectEdit::Action::MergePatch;
        QTEST(ChangeSuspects::what(edit), "what");
    }

    void suspectsNothingThatChangedNothing()
    {
        RecordedChange change = imageChange(m_clock->now());
        QCOMPARE(ChangeSuspects::of(change).size(), 1);
        change.results[0].state = EditResult::State::Unknown; // it may be in the cluster
        QCOMPARE(ChangeSuspects::of(change).size(), 1);
        change.results[0].state = EditResult::State::Refused;
        QVERIFY(ChangeSuspects::of(change).isEmpty());
        change = imageChange(m_clock->now());
        change.change.kind = ChangeKind::Silence;
        QVERIFY(ChangeSuspects::of(change).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSuspectSearch)
#include "tst_suspectsearch.moc"
