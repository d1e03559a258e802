// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/sandboxoptions.h"

#include <QCommandLineParser>

namespace {

constexpr int maxPods = 200'000;
constexpr int minHistory = 1'000;
constexpr int maxHistory = 1'000'000;

} // namespace

SandboxOptions::Outcome SandboxOptions::parse(const QStringList &arguments)
{
    const QCommandLineOption scenario{
        QStringLiteral("scenario"), tr("Begin with this incident, by its name or in this file."), tr("NAME")};
    const QCommandLineOption scale{QStringLiteral("scale"), tr("Make a fleet of so many pods."), tr("PODS")};
    const QCommandLineOption seed{QStringLiteral("seed"), tr("Everything follows from this number."), tr("NUMBER")};
    const QCommandLineOption history{
        QStringLiteral("history"), tr("Let watches go back so many changes of a cluster, for tests."), tr("NUMBER")};
    const QCommandLineOption kubeconfig{
        QStringLiteral("write-kubeconfig"), tr("Also write the kubeconfig there, for kubectl."), tr("FILE")};
    const QCommandLineOption without{
        QStringLiteral("without-monitoring"), tr("Do not start Prometheus and Alertmanager.")};
    const QCommandLineOption leased{QStringLiteral("leased"), tr("End with the last console that uses it.")};
    QCommandLineParser parser;
    parser.setApplicationDescription(
        tr("A platform of Kubernetes clusters to try, train and test on: it serves on this computer alone, and prints "
           "one line of JSON with its addresses when it is ready."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    parser.addOptions({scenario, scale, seed, history, kubeconfig, without, leased});
    const bool understood = parser.parse(arguments);
    if (understood && parser.isSet(help))
        return {{}, 0, parser.helpText()};
    if (understood && parser.isSet(version))
        return {{}, 0, tr("pilothouse-sandbox %1\n").arg(QCoreApplication::applicationVersion())};

    Outcome outcome;
    SandboxOptions &options = outcome.options;
    const auto mistake = [](const QString &text) {
        return Outcome{{}, 2, QString(text + u' ' + tr("See pilothouse-sandbox --help.") + u'\n')};
    };
    if (!understood)
        return mistake(parser.errorText() + u'.');
    if (!parser.positionalArguments().isEmpty())
        return mistake(tr("“%1” is not an option.").arg(parser.positionalArguments().constFirst()));
    options.scenario = parser.value(scenario);
    options.kubeconfig = parser.value(kubeconfig);
    options.leased = parser.isSet(leased);
    options.monitoring = !parser.isSet(without);
    if (parser.isSet(scale)) {
        bool number = false;
        options.pods = parser.value(scale).toInt(&number);
        if (!number || *options.pods < 1 || *options.pods > maxPods)
            return mistake(tr("--scale takes a number of pods from 1 to %1.").arg(maxPods));
    }
    if (parser.isSet(seed)) {
        bool number = false;
        options.seed = parser.value(seed).toULongLong(&number);
        if (!number)
            return mistake(tr("--seed takes a whole number."));
    }
    if (parser.isSet(history)) {
        bool number = false;
        options.history = parser.value(history).toInt(&number);
        if (!number || *options.history < minHistory || *options.history > maxHistory)
            return mistake(tr("--history takes a number of changes from %1 to %2.").arg(minHistory).arg(maxHistory));
    }
    return outcome;
}
