// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incidents/credentialwords.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CredentialWords)
};

struct Pattern
{
    QRegularExpression expression;
    QString before; // what of the match is kept in front of the hidden part
    QString after;
};

//! Possessive and bounded, so that no text makes them try again and again.
const std::array<Pattern, 5> &patterns()
{
    static const std::array<Pattern, 5> all{
        Pattern{QRegularExpression(
                    u"-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----.{0,8000}?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|\\z)"_s,
                    QRegularExpression::DotMatchesEverythingOption),
            {}, {}},
        Pattern{QRegularExpression(u"\\beyJ[\\w-]{10,}+\\.[\\w-]{5,}+(?:\\.[\\w-]*+)?"_s), {}, {}},
        Pattern{
            QRegularExpression(u"\\b(bearer|basic)\\s+[\\w.~+/=-]{8,}+"_s, QRegularExpression::CaseInsensitiveOption),
            u"\\1 "_s, {}},
        Pattern{QRegularExpression(u"(\\w{2,12}://)[^\\s/@:]{0,200}:[^\\s/@]{1,200}@"_s), u"\\1"_s, u"@"_s},
        Pattern{QRegularExpression(u"((?:password|passwd|pwd|secret|token|api[_-]?key|access[_-]?key|credentials?)"
                                   "[\"']?\\s{0,3}[:=]\\s{0,3}[\"']?)[^\\s\"',;]{3,}+"_s,
                    QRegularExpression::CaseInsensitiveOption),
            u"\\1"_s, {}}};
    return all;
}

} // namespace

QString CredentialWords::takenOut(const QString &text)
{
    QString clean = text;
    const QString hidden = Words::tr("(hidden)");
    for (const Pattern &pattern : patterns())
        clean.replace(pattern.expression, QString(pattern.before + hidden + pattern.after));
    return clean;
}
