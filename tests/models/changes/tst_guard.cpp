// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/changepolicy.h"
#include "models/changes/guard.h"
#include "tests/support/strict.h"

#include <QTest>

namespace {

ChangePolicy policyOf(const QByteArray &rules)
{
    return ChangePolicy::parse(QByteArray("version: 1\n" + rules + '\n'), QStringLiteral("policy.yaml"));
}

Change changeOf(const QString &cluster, const QStringList &tenants = {})
{
    Change change;
    change.clusterName = cluster;
    change.kind = ChangeKind::Quota;
    change.tenants = tenants;
    ObjectEdit edit;
    edit.object = {{}, QStringLiteral("v1"), QStringLiteral("ResourceQuota"), QStringLiteral("resourcequotas"), {},
        QStringLiteral("acme"), QStringLiteral("quota")};
    edit.before.exists = true;
    change.edits.append(edit);
    return change;
}

QDateTime utc(const char *text)
{
    QDateTime time = QDateTime::fromString(QString::fromLatin1(text), QStringLiteral("yyyy-MM-dd HH:mm"));
    time.setTimeSpec(Qt::UTC);
    return time;
}

} // namespace

class TestGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void fitsGlobs_data()
    {
        QTest::addColumn<QString>("glob");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("fits");
        const auto row = [](const char *glob, const char *name, bool fits) {
            QTest::addRow("%s %s", glob, name) << QString::fromLatin1(glob) << QString::fromLatin1(name) << fits;
        };
        row("*", "", true);
        row("prod-*", "prod-eu", true);
        row("prod-*", "preprod-eu", false);
        row("*-live", "a-live-live", true);
        row("a?c", "abc", true);
        row("a?c", "ac", false);
        row("a*b*c", "axxbyyc", true);
        row("a*b*c", "axxbyy", false);
        row("", "a", false);
        row("a.c", "abc", false);
    }
    void fitsGlobs()
    {
        QFETCH(QString, glob);
        QFETCH(QString, name);
        QFETCH(bool, fits);
        QCOMPARE(fitsGlob(glob, name), fits);
    }

    void boundsTheTimeOfGlobs() { QVERIFY(!fitsGlob(QStringLiteral("*a").repeated(200) + u'b', QString(5000, u'a'))); }

    void holdsWeeklyFreezes_data()
    {
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<bool>("held");
        // Fri 16:00 - Mon 07:00 in Zurich, which is UTC+1 in winter and UTC+2 in summer.
        QTest::newRow("friday before") << utc("2026-11-20 14:59") << false;
        QTest::newRow("friday") << utc("2026-11-20 15:00") << true;
        QTest::newRow("sunday") << utc("2026-11-22 23:30") << true;
        QTest::newRow("monday") << utc("2026-11-23 05:59") << true;
        QTest::newRow("monday after") << utc("2026-11-23 06:00") << false;
        QTest::newRow("summer before") << utc("2026-07-03 13:59") << false;
        QTest::newRow("summer") << utc("2026-07-03 14:00") << true;
        QTest::newRow("the night the clocks go back") << utc("2026-10-26 05:59") << true;
        QTest::newRow("the morning after it") << utc("2026-10-26 06:00") << false;
    }
    void holdsWeeklyFreezes()
    {
        QFETCH(QDateTime, now);
        QFETCH(bool, held);
        const auto policy = policyOf(
            "freezes: [{name: Weekend, weekly: Fri 16:00 - Mon 07:00, time-zone: Europe/Zurich, clusters: [prod-*]}]");
        QVERIFY(policy.mistakes().isEmpty());
        const auto findings = Guard::checkFreezes(changeOf(QStringLiteral("prod-eu")), policy, {{}, now});
        QCOMPARE(!findings.isEmpty(), held);
        QVERIFY(Guard::checkFreezes(changeOf(QStringLiteral("dev")), policy, {{}, now}).isEmpty());
        if (held)
            QVERIFY2(findings[0].sentence.contains(QLatin1String("Weekend"))
                    && findings[0].sentence.contains(QLatin1String("7:00")),
                qPrintable(findings[0].sentence));
    }

    void holdsAWholeWeek()
    {
        const auto policy = policyOf("freezes: [{name: All, weekly: Mon 00:00 - Sun 24:00, time-zone: UTC}]");
        for (int hour = 0; hour < 7 * 24; ++hour)
            QVERIFY(!Guard::checkFreezes(
                changeOf(QStringLiteral("a")), policy, {{}, utc("2026-11-16 00:00").addSecs(3600 * hour + 59)})
                         .isEmpty());
    }

    void holdsFreezesFromToForWhomTheyAreMeant()
    {
        const auto policy = policyOf("freezes: [{name: Year end, from: 2026-12-18 18:00, to: 2027-01-04 08:00, "
                                     "time-zone: Europe/Zurich, tenants: [bank-*], allow: [olga]}]");
        const auto held = [&](const char *time, const char *user, const QStringList &tenants) {
            return !Guard::checkFreezes(
                changeOf(QStringLiteral("c"), tenants), policy, {QString::fromLatin1(user), utc(time)})
                        .isEmpty();
        };
        const QStringList bank{QStringLiteral("acme"), QStringLiteral("bank-1")};
        QVERIFY(held("2026-12-18 17:00", "aram", bank));
        QVERIFY(!held("2026-12-18 16:59", "aram", bank));
        QVERIFY(!held("2027-01-04 07:00", "aram", bank));
        QVERIFY(!held("2026-12-20 12:00", "olga", bank));
        QVERIFY(!held("2026-12-20 12:00", "aram", {QStringLiteral("acme")}));
        QVERIFY(!held("2026-12-20 12:00", "aram", {}));
    }

    void keepsToBusinessHours()
    {
        const auto policy = policyOf("business-hours:\n"
                                     " - {days: [Mon, Fri], from: 08:00, to: 18:00, time-zone: America/New_York}\n"
                                     " - {days: [Sat], from: 10:00, to: 24:00, time-zone: UTC}");
        const Change change = changeOf(QStringLiteral("c"));
        QVERIFY(Guard::checkBusinessHours(change, policy, utc("2026-11-20 13:00")).isEmpty());
        QCOMPARE(Guard::checkBusinessHours(change, policy, utc("2026-11-20 12:59")).size(), 1);
        QCOMPARE(Guard::checkBusinessHours(change, policy, utc("2026-11-20 23:00")).size(), 1);
        QVERIFY(Guard::checkBusinessHours(change, policy, utc("2026-11-21 23:59")).isEmpty());
        QVERIFY(Guard::checkBusinessHours(change, policyOf(""), utc("2026-11-20 12:59")).isEmpty());
    }

    void takesTheTightestRadius()
    {
        const auto policy = policyOf("blast-radius:\n"
                                     " - at-most: {objects: 3, pods: 100}\n"
                                     " - {at-most: {objects: 1, tenants: 1}, clusters: [prod]}");
        Change change = changeOf(QStringLiteral("prod"), {QStringLiteral("a"), QStringLiteral("b")});
        change.edits.append(change.edits[0]);
        change.pods = 101;
        const auto findings = Guard::checkBlastRadius(change, policy);
        QCOMPARE(findings.size(), 3);
        QVERIFY(findings[0].sentence.contains(QLatin1String("2 objects")));
        QVERIFY(findings[1].sentence.contains(QLatin1String("101 pods")));
        change.clusterName = QStringLiteral("dev");
        change.pods = 100;
        QVERIFY(Guard::checkBlastRadius(change, policy).isEmpty());
    }

    void asksForReasonAndTicket()
    {
        const auto policy = policyOf("reason: {required: true, pattern: \".{10,}\", example: Spring campaign}\n"
                                     "ticket: {pattern: \"[A-Z]+-[0-9]+\"}");
        Change change = changeOf(QStringLiteral("c"));
        QCOMPARE(Guard::checkWords(change, policy).size(), 1);
        QVERIFY(Guard::checkWords(change, policy)[0].sentence.contains(QLatin1String("Spring campaign")));
        change.reason = QStringLiteral("because");
        QCOMPARE(Guard::checkWords(change, policy).size(), 1);
        change.reason = QStringLiteral("because it has to be");
        QVERIFY(Guard::checkWords(change, policy).isEmpty());
        change.ticket = QStringLiteral("x OPS-12");
        QCOMPARE(Guard::checkWords(change, policy).size(), 1);
        change.ticket = QStringLiteral("OPS-12");
        QVERIFY(Guard::checkWords(change, policy).isEmpty());
    }

    void asksForTheNameOfProductionAndASecondPerson()
    {
        const auto policy = policyOf("production: [\"prod-*\"]\nsecond-person: [{kinds: [access]}]");
        Change change = changeOf(QStringLiteral("prod-eu"));
        QCOMPARE(Guard::checkPolicy(change, policy, {}).size(), 1);
        QVERIFY(!Guard::refuses(Guard::checkPolicy(change, policy, {})));
        change.kind = ChangeKind::Access;
        const auto findings = Guard::checkPolicy(change, policy, {});
        QCOMPARE(findings.size(), 2);
        const Guard::Situation olga{QStringLiteral("olga"), {}};
        QVERIFY(
            !Guard::missing(findings, {QStringLiteral("prod-us"), {QStringLiteral("aram")}}, change, olga).isEmpty());
        QVERIFY(
            !Guard::missing(findings, {QStringLiteral("prod-eu"), {QStringLiteral("olga")}}, change, olga).isEmpty());
        QVERIFY(
            Guard::missing(findings, {QStringLiteral("prod-eu"), {QStringLiteral("aram")}}, change, olga).isEmpty());
        change.clusterName = QStringLiteral("dev");
        change.kind = ChangeKind::Quota;
        QVERIFY(Guard::checkPolicy(change, policy, {}).isEmpty());
    }

    void letsNothingPassAFileWithMistakes()
    {
        const auto policy = policyOf("production: prod\nfreeze: []");
        QCOMPARE(policy.mistakes().size(), 2);
        const auto findings = Guard::checkPolicy(changeOf(QStringLiteral("c")), policy, {});
        QCOMPARE(findings.size(), 1);
        QVERIFY(Guard::refuses(findings));
        QCOMPARE(policy.mistakes()[0].sentence,
            QStringLiteral("“prod” cannot be the value of “production”. Write a list, such as [one, two]."));
        QVERIFY(policy.mistakes()[1].sentence.contains(QLatin1String("freezes, business-hours")));
        QVERIFY(findings[0].sentence.contains(QLatin1String("Line 2, column 13")));
        const auto unreadable = ChangePolicy::unreadable(QStringLiteral("It cannot be read."), {});
        QVERIFY(Guard::refuses(Guard::checkPolicyFile(unreadable)));
    }

    void asksForEachRightOnce()
    {
        Change change = changeOf(QStringLiteral("c"));
        change.edits.append(change.edits[0]);
        change.edits[1].action = ObjectEdit::Action::Delete;
        ObjectEdit create = change.edits[0];
        create.action = ObjectEdit::Action::Create;
        change.edits.append(create);
        const auto questions = Guard::rightsNeeded(change);
        QStringList verbs;
        for (const auto &question : questions)
            verbs.append(question.verb);
        QCOMPARE(verbs,
            (QStringList{
                QStringLiteral("get"), QStringLiteral("patch"), QStringLiteral("delete"), QStringLiteral("create")}));
        QVERIFY(questions[3].object.name.isEmpty());
    }

    void namesEachRightThatMisses()
    {
        const auto questions = Guard::rightsNeeded(changeOf(QStringLiteral("c")));
        const auto findings = Guard::checkRights(questions, {{true, {}}, {false, QStringLiteral("no rule.")}});
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings[0].sentence,
            QStringLiteral("You may not patch resourcequotas quota in the namespace acme. The server says: “no rule”. "
                           "Ask the owner of the cluster for this right."));
        QCOMPARE(Guard::checkRights(questions, {}).size(), 2); // an answer that misses is no yes
    }

    void refusesWhatIsTooOld()
    {
        const auto check = [](Freshness::State state) {
            return Guard::checkFreshness({state, {}, std::chrono::seconds(20)}, QStringLiteral("c")).size();
        };
        QCOMPARE(check(Freshness::State::Live), 0);
        QCOMPARE(check(Freshness::State::Delayed), 0);
        QCOMPARE(check(Freshness::State::Stale), 1);
        QCOMPARE(check(Freshness::State::Unknown), 1);
    }
};

QTEST_GUILESS_MAIN(TestGuard)
#include "tst_guard.moc"
