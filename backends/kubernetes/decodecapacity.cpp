// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/decodeobject.h"

#include <algorithm>
#include <map>
#include <string>

namespace Kubernetes {

namespace {

//! Nothing that a person made has more, and hostile ones must not fill the memory.
constexpr qsizetype mostEntries = 1000;

//! Whoever writes to a custom resource may write anything where an amount should be; that one is none then.
std::optional<Quantity> readLenient(Json::Value value)
{
    const auto type = value.type().value();
    if (type != simdjson::ondemand::json_type::string && type != simdjson::ondemand::json_type::number)
        return {};
    const Result<Quantity> quantity = Quantity::parse(Json::scalar(value));
    return quantity ? std::optional(*quantity) : std::nullopt;
}

void readAllocatable(Json::Value map, NodeRecord &record)
{
    Json::eachEntry(map, [&record](std::string_view resource, Json::Value value) {
        if (resource == "cpu")
            record.cpu = readQuantity(value);
        else if (resource == "memory")
            record.memory = readQuantity(value);
        else if (resource == "pods")
            record.pods = readQuantity(value);
    });
}

bool saysReady(Json::Value condition)
{
    bool isReady = false;
    bool isTrue = false;
    Json::eachField(condition, [&](Json::Key key, Json::Value value) {
        if (key == "type")
            isReady = Json::view(value) == "Ready";
        else if (key == "status")
            isTrue = Json::view(value) == "True";
    });
    return isReady && isTrue;
}

void readNodeStatus(Json::Value status, NodeRecord &record)
{
    Json::eachField(status, [&record](Json::Key key, Json::Value value) {
        if (key == "allocatable") {
            readAllocatable(value, record);
        } else if (key == "conditions") {
            Json::eachElement(value, [&record](Json::Value each) { record.ready = saysReady(each) || record.ready; });
        }
    });
}

//! One entry of spec.limits while it is read: its items by resource.
struct LimitEntry
{
    QString type;
    std::map<std::string, LimitRangeItem, std::less<>> items;

    using Amount = std::optional<LimitRangeItem::Amount>;

    void read(Json::Value map, Amount LimitRangeItem::*member)
    {
        Json::eachEntry(map, [this, member](std::string_view resource, Json::Value value) {
            const std::string_view text = Json::scalar(value);
            const Result<Quantity> quantity = Quantity::parse(text);
            if (!quantity)
                Json::reject(quantity.error().detail);
            if (items.size() < static_cast<size_t>(mostEntries))
                items[std::string(resource)].*member = LimitRangeItem::Amount{*quantity, cutText(text)};
        });
    }
};

LimitEntry readLimitEntry(Json::Value limit)
{
    LimitEntry entry;
    Json::eachField(limit, [&entry](Json::Key key, Json::Value value) {
        if (key == "type")
            entry.type = cutText(value);
        else if (key == "min")
            entry.read(value, &LimitRangeItem::min);
        else if (key == "max")
            entry.read(value, &LimitRangeItem::max);
        else if (key == "default")
            entry.read(value, &LimitRangeItem::defaultLimit);
        else if (key == "defaultRequest")
            entry.read(value, &LimitRangeItem::defaultRequest);
        else if (key == "maxLimitRequestRatio")
            entry.read(value, &LimitRangeItem::maxLimitRequestRatio);
    });
    return entry;
}

void readLimits(Json::Value limits, DecodeContext &context, LimitRangeRecord &record)
{
    Json::eachElement(limits, [&](Json::Value limit) {
        LimitEntry entry = readLimitEntry(limit);
        for (auto &[resource, item] : entry.items) {
            if (record.items.size() >= mostEntries)
                return;
            item.type = context.strings.intern(entry.type.toStdString());
            item.resource = context.strings.intern(resource);
            record.items.append(std::move(item));
        }
    });
}

QList<CapsuleTenantRecord::Limit> readHard(Json::Value item, StringPool &strings)
{
    QList<CapsuleTenantRecord::Limit> limits;
    Json::eachField(item, [&](Json::Key key, Json::Value map) {
        if (key != "hard")
            return;
        Json::eachEntry(map, [&](std::string_view resource, Json::Value value) {
            const auto hard = readLenient(value);
            if (hard && limits.size() < mostEntries)
                limits.append({strings.intern(resource), *hard});
        });
    });
    std::sort(limits.begin(), limits.end(),
        [](const auto &left, const auto &right) { return left.resource < right.resource; });
    return limits;
}

void readCapsuleQuotas(Json::Value quotas, DecodeContext &context, CapsuleTenantRecord &record)
{
    Json::eachField(quotas, [&](Json::Key key, Json::Value value) {
        if (key == "scope") {
            record.tenantScope = Json::view(value) != "Namespace";
        } else if (key == "items") {
            Json::eachElement(value, [&](Json::Value item) {
                auto hard = readHard(item, context.strings); // read to its end in any case
                if (record.quotas.size() < mostEntries)
                    record.quotas.append(std::move(hard));
            });
        }
    });
}

void readNamespaces(Json::Value names, DecodeContext &context, CapsuleTenantRecord &record)
{
    constexpr qsizetype mostNamespaces = 100'000;
    Json::eachElement(names, [&](Json::Value name) {
        const QString text = context.strings.intern(Json::view(name));
        if (record.namespaces.size() < mostNamespaces)
            record.namespaces.append(text);
    });
    record.namespaces.sort();
}

} // namespace

void readObject(Json::Object object, DecodeContext &context, NodeRecord &record)
{
    Json::eachField(object, [&](Json::Key key, Json::Value value) {
        if (key == "kind") {
            expectKind(value, kindOf<NodeRecord>);
        } else if (key == "metadata") {
            readMetadata(value, record, context.strings, [](Json::Key, Json::Value) {});
        } else if (key == "spec") {
            Json::eachField(value, [&record](Json::Key name, Json::Value field) {
                if (name == "unschedulable" && !Json::isNull(field))
                    record.unschedulable = field.get_bool();
            });
        } else if (key == "status") {
            readNodeStatus(value, record);
        }
    });
    if (record.key.name.isEmpty())
        Json::reject(QStringLiteral("a node without a name"));
}

void readObject(Json::Object object, DecodeContext &context, LimitRangeRecord &record)
{
    Json::eachField(object, [&](Json::Key key, Json::Value value) {
        if (key == "kind") {
            expectKind(value, kindOf<LimitRangeRecord>);
        } else if (key == "metadata") {
            readMetadata(value, record, context.strings, [](Json::Key, Json::Value) {});
        } else if (key == "spec") {
            Json::eachField(value, [&](Json::Key name, Json::Value field) {
                if (name == "limits")
                    readLimits(field, context, record);
            });
        }
    });
    if (record.key.name.isEmpty() || record.key.namespaceName.isEmpty())
        Json::reject(QStringLiteral("a limit range without a name or namespace"));
}

void readObject(Json::Object object, DecodeContext &context, CapsuleTenantRecord &record)
{
    Json::eachField(object, [&](Json::Key key, Json::Value value) {
        if (key == "kind") {
            expectKind(value, kindOf<CapsuleTenantRecord>);
        } else if (key == "metadata") {
            readMetadata(value, record, context.strings, [](Json::Key, Json::Value) {});
        } else if (key == "spec") {
            Json::eachField(value, [&](Json::Key name, Json::Value field) {
                if (name == "resourceQuotas")
                    readCapsuleQuotas(field, context, record);
                else if (name == "cordoned" && !Json::isNull(field))
                    record.cordoned = field.get_bool();
            });
        } else if (key == "status") {
            Json::eachField(value, [&](Json::Key name, Json::Value field) {
                if (name == "namespaces")
                    readNamespaces(field, context, record);
            });
        }
    });
    if (record.key.name.isEmpty())
        Json::reject(QStringLiteral("a Tenant without a name"));
}

Result<bool> decodeServed(QByteArrayView body, std::string_view resource)
{
    bool served = false;
    const auto readResource = [&](Json::Value entry) {
        bool named = false;
        int verbs = 0;
        Json::eachField(entry, [&](Json::Key key, Json::Value value) {
            if (key == "name")
                named = Json::view(value) == resource;
            else if (key == "verbs")
                Json::eachElement(value, [&verbs](Json::Value verb) {
                    const std::string_view text = Json::view(verb);
                    verbs += text == "list" || text == "watch" ? 1 : 0;
                });
        });
        served = served || (named && verbs >= 2);
    };
    const Result<void> read = Json::parse(body, [&](Json::Object root) {
        bool isList = false;
        Json::eachField(root, [&](Json::Key key, Json::Value value) {
            if (key == "kind") {
                expectKind(value, "APIResourceList");
                isList = true;
            } else if (key == "resources") {
                Json::eachElement(value, readResource);
            }
        });
        if (!isList)
            Json::reject(QStringLiteral("not a list of resources"));
    });
    if (!read)
        return read.error();
    return served;
}

} // namespace Kubernetes
