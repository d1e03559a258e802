// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/json.h"

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace Sandbox {

struct ResourceType;

//! A refusal as metav1.Status says it: what goes over the wire when something could not be done. Reasons, codes and
//! sentences are kube-apiserver's own (apimachinery, api/errors).
struct Status
{
    //! One field that is wrong, for 422, or one conflict of server-side apply, for 409.
    struct Cause
    {
        std::string reason; //!< FieldValueInvalid, FieldManagerConflict ...
        std::string message;
        std::string field;
    };

    int code = 500;
    std::string reason; //!< NotFound, Conflict, Invalid ...; empty for none
    std::string message;
    std::string name; //!< of details, like the three below; empty ones are left out
    std::string group;
    std::string kind; //!< the plural resource, except for Invalid, where it is the kind
    std::string uid;
    std::vector<Cause> causes;
    int retryAfterSeconds = 0;
    bool detailed = true; //!< details are there even when they are empty
    std::string continueToken; //!< with which a list may go on that cannot be consistent any more

    [[nodiscard]] Json toJson() const;

    static Status badRequest(std::string message);
    static Status unauthorized();
    static Status notFound(const ResourceType &type, const std::string &name);
    //! For a path that nothing is served at.
    static Status noSuchPath();
    static Status methodNotAllowed();
    static Status notAcceptable(const std::string &accepted);
    static Status unsupportedMediaType(const std::string &accepted);
    static Status alreadyExists(const ResourceType &type, const std::string &name);
    //! Somebody else changed the object in between.
    static Status conflict(const ResourceType &type, const std::string &name, const std::string &why);
    static Status forbidden(const ResourceType &type, const std::string &name, const std::string &why);
    static Status invalid(const ResourceType &type, const std::string &name, std::vector<Cause> causes);
    static Status expired(const std::string &message);
    static Status tooLarge(const std::string &why);
    //! What stands for a version that is not there yet.
    static Status tooNew(const std::string &wanted, const std::string &current);
    //! 500 with a sentence and nothing else.
    static Status internal(std::string message);
};

//! A value or the refusal that stands in its place.
template <typename T>
class [[nodiscard]] Outcome
{
public:
    Outcome(T value) : m_outcome(std::in_place_index<0>, std::move(value)) { }
    Outcome(Status status) : m_outcome(std::in_place_index<1>, std::move(status)) { }

    [[nodiscard]] bool ok() const { return m_outcome.index() == 0; }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const T &value() const & { return std::get<0>(m_outcome); }
    [[nodiscard]] T &value() & { return std::get<0>(m_outcome); }
    [[nodiscard]] T &&value() && { return std::get<0>(std::move(m_outcome)); }
    [[nodiscard]] const Status &status() const { return std::get<1>(m_outcome); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

private:
    std::variant<T, Status> m_outcome;
};

} // namespace Sandbox
