// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/http/call.h"

#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace Login {

//! Finds programs as the person's terminal would. A desktop session often lacks what a shell's profile adds to PATH, so
//! after our own PATH come the PATH of the login shell, which is asked once, and the places where such programs usually
//! are. Shared by all clusters; any thread.
class PluginSearch
{
public:
    struct Outcome
    {
        QString program; //!< absolute; empty when it is nowhere
        QStringList directories; //!< that were searched, in their order, each once; the program's own PATH as well
    };
    using Found = std::function<void(const Outcome &)>;

    //! \a environment is the one that we were started with: PATH, SHELL and HOME count. \a clock must outlive this.
    PluginSearch(QProcessEnvironment environment, const Clock &clock);
    ~PluginSearch();
    Q_DISABLE_COPY_MOVE(PluginSearch)

    //! Looks for \a command: a bare name, or an absolute path that is taken as it is. Calls \a found once, from the
    //! event loop of the calling thread: at once or when the shell has answered, 5 s later at most. The call may
    //! outlive this.
    [[nodiscard]] std::unique_ptr<Http::Call> find(const QString &command, Found found) const;

    //! Directories of \a path that are absolute, in their order, each once.
    [[nodiscard]] static QStringList directoriesOf(const QString &path);
    //! What a shell printed between our marks, whatever its profile printed around it; empty when it did not.
    [[nodiscard]] static QString markedPath(const QByteArray &output);

private:
    class Shell;
    class Search;
    std::shared_ptr<Shell> m_shell;
};

} // namespace Login
