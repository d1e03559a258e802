// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/oauth/secretservice.h"

#include <QObject>

namespace QKeychain {
class Job;
}

namespace OAuth {

//! The secret service of the desktop session, GNOME's or KDE's, through QtKeychain. Never a file. Belongs to the thread
//! of the window: libsecret answers in the default main context, which is that thread's.
class Keychain final : public QObject, public SecretService
{
public:
    //! \a folder: what the entries of this program are filed under, for people who look into their wallet.
    explicit Keychain(QString folder);

    void read(const QString &key, Answered answered) override;
    void write(const QString &key, const QString &secret, Answered answered) override;

private:
    QString m_folder;

    void start(QKeychain::Job *job, const QString &key, Answered answered);
};

} // namespace OAuth
