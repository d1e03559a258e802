// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/decodepodprotobuf.h"

#include "backends/kubernetes/decodeobject.h"
#include "backends/kubernetes/podparts.h"
#include "backends/kubernetes/protobufobject.h"

#include <algorithm>
#include <limits>

namespace Kubernetes {

namespace {

//! One entry of a map: key 1, value 2.
struct Entry
{
    std::string_view key;
    std::string_view value;
};

bool readEntry(std::string_view message, Entry &entry)
{
    return eachField(message, [&entry](ProtobufReader &field) {
        if (field.field() == 1)
            entry.key = field.bytes();
        else if (field.field() == 2)
            entry.value = field.bytes();
        return true;
    });
}

//! A text in field \a number of an inner message, such as Quantity.string.
bool readText(std::string_view message, quint64 number, std::string_view &text)
{
    return eachField(message, [&](ProtobufReader &field) {
        if (field.field() == number)
            text = field.bytes();
        return true;
    });
}

//! One entry of a map<string, Quantity>.
bool readAmount(std::string_view message, Requests &requests)
{
    Entry entry;
    std::string_view text;
    if (!readEntry(message, entry) || !readText(entry.value, 1, text))
        return false;
    const bool cpu = entry.key == "cpu";
    if (!cpu && entry.key != "memory")
        return true;
    const Result<Quantity> amount = Quantity::parse(text);
    if (!amount)
        return false;
    (cpu ? requests.cpu : requests.memory) = *amount;
    return true;
}

bool readResources(std::string_view message, Requests &requests)
{
    return eachField(message,
        [&requests](ProtobufReader &field) { return field.field() != 2 || readAmount(field.bytes(), requests); });
}

bool readContainer(std::string_view message, Container &container)
{
    return eachField(message, [&container](ProtobufReader &field) {
        switch (field.field()) {
        case 1:
            container.name = field.bytes();
            return true;
        case 2:
            container.image = field.bytes();
            return true;
        case 8:
            return readResources(field.bytes(), container.requests);
        case 24:
            container.restartsAlways = field.bytes() == "Always";
            return true;
        default:
            return true;
        }
    });
}

bool readState(std::string_view message, ContainerStatus &status)
{
    return eachField(message, [&status](ProtobufReader &field) {
        if (field.field() == 1)
            return readText(field.bytes(), 1, status.waiting);
        if (field.field() == 3)
            return readText(field.bytes(), 3, status.terminated);
        return true;
    });
}

bool readContainerStatus(std::string_view message, ContainerStatus &status)
{
    return eachField(message, [&status](ProtobufReader &field) {
        switch (field.field()) {
        case 1:
            status.name = field.bytes();
            return true;
        case 2:
            return readState(field.bytes(), status);
        case 4:
            status.ready = field.number() != 0;
            return true;
        case 5: { // an int32; none that is negative is meant
            const quint64 count = field.number();
            status.restarts = static_cast<quint32>(std::min<quint64>(count, std::numeric_limits<quint32>::max()));
            return true;
        }
        default:
            return true;
        }
    });
}

bool readCondition(std::string_view message, PodParts &parts)
{
    std::string_view type, status, reason;
    const bool read = eachField(message, [&](ProtobufReader &field) {
        if (field.field() == 1)
            type = field.bytes();
        else if (field.field() == 2)
            status = field.bytes();
        else if (field.field() == 5)
            reason = field.bytes();
        return true;
    });
    if (type == "PodScheduled" && status == "False")
        parts.unscheduled = reason;
    return read;
}

bool readOwner(std::string_view message, PodParts &parts)
{
    std::string_view kind, name;
    bool controller = false;
    const bool read = eachField(message, [&](ProtobufReader &field) {
        if (field.field() == 1)
            kind = field.bytes();
        else if (field.field() == 3)
            name = field.bytes();
        else if (field.field() == 6)
            controller = field.number() != 0;
        return true;
    });
    if (controller) {
        parts.ownerKind = kind;
        parts.ownerName = name;
    }
    return read;
}

bool readSeconds(std::string_view message, qint64 &seconds)
{
    return eachField(message, [&seconds](ProtobufReader &field) {
        if (field.field() == 1)
            seconds = static_cast<qint64>(field.number());
        return true;
    });
}

bool readMetadata(std::string_view message, StringPool &strings, PodRecord &record, PodParts &parts)
{
    return eachField(message, [&](ProtobufReader &field) {
        switch (field.field()) {
        case 1:
            record.key.name = cutText(field.bytes());
            return true;
        case 3:
            record.key.namespaceName = strings.intern(field.bytes());
            return true;
        case 5:
            record.uid = Uid::of(field.bytes());
            return true;
        case 6:
            record.resourceVersion = ResourceVersion::of(field.bytes());
            return true;
        case 8:
            return readSeconds(field.bytes(), record.created);
        case 9:
            record.terminating = true;
            return true;
        case 11: {
            Entry label;
            const bool read = readEntry(field.bytes(), label);
            if (label.key == "pod-template-hash")
                parts.templateHash = label.value;
            return read;
        }
        case 13:
            return readOwner(field.bytes(), parts);
        default:
            return true;
        }
    });
}

bool readSpec(std::string_view message, StringPool &strings, PodRecord &record, PodParts &parts)
{
    return eachField(message, [&](ProtobufReader &field) {
        switch (field.field()) {
        case 2:
            return readContainer(field.bytes(), parts.containers.emplace_back());
        case 10:
            record.node = strings.intern(field.bytes());
            return true;
        case 20:
            return readContainer(field.bytes(), parts.initContainers.emplace_back());
        case 32:
            return readAmount(field.bytes(), parts.overhead);
        default:
            return true;
        }
    });
}

bool readStatus(std::string_view message, PodRecord &record, PodParts &parts)
{
    return eachField(message, [&](ProtobufReader &field) {
        switch (field.field()) {
        case 1:
            record.phase = podPhase(field.bytes());
            return true;
        case 2:
            return readCondition(field.bytes(), parts);
        case 4:
            parts.reason = field.bytes();
            return true;
        case 8:
            return readContainerStatus(field.bytes(), parts.statuses.emplace_back());
        case 10:
            return readContainerStatus(field.bytes(), parts.initStatuses.emplace_back());
        default:
            return true;
        }
    });
}

//! A bookmark's object has no name: only its version counts.
bool readBookmark(std::string_view message, PodRecord &record)
{
    const bool read = eachField(message, [&record](ProtobufReader &field) {
        if (field.field() != 1)
            return true;
        std::string_view version;
        const bool metadata = readText(field.bytes(), 6, version);
        record.resourceVersion = ResourceVersion::of(version);
        return metadata;
    });
    return read && !record.resourceVersion.isEmpty();
}

Error malformed(const QString &what)
{
    return Error{Error::Kind::Malformed, 0, what, {}, {}};
}

Result<WatchEvent<PodRecord>> readEvent(std::string_view type, const Envelope &object, DecodeContext &context)
{
    using Type = WatchEvent<PodRecord>::Type;
    WatchEvent<PodRecord> event;
    if (type == "ERROR") {
        const auto status = readProtobufStatus(object);
        return status ? errorOfStatus(status->code, *status) : malformed(QStringLiteral("an error that is no Status"));
    }
    bool read = object.kind == "Pod";
    if (type == "BOOKMARK") {
        event.type = Type::Bookmark;
        read = read && readBookmark(object.message, event.record);
    } else if (type == "ADDED" || type == "MODIFIED" || type == "DELETED") {
        event.type = type == "ADDED" ? Type::Added : type == "MODIFIED" ? Type::Modified : Type::Deleted;
        read = read && readProtobufPod(object.message, context, event.record);
    } else {
        return malformed(QStringLiteral("an unknown type of watch event"));
    }
    if (!read)
        return malformed(QStringLiteral("a watch event that is no pod"));
    return event;
}

} // namespace

bool readProtobufPod(std::string_view message, DecodeContext &context, PodRecord &record)
{
    PodParts parts;
    const bool read = eachField(message, [&](ProtobufReader &field) {
        if (field.field() == 1)
            return readMetadata(field.bytes(), context.strings, record, parts);
        if (field.field() == 2)
            return readSpec(field.bytes(), context.strings, record, parts);
        if (field.field() == 3)
            return readStatus(field.bytes(), record, parts);
        return true;
    });
    if (!read || record.key.name.isEmpty() || record.key.namespaceName.isEmpty())
        return false;
    completePod(parts, context.strings, record);
    return true;
}

Result<WatchEvent<PodRecord>> decodePodFrame(QByteArrayView frame, DecodeContext &context)
{
    std::string_view type;
    std::string_view object;
    const std::string_view message(frame.data(), static_cast<size_t>(frame.size()));
    const bool read = eachField(message, [&](ProtobufReader &field) {
        if (field.field() == 1)
            type = field.bytes();
        else if (field.field() == 2)
            return readText(field.bytes(), 1, object); // RawExtension.raw
        return true;
    });
    const auto envelope = readEnvelope(object);
    if (!read || !envelope)
        return malformed(QStringLiteral("not a watch event"));
    return readEvent(type, *envelope, context);
}

} // namespace Kubernetes
