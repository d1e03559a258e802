// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/silence.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SilenceText)
};

//! RE2's syntax is a part of this one but for a few spellings; what we cannot read matches nothing here, and the server
//! decides.
bool fits(const SilenceMatcher &matcher, const QString &value)
{
    if (!matcher.regex)
        return matcher.value == value;
    static thread_local QHash<QString, QRegularExpression> known; // matchers meet thousands of alerts
    constexpr qsizetype most = 256;
    auto found = known.find(matcher.value);
    if (found == known.end()) {
        if (known.size() >= most)
            known.clear();
        found = known.insert(matcher.value,
            QRegularExpression(QStringLiteral("\\A(?:") + matcher.value + QStringLiteral(")\\z"),
                QRegularExpression::UseUnicodePropertiesOption));
    }
    return found->isValid() && found->match(value).hasMatch();
}

QString labelOf(const QList<QPair<QString, QString>> &labels, const QString &name)
{
    const auto found
        = std::find_if(labels.begin(), labels.end(), [&name](const auto &label) { return label.first == name; });
    return found == labels.end() ? QString() : found->second;
}

bool isLabelName(QStringView name)
{
    const auto letter = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_'; };
    return !name.isEmpty() && letter(name.front())
        && std::all_of(name.begin(), name.end(), [&](QChar c) { return letter(c) || (c >= u'0' && c <= u'9'); });
}

//! What stands between quotes, unescaped; nothing when they do not end.
std::optional<QString> unquoted(QStringView text)
{
    if (text.size() < 2 || text.front() != u'"' || text.back() != u'"')
        return {};
    QString value;
    for (qsizetype i = 1; i < text.size() - 1; ++i) {
        if (text[i] == u'"')
            return {};
        if (text[i] != u'\\') {
            value += text[i];
            continue;
        }
        if (++i == text.size() - 1)
            return {};
        value += text[i] == u'n' ? QChar(u'\n') : text[i];
    }
    return value;
}

} // namespace

QString SilenceMatcher::text() const
{
    QString quoted = value;
    quoted.replace(u'\\', QLatin1String("\\\\"))
        .replace(u'"', QLatin1String("\\\""))
        .replace(u'\n', QLatin1String("\\n"));
    return name + QLatin1String(regex ? (equal ? "=~" : "!~") : (equal ? "=" : "!=")) + u'"' + quoted + u'"';
}

bool Silence::matches(const QList<QPair<QString, QString>> &labels) const
{
    return SilenceText::matches(matchers, labels);
}

bool SilenceText::matches(const QList<SilenceMatcher> &matchers, const QList<QPair<QString, QString>> &labels)
{
    return !matchers.isEmpty()
        && std::all_of(matchers.begin(), matchers.end(), [&labels](const SilenceMatcher &matcher) {
               return fits(matcher, labelOf(labels, matcher.name)) == matcher.equal;
           });
}

QString SilenceText::text(const QList<SilenceMatcher> &matchers)
{
    QStringList words;
    for (const SilenceMatcher &matcher : matchers)
        words.append(matcher.text());
    return words.join(QLatin1String(", "));
}

std::optional<SilenceMatcher> SilenceText::parse(const QString &text, QString &problem)
{
    const QString form
        = Words::tr("“%1” is no matcher. Write name=value, name!=value, name=~pattern or name!~pattern.").arg(text);
    problem.clear();
    qsizetype sign = 0;
    while (sign < text.size() && text[sign] != u'=' && text[sign] != u'!')
        ++sign;
    SilenceMatcher matcher;
    matcher.name = text.left(sign).trimmed();
    QStringView rest = QStringView(text).mid(sign);
    struct Sign
    {
        QLatin1String spelt;
        bool regex;
        bool equal;
    };
    static constexpr Sign signs[] = {{QLatin1String("=~"), true, true}, {QLatin1String("!~"), true, false},
        {QLatin1String("!="), false, false}, {QLatin1String("="), false, true}};
    const auto found = std::find_if(
        std::begin(signs), std::end(signs), [&rest](const Sign &one) { return rest.startsWith(one.spelt); });
    if (found == std::end(signs) || !isLabelName(matcher.name)) {
        problem = form;
        return {};
    }
    matcher.regex = found->regex;
    matcher.equal = found->equal;
    rest = rest.mid(found->spelt.size()).trimmed();
    if (rest.startsWith(u'"')) {
        const auto value = unquoted(rest);
        if (!value) {
            problem = form;
            return {};
        }
        matcher.value = *value;
    } else {
        matcher.value = rest.toString();
    }
    return matcher;
}

QString SilenceText::problem(const QList<SilenceMatcher> &matchers)
{
    if (matchers.isEmpty())
        return Words::tr("A silence without matchers would silence everything. Name at least one label.");
    bool narrows = false;
    for (const SilenceMatcher &matcher : matchers) {
        if (!isLabelName(matcher.name))
            return Words::tr("“%1” is no name of a label. Names are letters, digits and _, and begin with a letter.")
                .arg(matcher.name);
        if (matcher.regex && !QRegularExpression(matcher.value).isValid())
            return Words::tr("The pattern “%1” of %2 is no regular expression. Correct it.")
                .arg(matcher.value, matcher.name);
        narrows = narrows || fits(matcher, QString()) != matcher.equal;
    }
    if (!narrows)
        return Words::tr(
            "These matchers fit alerts that have none of these labels, so the silence would hide everything. "
            "Name at least one value that an alert must have.");
    return {};
}
