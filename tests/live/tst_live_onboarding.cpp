// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/core/random.h"
#include "backends/core/tree.h"
#include "backends/http/networktransport.h"
#include "backends/kubernetes/clusteraccess.h"
#include "backends/kubernetes/objectworker.h"
#include "models/changes/changejournal.h"
#include "models/changes/changeriver.h"
#include "models/changes/changerun.h"
#include "models/changes/kubernetestarget.h"
#include "models/changes/objectcompare.h"
#include "models/onboarding/offboarding.h"
#include "models/onboarding/tenantobjects.h"
#include "models/onboarding/tenantonboarding.h"
#include "models/onboarding/tenanttemplate.h"
#include "models/tenants/tenantstore.h"
#include "tests/live/world.h"
#include "tests/models/records.h"
#include "tests/support/strict.h"

#include <QFile>
#include <QPointer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
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

} // namespace

//! Tenants are made in a real cluster, taken away, and both is undone.
class TestLiveOnboarding final : public QObject
{
    Q_OBJECT

private:
    //! One identity and the river that its changes go through.
    struct Person
    {
        SystemClock clock;
        SystemRandom random;
        std::unique_ptr<Http::NetworkTransport> transport;
        std::unique_ptr<Kubernetes::ObjectWorker> worker;
        std::unique_ptr<ChangeRiver> river;
        TenantStore store;

        Person(const World &world, const QString &context)
        {
            const auto config = Kubernetes::Kubeconfig::load(world.kubeconfig(), {}, {});
            const auto connection = config->connection(context);
            auto server = Kubernetes::serverOf(*connection, [](const char *) { return QString(); });
            auto credentials = Kubernetes::credentialsOf(*connection, Kubernetes::systemLoginMeans(clock), clock);
            transport = std::make_unique<Http::NetworkTransport>(
                std::move(server).value(), std::move(credentials).value(), clock);
            worker = std::make_unique<Kubernetes::ObjectWorker>(*transport);
            river = std::make_unique<ChangeRiver>(clock, random);
            river->addCluster(u"world"_s,
                {u"world"_s, u"https://world"_s,
                    std::make_unique<KubernetesTarget>(*worker, u"world"_s,
                        [] {
                            return Freshness{Freshness::State::Live, {}, {}};
                        }),
                    std::make_unique<MemoryJournal>(clock)});
            river->setCluster(u"world"_s, u"world"_s, context);
            store.setCluster(u"world"_s, u"world"_s, {Freshness::State::Live, {}, {}});
        }
        ~Person() { river.reset(); }

        EndedChange make(const Change &change)
        {
            const qsizetype before = river->ended().size();
            QPointer<ChangeRun> run = river->begin(change);
            (void)QTest::qWaitFor(
                [&] {
                    if (run && run->stage() == ChangeStage::Confirming)
                        (void)run->confirm({});
                    return river->ended().size() > before;
                },
                120'000);
            return river->ended().value(0);
        }
        Undo undo(const QUuid &id)
        {
            std::optional<Undo> undo;
            river->undo(id, river.get(), [&undo](const Undo &answer) { undo = answer; });
            (void)QTest::qWaitFor([&] { return undo.has_value(); }, 20'000);
            return undo.value_or(Undo());
        }
        ReadAnswer read(const ObjectName &object)
        {
            std::optional<ReadAnswer> answer;
            river->read(u"world"_s, object, river.get(), [&answer](const ReadAnswer &said) { answer = said; });
            (void)QTest::qWaitFor([&] { return answer.has_value(); }, 20'000);
            return answer.value_or(ReadAnswer());
        }
    };

    std::optional<World> m_world;
    std::unique_ptr<Person> m_olga;
    TenantTemplates m_templates;

    TenantForm form(const char *name, const char *tier = "small")
    {
        TenantForm form;
        form.adopt(*m_templates.find(QLatin1String(tier)));
        form.clusterId = u"world"_s;
        form.name = QLatin1String(name);
        form.owner = u"blue@example.com"_s;
        form.costCentre = u"cc-42"_s;
        form.compliance = {u"gdpr"_s, u"iso-27001"_s};
        return form;
    }
    OnboardingEdit edit(const TenantForm &form)
    {
        return onboardingEdit(form, m_templates, TenantKeys(), *m_olga->river, m_olga->store);
    }
    //! Looks at what belongs to a tenant of one namespace of its name.
    std::unique_ptr<Offboarding> look(const char *name)
    {
        m_olga->store.apply(u"world"_s,
            Records::batch<Kubernetes::NamespaceBatch>(
                QList<Kubernetes::NamespaceRecord>{Records::space(name, name, "small")}));
        auto offboarding = std::make_unique<Offboarding>(*m_olga->river, m_olga->store, nullptr);
        offboarding->look(TenantStore::keyOf(u"world"_s, QLatin1String(name)));
        (void)QTest::qWaitFor([&] { return !offboarding->isReading(); }, 30'000);
        return offboarding;
    }
    //! By the program itself.
    int run(const QStringList &arguments, QByteArray &output)
    {
        QTemporaryDir home;
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"})
            environment.insert(QLatin1String(name), home.path());
        program.setProcessEnvironment(environment);
        program.setProcessChannelMode(QProcess::MergedChannels);
        program.start(QStringLiteral(PILOTHOUSE_PROGRAM),
            arguments + QStringList{u"--kubeconfig"_s, m_world->kubeconfig(), u"--reason"_s, u"a new team"_s});
        (void)QTest::qWaitFor([&] { return program.state() == QProcess::NotRunning; }, 120'000);
        output = program.readAll();
        return program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -1;
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
        m_olga = std::make_unique<Person>(*m_world, u"olga.operator@world"_s);
        for (const char *name : {"small", "medium", "large"}) {
            QFile file(QStringLiteral(PILOTHOUSE_TEMPLATES "/%1.yaml").arg(QLatin1String(name)));
            QVERIFY(file.open(QIODevice::ReadOnly));
            m_templates.add(TenantTemplate::parse(file.readAll(), file.fileName()));
        }
    }
    void cleanup()
    {
        m_olga.reset();
        // What a test that failed has left would be one tenant too many for the tests after it.
        if (m_world)
            (void)m_world->kubectl({u"delete"_s, u"namespace"_s, u"--ignore-not-found"_s, u"offboard-me"_s,
                u"by-verb"_s, u"onboard-small"_s, u"onboard-medium"_s, u"onboard-large"_s});
    }

    void makesATenantOfEachTierAndUndoesIt_data()
    {
        QTest::addColumn<QByteArray>("tier");
        QTest::addColumn<int>("isolation");
        QTest::newRow("small") << QByteArray("small") << static_cast<int>(TenantIsolation::Namespace);
        QTest::newRow("medium, shared") << QByteArray("medium") << static_cast<int>(TenantIsolation::Shared);
        QTest::newRow("large, dedicated") << QByteArray("large") << static_cast<int>(TenantIsolation::Dedicated);
    }
    void makesATenantOfEachTierAndUndoesIt()
    {
        QFETCH(QByteArray, tier);
        QFETCH(int, isolation);
        const QByteArray name = "onboard-" + tier;
        TenantForm wish = form(name.constData(), tier.constData());
        wish.isolation = static_cast<TenantIsolation>(isolation);
        wish.allowance.memory = u"4096Mi"_s; // which the server calls 4Gi
        if (tier != "small")
            wish.allowance.memory = u"1e11"_s;
        const OnboardingEdit made = edit(wish);
        QVERIFY2(made.change.has_value(), made.mistakes.isEmpty() ? "" : qPrintable(made.mistakes[0].sentence));
        const EndedChange ended = m_olga->make(*made.change);
        QVERIFY2(ended.outcome.kind == Kind::Verified, qPrintable(ended.outcome.sentence));
        for (const ObjectEdit &each : ended.change.edits) {
            const ReadAnswer live = m_olga->read(each.object);
            QVERIFY2(live.kind == ReadAnswer::Kind::Found, qPrintable(each.object.title()));
            // Exactly what was sent, and nothing besides of what a person could have said; a namespace has finalizers.
            Tree seen = *Tree::parse(live.object.text);
            Tree sent = *Tree::parse(each.text);
            for (const char *part : {"rules", "subjects", "roleRef", "data", "spec"}) {
                const QString key = QLatin1String(part);
                const Tree *wanted = sent.find(key);
                if (wanted)
                    QVERIFY2(seen.find(key) && *seen.find(key) == *wanted, qPrintable(each.object.title()));
            }
            QVERIFY2(ObjectCompare::holds({}, each.text, live.object.text), qPrintable(each.object.title()));
        }
        const Undo undo = m_olga->undo(made.change->id);
        QVERIFY2(undo.possible, qPrintable(undo.sentence));
        const EndedChange undone = m_olga->make(undo.change);
        QVERIFY2(undone.outcome.kind == Kind::Verified, qPrintable(undone.outcome.sentence));
        for (const ObjectEdit &each : ended.change.edits)
            QCOMPARE(m_olga->read(each.object).kind, ReadAnswer::Kind::Missing);
    }

    void takesATenantAwayAndBringsItsFrameBack()
    {
        const OnboardingEdit made = edit(form("offboard-me"));
        QVERIFY(made.change.has_value());
        const EndedChange onboarded = m_olga->make(*made.change);
        QVERIFY2(onboarded.outcome.kind == Kind::Verified, qPrintable(onboarded.outcome.sentence));
        const auto offboarding = look("offboard-me");
        QVERIFY2(offboarding->problem().isEmpty(), qPrintable(offboarding->problem()));
        QCOMPARE(offboarding->content().frame, onboarded.change.edits.size() - 1);
        QCOMPARE(offboarding->content().volumeClaims, std::optional<qlonglong>(0));
        const auto change = offboarding->change();
        QVERIFY(change.has_value());
        const EndedChange gone = m_olga->make(*change);
        QVERIFY2(gone.outcome.kind == Kind::Verified, qPrintable(gone.outcome.sentence));
        QCOMPARE(m_olga->read(namespaceObject(u"offboard-me"_s)).kind, ReadAnswer::Kind::Missing);

        const Undo undo = m_olga->undo(change->id);
        QVERIFY2(undo.possible, qPrintable(undo.sentence));
        const EndedChange back = m_olga->make(undo.change);
        QVERIFY2(back.outcome.kind == Kind::Verified, qPrintable(back.outcome.sentence));
        for (const ObjectEdit &each : onboarded.change.edits) {
            const ReadAnswer live = m_olga->read(each.object);
            QVERIFY2(live.kind == ReadAnswer::Kind::Found && ObjectCompare::holds({}, each.text, live.object.text),
                qPrintable(each.object.title()));
        }
        const auto again = look("offboard-me");
        const auto last = again->change();
        QVERIFY(last.has_value());
        QCOMPARE(m_olga->make(*last).outcome.kind, Kind::Verified);
    }

    void theViewerIsToldWhyNot()
    {
        Person vera(*m_world, u"vera.viewer@world"_s);
        ChangeRights &rights = vera.river->rights();
        const Guard::RightQuestion question{u"create"_s, namespaceObject({})};
        QTRY_COMPARE(rights.of(u"world"_s, question).state, ChangeRights::Answer::State::Denied);
        QVERIFY(!rights.of(u"world"_s, question).reason.isEmpty());
        const OnboardingEdit made = onboardingEdit(form("not-hers"), m_templates, {}, *vera.river, vera.store);
        QCOMPARE(vera.make(*made.change).outcome.kind, Kind::Refused);
        QCOMPARE(m_olga->read(namespaceObject(u"not-hers"_s)).kind, ReadAnswer::Kind::Missing);
    }

    void theProgramDoesItWithoutAWindow()
    {
        const QStringList create{u"tenant"_s, u"create"_s, u"by-verb"_s, u"--tier"_s, u"small"_s, u"--owner"_s,
            u"blue"_s, u"--owner-is-group"_s, u"--cost-centre"_s, u"cc-1"_s, u"--yes"_s, u"--cluster"_s};
        QByteArray output;
        int status = run(create + QStringList{u"vera.viewer@world"_s}, output);
        QVERIFY2(status == 3, output.constData());
        status = run(create + QStringList{u"olga.operator@world"_s, u"--dry-run"_s}, output);
        QVERIFY2(status == 0 && output.contains("default-deny"), output.constData());
        QCOMPARE(m_olga->read(namespaceObject(u"by-verb"_s)).kind, ReadAnswer::Kind::Missing);
        status = run(create + QStringList{u"olga.operator@world"_s}, output);
        QVERIFY2(status == 0, output.constData());
        QCOMPARE(m_olga->read(namespaceObject(u"by-verb"_s)).kind, ReadAnswer::Kind::Found);
        status = run(create + QStringList{u"olga.operator@world"_s}, output);
        QVERIFY2(status == 2 && output.contains("already"), output.constData());
        const QStringList remove{u"tenant"_s, u"delete"_s, u"by-verb"_s, u"--yes"_s, u"--cluster"_s};
        status = run(remove + QStringList{u"olga.operator@world"_s}, output);
        QVERIFY2(status == 0, output.constData());
        QCOMPARE(m_olga->read(namespaceObject(u"by-verb"_s)).kind, ReadAnswer::Kind::Missing);
    }
};

QTEST_GUILESS_MAIN(TestLiveOnboarding)
#include "tst_live_onboarding.moc"
