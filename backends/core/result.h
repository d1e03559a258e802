// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/error.h"

#include <utility>
#include <variant>

//! A value or the Error that stands in its place. std::expected once the compilers we support have it; until then these
//! few lines, because clang's tools of Debian 12 do not see the standard one.
template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_outcome(std::in_place_index<0>, std::move(value)) { }
    Result(Error error) : m_outcome(std::in_place_index<1>, std::move(error)) { }

    [[nodiscard]] bool ok() const { return m_outcome.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] const T &value() const & { return std::get<0>(m_outcome); }
    [[nodiscard]] T &value() & { return std::get<0>(m_outcome); }
    [[nodiscard]] T &&value() && { return std::get<0>(std::move(m_outcome)); }
    [[nodiscard]] const Error &error() const { return std::get<1>(m_outcome); }

    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

private:
    std::variant<T, Error> m_outcome;
};

template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) { }

    [[nodiscard]] bool ok() const { return !m_error.has_value(); }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const Error &error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};
