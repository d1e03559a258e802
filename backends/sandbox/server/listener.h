// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/sandbox/api/request.h"

#include <chrono>
#include <functional>
#include <memory>
#include <string>

namespace Sandbox {

//! HTTP/1.1 on loopback, with or without TLS: brings requests to a handler and its answers back. Bounded in everything
//! that a client can ask for. Belongs to the thread that made it; the handler is called from several threads of its
//! own at once.
class Listener
{
public:
    using Handler = std::function<Answer(const Request &)>;

    struct Settings
    {
        std::string certificate = {}; //!< PEM, the server's first; empty: without TLS
        std::string key = {}; //!< PEM
        unsigned short port = 0; //!< 0: any that is free
        unsigned threads = 4;
        unsigned connections = 1024; //!< at once; more are closed as they come
        std::chrono::seconds idle{
            120}; //!< without a byte either way; answers that wait for something to say are spared
        size_t bodyLimit = 3 * 1024 * 1024; //!< bytes, as etcd and kube-apiserver have it; 413 beyond
        size_t targetLimit = 16 * 1024; //!< bytes; 431 beyond
        size_t headerLimit = 64 * 1024; //!< bytes; 431 beyond
    };

    Listener(Settings settings, Handler handler);
    //! Stops.
    ~Listener();

    //! Error::Configuration when there is no port, or the certificate is none.
    [[nodiscard]] Result<void> start();
    //! Ends what is under way and waits for nobody but a handler that is just at work.
    void stop();

    //! 0 when it is not started.
    [[nodiscard]] unsigned short port() const;
    //! "https://127.0.0.1:40123"; empty when it is not started.
    [[nodiscard]] std::string url() const;

    //! Connections are accepted, and nothing is answered; not even what is under way goes on. As a server that hangs.
    void setSilent(bool silent);
    [[nodiscard]] bool isSilent() const;
    //! Answers that wait for something to say.
    [[nodiscard]] size_t waiting() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace Sandbox
