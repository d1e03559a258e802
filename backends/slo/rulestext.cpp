// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/slo/rules.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace SloSpec {

namespace {

QJsonObject objectOf(const RuleTexts &texts)
{
    QJsonObject object;
    for (const auto &[key, value] : texts)
        object.insert(key, value);
    return object;
}

QJsonObject jsonOf(const Rule &rule)
{
    QJsonObject object;
    object.insert(rule.alert.isEmpty() ? QStringLiteral("record") : QStringLiteral("alert"),
        rule.alert.isEmpty() ? rule.record : rule.alert);
    object.insert(QStringLiteral("expr"), rule.expression);
    if (rule.holds.count() > 0)
        object.insert(QStringLiteral("for"), promDuration(rule.holds));
    if (!rule.labels.isEmpty())
        object.insert(QStringLiteral("labels"), objectOf(rule.labels));
    if (!rule.annotations.isEmpty())
        object.insert(QStringLiteral("annotations"), objectOf(rule.annotations));
    return object;
}

QJsonObject metadataOf(const RuleObject &object)
{
    QJsonObject labels;
    for (auto label = object.labels.begin(); label != object.labels.end(); ++label)
        labels.insert(label.key(), label.value());
    labels.insert(QStringLiteral("app.kubernetes.io/managed-by"), QStringLiteral("pilothouse"));
    QJsonObject metadata{{QStringLiteral("name"), object.name}, {QStringLiteral("labels"), labels}};
    if (!object.namespaceName.isEmpty())
        metadata.insert(QStringLiteral("namespace"), object.namespaceName);
    return metadata;
}

//! A scalar of YAML in double quotes, which are JSON's: any text is safe in them.
QByteArray quoted(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

//! As it is when that can be nothing but this text.
QByteArray scalar(const QString &text)
{
    const auto isWord = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_' || c == u'-' || c == u':' || c == u'.'
            || (c >= u'0' && c <= u'9');
    };
    static const QStringList words{QStringLiteral("true"), QStringLiteral("false"), QStringLiteral("null"),
        QStringLiteral("yes"), QStringLiteral("no"), QStringLiteral("on"), QStringLiteral("off"), QStringLiteral("y"),
        QStringLiteral("n")};
    const bool plain = !text.isEmpty() && text.front().isLetter() && std::all_of(text.begin(), text.end(), isWord)
        && !text.endsWith(u':') && !words.contains(text.toLower());
    return plain ? text.toUtf8() : quoted(text);
}

class YamlWriter
{
public:
    explicit YamlWriter(int depth) : m_indent(depth, ' ') { }

    QByteArray groups(const RuleFile &file)
    {
        m_text += m_indent + "groups:\n";
        for (const RuleGroup &group : file.groups) {
            m_text += m_indent + "- name: " + scalar(group.name) + '\n' + m_indent + "  rules:\n";
            for (const Rule &rule : group.rules)
                write(rule);
        }
        return m_text;
    }

private:
    QByteArray m_indent;
    QByteArray m_text;

    void write(const Rule &rule)
    {
        m_text += m_indent + (rule.alert.isEmpty() ? "  - record: " : "  - alert: ")
            + scalar(rule.alert.isEmpty() ? rule.record : rule.alert) + '\n';
        m_text += m_indent + "    expr: " + expression(rule.expression) + '\n';
        if (rule.holds.count() > 0)
            m_text += m_indent + "    for: " + promDuration(rule.holds).toUtf8() + '\n';
        write("labels", rule.labels);
        write("annotations", rule.annotations);
    }
    void write(const char *key, const RuleTexts &texts)
    {
        if (texts.isEmpty())
            return;
        m_text += m_indent + "    " + key + ":\n";
        for (const auto &[name, value] : texts)
            m_text += m_indent + "      " + scalar(name) + ": " + scalar(value) + '\n';
    }
    //! With its lines, when a block of YAML can hold them without changing any.
    [[nodiscard]] QByteArray expression(const QString &text) const
    {
        const bool plain = !text.isEmpty() && !text.front().isSpace() && !text.back().isSpace()
            && std::all_of(text.begin(), text.end(), [](QChar c) { return c == u'\n' || (c >= u' ' && c < u'\x7f'); });
        if (!plain)
            return quoted(text);
        QByteArray block("|-");
        for (const QString &line : text.split(u'\n'))
            block += '\n' + (line.isEmpty() ? QByteArray() : QByteArray(m_indent + "      " + line.toUtf8()));
        return block;
    }
};

} // namespace

QByteArray toPrometheusYaml(const RuleFile &file)
{
    return YamlWriter(0).groups(file);
}

QByteArray toPrometheusRuleYaml(const RuleFile &file, const RuleObject &object)
{
    QByteArray text("apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata:\n  name: ");
    text += quoted(object.name) + '\n';
    if (!object.namespaceName.isEmpty())
        text += "  namespace: " + quoted(object.namespaceName) + '\n';
    text += "  labels:\n    app.kubernetes.io/managed-by: pilothouse\n";
    QStringList keys = object.labels.keys();
    keys.sort();
    for (const QString &key : std::as_const(keys))
        text += "    " + quoted(key) + ": " + quoted(object.labels.value(key)) + '\n';
    return text + "spec:\n" + YamlWriter(2).groups(file);
}

QByteArray toPrometheusRule(const RuleFile &file, const RuleObject &object)
{
    QJsonArray groups;
    for (const RuleGroup &group : file.groups) {
        QJsonArray rules;
        for (const Rule &rule : group.rules)
            rules.append(jsonOf(rule));
        groups.append(QJsonObject{{QStringLiteral("name"), group.name}, {QStringLiteral("rules"), rules}});
    }
    const QJsonObject root{{QStringLiteral("apiVersion"), QStringLiteral("monitoring.coreos.com/v1")},
        {QStringLiteral("kind"), QStringLiteral("PrometheusRule")}, {QStringLiteral("metadata"), metadataOf(object)},
        {QStringLiteral("spec"), QJsonObject{{QStringLiteral("groups"), groups}}}};
    return QJsonDocument(root).toJson(QJsonDocument::Compact);
}

} // namespace SloSpec
