// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/random.h"
#include "backends/http/backoff.h"
#include "backends/http/credentials.h"
#include "backends/login/childprocess.h"
#include "backends/login/execplugin.h"
#include "backends/login/gate.h"
#include "backends/login/pluginsearch.h"
#include "backends/login/waiters.h"

#include <QProcessEnvironment>

namespace Login {

//! What an exec credential plugin gives, as client-go's tools run it: kept until shortly before it expires or the
//! server refuses it. Errors: PluginMissing, PluginFailed, and LoginRequired for plugins that want a terminal. What the
//! plugin writes as its answer is never shown; its standard error is.
class ExecCredentials final : public Http::Credentials
{
public:
    struct Means
    {
        const Clock &clock; //!< must outlive the credentials
        std::shared_ptr<Gate> gate;
        std::shared_ptr<const PluginSearch> search;
        QProcessEnvironment environment; //!< that the plugin inherits
        std::chrono::milliseconds limit{60000}; //!< for the plugin to answer
    };

    ExecCredentials(ExecPlugin plugin, ExecCluster cluster, Means means, std::unique_ptr<RandomSource> random);

    [[nodiscard]] std::unique_ptr<Http::Call> obtain(Ready ready) override;
    //! The plugin is run again, at once when the server knew its credential for a while, else after a back-off: until
    //! then the refused one is given again, because it would most likely get the same.
    void rejected() override;
    //! The next to ask makes the plugin run, however recently it did or failed.
    void logInAgain() override;
    [[nodiscard]] bool canLogIn() const override { return true; }
    [[nodiscard]] QDateTime expires() const override { return m_grant ? m_grant->expires : QDateTime(); }

private:
    static constexpr std::chrono::seconds fresh{10}; // what is refused sooner was never any good

    const ExecPlugin m_plugin;
    const ExecCluster m_cluster;
    const Means m_means;
    std::unique_ptr<RandomSource> m_random;
    Waiters m_waiters;
    Http::Backoff m_backoff;

    std::optional<Http::Grant> m_grant;
    bool m_refused = false; // m_grant, by the server
    QDateTime m_renewAt; // UTC; invalid: not for its age
    std::chrono::milliseconds m_obtainedAt{0};
    std::optional<Error> m_failure; // of the last run
    std::chrono::milliseconds m_notBefore{0}; // the next run

    // The steps of one run; m_ticket is there while one is under way.
    std::unique_ptr<Http::Call> m_ticket;
    std::unique_ptr<Http::Call> m_search;
    std::unique_ptr<Http::Call> m_process;

    [[nodiscard]] bool usable() const;
    [[nodiscard]] bool alive() const;
    [[nodiscard]] Result<Http::Grant> outcome() const;
    void search();
    void run(const PluginSearch::Outcome &found);
    void ended(const ChildProcess::Ending &ending, const QStringList &directories);
    void succeed(const ExecAnswer &answer);
    void fail(Error error);
    void finish();
    [[nodiscard]] Error error(Error::Kind kind, const QString &detail) const;
};

} // namespace Login
