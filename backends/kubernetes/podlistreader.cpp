// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/podlistreader.h"

#include "backends/kubernetes/decodepodprotobuf.h"
#include "backends/kubernetes/protobufobject.h"

namespace Kubernetes {

namespace {

//! A tag and a length may have so many bytes.
constexpr size_t longestHead = 20;

//! Tag and length of a field, before its bytes are there. All fields of an envelope and of a list are of that type.
struct Head
{
    quint64 field = 0;
    quint64 size = 0;
    size_t bytes = 0; //!< of the head itself; 0 when more are needed
    bool malformed = false;
};

Head readHead(std::string_view bytes)
{
    Head head;
    ProtobufReader reader(bytes);
    const quint64 tag = reader.readVarint();
    const bool tagged = !reader.failed();
    head.field = tag >> 3;
    head.size = tagged ? reader.readVarint() : 0;
    head.malformed = (tagged && (tag & 7) != 2) || (reader.failed() && bytes.size() >= longestHead);
    if (!reader.failed())
        head.bytes = bytes.size() - reader.left();
    return head;
}

Error malformed()
{
    return Error{Error::Kind::Malformed, 0, QStringLiteral("not a list of pods"), {}, {}};
}

} // namespace

Result<void> PodListReader::feed(QByteArrayView bytes, QList<PodRecord> &pods)
{
    const bool joined = !m_rest.isEmpty();
    if (joined)
        m_rest.append(bytes);
    std::string_view left(
        joined ? m_rest.constData() : bytes.data(), static_cast<size_t>(joined ? m_rest.size() : bytes.size()));
    Step done = Step::Done;
    while (done == Step::Done && !left.empty())
        done = step(left, pods);
    if (done == Step::Malformed || done == Step::TooLarge) {
        m_part = Part::Broken;
        m_rest.clear();
        return done == Step::TooLarge ? Error{Error::Kind::TooLarge, 0, QStringLiteral("one pod is too large"), {}, {}}
                                      : malformed();
    }
    m_rest = QByteArray(left.data(), static_cast<qsizetype>(left.size()));
    return {};
}

Result<void> PodListReader::finish() const
{
    if (m_part == Part::Envelope && m_listRead && m_rest.isEmpty())
        return {};
    if (m_part == Part::Broken)
        return malformed();
    return Error{Error::Kind::ConnectionLost, 0, QStringLiteral("the list broke off"), {}, {}};
}

PodListReader::Step PodListReader::step(std::string_view &bytes, QList<PodRecord> &pods)
{
    switch (m_part) {
    case Part::Magic:
        return readMagic(bytes);
    case Part::Envelope:
        return readEnvelope(bytes);
    case Part::List:
        return readList(bytes, pods);
    case Part::Broken:
        break;
    }
    return Step::Malformed;
}

PodListReader::Step PodListReader::readMagic(std::string_view &bytes)
{
    if (!protobufMagic.starts_with(bytes.substr(0, protobufMagic.size())))
        return Step::Malformed;
    if (bytes.size() < protobufMagic.size())
        return Step::Needs;
    bytes.remove_prefix(protobufMagic.size());
    m_part = Part::Envelope;
    return Step::Done;
}

PodListReader::Step PodListReader::readEnvelope(std::string_view &bytes)
{
    const Head head = readHead(bytes);
    if (head.malformed)
        return Step::Malformed;
    if (head.bytes == 0)
        return Step::Needs;
    if (head.field == 2) { // the list itself
        if (m_listRead || !m_kindRead)
            return Step::Malformed;
        m_listRead = true;
        m_listLeft = head.size;
        bytes.remove_prefix(head.bytes);
        m_part = m_listLeft > 0 ? Part::List : Part::Envelope;
        return Step::Done;
    }
    constexpr quint64 longestField = 4096;
    if (head.size > longestField)
        return Step::Malformed;
    if (bytes.size() - head.bytes < head.size)
        return Step::Needs;
    if (head.field == 1 && !readKind(bytes.substr(head.bytes, static_cast<size_t>(head.size))))
        return Step::Malformed;
    bytes.remove_prefix(head.bytes + static_cast<size_t>(head.size));
    return Step::Done;
}

PodListReader::Step PodListReader::readList(std::string_view &bytes, QList<PodRecord> &pods)
{
    const Head head = readHead(bytes);
    if (head.malformed)
        return Step::Malformed;
    if (head.bytes == 0)
        return Step::Needs;
    if (head.size > m_listLeft || head.bytes > m_listLeft - head.size)
        return Step::Malformed;
    if (head.size > maxItem)
        return Step::TooLarge;
    if (bytes.size() - head.bytes < head.size)
        return Step::Needs;
    const std::string_view message = bytes.substr(head.bytes, static_cast<size_t>(head.size));
    if (head.field == 1 && !readListMeta(message))
        return Step::Malformed;
    if (head.field == 2) {
        PodRecord pod;
        if (!readProtobufPod(message, m_context, pod))
            return Step::Malformed;
        pods.append(std::move(pod));
    }
    bytes.remove_prefix(head.bytes + static_cast<size_t>(head.size));
    m_listLeft -= head.bytes + head.size;
    if (m_listLeft == 0)
        m_part = Part::Envelope;
    return Step::Done;
}

bool PodListReader::readListMeta(std::string_view message)
{
    return eachField(message, [this](ProtobufReader &field) {
        const auto text = [&field] {
            const std::string_view utf8 = field.bytes();
            return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
        };
        if (field.field() == 2)
            m_resourceVersion = text();
        else if (field.field() == 3)
            m_continueToken = text();
        return true;
    });
}

bool PodListReader::readKind(std::string_view message)
{
    std::string_view kind;
    m_kindRead = eachField(message, [&kind](ProtobufReader &field) {
        if (field.field() == 2)
            kind = field.bytes();
        return true;
    }) && kind == "PodList";
    return m_kindRead;
}

bool isProtobuf(QByteArrayView body)
{
    return std::string_view(body.data(), static_cast<size_t>(body.size())).starts_with(protobufMagic);
}

} // namespace Kubernetes
