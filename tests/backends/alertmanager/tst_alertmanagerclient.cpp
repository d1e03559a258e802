// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/alertmanager/client.h"
#include "tests/backends/alertmanager/fakealertmanager.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace Alertmanager;
using Kind = SilenceOutcome::Kind;

namespace {

const QUuid firstWrite(QStringLiteral("11111111-1111-4111-8111-111111111111"));
const QUuid secondWrite(QStringLiteral("22222222-2222-4222-8222-222222222222"));
constexpr qint64 hour = 3'600'000;

//! A transport of its own that hands everything to another.
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

struct Bed
{
    FakeAlertmanager server;
    Client client{[this] { return std::make_unique<Lane>(server.transport); }};

    Bed() { client.start(); }

    SilenceWrite creation(const QUuid &id = firstWrite)
    {
        SilenceWrite write;
        write.name = id.toString(QUuid::WithoutBraces);
        write.auditId = id;
        write.silence.matchers = {{QStringLiteral("alertname"), QStringLiteral("Burn")}};
        write.silence.createdBy = QStringLiteral("olga");
        write.silence.comment = QStringLiteral("why");
        write.silence.endsAt = server.now + hour;
        return write;
    }
    SilenceOutcome write(const SilenceWrite &write)
    {
        std::optional<SilenceOutcome> outcome;
        client.write(write, [&outcome](const SilenceOutcome &said) { outcome = said; });
        server.answerAll();
        return outcome.value_or(SilenceOutcome());
    }
    std::optional<Silence> read(const QString &name)
    {
        std::optional<Silence> found;
        client.read(
            name, [&found](const Result<std::optional<Silence>> &answer) { found = answer.ok() ? *answer : found; });
        server.answerAll();
        QCoreApplication::sendPostedEvents(&client);
        return found;
    }
};

} // namespace

class TestAlertmanagerClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void createsAndKnowsItByItsName()
    {
        Bed bed;
        const SilenceOutcome made = bed.write(bed.creation());
        QCOMPARE(made.kind, Kind::Done);
        QVERIFY(made.silence.has_value());
        QCOMPARE(made.silence->comment, QStringLiteral("why"));
        QCOMPARE(made.silence->marks, QStringList{firstWrite.toString(QUuid::WithoutBraces)});
        QCOMPARE(bed.read(firstWrite.toString(QUuid::WithoutBraces)), made.silence);
        QCOMPARE(bed.read(made.silence->id), made.silence);
    }
    //! The answer was lost: whoever starts anew finds it by the mark.
    void findsWhatAnotherRunMade()
    {
        Bed bed;
        bed.server.dropNextAnswer = true;
        QCOMPARE(bed.write(bed.creation()).kind, Kind::Unknown);
        Client another([&bed] { return std::make_unique<Lane>(bed.server.transport); });
        another.start();
        std::optional<Silence> found;
        another.read(firstWrite.toString(QUuid::WithoutBraces),
            [&found](const Result<std::optional<Silence>> &answer) { found = *answer; });
        bed.server.answerAll();
        QVERIFY(found.has_value());
        QCOMPARE(another.objectName(), QString());
        QCOMPARE(bed.write(bed.creation()).kind, Kind::Exists);
        QCOMPARE(bed.server.posts, 1);
    }
    void extendsTheVersionThatWasSeen()
    {
        Bed bed;
        const auto made = bed.write(bed.creation());
        SilenceWrite longer;
        longer.action = SilenceWrite::Action::Update;
        longer.name = made.silence->id;
        longer.silence = *made.silence;
        longer.silence.startsAt = 0;
        longer.silence.endsAt += hour;
        longer.updatedAt = made.silence->updatedAt;
        longer.auditId = secondWrite;
        bed.server.now += 1000;
        const auto extended = bed.write(longer);
        QCOMPARE(extended.kind, Kind::Done);
        QCOMPARE(extended.silence->id, made.silence->id);
        QCOMPARE(extended.silence->startsAt, made.silence->startsAt);
        QCOMPARE(extended.silence->marks.size(), 2);
        // Known by the name of its creation still.
        QVERIFY(bed.read(firstWrite.toString(QUuid::WithoutBraces)).has_value());
        QCOMPARE(bed.write(longer).kind, Kind::NewerVersion);
        QCOMPARE(bed.server.posts, 2);
    }
    void expiresOnce()
    {
        Bed bed;
        const auto made = bed.write(bed.creation());
        SilenceWrite end;
        end.action = SilenceWrite::Action::Expire;
        end.name = made.silence->id;
        QCOMPARE(bed.write(end).kind, Kind::Done);
        QVERIFY(!bed.read(made.silence->id));
        QCOMPARE(bed.write(end).kind, Kind::Missing);
        QCOMPARE(bed.server.deletes, 1);
    }
    //! 0.25 answers 500 for an id that it does not know.
    void tellsAnUnknownIdFromAFault()
    {
        Bed bed;
        const auto made = bed.write(bed.creation());
        SilenceWrite end;
        end.action = SilenceWrite::Action::Expire;
        end.name = made.silence->id;
        std::optional<SilenceOutcome> outcome;
        bed.client.write(end, [&outcome](const SilenceOutcome &said) { outcome = said; });
        QVERIFY(bed.server.answerOne()); // it is there
        bed.server.silences.clear(); // and somebody clears the storage
        bed.server.answerAll();
        QCOMPARE(outcome->kind, Kind::Missing);
    }
    void handsOnWhatTheServerRefuses()
    {
        Bed bed;
        SilenceWrite late = bed.creation();
        late.silence.endsAt = bed.server.now - hour;
        const auto refused = bed.write(late);
        QCOMPARE(refused.kind, Kind::Refused);
        QVERIFY(refused.error.detail.contains(QLatin1String("end time must not be in the past")));
    }
    void asksWhetherMatchersAreUnderstood()
    {
        Bed bed;
        std::optional<bool> good;
        bed.client.check({{QStringLiteral("a"), QStringLiteral("("), true}},
            [&good](const Result<void> &said) { good = said.ok(); });
        const auto &request = bed.server.transport.open.front()->request;
        QCOMPARE(
            request.query.queryItemValue(QStringLiteral("filter"), QUrl::FullyDecoded), QStringLiteral("a=~\"(\""));
        bed.server.answerAll();
        QVERIFY(good.has_value());
    }
    void failsBeforeItIsStarted()
    {
        FakeAlertmanager server;
        Client client([&server] { return std::make_unique<Lane>(server.transport); });
        std::optional<Error::Kind> kind;
        client.list([&kind](const Result<QList<Silence>> &all) { kind = all.error().kind; });
        QVERIFY(!kind); // not from within the call
        QCoreApplication::sendPostedEvents(&client);
        QCOMPARE(kind, std::optional(Error::Kind::ConnectionLost));
    }
};

QTEST_GUILESS_MAIN(TestAlertmanagerClient)
#include "tst_alertmanagerclient.moc"
