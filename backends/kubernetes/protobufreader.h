// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <string_view>

namespace Kubernetes {

//! Reads the fields of one protobuf message, never beyond its bytes (wire format:
//! https://protobuf.dev/programming-guides/encoding). Anything malformed makes failed() true and ends the reading;
//! groups, which Kubernetes has none of, count as malformed. Views point into the message.
class ProtobufReader
{
public:
    explicit ProtobufReader(std::string_view message) : m_at(message.data()), m_end(message.data() + message.size()) { }

    //! Goes to the next field, past what was not read of the one before; false at the end or when failed().
    bool next()
    {
        skip();
        if (m_failed || m_at == m_end)
            return false;
        const quint64 tag = readVarint();
        m_type = static_cast<int>(tag & 7);
        m_field = tag >> 3;
        m_pending = !m_failed;
        if (m_field == 0 || m_field > maxField)
            m_failed = true;
        return !m_failed;
    }
    //! Number of the field; the readers below fail when its type is another.
    [[nodiscard]] quint64 field() const { return m_field; }
    [[nodiscard]] bool failed() const { return m_failed; }
    //! How many bytes of the message have not been read.
    [[nodiscard]] size_t left() const { return static_cast<size_t>(m_end - m_at); }

    [[nodiscard]] quint64 number()
    {
        if (!take(Varint))
            return 0;
        return readVarint();
    }
    //! A text, bytes or an inner message.
    [[nodiscard]] std::string_view bytes()
    {
        if (!take(Bytes))
            return {};
        return readBytes();
    }

    //! One varint outside of any field; 0 when failed().
    [[nodiscard]] quint64 readVarint()
    {
        quint64 value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (m_at == m_end)
                break;
            const auto byte = static_cast<unsigned char>(*m_at++);
            value |= static_cast<quint64>(byte & 0x7f) << shift;
            if (byte < 0x80)
                return value;
        }
        m_failed = true;
        return 0;
    }

private:
    enum Type { Varint = 0, Fixed64 = 1, Bytes = 2, Fixed32 = 5 };
    static constexpr quint64 maxField = (1U << 29) - 1;

    const char *m_at;
    const char *m_end;
    quint64 m_field = 0;
    int m_type = 0;
    bool m_pending = false; //!< the field's value has not been read
    bool m_failed = false;

    bool take(Type type)
    {
        if (m_failed || !m_pending || m_type != type)
            m_failed = true;
        m_pending = false;
        return !m_failed;
    }
    std::string_view readBytes()
    {
        const quint64 size = readVarint();
        if (m_failed || size > left()) {
            m_failed = true;
            return {};
        }
        const std::string_view bytes(m_at, static_cast<size_t>(size));
        m_at += size;
        return bytes;
    }
    void skip()
    {
        if (!m_pending || m_failed)
            return;
        m_pending = false;
        if (m_type == Varint)
            (void)readVarint();
        else if (m_type == Bytes)
            (void)readBytes();
        else if ((m_type == Fixed64 && left() >= 8) || (m_type == Fixed32 && left() >= 4))
            m_at += m_type == Fixed64 ? 8 : 4;
        else
            m_failed = true;
    }
};

} // namespace Kubernetes
