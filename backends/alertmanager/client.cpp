// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/alertmanager/client.h"

#include "backends/alertmanager/decode.h"
#include "backends/core/timestamp.h"
#include "backends/core/tree.h"

#include <QThread>

#include <algorithm>

namespace Alertmanager {

namespace {

constexpr qint64 largestSilence = 1024 * 1024;
constexpr qint64 largestList = 64LL * 1024 * 1024;

Http::Request get(const QString &path, qint64 limit)
{
    Http::Request request;
    request.path = QStringLiteral("/api/v2/") + path;
    request.sizeLimit = limit;
    return request;
}

bool isUuid(const QString &text)
{
    return !QUuid::fromString(text).isNull();
}

bool isThere(const Silence &silence)
{
    return silence.state != Silence::State::Expired;
}

SilenceOutcome outcome(SilenceOutcome::Kind kind, std::optional<Silence> silence = {})
{
    return {kind, std::move(silence), {}};
}

//! What a failed request for a write says of what was done.
SilenceOutcome failure(const Error &error)
{
    using Kind = SilenceOutcome::Kind;
    SilenceOutcome made{Kind::Unknown, {}, error};
    switch (error.kind) {
    case Error::Kind::BadRequest:
    case Error::Kind::Unauthorized:
    case Error::Kind::Forbidden:
    case Error::Kind::NotFound:
    case Error::Kind::Conflict:
    case Error::Kind::Gone:
        made.kind = Kind::Refused;
        break;
    case Error::Kind::Cancelled:
    case Error::Kind::Configuration:
    case Error::Kind::Unsupported:
    case Error::Kind::HostNotFound:
    case Error::Kind::Refused:
    case Error::Kind::Proxy:
    case Error::Kind::CertificateUntrusted:
    case Error::Kind::CertificateExpired:
    case Error::Kind::CertificateWrongHost:
    case Error::Kind::ClientCertificate:
    case Error::Kind::Tls:
    case Error::Kind::RateLimited:
    case Error::Kind::LoginRequired:
    case Error::Kind::LoginRefused:
    case Error::Kind::PluginMissing:
    case Error::Kind::PluginFailed:
        made.kind = Kind::Failed;
        break;
    case Error::Kind::ConnectionLost:
    case Error::Kind::Timeout:
    case Error::Kind::Server:
    case Error::Kind::Malformed:
    case Error::Kind::TooLarge:
        break;
    }
    return made;
}

Tree treeOf(const Matcher &matcher)
{
    return Tree::map(
        {{QStringLiteral("name"), Tree::text(matcher.name)}, {QStringLiteral("value"), Tree::text(matcher.value)},
            {QStringLiteral("isRegex"), Tree::boolean(matcher.isRegex)},
            {QStringLiteral("isEqual"), Tree::boolean(matcher.isEqual)}});
}

} // namespace

QByteArray silenceBody(const SilenceWrite &write, const std::optional<Silence> &live)
{
    const Silence &wanted = write.silence;
    Tree body = Tree::map();
    if (live)
        body.set({QStringLiteral("id")}, Tree::text(live->id));
    Tree matchers = Tree::list();
    for (const Matcher &matcher : wanted.matchers)
        matchers.items().push_back(treeOf(matcher));
    body.set({QStringLiteral("matchers")}, matchers);
    // A time of the past becomes now by the server's own clock; one that is active already has to keep its own.
    const qint64 startsAt = wanted.startsAt > 0 ? wanted.startsAt : live ? live->startsAt : 1000;
    body.set({QStringLiteral("startsAt")}, Tree::text(Timestamp::text(startsAt)));
    body.set({QStringLiteral("endsAt")}, Tree::text(Timestamp::text(wanted.endsAt)));
    body.set({QStringLiteral("createdBy")}, Tree::text(wanted.createdBy));
    MarkedComment comment{wanted.comment, live ? live->marks : QStringList()};
    if (!live && isUuid(write.name))
        comment.marks.append(write.name);
    if (!write.auditId.isNull())
        comment.marks.append(write.auditId.toString(QUuid::WithoutBraces));
    body.set({QStringLiteral("comment")}, Tree::text(marked(comment)));
    return body.toJson();
}

Client::Client(TransportFactory transport, QObject *parent) : QObject(parent), m_makeTransport(std::move(transport))
{
}

Client::~Client() = default;

void Client::start()
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_transport = m_makeTransport();
}

void Client::later(std::function<void()> action)
{
    QMetaObject::invokeMethod(this, std::move(action), Qt::QueuedConnection);
}

void Client::send(const Http::Request &request, std::function<void(Result<Http::Response>)> done)
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (!m_transport) {
        Error error;
        error.kind = Error::Kind::ConnectionLost;
        later([done, error] { done(error); });
        return;
    }
    const quint64 id = ++m_serial;
    m_calls[id] = m_transport->send(request, [this, id, done = std::move(done)](const Result<Http::Response> &answer) {
        const auto tell = done;
        const auto over = m_calls.extract(id); // goes at the end of this, and what is captured with it
        tell(answer);
    });
}

void Client::read(const QString &name, ReadDone done)
{
    const QString id = m_ids.value(name, name);
    if (!isUuid(id)) {
        later([done] { done(std::optional<Silence>()); });
        return;
    }
    readById(id, [this, name, done = std::move(done)](const Result<std::optional<Silence>> &found) {
        if (!found || *found)
            done(found);
        else
            findByMark(name, done);
    });
}

void Client::readById(const QString &id, ReadDone done)
{
    send(get(QStringLiteral("silence/") + id, largestSilence),
        [done = std::move(done)](const Result<Http::Response> &answer) {
            if (!answer) {
                // 404 has no body; what is no UUID is refused by the validation before it.
                const Error::Kind kind = answer.error().kind;
                if (kind == Error::Kind::NotFound || kind == Error::Kind::BadRequest)
                    done(std::optional<Silence>());
                else
                    done(answer.error());
                return;
            }
            auto silence = decodeSilence(answer->body);
            if (!silence)
                done(silence.error());
            else
                done(isThere(*silence) ? std::optional(*silence) : std::nullopt);
        });
}

void Client::findByMark(const QString &name, ReadDone done)
{
    list([this, name, done = std::move(done)](const Result<QList<Silence>> &all) {
        if (!all) {
            done(all.error());
            return;
        }
        const auto found = std::find_if(
            all->begin(), all->end(), [&name](const Silence &silence) { return silence.marks.contains(name); });
        if (found == all->end()) {
            done(std::optional<Silence>());
            return;
        }
        constexpr qsizetype mostIds = 1000;
        if (m_ids.size() >= mostIds)
            m_ids.clear();
        m_ids.insert(name, found->id);
        done(std::optional(*found));
    });
}

void Client::list(ListDone done)
{
    send(get(QStringLiteral("silences"), largestList), [done = std::move(done)](const Result<Http::Response> &answer) {
        if (!answer) {
            done(answer.error());
            return;
        }
        auto sample = decodeSilences(answer->body);
        if (!sample) {
            done(sample.error());
            return;
        }
        sample->silences.removeIf([](const Silence &silence) { return !isThere(silence); });
        done(sample->silences);
    });
}

//! A filter of silences is parsed like their matchers, and the answer is small.
void Client::check(const QList<Matcher> &matchers, CheckDone done)
{
    auto request = get(QStringLiteral("silences"), largestList);
    for (const Matcher &matcher : matchers)
        request.query.addQueryItem(
            QStringLiteral("filter"), QString::fromLatin1(QUrl::toPercentEncoding(matcher.text())));
    send(request, [done = std::move(done)](const Result<Http::Response> &answer) {
        done(answer ? Result<void>() : Result<void>(answer.error()));
    });
}

void Client::write(const SilenceWrite &write, WriteDone done)
{
    using Kind = SilenceOutcome::Kind;
    read(write.name, [this, write, done = std::move(done)](const Result<std::optional<Silence>> &found) {
        if (!found) {
            done({Kind::Failed, {}, found.error()}); // nothing was sent
            return;
        }
        const std::optional<Silence> &live = *found;
        if (write.action == SilenceWrite::Action::Create) {
            if (live)
                done(outcome(Kind::Exists, live));
            else
                post(write, {}, done);
        } else if (!live) {
            done(outcome(Kind::Missing));
        } else if (write.updatedAt && *write.updatedAt != live->updatedAt) {
            done(outcome(Kind::NewerVersion, live));
        } else if (write.action == SilenceWrite::Action::Update) {
            post(write, live, done);
        } else {
            expire(*live, done);
        }
    });
}

void Client::post(const SilenceWrite &write, const std::optional<Silence> &live, WriteDone done)
{
    using Kind = SilenceOutcome::Kind;
    Http::Request request;
    request.method = QByteArrayLiteral("POST");
    request.path = QStringLiteral("/api/v2/silences");
    request.contentType = QByteArrayLiteral("application/json");
    request.body = silenceBody(write, live);
    request.repeat = Http::Repeat::Never;
    send(request, [this, write, done = std::move(done)](const Result<Http::Response> &answer) {
        if (!answer) {
            done(failure(answer.error()));
            return;
        }
        const auto id = decodeSilenceId(answer->body);
        if (!id) {
            done({Kind::Unknown, {}, id.error()});
            return;
        }
        m_ids.insert(write.name, *id);
        Q_EMIT written();
        readById(*id, [write, id = *id, done](const Result<std::optional<Silence>> &now) {
            if (now && *now) {
                done(outcome(Kind::Done, *now));
                return;
            }
            Silence silence = write.silence; // it was taken; how it is now, nobody could read
            silence.id = id;
            done(outcome(Kind::Done, silence));
        });
    });
}

void Client::expire(const Silence &live, WriteDone done)
{
    using Kind = SilenceOutcome::Kind;
    Http::Request request;
    request.method = QByteArrayLiteral("DELETE");
    request.path = QStringLiteral("/api/v2/silence/") + live.id;
    request.repeat = Http::Repeat::Never;
    send(request, [this, id = live.id, done = std::move(done)](const Result<Http::Response> &answer) {
        if (answer) {
            Q_EMIT written();
            done(outcome(Kind::Done));
            return;
        }
        const Error error = answer.error();
        if (error.kind != Error::Kind::NotFound && error.kind != Error::Kind::Server) {
            done(failure(error));
            return;
        }
        // 0.25 answers 500 for an id that it does not know, later ones 404: so this asks whether it is gone.
        readById(id, [error, done](const Result<std::optional<Silence>> &now) {
            if (now && !*now)
                done(outcome(Kind::Missing));
            else
                done({now ? Kind::Refused : Kind::Unknown, {}, error});
        });
    });
}

} // namespace Alertmanager
