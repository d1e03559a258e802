// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/kubernetes/objectwrite.h"

#include <QUuid>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace Http {
class Call;
class Transport;
struct Request;
} // namespace Http

namespace Kubernetes {

//! One write, before it is sent. Which of the texts counts depends on what it does.
struct ObjectWrite
{
    enum class Action : quint8 { Patch, Apply, Create, Delete };

    Action action = Action::Patch;
    ObjectAddress object;
    PatchKind patchKind = PatchKind::Merge;
    QByteArray text; //!< the patch, or the object to apply or to create; JSON
    //! The version that it is meant for; empty: whatever is there. Not for Create.
    QString resourceVersion;
    QString uid; //!< Delete: of the object that is meant; empty: whichever has that name
    bool force = false; //!< Apply: take fields over from other managers
    bool dryRun = false; //!< everything but storing it
    //! Sent as Audit-ID, so that the server's audit log names it (audit.k8s.io); null: the server makes one.
    QUuid auditId;

    bool operator==(const ObjectWrite &) const = default;
};

//! Reads and writes single objects of any kind. Each call ends in exactly one outcome, from the event loop and never
//! from within the call itself; destroying what it returned cancels the wait, not what the server does. A write that is
//! no dry run is never sent twice. Lives in its transport's thread.
class ObjectClient
{
public:
    using CallPointer = std::unique_ptr<Http::Call>;

    //! Whom fields belong to that this console wrote (server-side apply, "Managers"): what it applies. What it writes
    //! otherwise has the write's audit id behind it, so that an object tells which write it shows.
    static constexpr const char *fieldManager = "pilothouse";
    //! Objects are 1.5 MiB at most in etcd; with managed fields and indentation not many times that.
    static constexpr qint64 largestObject = 8 * 1024 * 1024;

    //! \a transport must outlive this and its calls.
    explicit ObjectClient(Http::Transport &transport) : m_transport(transport) { }

    //! Without a name the list of all of its kind there, as long as it is no larger than an object.
    //! Error::Malformed when the request cannot be made; then nothing is sent, and \a done is never called.
    [[nodiscard]] Result<CallPointer> get(const ObjectAddress &object, std::function<void(Result<ObjectState>)> done);
    [[nodiscard]] Result<CallPointer> write(const ObjectWrite &write, std::function<void(WriteOutcome)> done);
    //! Answers in the order of the questions, or the first error; \a questions must not be empty. At most
    //! parallelReviews of them are under way at once.
    [[nodiscard]] CallPointer review(
        const QList<AccessQuestion> &questions, std::function<void(Result<QList<AccessAnswer>>)> done);

    static constexpr int parallelReviews = 4;

private:
    Http::Transport &m_transport;
};

//! The request that \a write is; Error::Malformed when its text or its address is not what its action needs. Pure.
[[nodiscard]] Result<Http::Request> requestOf(const ObjectWrite &write);

} // namespace Kubernetes
