// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/request.h"
#include "backends/sandbox/server/parking.h"

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

struct MHD_Connection;

namespace Sandbox {

//! What the requests of one listener share.
struct ExchangeContext
{
    std::function<Answer(const Request &)> handler;
    size_t bodyLimit = 0; //!< bytes
    size_t targetLimit = 0; //!< bytes
    size_t headerLimit = 0; //!< bytes of names and values
    std::shared_ptr<Parking> parking;
    std::atomic<bool> silent{false};
};

//! One request and its answer. Lives between libmicrohttpd's first and last call about it, in one of its threads.
class Exchange
{
public:
    //! \a target as the client sent it.
    Exchange(ExchangeContext &context, MHD_Connection *connection, std::string_view target);
    ~Exchange();

    //! The access handler's calls, see MHD_AccessHandlerCallback. False: close the connection.
    [[nodiscard]] bool proceed(const char *method, const char *upload, size_t *uploadSize);

private:
    enum class Phase { Headers, Body, Answering };

    //! What goes out of a BodySource; libmicrohttpd keeps it as long as it sends.
    struct Stream
    {
        ExchangeContext *context;
        std::shared_ptr<BodySource> source;
        std::shared_ptr<Parking::Place> place;
    };

    ExchangeContext &m_context;
    MHD_Connection *m_connection;
    std::shared_ptr<Parking::Place> m_place;
    Request m_request;
    Phase m_phase = Phase::Headers;
    size_t m_uploaded = 0;

    [[nodiscard]] bool takeHeaders(const char *method);
    [[nodiscard]] bool takeBody(const char *upload, size_t size);
    //! Bytes; who sends more is cut off.
    [[nodiscard]] size_t uploadLimit() const;
    [[nodiscard]] Answer handled() const;
    [[nodiscard]] Answer tooLarge() const;
    [[nodiscard]] bool answer(Answer answer);
    static long read(void *stream, unsigned long position, char *into, size_t size);
};

} // namespace Sandbox
