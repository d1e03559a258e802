// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/kubernetestarget.h"

#include "backends/kubernetes/objectworker.h"
#include "models/changes/secretmask.h"
#include "models/fleet/problem.h"

#include <QCoreApplication>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(KubernetesTarget)
};

Kubernetes::ObjectAddress addressOf(const ObjectName &object)
{
    return {object.group, object.version, object.resource, object.subresource, object.namespaceName, object.name};
}

ObjectImage imageOf(const Kubernetes::ObjectState &state)
{
    return {!state.json.isEmpty(), state.terminating, state.json, state.resourceVersion, state.uid};
}

Kubernetes::ObjectWrite writeOf(const ObjectEdit &edit)
{
    using Write = Kubernetes::ObjectWrite;
    Write write;
    write.object = addressOf(edit.object);
    write.text = edit.text;
    write.resourceVersion = edit.before.resourceVersion;
    write.uid = edit.before.uid;
    write.force = edit.force;
    switch (edit.action) {
    case ObjectEdit::Action::MergePatch:
        break;
    case ObjectEdit::Action::JsonPatch:
        write.patchKind = Kubernetes::PatchKind::Json;
        break;
    case ObjectEdit::Action::StrategicPatch:
        write.patchKind = Kubernetes::PatchKind::Strategic;
        break;
    case ObjectEdit::Action::Apply:
        write.action = Write::Action::Apply;
        break;
    case ObjectEdit::Action::Create:
        write.action = Write::Action::Create;
        break;
    case ObjectEdit::Action::Delete:
        write.action = Write::Action::Delete;
        break;
    }
    return write;
}

QString wordsOf(const Error &error, const QString &clusterName)
{
    return describe(error, ProblemSource::Kubernetes, clusterName).paragraph();
}

QString says(const QString &clusterName, const QString &sentence)
{
    return sentence.isEmpty() ? QString() : Words::tr("%1 says: “%2”").arg(clusterName, sentence);
}

QString refusalOf(const Kubernetes::Refused &refused, const QString &clusterName)
{
    QString what;
    switch (refused.by) {
    case Kubernetes::Refused::By::Rbac:
        what = Words::tr("You may not do this. Ask the owner of the cluster for the right.");
        break;
    case Kubernetes::Refused::By::Quota:
        what = Words::tr("A quota does not leave room for this. Raise it, or ask for less.");
        break;
    case Kubernetes::Refused::By::Admission:
        what = Words::tr("A rule of the cluster does not admit this. Change it so that it fits.");
        break;
    case Kubernetes::Refused::By::Validation:
        what = Words::tr("The server does not accept these values. Correct them.");
        break;
    case Kubernetes::Refused::By::Missing:
        what = Words::tr("The object or its namespace does not exist. Look whether it was deleted.");
        break;
    }
    const QString said = says(clusterName, refused.sentence);
    return said.isEmpty() ? what : QString(what + u' ' + said);
}

WriteAnswer answerOf(const Kubernetes::WriteOutcome &outcome, const QString &clusterName)
{
    WriteAnswer answer;
    if (const auto *applied = std::get_if<Kubernetes::Applied>(&outcome)) {
        answer.kind = WriteAnswer::Kind::Applied;
        answer.object = imageOf(applied->object);
    } else if (const auto *conflict = std::get_if<Kubernetes::Conflict>(&outcome)) {
        answer.sentence = says(clusterName, conflict->sentence);
        switch (conflict->why) {
        case Kubernetes::Conflict::Why::NewerVersion:
            answer.kind = WriteAnswer::Kind::NewerVersion;
            break;
        case Kubernetes::Conflict::Why::Exists:
            answer.kind = WriteAnswer::Kind::Exists;
            break;
        case Kubernetes::Conflict::Why::Owners:
            answer.kind = WriteAnswer::Kind::Owners;
            break;
        }
        for (const auto &owner : conflict->owners)
            answer.owners.append({owner.field, owner.manager});
    } else if (const auto *refused = std::get_if<Kubernetes::Refused>(&outcome)) {
        answer.kind = WriteAnswer::Kind::Refused;
        answer.sentence = refusalOf(*refused, clusterName);
    } else if (const auto *failed = std::get_if<Kubernetes::Failed>(&outcome)) {
        answer.kind = failed->maybeDone ? WriteAnswer::Kind::Unknown : WriteAnswer::Kind::Failed;
        answer.sentence = wordsOf(failed->error, clusterName);
    }
    return answer;
}

//! Calls \a action in the thread of \a worker.
template <typename Action>
void post(QObject &worker, Action action)
{
    QMetaObject::invokeMethod(&worker, std::move(action), Qt::QueuedConnection);
}

//! What the worker is to call: it hands the answer to \a take in the thread of \a mailbox.
template <typename Answer>
std::function<void(Answer)> answerAt(const std::shared_ptr<QObject> &mailbox, std::function<void(const Answer &)> take)
{
    return [mailbox, take = std::move(take)](Answer answer) {
        QMetaObject::invokeMethod(
            mailbox.get(), [take, answer = std::move(answer)] { take(answer); }, Qt::QueuedConnection);
    };
}

} // namespace

KubernetesTarget::KubernetesTarget(
    Kubernetes::ObjectWorker &worker, QString clusterName, std::function<Freshness()> freshness, QObject *parent)
    : QObject(parent), m_worker(worker), m_clusterName(std::move(clusterName)), m_freshness(std::move(freshness)),
      m_mailbox(std::make_unique<QObject>().release(), [](QObject *mailbox) { mailbox->deleteLater(); })
{
}

void KubernetesTarget::read(const ObjectName &object, ReadDone done)
{
    const auto back = answerAt<Result<Kubernetes::ObjectState>>(
        m_mailbox, [done = std::move(done), name = m_clusterName](const Result<Kubernetes::ObjectState> &state) {
            ReadAnswer answer;
            if (state) {
                answer.kind = ReadAnswer::Kind::Found;
                answer.object = imageOf(*state);
            } else if (state.error().kind == Error::Kind::NotFound) {
                answer.kind = ReadAnswer::Kind::Missing;
            } else {
                answer.sentence = wordsOf(state.error(), name);
            }
            done(answer);
        });
    post(m_worker, [&worker = m_worker, address = addressOf(object), back] { worker.get(address, back); });
}

void KubernetesTarget::dryRun(const ObjectEdit &edit, WriteDone done)
{
    send(edit, true, {}, std::move(done)); // the audit log is to hold the change's id once
}

void KubernetesTarget::write(const ObjectEdit &edit, const QUuid &auditId, WriteDone done)
{
    send(edit, false, auditId, std::move(done));
}

void KubernetesTarget::send(const ObjectEdit &edit, bool dryRun, const QUuid &auditId, WriteDone done)
{
    Kubernetes::ObjectWrite write = writeOf(edit);
    write.dryRun = dryRun;
    write.auditId = auditId;
    const auto back = answerAt<Kubernetes::WriteOutcome>(
        m_mailbox, [done = std::move(done), name = m_clusterName, edit](const Kubernetes::WriteOutcome &outcome) {
            WriteAnswer answer = answerOf(outcome, name);
            answer.sentence = SecretMask::cleaned(answer.sentence, edit); // servers quote what they refuse
            done(answer);
        });
    post(m_worker, [&worker = m_worker, write, back] { worker.write(write, back); });
}

void KubernetesTarget::reviewRights(const QList<Guard::RightQuestion> &questions, RightsDone done)
{
    QList<Kubernetes::AccessQuestion> asked;
    for (const auto &question : questions)
        asked.append({question.verb, addressOf(question.object)});
    const auto back = answerAt<Result<QList<Kubernetes::AccessAnswer>>>(
        m_mailbox, [done = std::move(done), name = m_clusterName](const Result<QList<Kubernetes::AccessAnswer>> &said) {
            RightsAnswer answer;
            answer.ok = said.ok();
            if (!said) {
                answer.sentence = wordsOf(said.error(), name);
            } else {
                for (const auto &one : *said)
                    answer.answers.append({one.allowed, one.reason});
            }
            done(answer);
        });
    post(m_worker, [&worker = m_worker, asked, back] { worker.review(asked, back); });
}
