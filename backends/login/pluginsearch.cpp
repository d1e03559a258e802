// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/login/pluginsearch.h"

#include "backends/login/childprocess.h"
#include "backends/login/gate.h"

#include <QDir>
#include <QFileInfo>
#include <QMutex>

#include <pwd.h>
#include <unistd.h>

#include <array>
#include <optional>

namespace Login {

namespace {

constexpr char mark[] = "__pilothouse_path__";
constexpr qsizetype longestPath = 64 * 1024;
// Profiles of people who work with clusters take a second or two; one that asks something never ends.
constexpr std::chrono::milliseconds interactiveLimit{3500};
constexpr std::chrono::milliseconds loginLimit{1000};
constexpr std::chrono::milliseconds shellGrace{200}; // interactive shells do not end when they are asked to
constexpr std::chrono::milliseconds mistrust{60000}; // until a shell that did not answer is asked again

QString shellOf(const QProcessEnvironment &environment)
{
    QString shell = environment.value(QStringLiteral("SHELL"));
    if (shell.isEmpty()) {
        passwd entry{};
        passwd *found = nullptr;
        std::array<char, 4096> buffer{};
        if (getpwuid_r(getuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found)
            shell = QString::fromLocal8Bit(found->pw_shell);
    }
    return QFileInfo(shell).isExecutable() ? shell : QStringLiteral("/bin/sh");
}

QStringList usualPlaces(const QString &home)
{
    QStringList places;
    if (!home.isEmpty()) {
        for (const char *place : {"/.local/bin", "/bin", "/.krew/bin", "/go/bin", "/.cargo/bin", "/.asdf/shims",
                 "/.local/share/mise/shims", "/.nix-profile/bin", "/google-cloud-sdk/bin", "/.linuxbrew/bin"})
            places.append(home + QLatin1String(place));
    }
    const QString homes = QStringLiteral("/home");
    places.append(homes + QStringLiteral("/linuxbrew/.linuxbrew/bin"));
    for (const char *place : {"/usr/local/bin", "/usr/bin", "/bin", "/snap/bin", "/opt/google-cloud-sdk/bin",
             "/usr/lib/google-cloud-sdk/bin", "/opt/homebrew/bin", "/run/current-system/sw/bin"})
        places.append(QLatin1String(place));
    return places;
}

bool runs(const QString &file)
{
    const QFileInfo info(file);
    return info.isFile() && info.isExecutable();
}

} // namespace

//! What the login shell said, for all threads. Who comes first asks it; the others wait at the gate until it is known.
class PluginSearch::Shell
{
public:
    Shell(QProcessEnvironment environment, const Clock &ticking) : variables(std::move(environment)), clock(ticking) { }

    const QProcessEnvironment variables;
    const Clock &clock;
    Gate gate{1};

    [[nodiscard]] std::optional<QString> path() const
    {
        const QMutexLocker locker(&m_mutex);
        if (m_path.isEmpty() && m_askedAt && clock.elapsed() - *m_askedAt > mistrust)
            return {};
        return m_askedAt ? std::optional<QString>(m_path) : std::nullopt;
    }
    void setPath(const QString &path)
    {
        const QMutexLocker locker(&m_mutex);
        m_path = path;
        m_askedAt = clock.elapsed();
    }
    [[nodiscard]] QStringList directories() const
    {
        QStringList all = directoriesOf(variables.value(QStringLiteral("PATH")));
        all += directoriesOf(path().value_or(QString()));
        all += usualPlaces(variables.value(QStringLiteral("HOME")));
        all.removeDuplicates();
        return all;
    }

private:
    mutable QMutex m_mutex;
    QString m_path;
    std::optional<std::chrono::milliseconds> m_askedAt;
};

class PluginSearch::Search final : public Http::Call
{
public:
    Search(std::shared_ptr<Shell> shell, QString command, Found found)
        : m_shell(std::move(shell)), m_command(std::move(command)), m_found(std::move(found))
    {
        m_place = m_shell->gate.acquire([this] {
            if (m_shell->path())
                answer();
            else
                ask(true);
        });
    }

private:
    std::shared_ptr<Shell> m_shell;
    QString m_command;
    Found m_found;
    std::unique_ptr<Http::Call> m_place;
    std::unique_ptr<Http::Call> m_process;

    //! Many add to PATH in the file that only interactive shells read. Where that hangs, a plain login shell may not.
    void ask(bool interactive)
    {
        ChildProcess::Command command;
        command.program = shellOf(m_shell->variables);
        const QString marker = QLatin1String(mark);
        command.arguments
            = interactive ? QStringList{QStringLiteral("-l"), QStringLiteral("-i")} : QStringList{QStringLiteral("-l")};
        // No shell of those that people use spells this otherwise; fish joins PATH with colons in quotes.
        command.arguments
            += {QStringLiteral("-c"), QStringLiteral("printf '\\n%s%s%s\\n' ") + marker + u" \"$PATH\" " + marker};
        command.environment = m_shell->variables;
        command.limit = interactive ? interactiveLimit : loginLimit;
        command.grace = shellGrace;
        m_process
            = ChildProcess::start(command, m_shell->clock, [this, interactive](const ChildProcess::Ending &ending) {
                  const QString path = markedPath(ending.output);
                  if (path.isEmpty() && interactive) {
                      ask(false);
                      return;
                  }
                  m_shell->setPath(path);
                  answer();
              });
    }

    void answer()
    {
        const auto place = std::move(m_place);
        const Outcome outcome{located(), m_shell->directories()};
        const auto found = std::move(m_found); // it may destroy this
        found(outcome);
    }

    [[nodiscard]] QString located() const
    {
        if (m_command.contains(u'/'))
            return runs(m_command) ? m_command : QString();
        const QStringList directories = m_shell->directories();
        for (const QString &directory : directories) {
            const QString file = directory + u'/' + m_command;
            if (runs(file))
                return file;
        }
        return {};
    }
};

PluginSearch::PluginSearch(QProcessEnvironment environment, const Clock &clock)
    : m_shell(std::make_shared<Shell>(std::move(environment), clock))
{
}

PluginSearch::~PluginSearch() = default;

std::unique_ptr<Http::Call> PluginSearch::find(const QString &command, Found found) const
{
    return std::make_unique<Search>(m_shell, command, std::move(found));
}

QStringList PluginSearch::directoriesOf(const QString &path)
{
    QStringList directories;
    for (const QString &directory : path.left(longestPath).split(QDir::listSeparator(), Qt::SkipEmptyParts)) {
        if (QDir::isAbsolutePath(directory))
            directories.append(QDir::cleanPath(directory));
    }
    directories.removeDuplicates();
    return directories;
}

QString PluginSearch::markedPath(const QByteArray &output)
{
    // The last one: a shell that echoes its commands prints the marks as well, with other things between them.
    const qsizetype end = output.lastIndexOf(mark);
    const qsizetype length = static_cast<qsizetype>(sizeof mark) - 1;
    const qsizetype start = end < length ? -1 : output.lastIndexOf(mark, end - length);
    if (start < 0)
        return {};
    const QByteArray path = output.mid(start + length, end - start - length);
    const bool isPath = path.startsWith('/') && path.size() <= longestPath && !path.contains('\n');
    return isPath ? QString::fromLocal8Bit(path) : QString();
}

} // namespace Login
