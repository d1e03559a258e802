// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/slo/namespaceevent.h"

#include "backends/core/tree.h"
#include "models/changes/plainline.h"
#include "models/slo/objectlist.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

QString NamespaceEvent::what() const
{
    const QString object = u"%1 %2/%3"_s.arg(kind, namespaceName, name);
    return QCoreApplication::translate("NamespaceEvent", "%1: %2: %3").arg(object, reason, message);
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

QList<NamespaceEvent> NamespaceEvent::read(const QByteArray &json)
{
    QList<NamespaceEvent> events;
    for (const Tree &item : ObjectList::items(json)) {
        NamespaceEvent event;
        const auto object = [&item](const QString &member) {
            return plainLine(item.textAt({u"involvedObject"_s, member}), ObjectList::longestName);
        };
        event.key = ObjectList::metadata(item, u"uid"_s);
        event.first = ObjectList::time(item.textAt({u"firstTimestamp"_s}));
        event.time = ObjectList::time(item.textAt({u"lastTimestamp"_s}));
        // Newer reporters fill in eventTime and a series instead (events.k8s.io/v1).
        const QDateTime series = ObjectList::time(item.textAt({u"series"_s, u"lastObservedTime"_s}));
        const QDateTime eventTime = ObjectList::time(item.textAt({u"eventTime"_s}));
        if (!event.first.isValid())
            event.first = eventTime;
        if (!event.time.isValid())
            event.time = series.isValid() ? series : event.first;
        event.namespaceName = ObjectList::metadata(item, u"namespace"_s);
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
    if (events.size() > mostItems)
        events.remove(0, events.size() - mostItems);
    return events;
}
