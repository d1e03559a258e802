// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/monitoring/historyimport.h"
#include "tests/support/manualclock.h"
#include "tests/support/strict.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Sandbox;
using namespace std::chrono_literals;

//! A stand-in for promtool makes one block of each text, named by its first line, and notes each call.
class TestHistoryImport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void makesTodayFirstThenDayByDayBackwards();
    void makesNoDayTwice();
    void makesAnotherPastAnew();
    void tellsWhyAndLetsPrometheusStart();
    void leavesTheCacheAloneWhenPrometheusRemovesABlock();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ManualClock> m_clock;

    [[nodiscard]] QString in(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    [[nodiscard]] HistoryImport::Settings settings(const QString &key = QStringLiteral("one"));
    [[nodiscard]] QStringList calls() const;
    [[nodiscard]] QStringList blocks() const { return QDir(in("storage")).entryList({QStringLiteral("block-*")}); }
    void writeProgram(const QByteArray &script);
};

namespace {

void writeDay(QIODevice &into, const QDateTime &from, const QDateTime &to)
{
    into.write(from.toString(QStringLiteral("yyyy-MM-dd_HH")).toUtf8() + '-'
        + to.toString(QStringLiteral("dd_HH:mm")).toUtf8() + '\n');
}

} // namespace

void TestHistoryImport::init()
{
    failOnUnexpectedWarnings();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir().mkpath(in("cache")));
    m_clock = std::make_unique<ManualClock>(); // 2026-11-21 14:00
    m_clock->advance(8min + 9s);
    writeProgram("#!/bin/sh\nname=$(head -1 \"$5\")\necho \"$name\" >>\"" + in("calls").toUtf8()
        + "\"\ntail -1 \"$5\" | grep -q '^# EOF$' || exit 3\nmkdir \"$6/block-$name\" && echo data "
          ">\"$6/block-$name/chunk\"\n");
}

void TestHistoryImport::writeProgram(const QByteArray &script)
{
    QFile program(in("promtool"));
    QVERIFY(program.open(QIODevice::WriteOnly));
    program.write(script);
    program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

HistoryImport::Settings TestHistoryImport::settings(const QString &key)
{
    return {in("promtool"), in("cache"), key, in("storage"), writeDay, 3};
}

QStringList TestHistoryImport::calls() const
{
    QFile file(in("calls"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

void TestHistoryImport::makesTodayFirstThenDayByDayBackwards()
{
    HistoryImport import(settings(), *m_clock);
    QSignalSpy finished(&import, &HistoryImport::finished);
    QStringList whenRecent;
    connect(&import, &HistoryImport::recentReady, this, [&] { whenRecent = blocks(); });
    import.start();
    QVERIFY(finished.wait());
    QCOMPARE(calls(),
        (QStringList{QStringLiteral("2026-11-21_00-21_14:08"), QStringLiteral("2026-11-20_00-21_00:00"),
            QStringLiteral("2026-11-19_00-20_00:00"), QStringLiteral("2026-11-18_00-19_00:00")}));
    QCOMPARE(whenRecent, QStringList{QStringLiteral("block-2026-11-21_00-21_14:08")});
    QCOMPARE(blocks().size(), 4);
    QVERIFY(!QDir(in("storage.making")).exists());
}

void TestHistoryImport::makesNoDayTwice()
{
    {
        HistoryImport import(settings(), *m_clock);
        QSignalSpy finished(&import, &HistoryImport::finished);
        import.start();
        QVERIFY(finished.wait());
    }
    QDir(in("storage")).removeRecursively();
    QFile::remove(in("calls"));
    m_clock->advance(24h);
    HistoryImport import(settings(), *m_clock);
    QSignalSpy finished(&import, &HistoryImport::finished);
    QStringList whenRecent;
    connect(&import, &HistoryImport::recentReady, this, [&] { whenRecent = blocks(); });
    import.start();
    QVERIFY(finished.wait());
    // Today was not kept, as it was not over.
    QCOMPARE(
        calls(), (QStringList{QStringLiteral("2026-11-22_00-22_14:08"), QStringLiteral("2026-11-21_00-22_00:00")}));
    QCOMPARE(whenRecent.size(), 3);
    QCOMPARE(blocks().size(), 4);
    QCOMPARE(QDir(in("cache/one")).entryList(QDir::Dirs | QDir::NoDotAndDotDot),
        (QStringList{QStringLiteral("2026-11-19"), QStringLiteral("2026-11-20"), QStringLiteral("2026-11-21")}));
}

void TestHistoryImport::makesAnotherPastAnew()
{
    for (const QString &key : {QStringLiteral("one"), QStringLiteral("two")}) {
        QDir(in("storage")).removeRecursively();
        QFile::remove(in("calls"));
        HistoryImport import(settings(key), *m_clock);
        QSignalSpy finished(&import, &HistoryImport::finished);
        import.start();
        QVERIFY(finished.wait());
        QCOMPARE(calls().size(), 4);
    }
    QCOMPARE(QDir(in("cache")).entryList(QDir::Dirs | QDir::NoDotAndDotDot), QStringList{QStringLiteral("two")});
}

void TestHistoryImport::tellsWhyAndLetsPrometheusStart()
{
    writeProgram("#!/bin/sh\necho 'no such thing' >&2\nexit 7\n");
    HistoryImport import(settings(), *m_clock);
    QSignalSpy failed(&import, &HistoryImport::failed);
    QSignalSpy recent(&import, &HistoryImport::recentReady);
    import.start();
    QVERIFY(failed.wait());
    QCOMPARE(failed.first().first().toString(), QStringLiteral("promtool ended with status 7: no such thing\n"));
    QCOMPARE(recent.count(), 1);
    QVERIFY(QDir(in("cache/one")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).isEmpty());
}

void TestHistoryImport::leavesTheCacheAloneWhenPrometheusRemovesABlock()
{
    HistoryImport import(settings(), *m_clock);
    QSignalSpy finished(&import, &HistoryImport::finished);
    import.start();
    QVERIFY(finished.wait());
    QDir(in("storage")).removeRecursively();
    QVERIFY(QFile::exists(in("cache/one/2026-11-20/block-2026-11-20_00-21_00:00/chunk")));
}

QTEST_GUILESS_MAIN(TestHistoryImport)
#include "tst_historyimport.moc"
