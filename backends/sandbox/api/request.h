// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace Sandbox {

//! What came over the wire, of which nothing is to be trusted; the bounds are the server's (Listener::maxBody ...).
struct Request
{
    std::string method; //!< as sent: "GET"
    std::string path; //!< percent-decoded where it is taken apart, not before
    std::vector<std::pair<std::string, std::string>> query; //!< decoded, in the order sent
    std::vector<std::pair<std::string, std::string>> headers; //!< names in lower case, in the order sent
    std::string body;

    //! The first one; empty when there is none. \a name in lower case.
    [[nodiscard]] std::string_view header(std::string_view name) const;
    [[nodiscard]] std::vector<std::string_view> allHeaders(std::string_view name) const;
    //! The first one, empty when there is none.
    [[nodiscard]] std::string_view parameter(std::string_view name) const;
    [[nodiscard]] bool hasParameter(std::string_view name) const;
};

//! An answer that is told piece by piece; read by one of the server's threads, written by others.
class BodySource
{
public:
    virtual ~BodySource() = default;

    enum class State {
        Ready, //!< bytes were read
        Later, //!< none yet: the wake function is called when there are
        End,
    };
    //! Copies at most \a size bytes to \a into and says how many in \a count.
    virtual State read(char *into, size_t size, size_t &count) = 0;
    //! \a wake may be called from any thread, also when nothing is waited for. Called once, before the first read.
    virtual void setWake(std::function<void()> wake) = 0;
};

struct Answer
{
    int status = 200;
    std::vector<std::pair<std::string, std::string>> headers; //!< Content-Type among them
    std::variant<std::string, std::shared_ptr<BodySource>> body;
};

} // namespace Sandbox
