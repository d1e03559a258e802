// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/oauth/secretservice.h"
#include "backends/oauth/tokenstore.h"

#include <QHash>
#include <QObject>

#include <map>

namespace OAuth {

//! Tokens in memory, and behind that in a secret service for as long as it answers. Lives in the thread where it was
//! made and asks the service there; whoever loads and saves may live in any other.
class KeptTokens final : public QObject, public TokenStore
{
public:
    //! A service that is silent for so long is not asked again; a person may have to unlock it first.
    static constexpr std::chrono::seconds patience{60};

    //! \a clock must outlive the answer, which goes in the thread that calls this, whoever has it last.
    [[nodiscard]] static std::shared_ptr<KeptTokens> make(std::unique_ptr<SecretService> service, const Clock &clock);
    KeptTokens(std::unique_ptr<SecretService> service, const Clock &clock);
    ~KeptTokens() override;

    [[nodiscard]] std::unique_ptr<Http::Call> load(const QString &key, Loaded loaded) override;
    [[nodiscard]] std::unique_ptr<Http::Call> save(const QString &key, const QString &token, Saved saved) override;

private:
    class Desk;
    class Asker;
    struct Question
    {
        SecretService::Answered answered;
        std::unique_ptr<Alarm> limit;
    };

    std::unique_ptr<SecretService> m_service;
    const Clock &m_clock;
    bool m_silent = false; // the service, for longer than anybody waits
    QHash<QString, QString> m_memory;
    std::map<int, Question> m_questions; // to the service
    int m_lastQuestion = 0;

    void look(const QString &key, const std::shared_ptr<Desk> &desk);
    void keep(const QString &key, const QString &token, const std::shared_ptr<Desk> &desk);
    //! What to hand to the service so that \a answered is called once, even by a service that hangs.
    [[nodiscard]] SecretService::Answered question(SecretService::Answered answered);
    void end(int question, SecretService::Outcome outcome, const QString &secret);
};

} // namespace OAuth
