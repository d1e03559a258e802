// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/store.h"

#include <optional>

namespace Sandbox {

struct Request;

//! The parameters of lists and watches (apimachinery, meta/v1 ListOptions), read and held against each other.
struct ListOptions
{
    enum class Match { Unset, Exact, NotOlder };

    size_t limit = 0; //!< 0 for none
    long long timeoutSeconds = 0; //!< 0 for the server's choice
    bool bookmarks = false;
    std::string versionText; //!< as sent
    uint64_t version = 0; //!< 0 also for none
    Match match = Match::Unset;
    std::optional<std::string> token; //!< parameter continue

    static Outcome<ListOptions> parse(const Request &request, bool watch);
};

//! Where a list goes on (apiserver, storage/etcd3, continueToken).
struct Continuation
{
    std::optional<uint64_t> version; //!< nothing: at whatever is there now
    ObjectKey after;

    static Outcome<Continuation> parse(std::string_view token, const std::string &space);
    [[nodiscard]] std::string token(const std::string &space) const;
};

//! One page of a list.
struct Page
{
    std::vector<ObjectPtr> objects;
    uint64_t version = 0;
    std::string token; //!< empty at the end
    long long remaining = -1; //!< negative when it is not known
};

class Selection;
[[nodiscard]] Outcome<Page> readPage(const Store &store, const ResourceType &type, const std::string &space,
    const Selection &selection, const ListOptions &options);
//! A number of versions; 500 when it is none, as the real server says it.
[[nodiscard]] Outcome<uint64_t> parseVersion(std::string_view text);

} // namespace Sandbox
