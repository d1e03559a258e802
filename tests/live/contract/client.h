// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/live/contract/reply.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <functional>
#include <memory>
#include <vector>

namespace Contract {

class Target;

using Headers = std::vector<std::pair<std::string, std::string>>;

inline constexpr auto jsonPatch = "application/json-patch+json";
inline constexpr auto mergePatch = "application/merge-patch+json";
inline constexpr auto strategicPatch = "application/strategic-merge-patch+json";
inline constexpr auto applyPatch = "application/apply-patch+yaml";

//! As it stands in a query: every character that could mean something is percent-encoded.
[[nodiscard]] std::string encoded(const std::string &text);

//! An open watch. What it has told so far is in events(), in the order told.
class Watch
{
public:
    Watch(std::string request, const QNetworkRequest &prepared);
    ~Watch();
    Watch(const Watch &) = delete;
    Watch &operator=(const Watch &) = delete;

    [[nodiscard]] const std::vector<Json> &events() const { return m_events; }
    [[nodiscard]] bool ended() const;
    [[nodiscard]] const std::string &request() const { return m_request; }
    //! Until \a enough of the events so far; false when that does not come about in time.
    [[nodiscard]] bool until(
        const std::function<bool(const std::vector<Json> &)> &enough, int milliseconds = 20000) const;
    [[nodiscard]] bool untilCount(size_t count, int milliseconds = 20000) const;
    [[nodiscard]] bool untilEnded(int milliseconds) const;
    //! "ADDED a, MODIFIED a": types and names of all events.
    [[nodiscard]] std::string told() const;
    //! The events as one reply, so that expectations can be put to them: {"events": [...]}.
    [[nodiscard]] Reply reply() const;

private:
    std::string m_request;
    // Of its own: one for all would open six connections at most.
    QNetworkAccessManager m_connection;
    std::unique_ptr<QNetworkReply> m_reply;
    QByteArray m_rest;
    std::vector<Json> m_events;

    void read();
};

//! Speaks HTTP to the target with Qt alone, one request after the other: what the sandbox and the console have in
//! common must not hide a mistake from the tests.
class Client
{
public:
    explicit Client(const Target &target);

    //! The same server as somebody else, whom the administrator impersonates.
    [[nodiscard]] Client as(const std::string &user, const std::string &group = {}) const;
    //! Without any token, or with \a token.
    [[nodiscard]] Client withToken(std::string token) const;
    [[nodiscard]] Client with(std::string header, std::string value) const;

    [[nodiscard]] Reply send(const std::string &method, const std::string &path, const std::string &body = {},
        const std::string &contentType = "application/json") const;
    [[nodiscard]] Reply get(const std::string &path) const { return send("GET", path); }
    [[nodiscard]] Reply post(const std::string &path, const Json &body) const
    {
        return send("POST", path, body.dump());
    }
    [[nodiscard]] Reply put(const std::string &path, const Json &body) const { return send("PUT", path, body.dump()); }
    [[nodiscard]] Reply patch(const std::string &path, const char *type, const Json &body) const
    {
        return send("PATCH", path, body.dump(), type);
    }
    //! With \a options in the body; then the server reads none from the query.
    [[nodiscard]] Reply remove(const std::string &path, const Json &options = {}) const
    {
        return send("DELETE", path, options.is_null() ? std::string() : options.dump());
    }
    //! Asks until \a enough of the answer, or until \a milliseconds have passed; the last answer.
    [[nodiscard]] Reply until(
        const std::string &path, const std::function<bool(const Reply &)> &enough, int milliseconds = 30000) const;
    [[nodiscard]] std::unique_ptr<Watch> watch(const std::string &pathAndQuery) const;

private:
    const Target *m_target;
    std::shared_ptr<QNetworkAccessManager> m_connections;
    std::string m_token;
    std::string m_who; //!< for people
    Headers m_headers;

    [[nodiscard]] QNetworkRequest prepared(const std::string &path) const;
    [[nodiscard]] std::string told(const std::string &method, const std::string &path, const std::string &body) const;
};

} // namespace Contract
