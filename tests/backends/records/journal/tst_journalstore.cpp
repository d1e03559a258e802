// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/records/journal/consolekeys.h"
#include "backends/records/journal/journaldatabase.h"
#include "backends/records/journal/pageseal.h"
#include "tests/backends/records/journal/journalfixture.h"
#include "tests/support/strict.h"

#include <QSignalSpy>
#include <QSqlQuery>

#include <array>
#include <sys/stat.h>

using namespace Records;

namespace {

QList<qint64> sequences(const QList<JournalEntry> &entries)
{
    QList<qint64> numbers;
    for (const JournalEntry &entry : entries)
        numbers.append(entry.sequence);
    return numbers;
}

} // namespace

class TestJournalStore final : public QObject
{
    Q_OBJECT

private:
    static JournalRowPage rows(JournalFixture &journal, JournalStore &store, const JournalFilter &filter)
    {
        const auto page
            = journal.wait<JournalRowPage>([&](const auto &told) { store.rows(filter, &journal.context, told); });
        return page ? *page : JournalRowPage();
    }

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void recordsInAChain()
    {
        JournalFixture journal;
        JournalStore store(journal.settings(), journal.clock);
        QSignalSpy told(&store, &JournalStore::recorded);
        const auto first = journal.record(store, JournalFixture::draft(1));
        QVERIFY2(first.ok(), first.ok() ? "" : qPrintable(first.error().detail));
        journal.clock.advance(std::chrono::seconds(5));
        const auto second = journal.record(store, JournalFixture::draft(1, JournalStage::Answered));
        QVERIFY(second.ok());
        QCOMPARE(first->sequence, 1);
        QCOMPARE(first->previous, QByteArray(32, '\0'));
        QCOMPARE(first->user, QStringLiteral("olga"));
        QCOMPARE(first->before, QByteArray(R"({"spec":{"hard":{"requests.cpu":"2"}}})"));
        QCOMPARE(second->sequence, 2);
        QCOMPARE(second->previous, first->hash);
        QCOMPARE(second->time - first->time, 5000);
        QCOMPARE(second->hash, sha256(second->canonical()));
        QCOMPARE(told.size(), 2);
        QCOMPARE(told.at(1).at(0).value<JournalEntry>(), *second);
    }

    void recordsWhatIsHardlyKnown()
    {
        JournalFixture journal;
        JournalStore store(journal.settings(), journal.clock);
        JournalDraft bare;
        bare.change = JournalFixture::draft(1).change;
        QVERIFY(journal.record(store, bare).ok());
        const auto page = journal.page(store, {});
        QVERIFY(page.ok());
        QCOMPARE(page->entries.size(), 1);
        QVERIFY(verifyJournal(journal.file())->sound());
        bare.change = QUuid();
        QCOMPARE(journal.record(store, bare).error().kind, Error::Kind::Malformed);
    }

    void answersInTheThreadThatAsked()
    {
        JournalFixture journal;
        JournalStore store(journal.settings(), journal.clock);
        QThread *answered = nullptr;
        auto gone = std::make_unique<QObject>();
        bool toTheGone = false;
        store.record(JournalFixture::draft(1), gone.get(), [&](const auto &) { toTheGone = true; });
        gone.reset();
        store.record(
            JournalFixture::draft(2), &journal.context, [&](const auto &) { answered = QThread::currentThread(); });
        QVERIFY(!answered); // never on the caller's stack
        QTRY_COMPARE(answered, thread());
        QVERIFY(!toTheGone);
    }

    void recordsWhatWasAskedForBeforeTheEnd()
    {
        JournalFixture journal;
        {
            JournalStore store(journal.settings(), journal.clock);
            for (int i = 0; i < 20; ++i)
                store.record(JournalFixture::draft(i), nullptr, {});
        }
        const auto report = verifyJournal(journal.file());
        QVERIFY2(report.ok() && report->sound(), report.ok() ? JournalFixture::kinds(*report).constData() : "");
        QCOMPARE(report->entries, 20);
        QCOMPARE(report->heads, 2); // with the 16th, and at the end
        QCOMPARE(report->signedEntries, 20);
        QVERIFY(!QFile::exists(journal.file() + QLatin1String("-wal")));
    }

    void isReadableByItsOwnerAlone()
    {
        JournalFixture journal;
        JournalStore store(journal.settings(), journal.clock);
        QVERIFY(journal.record(store, JournalFixture::draft(1)).ok());
        for (const auto &[suffix, mode] : {std::pair("", 0600), std::pair("-wal", 0600), std::pair("/..", 0700)}) {
            struct stat found = {};
            const QString name = QLatin1String(suffix) == QLatin1String("/..") ? QFileInfo(journal.file()).path()
                                                                               : journal.file() + QLatin1String(suffix);
            QCOMPARE(::stat(QFile::encodeName(name).constData(), &found), 0);
            QCOMPARE(int(found.st_mode & 0777), mode);
        }
    }

    //! After every entry the file is complete by itself.
    void leavesNothingInTheLog()
    {
        JournalFixture journal;
        JournalStore store(journal.settings(), journal.clock);
        for (int i = 1; i < 4; ++i) {
            QVERIFY(journal.record(store, JournalFixture::draft(i)).ok());
            QTRY_COMPARE(QFileInfo(journal.file() + QLatin1String("-wal")).size(), 0);
            QVERIFY(QFile::copy(journal.file(), journal.file() + QString::number(i)));
            const auto report = verifyJournal(journal.file() + QString::number(i));
            QVERIFY2(report.ok() && report->sound(), report.ok() ? JournalFixture::kinds(*report).constData() : "");
            QCOMPARE(report->entries, i);
        }
    }

    void keepsSecretsOut()
    {
        JournalFixture journal;
        const QByteArray secret = "correct-horse-battery";
        {
            JournalStore store(journal.settings(), journal.clock);
            JournalDraft draft = JournalFixture::draft(1);
            draft.target.kind = QStringLiteral("Secret");
            draft.before = "{\"data\":{\"p\":\"" + secret.toBase64() + "\"}}";
            draft.after = "{\"stringData\":{\"p\":\"" + secret + "\"}}";
            draft.reason = QStringLiteral("now it is ") + QString::fromUtf8(secret);
            const auto entry = journal.record(store, draft);
            QVERIFY(entry.ok());
            QVERIFY(entry->before.contains("hmac-sha256:") && entry->after.contains("hmac-sha256:"));
            JournalDraft other = JournalFixture::draft(2);
            other.after = "{\"spec\":{\"apiKey\":\"" + secret + "\"}}";
            other.secretKeys = {QStringLiteral("apiKey")};
            QVERIFY(journal.record(store, other).ok());
            for (const char *suffix : {"", "-wal", "-shm"}) {
                const QByteArray bytes = JournalFixture::bytesOf(journal.file() + QLatin1String(suffix));
                QVERIFY(!bytes.contains(secret) && !bytes.contains(secret.toBase64()));
            }
        }
        const QByteArray bytes = JournalFixture::bytesOf(journal.file());
        QVERIFY(bytes.contains("hmac-sha256:"));
        QVERIFY(!bytes.contains(secret) && !bytes.contains(secret.toBase64()));
    }

    void refusesWhatIsTooLarge()
    {
        JournalFixture journal;
        JournalStore store(journal.settings(), journal.clock);
        JournalDraft large = JournalFixture::draft(1);
        large.after = '"' + QByteArray(JournalEntry::maxDocument, 'x') + '"';
        const auto refused = journal.record(store, large);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, Error::Kind::TooLarge);
        QVERIFY(refused.error().detail.startsWith(QLatin1String("after ")));
        JournalDraft broken = JournalFixture::draft(1);
        broken.before = "{";
        QCOMPARE(journal.record(store, broken).error().kind, Error::Kind::Malformed);
        const auto page = journal.page(store, {});
        QVERIFY(page.ok() && page->entries.isEmpty());
        large.after = '"' + QByteArray(JournalEntry::maxDocument - 2, 'x') + '"';
        QVERIFY(journal.record(store, large).ok());
        QCOMPARE(journal.page(store, {})->entries.first().after, large.after);
    }

    void findsPages()
    {
        JournalFixture journal;
        JournalStore store(journal.settings(), journal.clock);
        for (int i = 1; i <= 12; ++i) {
            JournalDraft draft = JournalFixture::draft(i);
            draft.cluster.name = i % 2 ? QStringLiteral("eu") : QStringLiteral("us");
            draft.kind = i % 3 ? QStringLiteral("quota.set") : QStringLiteral("silence");
            QVERIFY(journal.record(store, draft).ok());
            journal.clock.advance(std::chrono::seconds(1));
        }
        const auto found = [&](const JournalFilter &filter) {
            const auto page = journal.page(store, filter);
            return page ? sequences(page->entries) : QList<qint64>{-1};
        };
        JournalFilter filter;
        filter.limit = 5;
        QCOMPARE(found(filter), (QList<qint64>{12, 11, 10, 9, 8}));
        QVERIFY(journal.page(store, filter)->more);
        filter.before = 3;
        QCOMPARE(found(filter), (QList<qint64>{2, 1}));
        QVERIFY(!journal.page(store, filter)->more);
        filter = {};
        filter.cluster = QStringLiteral("eu");
        filter.kind = QStringLiteral("silence");
        QCOMPARE(found(filter), (QList<qint64>{9, 3}));
        filter = {};
        filter.tenant = QStringLiteral("tenant-2");
        QCOMPARE(found(filter), (QList<qint64>{12, 7, 2}));
        filter = {};
        filter.user = QStringLiteral("nobody");
        QCOMPARE(found(filter), QList<qint64>{});
        filter = {};
        const qint64 start = journal.page(store, {})->entries.constLast().time;
        filter.from = start + 2000;
        filter.to = start + 4000;
        QCOMPARE(found(filter), (QList<qint64>{4, 3}));
        filter = {};
        filter.text = QStringLiteral("ops-7");
        QCOMPARE(found(filter), QList<qint64>{7});
        filter.text = QStringLiteral("Grün, number 1");
        QCOMPARE(found(filter), (QList<qint64>{12, 11, 10, 1}));
        filter.text = QStringLiteral("%");
        QCOMPARE(found(filter), QList<qint64>{});
        filter.text = QStringLiteral("' OR 1=1 --");
        QCOMPARE(found(filter), QList<qint64>{});
    }

    void knowsWhatACrashLeftOpen()
    {
        JournalFixture journal;
        JournalStore store(journal.settings(), journal.clock);
        for (int i = 1; i <= 5; ++i)
            QVERIFY(journal.record(store, JournalFixture::draft(i)).ok());
        QVERIFY(journal.record(store, JournalFixture::draft(2, JournalStage::Answered)).ok());
        QVERIFY(journal.record(store, JournalFixture::draft(3, JournalStage::Answered)).ok());
        QVERIFY(journal.record(store, JournalFixture::draft(3, JournalStage::Verified)).ok());
        QVERIFY(journal.record(store, JournalFixture::draft(4, JournalStage::Abandoned)).ok());
        JournalDraft second = JournalFixture::draft(5);
        second.target.name = QStringLiteral("other");
        QVERIFY(journal.record(store, second).ok());
        QVERIFY(journal.record(store, JournalFixture::draft(5, JournalStage::DidNotConverge)).ok());
        const auto open = journal.unfinished(store);
        QVERIFY(open.ok());
        QCOMPARE(sequences(*open), (QList<qint64>{1, 6, 10})); // of change 5 only its second target
        const auto stages = journal.wait<QList<JournalEntry>>([&](JournalStore::Callback<QList<JournalEntry>> told) {
            store.change(JournalFixture::draft(3).change, &journal.context, told);
        });
        QVERIFY(stages.ok());
        QCOMPARE(sequences(*stages), (QList<qint64>{3, 7, 8}));
    }

    void chainsWhatTwoConsolesWriteAtOnce()
    {
        JournalFixture journal;
        constexpr int each = 40;
        int answers = 0;
        {
            std::array<JournalStore::Settings, 2> settings{
                journal.settings(), journal.settings(QStringLiteral("other"))};
            settings[1].user = QStringLiteral("max");
            JournalStore one(settings[0], journal.clock);
            JournalStore two(settings[1], journal.clock);
            for (int i = 0; i < each; ++i) {
                for (JournalStore *store : {&one, &two})
                    store->record(JournalFixture::draft(i), &journal.context,
                        [&answers](const auto &entry) { answers += entry.ok() ? 1 : 1000; });
            }
            QTRY_COMPARE_WITH_TIMEOUT(answers, 2 * each, 60000);
            JournalFilter filter;
            filter.user = QStringLiteral("max");
            filter.limit = JournalFilter::maxPage;
            QCOMPARE(journal.page(one, filter)->entries.size(), each);
        }
        const auto report = verifyJournal(journal.file());
        QVERIFY2(report.ok() && report->sound(), report.ok() ? JournalFixture::kinds(*report).constData() : "");
        QCOMPARE(report->entries, 2 * each);
        QCOMPARE(report->consoles.size(), 2);
        QCOMPARE(report->signedEntries, 2 * each);
    }

    void signsHeadsWhenAsked()
    {
        JournalFixture journal;
        JournalStore store(journal.settings(), journal.clock);
        const auto sign = [&] {
            return journal.wait<std::optional<TreeHead>>(
                [&](JournalStore::Callback<std::optional<TreeHead>> told) { store.signHead(&journal.context, told); });
        };
        QVERIFY(sign().ok() && !sign()->has_value());
        const auto entry = journal.record(store, JournalFixture::draft(1));
        const auto head = sign();
        QVERIFY(head.ok() && head->has_value());
        QCOMPARE((*head)->size, 1);
        QCOMPARE((*head)->root, Merkle::leaf(entry->hash));
        QVERIFY((*head)->genuine());
        QCOMPARE((*head)->console, entry->console);
        QVERIFY(sign().ok() && !sign()->has_value());
        const auto id = journal.wait<QString>(
            [&](JournalStore::Callback<QString> told) { store.console(&journal.context, told); });
        QCOMPARE(*id, entry->console);
    }

    void refusesAFileOfALaterVersion()
    {
        JournalFixture journal;
        journal.fill(1);
        auto connected
            = JournalDatabase::connectTo(PageSeal::uriOf(journal.file()), QStringLiteral("QSQLITE_OPEN_URI"));
        QVERIFY(connected.ok());
        QSqlDatabase database = *connected;
        connected = Error{};
        QVERIFY(QSqlQuery(database).exec(QStringLiteral("PRAGMA user_version = 2")));
        JournalDatabase::disconnectFrom(database);
        JournalStore store(journal.settings(), journal.clock);
        const auto refused = journal.record(store, JournalFixture::draft(2));
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, Error::Kind::Unsupported);
        QVERIFY(refused.error().detail.contains(QLatin1String("version 2")));
        QCOMPARE(refused.error().where, journal.file());
        const auto report = verifyJournal(journal.file());
        QVERIFY(report.ok());
        QCOMPARE(report->findings.first().kind, JournalFinding::Kind::Newer);
    }

    void migratesInOneGo()
    {
        JournalFixture journal;
        journal.fill(1);
        auto connected
            = JournalDatabase::connectTo(PageSeal::uriOf(journal.file()), QStringLiteral("QSQLITE_OPEN_URI"));
        QVERIFY(connected.ok());
        QSqlDatabase database = *connected;
        connected = Error{};
        const auto closing = qScopeGuard([&database] { JournalDatabase::disconnectFrom(database); });
        const auto version = [&database] {
            QSqlQuery query(database);
            return query.exec(QStringLiteral("PRAGMA user_version")) && query.next() ? query.value(0).toInt() : -1;
        };
        const QStringList good{QStringLiteral("CREATE TABLE more(a)")};
        QVERIFY(!JournalDatabase::migrate(database, 1, {good, {QStringLiteral("CREATE NONSENSE")}}).ok());
        QCOMPARE(version(), 1);
        QVERIFY(!QSqlQuery(database).exec(QStringLiteral("SELECT a FROM more")));
        QVERIFY(JournalDatabase::migrate(database, 1, {good, {QStringLiteral("CREATE TABLE most(b)")}}).ok());
        QCOMPARE(version(), 3);
        QVERIFY(QSqlQuery(database).exec(QStringLiteral("SELECT b FROM most")));
    }

    void addsNothingToWhatIsNoJournal()
    {
        JournalFixture journal;
        QVERIFY(QDir().mkpath(QFileInfo(journal.file()).path()));
        QVERIFY(JournalFixture::write(journal.file(), QByteArray(8192, 'x')));
        JournalStore store(journal.settings(), journal.clock);
        const auto refused = journal.record(store, JournalFixture::draft(1));
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, Error::Kind::Malformed);
        QCOMPARE(JournalFixture::bytesOf(journal.file()), QByteArray(8192, 'x'));
        // Once it is out of the way, the next change is recorded.
        QVERIFY(QFile::remove(journal.file()));
        QVERIFY(journal.record(store, JournalFixture::draft(1)).ok());
    }

    void addsNothingAfterADamagedPage()
    {
        JournalFixture journal;
        journal.fill(3);
        QByteArray bytes = JournalFixture::bytesOf(journal.file());
        const auto at = bytes.lastIndexOf("OPS-2");
        QVERIFY(at > 0);
        bytes[at] = 'X';
        QVERIFY(JournalFixture::write(journal.file(), bytes));
        JournalStore store(journal.settings(), journal.clock);
        const auto refused = journal.record(store, JournalFixture::draft(4));
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, Error::Kind::Malformed);
    }

    void showsOneRowForEachObjectOfAChange()
    {
        JournalFixture journal;
        JournalStore store(journal.settings(), journal.clock);
        for (int i = 0; i < 30; ++i) {
            JournalDraft draft = JournalFixture::draft(i);
            QVERIFY(journal.record(store, draft).ok());
            journal.clock.advance(std::chrono::seconds(1));
            draft.stage = i % 2 == 0 ? JournalStage::Verified : JournalStage::Abandoned;
            draft.outcome.sentence = QStringLiteral("end of %1").arg(i);
            QVERIFY(journal.record(store, draft).ok());
            draft.target.name = QStringLiteral("other");
            QVERIFY(journal.record(store, draft).ok());
        }
        const auto all = rows(journal, store, {});
        QCOMPARE(all.rows.size(), 60);
        QVERIFY(!all.more);
        QCOMPARE(all.rows[1].first.stage, JournalStage::Intended);
        QCOMPARE(all.rows[1].last.stage, JournalStage::Abandoned);
        QCOMPARE(all.rows[0].first, all.rows[0].last);

        JournalFilter filter;
        filter.limit = 7;
        QList<JournalRow> paged;
        for (bool more = true; more; filter.before = paged.last().first.sequence) {
            const auto page = rows(journal, store, filter);
            QVERIFY(page.rows.size() <= 7);
            paged += page.rows;
            more = page.more;
        }
        QCOMPARE(paged, all.rows);
    }

    void findsRowsByWhatStandsInAnyOfTheirEntries()
    {
        JournalFixture journal;
        JournalStore store(journal.settings(), journal.clock);
        for (int i = 0; i < 10; ++i) {
            JournalDraft draft = JournalFixture::draft(i);
            QVERIFY(journal.record(store, draft).ok());
            draft.stage = JournalStage::Verified;
            draft.outcome.sentence = QStringLiteral("end of %1").arg(i);
            QVERIFY(journal.record(store, draft).ok());
            journal.clock.advance(std::chrono::seconds(1));
        }
        JournalFilter filter;
        filter.text = QStringLiteral("END OF 7");
        const auto found = rows(journal, store, filter);
        QCOMPARE(found.rows.size(), 1);
        QCOMPARE(found.rows[0].first.stage, JournalStage::Intended);
        QCOMPARE(found.rows[0].last.outcome.sentence, QStringLiteral("end of 7"));
        filter.tenant = QStringLiteral("tenant-2");
        QCOMPARE(rows(journal, store, filter).rows.size(), 1);
        filter.tenant = QStringLiteral("tenant-3");
        QVERIFY(rows(journal, store, filter).rows.isEmpty());
        filter = {};
        filter.from = found.rows[0].first.time;
        QCOMPARE(rows(journal, store, filter).rows.size(), 3);
        filter.to = *filter.from + 1;
        QCOMPARE(rows(journal, store, filter).rows.size(), 1);
    }

    void summarisesWithAHeadThatCoversTheEntries()
    {
        JournalFixture journal;
        JournalStore store(journal.settings(), journal.clock);
        for (const int number : {1, 2, 16}) { // signed now, signed before, signed with the entry
            QList<JournalEntry> last;
            while (last.isEmpty() || last.last().sequence % 16 != number % 16)
                last = {*journal.record(store, JournalFixture::draft(number))};
            for (int again = 0; again < 2; ++again) {
                const auto summary = journal.wait<ChangeSummary>(
                    [&](const auto &told) { store.summarise(last, &journal.context, told); });
                QVERIFY(summary.ok());
                QVERIFY(summary->genuine());
                QCOMPARE(summary->head.size, last[0].sequence);
                QCOMPARE(summary->objects[0].hash, last[0].hash);
            }
        }
    }

    void keepsEntriesFromBeingChanged()
    {
        JournalFixture journal;
        journal.fill(2);
        auto connected
            = JournalDatabase::connectTo(PageSeal::uriOf(journal.file()), QStringLiteral("QSQLITE_OPEN_URI"));
        QVERIFY(connected.ok());
        QSqlDatabase database = *connected;
        connected = Error{};
        QVERIFY(!QSqlQuery(database).exec(QStringLiteral("UPDATE entries SET user = 'x'")));
        QVERIFY(!QSqlQuery(database).exec(QStringLiteral("DELETE FROM entries")));
        JournalDatabase::disconnectFrom(database);
    }
};

QTEST_GUILESS_MAIN(TestJournalStore)
#include "tst_journalstore.moc"
