// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/oauth/keychain.h"

#include <qt6keychain/keychain.h>

namespace OAuth {

Keychain::Keychain(QString folder) : m_folder(std::move(folder))
{
}

void Keychain::read(const QString &key, Answered answered)
{
    start(new QKeychain::ReadPasswordJob(m_folder, this), key, std::move(answered));
}

void Keychain::write(const QString &key, const QString &secret, Answered answered)
{
    if (secret.isEmpty()) {
        start(new QKeychain::DeletePasswordJob(m_folder, this), key, std::move(answered));
        return;
    }
    auto *job = new QKeychain::WritePasswordJob(m_folder, this);
    job->setTextData(secret);
    start(job, key, std::move(answered));
}

void Keychain::start(QKeychain::Job *job, const QString &key, Answered answered)
{
    job->setInsecureFallback(false);
    job->setKey(key);
    connect(job, &QKeychain::Job::finished, this, [answered = std::move(answered)](QKeychain::Job *finished) {
        if (finished->error() == QKeychain::EntryNotFound) {
            answered(Outcome::Missing, {});
            return;
        }
        const auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(finished);
        const bool done = finished->error() == QKeychain::NoError;
        answered(done ? Outcome::Done : Outcome::Failed, done && read ? read->textData() : QString());
    });
    job->start(); // it deletes itself when it has finished
}

} // namespace OAuth
