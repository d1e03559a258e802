// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/objecttree.h"

#include "backends/core/tree.h"

#include <QSet>

namespace ObjectTree {

namespace {

Tree without(const QByteArray &json, std::initializer_list<const char *> metadata)
{
    auto parsed = Tree::parse(json);
    if (!parsed)
        return {};
    Tree tree = std::move(parsed).value();
    tree.remove({QStringLiteral("status")});
    for (const char *name : metadata)
        tree.remove({QStringLiteral("metadata"), QString::fromLatin1(name)});
    return tree;
}

//! Until Kubernetes 1.24 each account has a token made for it (TokenController), named after it; a new account gets a
//! new one.
void removeTokens(Tree &account)
{
    const QString token
        = account.textAt({QStringLiteral("metadata"), QStringLiteral("name")}) + QStringLiteral("-token-");
    const Tree *secrets = account.find(QStringLiteral("secrets"));
    if (!secrets || !secrets->isList())
        return;
    Tree::List kept;
    for (const Tree &secret : secrets->items()) {
        if (!itemName(secret).startsWith(token))
            kept.push_back(secret);
    }
    if (kept.empty())
        account.remove({QStringLiteral("secrets")});
    else
        account.set({QStringLiteral("secrets")}, Tree::list(kept));
}

} // namespace

Tree visible(const QByteArray &json)
{
    return without(json, {"managedFields", "resourceVersion", "generation", "selfLink", "uid", "creationTimestamp"});
}

Tree renewable(const QByteArray &json)
{
    Tree tree = without(json,
        {"managedFields", "resourceVersion", "generation", "selfLink", "uid", "creationTimestamp", "deletionTimestamp",
            "deletionGracePeriodSeconds"});
    if (tree.textAt({QStringLiteral("kind")}) == QLatin1String("ServiceAccount"))
        removeTokens(tree);
    return tree;
}

QString itemName(const Tree &item)
{
    const Tree *name = item.find(QStringLiteral("name"));
    return name && name->type() == Tree::Type::Text ? name->scalar() : QString();
}

bool isNamedList(const Tree &tree)
{
    if (!tree.isList())
        return false;
    QSet<QString> names;
    for (const Tree &item : tree.items()) {
        const QString name = itemName(item);
        if (name.isEmpty() || names.contains(name))
            return false;
        names.insert(name);
    }
    return true;
}

} // namespace ObjectTree
