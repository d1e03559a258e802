// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/objectworker.h"

#include "backends/http/transport.h"

#include <QThread>

namespace Kubernetes {

ObjectWorker::ObjectWorker(Http::Transport &transport, QObject *parent) : QObject(parent), m_client(transport)
{
}

ObjectWorker::~ObjectWorker() = default;

template <typename Answer, typename Begin>
void ObjectWorker::keep(std::function<void(Answer)> done, Begin begin)
{
    Q_ASSERT(QThread::currentThread() == thread());
    const quint64 id = ++m_serial;
    m_calls[id] = begin([this, id, done = std::move(done)](Answer answer) {
        const auto tell = done;
        const auto over = m_calls.extract(id); // goes at the end of this, and what is captured with it
        tell(std::move(answer));
    });
}

void ObjectWorker::get(const ObjectAddress &object, std::function<void(Result<ObjectState>)> done)
{
    keep<Result<ObjectState>>(done, [&](auto take) -> ObjectClient::CallPointer {
        auto call = m_client.get(object, std::move(take));
        if (call)
            return std::move(call).value();
        QMetaObject::invokeMethod(
            this, [done, error = call.error()] { done(error); }, Qt::QueuedConnection);
        return {};
    });
}

void ObjectWorker::write(const ObjectWrite &write, std::function<void(WriteOutcome)> done)
{
    keep<WriteOutcome>(done, [&](auto take) -> ObjectClient::CallPointer {
        auto call = m_client.write(write, std::move(take));
        if (call)
            return std::move(call).value();
        QMetaObject::invokeMethod(
            this,
            [done, error = call.error()] {
                done(Failed{error, false});
            },
            Qt::QueuedConnection);
        return {};
    });
}

void ObjectWorker::review(const QList<AccessQuestion> &questions, std::function<void(Result<QList<AccessAnswer>>)> done)
{
    keep<Result<QList<AccessAnswer>>>(done, [&](auto take) { return m_client.review(questions, std::move(take)); });
}

} // namespace Kubernetes
