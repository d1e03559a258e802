// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace SandboxClient {

//! A running sandbox, as it tells those who may know. Holds a secret: never log or print one.
struct Session
{
    struct Cluster
    {
        QString name;
        QString context; //!< of the kubeconfig: the operator's
        QUrl prometheus; //!< with the cluster's selection as its fragment; empty: none runs
        QUrl alertmanager; //!< empty: none runs

        bool operator==(const Cluster &) const = default;
    };

    QString kubeconfig;
    QList<Cluster> clusters;
    QUrl control;
    QString token; //!< of the control endpoint; secret
    QByteArray authority; //!< PEM, of all its servers
    QString incident; //!< that it was started with; empty: none
    QStringList missingPackages; //!< Debian's, without which there are no metrics and no alerts

    //! Error::Malformed when \a json is none.
    [[nodiscard]] static Result<Session> parse(const QByteArray &json);
    //! Of a file that the sandbox wrote; Error::Configuration when it cannot be read.
    [[nodiscard]] static Result<Session> read(const QString &file);
    [[nodiscard]] QByteArray toJson() const;
};

} // namespace SandboxClient
