// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/slo/burnstart.h"
#include "models/slo/suspects.h"
#include "tests/support/strict.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = SuspectCandidate::Kind;

namespace {

const QDateTime start(QDate(2026, 11, 21), QTime(14, 2, 15), Qt::UTC);

Burn burn()
{
    return {start, u"prod"_s, u"shop"_s, u"shop-web"_s, u"web"_s};
}

SuspectCandidate candidate(const QString &key, qint64 secondsBefore)
{
    SuspectCandidate one;
    one.key = key;
    one.time = start.addSecs(-secondsBefore);
    one.kind = Kind::Image;
    one.word = u"rollout"_s;
    one.what = u"Deployment shop-web/%1 went from web:1.0 to web:1.1-bad"_s.arg(key);
    one.cluster = u"prod"_s;
    one.tenant = u"shop"_s;
    one.namespaceName = u"shop-web"_s;
    one.workload = u"web"_s;
    return one;
}

QStringList keys(const QList<Suspect> &suspects)
{
    QStringList found;
    for (const Suspect &suspect : suspects)
        found.append(suspect.key);
    return found;
}

} // namespace

class TestSuspects final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void putsACanaryWithWhatItIsACanaryOf()
    {
        SuspectCandidate canary = candidate(u"canary"_s, 44);
        canary.workload = u"web-canary"_s;
        SuspectCandidate other = candidate(u"other"_s, 30);
        other.workload = u"webshop"_s; // only called alike
        QCOMPARE(keys(rankSuspects(burn(), {candidate(u"web"_s, 80), other, canary})),
            (QStringList{u"canary"_s, u"web"_s, u"other"_s}));
    }

    void saysWhatWhenAndHowLongBefore()
    {
        const auto suspects = rankSuspects(burn(), {candidate(u"web"_s, 4)});
        QCOMPARE(suspects.size(), 1);
        QCOMPARE(suspects[0].sentence,
            u"Deployment shop-web/web went from web:1.0 to web:1.1-bad at 14:02:11, 4 s before the burn began."_s);
        QCOMPARE(suspects[0].kind, u"rollout"_s);
        QVERIFY(suspects[0].image);
        QVERIFY(suspects[0].score > 0 && suspects[0].score <= 1);
        QVERIFY(rankSuspects(burn(), {candidate(u"web"_s, 0)})[0].sentence.endsWith(u"just as the burn began."_s));
        QVERIFY(rankSuspects(burn(), {candidate(u"web"_s, -9)})[0].sentence.endsWith(
            u"at 14:02:24, 9 s after the burn was first seen."_s));
    }

    void leavesOutWhatCannotBeTheCause_data()
    {
        QTest::addColumn<SuspectCandidate>("other");
        const auto row = [](const char *name, auto change) {
            SuspectCandidate one = candidate(u"x"_s, 60);
            change(one);
            QTest::newRow(name) << one;
        };
        row("later than the delay", [](auto &one) { one.time = start.addSecs(11); });
        row("more than an hour before", [](auto &one) { one.time = start.addSecs(-3601); });
        row("in another cluster", [](auto &one) { one.cluster = u"test"_s; });
        row("at no time", [](auto &one) { one.time = {}; });
    }
    void leavesOutWhatCannotBeTheCause()
    {
        QFETCH(SuspectCandidate, other);
        QVERIFY(rankSuspects(burn(), {other}).isEmpty());
        Burn never = burn();
        never.start = {};
        QVERIFY(rankSuspects(never, {candidate(u"web"_s, 4)}).isEmpty());
    }

    void putsTheLikelierFirst_data()
    {
        QTest::addColumn<SuspectCandidate>("likely");
        QTest::addColumn<SuspectCandidate>("lesser");
        const auto row = [](const char *name, auto change) {
            SuspectCandidate one = candidate(u"b"_s, 30);
            change(one);
            QTest::newRow(name) << candidate(u"a"_s, 30) << one;
        };
        row("nearer in time", [](auto &one) { one.time = start.addSecs(-300); });
        row("before rather than after", [](auto &one) { one.time = start.addSecs(9); });
        row("of the service rather than beside it", [](auto &one) { one.workload = u"db"_s; });
        row("in the namespace rather than the tenant", [](auto &one) { one.namespaceName = u"shop-db"_s; });
        row("of the tenant rather than the cluster", [](auto &one) {
            one.namespaceName = u"other"_s;
            one.tenant = u"other"_s;
        });
        row("an image rather than settings", [](auto &one) { one.kind = Kind::Config; });
        row("an image rather than a quota", [](auto &one) { one.kind = Kind::Quota; });
        row("an image rather than an event", [](auto &one) { one.kind = Kind::Event; });
    }
    void putsTheLikelierFirst()
    {
        QFETCH(SuspectCandidate, likely);
        QFETCH(SuspectCandidate, lesser);
        QCOMPARE(keys(rankSuspects(burn(), {lesser, likely})), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(keys(rankSuspects(burn(), {likely, lesser})), (QStringList{u"a"_s, u"b"_s}));
    }

    void ranksKindsInTheOrderOfTheirDanger()
    {
        QList<SuspectCandidate> all;
        for (const Kind kind :
            {Kind::Event, Kind::Other, Kind::Access, Kind::Quota, Kind::Scale, Kind::Config, Kind::Image}) {
            SuspectCandidate one = candidate(QString::number(static_cast<int>(kind)), 10);
            one.kind = kind;
            all.append(one);
        }
        QCOMPARE(keys(rankSuspects(burn(), all)).join(u""), u"0123456"_s);
    }

    void takesEachOnceAndNotTooMany()
    {
        QList<SuspectCandidate> many;
        for (int i = 0; i < 500; ++i)
            many.append(candidate(QString::number(i % 100), i));
        const auto suspects = rankSuspects(burn(), many);
        QCOMPARE(suspects.size(), mostSuspects);
        QCOMPARE(suspects[0].key, u"0"_s);
    }

    void isTheSameWhateverTheOrder()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 200; ++round) {
            QList<SuspectCandidate> some;
            for (int i = 0; i < 12; ++i) {
                SuspectCandidate one = candidate(QString::number(i), random.bounded(-40, 4000));
                one.kind = static_cast<Kind>(random.bounded(7));
                one.size = random.bounded(3) == 0 ? std::numeric_limits<double>::quiet_NaN() : random.generateDouble();
                if (random.bounded(2))
                    one.workload.clear();
                if (random.bounded(3) == 0)
                    one.namespaceName = u"other"_s;
                some.append(one);
            }
            const auto once = rankSuspects(burn(), some);
            std::reverse(some.begin(), some.end());
            QCOMPARE(rankSuspects(burn(), some), once);
            for (qsizetype i = 0; i < once.size(); ++i) {
                QVERIFY(once[i].score > 0 && once[i].score <= 1);
                QVERIFY(i == 0 || once[i - 1].score >= once[i].score);
                QVERIFY(once[i].lead >= -30s && once[i].lead <= 1h);
            }
        }
    }

    void scoreFallsWithDistanceInTime()
    {
        double last = 2;
        for (int seconds = 0; seconds <= 3600; seconds += 7) {
            const auto suspects = rankSuspects(burn(), {candidate(u"a"_s, seconds)});
            QVERIFY(suspects[0].score < last);
            last = suspects[0].score;
        }
    }

    void doesNotLetTextsBreakTheLine()
    {
        SuspectCandidate one = candidate(u"a"_s, 4);
        one.what = u"Deployment a\nb\u202e went"_s;
        one.who = u"eve\n"_s;
        const auto suspect = rankSuspects(burn(), {one})[0];
        QVERIFY(!suspect.sentence.contains(u'\n') && !suspect.sentence.contains(QChar(0x202e)));
        QVERIFY(!suspect.who.contains(u'\n'));
    }

    void marksWhatHappenedOnCharts()
    {
        SuspectCandidate event = candidate(u"e"_s, 1);
        event.kind = Kind::Event;
        SuspectCandidate change = candidate(u"c"_s, -600);
        change.word = u"change"_s;
        change.who = u"olga"_s;
        const auto markers = suspectMarkers({change, candidate(u"r"_s, 4), event, candidate(u"r"_s, 4)});
        QCOMPARE(markers.size(), 2); // events would hide the rest
        QCOMPARE(markers[0].kind, u"revision"_s);
        QVERIFY(markers[1].sentence.endsWith(u"at 14:12:15, by olga."_s));
    }

    void findsWhereABurnBegan_data()
    {
        QTest::addColumn<QString>("rates"); // one each 10 s; "-" unknown
        QTest::addColumn<int>("began"); // index; -1: none
        QTest::newRow("nothing") << u""_s << -1;
        QTest::newRow("calm") << u"0 0 1 1"_s << -1;
        QTest::newRow("from the first on") << u"20 20"_s << 0;
        QTest::newRow("once it rises") << u"0 0 3 15 20"_s << 3;
        QTest::newRow("a short dip belongs to it") << u"0 15 3 15 20"_s << 1;
        QTest::newRow("a long calm does not") << u"15 15 0 0 0 0 0 15"_s << 7;
        QTest::newRow("a gap belongs to it") << u"0 15 - - - - - 15"_s << 1;
        QTest::newRow("not known at the end") << u"0 15 15 - -"_s << 1;
        QTest::newRow("over") << u"15 15 0"_s << -1;
        QTest::newRow("only unknown") << u"- -"_s << -1;
    }
    void findsWhereABurnBegan()
    {
        QFETCH(QString, rates);
        QFETCH(int, began);
        QList<BurnPoint> points;
        for (const QString &word : rates.split(u' ', Qt::SkipEmptyParts)) {
            const bool known = word != u"-";
            points.append({start.addSecs(10 * points.size()), known ? std::optional(word.toDouble()) : std::nullopt});
        }
        const auto found = burnStart(points, 14.4, 30s);
        QCOMPARE(found.has_value(), began >= 0);
        if (found)
            QCOMPARE(*found, start.addSecs(10 * began));
    }
};

QTEST_GUILESS_MAIN(TestSuspects)
#include "tst_suspects.moc"
