// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/slo/rollouthistory.h"

#include "backends/core/tree.h"
#include "models/changes/plainline.h"

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

constexpr qsizetype longestName = 253;
constexpr qsizetype longestImage = 160;
constexpr qsizetype mostContainers = 20;

//! The items of a list; none for what is no list of objects.
Tree::List itemsOf(const QByteArray &json)
{
    auto parsed = Tree::parse(json);
    if (!parsed)
        return {};
    const Tree *items = parsed->find(u"items"_s);
    if (!items || !items->isList())
        return {};
    return items->items();
}

//! RFC 3339, with or without fractions of a second; invalid for anything else.
QDateTime timeOf(const QString &text)
{
    return text.size() > 40 ? QDateTime() : QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

QString metadata(const Tree &object, const QString &member)
{
    return plainLine(object.textAt({u"metadata"_s, member}), longestName);
}

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
                found.append({plainLine(container.textAt({u"name"_s}), longestName),
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
            return plainLine(owner.textAt({u"name"_s}), longestName);
    }
    return {};
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
        revisions.append({metadata(item, u"name"_s), metadata(item, u"uid"_s), each,
            timeOf(item.textAt({u"metadata"_s, u"creationTimestamp"_s})), each != least, each != number,
            containersOf(podSpec), podSpec});
    return revisions;
}

Deployments revisionsOf(const QByteArray &replicaSets)
{
    Deployments deployments;
    Tree::List items = itemsOf(replicaSets);
    if (items.size() > RolloutHistory::mostItems) { // times of RFC 3339 in UTC sort as texts
        std::ranges::partial_sort(
            items, items.begin() + RolloutHistory::mostItems, std::greater<>(), [](const Tree &item) {
                return item.textAt({u"metadata"_s, u"creationTimestamp"_s});
            });
        items.resize(RolloutHistory::mostItems);
    }
    for (const Tree &item : items) {
        const QString owner = ownerOf(item);
        const qint64 number
            = item.textAt({u"metadata"_s, u"annotations"_s, u"deployment.kubernetes.io/revision"_s}).toLongLong();
        const Tree *podSpec = item.find({u"spec"_s, u"template"_s, u"spec"_s});
        if (owner.isEmpty() || number <= 0 || !podSpec)
            continue;
        deployments[{metadata(item, u"namespace"_s), owner}].append(lives(item, number, *podSpec));
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
            written.progressed = timeOf(condition.textAt({u"lastUpdateTime"_s}));
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
        const QDateTime time = timeOf(entry.textAt({u"time"_s}));
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
    for (const Tree &item : itemsOf(deployments)) {
        if (written.size() < RolloutHistory::mostItems)
            written[{metadata(item, u"namespace"_s), metadata(item, u"name"_s)}] = writtenOf(item);
    }
    return written;
}

//! When the Deployment controller began to scale it up, \a since then: "Scaled up replica set web-5d4f to 1".
QDateTime scaledUp(const QList<NamespaceEvent> &events, const QString &namespaceName, const QString &replicaSet,
    const QDateTime &since)
{
    const QString beginning = u"Scaled up replica set "_s + replicaSet + u' ';
    QDateTime first;
    for (const NamespaceEvent &event : events) {
        if (event.reason == u"ScalingReplicaSet" && event.namespaceName == namespaceName
            && event.message.startsWith(beginning) && (!since.isValid() || event.time >= since)
            && (!first.isValid() || event.time < first))
            first = event.time;
    }
    return first;
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

//! When a Deployment took up an old ReplicaSet again, as far as anybody tells.
void setTimeOfReturn(RolloutStep &step, const Revision &after, const Revision *before, const Written &written,
    const QList<NamespaceEvent> &events)
{
    const QDateTime since = before ? before->created : QDateTime();
    const QDateTime scaled = scaledUp(events, step.namespaceName, after.replicaSet, since);
    // What was written with the revision before says nothing of this one.
    const bool told = written.time.isValid() && (!since.isValid() || written.time > since.addSecs(sameWriting));
    // The template may have been written again since, without another revision: then the scaling is nearer.
    if (told && (!scaled.isValid() || written.time <= scaled.addSecs(sameWriting))) {
        step.time = written.time;
        step.who = written.who;
        return;
    }
    step.time = scaled;
    if (!scaled.isValid() && written.progressed.isValid()
        && written.progress.contains(QString(u'"' + after.replicaSet + u'"'))
        && (!since.isValid() || written.progressed >= since))
        step.time = written.progressed; // a moment late: when it was up
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

} // namespace

QString RolloutStep::what() const
{
    const QString name = u"Deployment %1/%2"_s.arg(namespaceName, deployment);
    const QString both = Words::tr(" and ", "between two images");
    if (first)
        return Words::tr("%1 was made with %2").arg(name, imagesAfter.join(both));
    if (imagesBefore.isEmpty() && !imagesAfter.isEmpty()) // what was before it is not kept any more
        return Words::tr("%1 went to revision %2 with %3")
            .arg(name, QLocale().toString(revision), imagesAfter.join(both));
    if (!imagesAfter.isEmpty())
        return Words::tr("%1 went from %2 to %3").arg(name, imagesBefore.join(both), imagesAfter.join(both));
    if (!fields.isEmpty())
        return Words::tr("%1 was rolled out with the same images and other settings (%2)")
            .arg(name, plainLine(fields.join(u"; "_s), 120));
    return Words::tr("%1 was rolled out anew, as revision %2").arg(name, QLocale().toString(revision));
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

QString NamespaceEvent::what() const
{
    const QString object = u"%1 %2/%3"_s.arg(kind, namespaceName, name);
    return Words::tr("%1: %2: %3").arg(object, reason, message);
}

SuspectCandidate NamespaceEvent::candidate(const QString &cluster, const QString &tenant) const
{
    SuspectCandidate one;
    one.key = u"event/"_s + key;
    one.time = first.isValid() ? first : time; // what causes something is there before it repeats
    one.kind = SuspectCandidate::Kind::Event;
    one.word = u"event"_s;
    one.what = what();
    one.who = source;
    one.cluster = cluster;
    one.tenant = tenant;
    one.namespaceName = namespaceName;
    one.workload = kind == u"Deployment" ? name : QString();
    one.size = std::min(1.0, static_cast<double>(count) / 10);
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
            const RolloutStep step = stepTo(revisions[i], before, i == revisions.size() - 1, last, events, name);
            if (step.time.isValid())
                steps.append(step);
        }
    }
    std::ranges::stable_sort(steps, {}, &RolloutStep::time);
    return steps;
}

QList<NamespaceEvent> RolloutHistory::events(const QByteArray &json)
{
    QList<NamespaceEvent> events;
    for (const Tree &item : itemsOf(json)) {
        NamespaceEvent event;
        const auto object = [&item](const QString &member) {
            return plainLine(item.textAt({u"involvedObject"_s, member}), longestName);
        };
        event.key = metadata(item, u"uid"_s);
        event.first = timeOf(item.textAt({u"firstTimestamp"_s}));
        event.time = timeOf(item.textAt({u"lastTimestamp"_s}));
        // Newer reporters fill in eventTime and a series instead (events.k8s.io/v1).
        const QDateTime series = timeOf(item.textAt({u"series"_s, u"lastObservedTime"_s}));
        const QDateTime eventTime = timeOf(item.textAt({u"eventTime"_s}));
        if (!event.first.isValid())
            event.first = eventTime;
        if (!event.time.isValid())
            event.time = series.isValid() ? series : event.first;
        event.namespaceName = metadata(item, u"namespace"_s);
        event.kind = object(u"kind"_s);
        event.name = object(u"name"_s);
        event.reason = plainLine(item.textAt({u"reason"_s}), 100);
        event.message = plainLine(item.textAt({u"message"_s}), 300);
        event.source = plainLine(item.textAt({u"source"_s, u"component"_s}), 100);
        event.warning = item.textAt({u"type"_s}) == u"Warning";
        event.count = std::max<qint64>(1, item.textAt({u"count"_s}).toLongLong());
        if (event.time.isValid() && !event.key.isEmpty())
            events.append(event);
    }
    std::ranges::stable_sort(events, {}, &NamespaceEvent::time);
    if (events.size() > static_cast<qsizetype>(mostItems))
        events.remove(0, events.size() - static_cast<qsizetype>(mostItems));
    return events;
}
