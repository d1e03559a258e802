// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/protobuf.h"

#include "backends/sandbox/api/route.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <span>

namespace Sandbox {

namespace {

//! A field of a message, by the numbers of k8s.io/api, generated.proto.
struct Field
{
    enum class Type { Text, Whole, Flag, Group, Texts, ByteTexts, Quantities, WholeOrText };
    int id;
    const char *name;
    Type type = Type::Text;
    bool many = false;
    std::span<const Field> fields = {};
};
using enum Field::Type;

constexpr std::array meta{Field{1, "name"}, Field{2, "generateName"}, Field{3, "namespace"}, Field{5, "uid"},
    Field{6, "resourceVersion"}, Field{11, "labels", Texts}, Field{12, "annotations", Texts},
    Field{14, "finalizers", Text, true}};
constexpr Field metadata{1, "metadata", Group, false, meta};

constexpr std::array asked{Field{1, "namespace"}, Field{2, "verb"}, Field{3, "group"}, Field{4, "version"},
    Field{5, "resource"}, Field{6, "subresource"}, Field{7, "name"}};
constexpr std::array askedPath{Field{1, "path"}, Field{2, "verb"}};
constexpr std::array reviewSpec{Field{1, "resourceAttributes", Group, false, asked},
    Field{2, "nonResourceAttributes", Group, false, askedPath}, Field{3, "user"}, Field{4, "groups", Text, true}};
constexpr std::array review{metadata, Field{2, "spec", Group, false, reviewSpec}};
constexpr std::array rulesSpec{Field{1, "namespace"}};
constexpr std::array rulesReview{metadata, Field{2, "spec", Group, false, rulesSpec}};

constexpr std::array space{metadata};
constexpr std::array configMap{
    metadata, Field{2, "data", Texts}, Field{3, "binaryData", ByteTexts}, Field{4, "immutable", Flag}};
constexpr std::array secret{metadata, Field{2, "data", ByteTexts}, Field{3, "type"}, Field{4, "stringData", Texts},
    Field{5, "immutable", Flag}};
constexpr std::array quotaSpec{Field{1, "hard", Quantities}, Field{2, "scopes", Text, true}};
constexpr std::array quota{metadata, Field{2, "spec", Group, false, quotaSpec}};

constexpr std::array rule{Field{1, "verbs", Text, true}, Field{2, "apiGroups", Text, true},
    Field{3, "resources", Text, true}, Field{4, "resourceNames", Text, true}, Field{5, "nonResourceURLs", Text, true}};
constexpr std::array role{metadata, Field{2, "rules", Group, true, rule}};
constexpr std::array subject{Field{1, "kind"}, Field{2, "apiGroup"}, Field{3, "name"}, Field{4, "namespace"}};
constexpr std::array roleRef{Field{1, "apiGroup"}, Field{2, "kind"}, Field{3, "name"}};
constexpr std::array binding{
    metadata, Field{2, "subjects", Group, true, subject}, Field{3, "roleRef", Group, false, roleRef}};

constexpr std::array port{Field{1, "name"}, Field{3, "containerPort", Whole}, Field{4, "protocol"}};
constexpr std::array resources{Field{1, "limits", Quantities}, Field{2, "requests", Quantities}};
constexpr std::array variable{Field{1, "name"}, Field{2, "value"}};
constexpr std::array container{Field{1, "name"}, Field{2, "image"}, Field{3, "command", Text, true},
    Field{4, "args", Text, true}, Field{6, "ports", Group, true, port}, Field{7, "env", Group, true, variable},
    Field{8, "resources", Group, false, resources}};
constexpr std::array podSpec{Field{2, "containers", Group, true, container}, Field{3, "restartPolicy"}};
constexpr std::array podTemplate{metadata, Field{2, "spec", Group, false, podSpec}};
constexpr std::array selector{Field{1, "matchLabels", Texts}};
constexpr std::array deploymentSpec{Field{1, "replicas", Whole}, Field{2, "selector", Group, false, selector},
    Field{3, "template", Group, false, podTemplate}};
constexpr std::array deployment{metadata, Field{2, "spec", Group, false, deploymentSpec}};
constexpr std::array servicePort{Field{1, "name"}, Field{2, "protocol"}, Field{3, "port", Whole},
    Field{4, "targetPort", WholeOrText}, Field{5, "nodePort", Whole}};
constexpr std::array serviceSpec{
    Field{1, "ports", Group, true, servicePort}, Field{2, "selector", Texts}, Field{3, "clusterIP"}, Field{4, "type"}};
constexpr std::array service{metadata, Field{2, "spec", Group, false, serviceSpec}};
constexpr std::array preconditions{Field{1, "uid"}, Field{2, "resourceVersion"}};
constexpr std::array deleteOptions{Field{1, "gracePeriodSeconds", Whole},
    Field{2, "preconditions", Group, false, preconditions}, Field{3, "orphanDependents", Flag},
    Field{4, "propagationPolicy"}, Field{5, "dryRun", Text, true}};
constexpr std::array eviction{metadata, Field{2, "deleteOptions", Group, false, deleteOptions}};
constexpr std::array scaleSpec{Field{1, "replicas", Whole}};
constexpr std::array scale{metadata, Field{2, "spec", Group, false, scaleSpec}};

constexpr std::array envelopeType{Field{1, "apiVersion"}, Field{2, "kind"}};

std::optional<std::span<const Field>> messageOf(std::string_view kind)
{
    struct Known
    {
        std::string_view kind;
        std::span<const Field> fields;
    };
    static constexpr std::array<Known, 18> all{{{"SelfSubjectAccessReview", review}, {"SubjectAccessReview", review},
        {"LocalSubjectAccessReview", review}, {"SelfSubjectRulesReview", rulesReview}, {"Namespace", space},
        {"ServiceAccount", space}, {"ConfigMap", configMap}, {"Secret", secret}, {"ResourceQuota", quota},
        {"Role", role}, {"ClusterRole", role}, {"RoleBinding", binding}, {"ClusterRoleBinding", binding},
        {"Deployment", deployment}, {"Service", service}, {"DeleteOptions", deleteOptions}, {"Eviction", eviction},
        {"Scale", scale}}};
    const auto known = std::ranges::find(all, kind, &Known::kind);
    return known == all.end() ? std::nullopt : std::optional(known->fields);
}

//! Takes the parts of a message off its beginning.
class Reader
{
public:
    explicit Reader(std::string_view bytes) : m_rest(bytes) { }

    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }
    std::optional<uint64_t> number()
    {
        uint64_t value = 0;
        for (int shift = 0; shift < 64 && !m_rest.empty(); shift += 7) {
            const auto byte = static_cast<unsigned char>(m_rest.front());
            m_rest.remove_prefix(1);
            value |= static_cast<uint64_t>(byte & 0x7f) << shift;
            if (byte < 0x80)
                return value;
        }
        return std::nullopt;
    }
    std::optional<std::string_view> bytes()
    {
        const auto size = number();
        if (!size || *size > m_rest.size())
            return std::nullopt;
        const std::string_view taken = m_rest.substr(0, *size);
        m_rest.remove_prefix(*size);
        return taken;
    }

private:
    std::string_view m_rest;
};

//! One field: its number, and what it holds.
struct Part
{
    int id = 0;
    bool isBytes = false;
    uint64_t number = 0;
    std::string_view bytes;
};

std::optional<Part> take(Reader &reader)
{
    const auto key = reader.number();
    if (!key || *key >> 3 == 0 || *key >> 3 > 1000)
        return std::nullopt;
    Part part;
    part.id = static_cast<int>(*key >> 3);
    part.isBytes = (*key & 7) == 2;
    if (part.isBytes) {
        const auto bytes = reader.bytes();
        part.bytes = bytes.value_or(std::string_view());
        return bytes ? std::optional(part) : std::nullopt;
    }
    const auto number = (*key & 7) == 0 ? reader.number() : std::nullopt;
    part.number = number.value_or(0);
    return number ? std::optional(part) : std::nullopt;
}

bool readMessage(std::string_view bytes, std::span<const Field> fields, Json &into);

//! The text in field 1 of a message that has nothing else (Quantity).
std::optional<std::string> onlyText(std::string_view bytes)
{
    Reader reader(bytes);
    if (reader.atEnd())
        return std::string("0");
    const auto part = take(reader);
    if (!part || part->id != 1 || !part->isBytes || !reader.atEnd())
        return std::nullopt;
    return std::string(part->bytes);
}

//! One entry of a map.
bool readEntry(std::string_view bytes, Field::Type type, Json &into)
{
    std::string key;
    std::string value;
    for (Reader reader(bytes); !reader.atEnd();) {
        const auto part = take(reader);
        if (!part || !part->isBytes || part->id > 2)
            return false;
        (part->id == 1 ? key : value) = part->bytes;
    }
    if (type == Quantities) {
        const auto amount = onlyText(value);
        if (!amount)
            return false;
        value = *amount;
    } else if (type == ByteTexts) {
        value = QByteArray::fromStdString(value).toBase64().toStdString();
    }
    if (!isUtf8(key) || !isUtf8(value))
        return false;
    into[key] = value;
    return true;
}

std::optional<Json> wholeOrText(std::string_view bytes)
{
    uint64_t type = 0;
    Json whole = 0;
    Json text = "";
    for (Reader reader(bytes); !reader.atEnd();) {
        const auto part = take(reader);
        if (!part)
            return std::nullopt;
        if (part->id == 1)
            type = part->number;
        else if (part->id == 2)
            whole = static_cast<int32_t>(part->number);
        else if (part->id == 3 && isUtf8(part->bytes))
            text = part->bytes;
    }
    return type == 0 ? whole : text;
}

std::optional<Json> readValue(const Part &part, const Field &field)
{
    if (part.isBytes == (field.type == Whole || field.type == Flag))
        return std::nullopt;
    switch (field.type) {
    case Text:
        return isUtf8(part.bytes) ? std::optional<Json>(part.bytes) : std::nullopt;
    case Whole:
        return Json(static_cast<int64_t>(part.number));
    case Flag:
        return Json(part.number != 0);
    case WholeOrText:
        return wholeOrText(part.bytes);
    case Group: {
        Json group = Json::object();
        return readMessage(part.bytes, field.fields, group) ? std::optional(std::move(group)) : std::nullopt;
    }
    case Texts:
    case ByteTexts:
    case Quantities:
        break;
    }
    return std::nullopt;
}

//! Nothing but defaults, as Go writes them for fields that nobody set.
bool isVoid(std::string_view bytes)
{
    for (Reader reader(bytes); !reader.atEnd();) {
        const auto part = take(reader);
        if (!part || part->number != 0 || !isVoid(part->bytes))
            return false;
    }
    return true;
}

bool readMessage(std::string_view bytes, std::span<const Field> fields, Json &into)
{
    for (Reader reader(bytes); !reader.atEnd();) {
        const auto part = take(reader);
        if (!part)
            return false;
        const auto field = std::ranges::find(fields, part->id, &Field::id);
        if (field == fields.end()) {
            if (part->number != 0 || part->bytes.size() > 200 || !isVoid(part->bytes))
                return false;
            continue;
        }
        if (field->type == Texts || field->type == ByteTexts || field->type == Quantities) {
            if (!part->isBytes || !readEntry(part->bytes, field->type, into[field->name]))
                return false;
            continue;
        }
        auto value = readValue(*part, *field);
        if (!value)
            return false;
        const bool unset = field->type == Text && !field->many && *value == "";
        if (field->many)
            into[field->name].push_back(std::move(*value));
        else if (!unset)
            into[field->name] = std::move(*value);
    }
    return true;
}

} // namespace

std::optional<Json> parseProtobuf(std::string_view bytes)
{
    constexpr std::string_view magic("k8s\0", 4);
    if (!bytes.starts_with(magic))
        return std::nullopt;
    Json document = Json::object();
    std::string_view raw;
    for (Reader reader(bytes.substr(magic.size())); !reader.atEnd();) {
        const auto part = take(reader);
        if (!part)
            return std::nullopt;
        if (part->id == 1 && !readMessage(part->bytes, envelopeType, document))
            return std::nullopt;
        if (part->id == 2)
            raw = part->bytes;
    }
    const auto fields = messageOf(textAt(document, "kind"));
    if (!fields || !readMessage(raw, *fields, document))
        return std::nullopt;
    return document;
}

} // namespace Sandbox
