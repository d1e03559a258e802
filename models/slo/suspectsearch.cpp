// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/slo/suspectsearch.h"

#include "backends/core/clock.h"
#include "models/changes/changeriver.h"
#include "models/slo/changesuspects.h"
#include "models/slo/namespacereader.h"

#include <QPointer>
#include <QSet>

//! What is asked at once, and what has been answered of it.
struct SuspectSearch::Round
{
    quint64 serial = 0;
    int open = 0;
    QList<SuspectCandidate> archived;
    QList<SuspectCandidate> cluster;
    QStringList problems;
};

SuspectSearch::SuspectSearch(ChangeRiver &river, ChangeArchive *archive, const Clock &clock, QObject *parent)
    : QObject(parent), m_river(river), m_archive(archive), m_clock(clock),
      m_reader(new NamespaceReader(river, clock, this))
{
    connect(&m_river, &ChangeRiver::changeEnded, this, [this] {
        if (m_burn)
            ask(); // its rollout has begun by now
    });
}

SuspectSearch::~SuspectSearch() = default;

void SuspectSearch::look(const Burn &burn, const QString &clusterId)
{
    if (m_burn == burn && m_clusterId == clusterId)
        return;
    const bool sameService = m_burn && m_clusterId == clusterId && m_burn->namespaceName == burn.namespaceName
        && m_burn->cluster == burn.cluster;
    m_burn = burn;
    m_clusterId = clusterId;
    if (!sameService) {
        m_archived.clear();
        m_cluster.clear();
        m_problems.clear();
        m_settled = false;
    }
    refresh();
    ask();
}

void SuspectSearch::stop()
{
    ++m_serial;
    m_burn.reset();
    m_again.reset();
    m_archived.clear();
    m_cluster.clear();
    m_problems.clear();
    m_settled = false;
    refresh();
}

void SuspectSearch::ask()
{
    const auto round = std::make_shared<Round>();
    round->serial = ++m_serial;
    const bool inCluster = !m_clusterId.isEmpty() && !m_burn->namespaceName.isEmpty();
    round->open = (m_archive ? 1 : 0) + (inCluster ? 1 : 0);
    if (m_archive) {
        const QDateTime from = m_burn->start.addSecs(-std::chrono::seconds(suspectReach).count());
        m_archive->between(
            from, m_clock.now().addSecs(1), [self = QPointer(this), round](const QList<RecordedChange> &changes) {
                for (const RecordedChange &change : changes)
                    round->archived += ChangeSuspects::of(change);
                if (self)
                    self->finish(round);
            });
    }
    if (inCluster) {
        m_reader->read(m_clusterId, m_burn->namespaceName, this, [this, round](const NamespaceHistory &history) {
            for (const RolloutStep &step : history.steps)
                round->cluster.append(step.candidate(m_burn ? m_burn->cluster : QString(), {}));
            for (const NamespaceEvent &event : history.events) {
                if (event.warning) // what is usual causes nothing
                    round->cluster.append(event.candidate(m_burn ? m_burn->cluster : QString(), {}));
            }
            round->problems = history.problems;
            finish(round);
        });
    }
    // A cluster that is disconnected meanwhile does not answer.
    m_again = m_clock.after(round->open == 0 ? pace : patience, [this] { ask(); });
    if (round->open == 0) {
        m_settled = true;
        refresh();
    }
}

void SuspectSearch::finish(const std::shared_ptr<Round> &round)
{
    if (round->serial != m_serial || --round->open > 0)
        return;
    m_again = m_clock.after(pace, [this] { ask(); });
    m_archived = round->archived;
    // What could not be read this time is still true.
    if (!round->cluster.isEmpty() || round->problems.isEmpty())
        m_cluster = round->cluster;
    m_problems = round->problems;
    m_settled = true;
    refresh();
}

void SuspectSearch::refresh()
{
    QList<SuspectCandidate> own = m_archived;
    if (m_burn) {
        QSet<QUuid> archived;
        for (const SuspectCandidate &one : std::as_const(m_archived))
            archived.insert(one.change);
        for (const EndedChange &change : m_river.ended()) {
            if (!archived.contains(change.change.id)) // the journal knows when it began
                own += ChangeSuspects::of(change, m_river.user(change.change.cluster));
        }
    }
    const QList<SuspectCandidate> all = ChangeSuspects::together(own, m_cluster);
    m_suspects = m_burn ? rankSuspects(*m_burn, all) : QList<Suspect>();
    m_markers = m_burn ? suspectMarkers(all) : QList<ChartMarker>();
    Q_EMIT changed();
}
