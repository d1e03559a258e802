// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quotas/quotawhatif.h"

#include "tests/support/strict.h"

#include <QLocale>

using namespace QuotaWhatIf;
using Unit = QuotaLine::Unit;

namespace {

Workload deployment(const char *name, int pods, double cores)
{
    Workload workload;
    workload.kind = QStringLiteral("Deployment");
    workload.name = QString::fromLatin1(name);
    workload.pods = pods;
    workload.cpuRequested = pods * cores;
    return workload;
}

LimitRangeLine range(std::optional<double> min, std::optional<double> given, std::optional<double> max)
{
    LimitRangeLine line;
    line.name = QStringLiteral("limits");
    line.type = QStringLiteral("Container");
    line.resource = QStringLiteral("cpu");
    line.min.value = min;
    line.defaultRequest.value = given;
    line.max.value = max;
    return line;
}

Question cpu(std::optional<double> wished)
{
    Question question;
    question.tenant = QStringLiteral("tenant-004");
    question.clusterName = QStringLiteral("prod-eu");
    question.resource = QStringLiteral("requests.cpu");
    question.unit = Unit::Cores;
    question.used = 3;
    question.now = 4;
    question.wished = wished;
    question.limitRanges = QList<LimitRangeLine>();
    question.clusterHard = 80;
    question.allocatable = 100;
    return question;
}

} // namespace

class TestQuotaWhatIf final : public QObject
{
    Q_OBJECT

    static Finding find(const Question &question, Subject subject)
    {
        for (const Finding &finding : findings(question)) {
            if (finding.subject == subject)
                return finding;
        }
        return {subject, Verdict::Fine, QStringLiteral("none")};
    }

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void refusesLessThanIsUsed()
    {
        const Finding less = find(cpu(2), Subject::Amount);
        QCOMPARE(less.verdict, Verdict::Refuses);
        QCOMPARE(less.sentence,
            QStringLiteral("tenant-004 uses 3 cores, more than 2 cores: what runs stays, but nothing new starts before "
                           "it uses less."));
        QCOMPARE(find(cpu(3), Subject::Amount).verdict, Verdict::Warns);
        const Finding more = find(cpu(5), Subject::Amount);
        QCOMPARE(more.verdict, Verdict::Fine);
        QCOMPARE(more.sentence, QStringLiteral("tenant-004 uses 3 cores; 2 cores would stay free."));
        Question unknown = cpu(5);
        unknown.used.reset();
        QCOMPARE(find(unknown, Subject::Amount).verdict, Verdict::Unknown);
    }

    void tellsWhichRolloutsWouldGetStuck()
    {
        Question question = cpu(4);
        QCOMPARE(find(question, Subject::Rollout).sentence, QStringLiteral("none"));
        question.workloads = {deployment("web", 4, 0.5), deployment("api", 5, 0.2)};
        // web surges by one pod of half a core, api by two of a fifth; one core is free.
        const Finding fits = find(question, Subject::Rollout);
        QCOMPARE(fits.verdict, Verdict::Fine);
        QVERIFY(fits.sentence.contains(QStringLiteral("web needs the most, 0.5 cores for 1 more pod")));
        question.wished = 3.45;
        const Finding stuck = find(question, Subject::Rollout);
        QCOMPARE(stuck.verdict, Verdict::Warns);
        QVERIFY(stuck.sentence.contains(QStringLiteral("rollout of web would get stuck")));
        QVERIFY(stuck.sentence.contains(QStringLiteral("25 % is assumed")));
        question.wished = 1;
        QVERIFY(find(question, Subject::Rollout).sentence.contains(QStringLiteral("web, api would get stuck")));
    }

    void countsSurgesInPodsAndBytes()
    {
        Question question = cpu(10);
        question.resource = QStringLiteral("pods");
        question.unit = Unit::Count;
        question.used = 9;
        question.workloads = {deployment("web", 9, 1)};
        QVERIFY(find(question, Subject::Rollout).sentence.contains(QStringLiteral("web needs 3 for 3 more pods")));
        question.resource = QStringLiteral("requests.memory");
        question.unit = Unit::Bytes;
        question.used = 0;
        question.wished = 1 << 30;
        question.workloads[0].memoryRequested = 9.0 * (1 << 30);
        QCOMPARE(find(question, Subject::Rollout).verdict, Verdict::Warns);
    }

    void saysWhatItCannotTellOfRollouts()
    {
        Question question = cpu(4);
        question.workloads = {deployment("web", 4, 0.5)};
        question.resource = QStringLiteral("limits.cpu");
        QCOMPARE(find(question, Subject::Rollout).verdict, Verdict::Unknown);
        question.resource = QStringLiteral("services");
        question.unit = Unit::Count;
        QCOMPARE(find(question, Subject::Rollout).sentence, QStringLiteral("none"));
        question = cpu(2);
        question.workloads = {deployment("web", 4, 0.5)};
        question.scoped = true;
        QCOMPARE(find(question, Subject::Rollout).sentence, QStringLiteral("none"));
    }

    void comparesWithTheNodes()
    {
        const Finding fits = find(cpu(14), Subject::Capacity);
        QCOMPARE(fits.verdict, Verdict::Fine);
        QVERIFY(fits.sentence.contains(QStringLiteral("90 % of what its nodes can allocate (now 80 %)")));
        QCOMPARE(find(cpu(34), Subject::Capacity).verdict, Verdict::Warns);
        QVERIFY(find(cpu(134), Subject::Capacity).sentence.contains(QStringLiteral("more than all nodes")));
        Question question = cpu(4);
        question.allocatable.reset();
        QCOMPARE(find(question, Subject::Capacity).verdict, Verdict::Unknown);
    }

    void looksAtTheLimitRange()
    {
        Question question = cpu(4);
        question.limitRanges = QList{range(0.1, 0.5, 2)};
        QVERIFY(find(question, Subject::LimitRange).sentence.contains(QStringLiteral("8 of these fill the quota")));
        question.wished = 1;
        QVERIFY(
            find(question, Subject::LimitRange).sentence.contains(QStringLiteral("lets one container have 2 cores")));
        question.wished = 0.25;
        QVERIFY(find(question, Subject::LimitRange).sentence.contains(QStringLiteral("names nothing 0.5 cores")));
        question.wished = 0.05;
        QCOMPARE(find(question, Subject::LimitRange).verdict, Verdict::Warns);
        QVERIFY(find(question, Subject::LimitRange).sentence.contains(QStringLiteral("at least 0.1 cores")));
        question.limitRanges.reset();
        QCOMPARE(find(question, Subject::LimitRange).verdict, Verdict::Unknown);
    }

    void warnsOfALimitThatPodsDoNotName()
    {
        Question question = cpu(4);
        question.now.reset();
        QVERIFY(find(question, Subject::LimitRange).sentence.contains(QStringLiteral("are refused")));
        question.limitRanges = QList{range({}, 0.5, {})};
        QCOMPARE(find(question, Subject::LimitRange).verdict, Verdict::Fine);
    }

    void saysWhatNoLimitMeans()
    {
        const auto all = findings(cpu(std::nullopt));
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.first().verdict, Verdict::Warns);
    }
};

QTEST_GUILESS_MAIN(TestQuotaWhatIf)
#include "tst_quotawhatif.moc"
