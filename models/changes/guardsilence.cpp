// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/guardsilence.h"

#include "backends/core/tree.h"
#include "backends/policy/policydocument.h"
#include "models/changes/changepolicy.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace Guard {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Guard)
};

QDateTime timeAt(const Tree &tree, const QString &name)
{
    return QDateTime::fromString(tree.textAt({QStringLiteral("spec"), name}), Qt::ISODateWithMs).toUTC();
}

bool says(const Tree &tree, const QString &name)
{
    return tree.find(QStringList{QStringLiteral("spec"), name}) != nullptr;
}

//! As it will be, as far as the policy looks at it.
Tree wantedOf(const ObjectEdit &edit)
{
    const auto text = Tree::parse(edit.text);
    if (!text)
        return {};
    if (edit.action == ObjectEdit::Action::Create)
        return *text;
    const auto before = Tree::parse(edit.before.text);
    return before ? before->mergedWith(*text) : *text;
}

} // namespace

QStringList silenceObjections(const ChangePolicy &policy, std::chrono::seconds length, const QString &comment)
{
    const Policy::SilenceRule &rule = policy.document().silences;
    QStringList objections;
    constexpr std::chrono::seconds slack{60}; // between the wish and the writing time goes by
    if (length > std::chrono::hours(rule.atMostHours) + slack)
        objections.append(
            Words::tr("A silence may end at most %1 hours from now. Choose an earlier end, and extend it later.")
                .arg(QLocale().toString(rule.atMostHours)));
    const QString text = comment.trimmed();
    const QString example
        = rule.comment.example.isEmpty() ? QString() : Words::tr("For example: %1").arg(rule.comment.example);
    const bool fits = rule.comment.pattern.isEmpty()
        || QRegularExpression(QRegularExpression::anchoredPattern(rule.comment.pattern)).match(text).hasMatch();
    if (text.isEmpty() && rule.comment.required)
        objections.append(QString(Words::tr("A silence has to say why. Write a comment.") + u' ' + example).trimmed());
    else if (!text.isEmpty() && !fits)
        objections.append(
            QString(Words::tr("The comment is not of the form that the policy asks for: %1.").arg(rule.comment.pattern)
                + u' ' + example)
                .trimmed());
    return objections;
}

Findings checkSilences(const Change &change, const ChangePolicy &policy, const Situation &situation)
{
    Findings findings;
    if (change.kind != ChangeKind::Silence || !change.undoes.isNull())
        return findings;
    for (const ObjectEdit &edit : change.edits) {
        if (edit.action == ObjectEdit::Action::Delete || edit.object.kind != QLatin1String("Silence"))
            continue;
        const Tree wanted = wantedOf(edit);
        const QDateTime end = timeAt(wanted, QStringLiteral("endsAt"));
        const QDateTime start = std::max(timeAt(wanted, QStringLiteral("startsAt")), situation.now);
        const std::chrono::seconds length(end.isValid() ? start.secsTo(end) : 0);
        QString comment = wanted.textAt({QStringLiteral("spec"), QStringLiteral("comment")});
        if (!says(wanted, QStringLiteral("comment")) && edit.action != ObjectEdit::Action::Create)
            comment = QStringLiteral("as it is");
        for (const QString &sentence : silenceObjections(policy, length, comment)) {
            const Finding finding{Kind::Policy, Finding::Verdict::Refuses, sentence};
            if (!findings.contains(finding))
                findings.append(finding);
        }
    }
    return findings;
}

} // namespace Guard
