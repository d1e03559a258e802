// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/journalline.h"

#include "backends/records/journal/journalquery.h"
#include "backends/records/journal/redaction.h"
#include "models/changes/objectcompare.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Records;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(JournalLine)
};

//! Of documents that are longer than this only the detail says what changes: a page of them would take too long.
constexpr qsizetype mostCompared = 16 * 1024;
constexpr qsizetype mostFields = 3;
constexpr qsizetype longestValue = 30;
constexpr qsizetype longestText = 300; // of a cell

QString cut(const QString &text, qsizetype most)
{
    return text.size() > most ? QString(text.left(most) + QChar(0x2026)) : text;
}

QString shown(const QByteArray &json)
{
    QString text = QString::fromUtf8(json);
    if (text.size() >= 2 && text.startsWith(u'"') && !text.contains(u'\\'))
        text = text.sliced(1, text.size() - 2);
    return text.isEmpty() ? Words::tr("none") : cut(text, longestValue);
}

QString whatOf(const JournalEntry &entry)
{
    if (entry.before.isEmpty() && entry.after.isEmpty())
        return {};
    if (entry.before.isEmpty())
        return Words::tr("created");
    if (entry.after.isEmpty())
        return Words::tr("deleted");
    if (entry.before.size() + entry.after.size() > mostCompared)
        return Words::tr("changed");
    const auto fields = ObjectCompare::threeWay(entry.before, entry.after, entry.before).fields;
    QStringList parts;
    for (const auto &field : fields.mid(0, mostFields))
        parts.append(field.path + u' ' + shown(field.base) + QStringLiteral(" → ") + shown(field.mine));
    if (fields.size() > mostFields)
        parts.append(Words::tr("%1 more fields").arg(QLocale().toString(fields.size() - mostFields)));
    return cut(parts.join(QLatin1String(", ")), longestText);
}

QString titleOf(const JournalTarget &target)
{
    return target.nameSpace.isEmpty() ? QString(target.kind + u' ' + target.name)
                                      : QString(target.kind + u' ' + target.nameSpace + u'/' + target.name);
}

Condition condition(Condition::Severity severity, const char *id, const QString &word)
{
    return {severity, QString::fromLatin1(id), word, 0};
}

Condition conditionOfOutcome(const JournalOutcome &outcome)
{
    using Severity = Condition::Severity;
    switch (outcome.kind) {
    case JournalOutcome::Kind::Applied:
        return condition(Severity::Info, "applied", Words::tr("applied"));
    case JournalOutcome::Kind::Refused:
        return outcome.error == Error::Kind::Conflict ? condition(Severity::Warning, "conflict", Words::tr("conflict"))
                                                      : condition(Severity::Warning, "refused", Words::tr("refused"));
    case JournalOutcome::Kind::Failed:
        return condition(Severity::Warning, "failed", Words::tr("failed"));
    case JournalOutcome::Kind::Unknown:
        return condition(Severity::Critical, "unknown", Words::tr("nobody knows"));
    case JournalOutcome::Kind::None:
        break;
    }
    return condition(Severity::Info, "abandoned", Words::tr("not sent"));
}

Condition conditionOf(const JournalEntry &entry)
{
    using Severity = Condition::Severity;
    switch (entry.stage) {
    case JournalStage::Intended:
        return condition(Severity::Info, "intended", Words::tr("intended"));
    case JournalStage::Answered:
    case JournalStage::Abandoned:
        return conditionOfOutcome(entry.outcome);
    case JournalStage::Verified:
        return condition(Severity::Fine, "verified", Words::tr("verified"));
    case JournalStage::DidNotConverge:
        return condition(Severity::Warning, "not-converged", Words::tr("did not converge"));
    case JournalStage::Undone:
        return condition(Severity::Info, "undone", Words::tr("undone"));
    }
    return {};
}

QDateTime timeOf(const JournalEntry &entry)
{
    return QDateTime::fromMSecsSinceEpoch(entry.time, Qt::UTC);
}

QString whyNoUndo(const JournalEntry &first, const JournalEntry &last)
{
    if (Redaction::isIn(first.before) || Redaction::isIn(first.after))
        return Words::tr("It holds secret values, which the journal does not keep. Change the object by hand.");
    switch (last.stage) {
    case JournalStage::Verified:
    case JournalStage::DidNotConverge:
        return {};
    case JournalStage::Undone:
        return Words::tr("It was undone already.");
    case JournalStage::Intended:
    case JournalStage::Answered:
        return Words::tr("It has not ended. Look again when it has.");
    case JournalStage::Abandoned:
        break;
    }
    return Words::tr("Nothing was changed for certain, so there is nothing to undo.");
}

} // namespace

QString JournalLine::keyOf(const JournalEntry &entry)
{
    return entry.change.toString(QUuid::WithoutBraces) + u' ' + entry.target.key();
}

JournalLine JournalLine::of(const Records::JournalRow &row)
{
    const JournalEntry &entry = row.first;
    JournalLine line;
    line.key = keyOf(entry);
    line.change = entry.change;
    line.first = entry.sequence;
    line.time = timeOf(entry);
    line.person = entry.user;
    line.tenant = cut(entry.tenant, longestText);
    line.cluster = entry.cluster.name;
    line.kind = entry.kind;
    line.object = titleOf(entry.target);
    line.what = whatOf(entry);
    line.reason = cut(entry.reason, longestText);
    line.ticket = cut(entry.ticket, longestText);
    line.console = entry.console;
    line.follow(row.last);
    return line;
}

void JournalLine::follow(const JournalEntry &entry)
{
    if (entry.sequence < last)
        return;
    last = entry.sequence;
    stage = conditionOf(entry);
    outcome = cut(entry.outcome.sentence, longestText);
    approvals = std::max<qlonglong>(approvals, entry.approvals.size());
}

JournalHistory JournalHistory::of(const QString &key, const QList<JournalEntry> &entries)
{
    JournalHistory history;
    history.key = key;
    const JournalEntry *first = nullptr;
    const JournalEntry *last = nullptr;
    for (const JournalEntry &entry : entries) {
        if (entry.stage == JournalStage::Intended) {
            ObjectEdit edit;
            edit.object.kind = entry.target.kind;
            edit.object.namespaceName = entry.target.nameSpace;
            edit.object.name = entry.target.name;
            history.change.edits.append(edit);
        }
        if (JournalLine::keyOf(entry) != key)
            continue;
        first = first ? first : &entry;
        last = &entry;
        history.stages.append({entry.sequence, timeOf(entry), conditionOf(entry), entry.user, entry.console,
            entry.outcome.sentence, entry.clusterRecord, QString::fromLatin1(entry.hash.toHex())});
        if (entry.approvals.size() > history.approvals.size())
            history.approvals = entry.approvals;
    }
    if (!first) {
        history.problem = Words::tr("The journal does not hold this any more. Verify it.");
        return history;
    }
    history.change.id = first->change;
    history.change.clusterName = first->cluster.name;
    history.change.reason = first->reason;
    history.change.ticket = first->ticket;
    history.object = titleOf(first->target);
    history.before = first->before;
    history.after = first->after;
    history.whyNoUndo = ::whyNoUndo(*first, *last);
    return history;
}

QString JournalHistory::text() const
{
    const QLocale locale;
    QStringList lines{object, Words::tr("Change %1").arg(change.id.toString(QUuid::WithoutBraces))};
    if (!change.reason.isEmpty())
        lines.append(Words::tr("Reason: %1").arg(change.reason));
    if (!change.ticket.isEmpty())
        lines.append(Words::tr("Ticket: %1").arg(change.ticket));
    for (const QString &approval : approvals)
        lines.append(Words::tr("Approved: %1").arg(approval));
    for (const Stage &stage : stages) {
        lines.append(Words::tr("%1: %2, by %3 at console %4, entry %5")
                         .arg(stage.time.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz 'UTC'")),
                             stage.condition.word, stage.person, stage.console, locale.toString(stage.sequence)));
        for (const QString &more : {stage.sentence, stage.record}) {
            if (!more.isEmpty())
                lines.append(QStringLiteral("    ") + more);
        }
        lines.append(QStringLiteral("    ") + stage.hash);
    }
    const bool recorded
        = std::any_of(stages.begin(), stages.end(), [](const Stage &stage) { return !stage.record.isEmpty(); });
    if (!recorded && whyNoUndo.isEmpty())
        lines.append(Words::tr("No record of it in the cluster is known: none is left there, it is on its way, or the "
                               "console ended before it was left."));
    return lines.join(u'\n');
}
