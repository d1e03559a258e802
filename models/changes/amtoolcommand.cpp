// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/amtoolcommand.h"

#include "backends/core/tree.h"

namespace AmtoolCommand {

namespace {

QString specText(const Tree &tree, const char *name)
{
    return tree.textAt({QStringLiteral("spec"), QLatin1String(name)});
}

void option(QStringList &words, const char *name, const QString &value)
{
    if (!value.isEmpty())
        words.append(QStringLiteral("--") + QLatin1String(name) + u'=' + value);
}

//! As its own filters spell it.
QString matcherWord(const Tree &matcher)
{
    const bool regex = matcher.textAt({QStringLiteral("isRegex")}) == QLatin1String("true");
    const bool unequal = matcher.textAt({QStringLiteral("isEqual")}) == QLatin1String("false");
    const QLatin1String sign(regex ? (unequal ? "!~" : "=~") : (unequal ? "!=" : "="));
    QString value = matcher.textAt({QStringLiteral("value")});
    value.replace(u'\\', QLatin1String("\\\\"))
        .replace(u'"', QLatin1String("\\\""))
        .replace(u'\n', QLatin1String("\\n"));
    return matcher.textAt({QStringLiteral("name")}) + sign + u'"' + value + u'"';
}

void addTo(QStringList &words, const Tree &tree, bool creates)
{
    option(words, "author", creates ? specText(tree, "createdBy") : QString());
    option(words, "comment", specText(tree, "comment"));
    option(words, "start", specText(tree, "startsAt"));
    option(words, "end", specText(tree, "endsAt"));
    const Tree *matchers = tree.find(QStringList{QStringLiteral("spec"), QStringLiteral("matchers")});
    if (!creates || !matchers)
        return;
    for (const Tree &matcher : matchers->items())
        words.append(matcherWord(matcher));
}

} // namespace

bool concerns(const ObjectEdit &edit)
{
    return edit.object.group == QLatin1String("alertmanager");
}

KubectlCommand::Command of(const ObjectEdit &edit, const QString &url)
{
    KubectlCommand::Command command;
    command.words = QStringList{QStringLiteral("amtool")};
    option(command.words, "alertmanager.url", url);
    command.words.append(QStringLiteral("silence"));
    // It may be known here by a name that we gave it before there was an id.
    const QString id = edit.before.uid.isEmpty() ? edit.object.name : edit.before.uid;
    const auto text = Tree::parse(edit.text);
    const Tree tree = text ? *text : Tree();
    switch (edit.action) {
    case ObjectEdit::Action::Create:
        command.words.append(QStringLiteral("add"));
        addTo(command.words, tree, true);
        break;
    case ObjectEdit::Action::Delete:
        command.words += QStringList{QStringLiteral("expire"), id};
        break;
    case ObjectEdit::Action::MergePatch:
    case ObjectEdit::Action::JsonPatch:
    case ObjectEdit::Action::StrategicPatch:
    case ObjectEdit::Action::Apply:
        command.words.append(QStringLiteral("update"));
        addTo(command.words, tree, false);
        command.words.append(id);
        break;
    }
    return command;
}

} // namespace AmtoolCommand
