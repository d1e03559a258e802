// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/server/exchange.h"

#include "backends/sandbox/api/json.h"
#include "backends/sandbox/api/status.h"
#include "backends/sandbox/server/requesttarget.h"

#include <QLoggingCategory>

#include <algorithm>
#include <charconv>
#include <exception>
#include <microhttpd.h>

namespace Sandbox {

namespace {

Q_LOGGING_CATEGORY(log, "pilothouse.sandbox.server")

//! The most that goes out at once, also of a watch.
constexpr size_t blockSize = 256 * 1024;

struct HeaderList
{
    std::vector<std::pair<std::string, std::string>> headers;
    size_t bytes = 0;
};

MHD_Result addHeader(void *list, MHD_ValueKind, const char *key, size_t keySize, const char *value, size_t valueSize)
{
    auto &all = *static_cast<HeaderList *>(list);
    std::string name(key, keySize);
    std::ranges::transform(
        name, name.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    all.bytes += keySize + valueSize;
    all.headers.emplace_back(std::move(name), value ? std::string(value, valueSize) : std::string());
    return MHD_YES;
}

Answer refusal(const Status &status)
{
    return {status.code, {{"Content-Type", "application/json"}}, toText(status.toJson())};
}

Answer headersTooLarge()
{
    return {431, {{"Content-Type", "text/plain; charset=utf-8"}}, "431 Request Header Fields Too Large"};
}

MHD_Response *bufferResponse(std::string &&body)
{
    // libmicrohttpd sends from here without a copy, and gives it back when it is done.
    auto owned = std::make_unique<std::string>(std::move(body));
    MHD_Response *response = MHD_create_response_from_buffer_with_free_callback_cls(
        owned->size(), owned->data(),
        [](void *text) { std::default_delete<std::string>()(static_cast<std::string *>(text)); }, owned.get());
    if (response)
        static_cast<void>(owned.release());
    return response;
}

} // namespace

Exchange::Exchange(ExchangeContext &context, MHD_Connection *connection, std::string_view target)
    : m_context(context), m_connection(connection), m_place(context.parking->add(connection))
{
    // What is too long is refused when its turn comes, not kept until then.
    if (target.size() <= context.targetLimit)
        setTarget(m_request, target);
}

Exchange::~Exchange()
{
    m_context.parking->remove(m_place);
}

Answer Exchange::tooLarge() const
{
    return refusal(Status::tooLarge("limit is " + std::to_string(m_context.bodyLimit)));
}

bool Exchange::proceed(const char *method, const char *upload, size_t *uploadSize)
{
    if (m_context.parking->isGone(m_place))
        return false;
    switch (m_phase) {
    case Phase::Headers:
        m_phase = Phase::Body;
        return takeHeaders(method);
    case Phase::Body:
        if (*uploadSize > 0) {
            const size_t size = *uploadSize;
            *uploadSize = 0;
            return takeBody(upload, size);
        }
        if (m_context.silent) {
            const Parking::Entry entry = m_context.parking->park(m_place);
            if (entry != Parking::Entry::Woken)
                return entry == Parking::Entry::Parked; // then this is called again
        }
        return answer(m_uploaded > m_context.bodyLimit ? tooLarge() : handled());
    case Phase::Answering:
        return true;
    }
    return false;
}

bool Exchange::takeHeaders(const char *method)
{
    m_request.method = method;
    HeaderList list;
    MHD_get_connection_values_n(m_connection, MHD_HEADER_KIND, &addHeader, &list);
    m_request.headers = std::move(list.headers);
    if (m_request.path.empty() || list.bytes > m_context.headerLimit)
        return answer(headersTooLarge());
    const std::string_view length = m_request.header("content-length");
    size_t bytes = 0;
    const auto parsed = std::from_chars(length.data(), length.data() + length.size(), bytes);
    // Somebody who is still sending does not hear an answer: what is a little too large is read and dropped first.
    if (!length.empty() && (parsed.ec != std::errc() || bytes > uploadLimit()))
        return answer(tooLarge());
    return true;
}

bool Exchange::takeBody(const char *upload, size_t size)
{
    m_uploaded += size;
    if (m_uploaded <= m_context.bodyLimit) {
        m_request.body.append(upload, size);
        return true;
    }
    // An upload of unknown length is refused at its end, as no answer can be given in between; one without end is not
    // waited for.
    m_request.body = {};
    return m_uploaded <= uploadLimit();
}

size_t Exchange::uploadLimit() const
{
    return 4 * m_context.bodyLimit;
}

Answer Exchange::handled() const
{
    // No exception may pass through a library written in C. A handler that throws is wrong; its other requests go on.
    try {
        return m_context.handler(m_request);
    } catch (const std::exception &wrong) {
        qCWarning(log, "a request could not be answered: %s", wrong.what());
        Status status;
        status.code = 500;
        status.reason = "InternalError";
        status.message = "Internal error occurred";
        return refusal(status);
    }
}

bool Exchange::answer(Answer answer)
{
    m_phase = Phase::Answering;
    MHD_Response *response = nullptr;
    if (auto *text = std::get_if<std::string>(&answer.body)) {
        response = bufferResponse(std::move(*text));
    } else {
        const auto &source = std::get<std::shared_ptr<BodySource>>(answer.body);
        source->setWake([place = m_place, parking = m_context.parking] { parking->wake(place); });
        auto stream = std::make_unique<Stream>(Stream{&m_context, source, m_place});
        static_assert(std::is_same_v<ssize_t, long> && std::is_same_v<uint64_t, unsigned long>);
        response = MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, blockSize, &Exchange::read, stream.get(),
            [](void *data) { std::default_delete<Stream>()(static_cast<Stream *>(data)); });
        if (response)
            static_cast<void>(stream.release());
    }
    if (!response)
        return false;
    for (const auto &[name, value] : answer.headers)
        MHD_add_response_header(response, name.c_str(), value.c_str());
    const MHD_Result queued = MHD_queue_response(m_connection, static_cast<unsigned>(answer.status), response);
    MHD_destroy_response(response);
    return queued == MHD_YES;
}

long Exchange::read(void *data, unsigned long, char *into, size_t size)
{
    auto &stream = *static_cast<Stream *>(data);
    for (;;) {
        if (stream.context->parking->isGone(stream.place))
            return MHD_CONTENT_READER_END_WITH_ERROR;
        if (!stream.context->silent) {
            size_t count = 0;
            switch (stream.source->read(into, size, count)) {
            case BodySource::State::Ready:
                if (count > 0)
                    return static_cast<long>(count);
                break;
            case BodySource::State::Later:
                break;
            case BodySource::State::End:
                return MHD_CONTENT_READER_END_OF_STREAM;
            }
        }
        switch (stream.context->parking->park(stream.place)) {
        case Parking::Entry::Parked:
            return 0;
        case Parking::Entry::Woken:
            break;
        case Parking::Entry::Gone:
            return MHD_CONTENT_READER_END_WITH_ERROR;
        }
    }
}

} // namespace Sandbox
