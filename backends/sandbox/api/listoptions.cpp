// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/listoptions.h"

#include "backends/sandbox/api/request.h"
#include "backends/sandbox/api/route.h"
#include "backends/sandbox/api/selection.h"

#include <QByteArray>

#include <algorithm>
#include <charconv>

namespace Sandbox {

namespace {

constexpr std::string_view tokenTooOld
    = "The provided continue parameter is too old to display a consistent list result. You can start a new list "
      "without the continue parameter, or use the continue token in this response to retrieve the remainder of the "
      "results. Continuing with the provided token results in an inconsistent list - objects that were created, "
      "modified, or deleted between the time the first chunk was returned and now may show up in the list.";

template <typename T>
std::optional<T> number(std::string_view text)
{
    T value = 0;
    const auto [stop, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || stop != text.data() + text.size() || text.empty())
        return std::nullopt;
    return value;
}

Outcome<long long> integer(const Request &request, std::string_view name)
{
    const std::string_view text = request.parameter(name);
    if (text.empty())
        return 0LL;
    const auto value = number<long long>(text);
    if (!value)
        return Status::badRequest("strconv.ParseInt: parsing \"" + std::string(text) + "\": invalid syntax");
    return *value;
}

Status invalidOptions(std::vector<Status::Cause> causes)
{
    Status status;
    status.code = 422;
    status.reason = "Invalid";
    status.group = "meta.k8s.io";
    status.kind = "ListOptions";
    std::string text;
    for (const Status::Cause &cause : causes)
        text += (text.empty() ? "" : ", ") + cause.field + ": " + cause.message;
    status.message = "ListOptions.meta.k8s.io \"\" is invalid: " + (causes.size() > 1 ? "[" + text + "]" : text);
    status.causes = std::move(causes);
    return status;
}

//! apimachinery, internalversion/validation, ValidateListOptions
std::optional<Status> readMatch(std::string_view text, bool watch, ListOptions &options)
{
    if (text.empty())
        return std::nullopt;
    std::vector<Status::Cause> causes;
    const auto forbid = [&causes](const char *why) {
        causes.push_back({"FieldValueForbidden", std::string("Forbidden: ") + why, "resourceVersionMatch"});
    };
    if (watch)
        forbid("resourceVersionMatch is forbidden for watch");
    if (options.versionText.empty())
        forbid("resourceVersionMatch is forbidden unless resourceVersion is provided");
    if (options.token)
        forbid("resourceVersionMatch is forbidden when continue is provided");
    if (text == "Exact")
        options.match = ListOptions::Match::Exact;
    else if (text == "NotOlderThan")
        options.match = ListOptions::Match::NotOlder;
    else
        causes.push_back({"FieldValueNotSupported",
            "Unsupported value: \"" + std::string(text) + "\": supported values: \"Exact\", \"NotOlderThan\", \"\"",
            "resourceVersionMatch"});
    if (text == "Exact" && options.versionText == "0")
        forbid("resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\"");
    return causes.empty() ? std::nullopt : std::optional(invalidOptions(std::move(causes)));
}

Status badToken(const std::string &why)
{
    return Status::badRequest("invalid continue token: " + why);
}

//! The version that a list is read at; 0 for the present one.
Outcome<uint64_t> listVersion(const Store &store, const ListOptions &options)
{
    const bool exact = options.match == ListOptions::Match::Exact
        || (options.match == ListOptions::Match::Unset && options.limit > 0 && options.version > 0);
    if (!exact && options.version > store.version())
        return Status::tooNew(options.versionText, std::to_string(store.version()));
    if (!exact)
        return uint64_t(0);
    if (options.version > store.version())
        return Status::internal("etcdserver: mvcc: required revision is a future revision");
    if (options.version < store.oldestVersion())
        return Status::expired("The resourceVersion for the provided list is too old.");
    return options.version;
}

Outcome<Continuation> startOf(const Store &store, const std::string &space, const ListOptions &options)
{
    if (!options.token) {
        const auto version = listVersion(store, options);
        if (!version)
            return version.status();
        return Continuation{*version == 0 ? store.version() : *version, {}};
    }
    auto start = Continuation::parse(*options.token, space);
    if (!start)
        return start.status();
    if (!options.versionText.empty() && options.versionText != "0")
        return Status::badRequest("specifying resource version is not allowed when using continue");
    if (start->version && *start->version < store.oldestVersion()) {
        Status status = Status::expired(std::string(tokenTooOld));
        status.continueToken = Continuation{std::nullopt, start->after}.token(space);
        return status;
    }
    start->version = std::min(start->version.value_or(store.version()), store.version());
    return start;
}

} // namespace

Outcome<uint64_t> parseVersion(std::string_view text)
{
    if (text.empty())
        return uint64_t(0);
    if (const auto version = number<uint64_t>(text))
        return *version;
    return Status::internal("resourceVersion: Invalid value: \"" + std::string(text)
        + "\": strconv.ParseUint: parsing \"" + std::string(text) + "\": invalid syntax");
}

Outcome<ListOptions> ListOptions::parse(const Request &request, bool watch)
{
    ListOptions options;
    const auto limit = integer(request, "limit");
    if (!limit)
        return limit.status();
    const auto timeout = integer(request, "timeoutSeconds");
    if (!timeout)
        return timeout.status();
    options.limit = static_cast<size_t>(std::max(0LL, *limit));
    options.timeoutSeconds = std::clamp(*timeout, 0LL, 86'400LL);
    options.bookmarks = truthy(request.parameter("allowWatchBookmarks"));
    options.versionText = request.parameter("resourceVersion");
    if (const std::string_view token = request.parameter("continue"); !token.empty())
        options.token = token;
    if (auto problem = readMatch(request.parameter("resourceVersionMatch"), watch, options))
        return *problem;
    const auto version = parseVersion(options.versionText);
    if (!version)
        return version.status();
    options.version = *version;
    // Whatever there is answers this, from memory and as a whole (storage/cacher).
    if (options.versionText == "0" && !options.token)
        options.limit = 0;
    return options;
}

Outcome<Continuation> Continuation::parse(std::string_view token, const std::string &space)
{
    const auto bytes = QByteArray::fromBase64Encoding(QByteArray(token.data(), static_cast<qsizetype>(token.size())),
        QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals | QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes)
        return badToken("continue key is not valid: illegal base64 data");
    const QByteArray &decoded = *bytes;
    const auto json = parseJson({decoded.data(), static_cast<size_t>(decoded.size())});
    if (!json || !json->is_object())
        return badToken("continue key is not valid: invalid character looking for beginning of value");
    if (textAt(*json, "v") != "meta.k8s.io/v1")
        return badToken("continue key is not valid: server does not recognize this encoded version");
    Continuation continuation;
    const long long version = intAt(*json, "rv");
    std::string start = textAt(*json, "start");
    if (version == 0)
        return badToken("continue key is not valid: incorrect encoded start resourceVersion (version meta.k8s.io/v1)");
    if (start.empty())
        return badToken("continue key is not valid: encoded start key empty (version meta.k8s.io/v1)");
    if (version > 0)
        continuation.version = static_cast<uint64_t>(version);
    if (start.back() == '\0')
        start.pop_back();
    continuation.after = {space, start};
    if (const size_t slash = start.find('/'); space.empty() && slash != std::string::npos)
        continuation.after = {start.substr(0, slash), start.substr(slash + 1)};
    return continuation;
}

std::string Continuation::token(const std::string &space) const
{
    std::string start = space.empty() && !after.space.empty() ? after.space + "/" + after.name : after.name;
    start += '\0';
    const Json json{{"v", "meta.k8s.io/v1"}, {"rv", version ? static_cast<long long>(*version) : -1}, {"start", start}};
    return QByteArray::fromStdString(toText(json))
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
        .toStdString();
}

Outcome<Page> readPage(const Store &store, const ResourceType &type, const std::string &space,
    const Selection &selection, const ListOptions &options)
{
    const auto start = startOf(store, space, options);
    if (!start)
        return start.status();
    Page page;
    page.version = *start->version;
    std::vector<ObjectPtr> all = store.listAt(page.version, type, space, start->after, 0);
    if (options.limit == 0 && selection.everything()) {
        page.objects = std::move(all);
        return page;
    }
    size_t seen = 0;
    for (; seen < all.size() && (options.limit == 0 || page.objects.size() < options.limit); ++seen) {
        if (selection.matches(*all[seen]))
            page.objects.push_back(all[seen]);
    }
    if (seen < all.size()) {
        page.token = Continuation{page.version, page.objects.back()->key}.token(space);
        if (selection.everything())
            page.remaining = static_cast<long long>(all.size() - seen);
    }
    return page;
}

} // namespace Sandbox
