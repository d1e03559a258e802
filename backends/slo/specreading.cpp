// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/slo/specreading.h"

#include "backends/slo/promtext.h"

#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace SloSpec {

using Yaml::Members;
using Yaml::nameOf;
using Yaml::Place;
using Yaml::placeOf;
using Yaml::shown;

void setProblem(Definition &definition, int line, int column, const QString &sentence)
{
    definition.line = line;
    definition.column = column;
    definition.fault = sentence;
    definition.problem = Words::tr("Line %1, column %2: %3").arg(line).arg(column).arg(sentence);
}

void SpecReading::complain(const Place &place, const QString &sentence)
{
    if (!good())
        return;
    m_fault = sentence;
    m_line = line(place);
    m_column = place.column;
}

void SpecReading::close(Definition &definition, const Place &place) const
{
    definition.line = line(place);
    definition.column = place.column;
    definition.origin = m_document.file + u':' + QString::number(definition.line);
    if (!good())
        setProblem(definition, m_line, m_column, m_fault);
}

Members SpecReading::members(const Place &place)
{
    Members members;
    if (!good()) // nothing more is wanted of it
        return members;
    if (!place.node.IsMap()) {
        complain(
            place, Words::tr("“%1” has no keys. Write keys with values, such as name: web.").arg(shown(place.key)));
        return members;
    }
    for (const auto &entry : place.node) {
        if (--m_budget.values < 0 || members.size() >= mostMembers) {
            complain(place, Words::tr("“%1” has too many entries. Remove some.").arg(shown(place.key)));
            break;
        }
        const Place key = placeOf(entry.first, place.key);
        const QString name = entry.first.IsScalar() ? nameOf(entry.first).left(longestText) : QString();
        if (members.contains(name)) {
            complain(
                key, Words::tr("The key “%1” stands here for the second time. Remove one of them.").arg(shown(name)));
            continue;
        }
        Place value = placeOf(entry.second, name);
        if (entry.second.IsNull()) { // stands nowhere
            value.line = key.line;
            value.column = key.column;
        }
        members.insert(name, value);
    }
    return members;
}

Members SpecReading::optional(const Members &members, const QString &key)
{
    if (!members.contains(key) || members[key].node.IsNull())
        return {};
    return this->members(members[key]);
}

bool SpecReading::need(const Place &place, const Members &members, const QString &key)
{
    if (members.contains(key) && !members[key].node.IsNull())
        return true;
    complain(members.contains(key) ? members[key] : place,
        place.key.isEmpty() ? Words::tr("The document lacks “%1”. Add it.").arg(key)
                            : Words::tr("“%1” lacks “%2”. Add it.").arg(shown(place.key), key));
    return false;
}

QList<Place> SpecReading::items(const Place &place)
{
    QList<Place> items;
    if (!good())
        return items;
    if (!place.node.IsSequence()) {
        complain(place, Words::tr("“%1” is not a list. Begin each of its entries with a dash.").arg(shown(place.key)));
        return items;
    }
    for (const YAML::Node &item : place.node) {
        if (--m_budget.values < 0 || items.size() >= mostItems) {
            complain(place, Words::tr("“%1” has too many entries. Remove some.").arg(shown(place.key)));
            break;
        }
        items.append(placeOf(item, place.key));
    }
    return items;
}

QString SpecReading::text(const Place &place, qsizetype longest)
{
    const bool isText = place.node.IsScalar() && !place.node.Scalar().empty();
    const auto size = isText ? static_cast<qsizetype>(place.node.Scalar().size()) : 0;
    m_budget.left -= size;
    if (isText && size <= longest && m_budget.left >= 0)
        return QString::fromStdString(place.node.Scalar());
    complain(place,
        isText ? Words::tr("“%1” is too long. Write at most %2 characters.")
                     .arg(shown(place.key), QLocale().toString(longest))
               : Words::tr("“%1” has no text. Write one.").arg(shown(place.key)));
    return {};
}

QString SpecReading::textOf(const Members &members, const QString &key, qsizetype longest)
{
    if (!members.contains(key) || members[key].node.IsNull()
        || (members[key].node.IsScalar() && members[key].node.Scalar().empty()))
        return {};
    return text(members[key], longest);
}

QString SpecReading::needText(const Place &place, const Members &members, const QString &key, qsizetype longest)
{
    return need(place, members, key) ? text(members[key], longest) : QString();
}

QString SpecReading::needName(const Place &place, const Members &members, const QString &key)
{
    // Sloth's own; names of Kubernetes and of OpenSLO are narrower.
    static const QRegularExpression legal(QStringLiteral("\\A[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?\\z"));
    constexpr qsizetype longest = 253;
    const QString name = needText(place, members, key, longest);
    if (name.isEmpty() || legal.match(name).hasMatch())
        return name;
    complain(members[key],
        Words::tr("“%1” is not a name. Write letters, digits, dashes, dots and underscores, such as cart-writes.")
            .arg(shown(name)));
    return shown(name);
}

bool SpecReading::trueOrFalse(const Members &members, const QString &key, bool usual)
{
    if (!members.contains(key) || members[key].node.IsNull())
        return usual;
    const QString value = members[key].node.IsScalar() ? nameOf(members[key].node) : QString();
    if (value == QLatin1String("true"))
        return true;
    if (value != QLatin1String("false"))
        complain(
            members[key], Words::tr("“%1” cannot be the value of “%2”. Write true or false.").arg(shown(value), key));
    return false;
}

std::optional<double> SpecReading::number(const Place &place)
{
    bool valid = false;
    const QString value = place.node.IsScalar() ? nameOf(place.node) : QString();
    const double number = value.toDouble(&valid);
    if (!valid || !std::isfinite(number))
        return {};
    return number;
}

double SpecReading::objectiveOfPercent(const Place &place)
{
    const auto percent = number(place);
    if (percent && *percent > 0 && *percent < 100)
        return *percent / 100;
    complain(place,
        Words::tr("“%1” is not an objective. Write a percentage above 0 and below 100, such as 99.9.")
            .arg(shown(nameOf(place.node))));
    return 0;
}

double SpecReading::objectiveOfShare(const Place &place)
{
    const auto share = number(place);
    if (share && *share > 0 && *share < 1)
        return *share;
    complain(place,
        Words::tr("“%1” is not a target. Write a share above 0 and below 1, such as 0.999.")
            .arg(shown(nameOf(place.node))));
    return 0;
}

QHash<QString, QString> SpecReading::labels(const Members &members, const QString &key)
{
    QHash<QString, QString> labels;
    const Members entries = optional(members, key);
    for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
        if (!entry->node.IsSequence()) {
            labels.insert(entry.key(), entry->node.IsNull() ? QString() : textOf(entries, entry.key()));
            continue;
        }
        QStringList values;
        for (const Place &item : items(*entry))
            values.append(text(item));
        labels.insert(entry.key(), values.join(u','));
    }
    return labels;
}

QHash<QString, QString> SpecReading::ruleLabels(const Members &members, const QString &key)
{
    const QHash<QString, QString> labels = this->labels(members, key);
    for (auto label = labels.begin(); label != labels.end(); ++label) {
        if (!isLabelName(label.key()))
            complain(members[key],
                Words::tr("“%1” cannot be a label of Prometheus. Write letters, digits and underscores.")
                    .arg(shown(label.key())));
    }
    return labels;
}

QString SpecReading::windowQuery(const Place &place, const Members &members, const QString &key)
{
    const QString query = needText(place, members, key, longestQuery);
    if (query.isEmpty() || hasWindow(query))
        return query;
    complain(members[key],
        Words::tr("The query under “%1” has no {{.window}}. Write [{{.window}}] where its range is.").arg(key));
    return query;
}

} // namespace SloSpec
