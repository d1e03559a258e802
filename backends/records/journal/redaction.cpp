// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/records/journal/redaction.h"

#include "backends/records/journal/canonicaljson.h"

#include <QMessageAuthenticationCode>

#include <algorithm>

namespace Records {

namespace {

constexpr char mark[] = "hmac-sha256:"; // of what was taken out

CanonicalJson *memberOf(CanonicalJson &object, const char *name)
{
    return const_cast<CanonicalJson *>(object.member(QString::fromLatin1(name)));
}

QString textAt(const CanonicalJson &object, const char *name)
{
    const CanonicalJson *member = object.member(QString::fromLatin1(name));
    return member ? member->text() : QString();
}

} // namespace

QString Redaction::fingerprint(const QByteArray &value) const
{
    const QByteArray code = QMessageAuthenticationCode::hash(value, m_key, QCryptographicHash::Sha256);
    return QLatin1String(mark) + QString::fromLatin1(code.left(16).toHex());
}

bool Redaction::isIn(const QByteArray &json)
{
    return json.contains(QByteArray(QByteArrayLiteral("\"") + mark));
}

void Redaction::note(const QString &secret)
{
    if (secret.size() >= shortestSecret && !m_met.contains(secret))
        m_met.append(secret);
}

void Redaction::hide(CanonicalJson &value, bool base64)
{
    const auto *text = std::get_if<QString>(&value.value);
    QByteArray plain = text ? text->toUtf8() : value.written();
    if (text)
        note(*text);
    if (text && base64) {
        // data and stringData are two spellings of the same value.
        const auto decoded = QByteArray::fromBase64Encoding(plain, QByteArray::AbortOnBase64DecodingErrors);
        if (decoded) {
            plain = *decoded;
            note(QString::fromUtf8(plain));
        }
    }
    value.value = fingerprint(plain);
}

void Redaction::hideAll(CanonicalJson *members, bool base64)
{
    if (!members || members->isNull())
        return;
    if (auto *map = std::get_if<CanonicalJson::Map>(&members->value)) {
        for (auto &[name, value] : *map) {
            if (!value.isNull()) // in a merge patch: to be removed
                hide(value, base64);
        }
    } else {
        hide(*members, base64);
    }
}

//! An operation of a JSON patch of a Secret, RFC 6902.
void Redaction::hidePatch(CanonicalJson &operation)
{
    CanonicalJson *value = memberOf(operation, "value");
    const QString path = textAt(operation, "path");
    if (!value || path.isEmpty())
        return;
    if (path == QLatin1String("/data") || path == QLatin1String("/stringData"))
        hideAll(value, path == QLatin1String("/data"));
    else if (path.startsWith(QLatin1String("/data/")) || path.startsWith(QLatin1String("/stringData/")))
        hide(*value, path.startsWith(QLatin1String("/data/")));
    else if (path.endsWith(QLatin1String("kubectl.kubernetes.io~1last-applied-configuration")))
        hide(*value, false);
}

void Redaction::walk(CanonicalJson &value, const Scope &scope, bool inSecret)
{
    if (auto *list = std::get_if<CanonicalJson::List>(&value.value)) {
        for (CanonicalJson &item : *list)
            walk(item, scope, inSecret);
    } else if (std::holds_alternative<CanonicalJson::Map>(value.value)) {
        walkMembers(value, scope, inSecret);
    }
}

void Redaction::walkMembers(CanonicalJson &value, const Scope &scope, bool inSecret)
{
    const QString kind = textAt(value, "kind");
    const bool secrets = inSecret || kind == QLatin1String("SecretList");
    if (inSecret || kind == QLatin1String("Secret")) {
        hideAll(memberOf(value, "data"), true);
        hideAll(memberOf(value, "stringData"), false);
        if (CanonicalJson *metadata = memberOf(value, "metadata")) {
            CanonicalJson *annotations = memberOf(*metadata, "annotations");
            CanonicalJson *applied
                = annotations ? memberOf(*annotations, "kubectl.kubernetes.io/last-applied-configuration") : nullptr;
            if (applied && !applied->isNull())
                hide(*applied, false);
        }
        hidePatch(value);
    }
    for (auto &[name, member] : std::get<CanonicalJson::Map>(value.value)) {
        if (scope.keys.contains(name, Qt::CaseInsensitive) && !member.isNull())
            hide(member, false);
        else
            walk(member, scope, secrets && name == QLatin1String("items"));
    }
}

Result<QByteArray> Redaction::apply(const QByteArray &json, const Scope &scope, qsizetype maxBytes)
{
    if (json.isEmpty())
        return QByteArray();
    auto tree = CanonicalJson::parse(json, maxBytes);
    if (!tree)
        return tree.error();
    CanonicalJson document = std::move(tree).value();
    walk(document, scope, scope.ofSecret);
    return document.written();
}

QString Redaction::cleaned(QString text) const
{
    QStringList longestFirst = m_met;
    std::sort(longestFirst.begin(), longestFirst.end(),
        [](const QString &a, const QString &b) { return a.size() > b.size(); });
    for (const QString &secret : longestFirst) {
        if (text.contains(secret))
            text.replace(secret, fingerprint(secret.toUtf8()));
    }
    return text;
}

} // namespace Records
