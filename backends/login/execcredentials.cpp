// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/login/execcredentials.h"

#include "backends/login/tokenexpiry.h"

#include <QSslCertificate>

#include <algorithm>

namespace Login {

namespace {

using Fact = Error::Fact;

constexpr std::chrono::seconds longestMargin{60};

void addFact(Error &error, Fact::Kind kind, const QString &text)
{
    const QString plain = plainFact(text);
    if (!plain.isEmpty())
        error.facts.append(Fact{kind, plain});
}

//! The earliest of what the plugin, the token and the certificate say.
QDateTime expiryOf(const ExecAnswer &answer)
{
    QDateTime earliest = answer.expires;
    const auto consider = [&earliest](const QDateTime &time) {
        if (time.isValid() && (!earliest.isValid() || time < earliest))
            earliest = time;
    };
    consider(tokenExpiry(answer.token));
    const auto chain = QSslCertificate::fromData(answer.certificate, QSsl::Pem);
    if (!chain.isEmpty())
        consider(chain.first().expiryDate().toUTC());
    return earliest;
}

//! A while before it expires, so that no request meets an expired one; of short lives a tenth.
QDateTime renewalOf(const QDateTime &now, const QDateTime &expires)
{
    if (!expires.isValid())
        return {};
    const qint64 life = std::max<qint64>(0, now.msecsTo(expires));
    const qint64 margin = std::min<qint64>(std::chrono::milliseconds(longestMargin).count(), life / 10);
    // What is given out already expired (two clocks) is used for a moment all the same instead of asking for ever.
    constexpr qint64 leastUse = 5000;
    return now.addMSecs(std::max(life - margin, leastUse));
}

QString reasonOf(const ChildProcess::Ending &ending, std::chrono::milliseconds limit)
{
    using How = ChildProcess::Ending::How;
    switch (ending.how) {
    case How::Exited:
        return {};
    case How::Killed:
        return QStringLiteral("it was killed");
    case How::NotStarted:
        return QStringLiteral("it cannot be started: ") + ending.reason;
    case How::TookTooLong:
        return QStringLiteral("it did not end within %1 s")
            .arg(std::chrono::duration_cast<std::chrono::seconds>(limit).count());
    case How::SaidTooMuch:
        return QStringLiteral("it wrote more than a credential can be");
    }
    return {};
}

} // namespace

ExecCredentials::ExecCredentials(
    ExecPlugin plugin, ExecCluster cluster, Means means, std::unique_ptr<RandomSource> random)
    : m_plugin(std::move(plugin)), m_cluster(std::move(cluster)), m_means(std::move(means)), m_random(std::move(random))
{
}

std::unique_ptr<Http::Call> ExecCredentials::obtain(Ready ready)
{
    if (m_plugin.interactive == ExecPlugin::Interactive::Always) {
        Error terminal = error(Error::Kind::LoginRequired, QStringLiteral("the plugin only works in a terminal"));
        terminal.cause = Error::Cause::TerminalNeeded;
        ready(terminal);
        return {};
    }
    const bool waiting = !m_ticket && m_means.clock.elapsed() < m_notBefore;
    if (usable() || (waiting && (alive() || m_failure))) {
        ready(outcome());
        return {};
    }
    auto call = m_waiters.add(std::move(ready));
    if (!m_ticket)
        m_ticket = m_means.gate->acquire([this] { search(); });
    return call;
}

void ExecCredentials::rejected()
{
    // While a run is under way the refusal is of what it will replace; later ones say nothing new.
    if (!m_grant || m_refused || m_ticket)
        return;
    m_refused = true;
    const auto now = m_means.clock.elapsed();
    if (now - m_obtainedAt < fresh) {
        m_notBefore = now + m_backoff.next(*m_random);
    } else {
        m_backoff.reset();
        m_notBefore = now;
    }
}

void ExecCredentials::logInAgain()
{
    m_refused = true;
    m_failure.reset();
    m_backoff.reset();
    m_notBefore = m_means.clock.elapsed();
}

bool ExecCredentials::usable() const
{
    return m_grant && !m_refused && (!m_renewAt.isValid() || m_means.clock.now() < m_renewAt);
}

bool ExecCredentials::alive() const
{
    return m_grant && (!m_grant->expires.isValid() || m_means.clock.now() < m_grant->expires);
}

//! A credential that is still good outlives a plugin that fails to give the next.
Result<Http::Grant> ExecCredentials::outcome() const
{
    const bool failed = m_failure && (m_refused || !alive());
    if (failed || !m_grant)
        return *m_failure;
    return *m_grant;
}

void ExecCredentials::search()
{
    m_search = m_means.search->find(m_plugin.command, [this](const PluginSearch::Outcome &found) {
        if (!found.program.isEmpty()) {
            run(found);
            return;
        }
        Error missing = error(Error::Kind::PluginMissing, {});
        if (!m_plugin.command.contains(u'/'))
            addFact(missing, Fact::Kind::SearchPath, found.directories.join(u'\n'));
        addFact(missing, Fact::Kind::Hint, m_plugin.installHint);
        fail(missing);
    });
}

void ExecCredentials::run(const PluginSearch::Outcome &found)
{
    ChildProcess::Command command;
    command.program = found.program;
    command.arguments = m_plugin.arguments;
    command.limit = m_means.limit;
    command.environment = m_means.environment;
    // Plugins call other programs, which have to be found as well.
    command.environment.insert(QStringLiteral("PATH"), found.directories.join(u':'));
    for (const auto &[name, value] : m_plugin.environment)
        command.environment.insert(name, value);
    command.environment.insert(
        QStringLiteral("KUBERNETES_EXEC_INFO"), QString::fromUtf8(execInfo(m_plugin, m_cluster)));
    m_process = ChildProcess::start(command, m_means.clock,
        [this, directories = found.directories](const ChildProcess::Ending &ending) { ended(ending, directories); });
}

void ExecCredentials::ended(const ChildProcess::Ending &ending, const QStringList &directories)
{
    QString reason = reasonOf(ending, m_means.limit);
    const bool exited = ending.how == ChildProcess::Ending::How::Exited;
    if (exited && ending.status == 0) {
        const auto answer = parseExecAnswer(ending.output, m_plugin.apiVersion);
        if (answer) {
            succeed(*answer);
            return;
        }
        reason = QStringLiteral("its answer cannot be used: ") + answer.error().detail;
    }
    Error failed = error(Error::Kind::PluginFailed, reason);
    if (exited && ending.status != 0)
        addFact(failed, Fact::Kind::ExitStatus, QString::number(ending.status));
    addFact(failed, Fact::Kind::Output, m_plugin.withoutSecrets(QString::fromUtf8(ending.errors)));
    addFact(failed, Fact::Kind::SearchPath, directories.join(u'\n'));
    addFact(failed, Fact::Kind::Hint, m_plugin.installHint);
    fail(failed);
}

void ExecCredentials::succeed(const ExecAnswer &answer)
{
    Http::Grant grant;
    if (!answer.token.isEmpty())
        grant.headers = {{QByteArrayLiteral("Authorization"), "Bearer " + answer.token}};
    grant.certificate = answer.certificate;
    grant.key = answer.key;
    grant.expires = expiryOf(answer);
    const QDateTime now = m_means.clock.now();
    m_renewAt = renewalOf(now, grant.expires);
    m_grant = grant;
    m_refused = false;
    if (m_failure)
        m_backoff.reset();
    m_failure.reset();
    m_obtainedAt = m_means.clock.elapsed();
    finish();
}

void ExecCredentials::fail(Error error)
{
    m_failure = std::move(error);
    m_notBefore = m_means.clock.elapsed() + m_backoff.next(*m_random);
    finish();
}

void ExecCredentials::finish()
{
    m_search.reset();
    m_process.reset();
    m_ticket.reset();
    const Result<Http::Grant> result = outcome();
    m_waiters.tell(result); // they may destroy this
}

Error ExecCredentials::error(Error::Kind kind, const QString &detail) const
{
    Error error{kind, 0, plainDetail(detail), plainDetail(m_plugin.command), {}};
    addFact(error, Fact::Kind::Command, m_plugin.shown());
    return error;
}

} // namespace Login
