// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/slo/namespacereader.h"

#include "backends/core/clock.h"
#include "models/changes/changeriver.h"
#include "models/changes/changetarget.h"

#include <QPointer>

#include <array>

using namespace Qt::StringLiterals;

struct NamespaceReader::Reading
{
    std::array<QByteArray, 3> lists; // in the order of listNames()
    QStringList problems;
    QString place;
    int open = 0;
    QPointer<QObject> context;
    std::function<void(const NamespaceHistory &)> done;
};

namespace {

std::array<ObjectName, 3> listNames(const QString &namespaceName)
{
    return {ObjectName{u"apps"_s, u"v1"_s, u"ReplicaSet"_s, u"replicasets"_s, {}, namespaceName, {}},
        ObjectName{u"apps"_s, u"v1"_s, u"Deployment"_s, u"deployments"_s, {}, namespaceName, {}},
        ObjectName{{}, u"v1"_s, u"Event"_s, u"events"_s, {}, namespaceName, {}}};
}

} // namespace

NamespaceReader::NamespaceReader(ChangeRiver &river, const Clock &clock, QObject *parent)
    : QObject(parent), m_river(river), m_clock(clock)
{
    m_pool.setMaxThreadCount(1);
}

NamespaceReader::~NamespaceReader()
{
    m_pool.clear(); // its own end waits for what it does, which Tree's bounds bound
}

void NamespaceReader::read(const QString &clusterId, const QString &namespaceName, QObject *context,
    std::function<void(const NamespaceHistory &)> done)
{
    const auto reading = std::make_shared<Reading>();
    reading->place = clusterId + u'/' + namespaceName;
    reading->context = context;
    reading->done = std::move(done);
    const auto names = listNames(namespaceName);
    reading->open = static_cast<int>(names.size());
    for (size_t i = 0; i < names.size(); ++i) {
        m_river.read(clusterId, names[i], this, [this, reading, i](const ReadAnswer &answer) {
            if (answer.kind == ReadAnswer::Kind::Found)
                reading->lists[i] = answer.object.text;
            else if (answer.kind == ReadAnswer::Kind::Failed && !reading->problems.contains(answer.sentence))
                reading->problems.append(answer.sentence);
            if (--reading->open == 0)
                takeApart(reading);
        });
    }
}

void NamespaceReader::takeApart(const std::shared_ptr<Reading> &reading)
{
    m_pool.start([this, reading] {
        NamespaceHistory history;
        history.events = NamespaceEvent::read(reading->lists[2]);
        history.steps = RolloutHistory::steps(reading->lists[0], reading->lists[1], history.events);
        history.problems = reading->problems;
        // This outlives its pool; an answer to one that is going is never delivered.
        QMetaObject::invokeMethod(
            this, [this, reading, history] { answer(*reading, history); }, Qt::QueuedConnection);
    });
}

void NamespaceReader::answer(const Reading &reading, NamespaceHistory history)
{
    // What could not be read is not gone, and so has not come when it can be read again.
    if (history.problems.isEmpty())
        history.steps = m_seen.timed(reading.place, history.steps, m_clock.now());
    else
        history.steps.removeIf([](const RolloutStep &step) { return !step.time.isValid(); });
    if (reading.context)
        reading.done(history);
}
