// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/records/journal/journalentry.h"

#include <array>

namespace Records {

namespace {

template <typename Value>
struct Word
{
    Value value;
    const char *word;
};

// These words are the format: they may be added to, never changed.
constexpr std::array stages{Word{JournalStage::Intended, "intended"}, Word{JournalStage::Answered, "answered"},
    Word{JournalStage::Verified, "verified"}, Word{JournalStage::DidNotConverge, "didNotConverge"},
    Word{JournalStage::Undone, "undone"}, Word{JournalStage::Abandoned, "abandoned"}};

using Outcome = JournalOutcome::Kind;
constexpr std::array outcomes{Word{Outcome::None, "none"}, Word{Outcome::Applied, "applied"},
    Word{Outcome::Refused, "refused"}, Word{Outcome::Failed, "failed"}, Word{Outcome::Unknown, "unknown"}};

using Kind = Error::Kind;
constexpr std::array errors{Word{Kind::Cancelled, "cancelled"}, Word{Kind::Configuration, "configuration"},
    Word{Kind::Unsupported, "unsupported"}, Word{Kind::HostNotFound, "hostNotFound"},
    Word{Kind::Refused, "connectionRefused"}, Word{Kind::ConnectionLost, "connectionLost"}, Word{Kind::Proxy, "proxy"},
    Word{Kind::Timeout, "timeout"}, Word{Kind::CertificateUntrusted, "certificateUntrusted"},
    Word{Kind::CertificateExpired, "certificateExpired"}, Word{Kind::CertificateWrongHost, "certificateWrongHost"},
    Word{Kind::ClientCertificate, "clientCertificate"}, Word{Kind::Tls, "tls"}, Word{Kind::BadRequest, "badRequest"},
    Word{Kind::Unauthorized, "unauthorized"}, Word{Kind::Forbidden, "forbidden"}, Word{Kind::NotFound, "notFound"},
    Word{Kind::Conflict, "conflict"}, Word{Kind::Gone, "gone"}, Word{Kind::RateLimited, "rateLimited"},
    Word{Kind::Server, "server"}, Word{Kind::Malformed, "malformed"}, Word{Kind::TooLarge, "tooLarge"},
    Word{Kind::LoginRequired, "loginRequired"}, Word{Kind::LoginRefused, "loginRefused"},
    Word{Kind::PluginMissing, "pluginMissing"}, Word{Kind::PluginFailed, "pluginFailed"}};

template <typename Words, typename Value>
QString wordFor(const Words &words, Value value)
{
    for (const auto &word : words) {
        if (word.value == value)
            return QString::fromLatin1(word.word);
    }
    return {};
}

template <typename Value, typename Words>
std::optional<Value> valueFor(const Words &words, const QString &name)
{
    for (const auto &word : words) {
        if (name == QLatin1String(word.word))
            return word.value;
    }
    return std::nullopt;
}

} // namespace

QString stageName(JournalStage stage)
{
    return wordFor(stages, stage);
}

std::optional<JournalStage> stageOf(const QString &name)
{
    return valueFor<JournalStage>(stages, name);
}

QString outcomeName(JournalOutcome::Kind kind)
{
    return wordFor(outcomes, kind);
}

std::optional<JournalOutcome::Kind> outcomeOf(const QString &name)
{
    return valueFor<Outcome>(outcomes, name);
}

QString errorName(Error::Kind kind)
{
    return wordFor(errors, kind);
}

std::optional<Error::Kind> errorOf(const QString &name)
{
    return valueFor<Kind>(errors, name);
}

} // namespace Records
