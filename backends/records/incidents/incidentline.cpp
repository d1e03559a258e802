// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/records/incidents/incidentline.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cmath>
#include <concepts>
#include <type_traits>

using namespace Qt::StringLiterals;

namespace Records {

namespace {

constexpr qsizetype longestText = 4000; // UTF-16 units; four of the longest texts of an entry fit into a line
constexpr qsizetype longestName = 400;
constexpr qsizetype mostNames = 60;

QString cut(QString text, qsizetype longest)
{
    while (text.startsWith(QChar::ByteOrderMark)) // QJsonDocument reads it in some texts and not in others
        text.remove(0, 1);
    if (text.size() <= longest)
        return text;
    const bool within = text[longest - 2].isHighSurrogate(); // half a character is none
    return QString(text.left(longest - (within ? 2 : 1)) + QChar(0x2026));
}

//! Puts members into an object. What is empty or not known is left out.
class Writer
{
public:
    void text(const QString &name, const QString &value, qsizetype longest = longestName)
    {
        if (!value.isEmpty())
            m_object.insert(name, cut(value, longest));
    }
    void time(const QString &name, const QDateTime &value)
    {
        if (value.isValid())
            m_object.insert(name, value.toMSecsSinceEpoch());
    }
    void number(const QString &name, const std::optional<double> &value)
    {
        if (value && std::isfinite(*value))
            m_object.insert(name, *value);
    }
    void number(const QString &name, double value) { number(name, std::optional(value)); }
    void count(const QString &name, qint64 value)
    {
        if (value > 1)
            m_object.insert(name, value);
    }
    void texts(const QString &name, const QStringList &values)
    {
        QJsonArray list;
        for (const QString &value : values.mid(0, mostNames))
            list.append(cut(value, longestName));
        if (!list.isEmpty())
            m_object.insert(name, list);
    }
    template <typename Value>
    void each(const QString &name, const QList<Value> &values, qsizetype most)
    {
        QJsonArray list;
        for (const Value &value : values.mid(0, most)) {
            Writer writer;
            members(writer, value);
            list.append(writer.object());
        }
        m_object.insert(name, list);
    }
    [[nodiscard]] const QJsonObject &object() const { return m_object; }

private:
    QJsonObject m_object;
};

//! Takes the same members out of one, within bounds, whoever wrote it.
class Reader
{
public:
    explicit Reader(const QJsonObject &object) : m_object(object) { }

    void text(const QString &name, QString &value, qsizetype longest = longestName) const
    {
        value = cut(m_object.value(name).toString(), longest);
    }
    //! Invalid unless it is a time that a calendar has: QDateTime would work with any other number for long.
    void time(const QString &name, QDateTime &value) const
    {
        constexpr double latest = 253'402'300'799'999; // the end of the year 9999, in ms
        const double ms = m_object.value(name).toDouble(-1);
        value
            = ms >= 0 && ms <= latest ? QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(ms), Qt::UTC) : QDateTime();
    }
    void number(const QString &name, std::optional<double> &value) const
    {
        const QJsonValue found = m_object.value(name);
        value = found.isDouble() ? std::optional(found.toDouble()) : std::nullopt;
    }
    void number(const QString &name, double &value) const { value = m_object.value(name).toDouble(0); }
    void count(const QString &name, qint64 &value) const
    {
        value = std::clamp(m_object.value(name).toInteger(1), qint64(1), qint64(1'000'000'000));
    }
    void texts(const QString &name, QStringList &values) const
    {
        const QJsonArray list = m_object.value(name).toArray();
        for (const QJsonValue &value : list) {
            if (values.size() < mostNames)
                values.append(cut(value.toString(), longestName));
        }
    }
    template <typename Value>
    void each(const QString &name, QList<Value> &values, qsizetype most) const
    {
        const QJsonArray list = m_object.value(name).toArray();
        for (const QJsonValue &object : list) {
            if (values.size() >= most)
                return;
            const Reader reader(object.toObject());
            members(reader, values.emplaceBack());
        }
    }

private:
    QJsonObject m_object;
};

// Which members each has: once, for writing and for reading.

template <typename Archive, typename Place>
requires std::same_as<std::remove_const_t<Place>, IncidentHead::Place>
void members(Archive &archive, Place &place)
{
    archive.text(u"cluster"_s, place.cluster);
    archive.text(u"clusterId"_s, place.clusterId);
    archive.text(u"tenant"_s, place.tenant);
    archive.text(u"namespace"_s, place.nameSpace);
    archive.text(u"service"_s, place.service);
}

template <typename Archive, typename Head>
requires std::same_as<std::remove_const_t<Head>, IncidentHead>
void members(Archive &archive, Head &head)
{
    archive.text(u"id"_s, head.id);
    archive.text(u"title"_s, head.title);
    archive.time(u"begun"_s, head.begun);
    archive.time(u"started"_s, head.started);
    archive.time(u"ended"_s, head.ended);
    archive.text(u"startedBy"_s, head.startedBy);
    archive.text(u"endedBy"_s, head.endedBy);
    archive.texts(u"alerts"_s, head.alerts);
    archive.texts(u"slos"_s, head.slos);
    archive.each(u"places"_s, head.places, mostNames / 3);
}

template <typename Archive, typename Entry>
requires std::same_as<std::remove_const_t<Entry>, IncidentEntry>
void members(Archive &archive, Entry &entry)
{
    archive.text(u"key"_s, entry.key);
    archive.time(u"time"_s, entry.time);
    archive.text(u"lane"_s, entry.lane);
    archive.text(u"phase"_s, entry.phase);
    archive.text(u"severity"_s, entry.severity);
    archive.text(u"subject"_s, entry.subject);
    archive.text(u"name"_s, entry.name);
    archive.text(u"place"_s, entry.place);
    archive.text(u"tenant"_s, entry.tenant);
    archive.text(u"who"_s, entry.who);
    archive.text(u"sentence"_s, entry.sentence, longestText);
    archive.text(u"detail"_s, entry.detail, longestText);
    archive.text(u"cause"_s, entry.cause);
    archive.text(u"cluster"_s, entry.cluster);
    archive.text(u"namespace"_s, entry.nameSpace);
    archive.text(u"workload"_s, entry.workload);
    archive.count(u"count"_s, entry.count);
}

template <typename Archive, typename Point>
requires std::same_as<std::remove_const_t<Point>, IncidentPoint>
void members(Archive &archive, Point &point)
{
    archive.time(u"time"_s, point.time);
    archive.text(u"slo"_s, point.slo);
    archive.text(u"name"_s, point.name);
    archive.text(u"tenant"_s, point.tenant);
    archive.number(u"objective"_s, point.objective);
    archive.number(u"period"_s, point.periodSeconds);
    archive.number(u"burnShort"_s, point.burnShort);
    archive.number(u"burnLong"_s, point.burnLong);
    archive.number(u"budgetLeft"_s, point.budgetLeft);
}

QString typeOf(const IncidentLine &line)
{
    const std::array types{u"incident"_s, u"entry"_s, u"figure"_s}; // in the order of the variant
    return types[line.index()];
}

template <typename Value>
Value taken(const QJsonObject &object)
{
    Value value;
    const Reader reader(object);
    members(reader, value);
    return value;
}

Error malformed(const QString &detail)
{
    return {Error::Kind::Malformed, 0, detail, {}, {}};
}

} // namespace

QByteArray IncidentFormat::written(const IncidentLine &line)
{
    Writer writer;
    std::visit([&writer](const auto &value) { members(writer, value); }, line);
    QJsonObject object = writer.object();
    object.insert(u"type"_s, typeOf(line));
    object.insert(u"version"_s, 1);
    QByteArray text = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    // Characters of several bytes, or escaped ones: what a person would miss least goes first.
    for (const QString &name : {u"detail"_s, u"places"_s, u"alerts"_s, u"slos"_s, u"sentence"_s}) {
        if (text.size() <= maxLine)
            break;
        object.remove(name);
        text = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    }
    return text;
}

Result<IncidentLine> IncidentFormat::read(QByteArrayView line)
{
    if (line.size() > maxLine)
        return Error{Error::Kind::TooLarge, 0, u"a line is too long"_s, {}, {}};
    const QJsonDocument document = QJsonDocument::fromJson(line.toByteArray());
    if (!document.isObject())
        return malformed(u"a line is no JSON object"_s);
    const QJsonObject object = document.object();
    const QString type = object.value(u"type"_s).toString();
    if (type == u"incident") {
        IncidentHead head = taken<IncidentHead>(object);
        if (head.id.isEmpty() || !head.started.isValid())
            return malformed(u"an incident has no id or no start"_s);
        return IncidentLine(std::move(head));
    }
    if (type == u"entry") {
        IncidentEntry entry = taken<IncidentEntry>(object);
        if (entry.key.isEmpty() || !entry.time.isValid())
            return malformed(u"an entry has no key or no time"_s);
        return IncidentLine(std::move(entry));
    }
    if (type == u"figure") {
        IncidentPoint point = taken<IncidentPoint>(object);
        if (point.slo.isEmpty() || !point.time.isValid())
            return malformed(u"a figure has no SLO or no time"_s);
        return IncidentLine(std::move(point));
    }
    return malformed(u"a line is of no known type"_s);
}

} // namespace Records
