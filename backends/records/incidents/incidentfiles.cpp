// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/records/incidents/incidentfiles.h"

#include <QStandardPaths>

namespace Records {

IncidentFiles::IncidentFiles(QString folder, QObject *parent) : QObject(parent), m_folder(std::move(folder))
{
    auto worker = std::make_unique<QObject>();
    worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, worker.get(), &QObject::deleteLater);
    m_worker = worker.release(); // deleted with its thread
    m_thread.setObjectName(QStringLiteral("incidents"));
    m_thread.start();
}

IncidentFiles::~IncidentFiles()
{
    // Queued behind what was asked for: quit() by itself would overtake it.
    QMetaObject::invokeMethod(
        m_worker, [thread = &m_thread] { thread->quit(); }, Qt::QueuedConnection);
    if (!m_thread.wait(farewell))
        m_thread.terminate(); // a file system that does not answer; what was reported as written is on it
}

QString IncidentFiles::usualFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + QLatin1String("/pilothouse/incidents");
}

template <typename Value>
void IncidentFiles::ask(QObject *context, Callback<Value> callback, std::function<Result<Value>()> question)
{
    Q_ASSERT(QThread::currentThread() == thread());
    auto answer = [guard = QPointer<QObject>(context), callback = std::move(callback)](const Result<Value> &result) {
        if (guard && callback)
            callback(result);
    };
    QMetaObject::invokeMethod(
        m_worker,
        [this, answer = std::move(answer), question = std::move(question)] {
            const Result<Value> result = question();
            // This object outlives the thread; an answer to one that is going is never delivered.
            QMetaObject::invokeMethod(
                this, [answer, result] { answer(result); }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void IncidentFiles::list(QObject *context, Callback<IncidentListing> callback)
{
    ask<IncidentListing>(context, std::move(callback), [folder = m_folder] { return IncidentFolder::list(folder); });
}

void IncidentFiles::read(const QString &id, QObject *context, Callback<IncidentReading> callback)
{
    ask<IncidentReading>(
        context, std::move(callback), [folder = m_folder, id] { return IncidentFolder::read(folder, id); });
}

void IncidentFiles::append(
    const QString &id, const QList<IncidentLine> &lines, QObject *context, Callback<qsizetype> callback)
{
    ask<qsizetype>(context, std::move(callback),
        [folder = m_folder, id, lines] { return IncidentFolder::append(folder, id, lines); });
}

} // namespace Records
