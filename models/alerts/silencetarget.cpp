// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/silencetarget.h"

#include "backends/alertmanager/client.h"
#include "backends/alertmanager/silence.h"
#include "backends/core/clock.h"
#include "backends/core/timestamp.h"
#include "backends/core/tree.h"
#include "models/alerts/serverwords.h"
#include "models/alerts/silenceimage.h"

#include <QCoreApplication>
#include <QPointer>

namespace {

using Alertmanager::Client;
using Alertmanager::SilenceOutcome;
using Alertmanager::SilenceWrite;
using Found = Result<std::optional<Alertmanager::Silence>>;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SilenceTarget)
};

//! Calls \a action in the thread of \a client.
template <typename Action>
void post(QObject &client, Action action)
{
    QMetaObject::invokeMethod(&client, std::move(action), Qt::QueuedConnection);
}

//! What the client is to call: it hands the answer to \a take in the thread of \a mailbox.
template <typename Answer>
std::function<void(Answer)> answerAt(const std::shared_ptr<QObject> &mailbox, std::function<void(const Answer &)> take)
{
    return [mailbox, take = std::move(take)](Answer answer) {
        QMetaObject::invokeMethod(
            mailbox.get(), [take, answer = std::move(answer)] { take(answer); }, Qt::QueuedConnection);
    };
}

WriteAnswer said(WriteAnswer::Kind kind, const QString &sentence)
{
    WriteAnswer answer;
    answer.kind = kind;
    answer.sentence = sentence;
    return answer;
}

WriteAnswer applied(const ObjectImage &object)
{
    WriteAnswer answer;
    answer.kind = WriteAnswer::Kind::Applied;
    answer.object = object;
    return answer;
}

WriteAnswer gone(const QString &name, const QString &server)
{
    return said(WriteAnswer::Kind::Refused,
        Words::tr("%1 has no silence %2 any more: it has ended. Make a new one.").arg(server, name));
}

//! What \a edit makes of what there is; empty, with a sentence in \a problem, when it makes nothing that may be
//! written. Alertmanager ends a silence before it looks at what is to take its place, so that nothing doubtful is sent.
std::optional<Alertmanager::Silence> wantedOf(
    const ObjectEdit &edit, const QByteArray &before, const Clock &clock, QString &problem)
{
    const auto text = Tree::parse(edit.text);
    const auto was = Tree::parse(before);
    const bool creates = edit.action == ObjectEdit::Action::Create;
    if (!text || (!creates && (edit.action != ObjectEdit::Action::MergePatch || !was))) {
        problem = Words::tr("A silence cannot be changed in this way. Extend or end it.");
        return {};
    }
    const Tree tree = creates ? *text : was->mergedWith(*text);
    auto silence = SilenceImage::silence(tree, problem);
    if (!silence)
        return {};
    const QStringList matchers{QStringLiteral("spec"), QStringLiteral("matchers")};
    if (!creates && !(*tree.find(matchers) == *was->find(matchers)))
        problem = Words::tr("What a silence matches cannot be changed. End it and make a new one.");
    else if (silence->endsAt <= clock.now().toMSecsSinceEpoch() || silence->endsAt <= silence->startsAt)
        problem = Words::tr("The silence would end before it begins or has ended already. Choose a later end.");
    return problem.isEmpty() ? silence : std::nullopt;
}

WriteAnswer answerOf(const SilenceOutcome &outcome, const ObjectEdit &edit, const QString &server)
{
    using Kind = SilenceOutcome::Kind;
    const QString name = edit.object.name;
    switch (outcome.kind) {
    case Kind::Done:
        return applied(outcome.silence ? SilenceImage::of(*outcome.silence, name) : ObjectImage());
    case Kind::NewerVersion:
        return said(WriteAnswer::Kind::NewerVersion,
            Words::tr("Somebody else has changed the silence %1 on %2. Look at it again.").arg(name, server));
    case Kind::Exists:
        return said(WriteAnswer::Kind::Exists, Words::tr("%1 has the silence %2 already.").arg(server, name));
    case Kind::Missing:
        return gone(name, server);
    case Kind::Refused:
        return said(WriteAnswer::Kind::Refused, ServerWords::problem(outcome.error, server, false));
    case Kind::Failed:
        return said(WriteAnswer::Kind::Failed, ServerWords::problem(outcome.error, server, false));
    case Kind::Unknown:
        break;
    }
    return said(WriteAnswer::Kind::Unknown, ServerWords::problem(outcome.error, server, false));
}

ReadAnswer readAnswerOf(const Found &found, const QString &name, const QString &server)
{
    ReadAnswer answer;
    if (!found) {
        answer.sentence = ServerWords::problem(found.error(), server, false);
    } else if (!*found) {
        answer.kind = ReadAnswer::Kind::Missing;
    } else {
        answer.kind = ReadAnswer::Kind::Found;
        answer.object = SilenceImage::of(**found, name);
    }
    return answer;
}

ReadAnswer listAnswerOf(const Result<QList<Alertmanager::Silence>> &all, const QString &server)
{
    ReadAnswer answer;
    if (!all) {
        answer.sentence = ServerWords::problem(all.error(), server, false);
        return answer;
    }
    Tree items = Tree::list();
    for (const Alertmanager::Silence &silence : *all) {
        if (auto tree = Tree::parse(SilenceImage::of(silence, silence.id).text))
            items.items().push_back(*tree);
    }
    answer.kind = ReadAnswer::Kind::Found;
    answer.object.exists = true;
    answer.object.text = Tree::map({{QStringLiteral("items"), items}}).toJson();
    return answer;
}

} // namespace

SilenceTarget::SilenceTarget(
    Client &client, QString serverName, std::function<Freshness()> freshness, const Clock &clock, QObject *parent)
    : QObject(parent), m_client(client), m_serverName(std::move(serverName)), m_freshness(std::move(freshness)),
      m_clock(clock), m_mailbox(std::make_unique<QObject>().release(), [](QObject *mailbox) { mailbox->deleteLater(); })
{
}

SilenceTarget::~SilenceTarget() = default;

void SilenceTarget::answer(std::function<void()> tell)
{
    QMetaObject::invokeMethod(m_mailbox.get(), std::move(tell), Qt::QueuedConnection);
}

void SilenceTarget::read(const ObjectName &object, ReadDone done)
{
    const QString name = object.name;
    if (name.isEmpty()) {
        const auto back = answerAt<Result<QList<Alertmanager::Silence>>>(m_mailbox,
            [done = std::move(done), server = m_serverName](
                const Result<QList<Alertmanager::Silence>> &all) { done(listAnswerOf(all, server)); });
        post(m_client, [&client = m_client, back] { client.list(back); });
        return;
    }
    const auto back
        = answerAt<Found>(m_mailbox, [done = std::move(done), name, server = m_serverName](const Found &found) {
              done(readAnswerOf(found, name, server));
          });
    post(m_client, [&client = m_client, name, back] { client.read(name, back); });
}

void SilenceTarget::dryRun(const ObjectEdit &edit, WriteDone done)
{
    const bool creates = edit.action == ObjectEdit::Action::Create;
    const auto taken
        = [self = QPointer(this), edit, creates, done = std::move(done), server = m_serverName](const Found &found) {
              if (!self)
                  return;
              const QString name = edit.object.name;
              if (!found) {
                  done(said(WriteAnswer::Kind::Failed, ServerWords::problem(found.error(), server, false)));
                  return;
              }
              const ObjectImage live = *found ? SilenceImage::of(**found, name) : ObjectImage();
              const QString version = edit.before.resourceVersion;
              if (creates && live.exists) {
                  done(answerOf({SilenceOutcome::Kind::Exists, {}, {}}, edit, server));
              } else if (!creates && !live.exists) {
                  done(gone(name, server));
              } else if (!creates && !version.isEmpty() && live.resourceVersion != version) {
                  done(answerOf({SilenceOutcome::Kind::NewerVersion, {}, {}}, edit, server));
              } else if (edit.action == ObjectEdit::Action::Delete) {
                  done(applied({}));
              } else {
                  self->tryOut(edit, live, done);
              }
          };
    const auto back = answerAt<Found>(m_mailbox, taken);
    post(m_client, [&client = m_client, name = edit.object.name, back] { client.read(name, back); });
}

//! Lets the server say whether it understands what is to be matched.
void SilenceTarget::tryOut(const ObjectEdit &edit, const ObjectImage &live, const WriteDone &done)
{
    QString problem;
    auto wanted = wantedOf(edit, live.text, m_clock, problem);
    if (!wanted) {
        done(said(WriteAnswer::Kind::Refused, problem));
        return;
    }
    if (!live.exists)
        wanted->updatedAt = m_clock.now().toMSecsSinceEpoch(); // so that only a later beginning is shown
    ObjectImage after;
    after.exists = true;
    after.text = live.exists ? Tree::parse(live.text)->mergedWith(*Tree::parse(edit.text)).toJson()
                             : SilenceImage::text(*wanted, edit.object.name);
    after.uid = live.uid;
    const auto back = answerAt<Result<void>>(m_mailbox, [done, after, server = m_serverName](const Result<void> &good) {
        if (good)
            done(applied(after));
        else
            done(said(
                good.error().kind == Error::Kind::BadRequest ? WriteAnswer::Kind::Refused : WriteAnswer::Kind::Failed,
                ServerWords::problem(good.error(), server, false)));
    });
    post(m_client, [&client = m_client, matchers = wanted->matchers, back] { client.check(matchers, back); });
}

void SilenceTarget::write(const ObjectEdit &edit, const QUuid &auditId, WriteDone done)
{
    SilenceWrite write;
    write.name = edit.object.name;
    write.auditId = auditId;
    if (!edit.before.resourceVersion.isEmpty())
        write.updatedAt = Timestamp::parse(edit.before.resourceVersion.toStdString());
    if (edit.action == ObjectEdit::Action::Delete) {
        write.action = SilenceWrite::Action::Expire;
    } else {
        write.action
            = edit.action == ObjectEdit::Action::Create ? SilenceWrite::Action::Create : SilenceWrite::Action::Update;
        QString problem;
        const auto wanted = wantedOf(edit, edit.before.text, m_clock, problem);
        if (!wanted) {
            answer([done, problem] { done(said(WriteAnswer::Kind::Refused, problem)); });
            return;
        }
        write.silence = *wanted;
    }
    const auto back = answerAt<SilenceOutcome>(
        m_mailbox, [done = std::move(done), edit, server = m_serverName](const SilenceOutcome &outcome) {
            done(answerOf(outcome, edit, server));
        });
    post(m_client, [&client = m_client, write, back] { client.write(write, back); });
}

//! Alertmanager tells people apart no more than whoever stands in front of it does.
void SilenceTarget::reviewRights(const QList<Guard::RightQuestion> &questions, RightsDone done)
{
    RightsAnswer rights;
    rights.ok = true;
    for (qsizetype i = 0; i < questions.size(); ++i)
        rights.answers.append(Guard::RightAnswer{true, {}});
    answer([done = std::move(done), rights] { done(rights); });
}
