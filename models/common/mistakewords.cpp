// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/mistakewords.h"

#include "backends/yaml/yamlmistake.h"

#include <QCoreApplication>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FileMistake)
};

using Yaml::Mistake;

//! What would be right, as an imperative sentence.
QString remedy(const Mistake &mistake)
{
    switch (mistake.expected) {
    case Mistake::Expected::Nothing:
        return {};
    case Mistake::Expected::Version:
        return Words::tr("Write version: 1.");
    case Mistake::Expected::Map:
        return Words::tr("Write keys with values, such as required: true.");
    case Mistake::Expected::List:
        return Words::tr("Write a list, such as [one, two].");
    case Mistake::Expected::Text:
        return Words::tr("Write a text of at most 1,000 characters.");
    case Mistake::Expected::TrueOrFalse:
        return Words::tr("Write true or false.");
    case Mistake::Expected::Count:
        return Words::tr("Write a whole number from 1 on.");
    case Mistake::Expected::Moment:
        return Words::tr("Write a date and a time, such as 2026-12-20 18:00.");
    case Mistake::Expected::TimeOfDay:
        return Words::tr("Write a time of day, such as 18:00.");
    case Mistake::Expected::WeekSpan:
        return Words::tr("Write a span of the week, such as Fri 16:00 - Mon 07:00.");
    case Mistake::Expected::Day:
    case Mistake::Expected::OneOf:
        return Words::tr("Write one of: %1.").arg(mistake.legal.join(QStringLiteral(", ")));
    case Mistake::Expected::TimeZone:
        return Words::tr("Write the name of a time zone, such as Europe/Zurich.");
    case Mistake::Expected::Pattern:
        return Words::tr("Write a regular expression, such as [A-Z]+-[0-9]+.");
    case Mistake::Expected::Quantity:
        return Words::tr("Write an amount of zero or more, such as 500m, 4 or 2Gi.");
    case Mistake::Expected::ObjectName:
        return Words::tr("Write a name of lower-case letters, digits and dashes, such as web-1.");
    case Mistake::Expected::LabelKey:
        return Words::tr("Write the key of a label, such as example.com/tier.");
    case Mistake::Expected::LabelValue:
        return Words::tr("Write at most 63 letters, digits, dashes, dots and underscores.");
    case Mistake::Expected::Port:
        return Words::tr("Write a port, such as 53/UDP or 8080.");
    }
    return {};
}

QString fault(const Mistake &mistake)
{
    const QString found = mistake.found;
    const QString legal = mistake.legal.join(QStringLiteral(", "));
    const bool top = mistake.key.isEmpty();
    switch (mistake.kind) {
    case Mistake::Kind::Syntax:
        return Words::tr("This is not valid YAML: %1. Check the indentation and the quotes here.").arg(found);
    case Mistake::Kind::TooLarge:
        return found.isEmpty() ? Words::tr("The file is larger than 256 KiB. Remove what is not needed.")
                               : Words::tr("“%1” has more than 1,000 entries. Remove some.").arg(found);
    case Mistake::Kind::UnknownKey:
        return Words::tr("There is no key “%1” here. Use one of: %2.").arg(found, legal);
    case Mistake::Kind::RepeatedKey:
        return Words::tr("The key “%1” stands here for the second time. Remove one of them.").arg(found);
    case Mistake::Kind::MissingKey:
        return top ? Words::tr("The file lacks the key “%1”. Add it.").arg(found)
                   : Words::tr("This entry of “%1” lacks the key “%2”. Add it.").arg(mistake.key, found);
    case Mistake::Kind::WrongValue:
        return found.isEmpty() ? Words::tr("“%1” has no value here.").arg(mistake.key)
                               : Words::tr("“%1” cannot be the value of “%2”.").arg(found, mistake.key);
    case Mistake::Kind::Reversed:
        return Words::tr("The end %1 is not after the beginning. Exchange them.").arg(found);
    case Mistake::Kind::Contradiction:
        return Words::tr("An entry has either “%1” or “%2”. Remove one of them.").arg(found, legal);
    }
    return {};
}

FileMistake inWords(const Mistake &mistake)
{
    const QString what = fault(mistake);
    const bool needsRemedy = mistake.kind == Mistake::Kind::WrongValue;
    return {mistake.line, mistake.column, needsRemedy ? QString(what + u' ' + remedy(mistake)) : what};
}

} // namespace

QList<FileMistake> inWords(const QList<Yaml::Mistake> &mistakes)
{
    QList<FileMistake> list;
    for (const Mistake &mistake : mistakes)
        list.append(inWords(mistake));
    return list;
}
