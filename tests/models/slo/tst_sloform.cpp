// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/slo/definition.h"
#include "backends/slo/ruleset.h"
#include "models/slo/slodraft.h"
#include "tests/models/onboarding/onboardingworld.h"
#include "tests/support/strict.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using Kind = SloForm::Kind;
using Field = SloForm::Field;

namespace {

SloForm form(Kind kind = Kind::Availability)
{
    SloForm form;
    form.adopt(kind);
    form.clusterId = u"eu"_s;
    form.namespaceName = u"shop"_s;
    form.service = u"web"_s;
    if (kind == Kind::Own) {
        form.name = u"orders"_s;
        form.errorQuery = u"sum(rate(bad[{{.window}}])) # \"note\"\n + 0"_s;
        form.totalQuery = u"sum(rate(all{a='\\\\b'}[{{.window}}]))"_s;
    }
    return form;
}

ReadAnswer missing()
{
    ReadAnswer answer;
    answer.kind = ReadAnswer::Kind::Missing;
    return answer;
}

ReadAnswer found(const QByteArray &text)
{
    ReadAnswer answer;
    answer.kind = ReadAnswer::Kind::Found;
    answer.object = {true, false, text, u"7"_s, u"uid"_s};
    return answer;
}

} // namespace

class TestSloForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void everyKindMakesRules_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<double>("objective");
        QTest::addColumn<int>("alerts");
        QTest::newRow("availability") << int(Kind::Availability) << 0.999 << 4;
        QTest::newRow("latency") << int(Kind::Latency) << 0.95 << 4;
        QTest::newRow("quality") << int(Kind::Quality) << 0.995 << 4;
        QTest::newRow("satisfaction") << int(Kind::Satisfaction) << 0.9 << 3; // 14.4 can never be reached
        QTest::newRow("own") << int(Kind::Own) << 0.999 << 4;
    }
    void everyKindMakesRules()
    {
        QFETCH(int, kind);
        QFETCH(double, objective);
        QFETCH(int, alerts);
        const SloForm wish = form(Kind(kind));
        const SloFormRules rules = sloFormRules(wish);
        QCOMPARE(rules.mistakes, QList<SloForm::Mistake>());
        const SloSpec::RuleSet set = SloSpec::parseRules(rules.text);
        QCOMPARE(set.problems.size(), 0);
        QCOMPARE(set.slos.size(), 1);
        QCOMPARE(set.slos.first().tool, SloSpec::Definition::Tool::Console);
        QCOMPARE(set.slos.first().objective, objective);
        QCOMPARE(set.slos.first().id, u"shop-web-"_s + wish.ownName());
        QCOMPARE(set.alerts, alerts);
        QCOMPARE(SloSpec::parseRules(rules.object).slos, set.slos);
        // What is kept as a file says the same.
        const QList<SloSpec::Definition> kept = SloSpec::parse(rules.definition, u"f"_s);
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept.first().problem, QString());
        const SloSpec::Definition made = SloDraft::definition(wish);
        QCOMPARE(kept.first().id, made.id);
        QCOMPARE(kept.first().objective, made.objective);
        QCOMPARE(kept.first().errorQuery, made.errorQuery);
        QCOMPARE(kept.first().totalQuery, made.totalQuery);
        QCOMPARE(kept.first().tool, made.tool);
    }

    void promtoolTakesAllOfThem()
    {
        const QString promtool = QStandardPaths::findExecutable(u"promtool"_s);
        if (promtool.isEmpty())
            QSKIP("promtool is not installed (package prometheus)");
        QTemporaryDir folder;
        QStringList arguments{u"check"_s, u"rules"_s};
        for (const Kind kind : SloFormText::kinds()) {
            QFile file(folder.filePath(u"%1.yml"_s.arg(int(kind))));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(sloFormRules(form(kind)).text);
            arguments.append(file.fileName());
        }
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(promtool, arguments);
        QVERIFY(process.waitForFinished());
        QVERIFY2(process.exitCode() == 0, process.readAll().constData());
    }

    void standardAlertsNeedNoObjective()
    {
        const SloFormRules rules = sloFormRules(form(Kind::WorkloadAlerts));
        QCOMPARE(rules.mistakes, QList<SloForm::Mistake>());
        QCOMPARE(SloSpec::parseRules(rules.text).alerts, 5);
        QVERIFY(rules.definition.isEmpty());
        QCOMPARE(rules.objectName.title(), u"PrometheusRule shop/slo-web-alerts"_s);
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("field");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, Kind kind, Field field, const QString &typed, const QString &words) {
            QTest::newRow(name) << int(kind) << int(field) << typed << words;
        };
        row("cluster", Kind::Availability, Field::Cluster, {}, u"Choose one"_s);
        row("namespace", Kind::Availability, Field::Namespace, {}, u"namespace is missing"_s);
        row("bad namespace", Kind::Availability, Field::Namespace, u"Shop"_s, u"“Shop” cannot be a namespace"_s);
        row("service", Kind::WorkloadAlerts, Field::Service, u"a\"} or vector(1"_s, u"cannot be a service"_s);
        row("name", Kind::Own, Field::Name, {}, u"no name yet"_s);
        row("objective", Kind::Quality, Field::Objective, u"100"_s, u"“100” is not an objective"_s);
        row("comma", Kind::Quality, Field::Objective, u"99,9"_s, u"such as 99.9"_s);
        row("window", Kind::Quality, Field::Window, u"5m"_s, u"between a day and a year"_s);
        row("time", Kind::Latency, Field::Bound, u"soon"_s, u"“soon” is not a time"_s);
        row("score", Kind::Satisfaction, Field::Bound, u"good"_s, u"“good” is not a score"_s);
        row("metric", Kind::Quality, Field::Metric, u"a-b"_s, u"name of a metric"_s);
        row("query", Kind::Own, Field::ErrorQuery, {}, u"query is missing"_s);
        row("no window", Kind::Own, Field::TotalQuery, u"up"_s, u"no {{.window}}"_s);
        row("runbook", Kind::Quality, Field::Runbook, u"file:///etc"_s, u"not the address of a page"_s);
        row("password", Kind::Quality, Field::Runbook, u"https://a:b@c/"_s, u"not the address of a page"_s);
    }
    void saysWhatIsWrong()
    {
        QFETCH(int, kind);
        QFETCH(int, field);
        QFETCH(QString, typed);
        QFETCH(QString, words);
        SloForm wish = form(Kind(kind));
        QString *const fields[]
            = {&wish.clusterId, &wish.namespaceName, &wish.service, nullptr, &wish.name, &wish.objective, &wish.window,
                &wish.bound, &wish.metric, &wish.errorQuery, &wish.totalQuery, &wish.runbook};
        *fields[field] = typed;
        const SloFormRules rules = sloFormRules(wish);
        QCOMPARE(rules.mistakes.size(), 1);
        QCOMPARE(rules.mistakes.first().field, Field(field));
        QVERIFY2(rules.mistakes.first().sentence.contains(words), qPrintable(rules.mistakes.first().sentence));
        QVERIFY(rules.text.isEmpty() && rules.object.isEmpty());
    }

    void theBoundHasToBeABucket()
    {
        SloForm wish = form(Kind::Latency);
        QVERIFY(sloFormRules(wish).notes.first().contains(u"was not looked up"_s));
        QVERIFY(sloFormRules(wish).text.contains("le=\"0.5\""));
        wish.bounds = {u"0.1"_s, u"1.0"_s, u"+Inf"_s};
        SloFormRules rules = sloFormRules(wish);
        QCOMPARE(rules.mistakes.value(0).field, Field::Bound);
        QVERIFY(rules.mistakes.first().sentence.contains(u"Choose one of: 0.1, 1.0"_s));
        wish.bound = u"1000ms"_s;
        rules = sloFormRules(wish);
        QCOMPARE(rules.mistakes.size(), 0);
        QVERIFY(rules.text.contains("le=\"1.0\"")); // as the series have it
        QVERIFY(rules.notes.isEmpty());
        wish.bounds.clear();
        QVERIFY(sloFormRules(wish).text.contains("le=~\"1([.]0)?\""));
    }

    void warnsOfAlertsThatCannotFire()
    {
        const SloFormRules rules = sloFormRules(form(Kind::Satisfaction));
        QVERIFY(rules.notes.first().contains(u"can never fire"_s));
        QVERIFY(!rules.text.contains("14.4"));
    }

    void makesAChangeOfIt()
    {
        OnboardingWorld world;
        const SloForm wish = form();
        const SloFormRules rules = sloFormRules(wish);
        const SloFormEdit edit = sloFormEdit(wish, rules, missing(), world.river, u"team-blue"_s);
        QVERIFY(edit.change.has_value());
        QCOMPARE(edit.change->tenants, QStringList{u"team-blue"_s}); // whose policies hold
        QCOMPARE(edit.action, u"Create PrometheusRule shop/slo-web-availability in prod-eu"_s);
        QCOMPARE(edit.change->kind, ChangeKind::Object);
        QCOMPARE(edit.change->edits.size(), 1);
        QCOMPARE(edit.change->edits.first().action, ObjectEdit::Action::Create);
        QCOMPARE(edit.change->edits.first().text, rules.object);
    }

    void replacesItsOwnAndNobodyElses()
    {
        OnboardingWorld world;
        const SloForm wish = form();
        const SloFormRules rules = sloFormRules(wish);
        SloFormEdit edit = sloFormEdit(wish, rules, found(rules.object), world.river);
        QVERIFY(edit.change.has_value());
        QCOMPARE(edit.change->edits.first().action, ObjectEdit::Action::MergePatch);
        QCOMPARE(edit.change->edits.first().before.resourceVersion, u"7"_s);
        QVERIFY(edit.action.startsWith(u"Replace"_s));
        const QByteArray foreign = R"({"metadata": {"labels": {"app.kubernetes.io/managed-by": "Helm"}}})";
        edit = sloFormEdit(wish, rules, found(foreign), world.river);
        QVERIFY(!edit.change && edit.problem.contains(u"belongs to Helm"_s));
        edit = sloFormEdit(wish, rules, found("{}"), world.river);
        QVERIFY(!edit.change && edit.problem.contains(u"somebody else"_s));
        ReadAnswer failed;
        failed.sentence = u"Nobody answers."_s;
        QCOMPARE(sloFormEdit(wish, rules, failed, world.river).problem, u"Nobody answers."_s);
    }

    void readsTimes()
    {
        QCOMPARE(SloFormText::seconds(u"500ms"_s), std::optional<double>(0.5));
        QCOMPARE(SloFormText::seconds(u"0.5s"_s), std::optional<double>(0.5));
        QCOMPARE(SloFormText::seconds(u"2"_s), std::optional<double>(2));
        for (const char *text : {"", "s", "ms", "-1s", "0", "nan", "inf", "1h"})
            QVERIFY2(!SloFormText::seconds(QString::fromLatin1(text)), text);
    }
};

QTEST_GUILESS_MAIN(TestSloForm)
#include "tst_sloform.moc"
