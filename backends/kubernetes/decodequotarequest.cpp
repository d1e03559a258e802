// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/decodeobject.h"

#include <array>

namespace Kubernetes {

namespace {

//! One line for each wish: namespace, quota, resource, amount and what there was, with blanks between; "-" is no
//! amount. A line of another form says nothing.
QList<QuotaRequestRecord::Wish> readWishes(std::string_view text)
{
    QList<QuotaRequestRecord::Wish> wishes;
    const QStringList lines = QString::fromUtf8(text.data(), qsizetype(text.size())).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QStringList words = line.split(u' ');
        if (words.size() != 5 || wishes.size() >= QuotaRequestRecord::mostWishes || line.size() > longestText)
            continue;
        const auto amount
            = [&words](int index) { return words[index] == QLatin1String("-") ? QString() : words[index]; };
        wishes.append({words[0], words[1], words[2], amount(3), amount(4)});
    }
    return wishes;
}

void readData(Json::Value data, QuotaRequestRecord &record)
{
    using Member = QString QuotaRequestRecord::*;
    static constexpr std::array<std::pair<std::string_view, Member>, 8> texts{
        {{"id", &QuotaRequestRecord::id}, {"tenant", &QuotaRequestRecord::tenant}, {"user", &QuotaRequestRecord::user},
            {"reason", &QuotaRequestRecord::reason}, {"time", &QuotaRequestRecord::time},
            {"state", &QuotaRequestRecord::state}, {"answer", &QuotaRequestRecord::answer},
            {"answeredBy", &QuotaRequestRecord::answeredBy}}};
    Json::eachEntry(data, [&record](std::string_view name, Json::Value value) {
        if (name == "wishes")
            record.wishes = readWishes(Json::view(value));
        for (const auto &[key, member] : texts) {
            if (name == key)
                record.*member = cutText(value);
        }
    });
}

} // namespace

void readObject(Json::Object object, DecodeContext &context, QuotaRequestRecord &record)
{
    Json::eachField(object, [&](Json::Key key, Json::Value value) {
        if (key == "kind")
            expectKind(value, kindOf<QuotaRequestRecord>);
        else if (key == "metadata")
            readMetadata(value, record, context.strings, [](Json::Key, Json::Value) {});
        else if (key == "data" && !Json::isNull(value))
            readData(value, record);
    });
    if (record.key.name.isEmpty() || record.key.namespaceName.isEmpty())
        Json::reject(QStringLiteral("a request without a name or namespace"));
}

} // namespace Kubernetes
