// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <utility>

//! What of an object of Kubernetes is secret: the one place that knows, for whoever records, shows or exports objects.
//!
//! Secret are: the members of data and stringData of objects whose kind is Secret (also within lists of them, and in
//! patches of a Secret, which do not name their kind), what `kubectl apply` keeps of them in an annotation, and
//! whatever lies under a key that the caller names, at any depth, whatever its case. Names of members are no secrets.
namespace SecretFields {

//! How a secret value is spelt: data holds it in base64, stringData as it is.
enum class Spelling { Plain, Base64 };

struct Scope
{
    bool ofSecret = false; //!< the document is a Secret, or a patch of one, even if it does not say so
    QStringList keys;
};

[[nodiscard]] inline bool isSecretKind(QStringView kind)
{
    return kind.compare(QLatin1String("Secret"), Qt::CaseInsensitive) == 0;
}

//! The value of which \a spelt is the spelling; data and stringData are two spellings of the same value.
[[nodiscard]] inline QByteArray plainOf(const QString &spelt, Spelling spelling)
{
    const QByteArray bytes = spelt.toUtf8();
    if (spelling == Spelling::Plain)
        return bytes;
    const auto decoded = QByteArray::fromBase64Encoding(bytes, QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? *decoded : bytes;
}

//! Finds every secret value in a JSON document and hands it to \a Hide: (Node &value, Spelling, const QString &place),
//! where place names the value's place in the document. \a Access tells what a Node is: members(Node &) and
//! items(Node &) point to a map and a list of Nodes or are null, text(const Node &) likewise to a QString, and
//! isNull(const Node &) is a JSON null, which hides nothing: in a merge patch it removes.
template <typename Access, typename Hide>
class Search
{
public:
    Search(const Scope &scope, Hide hide) : m_scope(scope), m_hide(std::move(hide)) { }

    template <typename Node>
    void in(Node &document)
    {
        walk(document, m_scope.ofSecret);
    }

private:
    const Scope &m_scope;
    Hide m_hide;
    QStringList m_place;

    template <typename Node>
    static Node *memberOf(Node &object, const char *name)
    {
        auto *members = Access::members(object);
        if (!members)
            return nullptr;
        const auto found = members->find(QString::fromLatin1(name));
        return found == members->end() ? nullptr : &found->second;
    }
    template <typename Node>
    static QString textAt(Node &object, const char *name)
    {
        const Node *member = memberOf(object, name);
        const QString *text = member ? Access::text(*member) : nullptr;
        return text ? *text : QString();
    }

    template <typename Node>
    void hide(Node &value, Spelling spelling, const QString &name)
    {
        if (!Access::isNull(value)) // in a merge patch: to be removed
            m_hide(value, spelling, QString(m_place.join(u'/') + u'/' + name));
    }
    template <typename Node>
    void hideMembers(Node *values, Spelling spelling, const QString &name)
    {
        if (!values)
            return;
        if (auto *members = Access::members(*values)) {
            for (auto &[key, value] : *members)
                hide(value, spelling, QString(name + u'/' + key));
        } else {
            hide(*values, spelling, name);
        }
    }
    template <typename Node>
    void hideApplied(Node *annotations)
    {
        if (!annotations)
            return;
        constexpr const char *applied = "kubectl.kubernetes.io/last-applied-configuration";
        if (Node *value = memberOf(*annotations, applied))
            hide(*value, Spelling::Plain, QString::fromLatin1(applied));
    }
    template <typename Node>
    void hideSecret(Node &secret)
    {
        hideMembers(memberOf(secret, "data"), Spelling::Base64, QStringLiteral("data"));
        hideMembers(memberOf(secret, "stringData"), Spelling::Plain, QStringLiteral("stringData"));
        if (Node *metadata = memberOf(secret, "metadata"))
            hideApplied(memberOf(*metadata, "annotations"));
        hidePatch(secret);
    }
    //! An operation of a JSON patch of a Secret, RFC 6902.
    template <typename Node>
    void hidePatch(Node &operation)
    {
        Node *value = memberOf(operation, "value");
        if (!value || !memberOf(operation, "path"))
            return;
        const QString path = textAt(operation, "path");
        if (path.isEmpty())
            hideSecret(*value);
        else if (path == QLatin1String("/data") || path == QLatin1String("/stringData"))
            hideMembers(value, path == QLatin1String("/data") ? Spelling::Base64 : Spelling::Plain, path);
        else if (path.startsWith(QLatin1String("/data/")))
            hide(*value, Spelling::Base64, path);
        else if (path.startsWith(QLatin1String("/stringData/"))
            || path.endsWith(QLatin1String("kubectl.kubernetes.io~1last-applied-configuration")))
            hide(*value, Spelling::Plain, path);
        else if (path == QLatin1String("/metadata"))
            hideApplied(memberOf(*value, "annotations"));
        else if (path == QLatin1String("/metadata/annotations"))
            hideApplied(value);
    }

    template <typename Node>
    void walk(Node &node, bool inSecret)
    {
        if (auto *items = Access::items(node)) {
            qsizetype index = 0;
            for (Node &item : *items) {
                m_place.append(QString::number(index++));
                walk(item, inSecret);
                m_place.removeLast();
            }
        } else if (Access::members(node)) {
            walkMembers(node, inSecret);
        }
    }
    template <typename Node>
    void walkMembers(Node &node, bool inSecret)
    {
        const QString kind = textAt(node, "kind");
        const bool secrets = inSecret || kind == QLatin1String("SecretList");
        if (inSecret || kind == QLatin1String("Secret"))
            hideSecret(node);
        for (auto &[name, member] : *Access::members(node)) {
            if (m_scope.keys.contains(name, Qt::CaseInsensitive)) {
                hide(member, Spelling::Plain, name);
                continue;
            }
            m_place.append(name);
            walk(member, secrets && name == QLatin1String("items"));
            m_place.removeLast();
        }
    }
};

//! Secret values that were met, to be taken out of sentences: servers quote what they refuse, and people type it.
class Words
{
public:
    //! Characters; below that, taking out would only destroy sentences.
    static constexpr int shortest = 6;

    void note(const QString &secret)
    {
        if (secret.size() >= shortest && !m_met.contains(secret))
            m_met.append(secret);
    }
    [[nodiscard]] bool isEmpty() const { return m_met.isEmpty(); }
    //! \a text with what \a instead makes of a secret in the place of each.
    template <typename Instead>
    [[nodiscard]] QString takenOut(QString text, const Instead &instead) const
    {
        QStringList longestFirst = m_met;
        std::sort(longestFirst.begin(), longestFirst.end(),
            [](const QString &a, const QString &b) { return a.size() > b.size(); });
        for (const QString &secret : longestFirst) {
            if (text.contains(secret))
                text.replace(secret, instead(secret));
        }
        return text;
    }

private:
    QStringList m_met;
};

} // namespace SecretFields
