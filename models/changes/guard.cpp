// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/guard.h"

#include "models/changes/changepolicy.h"
#include "models/changes/guardsilence.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace Guard {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Guard)
};

Finding refusal(Kind kind, const QString &sentence)
{
    return {kind, Finding::Verdict::Refuses, sentence};
}

QStringList verbsOf(ObjectEdit::Action action)
{
    switch (action) {
    case ObjectEdit::Action::MergePatch:
    case ObjectEdit::Action::JsonPatch:
    case ObjectEdit::Action::StrategicPatch:
    case ObjectEdit::Action::Apply:
        return {QStringLiteral("get"), QStringLiteral("patch")};
    case ObjectEdit::Action::Create:
        return {QStringLiteral("get"), QStringLiteral("create")};
    case ObjectEdit::Action::Delete:
        return {QStringLiteral("get"), QStringLiteral("delete")};
    }
    return {};
}

QString placeOf(const RightQuestion &question)
{
    const ObjectName &object = question.object;
    const QString what
        = object.subresource.isEmpty() ? object.resource : QString(object.resource + u'/' + object.subresource);
    return object.name.isEmpty() ? what : QString(what + u' ' + object.name);
}

QString withoutStop(const QString &text)
{
    return text.endsWith(u'.') ? text.chopped(1) : text;
}

} // namespace

QList<RightQuestion> rightsNeeded(const Change &change)
{
    QList<RightQuestion> questions;
    QSet<QString> known;
    const auto ask = [&](const QString &verb, const ObjectName &object) {
        const QString key
            = QStringList{verb, object.group, object.resource, object.subresource, object.namespaceName, object.name}
                  .join(u'\n');
        if (known.contains(key))
            return;
        known.insert(key);
        questions.append({verb, object});
    };
    for (const ObjectEdit &edit : change.edits) {
        for (const QString &verb : verbsOf(edit.action)) {
            ObjectName object = edit.object;
            if (verb == QLatin1String("create"))
                object.name.clear(); // the server does not look at the name of what is not there yet
            ask(verb, object);
        }
        if (edit.action == ObjectEdit::Action::Apply && !edit.before.exists) {
            ObjectName object = edit.object;
            object.name.clear();
            ask(QStringLiteral("create"), object);
        }
    }
    return questions;
}

Findings checkFreshness(const Freshness &freshness, const QString &clusterName)
{
    switch (freshness.state) {
    case Freshness::State::Live:
    case Freshness::State::Delayed:
        return {};
    case Freshness::State::Stale:
        return {refusal(Kind::Freshness,
            Words::tr("What is shown of %1 is too old to act on: %2 Read it again first.")
                .arg(clusterName, FreshnessText::sentence(freshness)))};
    case Freshness::State::Unknown:
        return {refusal(
            Kind::Freshness, Words::tr("Nothing is known of %1 yet. Wait until it has been read.").arg(clusterName))};
    }
    return {};
}

Findings checkRights(const QList<RightQuestion> &questions, const QList<RightAnswer> &answers)
{
    Findings findings;
    for (qsizetype i = 0; i < questions.size(); ++i) {
        const RightAnswer answer = answers.value(i);
        if (answer.allowed)
            continue;
        const RightQuestion &question = questions[i];
        const QString object = placeOf(question);
        const QString where = question.object.namespaceName;
        QString sentence = where.isEmpty()
            ? Words::tr("You may not %1 %2 in this cluster.").arg(question.verb, object)
            : Words::tr("You may not %1 %2 in the namespace %3.").arg(question.verb, object, where);
        if (!answer.reason.isEmpty())
            sentence += u' ' + Words::tr("The server says: “%1”.").arg(withoutStop(answer.reason));
        findings.append(refusal(
            Kind::Rights, QString(sentence + u' ' + Words::tr("Ask the owner of the cluster for this right."))));
    }
    return findings;
}

Findings checkPolicyFile(const ChangePolicy &policy)
{
    if (policy.mistakes().isEmpty())
        return {};
    const PolicyMistake &first = policy.mistakes().first();
    const QLocale locale;
    return {refusal(Kind::Policy,
        Words::tr("The policy file %1 has mistakes, so no change can be checked against it. Line %2, column %3: %4")
            .arg(policy.file(), locale.toString(first.line), locale.toString(first.column), first.sentence))};
}

Findings checkPolicy(const Change &change, const ChangePolicy &policy, const Situation &situation)
{
    Findings findings = checkPolicyFile(policy);
    if (!findings.isEmpty())
        return findings;
    findings += checkFreezes(change, policy, situation);
    findings += checkBusinessHours(change, policy, situation.now);
    findings += checkBlastRadius(change, policy);
    findings += checkSilences(change, policy, situation);
    findings += checkWords(change, policy);
    findings += checkProduction(change, policy);
    findings += checkSecondPerson(change, policy);
    return findings;
}

bool refuses(const Findings &findings)
{
    return std::any_of(findings.begin(), findings.end(),
        [](const Finding &finding) { return finding.verdict == Finding::Verdict::Refuses; });
}

QString text(const Findings &findings)
{
    QStringList lines;
    for (const Finding &finding : findings)
        lines.append(finding.sentence);
    return lines.join(u'\n');
}

QString missing(
    const Findings &findings, const Confirmation &confirmation, const Change &change, const Situation &situation)
{
    for (const Finding &finding : findings) {
        // Words that are there by now are no finding any more.
        if (finding.verdict == Finding::Verdict::Refuses || finding.kind == Kind::Words)
            return finding.sentence;
        if (finding.kind == Kind::Production && confirmation.typedName != change.clusterName)
            return finding.sentence;
        const auto isAnother = [&situation](const QString &name) { return !name.isEmpty() && name != situation.user; };
        if (finding.kind == Kind::SecondPerson
            && std::none_of(confirmation.approvedBy.begin(), confirmation.approvedBy.end(), isAnother))
            return finding.sentence;
    }
    return {};
}

} // namespace Guard
