// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/server/privatefile.h"

#include <QFile>
#include <QString>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace Sandbox {

namespace {

bool writeAll(int descriptor, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes.remove_prefix(static_cast<size_t>(written));
    }
    return ::fsync(descriptor) == 0;
}

} // namespace

Result<void> writePrivateFile(const QString &file, std::string_view bytes)
{
    const QByteArray name = QFile::encodeName(file);
    QByteArray beside = name + "." + QByteArray(6, 'X'); // where mkostemp puts its own
    // mkostemp makes it with mode 0600, whatever the umask.
    const int descriptor = ::mkostemp(beside.data(), O_CLOEXEC);
    bool good = descriptor >= 0;
    int why = errno;
    if (good) {
        good = writeAll(descriptor, bytes);
        why = errno;
        ::close(descriptor);
        if (good && ::rename(beside.constData(), name.constData()) != 0) {
            good = false;
            why = errno;
        }
        if (!good)
            ::unlink(beside.constData());
    }
    if (good)
        return {};
    return Error{Error::Kind::Configuration, 0, QString::fromLocal8Bit(std::strerror(why)), file, {}};
}

} // namespace Sandbox
