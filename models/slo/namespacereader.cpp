// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/slo/namespacereader.h"

#include "models/changes/changeriver.h"
#include "models/changes/changetarget.h"

#include <QPointer>

#include <array>

using namespace Qt::StringLiterals;

struct NamespaceReader::Reading
{
    std::array<QByteArray, 3> lists; // in the order of listNames()
    QStringList problems;
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

NamespaceReader::NamespaceReader(ChangeRiver &river, QObject *parent) : QObject(parent), m_river(river)
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
        history.events = RolloutHistory::events(reading->lists[2]);
        history.steps = RolloutHistory::steps(reading->lists[0], reading->lists[1], history.events);
        history.problems = reading->problems;
        // This outlives its pool; an answer to one that is going is never delivered.
        QMetaObject::invokeMethod(
            this,
            [reading, history] {
                if (reading->context)
                    reading->done(history);
            },
            Qt::QueuedConnection);
    });
}
