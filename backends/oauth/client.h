// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/http/tlssettings.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace OAuth {

//! Who we are to an identity provider, and what we ask it for. Holds secrets: never log, export or print one.
struct Client
{
    enum class Flow : quint8 { Browser, Device };
    enum class Bearer : quint8 { IdToken, AccessToken };
    enum class SecretBy : quint8 { Discovery, Basic, Post };

    QString issuer; //!< compared byte for byte; empty when tokenUrl is given
    QUrl tokenUrl; //!< for client credentials without a discovery document
    QString id;
    QString secret;
    QString secretFile; //!< wins over secret; read at each use; for the owner's eyes only
    SecretBy secretBy = SecretBy::Discovery; //!< Basic when nothing is discovered
    QStringList scopes;
    QString audience; //!< client credentials only; empty: the provider's own choice
    Flow flow = Flow::Browser;
    Bearer bearer = Bearer::IdToken;
    QList<quint16> redirectPorts; //!< of 127.0.0.1, tried in order; empty: any
    Http::TlsSettings tls; //!< of the provider's servers
};

//! The client's secret; empty for a public one. Error::Configuration, with the file in `where`, when it cannot be read,
//! is empty, or others may read it.
[[nodiscard]] Result<QString> secretOf(const Client &client);

} // namespace OAuth
