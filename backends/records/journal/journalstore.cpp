// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/records/journal/journalstore.h"

#include "backends/core/clock.h"
#include "backends/records/journal/consolekeys.h"
#include "backends/records/journal/journaldatabase.h"
#include "backends/records/journal/redaction.h"

#include <QStandardPaths>

#include <atomic>
#include <pwd.h>
#include <unistd.h>

namespace Records {

namespace {

QString thisUser()
{
    const passwd *entry = ::getpwuid(::getuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString::number(::getuid());
}

} // namespace

//! Lives in the journal's thread.
class JournalStore::Worker final : public QObject
{
public:
    Worker(Settings settings, const Clock &clock) : m_settings(std::move(settings)), m_clock(clock) { }

    std::atomic<int> waiting = 0; //!< questions that were asked and not begun

    //! The file, opened and with keys.
    Result<JournalDatabase *> database()
    {
        Q_ASSERT(QThread::currentThread() == thread());
        if (!m_keys) {
            auto keys = ConsoleKeys::ofFolder(m_settings.keyFolder);
            if (!keys)
                return keys.error();
            m_keys = std::move(keys).value();
        }
        if (!m_database) {
            auto opened = JournalDatabase::open(m_settings.file);
            if (!opened)
                return opened.error();
            m_database = std::move(opened).value();
        }
        return m_database.get();
    }

    [[nodiscard]] const ConsoleKeys &keys() const { return *m_keys; }

    Result<JournalEntry> record(const JournalDraft &draft)
    {
        const auto file = database();
        if (!file)
            return file.error();
        const auto entry = entryOf(draft);
        return entry ? (*file)->append(*entry, *m_keys, m_settings.headEvery) : entry;
    }

    Result<std::optional<TreeHead>> signHead()
    {
        const auto file = database();
        if (!file)
            return file.error();
        return (*file)->writeHead(*m_keys, now());
    }

    Result<ChangeSummary> summarise(const QList<JournalEntry> &last)
    {
        if (const auto head = signHead(); !head)
            return head.error();
        const auto head = m_database->lastHead();
        if (!head)
            return head.error();
        ChangeSummary summary = ChangeSummary::of(last);
        summary.head = head->value_or(TreeHead());
        summary.sign(*m_keys);
        return summary;
    }

    void settle()
    {
        if (m_database)
            m_database->settle();
    }

    void close()
    {
        if (m_database) // one that was never opened has nothing to sign
            (void)signHead();
        settle();
        m_database.reset();
    }

private:
    Settings m_settings;
    const Clock &m_clock;
    std::optional<ConsoleKeys> m_keys;
    std::unique_ptr<JournalDatabase> m_database;

    [[nodiscard]] qint64 now() const { return m_clock.now().toMSecsSinceEpoch(); }

    //! What may be recorded of it: canonical, within its bounds, and without secrets.
    [[nodiscard]] Result<JournalEntry> entryOf(const JournalDraft &draft) const
    {
        JournalEntry entry;
        static_cast<JournalDraft &>(entry) = draft;
        entry.time = now();
        entry.user = m_settings.user;
        entry.console = m_keys->console();
        // Before anything is taken out, so that nothing large is worked on.
        if (const auto bounded = entry.withinBounds(); !bounded)
            return bounded.error();
        Redaction redaction(m_keys->fingerprintKey());
        const Redaction::Scope scope{SecretFields::isSecretKind(draft.target.kind), draft.secretKeys};
        for (QByteArray *document : {&entry.before, &entry.after}) {
            auto redacted = redaction.apply(*document, scope, JournalEntry::maxDocument);
            if (!redacted)
                return redacted.error();
            *document = std::move(redacted).value();
        }
        for (QString *text : {&entry.reason, &entry.ticket, &entry.outcome.sentence, &entry.clusterRecord})
            *text = redaction.cleaned(*text);
        for (QString &approval : entry.approvals)
            approval = redaction.cleaned(approval);
        entry.secretKeys.clear();
        if (const auto bounded = entry.withinBounds(); !bounded)
            return bounded.error();
        return entry;
    }
};

JournalStore::Settings JournalStore::Settings::usual()
{
    const QString folder
        = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QLatin1String("/pilothouse/journal");
    return {folder + QLatin1String("/journal.db"), folder, thisUser()};
}

JournalStore::JournalStore(Settings settings, const Clock &clock, QObject *parent) : QObject(parent)
{
    auto worker = std::make_unique<Worker>(std::move(settings), clock);
    worker->moveToThread(&m_thread);
    // Direct: the thread ends right after this signal.
    connect(
        &m_thread, &QThread::finished, worker.get(), [own = worker.get()] { own->close(); }, Qt::DirectConnection);
    connect(&m_thread, &QThread::finished, worker.get(), &QObject::deleteLater);
    m_worker = worker.release(); // deleted with its thread
    m_thread.setObjectName(QStringLiteral("journal"));
    m_thread.start();
}

JournalStore::~JournalStore()
{
    // Queued behind what was asked for: quit() by itself would overtake it.
    QMetaObject::invokeMethod(
        m_worker, [thread = &m_thread] { thread->quit(); }, Qt::QueuedConnection);
    if (!m_thread.wait(farewell))
        m_thread.terminate(); // a file system that does not answer; what was reported as recorded is on it
}

template <typename Value>
void JournalStore::ask(QObject *context, Callback<Value> callback, std::function<Result<Value>(Worker &)> question)
{
    Q_ASSERT(QThread::currentThread() == thread());
    ++m_worker->waiting;
    auto answer
        = [this, guard = QPointer<QObject>(context), callback = std::move(callback)](const Result<Value> &result) {
              if constexpr (std::is_same_v<Value, JournalEntry>) {
                  if (result)
                      Q_EMIT recorded(*result);
              }
              if (guard && callback)
                  callback(result);
          };
    QMetaObject::invokeMethod(
        m_worker,
        [this, worker = m_worker, answer = std::move(answer), question = std::move(question)]() mutable {
            --worker->waiting;
            const Result<Value> result = question(*worker);
            // This object outlives the thread; an answer to one that is going is never delivered.
            QMetaObject::invokeMethod(
                this, [answer = std::move(answer), result] { answer(result); }, Qt::QueuedConnection);
            if (worker->waiting == 0)
                worker->settle();
        },
        Qt::QueuedConnection);
}

void JournalStore::record(const JournalDraft &draft, QObject *context, Callback<JournalEntry> callback)
{
    ask<JournalEntry>(context, std::move(callback), [draft](Worker &worker) { return worker.record(draft); });
}

void JournalStore::unfinished(QObject *context, Callback<QList<JournalEntry>> callback)
{
    ask<QList<JournalEntry>>(context, std::move(callback), [](Worker &worker) -> Result<QList<JournalEntry>> {
        const auto file = worker.database();
        return file ? (*file)->unfinished() : file.error();
    });
}

void JournalStore::page(const JournalFilter &filter, QObject *context, Callback<JournalPage> callback)
{
    ask<JournalPage>(context, std::move(callback), [filter](Worker &worker) -> Result<JournalPage> {
        const auto file = worker.database();
        return file ? (*file)->page(filter) : file.error();
    });
}

void JournalStore::change(const QUuid &id, QObject *context, Callback<QList<JournalEntry>> callback)
{
    ask<QList<JournalEntry>>(context, std::move(callback), [id](Worker &worker) -> Result<QList<JournalEntry>> {
        const auto file = worker.database();
        return file ? (*file)->change(id) : file.error();
    });
}

void JournalStore::rows(const JournalFilter &filter, QObject *context, Callback<JournalRowPage> callback)
{
    ask<JournalRowPage>(context, std::move(callback), [filter](Worker &worker) -> Result<JournalRowPage> {
        const auto file = worker.database();
        return file ? (*file)->rows(filter) : file.error();
    });
}

void JournalStore::summarise(const QList<JournalEntry> &last, QObject *context, Callback<ChangeSummary> callback)
{
    ask<ChangeSummary>(context, std::move(callback), [last](Worker &worker) { return worker.summarise(last); });
}

void JournalStore::signHead(QObject *context, Callback<std::optional<TreeHead>> callback)
{
    ask<std::optional<TreeHead>>(context, std::move(callback), [](Worker &worker) { return worker.signHead(); });
}

void JournalStore::console(QObject *context, Callback<QString> callback)
{
    ask<QString>(context, std::move(callback), [](Worker &worker) -> Result<QString> {
        const auto file = worker.database();
        return file ? Result<QString>(worker.keys().console()) : file.error();
    });
}

} // namespace Records
