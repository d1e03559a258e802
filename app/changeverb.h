// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/changeriver.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>
#include <optional>

class ChangeRun;

//! One change made in a terminal, by the same river as in the window: shows what the guards say, the difference, the
//! impact and the command that would do the same, asks, and waits until the cluster shows it. For the verbs of all
//! subjects. Lives in the window's thread; never waits by itself.
class ChangeVerb final : public QObject
{
    Q_OBJECT

public:
    //! How a verb ends, for scripts.
    enum ExitStatus {
        Done = 0, //!< verified, or a dry run that could be made
        Misused = 2,
        Refused = 3, //!< by a guard, the cluster's rights or its rules; nothing was changed
        Failed = 4, //!< nothing was changed
        NotConverged = 5, //!< changed, and not seen so in time
        Conflict = 6, //!< somebody else changed the same; nothing was changed
        Unknown = 7, //!< nobody knows whether it was changed
        Partial = 8, //!< some of its objects were changed
        Cancelled = 9, //!< the person said no
        NotRead = 10, //!< the cluster could not be read
    };

    struct Wish
    {
        QString reason;
        QString ticket;
        QString confirmedCluster; //!< typed beforehand, for a production cluster and --yes
        bool dryRun = false; //!< stops before anything would be sent
        bool yes = false; //!< does not ask
    };

    //! Where it speaks and listens.
    struct Terminal
    {
        std::function<void(const QString &)> say; //!< a line
        //! Asks for a line, told once; none at the end of the input.
        std::function<void(const QString &question, std::function<void(const std::optional<QString> &)> answer)> ask;
    };

    //! \a river must outlive this.
    ChangeVerb(ChangeRiver &river, Wish wish, Terminal terminal, QObject *parent = nullptr);
    ~ChangeVerb() override;

    void start(Change change);

Q_SIGNALS:
    void finished(int exitStatus);

private:
    ChangeRiver &m_river;
    Wish m_wish;
    Terminal m_terminal;
    QPointer<ChangeRun> m_run;

    void show();
    void askForGo();
    void takeGo(const QString &typed);
    void take(const ChangeOutcome &outcome);
    void finish(int exitStatus);
};
