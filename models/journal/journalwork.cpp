// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/journalwork.h"

#include "backends/core/clock.h"
#include "backends/records/journal/consolekeys.h"
#include "backends/records/journal/journalexport.h"
#include "backends/records/journal/journalverify.h"
#include "models/common/tableexport.h"
#include "models/journal/journaltexts.h"

#include <QFileInfo>

#include <limits>
#include <memory>

namespace {

struct Outcome
{
    bool good = false;
    QStringList paragraphs;
};

Outcome verified(const QString &file, const Records::JournalVisitor &visitor)
{
    const auto report = Records::verifyJournal(file, visitor);
    if (!report)
        return {false, {JournalTexts::problem(report.error(), file)}};
    return {report->sound(), JournalTexts::report(*report, file)};
}

Records::JournalFormat formatOf(JournalWork::Format format)
{
    switch (format) {
    case JournalWork::Format::JsonLines:
        return Records::JournalFormat::JsonLines;
    case JournalWork::Format::Csv:
        return Records::JournalFormat::Csv;
    case JournalWork::Format::Bundle:
        return Records::JournalFormat::Bundle;
    }
    return Records::JournalFormat::JsonLines;
}

struct Wish
{
    QString file;
    QString keyFolder;
    QString target;
    Records::JournalFormat format;
    qint64 time;
};

Outcome exported(const Wish &wish, const Records::JournalVisitor &visitor)
{
    const auto keys = Records::ConsoleKeys::ofFolder(wish.keyFolder);
    if (!keys)
        return {false, {JournalTexts::problem(keys.error(), keys.error().where)}};
    const auto made = Records::exportJournal(wish.file, wish.format, *keys, wish.time, visitor);
    if (!made)
        return {false, {JournalTexts::problem(made.error(), wish.file)}};
    if (!made->report.sound())
        return {false,
            JournalTexts::report(made->report, wish.file)
                + QStringList{JournalWork::tr("Nothing was exported: an export would hide what is broken.")}};
    const QString name = QFileInfo(wish.target).fileName();
    const QString problem = TableExport::save(wish.target, made->bytes);
    if (!problem.isEmpty())
        return {false, {JournalWork::tr("%1 could not be written: %2. Choose another folder.").arg(name, problem)}};
    const int entries = int(qMin<qint64>(made->report.entries, std::numeric_limits<int>::max()));
    return {true, {JournalWork::tr("%1 now holds the whole journal: %n entries.", nullptr, entries).arg(name)}};
}

} // namespace

JournalWork::JournalWork(QString file, QString keyFolder, const Clock &clock, QObject *parent)
    : QObject(parent), m_file(std::move(file)), m_keyFolder(std::move(keyFolder)), m_clock(clock)
{
    auto worker = std::make_unique<QObject>();
    worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, worker.get(), &QObject::deleteLater);
    m_worker = worker.release(); // deleted with its thread
    m_thread.setObjectName(QStringLiteral("journal work"));
}

JournalWork::~JournalWork()
{
    m_thread.start(); // one that was never needed: the worker is deleted in it
    m_thread.quit();
    if (!m_thread.wait(farewell))
        m_thread.terminate(); // it only reads, and writes its file as a whole
}

QString JournalWork::extension(Format format)
{
    switch (format) {
    case Format::JsonLines:
        return QStringLiteral("jsonl");
    case Format::Csv:
        return QStringLiteral("csv");
    case Format::Bundle:
        return QStringLiteral("bundle");
    }
    return {};
}

//! \a task is done in the thread; what it returns is done here.
void JournalWork::work(std::function<std::function<void()>()> task)
{
    if (m_busy)
        return;
    m_busy = true;
    Q_EMIT busyChanged(true);
    m_thread.start(QThread::LowPriority);
    QMetaObject::invokeMethod(
        m_worker,
        [this, task = std::move(task)] {
            const auto tell = task();
            // This object outlives the thread; what is posted to one that is going is never delivered.
            QMetaObject::invokeMethod(
                this,
                [this, tell] {
                    m_busy = false;
                    Q_EMIT busyChanged(false);
                    tell();
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

std::function<void()> JournalWork::counter()
{
    return [this, count = std::make_shared<qint64>(0)] {
        if (++*count % progressEvery == 0)
            QMetaObject::invokeMethod(
                this, [this, now = *count] { Q_EMIT progressed(now); }, Qt::QueuedConnection);
    };
}

void JournalWork::verify()
{
    work([this, file = m_file, count = counter()]() -> std::function<void()> {
        const Outcome outcome = ::verified(file, {[count](const Records::JournalEntry &) { count(); }, {}});
        return [this, outcome] { Q_EMIT verified(outcome.good, outcome.paragraphs); };
    });
}

void JournalWork::exportTo(const QString &fileName, Format format)
{
    const Wish wish{m_file, m_keyFolder, fileName, formatOf(format), m_clock.now().toMSecsSinceEpoch()};
    work([this, wish, count = counter()]() -> std::function<void()> {
        const Outcome outcome = ::exported(wish, {[count](const Records::JournalEntry &) { count(); }, {}});
        return [this, outcome] { Q_EMIT exported(outcome.good, outcome.paragraphs); };
    });
}
