// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/alertmanager/decode.h"
#include "backends/core/timestamp.h"
#include "backends/core/tree.h"
#include "tests/support/faketransport.h"

#include <QHash>

//! Answers what waits in a FakeTransport as Alertmanager 0.25 was seen to.
class FakeAlertmanager
{
public:
    FakeTransport transport;
    QHash<QString, Tree> silences; //!< by id
    qint64 now = 1795214880000; //!< milliseconds since the epoch
    int posts = 0;
    int deletes = 0;
    bool dropNextAnswer = false; //!< of a write that is done all the same

    //! False when nobody waits.
    bool answerOne()
    {
        if (transport.open.empty())
            return false;
        const auto exchange = transport.open.front();
        transport.open.pop_front();
        const Http::Request &request = exchange->request;
        const bool writes = request.method != "GET";
        auto answer = answerTo(request);
        if (writes && std::exchange(dropNextAnswer, false)) {
            Error error;
            error.kind = Error::Kind::ConnectionLost;
            answer = error;
        }
        exchange->done(answer);
        return true;
    }
    void answerAll()
    {
        while (answerOne()) { }
    }
    QString add(const Tree &silence)
    {
        const QString id = QStringLiteral("00000000-0000-4000-8000-%1").arg(++m_serial, 12, 10, QLatin1Char('0'));
        store(id, silence);
        return id;
    }
    [[nodiscard]] QString stateOf(const QString &id) const
    {
        const qint64 end = *Timestamp::parse(silences[id].textAt({QStringLiteral("endsAt")}).toStdString());
        const qint64 start = *Timestamp::parse(silences[id].textAt({QStringLiteral("startsAt")}).toStdString());
        return end <= now ? QStringLiteral("expired")
            : start > now ? QStringLiteral("pending")
                          : QStringLiteral("active");
    }
    [[nodiscard]] QByteArray json(const QString &id) const
    {
        Tree tree = silences[id];
        tree.set({QStringLiteral("status"), QStringLiteral("state")}, Tree::text(stateOf(id)));
        return tree.toJson();
    }

private:
    int m_serial = 0;

    static Error failure(int status, const QByteArray &body) { return Alertmanager::decodeFailure(status, body); }
    void store(const QString &id, Tree silence)
    {
        silence.set({QStringLiteral("id")}, Tree::text(id));
        silence.set({QStringLiteral("updatedAt")}, Tree::text(Timestamp::text(now)));
        const auto start = Timestamp::parse(silence.textAt({QStringLiteral("startsAt")}).toStdString());
        if (!silences.contains(id) && start.value_or(0) < now)
            silence.set({QStringLiteral("startsAt")}, Tree::text(Timestamp::text(now)));
        silences[id] = silence;
    }
    Result<Http::Response> good(const QByteArray &body) { return Http::Response{200, "application/json", body}; }

    Result<Http::Response> answerTo(const Http::Request &request)
    {
        const QString base = QStringLiteral("/api/v2/silence/");
        if (request.method == "POST")
            return post(request.body);
        if (request.path.startsWith(base)) {
            const QString id = request.path.mid(base.size());
            if (request.method == "DELETE")
                return expire(id);
            return silences.contains(id) ? good(json(id)) : Result<Http::Response>(failure(404, {}));
        }
        QByteArrayList all;
        for (auto one = silences.cbegin(); one != silences.cend(); ++one)
            all.append(json(one.key()));
        if (request.query.toString(QUrl::FullyDecoded).contains(QLatin1String("\"(\"")))
            return failure(400, R"("bad matcher format: error parsing regexp")");
        return good('[' + all.join(',') + ']');
    }
    Result<Http::Response> post(const QByteArray &body)
    {
        ++posts;
        Tree silence = *Tree::parse(body);
        const QString known = silence.textAt({QStringLiteral("id")});
        const auto end = Timestamp::parse(silence.textAt({QStringLiteral("endsAt")}).toStdString());
        if (!end || *end <= now)
            return failure(400, R"("invalid silence: end time must not be in the past")");
        if (!known.isEmpty() && !silences.contains(known))
            return failure(404, R"("silence not found")");
        const QString id = known.isEmpty() ? add(silence) : known;
        store(id, silence);
        return good(Tree::map({{QStringLiteral("silenceID"), Tree::text(id)}}).toJson());
    }
    Result<Http::Response> expire(const QString &id)
    {
        ++deletes;
        if (!silences.contains(id))
            return failure(500, R"("silence not found")");
        silences[id].set({QStringLiteral("endsAt")}, Tree::text(Timestamp::text(now)));
        silences[id].set({QStringLiteral("updatedAt")}, Tree::text(Timestamp::text(now)));
        return good({});
    }
};
