// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changeverb.h"

#include "models/changes/changerun.h"
#include "models/changes/impact.h"
#include "models/changes/kubectlcommand.h"
#include "models/changes/objectdiff.h"

#include <QLocale>

ChangeVerb::ChangeVerb(ChangeRiver &river, Wish wish, Terminal terminal, QObject *parent)
    : QObject(parent), m_river(river), m_wish(std::move(wish)), m_terminal(std::move(terminal))
{
}

ChangeVerb::~ChangeVerb() = default;

void ChangeVerb::start(Change change)
{
    change.reason = m_wish.reason;
    change.ticket = m_wish.ticket;
    m_run = m_river.begin(change);
    if (!m_run) {
        m_terminal.say(tr("%1 is not connected.").arg(change.clusterName));
        finish(NotRead);
        return;
    }
    connect(m_run, &ChangeRun::ended, this, &ChangeVerb::take);
    connect(m_run, &ChangeRun::stageChanged, this, [this](ChangeStage stage) {
        if (stage == ChangeStage::Confirming)
            QMetaObject::invokeMethod(this, &ChangeVerb::show, Qt::QueuedConnection);
        else if (stage == ChangeStage::Verifying && m_run->outcome() == std::nullopt)
            m_terminal.say(tr("Sent. Looking whether the cluster shows it."));
    });
}

void ChangeVerb::show()
{
    if (!m_run)
        return;
    const Change &change = m_run->change();
    for (const ObjectEdit &edit : change.edits) {
        m_terminal.say(tr("%1 in %2:").arg(edit.object.title(), change.clusterName));
        m_terminal.say(ObjectDiff::asText(ObjectDiff::folded(ObjectDiff::lines(edit.before.text, edit.after.text))));
    }
    for (const QString &sentence : impactOf(change))
        m_terminal.say(sentence);
    m_terminal.say(tr("The same by hand:"));
    m_terminal.say(KubectlCommand::text(change, {}));
    m_terminal.say(tr("Change %1").arg(change.id.toString(QUuid::WithoutBraces)));
    for (const Guard::Finding &finding : m_run->findings())
        m_terminal.say(finding.sentence);
    if (m_wish.dryRun) {
        m_terminal.say(tr("This was a dry run: nothing was changed."));
        disconnect(m_run, nullptr, this, nullptr);
        m_run->cancel();
        finish(Done);
    } else if (m_wish.yes) {
        takeGo(m_wish.confirmedCluster);
    } else {
        askForGo();
    }
}

void ChangeVerb::askForGo()
{
    const QString cluster = m_run->change().clusterName;
    const bool byName = m_river.policy().isProduction(cluster);
    const QString yes = tr("yes");
    const QString question = byName ? tr("Type %1 to make this change: ").arg(cluster)
                                    : tr("Type %1 to make this change in %2: ").arg(yes, cluster);
    m_terminal.ask(question, [self = QPointer(this), byName, yes](const std::optional<QString> &line) {
        if (!self || !self->m_run)
            return;
        const QString typed = line.value_or(QString()).trimmed();
        if (byName ? typed.isEmpty() : typed.compare(yes, Qt::CaseInsensitive) != 0) {
            self->m_run->cancel();
            return;
        }
        self->takeGo(typed);
    });
}

void ChangeVerb::takeGo(const QString &typed)
{
    const QString missing = m_run->confirm({typed, {}});
    if (missing.isEmpty())
        return;
    m_terminal.say(missing);
    disconnect(m_run, nullptr, this, nullptr);
    m_run->cancel();
    m_terminal.say(tr("Nothing was changed."));
    finish(Refused);
}

void ChangeVerb::take(const ChangeOutcome &outcome)
{
    m_terminal.say(outcome.sentence);
    if (!outcome.journalGap.isEmpty())
        m_terminal.say(outcome.journalGap);
    const Change &change = m_run->change();
    for (qsizetype i = 0; change.edits.size() > 1 && i < change.edits.size(); ++i) {
        const EditResult result = outcome.results.value(i);
        m_terminal.say(change.edits[i].object.title() + QStringLiteral(": ") + ChangeText::id(result.state)
            + (result.sentence.isEmpty() ? QString() : QString(QStringLiteral(" – ") + result.sentence)));
    }
    switch (outcome.kind) {
    case ChangeOutcome::Kind::Verified:
        return finish(Done);
    case ChangeOutcome::Kind::NotConverged:
        return finish(NotConverged);
    case ChangeOutcome::Kind::Partial:
        return finish(Partial);
    case ChangeOutcome::Kind::Conflict:
        return finish(Conflict);
    case ChangeOutcome::Kind::Refused:
        return finish(Refused);
    case ChangeOutcome::Kind::Failed:
        return finish(Failed);
    case ChangeOutcome::Kind::Unknown:
        return finish(Unknown);
    case ChangeOutcome::Kind::Cancelled:
        return finish(Cancelled);
    }
}

void ChangeVerb::finish(int exitStatus)
{
    // From the event loop, so that whoever listens may destroy this.
    QMetaObject::invokeMethod(
        this, [this, exitStatus] { Q_EMIT finished(exitStatus); }, Qt::QueuedConnection);
}
