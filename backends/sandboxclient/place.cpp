// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandboxclient/place.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstring>
#include <sys/stat.h>
#include <unistd.h>

namespace SandboxClient {

Place Place::ofThisUser()
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (!runtime.isEmpty() && QDir(runtime).exists())
        return {runtime + QLatin1String("/pilothouse-sandbox")};
    return {QDir::tempPath() + QLatin1String("/pilothouse-sandbox-") + QString::number(::getuid())};
}

Result<void> Place::prepare() const
{
    const QByteArray name = QFile::encodeName(folder);
    const auto failure = [this](const QString &why) { return Error{Error::Kind::Configuration, 0, why, folder, {}}; };
    if (::mkdir(name.constData(), 0700) != 0 && errno != EEXIST)
        return failure(QString::fromLocal8Bit(std::strerror(errno)));
    // In a folder for all users somebody else may have been first, also with a link.
    struct stat status
    {
    };
    if (::lstat(name.constData(), &status) != 0)
        return failure(QString::fromLocal8Bit(std::strerror(errno)));
    if (!S_ISDIR(status.st_mode) || status.st_uid != ::getuid() || (status.st_mode & 0077) != 0)
        return failure(QStringLiteral("others may enter this folder"));
    return {};
}

} // namespace SandboxClient
