// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/serverlink.h"
#include "app/settings.h"

#include <QSet>

#include <functional>

struct CommandLine;

//! Which servers of metrics and of alerts there are to connect: of the command line, and for whom it names none those
//! of the settings.
class ServerAddresses
{
public:
    //! References must outlive this; both are looked at anew each time.
    ServerAddresses(const CommandLine &commandLine, const Settings &settings)
        : m_commandLine(commandLine), m_settings(settings)
    {
    }

    //! Those of one context, whether they are given for it or for its cluster; \a name is the cluster's for people.
    [[nodiscard]] QList<ServerLink::Setting> ofCluster(
        const QString &context, const QString &cluster, const QString &name, Connection::Service service) const;
    //! Those that are given for neither of these contexts and clusters: they stand for themselves.
    [[nodiscard]] QList<ServerLink::Setting> ofNobody(const QSet<QString> &known, Connection::Service service) const;

private:
    const CommandLine &m_commandLine;
    const Settings &m_settings;

    [[nodiscard]] QList<ServerAddress> addresses(
        Connection::Service service, const std::function<bool(const QString &)> &wanted) const;
};
