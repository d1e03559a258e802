// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/kubectlcommand.h"

#include "models/changes/amtoolcommand.h"
#include "models/changes/secretmask.h"

#include <QCoreApplication>

#include <algorithm>

namespace KubectlCommand {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(KubectlCommand)
};

QString resourceOf(const ObjectName &object)
{
    // With the version, because of several ones kubectl takes another one than we did.
    return object.group.isEmpty() ? object.resource
                                  : QString(object.resource + u'.' + object.version + u'.' + object.group);
}

QStringList patchWords(const ObjectEdit &edit, const QString &type)
{
    QStringList words{QStringLiteral("patch"), resourceOf(edit.object), edit.object.name};
    if (!edit.object.subresource.isEmpty())
        words.append(QStringLiteral("--subresource=") + edit.object.subresource);
    words.append(QStringLiteral("--type=") + type);
    words.append(QStringLiteral("--patch=") + QString::fromUtf8(edit.text));
    return words;
}

QStringList actionWords(const ObjectEdit &edit)
{
    switch (edit.action) {
    case ObjectEdit::Action::MergePatch:
        return patchWords(edit, QStringLiteral("merge"));
    case ObjectEdit::Action::JsonPatch:
        return patchWords(edit, QStringLiteral("json"));
    case ObjectEdit::Action::StrategicPatch:
        return patchWords(edit, QStringLiteral("strategic"));
    case ObjectEdit::Action::Apply: {
        QStringList words{
            QStringLiteral("apply"), QStringLiteral("--server-side"), QStringLiteral("--field-manager=pilothouse")};
        if (edit.force)
            words.append(QStringLiteral("--force-conflicts"));
        return words + QStringList{QStringLiteral("-f"), QStringLiteral("-")};
    }
    case ObjectEdit::Action::Create:
        return {QStringLiteral("create"), QStringLiteral("-f"), QStringLiteral("-")};
    case ObjectEdit::Action::Delete:
        return {QStringLiteral("delete"), resourceOf(edit.object), edit.object.name};
    }
    return {};
}

QString line(const Command &command)
{
    QStringList words;
    for (const QString &word : command.words)
        words.append(quoted(word));
    const QString text = words.join(u' ');
    if (command.input.isEmpty())
        return text;
    return QStringLiteral("printf %s ") + quoted(QString::fromUtf8(command.input)) + QStringLiteral(" | ") + text;
}

//! Values of Secrets are on no command line and in no clipboard: they are to be in a file.
QString lineForSecret(const ObjectEdit &edit, const QString &context)
{
    Command command = of(edit, context);
    const QString file
        = QString(edit.object.name + u'-').remove(u'/') + (command.input.isEmpty() ? u"patch.json" : u"object.json");
    const QString patch = QStringLiteral("--patch=");
    for (QString &word : command.words) {
        if (word.startsWith(patch))
            word = QStringLiteral("--patch-file=") + file;
    }
    if (!command.input.isEmpty()) {
        command.words.last() = file; // in the place of "-"
        command.input.clear();
    }
    const QString note = Words::tr("The values of %1 are not shown. Write them into the file %2 first.")
                             .arg(edit.object.title(), file)
                             .simplified();
    return QStringLiteral("# ") + note + u'\n' + line(command);
}

} // namespace

Command of(const ObjectEdit &edit, const QString &context)
{
    if (AmtoolCommand::concerns(edit))
        return AmtoolCommand::of(edit, context.startsWith(QLatin1String("http")) ? context : QString());
    Command command;
    command.words.append(QStringLiteral("kubectl"));
    if (!context.isEmpty())
        command.words.append(QStringLiteral("--context=") + context);
    if (!edit.object.namespaceName.isEmpty())
        command.words.append(QStringLiteral("--namespace=") + edit.object.namespaceName);
    command.words += actionWords(edit);
    if (edit.action == ObjectEdit::Action::Apply || edit.action == ObjectEdit::Action::Create)
        command.input = edit.text;
    return command;
}

QString program(const Change &change)
{
    const bool silences = std::any_of(change.edits.begin(), change.edits.end(), AmtoolCommand::concerns);
    return silences ? QStringLiteral("amtool") : QStringLiteral("kubectl");
}

QString text(const Change &change, const QString &context)
{
    QStringList lines;
    for (const ObjectEdit &edit : change.edits)
        lines.append(SecretMask::concerns(edit) ? lineForSecret(edit, context) : line(of(edit, context)));
    return lines.join(u'\n');
}

QString quoted(const QString &word)
{
    const bool plain = !word.isEmpty() && std::all_of(word.begin(), word.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
            || QStringView(u"-_./=:@%+,").contains(c);
    });
    if (plain)
        return word;
    QString inner = word;
    inner.remove(QChar(0)); // which no word of a shell can hold
    inner.replace(u'\'', QLatin1String("'\\''"));
    return u'\'' + inner + u'\'';
}

} // namespace KubectlCommand
