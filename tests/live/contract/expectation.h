// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/live/contract/reply.h"

#include <vector>

namespace Contract {

//! What a reply has to hold. What it does not is told with target, request, expected and got, and fails the running
//! test, which goes on: one run shows everything that is different.
class Expectation
{
public:
    Expectation(Reply reply, const char *file, int line) : m_reply(std::move(reply)), m_file(file), m_line(line) { }

    const Expectation &status(int code) const;
    //! A Status that refuses, with its code in the answer and in the body.
    const Expectation &refused(int code, const std::string &reason, const std::string &message) const;
    //! Likewise, where the rest of the sentence is of the server's own making.
    const Expectation &refusedLike(int code, const std::string &reason, const std::string &start) const;
    const Expectation &is(const std::string &pointer, const Json &expected) const;
    const Expectation &contains(const std::string &pointer, const std::string &part) const;
    const Expectation &matches(const std::string &pointer, const std::string &pattern) const;
    const Expectation &present(const std::string &pointer) const;
    const Expectation &absent(const std::string &pointer) const;
    const Expectation &count(const std::string &pointer, size_t items) const;
    //! One of the details' causes.
    const Expectation &cause(const std::string &reason, const std::string &message, const std::string &field) const;
    //! The names of /items, in their order.
    const Expectation &names(const std::vector<std::string> &expected) const;
    //! \a manager owns all of \a fields ("/f:data/f:a") by \a operation.
    const Expectation &owns(
        const std::string &manager, const std::string &operation, const std::vector<std::string> &fields) const;
    const Expectation &ownsNot(
        const std::string &manager, const std::string &operation, const std::string &field) const;
    const Expectation &header(const std::string &name, const std::string &start) const;
    const Expectation &body(const std::string &expected) const;
    //! Whatever else is to hold.
    const Expectation &that(bool holds, const std::string &what) const;
    [[nodiscard]] const Reply &reply() const { return m_reply; }

private:
    Reply m_reply;
    const char *m_file;
    int m_line;

    void failed(const std::string &what, const std::string &expected, const std::string &got) const;
    [[nodiscard]] const Json *fieldsOf(const std::string &manager, const std::string &operation) const;
};

} // namespace Contract

#define EXPECT(reply) ::Contract::Expectation((reply), __FILE__, __LINE__)
