// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/silenceverb.h"

#include "backends/alertmanager/client.h"
#include "backends/core/random.h"
#include "models/alerts/silencetarget.h"
#include "tests/backends/alertmanager/fakealertmanager.h"
#include "tests/models/alerts/alertworld.h"
#include "tests/models/changes/scriptedworld.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace AlertWorld;
using namespace std::chrono_literals;

namespace {

class Lane final : public Http::Transport
{
public:
    explicit Lane(Http::Transport &to) : m_to(to) { }
    std::unique_ptr<Http::Call> send(const Http::Request &request, Done done) override
    {
        return m_to.send(request, done);
    }
    std::unique_ptr<Http::Call> stream(const Http::Request &request, StreamEvents events) override
    {
        return m_to.stream(request, events);
    }
    void reconnect() override { }

private:
    Http::Transport &m_to;
};

SilencePlan planOf(const char *words)
{
    return SilenceVerb::plan(QString::fromLatin1(words).split(u' '));
}

} // namespace

class TestSilenceVerb : public QObject
{
    Q_OBJECT

private:
    struct Bed
    {
        World world;
        FakeAlertmanager server;
        SystemRandom random;
        Weather weather;
        Alertmanager::Client client{[this] { return std::make_unique<Lane>(server.transport); }};
        ChangeRiver river{world.clock, random};
        QStringList said;

        Bed()
        {
            server.now = world.clock.now().toMSecsSinceEpoch();
            client.start();
            const QString place = SilenceEdits::placeOf(text("am-1"));
            river.addCluster(place,
                {text("am-1"), {},
                    std::make_unique<SilenceTarget>(
                        client, text("am-1"), [this] { return world.store.server(text("am-1"))->freshness; },
                        world.clock),
                    std::make_unique<ScriptedJournal>(world.clock, weather)});
            river.setCluster(place, text("am-1"), text("olga"));
        }
        void show()
        {
            QByteArrayList all;
            for (auto one = server.silences.cbegin(); one != server.silences.cend(); ++one)
                all.append(server.json(one.key()));
            world.store.apply(text("am-1"), *Alertmanager::decodeSilences(QByteArray('[' + all.join(',') + ']')));
            world.settle();
        }
        int run(const char *words)
        {
            SilencePlan plan = planOf(words);
            if (plan.exitStatus) {
                said.append(plan.text);
                return *plan.exitStatus;
            }
            ChangeVerb::Terminal terminal{[this](const QString &line) { said.append(line); },
                [](const QString &, const auto &answer) { answer(std::nullopt); }};
            SilenceRun run(plan, river, world.store, terminal);
            std::optional<int> status;
            QObject::connect(&run, &SilenceRun::finished, &run, [&status](int exit) { status = exit; });
            for (int i = 0; i < 600 && !status; ++i) {
                QCoreApplication::sendPostedEvents();
                server.answerAll();
                world.clock.advance(10ms);
                server.now = world.clock.now().toMSecsSinceEpoch();
            }
            show();
            return status.value_or(-1);
        }
    };

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void readsTimes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("seconds");
        const auto row
            = [](const char *text, qint64 seconds) { QTest::newRow(text) << QString::fromLatin1(text) << seconds; };
        row("2h", 7200);
        row("1h30m", 5400);
        row("1d", 86400);
        row("", 0);
        row("2", 0);
        row("h", 0);
        row("0m", 0);
        row("2x", 0);
        row("-2h", 0);
    }
    void readsTimes()
    {
        QFETCH(QString, text);
        QFETCH(qint64, seconds);
        QCOMPARE(SilenceVerb::duration(text).value_or(0s).count(), seconds);
    }
    void saysHowItIsWritten_data()
    {
        QTest::addColumn<QByteArray>("words");
        for (const char *words : {"p silence", "p silence make", "p silence create", "p silence create a=b --reason r",
                 "p silence create a=b --for x --reason r", "p silence create a=b --for 2h",
                 "p silence create ab --for 2h --reason r", "p silence create a=~.* --for 2h --reason r",
                 "p silence expire", "p silence extend id --reason r", "p silence list --alertmanager x",
                 "p silence list --deadline 0", "p silence create a=b --for 2h --unknown"})
            QTest::newRow(words) << QByteArray(words);
    }
    void saysHowItIsWritten()
    {
        QFETCH(QByteArray, words);
        const SilencePlan plan = planOf(words.constData());
        QCOMPARE(plan.exitStatus, std::optional(int(ChangeVerb::Misused)));
        QVERIFY(!plan.text.isEmpty());
    }
    void namesServersAsTheWindowDoes()
    {
        const SilencePlan plan = planOf("p silence list --alertmanager prod=http://a:9093/x");
        QVERIFY(!plan.exitStatus);
        QCOMPARE(plan.console.alertmanager.first(), qMakePair(text("prod"), text("http://a:9093/x")));
        QVERIFY(SilenceVerb::asked({text("p"), text("silence")}) && !SilenceVerb::asked({text("p"), text("quota")}));
        QCOMPARE(planOf("p silence --help").exitStatus, std::optional(0));
    }
    void createsExtendsListsAndExpires()
    {
        Bed bed;
        bed.world.say("am-1", {alert(labels({{"alertname", "Burn"}}))});
        bed.show();
        QCOMPARE(bed.run("p silence create alertname=Burn --for 2h --reason planned --yes"), int(ChangeVerb::Done));
        QCOMPARE(bed.server.posts, 1);
        const Silence made = bed.world.store.silences()->at(0);
        QCOMPARE(made.comment, text("planned"));
        const QByteArray extend = "p silence extend " + made.id.toLatin1() + " --for 4h --reason longer --yes";
        QCOMPARE(bed.run(extend.constData()), int(ChangeVerb::Done));
        QVERIFY(bed.world.store.silences()->at(0).endsAt > made.endsAt);
        bed.said.clear();
        QCOMPARE(bed.run("p silence list"), int(ChangeVerb::Done));
        QVERIFY(bed.said.join(u'\n').contains(made.id));
        const QByteArray expire = "p silence expire " + made.id.toLatin1() + " --reason over --yes";
        QCOMPARE(bed.run(expire.constData()), int(ChangeVerb::Done));
        QCOMPARE(bed.server.deletes, 1);
        bed.said.clear();
        QCOMPARE(bed.run("p silence list"), int(ChangeVerb::Done));
        QVERIFY(!bed.said.join(u'\n').contains(made.id));
        QCOMPARE(bed.run("p silence list --all"), int(ChangeVerb::Done));
        QVERIFY(bed.said.join(u'\n').contains(made.id));
    }
    void changesNothingInADryRun()
    {
        Bed bed;
        bed.world.say("am-1", QList<Alertmanager::Alert>());
        bed.show();
        QCOMPARE(
            bed.run("p silence create alertname=Burn --for 2h --comment planned --dry-run"), int(ChangeVerb::Done));
        QCOMPARE(bed.server.posts, 0);
        QVERIFY2(bed.said.join(u'\n').contains(text("amtool silence add")), qPrintable(bed.said.join(u'\n')));
        QCOMPARE(bed.run("p silence create alertname=Burn --for 30d --reason planned --yes"), int(ChangeVerb::Refused));
        QCOMPARE(bed.run("p silence create alertname=Burn --for 2h --reason planned"),
            int(ChangeVerb::Cancelled)); // nobody types
        QCOMPARE(bed.run("p silence expire 00000000-0000-4000-8000-000000000009 --reason over --yes"),
            int(ChangeVerb::Misused));
        QCOMPARE(bed.server.posts + bed.server.deletes, 0);
    }
};

QTEST_GUILESS_MAIN(TestSilenceVerb)
#include "tst_silenceverb.moc"
