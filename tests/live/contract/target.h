// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>
#include <optional>
#include <string>

namespace Contract {

//! The server that the suite is run against: the real one of the world, or the sandbox. Everything that only one of the
//! two can do is here; the tests themselves know no difference.
class Target
{
public:
    //! As PILOTHOUSE_CONTRACT names it, "world" or "sandbox"; the sandbox is started. Nothing, with the reason in
    //! \a problem, when it is not there.
    [[nodiscard]] static std::unique_ptr<Target> open(QString &problem);
    ~Target();
    Target(const Target &) = delete;
    Target &operator=(const Target &) = delete;

    [[nodiscard]] const std::string &name() const { return m_name; }
    [[nodiscard]] const std::string &server() const { return m_server; }
    [[nodiscard]] const QByteArray &authorities() const { return m_authorities; }
    //! The administrator's, who may do everything.
    [[nodiscard]] const std::string &token() const { return m_token; }
    [[nodiscard]] const QString &kubeconfig() const { return m_kubeconfig; }
    [[nodiscard]] const QString &context() const { return m_context; }
    //! The revision that the server's history is cut off before, which only etcd is told directly; false where the
    //! server has to be brought to it by writing much.
    [[nodiscard]] bool compact(const std::string &revision) const;

private:
    std::string m_name;
    std::string m_server;
    std::string m_token;
    QByteArray m_authorities;
    QString m_kubeconfig;
    QString m_context;
    qint64 m_etcd = 0;
    std::unique_ptr<QTemporaryDir> m_directory;
    QProcess m_sandbox;

    Target() = default;
    bool findWorld(QString &problem);
    bool startSandbox(QString &problem);
    //! Reads server, token and authorities of the context.
    bool readKubeconfig(QString &problem);
};

} // namespace Contract
