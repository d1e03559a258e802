// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/slo/rollouthistory.h"

#include "backends/core/tree.h"
#include "models/changes/plainline.h"
#include "models/slo/objectlist.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RolloutHistory)
};

constexpr qsizetype longestImage = 160;
constexpr qsizetype mostContainers = 20;

struct Container
{
    QString name;
    QString image;
    Tree tree;
};

struct Revision
{
    QString replicaSet;
    QString uid;
    qint64 number = 0;
    QDateTime created; // of the ReplicaSet
    bool takenUpAgain = false; // not the first revision of its ReplicaSet
    bool past = false; // the ReplicaSet has gone on to a later one
    QDateTime touched; // when anybody wrote the ReplicaSet last
    QList<Container> containers;
    Tree podSpec;
};

using Deployments = std::map<std::pair<QString, QString>, QList<Revision>>; // by namespace and name

QList<Container> containersOf(const Tree &podSpec)
{
    QList<Container> found;
    for (const QString &list : {u"initContainers"_s, u"containers"_s}) {
        const Tree *containers = podSpec.find(list);
        if (!containers || !containers->isList())
            continue;
        for (const Tree &container : containers->items()) {
            if (found.size() < mostContainers)
                found.append({plainLine(container.textAt({u"name"_s}), ObjectList::longestName),
                    plainLine(container.textAt({u"image"_s}), longestImage), container});
        }
    }
    return found;
}

QString ownerOf(const Tree &object)
{
    const Tree *owners = object.find({u"metadata"_s, u"ownerReferences"_s});
    if (!owners || !owners->isList())
        return {};
    for (const Tree &owner : owners->items()) {
        if (owner.textAt({u"kind"_s}) == u"Deployment")
            return plainLine(owner.textAt({u"name"_s}), ObjectList::longestName);
    }
    return {};
}

QDateTime touched(const Tree &item)
{
    QDateTime last;
    const Tree *fields = item.find({u"metadata"_s, u"managedFields"_s});
    if (!fields || !fields->isList())
        return last;
    for (const Tree &entry : fields->items()) {
        const QDateTime time = ObjectList::time(entry.textAt({u"time"_s}));
        if (time.isValid() && (!last.isValid() || time > last))
            last = time;
    }
    return last;
}

//! All the revisions that a ReplicaSet has been, from its annotation revision-history ("1,4") on: without the earlier
//! ones nobody could say what came before the step that it was left by.
QList<Revision> lives(const Tree &item, qint64 number, const Tree &podSpec)
{
    constexpr qsizetype mostLives = 20;
    const QString history
        = item.textAt({u"metadata"_s, u"annotations"_s, u"deployment.kubernetes.io/revision-history"_s});
    QList<qint64> numbers;
    const QStringList words = history.left(400).split(u',', Qt::SkipEmptyParts);
    for (const QString &word : words.mid(0, mostLives)) {
        if (const qint64 earlier = word.trimmed().toLongLong(); earlier > 0 && earlier < number)
            numbers.append(earlier);
    }
    numbers.append(number);
    const qint64 least = *std::ranges::min_element(numbers);
    QList<Revision> revisions;
    for (const qint64 each : std::as_const(numbers))
        revisions.append({ObjectList::metadata(item, u"name"_s), ObjectList::metadata(item, u"uid"_s), each,
            ObjectList::time(item.textAt({u"metadata"_s, u"creationTimestamp"_s})), each != least, each != number,
            touched(item), containersOf(podSpec), podSpec});
    return revisions;
}

Deployments revisionsOf(const QByteArray &replicaSets)
{
    Deployments deployments;
    Tree::List items = ObjectList::items(replicaSets);
    if (items.size() > NamespaceEvent::mostItems) { // times of RFC 3339 in UTC sort as texts
        std::ranges::partial_sort(
            items, items.begin() + NamespaceEvent::mostItems, std::greater<>(), [](const Tree &item) {
                return item.textAt({u"metadata"_s, u"creationTimestamp"_s});
            });
        items.resize(NamespaceEvent::mostItems);
    }
    for (const Tree &item : items) {
        const QString owner = ownerOf(item);
        const qint64 number
            = item.textAt({u"metadata"_s, u"annotations"_s, u"deployment.kubernetes.io/revision"_s}).toLongLong();
        const Tree *podSpec = item.find({u"spec"_s, u"template"_s, u"spec"_s});
        if (owner.isEmpty() || number <= 0 || !podSpec)
            continue;
        deployments[{ObjectList::metadata(item, u"namespace"_s), owner}].append(lives(item, number, *podSpec));
    }
    for (auto &[name, revisions] : deployments)
        std::ranges::sort(revisions, {}, &Revision::number);
    return deployments;
}

//! When and by whom the pod template was written last. A manager that writes the same fields again keeps the time of
//! its first writing, so the time is a lower bound.
struct Written
{
    QDateTime time;
    QString who;
    QStringList imageManagers; // all that have a container's image
    QDateTime progressed; // of the ReplicaSet that the condition Progressing names
    QString progress; // what it says
};

//! Which managers write revisions and status on their own account.
bool isController(const QString &manager)
{
    return manager == u"kube-controller-manager";
}

void readProgress(const Tree &deployment, Written &written)
{
    const Tree *conditions = deployment.find({u"status"_s, u"conditions"_s});
    if (!conditions || !conditions->isList())
        return;
    for (const Tree &condition : conditions->items()) {
        if (condition.textAt({u"type"_s}) == u"Progressing") {
            written.progressed = ObjectList::time(condition.textAt({u"lastUpdateTime"_s}));
            written.progress = plainLine(condition.textAt({u"message"_s}), 400);
        }
    }
}

//! Whether the field set of a manager has the image of any container.
bool hasImage(const Tree &podTemplate)
{
    for (const QString &list : {u"f:containers"_s, u"f:initContainers"_s}) {
        const Tree *containers = podTemplate.find({u"f:spec"_s, list});
        if (!containers || !containers->isMap())
            continue;
        for (const auto &[name, fields] : containers->members()) {
            if (fields.find(u"f:image"_s))
                return true;
        }
    }
    return false;
}

Written writtenOf(const Tree &deployment)
{
    Written last;
    readProgress(deployment, last);
    const Tree *fields = deployment.find({u"metadata"_s, u"managedFields"_s});
    if (!fields || !fields->isList())
        return last;
    for (const Tree &entry : fields->items()) {
        const QString manager = plainLine(entry.textAt({u"manager"_s}), 100);
        const QDateTime time = ObjectList::time(entry.textAt({u"time"_s}));
        const Tree *podTemplate = entry.find({u"fieldsV1"_s, u"f:spec"_s, u"f:template"_s});
        if (isController(manager) || !time.isValid() || !podTemplate)
            continue;
        if (hasImage(*podTemplate) && !last.imageManagers.contains(manager))
            last.imageManagers.append(manager);
        if (!last.time.isValid() || time >= last.time) {
            last.time = time;
            last.who = manager;
        }
    }
    return last;
}

std::map<std::pair<QString, QString>, Written> writtenBy(const QByteArray &deployments)
{
    std::map<std::pair<QString, QString>, Written> written;
    for (const Tree &item : ObjectList::items(deployments)) {
        if (written.size() < NamespaceEvent::mostItems)
            written[{ObjectList::metadata(item, u"namespace"_s), ObjectList::metadata(item, u"name"_s)}]
                = writtenOf(item);
    }
    return written;
}

//! When the Deployment controller scaled it up last, to each size: "Scaled up replica set web-5d4f to 1". Ascending.
QList<QDateTime> scaledUp(const QList<NamespaceEvent> &events, const QString &namespaceName, const QString &replicaSet)
{
    const QString beginning = u"Scaled up replica set "_s + replicaSet + u' ';
    QList<QDateTime> times;
    for (const NamespaceEvent &event : events) {
        if (event.reason == u"ScalingReplicaSet" && event.namespaceName == namespaceName
            && event.message.startsWith(beginning))
            times.append(event.time);
    }
    return times;
}

//! Members that differ, of two maps; the names alone, because values may be secret.
QStringList differing(const Tree &a, const Tree &b, const QStringList &leaveOut)
{
    QStringList names;
    const auto collect = [&](const Tree &from, const Tree &to) {
        for (const auto &[name, value] : from.members()) {
            const Tree *other = to.find(name);
            if (!leaveOut.contains(name) && !names.contains(name) && (!other || !(*other == value)))
                names.append(plainLine(name, 60));
        }
    };
    collect(a, b);
    collect(b, a);
    return names;
}

QStringList fieldsThatDiffer(const Revision &before, const Revision &after)
{
    QStringList fields;
    for (const Container &container : after.containers) {
        const auto old = std::ranges::find(before.containers, container.name, &Container::name);
        if (old == before.containers.end())
            continue;
        const QStringList names = differing(old->tree, container.tree, {u"image"_s, u"name"_s});
        if (!names.isEmpty())
            fields.append(Words::tr("%1 of container %2").arg(names.join(u", "_s), container.name));
    }
    const QStringList rest = differing(before.podSpec, after.podSpec, {u"containers"_s, u"initContainers"_s});
    if (!rest.isEmpty())
        fields.append(rest.join(u", "_s));
    return fields;
}

void compareImages(const Revision &before, const Revision &after, RolloutStep &step)
{
    for (const Container &container : after.containers) {
        const auto old = std::ranges::find(before.containers, container.name, &Container::name);
        const QString was = old == before.containers.end() ? QString() : old->image;
        if (was == container.image)
            continue;
        step.imagesBefore.append(was.isEmpty() ? Words::tr("no %1").arg(container.name) : was);
        step.imagesAfter.append(container.image);
    }
}

//! Times that the server rounds down to seconds: what was written within them belongs to the same step.
constexpr qint64 sameWriting = 5; // seconds

//! The first of \a up, when a ReplicaSet was scaled, that is not before \a since. Kubernetes drops events of an object
//! that says too much, and then one of an earlier scaling is the last there is: but the ReplicaSet that it came after
//! was written last when it went.
QDateTime scaledSince(const QList<QDateTime> &up, const QDateTime &since, const Revision *before)
{
    constexpr qint64 longestRollout = 600; // seconds: progressDeadlineSeconds, where nothing else is said
    const auto first
        = std::ranges::find_if(up, [&since](const QDateTime &time) { return !since.isValid() || time >= since; });
    if (first == up.end())
        return {};
    const bool old = before && before->touched.isValid() && before->touched > first->addSecs(longestRollout);
    return old ? QDateTime() : *first;
}

//! When a Deployment took up an old ReplicaSet again, as far as anybody tells.
void setTimeOfReturn(RolloutStep &step, const Revision &after, const Revision *before, const Written &written,
    const QList<NamespaceEvent> &events)
{
    const QDateTime made = before ? before->created : QDateTime();
    // The revision before may have been taken up again, too, and then it is the time of that which comes before.
    const QList<QDateTime> beforeUp
        = before ? scaledUp(events, step.namespaceName, before->replicaSet) : QList<QDateTime>();
    const QDateTime since = beforeUp.isEmpty() ? made : std::max(made, beforeUp.last());
    const QDateTime scaled = scaledSince(scaledUp(events, step.namespaceName, after.replicaSet), since, before);
    // What was written with the revision before says nothing of this one; when that was, nobody knows of one that was
    // taken up again itself and whose scaling is forgotten.
    const bool comparable = !before || !before->takenUpAgain || !beforeUp.isEmpty();
    const bool told
        = written.time.isValid() && comparable && (!since.isValid() || written.time > since.addSecs(sameWriting));
    // The template may have been written again since, without another revision: then the scaling is nearer.
    if (told && (!scaled.isValid() || written.time <= scaled.addSecs(sameWriting))) {
        step.time = written.time;
        step.who = written.who;
        return;
    }
    const bool progressed = written.progressed.isValid()
        && written.progress.contains(QString(u'"' + after.replicaSet + u'"'))
        && (!since.isValid() || written.progressed >= since);
    step.time = scaled.isValid() || !progressed ? scaled : written.progressed; // a moment late: when it was up
    if (written.imageManagers.size() == 1 && !step.imagesAfter.isEmpty())
        step.who = written.imageManagers.first();
}

RolloutStep stepTo(const Revision &after, const Revision *before, bool latest, const Written &written,
    const QList<NamespaceEvent> &events, const std::pair<QString, QString> &deployment)
{
    RolloutStep step;
    step.namespaceName = deployment.first;
    step.deployment = deployment.second;
    step.revision = after.number;
    step.key = u"rollout/%1/%2/%3/%4"_s.arg(deployment.first, deployment.second, QString::number(after.number),
        after.uid.isEmpty() ? after.replicaSet : after.uid);
    if (before) {
        compareImages(*before, after, step);
        step.fields = fieldsThatDiffer(*before, after);
    } else {
        step.first = after.number == 1;
        for (const Container &container : after.containers)
            step.imagesAfter.append(container.image);
    }
    if (!after.takenUpAgain) {
        step.time = after.created;
        if (latest && written.time.isValid() && qAbs(written.time.secsTo(after.created)) <= sameWriting)
            step.who = written.who;
        else if (latest && written.imageManagers.size() == 1 && !step.imagesAfter.isEmpty())
            step.who = written.imageManagers.first(); // it wrote other fields of it since
        return step;
    }
    if (after.past)
        return step; // nobody knows when
    setTimeOfReturn(step, after, before, latest ? written : Written(), events);
    return step;
}

QString whatHappened(const RolloutStep &step)
{
    const QString name = u"Deployment %1/%2"_s.arg(step.namespaceName, step.deployment);
    const QString both = Words::tr(" and ", "between two images");
    if (step.first)
        return Words::tr("%1 was made with %2").arg(name, step.imagesAfter.join(both));
    if (step.imagesBefore.isEmpty() && !step.imagesAfter.isEmpty()) // what was before it is not kept any more
        return Words::tr("%1 went to revision %2 with %3")
            .arg(name, QLocale().toString(step.revision), step.imagesAfter.join(both));
    if (!step.imagesAfter.isEmpty())
        return Words::tr("%1 went from %2 to %3").arg(name, step.imagesBefore.join(both), step.imagesAfter.join(both));
    if (!step.fields.isEmpty())
        return Words::tr("%1 was rolled out with the same images and other settings (%2)")
            .arg(name, plainLine(step.fields.join(u"; "_s), 120));
    return Words::tr("%1 was rolled out anew, as revision %2").arg(name, QLocale().toString(step.revision));
}

} // namespace

QString RolloutStep::what() const
{
    const QString happened = whatHappened(*this);
    return seen ? Words::tr("%1 (time as the console saw it)").arg(happened) : happened;
}

SuspectCandidate RolloutStep::candidate(const QString &cluster, const QString &tenant) const
{
    SuspectCandidate one;
    one.key = key;
    one.time = time;
    one.kind = imagesAfter.isEmpty() ? SuspectCandidate::Kind::Config : SuspectCandidate::Kind::Image;
    one.word = u"rollout"_s;
    one.what = what();
    one.who = who;
    one.cluster = cluster;
    one.tenant = tenant;
    one.namespaceName = namespaceName;
    one.workload = deployment;
    one.size = first ? 1 : std::min(1.0, 0.5 + 0.25 * static_cast<double>(imagesAfter.size() + fields.size()));
    return one;
}

QList<RolloutStep> RolloutHistory::steps(
    const QByteArray &replicaSets, const QByteArray &deployments, const QList<NamespaceEvent> &events)
{
    const auto written = writtenBy(deployments);
    QList<RolloutStep> steps;
    for (const auto &[name, revisions] : revisionsOf(replicaSets)) {
        const auto by = written.find(name);
        const Written last = by == written.end() ? Written() : by->second;
        for (qsizetype i = 0; i < revisions.size(); ++i) {
            const Revision *before = i > 0 ? &revisions[i - 1] : nullptr;
            steps.append(stepTo(revisions[i], before, i == revisions.size() - 1, last, events, name));
        }
    }
    std::ranges::stable_sort(steps, {}, &RolloutStep::time);
    return steps;
}
