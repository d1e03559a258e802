// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/json.h"
#include "backends/kubernetes/decode.h"

#include <string_view>

//! What the decoders of the kinds share. Only for the sources beside decode.h.
namespace Kubernetes {

//! The kind as the API server spells it.
template <typename R>
constexpr std::string_view kindOf = {};
template <>
inline constexpr std::string_view kindOf<NamespaceRecord> = "Namespace";
template <>
inline constexpr std::string_view kindOf<QuotaRecord> = "ResourceQuota";
template <>
inline constexpr std::string_view kindOf<PodRecord> = "Pod";
template <>
inline constexpr std::string_view kindOf<NodeRecord> = "Node";
template <>
inline constexpr std::string_view kindOf<LimitRangeRecord> = "LimitRange";
template <>
inline constexpr std::string_view kindOf<CapsuleTenantRecord> = "Tenant";
template <>
inline constexpr std::string_view kindOf<QuotaRequestRecord> = "ConfigMap";

//! Reads one object; rejects it when it has no name or says that it is of another kind.
void readObject(Json::Object object, DecodeContext &context, NamespaceRecord &record);
void readObject(Json::Object object, DecodeContext &context, QuotaRecord &record);
void readObject(Json::Object object, DecodeContext &context, PodRecord &record);
void readObject(Json::Object object, DecodeContext &context, NodeRecord &record);
void readObject(Json::Object object, DecodeContext &context, LimitRangeRecord &record);
void readObject(Json::Object object, DecodeContext &context, CapsuleTenantRecord &record);
void readObject(Json::Object object, DecodeContext &context, QuotaRequestRecord &record);

//! What a Status says (meta/v1).
struct StatusAnswer
{
    int code = 0;
    QString reason;
    QString message;
    int retryAfterSeconds = 0;
};
[[nodiscard]] StatusAnswer readStatus(Json::Object object);
//! \a code wins over the reason, which only counts when there is none.
[[nodiscard]] Error errorOfStatus(int code, const StatusAnswer &status);

//! Strings beyond this are cut: nothing that we show is longer, and hostile ones must not fill the memory.
constexpr qsizetype longestText = 1024;
[[nodiscard]] QString cutText(std::string_view utf8);
[[nodiscard]] inline QString cutText(Json::Value value)
{
    return cutText(Json::view(value));
}

//! Ends parsing unless \a value says \a kind.
void expectKind(Json::Value value, std::string_view kind);

//! Seconds since the epoch of an RFC 3339 time; 0 when there is none.
[[nodiscard]] qint64 readTime(std::string_view text);
//! Rejects what is no quantity.
[[nodiscard]] Quantity readQuantity(Json::Value value);

//! Metadata that every kind has. Calls \a other(Json::Key, Json::Value) for what it does not know.
template <typename Other>
void readMetadata(Json::Value metadata, Record &record, StringPool &strings, Other &&other)
{
    Json::eachField(metadata, [&](Json::Key key, Json::Value value) {
        if (key == "name")
            record.key.name = cutText(value);
        else if (key == "namespace")
            record.key.namespaceName = strings.intern(Json::view(value));
        else if (key == "uid")
            record.uid = Uid::of(Json::view(value));
        else if (key == "resourceVersion")
            record.resourceVersion = ResourceVersion::of(Json::view(value));
        else
            other(key, value);
    });
}

} // namespace Kubernetes
