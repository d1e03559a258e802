// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/scriptedserver.h"

//! The least of an API server, over HTTP/1.1: one tenant with a quota and a pod, watches that stay open, and any
//! failure that a test wants in its place.
class ScriptedCluster final
{
public:
    //! Answers instead of the cluster when it returns true.
    using Interception = std::function<bool(const ScriptedServer::Request &, QTcpSocket &)>;

    explicit ScriptedCluster(Interception interception = {}, const QSslConfiguration &tls = {});

    [[nodiscard]] ScriptedServer &server() { return m_server; }
    //! What kubectl's configuration of it would be, as text; \a user goes below "user:".
    [[nodiscard]] QByteArray kubeconfig(
        const QByteArray &name, const QByteArray &clusterMore = {}, const QByteArray &user = {}) const;

    //! A Status as the API server sends it.
    [[nodiscard]] static QByteArray status(int code, const QByteArray &reason, const QByteArray &message);

private:
    ScriptedServer m_server;

    static void answer(const ScriptedServer::Request &request, QTcpSocket &socket);
};
