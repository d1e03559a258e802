// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sloverb.h"

#include "models/slo/slorules.h"

#include <QCommandLineParser>
#include <QFile>
#include <QRegularExpression>

#include <cstdio>

namespace {

using Outcome = SloVerb::Outcome;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SloVerb)
};

constexpr qint64 largest = 8 * 1024 * 1024; // the reader refuses what is larger than 4 MiB, with a sentence

Outcome misused(const QString &why)
{
    return {SloVerb::Misused, {},
        why + u'\n' + Words::tr("Write: pilothouse slo rules [--prometheus-rule NAME [--namespace NAME]] FILE.")
            + u'\n'};
}

Outcome rulesOf(const QString &name, const std::optional<SloRuleObject> &object)
{
    const bool standard = name == QLatin1String("-");
    QFile file(name);
    const bool opened = standard ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return {SloVerb::Faulty, {},
            Words::tr("%1 cannot be read: %2. Give the name of a file with objectives.").arg(name, file.errorString())
                + u'\n'};
    const QString shown = standard ? Words::tr("standard input") : name;
    const SloRuleText made = sloRuleText(file.read(largest), shown, object);
    QStringList lines = made.problems + made.warnings;
    if (made.objectives == 0 && made.problems.isEmpty())
        lines.append(
            Words::tr("%1 has no objective. Write one in the form of OpenSLO, Sloth or Pyrra into it.").arg(shown));
    const bool faulty = made.objectives == 0 || !made.problems.isEmpty();
    return {faulty ? SloVerb::Faulty : SloVerb::Done, made.text,
        lines.isEmpty() ? QString() : QString(lines.join(u'\n') + u'\n')};
}

//! Of Kubernetes: RFC 1123.
bool isObjectName(const QString &name)
{
    static const QRegularExpression legal(QStringLiteral("\\A[a-z0-9]([-a-z0-9.]*[a-z0-9])?\\z"));
    return name.size() <= 253 && legal.match(name).hasMatch();
}

} // namespace

SloVerb::Outcome SloVerb::run(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(tr(
        "Service level objectives. rules prints the recording and alerting rules for Prometheus of all objectives in "
        "FILE; what is wrong with one is told on standard error as FILE:LINE:COLUMN, and the others are printed."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption object(QStringLiteral("prometheus-rule"),
        tr("Print a PrometheusRule of that name for a cluster, instead of a file for Prometheus."), tr("NAME"));
    const QCommandLineOption space(QStringLiteral("namespace"), tr("The namespace of the PrometheusRule."), tr("NAME"));
    parser.addOptions({object, space});
    parser.addPositionalArgument(QStringLiteral("slo"), {}, QStringLiteral("slo"));
    parser.addPositionalArgument(QStringLiteral("verb"), tr("What to do."), QStringLiteral("rules"));
    parser.addPositionalArgument(
        QStringLiteral("file"), tr("OpenSLO v1, Sloth v1 or Pyrra; - for standard input."), tr("FILE"));
    if (!parser.parse(arguments))
        return misused(parser.errorText());
    if (parser.isSet(help))
        return {Done, parser.helpText().toLocal8Bit(), {}};
    const QStringList words = parser.positionalArguments();
    const QString verb = words.value(1);
    if (verb != QLatin1String("rules"))
        return misused(verb.isEmpty() ? tr("Nothing was said that is to be done with objectives.")
                                      : tr("Objectives cannot do “%1”.").arg(verb));
    if (words.size() != 3)
        return misused(words.size() < 3 ? tr("The file with the objectives is missing.")
                                        : tr("“%1” is one word too many.").arg(words.at(3)));
    if (parser.isSet(space) && !parser.isSet(object))
        return misused(tr("--namespace belongs to --prometheus-rule."));
    for (const QCommandLineOption &option : {object, space}) {
        if (parser.isSet(option) && !isObjectName(parser.value(option)))
            return misused(tr("“%1” cannot be the name of an object. Write lower-case letters, digits and dashes.")
                               .arg(parser.value(option)));
    }
    std::optional<SloRuleObject> wanted;
    if (parser.isSet(object))
        wanted = SloRuleObject{parser.value(object), parser.value(space)};
    return rulesOf(words.at(2), wanted);
}
