// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/core/json.h"

#include <optional>

namespace Json {

namespace {

Error malformed(const QString &detail)
{
    return Error{Error::Kind::Malformed, 0, plainDetail(detail), {}, {}};
}

constexpr qsizetype keptUpTo = 256 * 1024; // bytes

} // namespace

Result<void> parse(QByteArrayView bytes, const std::function<void(Object)> &read)
{
    // simdjson reads a few bytes past the end, so the text needs padding: one copy, cheap beside the parsing.
    const simdjson::padded_string padded(bytes.data(), static_cast<size_t>(bytes.size()));
    // One parser a thread, whose buffers are used again; they grow to about five times the largest text met, so a text
    // that is rarely so large gets a parser that goes with it.
    thread_local simdjson::ondemand::parser kept;
    std::optional<simdjson::ondemand::parser> own;
    simdjson::ondemand::parser &parser = bytes.size() > keptUpTo ? own.emplace() : kept;
    try {
        Document document = parser.iterate(padded);
        read(document.get_object());
        // Streaming only checks what it passes: something behind the root object means that the braces do not match.
        if (document.current_location().error() != simdjson::OUT_OF_BOUNDS)
            return malformed(QStringLiteral("more text after the end of the JSON object"));
        return {};
    } catch (const Failure &failure) {
        return malformed(QString::fromUtf8(failure.what()));
    } catch (const Rejection &rejection) {
        return malformed(rejection.detail);
    }
}

void reject(const QString &detail)
{
    throw Rejection{detail};
}

QString text(Value value)
{
    const std::string_view utf8 = view(value);
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

std::string_view view(Value value)
{
    if (isNull(value))
        return {};
    return value.get_string();
}

std::string_view scalar(Value value)
{
    if (value.type() == simdjson::ondemand::json_type::string)
        return value.get_string();
    std::string_view token = value.raw_json_token();
    while (
        !token.empty() && (token.back() == ' ' || token.back() == '\n' || token.back() == '\r' || token.back() == '\t'))
        token.remove_suffix(1);
    return token;
}

bool isNull(Value value)
{
    return value.is_null();
}

} // namespace Json
