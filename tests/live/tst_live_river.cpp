// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/core/clock.h"
#include "backends/records/journal/journalstore.h"
#include "backends/records/journal/journalverify.h"
#include "models/changes/clusterrecord.h"
#include "models/changes/journalarchive.h"
#include "tests/live/world.h"
#include "tests/support/strict.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Records;

//! Whole consoles that change things in a real cluster, and what is left of that in the journal and in the API server's
//! own audit log: the same, one to one.
class TestLiveRiver final : public QObject
{
    Q_OBJECT

private:
    //! What the journal says became of one write.
    struct Written
    {
        QByteArray what; //!< for messages
        bool applied = false;
        bool inDoubt = false; //!< it says that nobody can tell
        bool over = false;
        bool isRecord = false; //!< what a change leaves in its cluster, whose ids follow from the change's
    };
    using Journal = QHash<QByteArray, Written>; //!< by Audit-ID
    //! What the API server's own log says, by Audit-ID.
    struct Audit
    {
        QHash<QByteArray, int> done; //!< how often
        //! Whoever asked was gone before the answer (logged as 500): done or not, this log does not tell.
        QSet<QByteArray> perhaps;

        [[nodiscard]] bool holds(const QByteArray &id) const { return done.contains(id) || perhaps.contains(id); }
    };

    std::optional<World> m_world;
    qint64 m_auditFrom = 0;

    [[nodiscard]] QString auditLog() const
    {
        return QFileInfo(m_world->kubeconfig()).path() + QStringLiteral("/audit.log");
    }
    //! Writes of objects that were done since init(), by Audit-ID: how often. Questions about rights are sent as
    //! objects as well and change nothing.
    [[nodiscard]] Audit audited() const
    {
        Audit writes;
        QFile file(auditLog());
        if (!file.open(QIODevice::ReadOnly) || !file.seek(m_auditFrom))
            return writes;
        static const QStringList verbs{QStringLiteral("create"), QStringLiteral("update"), QStringLiteral("patch"),
            QStringLiteral("delete"), QStringLiteral("deletecollection")};
        while (!file.atEnd()) {
            const QJsonObject entry = QJsonDocument::fromJson(file.readLine()).object();
            const auto text = [&entry](const char *key) { return entry.value(QLatin1String(key)).toString(); };
            const int code
                = entry.value(QLatin1String("responseStatus")).toObject().value(QLatin1String("code")).toInt();
            const QString group
                = entry.value(QLatin1String("objectRef")).toObject().value(QLatin1String("apiGroup")).toString();
            if (text("stage") == QLatin1String("ResponseComplete") && verbs.contains(text("verb"))
                && (code < 300 || code >= 500)
                && text("userAgent").startsWith(QLatin1String("Pilothouse"), Qt::CaseInsensitive)
                && !text("requestURI").contains(QLatin1String("dryRun="))
                && group != QLatin1String("authorization.k8s.io")) {
                const QByteArray id = text("auditID").toLatin1();
                if (code < 300)
                    ++writes.done[id];
                else
                    writes.perhaps.insert(id);
            }
        }
        return writes;
    }
    //! Waits until the log holds all that was applied, which may come a little late.
    [[nodiscard]] Audit auditedOnce(const Journal &journal) const
    {
        Audit writes;
        (void)QTest::qWaitFor(
            [&] {
                writes = audited();
                return std::all_of(journal.keyValueBegin(), journal.keyValueEnd(),
                    [&writes](const auto &entry) { return !entry.second.applied || writes.holds(entry.first); });
            },
            5000);
        return writes;
    }

    template <typename Value>
    static Value answered(const std::function<void(std::function<void(const Value &)>)> &ask)
    {
        std::optional<Value> value;
        ask([&value](const Value &given) { value = given; });
        (void)QTest::qWaitFor([&value] { return value.has_value(); }, 30000);
        return value.value_or(Value());
    }
    //! Reads a console's journal, which must verify.
    void addJournal(const QString &folder, Journal &into) const
    {
        const QString file = folder + QStringLiteral("/journal.db");
        const auto report = verifyFile(file);
        QVERIFY2(report.ok() && report->sound(), qPrintable(file));
        const SystemClock clock;
        JournalStore store({file, folder, QStringLiteral("test"), 16}, clock);
        JournalArchive archive(store);
        QList<QUuid> ids;
        JournalFilter filter;
        filter.limit = JournalFilter::maxPage;
        for (bool more = true; more;) {
            const auto page = answered<std::optional<JournalPage>>([&](auto take) {
                store.page(filter, this_(),
                    [take](const Result<JournalPage> &read) { take(read ? std::optional(*read) : std::nullopt); });
            });
            QVERIFY(page);
            for (const JournalEntry &entry : page->entries) {
                if (!ids.contains(entry.change))
                    ids.append(entry.change);
                filter.before = entry.sequence;
            }
            more = page->more;
        }
        for (const QUuid &id : std::as_const(ids)) {
            const auto recorded = answered<std::optional<RecordedChange>>([&](auto take) { archive.change(id, take); });
            QVERIFY2(recorded, qPrintable(id.toString()));
            for (qsizetype i = 0; i < recorded->change.edits.size(); ++i) {
                const EditResult &result = recorded->results[i];
                into.insert(recorded->change.auditId(i).toByteArray(QUuid::WithoutBraces),
                    {recorded->change.edits[i].object.title().toLatin1() + ": "
                            + ChangeText::id(result.state).toLatin1() + ' ' + result.sentence.toUtf8(),
                        result.applied(), result.state == EditResult::State::Unknown, recorded->over, false});
                into.insert(ClusterRecord::auditIdOfEvent(id, i).toByteArray(QUuid::WithoutBraces),
                    {"the Event of " + id.toByteArray(), false, false, true, true});
            }
            into.insert(ClusterRecord::auditIdOfSummary(id).toByteArray(QUuid::WithoutBraces),
                {"the record of " + id.toByteArray(), false, false, true, true});
        }
    }
    [[nodiscard]] QObject *this_() const { return const_cast<TestLiveRiver *>(this); }

    struct Counts
    {
        int intended = 0;
        int applied = 0;
        int inDoubt = 0;
    };
    static Counts countsOf(const Journal &journal)
    {
        Counts counts;
        for (const Written &written : journal) {
            counts.intended += written.isRecord ? 0 : 1;
            counts.applied += written.applied ? 1 : 0;
            counts.inDoubt += written.inDoubt ? 1 : 0;
        }
        return counts;
    }
    static void comparePairs(const Journal &journal, const Audit &writes)
    {
        const auto holds = [](bool so, const char *wrong, const QByteArray &what) {
            if (!so)
                qCritical("%s: %s", wrong, what.constData());
            return so;
        };
        for (auto it = writes.done.begin(); it != writes.done.end(); ++it) {
            QVERIFY(holds(journal.contains(it.key()), "a write that the journal does not hold", it.key()));
            const Written &written = *journal.constFind(it.key());
            QVERIFY(holds(it.value() == 1, "made more than once", written.what));
            QVERIFY(holds(written.applied || written.inDoubt || written.isRecord,
                "made, and the journal says otherwise", written.what));
        }
        for (auto it = journal.begin(); it != journal.end(); ++it) {
            QVERIFY(holds(it->over, "without an end", it->what));
            QVERIFY(holds(!it->applied || writes.holds(it.key()), "never made", it->what));
        }
    }

    struct Console
    {
        QString folder;
        QString seed;
        int changes = 0;
        int speed = 1;
    };
    void start(QProcess &process, const Console &console) const
    {
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QStringLiteral(CHANGE_WRITER),
            {m_world->kubeconfig(), QStringLiteral("olga.operator@world"), console.folder, console.seed,
                QString::number(console.changes), QString::number(console.speed)});
    }
    static int asked(const char *variable, int usual)
    {
        const int number = qEnvironmentVariableIntValue(variable);
        return number > 0 ? number : usual;
    }

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_world = World::find();
        if (!m_world && World::required())
            QFAIL("The real servers are not there.");
        if (!m_world)
            QSKIP("The real servers are not there.");
        m_auditFrom = QFileInfo(auditLog()).size();
    }

    void everyWriteIsInTheJournalAndTheOtherWayRound()
    {
        const int changes = asked("PILOTHOUSE_CHANGES", 200);
        const QTemporaryDir one;
        const QTemporaryDir other;
        QProcess first;
        QProcess second;
        start(first, {one.path(), QStringLiteral("1"), changes / 2, 1});
        start(second, {other.path(), QStringLiteral("2"), changes - changes / 2, 1});
        QVERIFY(QTest::qWaitFor(
            [&] { return first.state() == QProcess::NotRunning && second.state() == QProcess::NotRunning; }, 240'000));
        const QByteArrayList ends
            = QByteArray(first.readAllStandardOutput() + second.readAllStandardOutput()).split('\n');
        QCOMPARE(first.exitCode() + second.exitCode(), 0);

        Journal journal;
        addJournal(one.path(), journal);
        addJournal(other.path(), journal);
        const Counts counts = countsOf(journal);
        const auto writes = auditedOnce(journal);
        QHash<QByteArray, int> kinds;
        for (const QByteArray &end : ends)
            ++kinds[end.mid(37)];
        qInfo() << changes << "changes;" << counts.intended << "writes intended," << counts.applied << "applied,"
                << counts.inDoubt << "in doubt," << writes.done.size() << "in the audit log; ended:" << kinds;
        QVERIFY(counts.applied > changes / 3);
        QCOMPARE(counts.inDoubt, 0);
        QVERIFY(writes.perhaps.isEmpty());
        comparePairs(journal, writes);
    }

    void aKilledConsoleLosesNothingAndRepeatsNothing()
    {
        const int kills = asked("PILOTHOUSE_KILLS", 50);
        const QTemporaryDir folder;
        QRandomGenerator random(20261121);
        for (int i = 0; i < kills; ++i) {
            QProcess process;
            start(process, {folder.path(), QString::number(i), 1000, 10});
            QVERIFY(process.waitForStarted());
            const int life = 60 + int(random.bounded(700)); // ms; it takes some 80 to connect
            (void)QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, life);
            QVERIFY2(process.state() == QProcess::Running, "it ended by itself");
            process.kill();
            QVERIFY(process.waitForFinished());
        }
        QProcess last; // goes on with all that was left
        start(last, {folder.path(), QStringLiteral("9999"), 0, 10});
        QVERIFY(QTest::qWaitFor([&last] { return last.state() == QProcess::NotRunning; }, 240'000));
        QCOMPARE(last.exitCode(), 0);

        Journal journal;
        addJournal(folder.path(), journal);
        const Counts counts = countsOf(journal);
        const auto writes = auditedOnce(journal);
        qInfo() << kills << "kills;" << counts.intended << "writes intended," << counts.applied << "applied,"
                << counts.inDoubt << "in doubt," << writes.done.size() << "in the audit log;"
                << last.readAllStandardOutput().count('\n') << "ended in the last life";
        QVERIFY(counts.applied > kills / 4);
        QVERIFY(counts.inDoubt < counts.applied / 4);
        comparePairs(journal, writes);
    }
};

QTEST_GUILESS_MAIN(TestLiveRiver)
#include "tst_live_river.moc"
