// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changeverb.h"
#include "app/commandline.h"
#include "models/alerts/silenceedit.h"

#include <QCoreApplication>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <optional>

class AlertStore;

//! A verb about silences that was understood, or what to say instead.
struct SilencePlan
{
    CommandLine console; //!< to connect the Alertmanagers
    ChangeVerb::Wish wish;
    QString server; //!< name of the Alertmanager that is meant; empty: the first that answers
    //! Null: silences are to be listed.
    std::function<SilenceEdit(const ChangeRiver &river, const AlertStore &store, const QString &serverId)> make;
    bool all = false; //!< lists those that have ended, too
    std::optional<int> exitStatus; //!< nothing is to be made
    QString text; //!< what to say then
};

//! What can be done with silences without a window:
//!   pilothouse silence create MATCHER… --for TIME --comment TEXT --reason TEXT --alertmanager CLUSTER=URL
//!   pilothouse silence extend ID --for TIME …      pilothouse silence expire ID …      pilothouse silence list [--all]
//!   …
//!       [--server NAME] [--ticket TEXT] [--dry-run] [--yes] [--confirm NAME] [--deadline SECONDS]
class SilenceVerb
{
    Q_DECLARE_TR_FUNCTIONS(SilenceVerb)

public:
    //! Whether \a arguments, the program's name first, ask for it. Usable before there is any application.
    [[nodiscard]] static bool asked(const QStringList &arguments)
    {
        return arguments.value(1) == QLatin1String("silence");
    }
    //! Needs a QCoreApplication.
    [[nodiscard]] static SilencePlan plan(const QStringList &arguments);
    //! "2h", "90m", "1d", "1h30m", at least a minute; nothing when \a text is no such time.
    [[nodiscard]] static std::optional<std::chrono::seconds> duration(const QString &text);
};

//! Waits until the Alertmanager has said what it has, and makes the change or lists. Lives in the window's thread.
class SilenceRun final : public QObject
{
    Q_OBJECT

public:
    //! References must outlive this.
    SilenceRun(SilencePlan plan, ChangeRiver &river, AlertStore &store, ChangeVerb::Terminal terminal,
        QObject *parent = nullptr);

    //! What to end with when the person interrupts it.
    [[nodiscard]] int interrupted() const { return m_started ? ChangeVerb::Unknown : ChangeVerb::Cancelled; }

Q_SIGNALS:
    //! Once; an ChangeVerb::ExitStatus. The journal may still be at it (Changes::awaitRecords()).
    void finished(int exitStatus);

private:
    SilencePlan m_plan;
    ChangeRiver &m_river;
    AlertStore &m_store;
    ChangeVerb::Terminal m_terminal;
    ChangeVerb m_verb;
    QTimer m_deadline;
    bool m_started = false;
    bool m_over = false;

    [[nodiscard]] QString serverId() const;
    void look();
    void list();
    void giveUp();
    void finish(int exitStatus);
};
