// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/alertmanager/client.h"
#include "backends/core/random.h"
#include "models/alerts/silenceedit.h"
#include "models/alerts/silencetarget.h"
#include "models/changes/changepolicy.h"
#include "models/changes/changeriver.h"
#include "models/changes/changerun.h"
#include "models/changes/kubectlcommand.h"
#include "tests/backends/alertmanager/fakealertmanager.h"
#include "tests/models/alerts/alertworld.h"
#include "tests/models/changes/scriptedworld.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace AlertWorld;
using namespace std::chrono_literals;

namespace {

const LabelList burn = labels({{"alertname", "Burn"}, {"namespace", "shop"}, {"severity", "critical"}});
const LabelList slow = labels({{"alertname", "Slow"}, {"namespace", "shop"}, {"severity", "warning"}});

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

//! A river with one Alertmanager in it, and a store that shows what that has.
struct Bed
{
    World world;
    FakeAlertmanager server;
    SystemRandom random;
    Weather weather;
    Alertmanager::Client client{[this] { return std::make_unique<Lane>(server.transport); }};
    ChangeRiver river{world.clock, random};

    Bed()
    {
        server.now = world.clock.now().toMSecsSinceEpoch();
        client.start();
        connectRiver();
        world.say("am-1", {alert(burn), alert(slow)});
    }
    void connectRiver()
    {
        const QString place = SilenceEdits::placeOf(text("am-1"));
        river.addCluster(place,
            {text("am-1"), {},
                std::make_unique<SilenceTarget>(
                    client, text("am-1"), [this] { return world.store.server(text("am-1"))->freshness; }, world.clock),
                std::make_unique<ScriptedJournal>(world.clock, weather)});
        river.setCluster(place, text("am-1"), text("olga"));
    }
    void turn()
    {
        QCoreApplication::sendPostedEvents();
        server.answerAll();
        world.clock.advance(10ms);
        server.now = world.clock.now().toMSecsSinceEpoch();
    }
    //! What the river made of it.
    ChangeOutcome run(const Change &change)
    {
        std::optional<ChangeOutcome> outcome;
        ChangeRun *made = river.begin(change);
        if (!made)
            return {};
        QObject::connect(made, &ChangeRun::ended, &river, [&outcome](const ChangeOutcome &end) { outcome = end; });
        for (int i = 0; i < 400 && !outcome; ++i) {
            if (made && !outcome && made->stage() == ChangeStage::Confirming)
                (void)made->confirm({});
            turn();
        }
        turn();
        show();
        return outcome.value_or(ChangeOutcome());
    }
    //! What the store would read next.
    void show()
    {
        QByteArrayList all;
        for (auto one = server.silences.cbegin(); one != server.silences.cend(); ++one)
            all.append(server.json(one.key()));
        const QByteArray body = '[' + all.join(',') + ']';
        world.store.apply(text("am-1"), *Alertmanager::decodeSilences(body));
        world.settle();
    }
    SilenceWish wish()
    {
        SilenceWish wish;
        wish.serverId = text("am-1");
        wish.matchers = {{text("alertname"), text("Burn")}};
        wish.duration = 2h;
        wish.comment = text("planned work");
        return wish;
    }
    Change creation() { return *SilenceEdits::create(river, world.store, wish()).change; }
    QList<Alert> alerts(std::initializer_list<LabelList> which)
    {
        QList<Alert> list;
        for (const LabelList &labels : which)
            list.append(*world.find(labels));
        return list;
    }
    Undo undoOf(const QUuid &id)
    {
        std::optional<Undo> undo;
        river.undo(id, &river, [&undo](const Undo &made) { undo = made; });
        for (int i = 0; i < 50 && !undo; ++i)
            turn();
        return undo.value_or(Undo());
    }
};

} // namespace

class TestSilenceEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void createsByTheRiver()
    {
        Bed bed;
        const Change change = bed.creation();
        QCOMPARE(change.kind, ChangeKind::Silence);
        QCOMPARE(change.tenants, QStringList{text("tenant of shop")});
        const ChangeOutcome outcome = bed.run(change);
        QCOMPARE(outcome.kind, ChangeOutcome::Kind::Verified);
        QCOMPARE(bed.server.posts, 1);
        QCOMPARE(bed.world.store.silences()->rowCount(), 1);
        const Silence &made = bed.world.store.silences()->at(0);
        QCOMPARE(made.createdBy, text("olga"));
        QCOMPARE(made.comment, text("planned work"));
        QVERIFY(made.marks.contains(change.id.toString(QUuid::WithoutBraces)));
        const QString stored = bed.server.silences.cbegin()->textAt({text("comment")});
        QVERIFY(stored.startsWith(text("planned work [pilothouse:")));
    }
    void undoesACreationByEndingIt()
    {
        Bed bed;
        const Change change = bed.creation();
        (void)bed.run(change);
        const Undo undo = bed.undoOf(change.id);
        QVERIFY2(undo.possible, qPrintable(undo.sentence));
        QCOMPARE(undo.change.edits.first().action, ObjectEdit::Action::Delete);
        QCOMPARE(bed.run(undo.change).kind, ChangeOutcome::Kind::Verified);
        QCOMPARE(bed.server.deletes, 1);
        QCOMPARE(bed.world.store.silences()->at(0).state.id, text("expired"));
    }
    void undoesAnEndWithTheRestOfItsTime()
    {
        Bed bed;
        (void)bed.run(bed.creation());
        const Silence made = bed.world.store.silences()->at(0);
        bed.world.clock.advance(10min);
        bed.world.live("am-1");
        const SilenceEdit end = SilenceEdits::expire(bed.river, bed.world.store, made);
        QVERIFY2(end.change, qPrintable(end.problem));
        QCOMPARE(bed.run(*end.change).kind, ChangeOutcome::Kind::Verified);
        const Undo undo = bed.undoOf(end.change->id);
        QVERIFY2(undo.possible, qPrintable(undo.sentence));
        const ChangeOutcome outcome = bed.run(undo.change);
        QCOMPARE(outcome.kind, ChangeOutcome::Kind::Verified);
        QCOMPARE(bed.server.posts, 2);
        int active = 0;
        for (const Silence &silence : bed.world.store.silences()->rows()) {
            if (silence.state.id != text("active"))
                continue;
            ++active;
            QCOMPARE(silence.endsAt, made.endsAt);
            QCOMPARE(silence.comment, made.comment);
        }
        QCOMPARE(active, 1);
    }
    void extendsAndTakesItBack()
    {
        Bed bed;
        (void)bed.run(bed.creation());
        const Silence made = bed.world.store.silences()->at(0);
        const SilenceEdit longer = SilenceEdits::extend(bed.river, bed.world.store, made, made.endsAt.addSecs(3600));
        QVERIFY2(longer.change, qPrintable(longer.problem));
        QCOMPARE(bed.run(*longer.change).kind, ChangeOutcome::Kind::Verified);
        QCOMPARE(bed.world.store.silences()->rowCount(), 1);
        QCOMPARE(bed.world.store.silences()->at(0).endsAt, made.endsAt.addSecs(3600));
        const Undo undo = bed.undoOf(longer.change->id);
        QVERIFY2(undo.possible, qPrintable(undo.sentence));
        QCOMPARE(bed.run(undo.change).kind, ChangeOutcome::Kind::Verified);
        QCOMPARE(bed.world.store.silences()->at(0).endsAt, made.endsAt);
    }
    void noticesThatSomebodyElseWasFaster()
    {
        Bed bed;
        (void)bed.run(bed.creation());
        const Silence seen = bed.world.store.silences()->at(0);
        Tree other = bed.server.silences[seen.id];
        other.set({text("endsAt")}, Tree::text(Timestamp::text(seen.endsAt.addSecs(60).toMSecsSinceEpoch())));
        other.set({text("updatedAt")}, Tree::text(Timestamp::text(bed.server.now)));
        bed.server.silences[seen.id] = other;
        const SilenceEdit longer = SilenceEdits::extend(bed.river, bed.world.store, seen, seen.endsAt.addSecs(3600));
        QCOMPARE(bed.run(*longer.change).kind, ChangeOutcome::Kind::Conflict);
        QCOMPARE(bed.server.posts, 1);
    }
    //! The answer is lost: it is found by its mark, and not made twice.
    void findsWhatItMadeUnheard()
    {
        Bed bed;
        bed.server.dropNextAnswer = true;
        const ChangeOutcome outcome = bed.run(bed.creation());
        QCOMPARE(outcome.kind, ChangeOutcome::Kind::Verified);
        QCOMPARE(bed.server.posts, 1);
    }
    void isHeldByThePolicy()
    {
        Bed bed;
        SilenceWish wish = bed.wish();
        wish.duration = std::chrono::hours(24 * 8);
        const auto tooLong = SilenceEdits::create(bed.river, bed.world.store, wish);
        QVERIFY(tooLong.change);
        QCOMPARE(bed.run(*tooLong.change).kind, ChangeOutcome::Kind::Refused);
        wish.duration = 1h;
        wish.comment.clear();
        QCOMPARE(
            bed.run(*SilenceEdits::create(bed.river, bed.world.store, wish).change).kind, ChangeOutcome::Kind::Refused);
        QCOMPARE(bed.server.posts, 0);
        bed.river.setPolicy(ChangePolicy::parse(
            "version: 1\nsilences:\n  at-most-hours: 1\n  comment: {required: false}\n", text("p")));
        QVERIFY(SilenceEdits::objections(bed.river.policy(), 1h, {}).isEmpty());
        QCOMPARE(SilenceEdits::objections(bed.river.policy(), 2h, {}).size(), 1);
        QCOMPARE(bed.run(*SilenceEdits::create(bed.river, bed.world.store, wish).change).kind,
            ChangeOutcome::Kind::Verified);
    }
    void refusesWhatTheServerDoesNotUnderstand()
    {
        Bed bed;
        SilenceWish wish = bed.wish();
        wish.matchers = {};
        QVERIFY(!SilenceEdits::create(bed.river, bed.world.store, wish).change);
        Change change = bed.creation();
        change.edits.first().text.replace("\"Burn\"", "\"(\"").replace("\"isRegex\":false", "\"isRegex\":true");
        QCOMPARE(bed.run(change).kind, ChangeOutcome::Kind::Refused);
        QCOMPARE(bed.server.posts, 0);
    }
    void claimsHandsOverAndReleases()
    {
        Bed bed;
        const auto claim = SilenceEdits::claim(bed.river, bed.world.store, bed.alerts({burn, slow}), text("looking"));
        QVERIFY2(claim.change, qPrintable(claim.problem));
        QCOMPARE(claim.change->edits.size(), 2);
        QCOMPARE(bed.run(*claim.change).kind, ChangeOutcome::Kind::Verified);
        QCOMPARE(bed.world.stateOf(burn), text("claimed"));
        QCOMPARE(bed.world.find(slow)->claimedBy, text("olga"));
        QVERIFY(!SilenceEdits::claim(bed.river, bed.world.store, bed.alerts({burn}), {}).change);
        const auto over
            = SilenceEdits::handOver(bed.river, bed.world.store, bed.alerts({burn}), text("aram"), text("night shift"));
        QVERIFY2(over.change, qPrintable(over.problem));
        QCOMPARE(bed.run(*over.change).kind, ChangeOutcome::Kind::Verified);
        QCOMPARE(bed.world.find(burn)->claimedBy, text("aram"));
        QCOMPARE(bed.world.find(burn)->claimNote, text("night shift"));
        const auto refused = SilenceEdits::claim(bed.river, bed.world.store, bed.alerts({burn}), {});
        QVERIFY(!refused.change && refused.problem.contains(text("aram")));
        const auto release = SilenceEdits::release(bed.river, bed.world.store, bed.alerts({burn, slow}));
        QVERIFY2(release.change, qPrintable(release.problem));
        QCOMPARE(bed.run(*release.change).kind, ChangeOutcome::Kind::Verified);
        QCOMPARE(bed.world.stateOf(burn), text("firing"));
    }
    void proposesWhatTheSelectionShares()
    {
        Bed bed;
        const auto one = SilenceEdits::proposedMatchers(bed.alerts({burn}));
        QCOMPARE(SilenceText::text(one), text(R"(alertname="Burn", namespace="shop")"));
        const auto two = SilenceEdits::proposedMatchers(bed.alerts({burn, slow}));
        QCOMPARE(SilenceText::text(two), text(R"(alertname=~"Burn|Slow", namespace="shop")"));
        QCOMPARE(SilenceEdits::proposedServer(bed.world.store, bed.alerts({burn})), text("am-1"));
        QVERIFY(SilenceEdits::proposedMatchers({}).isEmpty());
    }
    void saysWhatItWouldHide()
    {
        Bed bed;
        const LabelList bank = labels({{"alertname", "Burn"}, {"namespace", "bank"}});
        bed.world.say("am-1", {alert(burn), alert(slow), alert(bank)});
        bed.world.say("am-1", {alert(burn), alert(slow)});
        const SilencePreview preview
            = SilenceEdits::preview(bed.world.store, bed.wish().matchers, bed.world.clock.now());
        QCOMPARE(preview.now, 1);
        QCOMPARE(preview.lastDay, 2);
        QCOMPARE(preview.critical, 1);
        QCOMPARE(preview.tenants.size(), 2);
        QCOMPARE(preview.tenants.first(), (SilencePreview::Line{text("tenant of shop"), 1, 1}));
        QCOMPARE(preview.tenants.last(), (SilencePreview::Line{text("tenant of bank"), 0, 1}));
        QCOMPARE(preview.alertnames, QStringList{text("Burn")});
        QVERIFY(!preview.sentence.isEmpty());
    }
    void saysWhatToTypeInstead()
    {
        Bed bed;
        const Change change = bed.creation();
        const QString typed = KubectlCommand::text(change, text("http://127.0.0.1:9093"));
        QVERIFY2(
            typed.startsWith(text(
                "amtool --alertmanager.url=http://127.0.0.1:9093 silence add --author=olga '--comment=planned work'")),
            qPrintable(typed));
        QVERIFY(typed.endsWith(text(R"('alertname="Burn"')")));
        (void)bed.run(change);
        const Silence made = bed.world.store.silences()->at(0);
        const auto end = SilenceEdits::expire(bed.river, bed.world.store, made);
        QCOMPARE(KubectlCommand::text(*end.change, {}), text("amtool silence expire ") + made.id);
        QCOMPARE(KubectlCommand::program(*end.change), text("amtool"));
    }
    void saysWhatIsMissing()
    {
        Bed bed;
        SilenceWish wish = bed.wish();
        wish.serverId = text("am-9");
        QVERIFY(!SilenceEdits::create(bed.river, bed.world.store, wish).problem.isEmpty());
        wish.serverId.clear();
        QVERIFY(!SilenceEdits::create(bed.river, bed.world.store, wish).problem.isEmpty());
        bed.river.setCluster(SilenceEdits::placeOf(text("am-1")), text("am-1"), {});
        QVERIFY(!SilenceEdits::create(bed.river, bed.world.store, bed.wish()).problem.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSilenceEdit)
#include "tst_silenceedit.moc"
