// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/recordobjects.h"

#include "backends/core/tree.h"
#include "models/changes/objectcompare.h"

#include <QRegularExpression>

#include <algorithm>

namespace RecordObjects {

namespace {

constexpr char marker[] = "dropped";
constexpr qsizetype longestMessage = 1000; // Kubernetes: 1,024 bytes (core/v1, Event)
constexpr qsizetype mostFields = 5;

bool isSummaryKey(const QString &key)
{
    static const QRegularExpression form(
        QStringLiteral("^[0-9]{8}T[0-9]{6}\\.[0-9]{3}Z-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"));
    return form.match(key).hasMatch();
}

qsizetype sizeOf(const QString &key, const Tree &value)
{
    return key.toUtf8().size() + (value.type() == Tree::Type::Text ? value.scalar().toUtf8() : value.toJson()).size();
}

//! What a ConfigMap holds.
struct Shelf
{
    qsizetype bytes = 0;
    QStringList summaries; //!< their keys, the oldest first
    Tree::Map data;

    explicit Shelf(const Tree &map)
    {
        for (const char *member : {"data", "binaryData"}) {
            const Tree *found = map.find(QString::fromLatin1(member));
            if (!found || !found->isMap())
                continue;
            for (const auto &[key, value] : found->members())
                bytes += sizeOf(key, value);
        }
        if (const Tree *found = map.find(QStringLiteral("data")); found && found->isMap())
            data = found->members();
        for (const auto &[key, value] : data) {
            if (isSummaryKey(key))
                summaries.append(key); // a map is sorted by its keys, and these by their times
        }
    }
};

//! What has dropped out before \a newest does, and \a count more.
QByteArray droppedNote(const Shelf &shelf, qint64 count, const QString &newest)
{
    const auto found = shelf.data.find(QString::fromLatin1(marker));
    if (found != shelf.data.end()) {
        if (const auto note = Tree::parse(found->second.scalar().toUtf8()))
            count += qMax(0LL, note->textAt({QStringLiteral("count")}).toLongLong());
    }
    return Tree::map({{QStringLiteral("count"), Tree::number(count)}, {QStringLiteral("newest"), Tree::text(newest)}})
        .toJson();
}

Tree emptyMap(const ObjectName &map)
{
    Tree tree = Tree::map();
    tree.set({QStringLiteral("apiVersion")}, Tree::text(QStringLiteral("v1")));
    tree.set({QStringLiteral("kind")}, Tree::text(map.kind));
    tree.set({QStringLiteral("metadata"), QStringLiteral("name")}, Tree::text(map.name));
    tree.set({QStringLiteral("metadata"), QStringLiteral("namespace")}, Tree::text(map.namespaceName));
    tree.set({QStringLiteral("metadata"), QStringLiteral("labels"), QStringLiteral("app.kubernetes.io/managed-by")},
        Tree::text(QStringLiteral("pilothouse")));
    return tree;
}

QString timeText(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'"));
}

QString deed(const ObjectEdit &edit)
{
    if (edit.action == ObjectEdit::Action::Delete)
        return QStringLiteral("Deleted");
    return edit.before.exists ? QStringLiteral("Changed") : QStringLiteral("Created");
}

QString messageOf(const Change &change, const ObjectEdit &edit, const Author &author)
{
    QString text = QStringLiteral("%1 by %2 with Pilothouse, console %3, change %4.")
                       .arg(deed(edit), author.user, author.console, change.id.toString(QUuid::WithoutBraces));
    if (edit.before.exists && edit.action != ObjectEdit::Action::Delete) {
        const QStringList fields = ObjectCompare::changedFields(edit.before.text, edit.after.text);
        if (!fields.isEmpty())
            text += QStringLiteral(" Fields: ") + fields.mid(0, mostFields).join(QLatin1String(", "));
        if (fields.size() > mostFields)
            text += QStringLiteral(" and %1 more").arg(fields.size() - mostFields);
        text += u'.';
    }
    if (!author.shown)
        text += QStringLiteral(" The object did not show it in time.");
    while (text.toUtf8().size() > longestMessage)
        text.chop(1);
    return text;
}

} // namespace

ObjectName mapOf(const QString &nameSpace, const QDateTime &time)
{
    return {{}, QStringLiteral("v1"), QStringLiteral("ConfigMap"), QStringLiteral("configmaps"), {}, nameSpace,
        QStringLiteral("pilothouse-journal-") + time.toUTC().toString(QStringLiteral("yyyy-MM"))};
}

QString keyOf(const QUuid &change, const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss.zzz'Z-'")) + change.toString(QUuid::WithoutBraces);
}

Addition addition(
    const ObjectName &map, const ObjectImage &live, const QString &key, const QByteArray &line, qsizetype maxBytes)
{
    auto parsed = Tree::parse(live.text);
    const Tree tree = parsed ? std::move(parsed).value() : emptyMap(map);
    const Shelf shelf(tree);
    Addition addition;
    if (shelf.data.contains(key))
        return addition; // an earlier try of which no answer came
    const QString note = QString::fromLatin1(marker);
    Tree::Map patch{{key, Tree::text(QString::fromUtf8(line))}};
    constexpr qsizetype roomForNote = 128;
    qsizetype bytes = shelf.bytes + sizeOf(key, patch.begin()->second) + roomForNote;
    qint64 dropped = 0;
    for (const QString &oldest : shelf.summaries) {
        if (bytes <= maxBytes)
            break;
        bytes -= sizeOf(oldest, shelf.data.at(oldest));
        patch.emplace(oldest, Tree());
        patch[note] = Tree::text(QString::fromUtf8(droppedNote(shelf, ++dropped, oldest)));
    }
    addition.full = bytes > maxBytes;
    if (addition.full)
        return addition;
    ObjectEdit edit;
    edit.object = map;
    edit.before = live;
    Tree whole = live.exists ? Tree::map() : tree;
    whole.set({QStringLiteral("data")}, Tree::map(std::move(patch)));
    edit.action = live.exists ? ObjectEdit::Action::MergePatch : ObjectEdit::Action::Create;
    edit.text = whole.toJson();
    addition.edit = edit;
    return addition;
}

ObjectEdit eventOf(const Change &change, qsizetype edit, const Author &author, const QUuid &id)
{
    const ObjectEdit &done = change.edits[edit];
    const ObjectName &object = done.object;
    // Events of what belongs to the whole cluster are in this one (core/v1, ValidateEvent).
    const QString space = object.namespaceName.isEmpty() ? QStringLiteral("default") : object.namespaceName;
    ObjectEdit event;
    event.action = ObjectEdit::Action::Create;
    event.object = {{}, QStringLiteral("v1"), QStringLiteral("Event"), QStringLiteral("events"), {}, space,
        QStringLiteral("pilothouse-") + id.toString(QUuid::WithoutBraces)};
    Tree tree = Tree::map();
    const auto set = [&tree](const QString &outer, const QString &inner, const QString &value) {
        if (!value.isEmpty())
            tree.set(inner.isEmpty() ? QStringList{outer} : QStringList{outer, inner}, Tree::text(value));
    };
    const QString involved = QStringLiteral("involvedObject");
    set(QStringLiteral("apiVersion"), {}, QStringLiteral("v1"));
    set(QStringLiteral("kind"), {}, event.object.kind);
    set(QStringLiteral("metadata"), QStringLiteral("name"), event.object.name);
    set(QStringLiteral("metadata"), QStringLiteral("namespace"), space);
    set(involved, QStringLiteral("apiVersion"),
        object.group.isEmpty() ? object.version : QString(object.group + u'/' + object.version));
    set(involved, QStringLiteral("kind"), object.kind);
    set(involved, QStringLiteral("name"), object.name);
    set(involved, QStringLiteral("namespace"), object.namespaceName);
    set(involved, QStringLiteral("uid"), done.after.uid.isEmpty() ? done.before.uid : done.after.uid);
    set(QStringLiteral("reason"), {}, QStringLiteral("PilothouseChange"));
    set(QStringLiteral("message"), {}, messageOf(change, done, author));
    set(QStringLiteral("type"), {}, author.shown ? QStringLiteral("Normal") : QStringLiteral("Warning"));
    set(QStringLiteral("source"), QStringLiteral("component"), QStringLiteral("pilothouse"));
    set(QStringLiteral("reportingComponent"), {}, QStringLiteral("pilothouse"));
    set(QStringLiteral("reportingInstance"), {}, author.console);
    set(QStringLiteral("firstTimestamp"), {}, timeText(author.time));
    set(QStringLiteral("lastTimestamp"), {}, timeText(author.time));
    tree.set({QStringLiteral("count")}, Tree::number(1));
    event.text = tree.toJson();
    return event;
}

} // namespace RecordObjects
