// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/decodepodtable.h"

#include "backends/kubernetes/decodeobject.h"
#include "backends/kubernetes/podparts.h"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace Kubernetes {

namespace {

enum class Column : quint8 { Other, Name, Ready, Status, Restarts, Age, Node };

Column columnOf(std::string_view name)
{
    constexpr std::pair<std::string_view, Column> columns[] = {{"Name", Column::Name}, {"Ready", Column::Ready},
        {"Status", Column::Status}, {"Restarts", Column::Restarts}, {"Age", Column::Age}, {"Node", Column::Node}};
    for (const auto &[known, column] : columns) {
        if (name == known)
            return column;
    }
    return Column::Other;
}

//! The number that \a text begins with, which is taken off it.
quint64 takeNumber(std::string_view &text)
{
    constexpr quint64 most = std::numeric_limits<quint32>::max();
    quint64 number = 0;
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
        number = std::min(number * 10 + static_cast<quint64>(text.front() - '0'), most);
        text.remove_prefix(1);
    }
    return number;
}

quint16 shortCount(quint64 number)
{
    return static_cast<quint16>(std::min<quint64>(number, std::numeric_limits<quint16>::max()));
}

void readReady(std::string_view text, PodPreview &pod)
{
    pod.ready = shortCount(takeNumber(text));
    if (!text.starts_with('/'))
        return;
    text.remove_prefix(1);
    pod.containers = shortCount(takeNumber(text));
}

//! The column says the phase or, when there is one, the reason that keeps the pod from being well; the phase behind a
//! reason is not told.
void readStatusCell(std::string_view text, StringPool &strings, PodPreview &pod)
{
    pod.phase = podPhase(text);
    if (text == "Completed")
        pod.phase = PodRecord::Phase::Succeeded;
    else if (pod.phase == PodRecord::Phase::Unknown && text != "Terminating" && text != "Unknown")
        pod.reason = strings.intern(text);
}

struct TableReader
{
    DecodeContext &context;
    qint64 now;
    PodPreviewList &list;
    std::vector<Column> columns;
    bool isTable = false;
    bool hasRows = false;

    void readColumns(Json::Value definitions)
    {
        Json::eachElement(definitions, [this](Json::Value definition) {
            Column column = Column::Other;
            Json::eachField(definition, [&column](Json::Key key, Json::Value value) {
                if (key == "name")
                    column = columnOf(Json::view(value));
            });
            columns.push_back(column);
        });
        if (std::find(columns.begin(), columns.end(), Column::Name) == columns.end())
            Json::reject(QStringLiteral("a table without names"));
    }

    void readCell(Column column, Json::Value cell, PodPreview &pod)
    {
        if (column == Column::Other)
            return;
        std::string_view text = Json::scalar(cell);
        switch (column) {
        case Column::Name:
            pod.name = cutText(text);
            break;
        case Column::Ready:
            readReady(text, pod);
            break;
        case Column::Status:
            readStatusCell(text, context.strings, pod);
            break;
        case Column::Restarts:
            pod.restarts = static_cast<quint32>(takeNumber(text));
            break;
        case Column::Age:
            if (const auto age = readAge(text))
                pod.created = std::max<qint64>(0, now - *age);
            break;
        case Column::Node:
            if (text != "<none>")
                pod.node = context.strings.intern(text);
            break;
        case Column::Other:
            break;
        }
    }

    void readRow(Json::Value row)
    {
        PodPreview pod;
        Json::eachField(row, [&](Json::Key key, Json::Value value) {
            if (key != "cells")
                return;
            size_t at = 0;
            Json::eachElement(value, [&](Json::Value cell) {
                readCell(at < columns.size() ? columns[at] : Column::Other, cell, pod);
                ++at;
            });
        });
        if (pod.name.isEmpty())
            Json::reject(QStringLiteral("a row without a name"));
        list.rows.append(std::move(pod));
    }

    void read(Json::Object root)
    {
        Json::eachField(root, [this](Json::Key key, Json::Value value) {
            if (key == "kind") {
                expectKind(value, "Table");
                isTable = true;
            } else if (key == "columnDefinitions") {
                readColumns(value);
            } else if (key == "rows") {
                if (columns.empty())
                    Json::reject(QStringLiteral("rows before their columns"));
                Json::eachElement(value, [this](Json::Value row) { readRow(row); });
                hasRows = true;
            }
        });
        if (!isTable || !hasRows)
            Json::reject(QStringLiteral("not a table"));
    }
};

} // namespace

std::optional<qint64> readAge(std::string_view text)
{
    constexpr std::pair<char, qint64> units[] = {{'y', 365 * 86400}, {'d', 86400}, {'h', 3600}, {'m', 60}, {'s', 1}};
    if (text.empty())
        return {};
    qint64 seconds = 0;
    while (!text.empty()) {
        const size_t before = text.size();
        const auto number = static_cast<qint64>(takeNumber(text));
        if (text.size() == before || text.empty())
            return {};
        const auto *const unit = std::find_if(
            std::begin(units), std::end(units), [&text](const auto &each) { return each.first == text.front(); });
        if (unit == std::end(units))
            return {};
        seconds += number * unit->second;
        text.remove_prefix(1);
    }
    return seconds;
}

Result<PodPreviewList> decodePodTable(QByteArrayView body, DecodeContext &context, qint64 now)
{
    PodPreviewList list;
    TableReader reader{context, now, list, {}};
    const Result<void> read = Json::parse(body, [&reader](Json::Object root) { reader.read(root); });
    if (!read)
        return read.error();
    return list;
}

} // namespace Kubernetes
