// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/slo/rulechecker.h"
#include "tests/support/manualclock.h"
#include "tests/support/strict.h"

#include <QFile>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using Severity = Condition::Severity;

class TestRuleChecker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void saysWhatTheToolSays()
    {
        RuleChecker checker(m_clock, script("echo checked; test -s \"$3\" || exit 3"));
        QCOMPARE(ask(checker, "groups: []\n").severity, Severity::Fine);
    }

    void tellsWhyAndNotWhere()
    {
        RuleChecker checker(m_clock, script("echo \"$3: 3:5: no such thing\" >&2; exit 1"));
        const RuleVerdict verdict = ask(checker, "groups: []\n");
        QCOMPARE(verdict.severity, Severity::Critical);
        QCOMPARE(verdict.details, u"3:5: no such thing"_s);
    }

    void isContentWithoutTheTool()
    {
        RuleChecker checker(m_clock, m_folder->filePath(u"nothing"_s));
        const RuleVerdict verdict = ask(checker, "groups: []\n");
        QCOMPARE(verdict.severity, Severity::Info);
        QVERIFY(verdict.sentence.contains(u"no promtool here"_s));
    }

    void waitsForNobodyForEver()
    {
        RuleChecker checker(m_clock, script("echo begun; exec sleep 600"));
        QSignalSpy spy(&checker, &RuleChecker::checked);
        checker.check("groups: []\n");
        QVERIFY(spy.isEmpty());
        m_clock.advance(std::chrono::seconds(21));
        QVERIFY(!spy.isEmpty());
        QCOMPARE(spy.first().first().value<RuleVerdict>().severity, Severity::Warning);
    }

    void givesUpWhatIsOld()
    {
        // The first never ends; the answer is the second's.
        RuleChecker checker(m_clock, script("grep -q first \"$3\" && exec sleep 600; exit 0"));
        QSignalSpy spy(&checker, &RuleChecker::checked);
        checker.check("# first\n");
        checker.check("# second\n");
        QVERIFY(spy.wait());
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy.first().first().value<RuleVerdict>().severity, Severity::Fine);
    }

    void boundsWhatTheToolSays()
    {
        RuleChecker checker(m_clock, script("head -c 3000000 /dev/zero | tr '\\0' x; exit 1"));
        QVERIFY(ask(checker, "groups: []\n").details.size() <= 4000);
    }

    void asksTheRealOne()
    {
        if (QStandardPaths::findExecutable(u"promtool"_s).isEmpty())
            QSKIP("promtool is not installed (package prometheus)");
        RuleChecker checker(m_clock);
        QCOMPARE(ask(checker, "groups:\n- name: a\n  rules:\n  - record: b\n    expr: vector(1)\n").severity,
            Severity::Fine);
        const RuleVerdict verdict = ask(checker, "groups:\n- name: a\n  rules:\n  - record: b\n    expr: sum(\n");
        QCOMPARE(verdict.severity, Severity::Critical);
        QVERIFY2(verdict.details.contains(u"parse error"_s), qPrintable(verdict.details));
    }

private:
    ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;

    QString script(const QByteArray &body)
    {
        QFile file(m_folder->filePath(u"promtool"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\n" + body + "\n") < 0
            || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
            qFatal("no room for a script");
        return file.fileName();
    }
    static RuleVerdict ask(RuleChecker &checker, const QByteArray &rules)
    {
        QSignalSpy spy(&checker, &RuleChecker::checked);
        checker.check(rules);
        if (spy.isEmpty() && !spy.wait(30'000))
            return {};
        return spy.first().first().value<RuleVerdict>();
    }
};

QTEST_GUILESS_MAIN(TestRuleChecker)
#include "tst_rulechecker.moc"
