// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/yaml/yamlreading.h"

#include "backends/core/error.h"
#include "backends/yaml/yamldocument.h"

#include <algorithm>
#include <tuple>

namespace Yaml {

QString nameOf(const YAML::Node &node)
{
    switch (node.Type()) {
    case YAML::NodeType::Scalar:
        return QString::fromStdString(node.Scalar());
    case YAML::NodeType::Sequence:
        return QStringLiteral("[...]");
    case YAML::NodeType::Map:
        return QStringLiteral("{...}");
    case YAML::NodeType::Null:
    case YAML::NodeType::Undefined:
        break;
    }
    return {};
}

QString shown(const QString &text)
{
    const QString plain = plainDetail(text);
    return plain.size() > Mistake::maxFound ? QString(plain.left(Mistake::maxFound - 1) + QChar(0x2026)) : plain;
}

Place placeOf(const YAML::Node &node, const QString &key)
{
    const YAML::Mark mark = node.Mark();
    return {node, key, qMax(mark.line, 0) + 1, qMax(mark.column, 0) + 1};
}

void Reading::add(const Mistake &mistake)
{
    if (m_mistakes.size() < mostMistakes)
        m_mistakes.append(mistake);
}

void Reading::wrong(const Place &place, Mistake::Expected expected, const QStringList &legal)
{
    add({Mistake::Kind::WrongValue, place.line, place.column, shown(place.key), shown(nameOf(place.node)), expected,
        legal});
}

Members Reading::anyMembers(
    const Place &place, const std::function<bool(const QString &)> &isKey, Mistake::Expected expected)
{
    return membersThat(place, isKey, {Mistake::Kind::WrongValue, 0, 0, {}, {}, expected});
}

Members Reading::members(const Place &place, const QStringList &legal)
{
    return membersThat(place, [&legal](const QString &key) { return legal.contains(key); },
        {Mistake::Kind::UnknownKey, 0, 0, {}, {}, Mistake::Expected::Nothing, legal});
}

//! \a illegal: what is wrong with a key that is none, without its place.
Members Reading::membersThat(
    const Place &place, const std::function<bool(const QString &)> &isKey, const Mistake &illegal)
{
    Members members;
    if (!place.node.IsMap()) {
        wrong(place, Mistake::Expected::Map);
        return members;
    }
    qsizetype seen = 0;
    for (const auto &entry : place.node) {
        if (++seen > mostItems) {
            add({Mistake::Kind::TooLarge, place.line, place.column, shown(place.key), shown(place.key)});
            break;
        }
        const Place key = placeOf(entry.first, place.key);
        const QString name = nameOf(entry.first);
        const bool legal = entry.first.IsScalar() && isKey(name);
        if (!legal || members.contains(name)) {
            Mistake mistake = illegal;
            if (legal)
                mistake = {Mistake::Kind::RepeatedKey, 0, 0, {}, {}};
            mistake.line = key.line;
            mistake.column = key.column;
            mistake.key = shown(place.key);
            mistake.found = shown(name);
            add(mistake);
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

bool Reading::need(const Place &place, const Members &members, const QString &key)
{
    if (members.contains(key))
        return true;
    if (place.node.IsMap())
        add({Mistake::Kind::MissingKey, place.line, place.column, shown(place.key), key});
    return false;
}

QList<Place> Reading::items(const Place &place)
{
    QList<Place> items;
    if (!place.node.IsSequence()) {
        wrong(place, Mistake::Expected::List);
        return items;
    }
    for (const YAML::Node &item : place.node) {
        if (items.size() == mostItems) {
            add({Mistake::Kind::TooLarge, place.line, place.column, shown(place.key), shown(place.key)});
            break;
        }
        items.append(placeOf(item, place.key));
    }
    return items;
}

QString Reading::text(const Place &place)
{
    constexpr size_t longest = 1000;
    if (!place.node.IsScalar() || place.node.Scalar().empty() || place.node.Scalar().size() > longest) {
        wrong(place, Mistake::Expected::Text);
        return {};
    }
    return QString::fromStdString(place.node.Scalar());
}

QStringList Reading::texts(const Place &place)
{
    QStringList list;
    for (const Place &item : items(place)) {
        if (const QString value = text(item); !value.isEmpty())
            list.append(value);
    }
    return list;
}

QString Reading::textThat(
    const Place &place, const std::function<bool(const QString &)> &fits, Mistake::Expected expected)
{
    const QString value = place.node.IsScalar() ? nameOf(place.node) : QString();
    if (fits(value))
        return value;
    wrong(place, expected);
    return {};
}

bool Reading::trueOrFalse(const Place &place)
{
    const QString value = place.node.IsScalar() ? nameOf(place.node) : QString();
    if (value != QLatin1String("true") && value != QLatin1String("false"))
        wrong(place, Mistake::Expected::TrueOrFalse);
    return value == QLatin1String("true");
}

std::optional<int> Reading::count(const Place &place)
{
    bool valid = false;
    const int value = place.node.IsScalar() ? nameOf(place.node).toInt(&valid) : 0;
    if (valid && value >= 1)
        return value;
    wrong(place, Mistake::Expected::Count);
    return {};
}

void Reading::version(const Place &place)
{
    if (!place.node.IsScalar() || place.node.Scalar() != "1")
        wrong(place, Mistake::Expected::Version);
}

QList<Mistake> readOnly(
    const QByteArray &text, qsizetype maxSize, Reading &reading, const std::function<void(const Place &root)> &take)
{
    constexpr int mostValues = 100'000;
    if (text.size() > maxSize)
        return {{Mistake::Kind::TooLarge, 1, 1, {}, {}}};
    try {
        const YAML::Node root = onlyDocument(text, mostValues);
        if (root.IsDefined() && !root.IsNull())
            take(placeOf(root, {}));
    } catch (const YAML::Exception &exception) {
        return {{Mistake::Kind::Syntax, qMax(exception.mark.line, 0) + 1, qMax(exception.mark.column, 0) + 1, {},
            shown(QString::fromStdString(exception.msg))}};
    }
    QList<Mistake> mistakes = reading.mistakes();
    std::stable_sort(mistakes.begin(), mistakes.end(),
        [](const Mistake &a, const Mistake &b) { return std::tie(a.line, a.column) < std::tie(b.line, b.column); });
    return mistakes;
}

} // namespace Yaml
