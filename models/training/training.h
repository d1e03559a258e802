// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/problem.h"
#include "models/training/debriefing.h"

#include <QList>
#include <QObject>
#include <QString>

#include <chrono>
#include <optional>

namespace SandboxClient {
class Control;
struct Debriefing;
enum class LeaseFailure : quint8;
} // namespace SandboxClient

//! An incident that can be played in the sandbox, as its author tells it.
struct TrainingIncident
{
    QString name; //!< on the command line
    QString title;
    QString briefing; //!< what the operator is told before
    std::chrono::seconds lasts{0}; //!< at most

    bool operator==(const TrainingIncident &) const = default;
};

//! The sandbox as the console sees it: whether it is there, its incidents, and how the last one went. Belongs to the
//! window's thread.
class Training final : public QObject
{
    Q_OBJECT

public:
    enum class Stage {
        Absent, //!< not asked for
        Starting,
        Here,
        Failed, //!< it could not be started, or has ended; problem() says why
    };

    explicit Training(QObject *parent = nullptr);

    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] const Problem &problem() const { return m_problem; }
    //! By title.
    [[nodiscard]] const QList<TrainingIncident> &incidents() const { return m_incidents; }
    [[nodiscard]] const TrainingIncident *find(const QString &name) const;
    //! The name of an incident; empty: none.
    [[nodiscard]] QString running() const { return m_running; }
    //! Of the incident that ended last while this console was there.
    [[nodiscard]] const std::optional<Debriefing> &debriefing() const { return m_debriefing; }

    void setStarting();
    //! It is there; what \a control tells is heard for as long as it lives.
    void follow(SandboxClient::Control &control);
    //! \a detail: what the program or the system said.
    void setFailed(SandboxClient::LeaseFailure failure, const QString &detail);
    //! Sentences for an empty window while it starts.
    [[nodiscard]] static Problem startingText();
    //! What to say of metrics that are missing; empty when nothing is.
    [[nodiscard]] static QString missingText(const QStringList &packages);

    void startIncident(const QString &name);
    void endIncident();

Q_SIGNALS:
    void changed();
    void debriefed();
    //! What was done, or why not: a sentence for the quiet line.
    void messageShown(const QString &text);
    // Wishes, for the sandbox.
    void incidentWanted(const QString &name);
    void endWanted();

private:
    Stage m_stage = Stage::Absent;
    Problem m_problem;
    QList<TrainingIncident> m_incidents;
    QString m_running;
    std::optional<int> m_finished; // none: not heard yet
    std::optional<Debriefing> m_debriefing;

    void forget();
    void take(const SandboxClient::Debriefing &told);
    [[nodiscard]] QString titleOf(const QString &name) const;
};
