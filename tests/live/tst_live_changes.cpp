// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/core/tree.h"
#include "backends/http/networktransport.h"
#include "backends/kubernetes/clusteraccess.h"
#include "backends/kubernetes/objectworker.h"
#include "models/changes/changejournal.h"
#include "models/changes/changerights.h"
#include "models/changes/changerun.h"
#include "models/changes/kubernetestarget.h"
#include "models/changes/undo.h"
#include "tests/live/world.h"
#include "tests/support/strict.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

using Kind = ChangeOutcome::Kind;

namespace {

//! A journal that holds for as long as the test.
class MemoryJournal final : public ChangeJournal
{
public:
    explicit MemoryJournal(const Clock &clock) : m_clock(clock) { }

    void recordIntended(const Change &, Recorded done) override { later(done); }
    void recordAnswered(const Change &, qsizetype, const EditResult &, Recorded done) override { later(done); }
    void recordEnded(const Change &, const ChangeOutcome &, Recorded done) override { later(done); }

private:
    const Clock &m_clock;
    std::vector<std::unique_ptr<Alarm>> m_alarms;

    void later(const Recorded &done)
    {
        m_alarms.push_back(m_clock.after(std::chrono::milliseconds(0), [done] { done(Result<void>()); }));
    }
};

ObjectName nameOf(const char *kind, const char *resource, const char *name)
{
    return {{}, QStringLiteral("v1"), QString::fromLatin1(kind), QString::fromLatin1(resource), {},
        QStringLiteral("tenant-000"), QString::fromLatin1(name)};
}

ObjectName quota()
{
    return nameOf("ResourceQuota", "resourcequotas", "tenant-quota");
}

} // namespace

//! Changes against a real API server and its own audit log.
class TestLiveChanges final : public QObject
{
    Q_OBJECT

private:
    //! One identity with all that a change of its own needs.
    struct Person
    {
        SystemClock clock;
        std::unique_ptr<Http::NetworkTransport> transport;
        std::unique_ptr<Kubernetes::ObjectWorker> worker;
        std::unique_ptr<KubernetesTarget> target;
        MemoryJournal journal{clock};

        Person(const World &world, const QString &context)
        {
            const auto config = Kubernetes::Kubeconfig::load(world.kubeconfig(), {}, {});
            const auto connection = config->connection(context);
            auto server = Kubernetes::serverOf(*connection, [](const char *) { return QString(); });
            auto credentials = Kubernetes::credentialsOf(*connection, Kubernetes::systemLoginMeans(clock), clock);
            transport = std::make_unique<Http::NetworkTransport>(
                std::move(server).value(), std::move(credentials).value(), clock);
            worker = std::make_unique<Kubernetes::ObjectWorker>(*transport);
            target = std::make_unique<KubernetesTarget>(*worker, QStringLiteral("world"), [] {
                return Freshness{Freshness::State::Live, {}, {}};
            });
        }
        ObjectImage read(const ObjectName &name)
        {
            std::optional<ReadAnswer> answer;
            target->read(name, [&answer](const ReadAnswer &said) { answer = said; });
            (void)QTest::qWaitFor([&] { return answer.has_value(); }, 20000);
            return answer ? answer->object : ObjectImage();
        }
        std::unique_ptr<ChangeRun> begin(const Change &change)
        {
            auto run = std::make_unique<ChangeRun>(
                change, ChangeRun::Surroundings{*target, journal, clock, {}, QStringLiteral("olga.operator")});
            run->start();
            (void)QTest::qWaitFor(
                [&] { return run->stage() == ChangeStage::Confirming || run->stage() == ChangeStage::Ended; }, 30000);
            return run;
        }
        static ChangeOutcome finish(ChangeRun &run)
        {
            if (run.stage() == ChangeStage::Confirming)
                (void)run.confirm({});
            (void)QTest::qWaitFor([&] { return run.stage() == ChangeStage::Ended; }, 90000);
            return run.outcome().value_or(ChangeOutcome());
        }
    };

    std::optional<World> m_world;
    std::unique_ptr<Person> m_olga;

    Change edited(const QByteArray &patch, ObjectEdit::Action action = ObjectEdit::Action::MergePatch)
    {
        Change change;
        change.id = QUuid::createUuid();
        change.clusterName = QStringLiteral("world");
        ObjectEdit edit;
        edit.object = quota();
        edit.action = action;
        edit.text = patch;
        edit.before = m_olga->read(quota());
        change.edits.append(edit);
        return change;
    }
    //! How many writes were done under \a id by the server's own log, which may come a little late. What was refused
    //! because the quota's status had moved on was not done, and is not counted.
    [[nodiscard]] int audited(const QUuid &id) const
    {
        QFile file(QFileInfo(m_world->kubeconfig()).path() + QStringLiteral("/audit.log"));
        if (!file.open(QIODevice::ReadOnly))
            return -1;
        const QByteArray mark = "\"auditID\":\"" + id.toByteArray(QUuid::WithoutBraces) + '"';
        int writes = 0;
        while (!file.atEnd()) {
            const QByteArray line = file.readLine();
            writes += line.contains(mark) && line.contains("\"code\":20") ? 1 : 0;
        }
        return writes;
    }

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_world = World::find();
        if (!m_world && World::required())
            QFAIL("The real servers are not there.");
        if (!m_world)
            QSKIP("The real servers are not there.");
        m_olga = std::make_unique<Person>(*m_world, QStringLiteral("olga.operator@world"));
    }
    void cleanup() { m_olga.reset(); }

    void changesAQuotaAndPutsItBack_data()
    {
        QTest::addColumn<int>("action");
        QTest::addColumn<QByteArray>("patch");
        QTest::newRow("merge") << static_cast<int>(ObjectEdit::Action::MergePatch)
                               << QByteArray(R"({"spec":{"hard":{"requests.cpu":"3","secrets":"7"}}})");
        QTest::newRow("strategic") << static_cast<int>(ObjectEdit::Action::StrategicPatch)
                                   << QByteArray(R"({"spec":{"hard":{"pods":"17"}}})");
        QTest::newRow("json") << static_cast<int>(ObjectEdit::Action::JsonPatch)
                              << QByteArray(R"([{"op":"replace","path":"/spec/hard/requests.cpu","value":"3"}])");
    }
    void changesAQuotaAndPutsItBack()
    {
        QFETCH(int, action);
        QFETCH(QByteArray, patch);
        const Change change = edited(patch, static_cast<ObjectEdit::Action>(action));
        QVERIFY(change.edits[0].before.exists);
        const auto run = m_olga->begin(change);
        const ChangeOutcome outcome = Person::finish(*run);
        QVERIFY2(outcome.kind == Kind::Verified, qPrintable(outcome.sentence));
        const ObjectImage live = m_olga->read(quota());
        QVERIFY(!ObjectCompare::same(change.edits[0].before.text, live.text));
        QTRY_COMPARE(audited(change.id), 1);

        const Undo undo = undoOf(run->change(), run->results(), {live}, QUuid::createUuid());
        QVERIFY2(undo.possible && undo.movedOn.isEmpty(), qPrintable(undo.sentence));
        const auto back = m_olga->begin(undo.change);
        QCOMPARE(Person::finish(*back).kind, Kind::Verified);
        QVERIFY(ObjectCompare::same(change.edits[0].before.text, m_olga->read(quota()).text));
        QTRY_COMPARE(audited(undo.change.id), 1);
    }

    void neverOverwritesAnother_data()
    {
        QTest::addColumn<int>("action");
        QTest::addColumn<QByteArray>("patch");
        QTest::newRow("merge") << static_cast<int>(ObjectEdit::Action::MergePatch)
                               << QByteArray(R"({"spec":{"hard":{"pods":"16"}}})");
        QTest::newRow("json") << static_cast<int>(ObjectEdit::Action::JsonPatch)
                              << QByteArray(R"([{"op":"replace","path":"/spec/hard/pods","value":"16"}])");
    }
    void neverOverwritesAnother()
    {
        QFETCH(int, action);
        QFETCH(QByteArray, patch);
        const auto run = m_olga->begin(edited(patch, static_cast<ObjectEdit::Action>(action)));
        QCOMPARE(run->stage(), ChangeStage::Confirming);
        const auto set = [this](const char *pods) {
            (void)m_world->kubectl(
                {QStringLiteral("patch"), QStringLiteral("resourcequota"), QStringLiteral("tenant-quota"),
                    QStringLiteral("-n"), QStringLiteral("tenant-000"), QStringLiteral("--type=merge"),
                    QStringLiteral("--patch={\"spec\":{\"hard\":{\"pods\":\"%1\"}}}").arg(QLatin1String(pods))});
        };
        set("15");
        const ChangeOutcome outcome = Person::finish(*run);
        QCOMPARE(outcome.kind, Kind::Conflict);
        QCOMPARE(outcome.results[0].difference.conflictPaths(), QStringList{QStringLiteral("spec.hard.pods")});
        QCOMPARE(outcome.results[0].difference.fields[0].theirs, QByteArray("\"15\""));
        set("14");
    }

    void saysBeforeAnybodyClicks_data()
    {
        QTest::addColumn<QString>("context");
        QTest::addColumn<int>("state");
        QTest::newRow("operator") << QStringLiteral("olga.operator@world") << int(ChangeRights::Answer::State::Allowed);
        QTest::newRow("viewer") << QStringLiteral("vera.viewer@world") << int(ChangeRights::Answer::State::Denied);
        QTest::newRow("tenant") << QStringLiteral("tenant-000-dev@world") << int(ChangeRights::Answer::State::Denied);
    }
    void saysBeforeAnybodyClicks()
    {
        QFETCH(QString, context);
        QFETCH(int, state);
        Person person(*m_world, context);
        ChangeRights rights(person.clock);
        rights.addCluster(QStringLiteral("world"), *person.target);
        for (const char *verb : {"patch", "delete", "create"}) {
            const Guard::RightQuestion question{QString::fromLatin1(verb), quota()};
            (void)rights.of(QStringLiteral("world"), question);
            QTRY_VERIFY(rights.of(QStringLiteral("world"), question).state != ChangeRights::Answer::State::Asking);
            const ChangeRights::Answer answer = rights.of(QStringLiteral("world"), question);
            QCOMPARE(int(answer.state), state);
            QCOMPARE(answer.reason.isEmpty(), answer.state == ChangeRights::Answer::State::Allowed);
        }
        if (state == int(ChangeRights::Answer::State::Allowed))
            return;
        // Whoever clicks all the same sends nothing that could change anything.
        const Change change = edited(R"({"spec":{"hard":{"pods":"99"}}})");
        const auto run = person.begin(change);
        QCOMPARE(run->stage(), ChangeStage::Ended);
        QCOMPARE(run->outcome()->kind, Kind::Refused);
        QCOMPARE(audited(change.id), 0);
    }

    void tellsTheViewerWhyNot()
    {
        Person vera(*m_world, QStringLiteral("vera.viewer@world"));
        const auto run = vera.begin(edited(R"({"spec":{"hard":{"pods":"99"}}})"));
        QCOMPARE(run->stage(), ChangeStage::Ended);
        QCOMPARE(run->outcome()->kind, Kind::Refused);
        QVERIFY2(run->outcome()->sentence.contains(QLatin1String("You may not patch resourcequotas tenant-quota")),
            qPrintable(run->outcome()->sentence));
    }

    void saysWhatTheServerDoesNotAccept()
    {
        const auto run = m_olga->begin(edited(R"({"spec":{"hard":{"pods":"-1"}}})"));
        QCOMPARE(run->stage(), ChangeStage::Ended);
        QCOMPARE(run->outcome()->kind, Kind::Refused);
        QVERIFY2(run->outcome()->sentence.contains(QLatin1String("spec.hard")), qPrintable(run->outcome()->sentence));
    }

    void listsOtherManagersOfAppliedFields()
    {
        Change change = edited(R"({"apiVersion":"v1","kind":"ResourceQuota","metadata":{"name":"tenant-quota",)"
                               R"("namespace":"tenant-000"},"spec":{"hard":{"pods":"18"}}})",
            ObjectEdit::Action::Apply);
        const auto run = m_olga->begin(change);
        QCOMPARE(run->stage(), ChangeStage::Ended);
        QCOMPARE(run->outcome()->kind, Kind::Conflict);
        const auto &owners = run->results()[0].owners;
        QVERIFY(!owners.isEmpty());
        QCOMPARE(owners[0].field, QStringLiteral(".spec.hard.pods"));
        QVERIFY(!owners[0].manager.isEmpty());
    }

    void makesAndTakesBackSeveralObjectsAsOneChange()
    {
        Person admin(*m_world, QStringLiteral("admin@world")); // is not in the audit log
        const char *manifest = "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"NAME\","
                               "\"namespace\":\"tenant-000\"},\"data\":{\"a\":\"b\"}}";
        Change change;
        change.id = QUuid::createUuid();
        change.clusterName = QStringLiteral("world");
        for (const char *name : {"made-1", "made-2"}) {
            ObjectEdit edit;
            edit.object = nameOf("ConfigMap", "configmaps", name);
            edit.action = ObjectEdit::Action::Create;
            edit.text = QByteArray(manifest).replace("NAME", name);
            change.edits.append(edit);
        }
        const auto run = admin.begin(change);
        const ChangeOutcome outcome = Person::finish(*run);
        QVERIFY2(outcome.kind == Kind::Verified, qPrintable(outcome.sentence));
        QList<ObjectImage> live;
        for (const ObjectEdit &edit : std::as_const(change.edits))
            live.append(admin.read(edit.object));
        const auto back = admin.begin(undoOf(run->change(), run->results(), live, QUuid::createUuid()).change);
        QCOMPARE(Person::finish(*back).kind, Kind::Verified);
        for (const ObjectEdit &edit : std::as_const(change.edits))
            QVERIFY(!admin.read(edit.object).exists);
    }
};

QTEST_GUILESS_MAIN(TestLiveChanges)
#include "tst_live_changes.moc"
