// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/slo/objectlist.h"

#include "backends/core/tree.h"
#include "models/changes/plainline.h"

using namespace Qt::StringLiterals;

namespace ObjectList {

std::vector<Tree> items(const QByteArray &json)
{
    const auto parsed = Tree::parse(json);
    if (!parsed)
        return {};
    const Tree *items = parsed->find(u"items"_s);
    return items && items->isList() ? items->items() : std::vector<Tree>();
}

QDateTime time(const QString &text)
{
    constexpr qsizetype longest = 40;
    return text.size() > longest ? QDateTime() : QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

QString metadata(const Tree &object, const QString &member)
{
    return plainLine(object.textAt({u"metadata"_s, member}), longestName);
}

} // namespace ObjectList
