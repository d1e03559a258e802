// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/alertmanager/silence.h"
#include "backends/core/result.h"
#include "backends/http/transport.h"

#include <QHash>
#include <QObject>
#include <QUuid>

#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace Alertmanager {

//! One write of a silence. Alertmanager chooses the ids of silences itself, and knows no precondition; both are made up
//! for here: a silence is also known by a name that we chose before it was created, which stands as a mark
//! "[pilothouse:UUID]" at the end of its comment, and before a silence is changed it is read and compared, so that only
//! who writes within the same few milliseconds is overwritten.
struct SilenceWrite
{
    enum class Action : quint8 { Create, Update, Expire };

    Action action = Action::Create;
    QString name; //!< its id, or a UUID that a write of ours gave it
    //! Create, Update: as it is to be. Its id, state, marks and updatedAt are not looked at; a startsAt of 0 means now,
    //! or for an update as it is.
    Silence silence;
    std::optional<qint64> updatedAt; //!< Update, Expire: the version that is meant; empty: whichever there is
    QUuid auditId; //!< marks the silence as shaped by this write; null: does not
};

struct SilenceOutcome
{
    enum class Kind {
        Done,
        NewerVersion, //!< somebody else wrote it since
        Exists, //!< there is one of that name
        Missing, //!< there is none, or it has expired
        Refused, //!< by the server, for what it says; see error
        Failed, //!< for certain not done
        Unknown, //!< nobody knows
    };
    Kind kind = Kind::Unknown;
    std::optional<Silence> silence; //!< as it is after it; none after Expire
    Error error; //!< of Refused, Failed, Unknown
};

//! Reads and writes silences of one Alertmanager. Each call is answered once, in this object's thread and never from
//! within the call, unless this is destroyed first. A write is never sent twice by itself. Lives in the thread that all
//! metrics share; construct it anywhere, move it there, then invoke start(); what is asked before that fails.
class Client final : public QObject
{
    Q_OBJECT

public:
    using TransportFactory = std::function<std::unique_ptr<Http::Transport>()>;
    using ReadDone = std::function<void(Result<std::optional<Silence>>)>;
    using ListDone = std::function<void(Result<QList<Silence>>)>;
    using WriteDone = std::function<void(SilenceOutcome)>;
    using CheckDone = std::function<void(Result<void>)>;

    explicit Client(TransportFactory transport, QObject *parent = nullptr);
    ~Client() override;

    void start();
    //! By id or by the name that a write of ours gave it; one that has expired is none.
    void read(const QString &name, ReadDone done);
    //! All that have not expired.
    void list(ListDone done);
    //! Whether the server understands these matchers, its regular expressions above all.
    void check(const QList<Matcher> &matchers, CheckDone done);
    void write(const SilenceWrite &write, WriteDone done);

Q_SIGNALS:
    //! A write of ours has reached the server, so that what is shown of it is old.
    void written();

private:
    TransportFactory m_makeTransport;
    std::unique_ptr<Http::Transport> m_transport;
    std::map<quint64, std::unique_ptr<Http::Call>> m_calls;
    quint64 m_serial = 0;
    QHash<QString, QString> m_ids; // by the names that our writes gave

    void send(const Http::Request &request, std::function<void(Result<Http::Response>)> done);
    void later(std::function<void()> action);
    void readById(const QString &id, ReadDone done);
    void findByMark(const QString &name, ReadDone done);
    void post(const SilenceWrite &write, const std::optional<Silence> &live, WriteDone done);
    void expire(const Silence &live, WriteDone done);
};

//! The body of POST /api/v2/silences for \a write, of what is \a live now (nothing for a creation). Pure.
[[nodiscard]] QByteArray silenceBody(const SilenceWrite &write, const std::optional<Silence> &live);

} // namespace Alertmanager
