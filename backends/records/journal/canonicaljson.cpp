// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/records/journal/canonicaljson.h"

#include <simdjson.h>

#include <charconv>
#include <cmath>

namespace Records {

namespace {

namespace Dom = simdjson::dom;

struct Rejected
{
    QString why;
};

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

CanonicalJson valueOf(Dom::element element, int deepest);

CanonicalJson::Map mapOf(Dom::object object, int deepest)
{
    CanonicalJson::Map map;
    for (const Dom::key_value_pair field : object) {
        const auto [place, added] = map.try_emplace(textOf(field.key));
        if (!added)
            throw Rejected{QStringLiteral("the key “%1” is there twice").arg(place->first.left(80))};
        place->second = valueOf(field.value, deepest);
    }
    return map;
}

//! \a deepest: how many levels may still lie within each other.
CanonicalJson valueOf(Dom::element element, int deepest)
{
    if (deepest < 0)
        throw Rejected{QStringLiteral("it is nested too deeply")};
    switch (element.type()) {
    case Dom::element_type::ARRAY: {
        CanonicalJson::List list;
        for (const Dom::element item : Dom::array(element))
            list.push_back(valueOf(item, deepest - 1));
        return {std::move(list)};
    }
    case Dom::element_type::OBJECT:
        return {mapOf(Dom::object(element), deepest - 1)};
    case Dom::element_type::INT64:
        return {qint64{int64_t(element)}};
    case Dom::element_type::UINT64:
        return {quint64{uint64_t(element)}};
    case Dom::element_type::DOUBLE:
        return {double(element)};
    case Dom::element_type::STRING:
        return {textOf(std::string_view(element))};
    case Dom::element_type::BOOL:
        return {bool(element)};
    case Dom::element_type::NULL_VALUE:
        return {};
    }
    return {};
}

//! ECMAScript's Number::toString, but with an exponent where digits alone would read as a whole number beyond 64 bits.
QByteArray real(double number)
{
    if (number == 0)
        return QByteArrayLiteral("0");
    char buffer[40];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, std::abs(number), std::chars_format::scientific);
    const QByteArray shortest(buffer, end.ptr - buffer);
    const qsizetype e = shortest.indexOf('e');
    const int exponent = shortest.mid(e + 1).toInt();
    QByteArray digits = shortest.left(e).replace(".", "");
    const int count = static_cast<int>(digits.size());
    const QByteArray sign = number < 0 ? "-" : "";
    if (exponent >= 0 && std::abs(number) < 0x1p63) {
        if (count <= exponent + 1)
            return sign + digits + QByteArray(exponent + 1 - count, '0');
        return sign + digits.insert(exponent + 1, '.');
    }
    if (exponent < 0 && exponent >= -7 + 1)
        return sign + "0." + QByteArray(-exponent - 1, '0') + digits;
    if (count > 1)
        digits.insert(1, '.');
    return sign + digits + (exponent < 0 ? "e-" : "e+") + QByteArray::number(std::abs(exponent));
}

struct Writer
{
    QByteArray out;

    void operator()(std::monostate) { out += "null"; }
    void operator()(bool truth) { out += truth ? "true" : "false"; }
    void operator()(qint64 number) { out += QByteArray::number(number); }
    void operator()(quint64 number) { out += QByteArray::number(number); }
    void operator()(double number) { out += real(number); }
    void operator()(const QString &text) { out += canonicalString(text); }
    void operator()(const CanonicalJson::List &list)
    {
        out += '[';
        for (const CanonicalJson &item : list) {
            if (&item != &list.front())
                out += ',';
            std::visit(*this, item.value);
        }
        out += ']';
    }
    void operator()(const CanonicalJson::Map &map)
    {
        out += '{';
        bool first = true;
        for (const auto &[key, item] : map) {
            if (!first)
                out += ',';
            first = false;
            out += canonicalString(key) + ':';
            std::visit(*this, item.value);
        }
        out += '}';
    }
};

} // namespace

QByteArray canonicalString(QStringView text)
{
    static constexpr std::string_view named = "\b\t\n\f\r\"\\";
    static constexpr std::string_view letters = "btnfr\"\\";
    const QByteArray plain = text.toUtf8(); // half a surrogate pair becomes a replacement character
    QByteArray out;
    out.reserve(plain.size() + 2);
    out += '"';
    for (const char c : plain) {
        if (static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\')
            out += c;
        else if (const size_t at = named.find(c); at != std::string_view::npos)
            out += '\\', out += letters[at];
        else
            out += "\\u00" + QByteArray::number(int(c), 16).rightJustified(2, '0');
    }
    out += '"';
    return out;
}

Result<CanonicalJson> CanonicalJson::parse(QByteArrayView text, qsizetype maxBytes, int deepest)
{
    if (text.size() > maxBytes)
        return Error{Error::Kind::TooLarge, 0,
            QStringLiteral("%1 bytes, where %2 are the most").arg(text.size()).arg(maxBytes), {}, {}};
    if (text.isEmpty()) // of which the parser would copy nothing from nowhere
        return Error{Error::Kind::Malformed, 0, QStringLiteral("there is no JSON"), {}, {}};
    try {
        Dom::parser parser;
        // Deeper ones are refused here, before anything recurses; some more than allowed.
        const auto size = static_cast<size_t>(text.size());
        if (const auto code = parser.allocate(std::max<size_t>(size, 64), static_cast<size_t>(deepest) + 4))
            throw simdjson::simdjson_error(code);
        return valueOf(parser.parse(text.data(), size), deepest);
    } catch (const simdjson::simdjson_error &failure) {
        return Error{Error::Kind::Malformed, 0, plainDetail(QString::fromUtf8(failure.what())), {}, {}};
    } catch (const Rejected &rejected) {
        return Error{Error::Kind::Malformed, 0, plainDetail(rejected.why), {}, {}};
    }
}

QByteArray CanonicalJson::written() const
{
    Writer writer;
    std::visit(writer, value);
    return writer.out;
}

const CanonicalJson *CanonicalJson::member(const QString &name) const
{
    const auto *map = std::get_if<Map>(&value);
    if (!map)
        return nullptr;
    const auto found = map->find(name);
    return found == map->end() ? nullptr : &found->second;
}

QString CanonicalJson::text() const
{
    const auto *own = std::get_if<QString>(&value);
    return own ? *own : QString();
}

qint64 CanonicalJson::integer() const
{
    const auto *own = std::get_if<qint64>(&value);
    return own ? *own : 0;
}

} // namespace Records
