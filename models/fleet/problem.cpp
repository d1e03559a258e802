// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/problem.h"

#include "backends/core/error.h"
#include "models/fleet/problemtexts.h"
#include "models/freshness/freshness.h"

#include <QCoreApplication>

#include <array>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Problem)
};

//! Replaces %1 … %4 in one pass, so that a % in a server's words stays one.
QString filled(const QString &text, const std::array<QString, 4> &values)
{
    QString filled;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int place = i + 1 < text.size() ? text.at(i + 1).digitValue() : -1;
        if (text.at(i) == u'%' && place >= 1 && place <= 4) {
            filled += values[static_cast<size_t>(place - 1)];
            ++i;
        } else {
            filled += text.at(i);
        }
    }
    return filled;
}

QString joined(const QString &first, const QString &second)
{
    return first.isEmpty() || second.isEmpty() ? QString(first + second) : QString(first + u' ' + second);
}

//! For the middle of a sentence that brings a full stop of its own; an ellipsis stays.
QString withoutFullStop(const QString &text)
{
    const bool stop = text.endsWith(u'.') && !text.endsWith(QLatin1String(".."));
    return stop ? text.chopped(1) : text;
}

QString quoted(const Error &error, ProblemSource source)
{
    if (error.detail.isEmpty())
        return {};
    const QString detail = withoutFullStop(error.detail);
    if (source == ProblemSource::Kubeconfig)
        return Words::tr("The reason: %1.").arg(detail);
    if (error.httpStatus > 0)
        return Words::tr("It says: “%1”.").arg(detail);
    return Words::tr("More exactly: “%1”.").arg(detail);
}

QString labelled(const Error::Fact &fact)
{
    using Kind = Error::Fact::Kind;
    switch (fact.kind) {
    case Kind::Command:
        return Words::tr("Command: %1").arg(fact.text);
    case Kind::SearchPath:
        return Words::tr("Searched: %1").arg(QString(fact.text).replace(u'\n', QLatin1String(", ")));
    case Kind::ExitStatus:
        return Words::tr("It ended with status %1.").arg(fact.text);
    case Kind::Output:
        return Words::tr("It said: %1").arg(fact.text);
    case Kind::Hint:
        return Words::tr("Hint: %1").arg(fact.text);
    case Kind::Contexts:
        break; // part of the explanation
    }
    return {};
}

QStringList detailsOf(const Error &error)
{
    QStringList details;
    for (const Error::Fact &fact : error.facts) {
        if (const QString detail = labelled(fact); !detail.isEmpty())
            details.append(detail);
    }
    return details;
}

QString factOf(const Error &error, Error::Fact::Kind kind)
{
    for (const Error::Fact &fact : error.facts) {
        if (fact.kind == kind)
            return fact.text;
    }
    return {};
}

//! What to do about the one thing that it is, where the kind alone covers several.
QString stepFor(const Error &error)
{
    using Cause = Error::Cause;
    switch (error.cause) {
    case Cause::KeyEncrypted:
        return Words::tr("Keys with a passphrase cannot be used here: write one without it, with "
                         "openssl pkey -in KEY -out NEWKEY, and name that in client-key; or use an exec plugin that "
                         "asks for the passphrase.");
    case Cause::KeyOfAnother:
        return Words::tr("Put the certificate and the key that were issued together into client-certificate and "
                         "client-key.");
    case Cause::KeyUnreadable:
        return Words::tr("Put an RSA or EC key in PEM form into client-key, as kubectl takes it.");
    case Cause::OwnCertificateExpired:
        return Words::tr("Have a new certificate issued and put it into the kubeconfig, and check the clock of this "
                         "computer.");
    case Cause::TerminalNeeded:
        return Words::tr("Run the command in a terminal to log in, then set interactiveMode: IfAvailable for this "
                         "plugin in the kubeconfig if it can do without a terminal afterwards.");
    case Cause::ProviderGone: {
        const QString plugin = factOf(error, Error::Fact::Kind::Command);
        return plugin.isEmpty()
            ? Words::tr("Providers like this one have become exec plugins: replace auth-provider by exec in the "
                        "kubeconfig.")
            : Words::tr("Install %1, which took the place of this provider, and write it into the kubeconfig as an "
                        "exec plugin.")
                  .arg(plugin);
    }
    case Cause::Unspecified:
    case Cause::FileMissing:
    case Cause::FileMalformed:
    case Cause::ContextMissing:
        break;
    }
    return {};
}

//! The kind's entry in the texts, with what this error adds.
Problem fromTexts(const Error &error, ProblemSource source, const QString &subject)
{
    const ProblemText text = problemText(static_cast<int>(error.kind), source);
    const QString where = error.where.isEmpty() ? subject : error.where;
    const QString status = error.httpStatus > 0 ? QString::number(error.httpStatus) : QStringLiteral("5xx");
    const QString wait = error.retryAfter ? FreshnessText::duration(*error.retryAfter) : Words::tr("a while");
    const std::array<QString, 4> values{subject.isEmpty() ? where : subject, where, status, wait};
    Problem problem;
    problem.title = filled(Words::tr(text.title), values);
    problem.explanation
        = joined(filled(text.explanation ? Words::tr(text.explanation) : QString(), values), quoted(error, source));
    const QString step = stepFor(error);
    problem.nextStep = step.isEmpty() ? filled(Words::tr(text.nextStep), values) : step;
    if (error.cause != Error::Cause::ProviderGone) // its command is in the step
        problem.details = detailsOf(error);
    problem.forbidden = error.kind == Error::Kind::Forbidden;
    return problem;
}

QString contextsThatExist(const QString &names)
{
    return names.isEmpty() ? Words::tr("It has no context at all.") : Words::tr("It has: %1.").arg(names);
}

Problem missingFile(const Error &error, const QString &subject)
{
    Problem problem;
    problem.title = subject.isEmpty() ? Words::tr("There is no kubeconfig.")
                                      : Words::tr("There is no kubeconfig %1.").arg(subject);
    if (subject.isEmpty())
        problem.explanation = Words::tr("Looked for it here: %1.").arg(error.where);
    problem.nextStep
        = Words::tr("Name one with --kubeconfig FILE or in KUBECONFIG, or copy your cluster's to ~/.kube/config.");
    return problem;
}

Problem unknownContext(const Error &error, const QString &subject)
{
    Problem problem;
    problem.title = Words::tr("The kubeconfig has no context %1.").arg(subject);
    problem.explanation = contextsThatExist(factOf(error, Error::Fact::Kind::Contexts));
    problem.nextStep = Words::tr("Choose one that exists with --context NAME; kubectl config get-contexts lists them.");
    return problem;
}

Problem brokenFile(const Error &error, const QString &subject)
{
    Problem problem;
    const bool yaml = error.cause == Error::Cause::FileMalformed;
    if (yaml)
        problem.title = Words::tr("The kubeconfig is not well-formed: %1.").arg(error.where);
    else if (subject.isEmpty() || error.where.startsWith(subject))
        problem.title = Words::tr("The kubeconfig cannot be used: %1.").arg(error.where);
    else
        problem.title = Words::tr("The kubeconfig's entry for %1 cannot be used.").arg(subject);
    problem.explanation = quoted(error, ProblemSource::Kubeconfig);
    problem.nextStep = yaml ? Words::tr("Correct the file, or name another with --kubeconfig FILE.")
                            : Words::tr("Correct it with kubectl config, or name another file with --kubeconfig FILE "
                                        "or context with --context NAME.");
    return problem;
}

//! A request without a credential is somebody to Kubernetes as well: system:anonymous, who may do next to nothing.
Problem notLoggedIn(const Error &error, const QString &subject)
{
    Problem problem;
    problem.title = Words::tr("You are not logged in to %1.").arg(subject);
    problem.explanation = joined(Words::tr("The context has no credential, so you are anybody to it."),
        quoted(error, ProblemSource::Kubernetes));
    problem.nextStep = Words::tr("Give the context a user that exists and has a token or a certificate: "
                                 "kubectl config set-credentials and set-context --user.");
    problem.forbidden = true;
    return problem;
}

Problem kubeconfigProblem(const Error &error, const QString &subject)
{
    if (error.cause == Error::Cause::FileMissing)
        return missingFile(error, subject);
    if (error.cause == Error::Cause::ContextMissing)
        return unknownContext(error, subject);
    return brokenFile(error, subject);
}

} // namespace

QString Problem::paragraph() const
{
    return joined(joined(title, explanation), nextStep);
}

QString Problem::text() const
{
    return (QStringList{paragraph()} + details).join(u'\n');
}

Problem describe(const Error &error, ProblemSource source, const QString &subject)
{
    if (source == ProblemSource::Kubeconfig && error.kind == Error::Kind::Configuration)
        return kubeconfigProblem(error, subject);
    if (source == ProblemSource::Kubernetes && error.kind == Error::Kind::Forbidden
        && error.detail.contains(QLatin1String("\"system:anonymous\"")))
        return notLoggedIn(error, subject);
    Problem problem = fromTexts(error, source, subject);
    const bool namespaces = error.detail.startsWith(QLatin1String("namespaces is forbidden"));
    if (source == ProblemSource::Kubernetes && error.kind == Error::Kind::Forbidden && namespaces)
        problem.title = Words::tr("%1 does not let you list its namespaces.").arg(subject);
    return problem;
}

Problem noContextChosen(const QStringList &existing)
{
    Problem problem;
    problem.title = Words::tr("No context is chosen.");
    problem.explanation = joined(
        Words::tr("The kubeconfig names no current context."), contextsThatExist(existing.join(QLatin1String(", "))));
    problem.nextStep = Words::tr("Choose one with --context NAME, or for good with kubectl config use-context NAME.");
    return problem;
}
