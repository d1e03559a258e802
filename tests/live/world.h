// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonDocument>
#include <QString>
#include <QStringList>
#include <QUrlQuery>

#include <optional>

//! The real servers that the live tests run against, as started by world.sh.
class World
{
public:
    //! Nothing when they were not started; then the test is to be skipped, or fails where live tests are required.
    [[nodiscard]] static std::optional<World> find();
    //! Why a test cannot run, for QSKIP; whether it may be skipped at all.
    [[nodiscard]] static bool required()
    {
        return qEnvironmentVariable("PILOTHOUSE_REQUIRE_LIVE") == QLatin1String("1");
    }

    [[nodiscard]] QString kubeconfig() const { return m_urls.value(QStringLiteral("kubeconfig")); }
    [[nodiscard]] QString prometheus() const { return m_urls.value(QStringLiteral("prometheus")); }
    [[nodiscard]] QString alertmanager() const { return m_urls.value(QStringLiteral("alertmanager")); }
    [[nodiscard]] qint64 pid(const QString &name) const { return m_pids.value(name); }

    //! What kubectl prints, as the administrator; its error text fails the test.
    [[nodiscard]] QByteArray kubectl(const QStringList &arguments) const;
    [[nodiscard]] QJsonDocument kubectlJson(const QStringList &arguments) const;
    //! The value by namespace that Prometheus gives for \a query at \a time.
    [[nodiscard]] QHash<QString, double> query(const QString &query, double time) const;

private:
    QHash<QString, QString> m_urls;
    QHash<QString, qint64> m_pids;
};

//! The amount in base units that \a text means, by a method of its own, so that our parser is not checked against
//! itself.
[[nodiscard]] double amount(const QString &text);
