// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/changerights.h"

#include "backends/core/clock.h"
#include "models/changes/changetarget.h"

#include <QPointer>

namespace {

QString keyOf(const Guard::RightQuestion &question)
{
    const ObjectName &object = question.object;
    return QStringList{
        question.verb, object.group, object.resource, object.subresource, object.namespaceName, object.name}
        .join(u'\n');
}

} // namespace

ChangeRights::ChangeRights(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
}

ChangeRights::~ChangeRights() = default;

void ChangeRights::addCluster(const QString &id, ChangeTarget &target)
{
    const auto place = std::make_shared<Place>();
    place->target = &target;
    place->serial = ++m_serial;
    m_places.insert(id, place);
    Q_EMIT learned(id);
}

void ChangeRights::removeCluster(const QString &id)
{
    if (m_places.remove(id) > 0)
        Q_EMIT learned(id);
}

ChangeRights::Answer ChangeRights::of(const QString &clusterId, const Guard::RightQuestion &question)
{
    const auto place = m_places.value(clusterId);
    if (!place)
        return {Answer::State::Unknown, tr("The cluster is not connected. Connect it to change something there.")};
    const QString key = keyOf(question);
    const auto found = place->known.constFind(key);
    if (found != place->known.cend()
        && (found->answer.state == Answer::State::Asking || m_clock.elapsed() - found->at < keptFor))
        return found->answer;
    // An old answer holds until there is a new one, or buttons would flicker.
    const Answer now = found != place->known.cend() ? found->answer : Answer();
    if (place->known.size() >= mostKept)
        place->known.clear();
    place->known.insert(key, {now, m_clock.elapsed()});
    place->waiting.append(question);
    if (!place->ask)
        place->ask = m_clock.after(std::chrono::milliseconds(0), [this, clusterId] { askNow(clusterId); });
    return now;
}

void ChangeRights::askNow(const QString &clusterId)
{
    const auto place = m_places.value(clusterId);
    if (!place)
        return;
    place->ask.reset();
    const auto questions = std::exchange(place->waiting, {});
    place->target->reviewRights(
        questions, [self = QPointer(this), clusterId, questions, serial = place->serial](const RightsAnswer &answer) {
            if (self && self->m_places.value(clusterId) && self->m_places.value(clusterId)->serial == serial)
                self->take(clusterId, questions, answer);
        });
}

void ChangeRights::take(
    const QString &clusterId, const QList<Guard::RightQuestion> &questions, const RightsAnswer &answer)
{
    const auto place = m_places.value(clusterId);
    for (qsizetype i = 0; i < questions.size(); ++i) {
        Answer said;
        if (!answer.ok) {
            said = {Answer::State::Unknown, answer.sentence};
        } else if (answer.answers.value(i).allowed) {
            said.state = Answer::State::Allowed;
        } else {
            said = {Answer::State::Denied, Guard::text(Guard::checkRights({questions[i]}, {answer.answers.value(i)}))};
        }
        place->known.insert(keyOf(questions[i]), {said, m_clock.elapsed()});
    }
    Q_EMIT learned(clusterId);
}
