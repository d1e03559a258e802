// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changeverb.h"
#include "app/commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTimer>

class Console;

//! What every verb that changes something understands, whatever its subject:
//!   --cluster NAME --reason TEXT [--ticket TEXT] [--dry-run] [--yes] [--confirm NAME] [--kubeconfig FILE]
//!   [--deadline SECONDS]
class VerbOptions
{
    Q_DECLARE_TR_FUNCTIONS(VerbOptions)

public:
    VerbOptions();

    void addTo(QCommandLineParser &parser) const;

    struct Chosen
    {
        CommandLine console; //!< to connect that one cluster
        ChangeVerb::Wish wish;
        QString problem; //!< a sentence; empty when all is well
    };
    //! After parsing. Reads the kubeconfig to find the context of the cluster that was named.
    [[nodiscard]] Chosen read(const QCommandLineParser &parser) const;

private:
    QCommandLineOption m_cluster;
    QCommandLineOption m_reason;
    QCommandLineOption m_ticket;
    QCommandLineOption m_confirm;
    QCommandLineOption m_kubeconfig;
    QCommandLineOption m_deadline;
    QCommandLineOption m_dryRun;
    QCommandLineOption m_yes;
};

//! What a verb makes of its arguments, when the cluster has been read.
struct VerbChange
{
    std::optional<Change> change;
    QString problem; //!< a sentence when there is none, and reading more would not help
    QStringList notes = {}; //!< said before the change is shown
};

//! A verb that was understood, or what to say instead.
struct VerbPlan
{
    VerbOptions::Chosen chosen;
    //! Given the id of the cluster; neither change nor problem: something has not been read yet.
    std::function<VerbChange(Console &console, const QString &clusterId)> make;
    std::optional<int> exitStatus; //!< nothing is to be made
    QString text; //!< what to say then
};

//! Connects the cluster, waits until what the verb needs is known, and makes the change. Lives in the window's thread.
class VerbRun final : public QObject
{
    Q_OBJECT

public:
    //! \a console must outlive this and be started after it was made.
    VerbRun(VerbPlan plan, Console &console, ChangeVerb::Terminal terminal, QObject *parent = nullptr);

    //! What to end with when the person interrupts it.
    [[nodiscard]] int interrupted() const;

Q_SIGNALS:
    void finished(int exitStatus);

private:
    VerbPlan m_plan;
    Console &m_console;
    ChangeVerb::Terminal m_terminal;
    ChangeVerb m_verb;
    QTimer m_deadline;
    bool m_started = false;
    bool m_over = false;

    void look();
    void giveUp();
    void finish(int exitStatus);
};
