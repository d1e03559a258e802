// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/objectcompare.h"

#include "backends/core/tree.h"
#include "models/changes/objecttree.h"
#include "models/changes/secretmask.h"

#include <QUuid>

#include <algorithm>
#include <array>
#include <map>

namespace ObjectCompare {

namespace {

//! One place in three trees; null where there is nothing.
using Places = std::array<const Tree *, 3>;

enum { Base, Mine, Theirs };

bool equal(const Tree *one, const Tree *other)
{
    return one == other || (one && other && *one == *other);
}

//! All that is there is a map, or all that is there is a list of named items.
bool allAre(const Places &places, bool (*is)(const Tree &))
{
    return std::all_of(places.begin(), places.end(), [is](const Tree *tree) { return !tree || is(*tree); });
}

bool isMap(const Tree &tree)
{
    return tree.isMap();
}

QString memberPath(const QString &path, const QString &name)
{
    const bool plain
        = std::all_of(name.begin(), name.end(), [](QChar c) { return c.isLetterOrNumber() || c == u'-' || c == u'_'; });
    if (!plain)
        return path + u'[' + name + u']';
    return path.isEmpty() ? name : QString(path + u'.' + name);
}

std::map<QString, Places> children(const Places &places, bool maps)
{
    std::map<QString, Places> children;
    for (size_t i = 0; i < places.size(); ++i) {
        if (!places[i])
            continue;
        if (maps) {
            for (const auto &[name, value] : places[i]->members())
                children[name][i] = &value;
        } else {
            for (const Tree &item : places[i]->items())
                children[ObjectTree::itemName(item)][i] = &item;
        }
    }
    return children;
}

QByteArray jsonOf(const Tree *tree)
{
    return tree ? tree->toJson() : QByteArray();
}

void collect(const Places &places, const QString &path, ThreeWay &result)
{
    const auto [base, mine, theirs] = places;
    if ((equal(base, mine) && equal(base, theirs)) || result.fields.size() >= ThreeWay::maxFields)
        return;
    const bool severalThere = (base ? 1 : 0) + (mine ? 1 : 0) + (theirs ? 1 : 0) > 1;
    const bool maps = severalThere && allAre(places, isMap);
    if (maps || (severalThere && allAre(places, ObjectTree::isNamedList))) {
        const qsizetype before = result.fields.size();
        for (const auto &[name, inner] : children(places, maps))
            collect(inner, maps ? memberPath(path, name) : QString(path + u"[name=" + name + u']'), result);
        if (result.fields.size() > before)
            return;
        // They differ in nothing but order, or one of them is there and empty.
    }
    Field field{path, jsonOf(base), jsonOf(mine), jsonOf(theirs), false};
    field.conflict = !equal(base, mine) && !equal(base, theirs) && !equal(mine, theirs);
    result.fields.append(field);
}

//! Whether \a live has all that is in \a wanted.
bool contains(const Tree *live, const Tree &wanted)
{
    if (!live)
        return false;
    if (!wanted.isMap() || !live->isMap())
        return *live == wanted;
    return std::all_of(wanted.members().begin(), wanted.members().end(),
        [live](const auto &member) { return contains(live->find(member.first), member.second); });
}

bool holdsAt(const Places &places)
{
    const auto [before, after, live] = places;
    if (equal(before, after))
        return true;
    if (!after)
        return !live;
    const bool maps = allAre(places, isMap);
    if (before && live && (maps || allAre(places, ObjectTree::isNamedList))) {
        const auto inner = children(places, maps);
        return std::all_of(inner.begin(), inner.end(), [](const auto &child) { return holdsAt(child.second); });
    }
    return contains(live, *after);
}

const Tree *orNothing(const Tree &tree)
{
    return tree.isNull() ? nullptr : &tree;
}

} // namespace

bool ThreeWay::conflicts() const
{
    return std::any_of(fields.begin(), fields.end(), [](const Field &field) { return field.conflict; });
}

bool ThreeWay::theirsDiffers() const
{
    return std::any_of(fields.begin(), fields.end(), [](const Field &field) { return field.theirs != field.base; });
}

QStringList ThreeWay::conflictPaths() const
{
    QStringList paths;
    for (const Field &field : fields) {
        if (field.conflict)
            paths.append(field.path);
    }
    return paths;
}

ThreeWay threeWay(const QByteArray &base, const QByteArray &mine, const QByteArray &theirs)
{
    std::array trees{ObjectTree::visible(base), ObjectTree::visible(mine), ObjectTree::visible(theirs)};
    SecretMask mask; // the fields are for people; which of them differ stays the same
    for (Tree &tree : trees)
        mask.hide(tree);
    ThreeWay result;
    collect({orNothing(trees[Base]), orNothing(trees[Mine]), orNothing(trees[Theirs])}, {}, result);
    return result;
}

bool same(const QByteArray &one, const QByteArray &other)
{
    return ObjectTree::visible(one) == ObjectTree::visible(other);
}

QStringList changedFields(const QByteArray &from, const QByteArray &to)
{
    QStringList paths;
    for (const Field &field : threeWay(from, to, from).fields)
        paths.append(field.path);
    return paths;
}

bool holds(const QByteArray &before, const QByteArray &after, const QByteArray &live)
{
    const std::array trees{ObjectTree::visible(before), ObjectTree::visible(after), ObjectTree::visible(live)};
    return holdsAt({orNothing(trees[0]), orNothing(trees[1]), orNothing(trees[2])});
}

bool observed(const QByteArray &live)
{
    const auto tree = Tree::parse(live);
    if (!tree)
        return false;
    const QString seen = tree->textAt({QStringLiteral("status"), QStringLiteral("observedGeneration")});
    const QString generation = tree->textAt({QStringLiteral("metadata"), QStringLiteral("generation")});
    return seen.isEmpty() || generation.isEmpty() || seen.toLongLong() >= generation.toLongLong();
}

bool carriesMark(const QByteArray &live, const QUuid &id)
{
    const auto tree = Tree::parse(live);
    if (!tree)
        return false;
    const QString mark = id.toString(QUuid::WithoutBraces);
    const QStringList metadata{QStringLiteral("metadata")};
    if (const Tree *annotations = tree->find(metadata + QStringList{QStringLiteral("annotations")})) {
        for (const auto &[name, value] : annotations->members()) {
            if (value.scalar() == mark)
                return true;
        }
    }
    const Tree *managers = tree->find(metadata + QStringList{QStringLiteral("managedFields")});
    return managers && std::any_of(managers->items().begin(), managers->items().end(), [&mark](const Tree &entry) {
        return entry.textAt({QStringLiteral("manager")}).contains(mark);
    });
}

} // namespace ObjectCompare
