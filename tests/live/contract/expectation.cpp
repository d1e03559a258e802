// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/live/contract/expectation.h"

#include <QTest>

#include <algorithm>
#include <regex>

namespace Contract {

namespace {

std::string shortened(std::string text)
{
    constexpr size_t most = 1200;
    if (text.size() > most)
        text.replace(most, std::string::npos, " ...");
    return text;
}

} // namespace

void Expectation::failed(const std::string &what, const std::string &expected, const std::string &got) const
{
    std::string text
        = m_reply.request + "\n   " + what + " expected: " + expected + "\n   " + what + " got:      " + shortened(got);
    if (what != "status" && !m_reply.ok())
        text += "\n   answer:   " + std::to_string(m_reply.status) + ' ' + shortened(m_reply.body);
    QTest::qFail(text.c_str(), m_file, m_line);
}

const Expectation &Expectation::status(int code) const
{
    if (m_reply.status != code)
        failed("status", std::to_string(code), std::to_string(m_reply.status) + ' ' + m_reply.body);
    return *this;
}

const Expectation &Expectation::refused(int code, const std::string &reason, const std::string &message) const
{
    return refusedLike(code, reason, {}).is("/message", message);
}

const Expectation &Expectation::refusedLike(int code, const std::string &reason, const std::string &start) const
{
    status(code);
    if (m_reply.status != code)
        return *this;
    is("/kind", "Status").is("/apiVersion", "v1").is("/status", "Failure").is("/code", code).is("/reason", reason);
    if (!m_reply.text("/message").starts_with(start))
        failed("/message", '"' + start + "...\"", m_reply["/message"].dump());
    return *this;
}

const Expectation &Expectation::is(const std::string &pointer, const Json &expected) const
{
    const Json &got = m_reply[pointer];
    if (got != expected)
        failed(pointer, expected.dump(), got.dump());
    return *this;
}

const Expectation &Expectation::contains(const std::string &pointer, const std::string &part) const
{
    if (m_reply.text(pointer).find(part) == std::string::npos)
        failed(pointer, "\"..." + part + "...\"", m_reply[pointer].dump());
    return *this;
}

const Expectation &Expectation::matches(const std::string &pointer, const std::string &pattern) const
{
    if (!std::regex_match(m_reply.text(pointer), std::regex(pattern)))
        failed(pointer, '/' + pattern + '/', m_reply[pointer].dump());
    return *this;
}

const Expectation &Expectation::present(const std::string &pointer) const
{
    if (m_reply[pointer].is_null())
        failed(pointer, "a value", "nothing");
    return *this;
}

const Expectation &Expectation::absent(const std::string &pointer) const
{
    if (!m_reply[pointer].is_null())
        failed(pointer, "nothing", m_reply[pointer].dump());
    return *this;
}

const Expectation &Expectation::count(const std::string &pointer, size_t items) const
{
    if (!m_reply[pointer].is_array() || m_reply[pointer].size() != items)
        failed(pointer, std::to_string(items) + " items", m_reply[pointer].dump());
    return *this;
}

const Expectation &Expectation::cause(
    const std::string &reason, const std::string &message, const std::string &field) const
{
    const Json expected{{"reason", reason}, {"message", message}, {"field", field}};
    const Json &causes = m_reply["/details/causes"];
    if (!causes.is_array() || std::ranges::find(causes, expected) == causes.end())
        failed("/details/causes", expected.dump(), causes.dump());
    return *this;
}

const Expectation &Expectation::names(const std::vector<std::string> &expected) const
{
    Json got = Json::array();
    if (m_reply["/items"].is_array()) {
        for (const Json &item : m_reply["/items"])
            got.push_back(textAt(item, "/metadata/name"));
    }
    if (got != Json(expected))
        failed("names of /items", Json(expected).dump(), got.dump());
    return *this;
}

const Json *Expectation::fieldsOf(const std::string &manager, const std::string &operation) const
{
    const Json &entries = m_reply["/metadata/managedFields"];
    if (!entries.is_array())
        return nullptr;
    const auto found = std::ranges::find_if(entries, [&](const Json &entry) {
        return textAt(entry, "/manager") == manager && textAt(entry, "/operation") == operation;
    });
    return found == entries.end() ? nullptr : &at(*found, "/fieldsV1");
}

const Expectation &Expectation::owns(
    const std::string &manager, const std::string &operation, const std::vector<std::string> &fields) const
{
    const Json *owned = fieldsOf(manager, operation);
    for (const std::string &field : fields) {
        if (!owned || at(*owned, field).is_null())
            failed("fields of " + manager + " (" + operation + ')', field, m_reply["/metadata/managedFields"].dump());
    }
    return *this;
}

const Expectation &Expectation::ownsNot(
    const std::string &manager, const std::string &operation, const std::string &field) const
{
    const Json *owned = fieldsOf(manager, operation);
    if (owned && !at(*owned, field).is_null())
        failed("fields of " + manager + " (" + operation + ')', "not " + field, owned->dump());
    return *this;
}

const Expectation &Expectation::header(const std::string &name, const std::string &start) const
{
    const auto found = m_reply.headers.find(name);
    if (found == m_reply.headers.end() || !found->second.starts_with(start))
        failed("header " + name, start, found == m_reply.headers.end() ? "none" : found->second);
    return *this;
}

const Expectation &Expectation::body(const std::string &expected) const
{
    if (m_reply.body != expected)
        failed("body", expected, m_reply.body);
    return *this;
}

const Expectation &Expectation::that(bool holds, const std::string &what) const
{
    if (!holds)
        failed("condition", what, m_reply.body);
    return *this;
}

} // namespace Contract
