// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/changepolicy.h"

#include "backends/policy/policyreader.h"
#include "models/changes/change.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ChangePolicy)
};

using Policy::Mistake;

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

PolicyMistake inWords(const Mistake &mistake)
{
    const QString what = fault(mistake);
    const bool needsRemedy = mistake.kind == Mistake::Kind::WrongValue;
    return {mistake.line, mistake.column, needsRemedy ? QString(what + u' ' + remedy(mistake)) : what};
}

} // namespace

ChangePolicy::ChangePolicy() : m_document(std::make_shared<Policy::Document>())
{
}
ChangePolicy::~ChangePolicy() = default;
ChangePolicy::ChangePolicy(const ChangePolicy &) = default;
ChangePolicy &ChangePolicy::operator=(const ChangePolicy &) = default;

ChangePolicy ChangePolicy::parse(const QByteArray &yaml, const QString &file)
{
    const Policy::Read read = Policy::read(yaml, ChangeText::kindIds());
    ChangePolicy policy;
    policy.m_file = file;
    for (const Mistake &mistake : read.mistakes)
        policy.m_mistakes.append(inWords(mistake));
    if (policy.m_mistakes.isEmpty())
        policy.m_document = std::make_shared<Policy::Document>(read.document);
    return policy;
}

ChangePolicy ChangePolicy::unreadable(const QString &why, const QString &file)
{
    ChangePolicy policy;
    policy.m_file = file;
    policy.m_mistakes.append({1, 1, why});
    return policy;
}

bool ChangePolicy::isProduction(const QString &clusterName) const
{
    return std::any_of(m_document->production.begin(), m_document->production.end(),
        [&clusterName](const QString &glob) { return fitsGlob(glob, clusterName); });
}

//! With one place to go back to, which is enough for globs, so the time is bounded by the product of the lengths.
bool fitsGlob(const QString &glob, const QString &name)
{
    qsizetype g = 0;
    qsizetype n = 0;
    qsizetype star = -1;
    qsizetype taken = 0;
    while (n < name.size()) {
        if (g < glob.size() && glob[g] == u'*') {
            star = g++;
            taken = n;
        } else if (g < glob.size() && (glob[g] == u'?' || glob[g] == name[n])) {
            ++g;
            ++n;
        } else if (star >= 0) {
            g = star + 1;
            n = ++taken;
        } else {
            return false;
        }
    }
    while (g < glob.size() && glob[g] == u'*')
        ++g;
    return g == glob.size();
}
