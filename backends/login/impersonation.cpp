// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/login/impersonation.h"

#include <algorithm>

namespace Login {

namespace {

constexpr qsizetype longestValue = 8 * 1024;

bool fitsHeader(const QString &value)
{
    const bool plain = std::all_of(value.begin(), value.end(),
        [](QChar c) { return c.unicode() >= 0x20 && c.unicode() != 0x7f && c.category() != QChar::Other_Control; });
    return plain && !value.isEmpty() && value.size() <= longestValue && value.trimmed() == value;
}

//! RFC 9110's token characters except the percent sign, which begins what is encoded.
QByteArray encodedKey(const QString &key)
{
    return key.toUtf8().toPercentEncoding("!#$&'*+-.^_`|~", {}, '%');
}

} // namespace

Result<QList<QPair<QByteArray, QByteArray>>> impersonationHeaders(const Impersonation &who)
{
    QList<QPair<QByteArray, QByteArray>> headers;
    QString fault;
    const auto add = [&](const QByteArray &name, const QString &value, const QString &what) {
        if (!fitsHeader(value) && fault.isEmpty())
            fault = what + QStringLiteral(" is empty, too long, or has characters that cannot be sent");
        headers.append({name, value.toUtf8()});
    };
    add(QByteArrayLiteral("Impersonate-User"), who.user, QStringLiteral("as"));
    if (!who.uid.isEmpty())
        add(QByteArrayLiteral("Impersonate-Uid"), who.uid, QStringLiteral("as-uid"));
    for (const QString &group : who.groups)
        add(QByteArrayLiteral("Impersonate-Group"), group, QStringLiteral("a name in as-groups"));
    for (const auto &[key, values] : who.extra) {
        if (key.isEmpty())
            fault = QStringLiteral("a key in as-user-extra is empty");
        for (const QString &value : values)
            add("Impersonate-Extra-" + encodedKey(key), value, QStringLiteral("a value in as-user-extra"));
    }
    if (!fault.isEmpty())
        return Error{Error::Kind::Configuration, 0, plainDetail(fault), {}, {}};
    return headers;
}

ImpersonatingCredentials::ImpersonatingCredentials(
    std::unique_ptr<Http::Credentials> own, QList<QPair<QByteArray, QByteArray>> headers)
    : m_own(std::move(own)), m_headers(std::move(headers))
{
}

std::unique_ptr<Http::Call> ImpersonatingCredentials::obtain(Ready ready)
{
    return m_own->obtain([headers = m_headers, ready = std::move(ready)](const Result<Http::Grant> &own) {
        if (!own) {
            ready(own);
            return;
        }
        Http::Grant grant = *own;
        grant.headers += headers;
        ready(grant);
    });
}

} // namespace Login
