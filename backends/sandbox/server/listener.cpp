// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/server/listener.h"

#include "backends/sandbox/server/exchange.h"

#include <arpa/inet.h>
#include <array>
#include <cstring>
#include <microhttpd.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace Sandbox {

namespace {

//! Of one connection, for its headers, its body as it comes, and one block of an answer.
constexpr size_t connectionMemory = 320 * 1024;

struct DaemonStop
{
    void operator()(MHD_Daemon *daemon) const { MHD_stop_daemon(daemon); }
};

} // namespace

struct Listener::State
{
    Settings settings;
    ExchangeContext context;
    unsigned short port = 0;
    std::unique_ptr<MHD_Daemon, DaemonStop> daemon; // goes first

    [[nodiscard]] MHD_Daemon *listen();

    static void *begin(void *state, const char *target, MHD_Connection *connection)
    {
        auto &context = static_cast<State *>(state)->context;
        return std::make_unique<Exchange>(context, connection, target).release();
    }
    static MHD_Result proceed(void *, MHD_Connection *, const char *, const char *method, const char *,
        const char *upload, size_t *uploadSize, void **exchange)
    {
        return *exchange && static_cast<Exchange *>(*exchange)->proceed(method, upload, uploadSize) ? MHD_YES : MHD_NO;
    }
    static void complete(void *, MHD_Connection *, void **exchange, MHD_RequestTerminationCode)
    {
        const std::unique_ptr<Exchange> over(static_cast<Exchange *>(*exchange));
        *exchange = nullptr;
    }
};

MHD_Daemon *Listener::State::listen()
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(settings.port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const bool secure = !settings.certificate.empty();
    const unsigned flags
        = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | (secure ? static_cast<unsigned>(MHD_USE_TLS) : 0U);
    const auto value = [](auto number) { return static_cast<intptr_t>(number); };
    const auto pointer = [](const std::string &text) { return const_cast<char *>(text.c_str()); };
    std::array<MHD_OptionItem, 3> tls{MHD_OptionItem{MHD_OPTION_HTTPS_MEM_CERT, 0, pointer(settings.certificate)},
        MHD_OptionItem{MHD_OPTION_HTTPS_MEM_KEY, 0, pointer(settings.key)}, MHD_OptionItem{MHD_OPTION_END, 0, nullptr}};
    if (!secure)
        tls[0] = {MHD_OPTION_END, 0, nullptr};
    const std::array<MHD_OptionItem, 7> options{
        MHD_OptionItem{MHD_OPTION_CONNECTION_MEMORY_LIMIT, value(connectionMemory), nullptr},
        MHD_OptionItem{MHD_OPTION_CONNECTION_LIMIT, value(settings.connections), nullptr},
        MHD_OptionItem{MHD_OPTION_CONNECTION_TIMEOUT, value(settings.idle.count()), nullptr},
        MHD_OptionItem{MHD_OPTION_THREAD_POOL_SIZE, value(settings.threads > 1 ? settings.threads : 0), nullptr},
        MHD_OptionItem{MHD_OPTION_SOCK_ADDR, 0, &address}, MHD_OptionItem{MHD_OPTION_ARRAY, 0, tls.data()},
        MHD_OptionItem{MHD_OPTION_END, 0, nullptr}};
    return MHD_start_daemon(flags, settings.port, nullptr, nullptr, &State::proceed, this, MHD_OPTION_URI_LOG_CALLBACK,
        &State::begin, this, MHD_OPTION_NOTIFY_COMPLETED, &State::complete, this, MHD_OPTION_ARRAY, options.data(),
        MHD_OPTION_END);
}

Listener::Listener(Settings settings, Handler handler) : m_state(std::make_unique<State>())
{
    ExchangeContext &context = m_state->context;
    context.handler = std::move(handler);
    context.bodyLimit = settings.bodyLimit;
    context.targetLimit = settings.targetLimit;
    context.headerLimit = settings.headerLimit;
    m_state->settings = std::move(settings);
}

Listener::~Listener()
{
    stop();
}

Result<void> Listener::start()
{
    stop();
    m_state->context.parking = std::make_shared<Parking>();
    m_state->daemon.reset(m_state->listen());
    const auto *info
        = m_state->daemon ? MHD_get_daemon_info(m_state->daemon.get(), MHD_DAEMON_INFO_LISTEN_FD) : nullptr;
    sockaddr_in address{};
    socklen_t size = sizeof address;
    if (!info || ::getsockname(info->listen_fd, reinterpret_cast<sockaddr *>(&address), &size) != 0) {
        const int why = errno;
        stop();
        return Error{Error::Kind::Configuration, 0, QString::fromLocal8Bit(std::strerror(why)),
            QStringLiteral("127.0.0.1:%1").arg(m_state->settings.port), {}};
    }
    m_state->port = ntohs(address.sin_port);
    return {};
}

void Listener::stop()
{
    // libmicrohttpd must not be stopped while a connection is suspended.
    if (m_state->context.parking)
        m_state->context.parking->close();
    m_state->daemon.reset();
    m_state->port = 0;
}

unsigned short Listener::port() const
{
    return m_state->port;
}

std::string Listener::url() const
{
    if (m_state->port == 0)
        return {};
    return (m_state->settings.certificate.empty() ? "http://127.0.0.1:" : "https://127.0.0.1:")
        + std::to_string(m_state->port);
}

void Listener::setSilent(bool silent)
{
    m_state->context.silent = silent;
    if (!silent && m_state->context.parking)
        m_state->context.parking->wakeAll();
}

bool Listener::isSilent() const
{
    return m_state->context.silent;
}

size_t Listener::waiting() const
{
    return m_state->context.parking ? m_state->context.parking->count() : 0;
}

} // namespace Sandbox
