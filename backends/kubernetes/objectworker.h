// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/kubernetes/objectclient.h"

#include <QObject>

#include <map>
#include <optional>

namespace Kubernetes {

//! An ObjectClient for those who live in other threads: they post calls to this object, which keeps them until they are
//! answered. Each call is answered once, in this object's thread and never from within it, unless this is destroyed
//! first; while there is no way to the server, with why. Lives in the thread of its transport.
class ObjectWorker final : public QObject
{
    Q_OBJECT

public:
    //! Without a way to the server, for the time being.
    explicit ObjectWorker(QObject *parent = nullptr);
    //! \a transport must outlive this.
    explicit ObjectWorker(Http::Transport &transport, QObject *parent = nullptr);
    ~ObjectWorker() override;

    //! \a transport must outlive this. To be called once, in this object's thread.
    void setTransport(Http::Transport &transport) { m_client.emplace(transport); }
    //! Why there is none.
    void setError(const Error &error) { m_error = error; }

    void get(const ObjectAddress &object, std::function<void(Result<ObjectState>)> done);
    void write(const ObjectWrite &write, std::function<void(WriteOutcome)> done);
    void review(const QList<AccessQuestion> &questions, std::function<void(Result<QList<AccessAnswer>>)> done);

private:
    std::optional<ObjectClient> m_client;
    Error m_error;
    std::map<quint64, ObjectClient::CallPointer> m_calls;
    quint64 m_serial = 0;

    //! Starts a call by \a ask, which is given what to call back, and keeps it; \a fail makes an answer of why it
    //! cannot.
    template <typename Answer, typename Ask, typename Fail>
    void begin(std::function<void(Answer)> done, Ask ask, Fail fail);
};

} // namespace Kubernetes
