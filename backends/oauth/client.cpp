// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/oauth/client.h"

#include <QFile>

namespace OAuth {

Result<QString> secretOf(const Client &client)
{
    constexpr qint64 longest = 64 * 1024;
    if (client.secretFile.isEmpty())
        return client.secret;
    const auto refuse = [&client](const QString &why) {
        return Error{Error::Kind::Configuration, 0, plainDetail(why), client.secretFile, {}};
    };
    QFile file(client.secretFile);
    if (!file.open(QIODevice::ReadOnly))
        return refuse(file.errorString());
    // Of the open file, so that nobody swaps it in between.
    constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
        | QFile::WriteOther | QFile::ExeOther;
    if (file.permissions() & others)
        return refuse(QStringLiteral("others may read it: chmod 600"));
    const QString secret = QString::fromUtf8(file.read(longest)).trimmed();
    if (secret.isEmpty())
        return refuse(QStringLiteral("it is empty"));
    return secret;
}

} // namespace OAuth
