// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/live/contract/subject.h"
#include "tests/live/contract/target.h"
#include "tests/live/world.h"

#include <QCoreApplication>
#include <QMetaMethod>
#include <QTest>

#include <cstdio>

namespace {

//! The cases among \a arguments are of this subject; options go to each of them.
bool wanted(const QObject &subject, const QStringList &arguments, QStringList &own)
{
    bool named = false;
    bool any = false;
    for (const QString &argument : arguments) {
        const QString name = argument.section(u':', 0, 0);
        const bool option = argument.startsWith(u'-') || &argument == &arguments.first();
        named |= !option;
        const bool ours
            = !option && subject.metaObject()->indexOfMethod((name + QLatin1String("()")).toLatin1().constData()) >= 0;
        any |= ours;
        if (option || ours)
            own.append(argument);
    }
    return any || !named;
}

} // namespace

//! One contract, two servers: PILOTHOUSE_CONTRACT=world|sandbox says which, and PILOTHOUSE_CONTRACT_PART=contract|kubectl
//! which part of it. Arguments as of any QtTest program; cases
//! are named without their class.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QString problem;
    const auto target = Contract::Target::open(problem);
    if (!target) {
        std::fprintf(stderr, "%s\n", qPrintable(problem));
        return World::required() ? 1 : 77;
    }
    Contract::Session session{*target, {}};
    // kubectl is a run of its own: each of its words is a program's start.
    std::vector subjects{Contract::kubectlSubject};
    if (qEnvironmentVariable("PILOTHOUSE_CONTRACT_PART") != QLatin1String("kubectl")) {
        subjects = {
            Contract::discoverySubject,
            Contract::listsSubject,
            Contract::tablesSubject,
            Contract::watchesSubject,
            Contract::writesSubject,
            Contract::validationSubject,
            Contract::deletionSubject,
            Contract::applySubject,
            Contract::rbacSubject,
            Contract::quotaSubject,
            Contract::rolloutsSubject,
        };
    }
    int failures = 0;
    for (const auto &make : subjects) {
        const auto subject = make(session);
        QStringList arguments;
        if (wanted(*subject, QCoreApplication::arguments(), arguments))
            failures += QTest::qExec(subject.get(), arguments);
    }
    failures += QTest::qExec(
        Contract::leftoversSubject(session).get(), QStringList(QCoreApplication::applicationFilePath()));
    return failures == 0 ? 0 : 1;
}
