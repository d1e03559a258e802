// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/slo/suspects.h"

#include <QObject>
#include <QStringList>

#include <chrono>
#include <memory>
#include <optional>

class Alarm;
class ChangeArchive;
class ChangeRiver;
class Clock;
class NamespaceReader;

//! "What changed just before this?": looks for what may have caused one burn, in the changes of this console (of this
//! run and of its journal), in the revisions of the Deployments of its namespace, whoever made them, and in the events
//! of that namespace; looks again every `pace` for as long as it is wanted. Lives in the window's thread and never
//! waits.
class SuspectSearch final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds pace{10};
    static constexpr std::chrono::seconds patience{30}; //!< for answers

    //! References must outlive this. \a archive: null for none.
    SuspectSearch(ChangeRiver &river, ChangeArchive *archive, const Clock &clock, QObject *parent = nullptr);
    ~SuspectSearch() override;

    //! Looks at once, and again every pace. \a clusterId: of the river; empty: only what this console did is known.
    void look(const Burn &burn, const QString &clusterId);
    //! Nothing is asked any more, and nothing is known.
    void stop();
    [[nodiscard]] const std::optional<Burn> &burn() const { return m_burn; }

    //! The likeliest first.
    [[nodiscard]] const QList<Suspect> &suspects() const { return m_suspects; }
    //! By time.
    [[nodiscard]] const QList<ChartMarker> &markers() const { return m_markers; }
    //! What could not be looked at, and what to do: sentences; empty when all could.
    [[nodiscard]] const QStringList &problems() const { return m_problems; }
    //! Everything that was asked has been answered once for this burn.
    [[nodiscard]] bool settled() const { return m_settled; }

Q_SIGNALS:
    //! suspects(), markers(), problems() or settled() is another.
    void changed();

private:
    struct Round;

    ChangeRiver &m_river;
    ChangeArchive *m_archive;
    const Clock &m_clock;
    NamespaceReader *m_reader;
    std::optional<Burn> m_burn;
    QString m_clusterId;
    QList<SuspectCandidate> m_archived;
    QList<SuspectCandidate> m_cluster;
    QList<Suspect> m_suspects;
    QList<ChartMarker> m_markers;
    QStringList m_problems;
    bool m_settled = false;
    quint64 m_serial = 0;
    std::unique_ptr<Alarm> m_again;

    void ask();
    void finish(const std::shared_ptr<Round> &round);
    void refresh();
};
