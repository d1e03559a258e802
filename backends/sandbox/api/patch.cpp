// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/patch.h"

#include <charconv>

namespace Sandbox::Patch {

namespace {

constexpr size_t mostOperations = 10'000;
constexpr size_t mostCopied = 3 * 1024 * 1024; // bytes, as the real server allows
// What one patch may cost: elements moved aside and values walked.
constexpr long long mostWork = 50'000'000;

//! The real server tells nothing about why.
Status refused()
{
    Status status;
    status.code = 422;
    status.reason = "Invalid";
    status.message = "the server rejected our request due to an error in our request";
    return status;
}

std::string_view typeName(const Json &json)
{
    return json.is_object() ? "object"
        : json.is_array()   ? "array"
        : json.is_string()  ? "string"
        : json.is_boolean() ? "bool"
                            : "number";
}

//! Counts the values in \a json; nothing when it is deeper than \a depth.
std::optional<long long> size(const Json &json, int depth)
{
    if (depth < 0)
        return std::nullopt;
    long long count = 1;
    if (json.is_structured()) {
        for (const Json &child : json) {
            const std::optional<long long> below = size(child, depth - 1);
            if (!below)
                return std::nullopt;
            count += *below;
        }
    }
    return count;
}

std::string unescaped(std::string_view step)
{
    std::string text;
    for (size_t i = 0; i < step.size(); ++i) {
        if (step[i] == '~' && i + 1 < step.size() && (step[i + 1] == '0' || step[i + 1] == '1'))
            text += step[++i] == '0' ? '~' : '/';
        else
            text += step[i];
    }
    return text;
}

//! The steps of a JSON pointer. What stands before the first slash is nothing, whatever it is.
std::optional<std::vector<std::string>> stepsOf(std::string_view pointer)
{
    std::vector<std::string> steps;
    const size_t first = pointer.find('/');
    // The real one takes "data/x" apart like "/data/x", and leaves "data" out.
    if (first == std::string_view::npos)
        return std::nullopt;
    pointer.remove_prefix(first + 1);
    while (steps.size() <= maxJsonDepth) {
        const size_t slash = pointer.find('/');
        steps.push_back(unescaped(pointer.substr(0, slash)));
        if (slash == std::string_view::npos)
            return steps;
        pointer.remove_prefix(slash + 1);
    }
    return std::nullopt;
}

//! A place in a list of \a length elements; counted from the end when it is negative, as the real server has it.
std::optional<size_t> indexIn(std::string_view step, size_t length)
{
    long long index = 0;
    const char *end = step.data() + step.size();
    const auto [stop, problem] = std::from_chars(step.data(), end, index);
    if (problem != std::errc() || stop != end)
        return std::nullopt;
    const auto signedLength = static_cast<long long>(length);
    if (index < 0)
        index += signedLength;
    return index < 0 || index >= signedLength ? std::nullopt : std::optional(static_cast<size_t>(index));
}

//! One JSON patch at work. Every step says whether it could be done.
class Operations
{
public:
    explicit Operations(Json object) : m_object(std::move(object)) { }

    [[nodiscard]] Json take() { return std::move(m_object); }
    [[nodiscard]] bool run(const Json &operation)
    {
        const std::string op = textAt(operation, "op");
        const std::optional<Place> place = find(textAt(operation, "path"));
        if (!place)
            return false;
        if (op == "add")
            return add(*place, at(operation, "value"));
        if (op == "remove")
            return remove(*place);
        if (op == "replace")
            return replace(*place, at(operation, "value"));
        if (op == "test")
            return test(*place, at(operation, "value"));
        if (op == "move")
            return move(textAt(operation, "from"), textAt(operation, "path"));
        return op == "copy" && copy(textAt(operation, "from"), *place);
    }

private:
    struct Place
    {
        Json *parent;
        std::string step;
        int depth;
    };

    std::optional<Place> find(std::string_view pointer)
    {
        const auto steps = stepsOf(pointer);
        m_work -= static_cast<long long>(pointer.size());
        if (!steps)
            return std::nullopt;
        Json *parent = &m_object;
        for (size_t i = 0; i + 1 < steps->size(); ++i) {
            parent = child(*parent, (*steps)[i]);
            if (!parent || !parent->is_structured())
                return std::nullopt;
        }
        if (!parent->is_structured())
            return std::nullopt;
        return Place{parent, steps->back(), static_cast<int>(steps->size())};
    }

    static Json *child(Json &parent, const std::string &step)
    {
        if (parent.is_array()) {
            const std::optional<size_t> index = indexIn(step, parent.size());
            return index ? &parent[*index] : nullptr;
        }
        const auto found = parent.find(step);
        return found == parent.end() ? nullptr : &*found;
    }

    //! Whether \a value may stand at \a place, and there is strength left to put it there.
    bool fits(const Place &place, const Json &value)
    {
        const std::optional<long long> count = size(value, maxJsonDepth - place.depth);
        m_work -= count.value_or(0) + (place.parent->is_array() ? static_cast<long long>(place.parent->size()) : 0);
        return count && m_work > 0;
    }

    bool add(const Place &place, Json value)
    {
        if (!fits(place, value))
            return false;
        if (place.parent->is_object()) {
            (*place.parent)[place.step] = std::move(value);
            return true;
        }
        const size_t length = place.parent->size();
        // One more than there are: the new one may stand at the end.
        const std::optional<size_t> index = place.step == "-" ? length : indexIn(place.step, length + 1);
        if (!index)
            return false;
        place.parent->insert(place.parent->begin() + static_cast<Json::difference_type>(*index), std::move(value));
        return true;
    }

    bool remove(const Place &place)
    {
        if (!child(*place.parent, place.step))
            return false;
        if (place.parent->is_object()) {
            place.parent->erase(place.step);
            return true;
        }
        m_work -= static_cast<long long>(place.parent->size());
        place.parent->erase(*indexIn(place.step, place.parent->size()));
        return m_work > 0;
    }

    //! What is not there yet is added to an object: RFC 6902 says no, the real server does it.
    bool replace(const Place &place, Json value)
    {
        if (!fits(place, value))
            return false;
        if (place.parent->is_object()) {
            (*place.parent)[place.step] = std::move(value);
            return true;
        }
        Json *there = child(*place.parent, place.step);
        if (there)
            *there = std::move(value);
        return there != nullptr;
    }

    //! What is not there in an object is null.
    static bool test(const Place &place, const Json &value)
    {
        const Json *there = child(*place.parent, place.step);
        return there ? *there == value : place.parent->is_object() && value.is_null();
    }

    bool move(std::string_view from, std::string_view to)
    {
        const std::optional<Place> source = find(from);
        Json *there = source ? child(*source->parent, source->step) : nullptr;
        if (!there)
            return false;
        Json value = std::move(*there);
        if (!remove(*source))
            return false;
        const std::optional<Place> target = find(to);
        return target && add(*target, std::move(value));
    }

    bool copy(std::string_view from, const Place &target)
    {
        const std::optional<Place> source = find(from);
        if (!source)
            return false;
        const Json *there = child(*source->parent, source->step);
        if (!there)
            return source->parent->is_object() && add(target, nullptr);
        if (!fits(target, *there))
            return false;
        m_copied += there->dump(-1, ' ', false, Json::error_handler_t::replace).size();
        return m_copied <= mostCopied && add(target, *there);
    }

    Json m_object;
    size_t m_copied = 0;
    long long m_work = mostWork;
};

//! Nulls say what goes; nothing is there that could.
void dropNulls(Json &json)
{
    if (!json.is_structured())
        return;
    for (auto child = json.begin(); child != json.end();) {
        if (child->is_null() && json.is_object()) {
            child = json.erase(child);
        } else {
            dropNulls(*child);
            ++child;
        }
    }
    if (json.is_array())
        json.erase(std::remove(json.begin(), json.end(), Json(nullptr)), json.end());
}

void mergeInto(Json &object, const Json &patch)
{
    if (!object.is_object() || !patch.is_object()) {
        object = patch;
        dropNulls(object);
        return;
    }
    for (const auto &[key, value] : patch.items()) {
        if (value.is_null())
            object.erase(key);
        else
            mergeInto(object[key], value);
    }
}

} // namespace

Outcome<Json> json(const Json &object, const Json &patch)
{
    const auto notA = [](const Json &what, const char *type) {
        return Status::badRequest(std::string("json: cannot unmarshal ")
                                      .append(typeName(what))
                                      .append(" into Go value of type ")
                                      .append(type));
    };
    if (!patch.is_array())
        return notA(patch, "jsonpatch.Patch");
    for (const Json &operation : patch) {
        if (!operation.is_object())
            return notA(operation, "jsonpatch.Operation");
    }
    if (patch.size() > mostOperations) {
        return Status::tooLarge("The allowed maximum operations in a JSON patch is " + std::to_string(mostOperations)
            + ", got " + std::to_string(patch.size()));
    }
    Operations operations(object);
    for (const Json &operation : patch) {
        if (!operations.run(operation))
            return refused();
    }
    return operations.take();
}

Json merge(const Json &object, const Json &patch)
{
    Json result = object;
    mergeInto(result, patch);
    return result;
}

} // namespace Sandbox::Patch
