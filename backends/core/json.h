// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QByteArrayView>
#include <QString>

#include <simdjson.h>

#include <functional>
#include <string_view>

//! simdjson for our decoders: streaming, no tree of a whole answer. Decoders go through each object's fields once, read
//! what they keep and skip the rest. Views of strings stay good until parse() returns.
namespace Json {

using Document = simdjson::ondemand::document;
using Object = simdjson::ondemand::object;
using Array = simdjson::ondemand::array;
using Field = simdjson::ondemand::field;
//! A field's name as it is spelt, for comparing with literals.
using Key = simdjson::ondemand::raw_json_string;
using Value = simdjson::ondemand::value;
//! Thrown by simdjson on malformed input; parse() turns it into an Error, nothing else needs to catch it.
using Failure = simdjson::simdjson_error;

//! Thrown by reject().
struct Rejection
{
    QString detail;
};

//! Runs \a read over the root object of \a bytes, which it must read to its end. Anything malformed, wherever it is
//! met, ends as Error::Malformed. Not to be called from within \a read.
Result<void> parse(QByteArrayView bytes, const std::function<void(Object)> &read);

//! Ends parse() with Error::Malformed: well-formed, but not what it should say.
[[noreturn]] void reject(const QString &detail);

//! The value as text; empty for null. Throws Failure for other types.
[[nodiscard]] QString text(Value value);
//! Likewise, without a copy.
[[nodiscard]] std::string_view view(Value value);
//! The value's raw token for numbers, its text for strings: quantities and sample values may come as either.
[[nodiscard]] std::string_view scalar(Value value);
//! Whether the value is null: servers send null where they mean empty.
[[nodiscard]] bool isNull(Value value);

//! Calls \a read(Key, Value) for each field, in their order.
template <typename Read>
void eachField(Object object, Read &&read)
{
    for (Field field : object) {
        const Key key = field.key();
        read(key, field.value());
    }
}

//! Likewise; null has no fields.
template <typename Read>
void eachField(Value value, Read &&read)
{
    if (!isNull(value))
        eachField(Object(value.get_object()), std::forward<Read>(read));
}

//! For objects that are maps: calls \a read(std::string_view, Value) with each key unescaped. Null has none.
template <typename Read>
void eachEntry(Value value, Read &&read)
{
    if (isNull(value))
        return;
    for (Field field : Object(value.get_object())) {
        const std::string_view key = field.unescaped_key();
        read(key, field.value());
    }
}

//! Calls \a read(Value) for each element; null has none.
template <typename Read>
void eachElement(Value value, Read &&read)
{
    if (isNull(value))
        return;
    for (Value element : Array(value.get_array()))
        read(element);
}

} // namespace Json
