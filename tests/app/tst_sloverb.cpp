// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "app/sloverb.h"
#include "tests/support/strict.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestSloVerb : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void printsTheRulesOfEveryShippedObjective()
    {
        const QDir folder(QStringLiteral(PILOTHOUSE_SLOS));
        const QStringList names = folder.entryList({u"*.yaml"_s}, QDir::Files);
        QCOMPARE(names.size(), 4);
        for (const QString &name : names) {
            const auto outcome = run({u"rules"_s, folder.filePath(name)});
            QCOMPARE(outcome.exitStatus, 0);
            QVERIFY(outcome.output.contains("slo:sli_error:ratio_rate5m"));
            QVERIFY(outcome.output.contains("managed_by: pilothouse"));
            QCOMPARE(outcome.text.isEmpty(), !name.startsWith(u"satisfaction"_s)); // one of its alerts can never fire
        }
    }

    void tellsWhatIsWrongWithPlaces()
    {
        const QString file
            = write("version: prometheus/v1\nservice: s\nslos:\n- name: good\n  objective: 99.9\n  sli: {raw: "
                    "{error_ratio_query: 'a[{{.window}}]'}}\n- name: bad\n  objective: 999\n");
        const auto outcome = run({u"rules"_s, file});
        QCOMPARE(outcome.exitStatus, 1);
        QVERIFY2(outcome.text.startsWith(file + u":8:14: “999” is not an objective"_s), qPrintable(outcome.text));
        QVERIFY(outcome.output.contains("sloth_id: s-good"));
        QVERIFY(!outcome.output.contains("s-bad"));
    }

    void printsAnObjectForTheCluster()
    {
        const QString file = QStringLiteral(PILOTHOUSE_SLOS "/quality.yaml");
        const auto outcome = run({u"rules"_s, file, u"--prometheus-rule"_s, u"web"_s, u"--namespace=shop"_s});
        QCOMPARE(outcome.exitStatus, 0);
        QVERIFY(outcome.output.startsWith("apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\n"));
        QVERIFY(outcome.output.contains("namespace: \"shop\""));
    }

    void saysHowItIsCalled_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("words");
        QTest::newRow("nothing") << QStringList{} << u"Nothing was said"_s;
        QTest::newRow("verb") << QStringList{u"burn"_s} << u"“burn”"_s;
        QTest::newRow("file") << QStringList{u"rules"_s} << u"is missing"_s;
        QTest::newRow("files") << QStringList{u"rules"_s, u"a"_s, u"b"_s} << u"“b” is one word too many"_s;
        QTest::newRow("namespace") << QStringList{u"rules"_s, u"a"_s, u"--namespace=b"_s} << u"--prometheus-rule"_s;
        QTest::newRow("name") << QStringList{u"rules"_s, u"a"_s, u"--prometheus-rule=A b"_s} << u"“A b”"_s;
        QTest::newRow("option") << QStringList{u"rules"_s, u"--nonsense"_s} << u"nonsense"_s;
    }
    void saysHowItIsCalled()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, words);
        const auto outcome = run(arguments);
        QCOMPARE(outcome.exitStatus, 2);
        QVERIFY(outcome.output.isEmpty());
        QVERIFY2(outcome.text.contains(words), qPrintable(outcome.text));
    }

    void aFileWithoutObjectivesIsNoSuccess()
    {
        const auto nowhere = run({u"rules"_s, u"nowhere.yaml"_s});
        QCOMPARE(nowhere.exitStatus, 1);
        QVERIFY(nowhere.text.startsWith(u"nowhere.yaml cannot be read"_s));
        const auto outcome = run({u"rules"_s, write("kind: Pod\napiVersion: v1\n")});
        QCOMPARE(outcome.exitStatus, 1);
        QVERIFY(outcome.text.contains(u"has no objective"_s));
    }

    void needsNoDisplay()
    {
        QVERIFY(!CommandLine::wantsPixels({u"pilothouse"_s, u"slo"_s, u"rules"_s, u"f"_s}));
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(u"QT_QPA_PLATFORM"_s);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(PILOTHOUSE_PROGRAM), {u"slo"_s, u"rules"_s, u"-"_s});
        process.write("version: prometheus/v1\nservice: s\nslos:\n- name: n\n  objective: 99.9\n  sli: {raw: "
                      "{error_ratio_query: 'a[{{.window}}]'}}\n");
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(process.readAllStandardOutput().startsWith("groups:\n"));
        QVERIFY(process.readAllStandardError().isEmpty());
    }

private:
    QTemporaryDir m_folder;

    QString write(const QByteArray &text)
    {
        QFile file(m_folder.filePath(u"slos.yaml"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("no room for a file");
        return file.fileName();
    }
    static SloVerb::Outcome run(const QStringList &arguments)
    {
        return SloVerb::run(QStringList{u"pilothouse"_s, u"slo"_s} + arguments);
    }
};

QTEST_GUILESS_MAIN(TestSloVerb)
#include "tst_sloverb.moc"
