// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/training/training.h"

#include "backends/core/error.h"
#include "backends/sandboxclient/control.h"
#include "backends/sandboxclient/leasefailure.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Training)
};

using Told = SandboxClient::Debriefing;

QString outcomeText(const QString &outcome)
{
    if (outcome == QLatin1String("resolved"))
        return Words::tr("It was mended.");
    if (outcome == QLatin1String("faded"))
        return Words::tr("It was over by itself.");
    if (outcome == QLatin1String("ran-out"))
        return Words::tr("It was not mended in time, so the platform was put back.");
    if (outcome == QLatin1String("running"))
        return Words::tr("It still goes on.");
    return Words::tr("It was ended before it was mended, and the platform was put back.");
}

QString noteText(const QString &note)
{
    if (note == QLatin1String("started"))
        return Words::tr("The incident began.");
    if (note == QLatin1String("broken"))
        return Words::tr("The first harm was done.");
    if (note == QLatin1String("resolved"))
        return Words::tr("All was well again.");
    if (note == QLatin1String("faded"))
        return Words::tr("All was well again by itself.");
    if (note == QLatin1String("ran-out"))
        return Words::tr("The time was over.");
    if (note == QLatin1String("ended"))
        return Words::tr("The incident was ended.");
    return note;
}

QString objectiveText(const QString &objective)
{
    if (objective == QLatin1String("availability"))
        return Words::tr("availability");
    if (objective == QLatin1String("latency"))
        return Words::tr("latency");
    if (objective == QLatin1String("quality"))
        return Words::tr("quality");
    if (objective == QLatin1String("satisfaction"))
        return Words::tr("user satisfaction");
    return objective;
}

//! A write as its audit log has it: verbs and resources are Kubernetes' words and stay what they are.
QString actText(const Told::Moment &moment)
{
    QString text = QStringList{moment.verb, moment.resource, moment.object}.join(u' ').simplified();
    if (moment.dryRun)
        text = Words::tr("%1 (only tried)").arg(text);
    if (moment.status >= 400)
        text = Words::tr("%1: refused with %2").arg(text).arg(moment.status);
    return text;
}

Debriefing::Moment momentOf(const Told::Moment &told)
{
    switch (told.kind) {
    case Told::Moment::Kind::Did:
        return {Debriefing::Moment::Kind::Did, told.at, told.user, actText(told)};
    case Told::Moment::Kind::Noted:
        return {Debriefing::Moment::Kind::Noted, told.at, {}, noteText(told.text)};
    case Told::Moment::Kind::Happened:
        break;
    }
    return {Debriefing::Moment::Kind::Happened, told.at, {}, told.text};
}

Debriefing debriefingOf(const Told &told)
{
    Debriefing made;
    made.incident = told.incident;
    made.title = told.title;
    made.outcome = outcomeText(told.outcome);
    made.lesson = told.lesson;
    made.started = told.started;
    made.lasted = told.lasted;
    made.firstAct = told.firstAct;
    made.mended = told.mended;
    for (const Told::Moment &moment : told.moments)
        made.moments.append(momentOf(moment));
    for (const Told::Spent &spent : told.spent)
        made.spent.append({spent.tenant, spent.service, objectiveText(spent.objective), spent.share});
    return made;
}

Problem problemOf(SandboxClient::LeaseFailure failure, const QString &detail)
{
    using Failure = SandboxClient::LeaseFailure;
    Problem problem;
    problem.title = Words::tr("The sandbox could not be started");
    switch (failure) {
    case Failure::PlaceUnusable:
        problem.explanation = Words::tr("Its folder cannot be used.");
        problem.nextStep = Words::tr("Make XDG_RUNTIME_DIR name a folder that is yours alone, and try again.");
        break;
    case Failure::ProgramMissing:
        problem.explanation = Words::tr("The program pilothouse-sandbox is not there.");
        problem.nextStep = Words::tr("Install it beside pilothouse, or build it with packaging/run.");
        break;
    case Failure::Ended:
        problem.explanation = Words::tr("It ended before it was ready.");
        problem.nextStep = Words::tr("Start pilothouse-sandbox in a terminal to see more, or open the sandbox again.");
        break;
    case Failure::TookTooLong:
        problem.explanation = Words::tr("It was not ready in time.");
        problem.nextStep = Words::tr("Wait until this computer is less busy, and open the sandbox again.");
        break;
    case Failure::Unreadable:
        problem.explanation = Words::tr("One that runs already cannot be understood: it is of another version.");
        problem.nextStep = Words::tr("End it, and open the sandbox again.");
        break;
    case Failure::Lost:
        problem.title = Words::tr("The sandbox has ended");
        problem.explanation = Words::tr("The program pilothouse-sandbox does not run any more.");
        problem.nextStep = Words::tr("Open the sandbox again for a new one.");
        break;
    }
    if (!detail.isEmpty())
        problem.explanation += u' ' + Words::tr("It said: %1").arg(detail);
    return problem;
}

QString refusalText(const Error &error)
{
    if (error.kind == Error::Kind::Conflict)
        return Words::tr("Another incident runs in the sandbox. Wait for its end, or end it in the menu Training.");
    return Words::tr("The sandbox did not do what it was asked for. Try again in a moment.");
}

} // namespace

Training::Training(QObject *parent) : QObject(parent)
{
}

const TrainingIncident *Training::find(const QString &name) const
{
    const auto found = std::ranges::find(m_incidents, name, &TrainingIncident::name);
    return found == m_incidents.cend() ? nullptr : &*found;
}

QString Training::titleOf(const QString &name) const
{
    const TrainingIncident *incident = find(name);
    return incident ? incident->title : name;
}

void Training::forget()
{
    m_incidents.clear();
    m_running.clear();
    m_finished.reset();
}

void Training::setStarting()
{
    forget();
    m_stage = Stage::Starting;
    m_problem = {};
    Q_EMIT changed();
}

void Training::follow(SandboxClient::Control &control)
{
    using SandboxClient::Control;
    forget();
    m_stage = Stage::Here;
    connect(&control, &Control::incidentsRead, this, [this](const QList<SandboxClient::Incident> &incidents) {
        m_incidents.clear();
        for (const SandboxClient::Incident &incident : incidents)
            m_incidents.append({incident.name, incident.title, incident.briefing, incident.lasts});
        std::ranges::sort(m_incidents, [](const TrainingIncident &one, const TrainingIncident &other) {
            return one.title.localeAwareCompare(other.title) < 0;
        });
        Q_EMIT changed();
    });
    connect(&control, &Control::stateRead, this, [this, &control](const SandboxClient::State &state) {
        // What ended before this console came is nobody's debriefing here.
        if (m_finished && state.finished > *m_finished)
            control.readDebriefing();
        m_finished = state.finished;
        if (std::exchange(m_running, state.running) != state.running)
            Q_EMIT changed();
    });
    connect(&control, &Control::debriefingRead, this, &Training::take);
    connect(&control, &Control::failed, this, [this](const Error &error) { Q_EMIT messageShown(refusalText(error)); });
    connect(this, &Training::incidentWanted, &control, &Control::startIncident);
    connect(this, &Training::endWanted, &control, &Control::endIncident);
    Q_EMIT changed();
}

void Training::take(const SandboxClient::Debriefing &told)
{
    m_debriefing = debriefingOf(told);
    Q_EMIT debriefed();
    Q_EMIT changed();
}

void Training::setFailed(SandboxClient::LeaseFailure failure, const QString &detail)
{
    forget();
    m_stage = Stage::Failed;
    m_problem = problemOf(failure, detail);
    Q_EMIT changed();
}

Problem Training::startingText()
{
    Problem problem;
    problem.title = Words::tr("The sandbox is starting");
    problem.explanation = Words::tr("A platform of several clusters comes up on this computer.");
    problem.nextStep = Words::tr("It takes some seconds; tenants appear here by themselves.");
    return problem;
}

QString Training::missingText(const QStringList &packages)
{
    if (packages.isEmpty())
        return {};
    return Words::tr("The sandbox has no metrics and no alerts: install %1 and open it again.")
        .arg(packages.join(QLatin1String(", ")));
}

void Training::startIncident(const QString &name)
{
    Q_EMIT messageShown(tr("The incident “%1” begins.").arg(titleOf(name)));
    Q_EMIT incidentWanted(name);
}

void Training::endIncident()
{
    Q_EMIT endWanted();
}
