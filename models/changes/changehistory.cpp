// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/changehistory.h"

#include "models/changes/changeformstate.h"
#include "models/changes/plainline.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ChangeHistory)
};

bool isUndone(const QUuid &id, const QList<EndedChange> &ended)
{
    return std::any_of(ended.begin(), ended.end(),
        [&id](const EndedChange &other) { return other.change.undoes == id && other.outcome.anyApplied(); });
}

} // namespace

QString ChangeHistory::whyNoUndo(const EndedChange &change, const QList<EndedChange> &ended)
{
    if (!change.outcome.anyApplied())
        return Words::tr("It changed nothing, so there is nothing to undo.");
    if (isUndone(change.change.id, ended))
        return Words::tr("It has been undone already.");
    return {};
}

const EndedChange *ChangeHistory::lastUndoable(const QList<EndedChange> &ended)
{
    for (const EndedChange &change : ended) {
        if (change.change.undoes.isNull() && whyNoUndo(change, ended).isEmpty())
            return &change;
    }
    return nullptr;
}

QString ChangeHistory::sentence(const EndedChange &change)
{
    const QString subject = ChangeText::subject(change.change);
    return plainLine(change.change.undoes.isNull() ? Words::tr("%1: %2").arg(subject, change.outcome.sentence)
                                                   : Words::tr("Undoing %1: %2").arg(subject, change.outcome.sentence));
}

QString ChangeHistory::clock(const QDateTime &utc)
{
    return QLocale().toString(utc.toLocalTime(), QLocale::ShortFormat);
}

Change ChangeHistory::wishToUndo(const Undo &undo, const Change &done)
{
    Change wish = undo.change;
    wish.reason = done.reason.isEmpty() ? QString() : Words::tr("Takes back: %1").arg(done.reason);
    return wish;
}

QString ChangeHistory::undoAction(const Change &undo)
{
    return undo.edits.size() == 1
        ? Words::tr("Put %1 back as it was").arg(plainLine(undo.edits.first().object.title(), 120))
        : Words::tr("Put %n objects back as they were", nullptr, static_cast<int>(undo.edits.size()));
}

QString ChangeHistory::progress(const RecordedChange &recorded)
{
    const auto made = std::count_if(recorded.results.begin(), recorded.results.end(),
        [](const EditResult &result) { return result.applied() || result.state == EditResult::State::Unchanged; });
    const QLocale locale;
    return Words::tr("%1 of %2 objects are known to be made")
        .arg(locale.toString(made), locale.toString(recorded.change.edits.size()));
}
