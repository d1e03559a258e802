// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/undo.h"

#include "backends/core/tree.h"
#include "models/changes/objecttree.h"

#include <QCoreApplication>
#include <QLocale>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Undo)
};

QByteArray inversePatch(const ObjectEdit &edit)
{
    return Tree::mergePatch(ObjectTree::visible(edit.after.text), ObjectTree::visible(edit.before.text)).toJson();
}

//! What takes \a edit back, as the object is now; empty, with \a why, when nothing can.
std::optional<ObjectEdit> inverse(const ObjectEdit &edit, const ObjectImage &live, QString &why)
{
    ObjectEdit back;
    back.object = edit.object;
    back.before = live;
    const QString title = edit.object.title();
    if (edit.action == ObjectEdit::Action::Delete) {
        if (live.exists)
            why = Words::tr("%1 exists again. Look at it instead.").arg(title);
        back.action = ObjectEdit::Action::Create;
        back.text = ObjectTree::renewable(edit.before.text).toJson();
    } else if (!live.exists) {
        why = Words::tr("%1 does not exist any more.").arg(title);
    } else if (!edit.before.exists) {
        back.action = ObjectEdit::Action::Delete;
    } else {
        if (live.uid != edit.before.uid)
            why = Words::tr("%1 was deleted and made anew since.").arg(title);
        back.text = inversePatch(edit);
    }
    return why.isEmpty() ? std::optional(back) : std::nullopt;
}

QStringList movedOn(const ObjectEdit &edit, const ObjectImage &live)
{
    QStringList moved;
    if (edit.action == ObjectEdit::Action::Delete)
        return moved;
    const bool made = !edit.before.exists; // all of it is taken back then
    for (const auto &field : ObjectCompare::threeWay(edit.after.text, edit.before.text, live.text).fields) {
        if (field.theirs != field.base && (made || field.mine != field.base) && field.theirs != field.mine)
            moved.append(edit.object.title() + QStringLiteral(": ") + field.path);
    }
    return moved;
}

QString sentenceOf(const Undo &undo)
{
    const QLocale locale;
    if (undo.movedOn.isEmpty())
        return Words::tr("What it changed is put back in %1 objects; nobody has changed the same since.")
            .arg(locale.toString(undo.change.edits.size()));
    return Words::tr("The objects have moved on: %1 fields that it changed were changed again since. Undoing replaces "
                     "what is there now.")
        .arg(locale.toString(undo.movedOn.size()));
}

} // namespace

Undo undoOf(const Change &done, const QList<EditResult> &results, const QList<ObjectImage> &live, const QUuid &id)
{
    Undo undo;
    undo.change = done;
    undo.change.id = id;
    undo.change.undoes = done.id;
    undo.change.edits.clear();
    QString why;
    for (qsizetype i = done.edits.size() - 1; i >= 0; --i) {
        if (!results.value(i).applied())
            continue;
        const auto edit = inverse(done.edits[i], live.value(i), why);
        if (!edit) {
            undo.sentence = Words::tr("This cannot be undone: %1").arg(why);
            return undo;
        }
        undo.change.edits.append(*edit);
        undo.movedOn += movedOn(done.edits[i], live.value(i));
    }
    undo.possible = !undo.change.edits.isEmpty();
    undo.sentence = undo.possible ? sentenceOf(undo) : Words::tr("It changed nothing, so there is nothing to undo.");
    return undo;
}
