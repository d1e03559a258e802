// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changeverb.h"
#include "app/quotaverb.h"
#include "backends/core/random.h"
#include "models/changes/changerun.h"
#include "tests/models/changes/scriptedworld.h"
#include "tests/support/strict.h"

#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;

//! A change in a terminal, against a scripted cluster.
class TestChangeVerb final : public QObject
{
    Q_OBJECT

    std::optional<ManualClock> m_clock;
    SystemRandom m_random;
    Weather m_weather;
    std::unique_ptr<ChangeRiver> m_river;
    ScriptedTarget *m_target = nullptr;
    ScriptedJournal *m_journal = nullptr;
    QStringList m_said;
    QString m_question;
    std::optional<QString> m_typed;

    static ObjectName quota()
    {
        return {{}, QStringLiteral("v1"), QStringLiteral("ResourceQuota"), QStringLiteral("resourcequotas"), {},
            QStringLiteral("a"), QStringLiteral("quota")};
    }
    int run(const ChangeVerb::Wish &wish)
    {
        Change change = m_river->newChange(QStringLiteral("eu"), ChangeKind::Quota);
        ObjectEdit edit;
        edit.object = quota();
        edit.text = R"({"spec":{"pods":9}})";
        change.edits.append(edit);
        ChangeVerb verb(*m_river, wish,
            {[this](const QString &line) { m_said.append(line); },
                [this](const QString &question, const auto &answer) {
                    m_question = question;
                    answer(m_typed);
                }});
        std::optional<int> status;
        connect(&verb, &ChangeVerb::finished, this, [&status](int exitStatus) { status = exitStatus; });
        verb.start(change);
        for (int i = 0; i < 100'000 && !status; ++i) {
            QCoreApplication::sendPostedEvents();
            m_clock->advance(5ms);
        }
        return status.value_or(-1);
    }
    ChangeVerb::Wish wish()
    {
        ChangeVerb::Wish wish;
        wish.reason = QStringLiteral("they grow");
        return wish;
    }
    ChangeVerb::Wish sure()
    {
        ChangeVerb::Wish sure = wish();
        sure.yes = true;
        return sure;
    }
    bool isChanged() const { return m_target->image(quota()).text.contains(R"("pods":9)"); }

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_clock.emplace();
        m_said.clear();
        m_question.clear();
        m_typed.reset();
        m_river = std::make_unique<ChangeRiver>(*m_clock, m_random);
        auto target = std::make_unique<ScriptedTarget>(*m_clock, m_weather);
        auto journal = std::make_unique<ScriptedJournal>(*m_clock, m_weather);
        m_target = target.get();
        m_journal = journal.get();
        m_target->onRequest = [](const QUuid &) {};
        m_target->put(quota(), R"({"pods":4})");
        m_river->addCluster(
            QStringLiteral("eu"), {QStringLiteral("prod-eu"), {}, std::move(target), std::move(journal)});
    }
    void cleanup() { m_river.reset(); }

    void showsTheDifferenceAndMakesIt()
    {
        QCOMPARE(run(sure()), int(ChangeVerb::Done));
        QVERIFY(isChanged());
        const QString all = m_said.join(u'\n');
        for (const char *part : {"-   pods: 4", "+   pods: 9", "spec.pods changes from 4 to 9", "kubectl", "Change "})
            QVERIFY2(all.contains(QLatin1String(part)), qPrintable(all));
        QCOMPARE(m_journal->intended->reason, QStringLiteral("they grow"));
        QVERIFY(all.contains(m_journal->intended->id.toString(QUuid::WithoutBraces)));
    }
    void aDryRunChangesNothing()
    {
        ChangeVerb::Wish dry = sure();
        dry.dryRun = true;
        QCOMPARE(run(dry), int(ChangeVerb::Done));
        QVERIFY(!isChanged());
        QVERIFY(!m_journal->intended);
        QVERIFY(m_said.join(u'\n').contains(QLatin1String("pods: 9")));
    }
    void asksAndTakesNoForAnAnswer()
    {
        m_typed = QStringLiteral("no");
        QCOMPARE(run(wish()), int(ChangeVerb::Cancelled));
        m_typed.reset();
        QCOMPARE(run(wish()), int(ChangeVerb::Cancelled));
        QVERIFY(!isChanged());
        m_typed = QStringLiteral("yes");
        QCOMPARE(run(wish()), int(ChangeVerb::Done));
        QVERIFY(m_question.contains(QLatin1String("prod-eu")));
    }
    void aProductionClusterWantsItsName()
    {
        m_river->setPolicy(ChangePolicy::parse("version: 1\nproduction: [\"prod-*\"]\n", QStringLiteral("p.yaml")));
        QVERIFY2(m_river->policy().mistakes().isEmpty(), qPrintable(m_river->policy().mistakes().value(0).sentence));
        m_typed = QStringLiteral("yes");
        QCOMPARE(run(wish()), int(ChangeVerb::Refused));
        QCOMPARE(run(sure()), int(ChangeVerb::Refused));
        QVERIFY(!isChanged());
        ChangeVerb::Wish named = sure();
        named.confirmedCluster = QStringLiteral("prod-eu");
        QCOMPARE(run(named), int(ChangeVerb::Done));
    }
    void tellsHowItEnded_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("status");
        QTest::newRow("refused") << int(WriteAnswer::Kind::Refused) << int(ChangeVerb::Refused);
        QTest::newRow("failed") << int(WriteAnswer::Kind::Failed) << int(ChangeVerb::Failed);
        QTest::newRow("unknown") << int(WriteAnswer::Kind::Unknown) << int(ChangeVerb::Unknown);
        QTest::newRow("owners") << int(WriteAnswer::Kind::Owners) << int(ChangeVerb::Conflict);
    }
    void tellsHowItEnded()
    {
        QFETCH(int, kind);
        QFETCH(int, status);
        WriteAnswer answer;
        answer.kind = WriteAnswer::Kind(kind);
        answer.sentence = QStringLiteral("So it is.");
        m_target->nextWrite = answer;
        QCOMPARE(run(sure()), status);
        QVERIFY(m_said.join(u'\n').contains(QLatin1String("So it is.")));
    }
    void tellsWhatWasNotSeen()
    {
        m_target->revert = true;
        QCOMPARE(run(sure()), int(ChangeVerb::NotConverged));
    }
    void tellsWhatMayNotBeDone()
    {
        m_target->rights = {true, {{true, {}}, {false, QStringLiteral("no role")}}, {}};
        QCOMPARE(run(sure()), int(ChangeVerb::Refused));
        QVERIFY(m_said.join(u'\n').contains(QLatin1String("You may not patch")));
    }

    void understandsItsArguments_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *arguments, const char *says) {
            QTest::newRow(arguments) << QString::fromLatin1(arguments).split(u' ', Qt::SkipEmptyParts)
                                     << QString::fromLatin1(says);
        };
        row("", "Nothing was said");
        row("get acme", "cannot be");
        row("set acme", "at least one limit");
        row("set acme cpu --cluster x --reason y", "KEY=AMOUNT");
        row("set acme cpu=1 --reason y", "--cluster");
        row("set acme cpu=1 --cluster x", "--reason");
        row("set acme cpu=1 --cluster x --reason y --deadline never", "--deadline");
        row("set acme cpu=1 --cluster x --reason y --kubeconfig /nowhere", "/nowhere");
        row("set acme cpu=1 --what", "what");
    }
    void understandsItsArguments()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        const VerbPlan plan
            = QuotaVerb::plan(QStringList{QStringLiteral("pilothouse"), QStringLiteral("quota")} + arguments);
        QCOMPARE(plan.exitStatus, std::optional<int>(ChangeVerb::Misused));
        QVERIFY2(plan.text.contains(says), qPrintable(plan.text));
    }
    void findsTheClusterByItsName()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("config")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            "apiVersion: v1\nkind: Config\ncurrent-context: b@eu\n"
            "clusters: [{name: eu, cluster: {server: 'https://a'}}, {name: us, cluster: {server: 'https://b'}}]\n"
            "users: [{name: u, user: {token: t}}]\n"
            "contexts: [{name: a@eu, context: {cluster: eu, user: u}},"
            " {name: b@eu, context: {cluster: eu, user: u}}, {name: a@us, context: {cluster: us, user: u}}]\n");
        file.close();
        const auto contextFor = [&file](const char *cluster) {
            const VerbPlan plan = QuotaVerb::plan(
                {QStringLiteral("pilothouse"), QStringLiteral("quota"), QStringLiteral("set"), QStringLiteral("acme"),
                    QStringLiteral("cpu=1"), QStringLiteral("--cluster"), QString::fromLatin1(cluster),
                    QStringLiteral("--reason=x"), QStringLiteral("--kubeconfig"), file.fileName()});
            return plan.exitStatus ? plan.text : plan.chosen.console.contexts.value(0);
        };
        QCOMPARE(contextFor("eu"), QStringLiteral("b@eu"));
        QCOMPARE(contextFor("a@eu"), QStringLiteral("a@eu"));
        QCOMPARE(contextFor("us"), QStringLiteral("a@us"));
        QVERIFY(contextFor("asia").contains(QLatin1String("a@eu, b@eu, a@us")));
    }
};

QTEST_GUILESS_MAIN(TestChangeVerb)
#include "tst_changeverb.moc"
