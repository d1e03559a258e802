// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/kubeconfigjson.h"

#include "backends/kubernetes/kubeconfigtree.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace Kubernetes {

namespace {

constexpr int deepest = 32;
constexpr int mostNodes = 10'000;
constexpr qsizetype mostText = 1024 * 1024;

class Writer
{
public:
    QJsonValue value(const YAML::Node &node, int depth)
    {
        if (depth > deepest || ++m_nodes > mostNodes)
            throw KubeconfigRefusal{QStringLiteral("an extension is too deep or too large"), node.Mark().line + 1};
        if (node.IsMap())
            return object(node, depth);
        if (node.IsSequence()) {
            QJsonArray array;
            for (const auto &element : node)
                array.append(value(element, depth + 1));
            return array;
        }
        return node.IsScalar() ? scalar(node) : QJsonValue(QJsonValue::Null);
    }

private:
    int m_nodes = 0;
    qsizetype m_text = 0;

    QString text(const YAML::Node &node)
    {
        m_text += static_cast<qsizetype>(node.Scalar().size());
        if (m_text > mostText)
            throw KubeconfigRefusal{QStringLiteral("an extension is too large"), node.Mark().line + 1};
        return QString::fromStdString(node.Scalar());
    }

    QJsonValue object(const YAML::Node &node, int depth)
    {
        QJsonObject object;
        for (const auto &field : node) {
            if (field.first.IsScalar())
                object.insert(text(field.first), value(field.second, depth + 1));
        }
        return object;
    }

    QJsonValue scalar(const YAML::Node &node)
    {
        static const QRegularExpression integer(QStringLiteral("\\A[-+]?[0-9]{1,18}\\z"));
        static const QRegularExpression real(
            QStringLiteral("\\A[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?\\z"));
        const QString word = text(node);
        const QString lower = word.toLower();
        if (node.Tag() == "!")
            return word;
        if (word.isEmpty() || word == u'~' || lower == QLatin1String("null"))
            return QJsonValue(QJsonValue::Null);
        if (lower == QLatin1String("true") || lower == QLatin1String("false"))
            return lower == QLatin1String("true");
        if (integer.match(word).hasMatch())
            return word.toLongLong();
        if (real.match(word).hasMatch())
            return word.toDouble();
        return word;
    }
};

} // namespace

QByteArray kubeconfigJson(const YAML::Node &node)
{
    const QByteArray array = QJsonDocument(QJsonArray{Writer().value(node, 0)}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

} // namespace Kubernetes
