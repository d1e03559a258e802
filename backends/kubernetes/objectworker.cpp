// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/objectworker.h"

#include "backends/http/transport.h"

#include <QThread>

namespace Kubernetes {

ObjectWorker::ObjectWorker(QObject *parent) : QObject(parent)
{
    m_error.kind = Error::Kind::ConnectionLost;
}

ObjectWorker::ObjectWorker(Http::Transport &transport, QObject *parent) : QObject(parent), m_client(transport)
{
}

ObjectWorker::~ObjectWorker() = default;

template <typename Answer, typename Ask, typename Fail>
void ObjectWorker::begin(std::function<void(Answer)> done, Ask ask, Fail fail)
{
    Q_ASSERT(QThread::currentThread() == thread());
    const quint64 id = ++m_serial;
    Error error = m_error;
    if (m_client) {
        auto call = ask([this, id, done](Answer answer) {
            const auto tell = done;
            const auto over = m_calls.extract(id); // goes at the end of this, and what is captured with it
            tell(std::move(answer));
        });
        if (call) {
            m_calls[id] = std::move(call).value();
            return;
        }
        error = call.error();
    }
    QMetaObject::invokeMethod(
        this, [done, answer = fail(error)] { done(answer); }, Qt::QueuedConnection);
}

void ObjectWorker::get(const ObjectAddress &object, std::function<void(Result<ObjectState>)> done)
{
    begin<Result<ObjectState>>(
        done, [&](auto take) { return m_client->get(object, std::move(take)); },
        [](const Error &error) { return Result<ObjectState>(error); });
}

void ObjectWorker::write(const ObjectWrite &write, std::function<void(WriteOutcome)> done)
{
    begin<WriteOutcome>(
        done, [&](auto take) { return m_client->write(write, std::move(take)); },
        [](const Error &error) {
            return WriteOutcome(Failed{error, false});
        });
}

void ObjectWorker::review(const QList<AccessQuestion> &questions, std::function<void(Result<QList<AccessAnswer>>)> done)
{
    begin<Result<QList<AccessAnswer>>>(
        done,
        [&](auto take) -> Result<ObjectClient::CallPointer> { return m_client->review(questions, std::move(take)); },
        [](const Error &error) { return Result<QList<AccessAnswer>>(error); });
}

} // namespace Kubernetes
