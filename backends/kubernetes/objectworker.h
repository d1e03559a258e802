// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/kubernetes/objectclient.h"

#include <QObject>

#include <map>

namespace Kubernetes {

//! An ObjectClient for those who live in other threads: they post calls to this object, which keeps them until they are
//! answered. Each call is answered once, in this object's thread and never from within it, unless this is destroyed
//! first. Lives in the thread of its transport.
class ObjectWorker final : public QObject
{
    Q_OBJECT

public:
    //! \a transport must outlive this.
    explicit ObjectWorker(Http::Transport &transport, QObject *parent = nullptr);
    ~ObjectWorker() override;

    void get(const ObjectAddress &object, std::function<void(Result<ObjectState>)> done);
    void write(const ObjectWrite &write, std::function<void(WriteOutcome)> done);
    void review(const QList<AccessQuestion> &questions, std::function<void(Result<QList<AccessAnswer>>)> done);

private:
    ObjectClient m_client;
    std::map<quint64, ObjectClient::CallPointer> m_calls;
    quint64 m_serial = 0;

    //! Starts a call by \a begin, which is given what to call back, and keeps it.
    template <typename Answer, typename Begin>
    void keep(std::function<void(Answer)> done, Begin begin);
};

} // namespace Kubernetes
