// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/records/journal/redaction.h"

#include "backends/records/journal/canonicaljson.h"

#include <QMessageAuthenticationCode>

namespace Records {

namespace {

constexpr char mark[] = "hmac-sha256:"; // of what was taken out

struct Access
{
    static CanonicalJson::Map *members(CanonicalJson &node) { return std::get_if<CanonicalJson::Map>(&node.value); }
    static CanonicalJson::List *items(CanonicalJson &node) { return std::get_if<CanonicalJson::List>(&node.value); }
    static const QString *text(const CanonicalJson &node) { return std::get_if<QString>(&node.value); }
    static bool isNull(const CanonicalJson &node) { return node.isNull(); }
};

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

Result<QByteArray> Redaction::apply(const QByteArray &json, const Scope &scope, qsizetype maxBytes)
{
    if (json.isEmpty())
        return QByteArray();
    auto tree = CanonicalJson::parse(json, maxBytes);
    if (!tree)
        return tree.error();
    CanonicalJson document = std::move(tree).value();
    const auto hide = [this](CanonicalJson &value, SecretFields::Spelling spelling, const QString &) {
        QByteArray plain = value.written();
        if (const QString *text = Access::text(value)) {
            plain = SecretFields::plainOf(*text, spelling);
            m_met.note(*text);
            m_met.note(QString::fromUtf8(plain));
        }
        value.value = fingerprint(plain);
    };
    SecretFields::Search<Access, decltype(hide)>(scope, hide).in(document);
    return document.written();
}

QString Redaction::cleaned(QString text) const
{
    return m_met.takenOut(std::move(text), [this](const QString &secret) { return fingerprint(secret.toUtf8()); });
}

} // namespace Records
