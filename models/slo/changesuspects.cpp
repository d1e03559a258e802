// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/slo/changesuspects.h"

#include "models/changes/changeriver.h"
#include "models/changes/objectcompare.h"
#include "models/changes/plainline.h"
#include "models/changes/secretmask.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ChangeSuspects)
};

using Kind = SuspectCandidate::Kind;

constexpr qsizetype mostCompared = 256 * 1024; // bytes; beyond that only the object is named
constexpr qsizetype mostFields = 2;

QList<ObjectCompare::Field> fieldsOf(const ObjectEdit &edit)
{
    const QByteArray &before = edit.before.text;
    const QByteArray &after = edit.after.text;
    if (before.isEmpty() || after.isEmpty() || before.size() + after.size() > mostCompared)
        return {};
    QList<ObjectCompare::Field> fields = ObjectCompare::threeWay(before, after, before).fields;
    fields.removeIf([](const ObjectCompare::Field &field) {
        return field.path.startsWith(u"status") || field.path.startsWith(u"metadata.managedFields")
            || field.path == u"metadata.generation" || field.path == u"metadata.resourceVersion";
    });
    return fields;
}

QString shown(const QByteArray &json)
{
    QString text = QString::fromUtf8(json);
    if (text.size() >= 2 && text.startsWith(u'"') && !text.contains(u'\\'))
        text = text.sliced(1, text.size() - 2);
    return text.isEmpty() ? Words::tr("none") : plainLine(text, 60);
}

bool isImage(const ObjectCompare::Field &field)
{
    return field.path.endsWith(u"].image") && field.path.contains(u"ontainers[");
}

//! Values that people put credentials into although they should not: the field is named, its value is not.
bool isQuiet(const ObjectEdit &edit, const QString &path)
{
    return edit.object.kind == u"ConfigMap" || path.contains(u"env[") || path.contains(u"args")
        || path.contains(u"command") || path.contains(u"annotations");
}

bool isWorkload(const QString &kind)
{
    static const QStringList kinds{
        u"Deployment"_s, u"StatefulSet"_s, u"DaemonSet"_s, u"CronJob"_s, u"Job"_s, u"ReplicaSet"_s, u"Pod"_s};
    return kinds.contains(kind);
}

QString changed(const ObjectEdit &edit, const QString &title)
{
    const QList<ObjectCompare::Field> fields = fieldsOf(edit);
    QStringList before;
    QStringList after;
    for (const ObjectCompare::Field &field : fields) {
        if (isImage(field)) {
            before.append(shown(field.base));
            after.append(shown(field.mine));
        }
    }
    const QString both = Words::tr(" and ", "between two images");
    if (!after.isEmpty())
        return Words::tr("%1 went from %2 to %3").arg(title, before.join(both), after.join(both));
    if (fields.size() == 1 && fields.first().path == u"spec.replicas")
        return Words::tr("%1 was scaled from %2 to %3 replicas")
            .arg(title, shown(fields.first().base), shown(fields.first().mine));
    if (fields.isEmpty() || SecretMask::concerns(edit) || edit.object.kind == u"Secret")
        return Words::tr("%1 was changed").arg(title); // names of fields may say as little as their values
    QStringList parts;
    for (const auto &field : fields.mid(0, mostFields))
        parts.append(isQuiet(edit, field.path)
                ? plainLine(field.path, 80)
                : QString(plainLine(field.path, 80) + u' ' + shown(field.base) + u" → "_s + shown(field.mine)));
    if (fields.size() > mostFields)
        parts.append(Words::tr("%1 more fields").arg(QLocale().toString(fields.size() - mostFields)));
    return Words::tr("%1 was changed (%2)").arg(title, parts.join(u", "_s));
}

Kind kindOf(ChangeKind kind, const ObjectEdit &edit)
{
    if (isWorkload(edit.object.kind)) {
        const QList<ObjectCompare::Field> fields = fieldsOf(edit);
        if (std::ranges::any_of(fields, isImage))
            return Kind::Image;
        if (kind == ChangeKind::Scale || (fields.size() == 1 && fields.first().path == u"spec.replicas"))
            return Kind::Scale;
        return Kind::Config;
    }
    switch (kind) {
    case ChangeKind::Quota:
    case ChangeKind::Limits:
        return Kind::Quota;
    case ChangeKind::Access:
        return Kind::Access;
    case ChangeKind::Scale:
        return Kind::Scale;
    case ChangeKind::Rollout:
    case ChangeKind::Network:
        return Kind::Config;
    case ChangeKind::Tenant:
    case ChangeKind::Silence:
        return Kind::Other;
    case ChangeKind::Object:
        break;
    }
    return edit.object.kind == u"ConfigMap" || edit.object.kind == u"Secret" ? Kind::Config : Kind::Other;
}

double sizeOf(const ObjectEdit &edit)
{
    if (edit.before.text.isEmpty() || edit.after.text.isEmpty())
        return 1;
    return std::min(1.0, static_cast<double>(fieldsOf(edit).size()) / 10);
}

QList<SuspectCandidate> candidates(
    const Change &change, const QList<EditResult> &results, const QDateTime &time, const QString &who)
{
    QList<SuspectCandidate> found;
    if (change.kind == ChangeKind::Silence)
        return found;
    for (qsizetype i = 0; i < change.edits.size(); ++i) {
        const ObjectEdit &edit = change.edits[i];
        // What nobody knows may have been made, and then it may have caused all this.
        if (i >= results.size() || (!results[i].applied() && results[i].state != EditResult::State::Unknown))
            continue;
        SuspectCandidate one;
        one.key = u"change/%1/%2"_s.arg(change.id.toString(QUuid::WithoutBraces), QString::number(i));
        one.time = time;
        one.kind = kindOf(change.kind, edit);
        one.word = u"change"_s;
        one.what = ChangeSuspects::what(edit);
        one.who = who;
        one.cluster = change.clusterName;
        one.tenant = change.tenants.size() == 1 ? change.tenants.first() : QString();
        one.namespaceName = edit.object.namespaceName;
        one.workload = isWorkload(edit.object.kind) ? edit.object.name : QString();
        one.size = sizeOf(edit);
        one.change = change.id;
        found.append(one);
    }
    return found;
}

//! A change and the rollout that the cluster made of it: the ReplicaSet comes within seconds of the write, and its time
//! is rounded down to seconds; the change's own time may be that of its end.
bool sameStep(const SuspectCandidate &change, const SuspectCandidate &rollout)
{
    constexpr qint64 before = 5; // seconds
    constexpr qint64 after = 120;
    const qint64 later = rollout.time.secsTo(change.time);
    return !change.change.isNull() && rollout.word == u"rollout" && change.workload == rollout.workload
        && !change.workload.isEmpty() && change.namespaceName == rollout.namespaceName
        && (change.cluster == rollout.cluster || change.cluster.isEmpty() || rollout.cluster.isEmpty())
        && (change.kind == Kind::Image || change.kind == Kind::Config) && later >= -before && later <= after;
}

} // namespace

QString ChangeSuspects::what(const ObjectEdit &edit)
{
    const QString title = plainLine(edit.object.title(), 200);
    const bool was = edit.before.exists || !edit.before.text.isEmpty();
    const bool is = edit.after.exists || !edit.after.text.isEmpty();
    if (edit.action == ObjectEdit::Action::Delete || (was && !is && edit.text.isEmpty()))
        return Words::tr("%1 was deleted").arg(title);
    if (edit.action == ObjectEdit::Action::Create || (!was && is))
        return Words::tr("%1 was created").arg(title);
    return changed(edit, title);
}

QList<SuspectCandidate> ChangeSuspects::of(const EndedChange &change, const QString &user)
{
    return candidates(change.change, change.outcome.results, change.time, user);
}

QList<SuspectCandidate> ChangeSuspects::of(const RecordedChange &change)
{
    return candidates(change.change, change.results, change.begun.isValid() ? change.begun : change.time, change.user);
}

QList<SuspectCandidate> ChangeSuspects::together(
    const QList<SuspectCandidate> &first, const QList<SuspectCandidate> &second)
{
    QList<SuspectCandidate> changes;
    QList<SuspectCandidate> others;
    QSet<QString> met;
    for (const QList<SuspectCandidate> *list : {&first, &second}) {
        for (const SuspectCandidate &one : *list) {
            if (met.contains(one.key))
                continue;
            met.insert(one.key);
            (one.change.isNull() ? others : changes).append(one);
        }
    }
    for (SuspectCandidate &rollout : others) {
        const auto cause = std::ranges::find_if(
            changes, [&rollout](const SuspectCandidate &change) { return sameStep(change, rollout); });
        if (cause == changes.end())
            continue;
        rollout.who = cause->who;
        rollout.change = cause->change;
        changes.erase(cause);
    }
    return changes + others;
}
