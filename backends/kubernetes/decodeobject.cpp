// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/decodeobject.h"

#include <QDateTime>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <functional>
#include <map>
#include <string>

namespace Kubernetes {

namespace {

//! Which label or annotation fills which member.
struct TenantLabel
{
    const QString TenantLabels::*key;
    QString NamespaceRecord::*member;
};
constexpr TenantLabel tenantLabels[] = {
    {&TenantLabels::tenant, &NamespaceRecord::tenant},
    {&TenantLabels::tier, &NamespaceRecord::tier},
    {&TenantLabels::isolation, &NamespaceRecord::isolation},
    {&TenantLabels::owner, &NamespaceRecord::owner},
    {&TenantLabels::costCentre, &NamespaceRecord::costCentre},
};

//! What labels or annotations say; kept apart because they may come in any order and a label wins.
struct TenantWords
{
    NamespaceRecord said;
    QString capsuleTenant;

    void read(Json::Value map, DecodeContext &context)
    {
        Json::eachEntry(map, [&](std::string_view key, Json::Value value) {
            const QString name = QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
            QString text;
            for (const TenantLabel &label : tenantLabels) {
                if (context.labels.*label.key != name)
                    continue;
                if (text.isNull())
                    text = context.strings.intern(Json::view(value));
                said.*label.member = text;
            }
            if (text.isNull() && (key == "capsule.clastix.io/tenant" || key == "projectcapsule.dev/tenant"))
                capsuleTenant = context.strings.intern(Json::view(value));
        });
    }
};

using Amounts = std::map<std::string, Quantity, std::less<>>; // sorted by resource, as the items shall be

Amounts readAmounts(Json::Value map)
{
    Amounts amounts;
    Json::eachEntry(map, [&amounts](std::string_view resource, Json::Value value) {
        amounts.insert_or_assign(std::string(resource), readQuantity(value));
    });
    return amounts;
}

//! Annotations that Capsule puts on the quotas of a tenant: RES -> amount for the whole tenant, "/" written as "_".
constexpr std::string_view capsuleHard = "quota.capsule.clastix.io/hard-";
constexpr std::string_view capsuleUsed = "quota.capsule.clastix.io/used-";

//! Which entry of a Tenant's quotas a label names; -1 when it names none that a Tenant could have.
int capsuleIndexOf(std::string_view text)
{
    constexpr int mostEntries = 1000;
    int index = -1;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), index);
    const bool whole = fault == std::errc() && end == text.data() + text.size();
    return whole && index >= 0 && index < mostEntries ? index : -1;
}

//! A ResourceQuota while it is read.
struct QuotaParts
{
    Amounts specHard;
    Amounts hard;
    Amounts used;
    Amounts tenantHard;
    Amounts tenantUsed;
    bool ofCapsule = false;
    QString capsuleTenant;
    int capsuleIndex = -1;

    void readLabel(std::string_view key, Json::Value value)
    {
        if (key == "capsule.clastix.io/tenant" || key == "projectcapsule.dev/tenant") {
            ofCapsule = true;
            capsuleTenant = cutText(value);
        } else if (key == "capsule.clastix.io/resource-quota") {
            ofCapsule = true;
            capsuleIndex = capsuleIndexOf(Json::view(value));
        }
    }

    void readAnnotations(Json::Value map)
    {
        Json::eachEntry(map, [this](std::string_view key, Json::Value value) {
            readAnnotation(key, value, capsuleHard, tenantHard);
            readAnnotation(key, value, capsuleUsed, tenantUsed);
        });
    }

    static void readAnnotation(std::string_view key, Json::Value value, std::string_view prefix, Amounts &amounts)
    {
        if (!key.starts_with(prefix))
            return;
        // Anybody may write an annotation: one that is no quantity is none of Capsule's.
        if (const Result<Quantity> amount = Quantity::parse(Json::view(value)))
            amounts.insert_or_assign(std::string(key.substr(prefix.size())), *amount);
    }

    //! The resource that Capsule calls \a annotated.
    [[nodiscard]] std::string resourceOf(const std::string &annotated) const
    {
        const auto spelling = [](std::string resource) {
            std::replace(resource.begin(), resource.end(), '/', '_');
            return resource;
        };
        for (const Amounts *amounts : {&specHard, &hard}) {
            for (const auto &[resource, amount] : *amounts) {
                if (spelling(resource) == annotated)
                    return resource;
            }
        }
        std::string resource = annotated;
        std::replace(resource.begin(), resource.end(), '_', '/');
        return resource;
    }

    [[nodiscard]] Amounts byResource(const Amounts &annotated) const
    {
        Amounts amounts;
        for (const auto &[name, amount] : annotated)
            amounts.insert_or_assign(resourceOf(name), amount);
        return amounts;
    }
};

QList<QuotaItem> tenantItems(const QuotaParts &parts, StringPool &strings)
{
    QList<QuotaItem> items;
    if (!parts.ofCapsule)
        return items;
    const Amounts used = parts.byResource(parts.tenantUsed);
    for (const auto &[resource, hard] : parts.byResource(parts.tenantHard)) {
        if (const auto found = used.find(resource); found != used.end())
            items.append({strings.intern(resource), hard, found->second, true});
    }
    return items;
}

QList<QuotaItem> ownItems(const QuotaParts &parts, StringPool &strings)
{
    Amounts hard = parts.hard; // what admission compares with; wins over spec
    hard.insert(parts.specHard.begin(), parts.specHard.end());
    QList<QuotaItem> items;
    items.reserve(static_cast<qsizetype>(hard.size()));
    for (const auto &[resource, limit] : hard) {
        const auto found = parts.used.find(resource);
        const bool counted = found != parts.used.end();
        items.append({strings.intern(resource), limit, counted ? found->second : Quantity(), counted});
    }
    return items;
}

//! One expression of a scopeSelector, as selectors are written.
QString scopeText(Json::Value expression)
{
    QString scope;
    QString relation;
    QStringList values;
    Json::eachField(expression, [&](Json::Key key, Json::Value value) {
        if (key == "scopeName")
            scope = cutText(value);
        else if (key == "operator")
            relation = cutText(value);
        else if (key == "values")
            Json::eachElement(value, [&values](Json::Value each) { values.append(cutText(each)); });
    });
    if (relation == QLatin1String("DoesNotExist"))
        return u'!' + scope;
    if (values.isEmpty())
        return scope;
    const QString list = values.size() == 1 ? values.first() : QString(u'(' + values.join(QStringLiteral(", ")) + u')');
    return scope + u' ' + relation.toLower() + u' ' + list;
}

void readQuotaSpec(Json::Value spec, QuotaParts &parts, QStringList &scopes)
{
    Json::eachField(spec, [&](Json::Key key, Json::Value value) {
        if (key == "hard") {
            parts.specHard = readAmounts(value);
        } else if (key == "scopes") {
            Json::eachElement(value, [&scopes](Json::Value scope) { scopes.append(cutText(scope)); });
        } else if (key == "scopeSelector") {
            Json::eachField(value, [&scopes](Json::Key name, Json::Value expressions) {
                if (name == "matchExpressions")
                    Json::eachElement(expressions, [&scopes](Json::Value each) { scopes.append(scopeText(each)); });
            });
        }
    });
}

void readQuotaMetadata(Json::Value metadata, DecodeContext &context, QuotaRecord &record, QuotaParts &parts)
{
    readMetadata(metadata, record, context.strings, [&parts](Json::Key key, Json::Value value) {
        if (key == "annotations") {
            parts.readAnnotations(value);
        } else if (key == "labels") {
            Json::eachEntry(value, [&parts](std::string_view name, Json::Value text) { parts.readLabel(name, text); });
        }
    });
}

//! Two, four decimal digits of a time; -1 when they are not digits.
int decimal(std::string_view text, size_t at, size_t count)
{
    int value = 0;
    for (const char digit : text.substr(at, count)) {
        if (digit < '0' || digit > '9')
            return -1;
        value = value * 10 + (digit - '0');
    }
    return value;
}

} // namespace

QString cutText(std::string_view utf8)
{
    // At most so many bytes are looked at; a UTF-8 character has at most four.
    constexpr size_t enough = static_cast<size_t>(longestText) * 4;
    QString text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(std::min(utf8.size(), enough)));
    // Marks that turn the direction of what stands beside them can make a text read as another.
    text.removeIf([](QChar c) {
        return (c >= QChar(0x202A) && c <= QChar(0x202E)) || (c >= QChar(0x2066) && c <= QChar(0x2069));
    });
    if (text.size() <= longestText)
        return text;
    return text.left(text.at(longestText - 1).isHighSurrogate() ? longestText - 1 : longestText);
}

void expectKind(Json::Value value, std::string_view kind)
{
    const std::string_view found = Json::view(value);
    if (!found.empty() && found != kind)
        Json::reject(u"an object of another kind: " + cutText(found));
}

qint64 readTime(std::string_view text)
{
    using namespace std::chrono;
    if (text.size() == 20 && text[19] == 'Z') { // what API servers write; a hundred times as fast as the general way
        const year_month_day date = year(decimal(text, 0, 4)) / decimal(text, 5, 2) / decimal(text, 8, 2);
        const int hour = decimal(text, 11, 2);
        const int minute = decimal(text, 14, 2);
        const int second = decimal(text, 17, 2);
        if (date.ok() && hour >= 0 && minute >= 0 && second >= 0)
            return (sys_days(date) + hours(hour) + minutes(minute) + seconds(second)).time_since_epoch().count();
    }
    const QDateTime time = QDateTime::fromString(cutText(text), Qt::ISODate);
    return time.isValid() ? time.toSecsSinceEpoch() : 0;
}

Quantity readQuantity(Json::Value value)
{
    const Result<Quantity> quantity = Quantity::parse(Json::scalar(value));
    if (!quantity)
        Json::reject(quantity.error().detail);
    return *quantity;
}

void readObject(Json::Object object, DecodeContext &context, NamespaceRecord &record)
{
    TenantWords labels;
    TenantWords annotations;
    Json::eachField(object, [&](Json::Key key, Json::Value value) {
        if (key == "kind") {
            expectKind(value, kindOf<NamespaceRecord>);
        } else if (key == "metadata") {
            readMetadata(value, record, context.strings, [&](Json::Key name, Json::Value field) {
                if (name == "labels")
                    labels.read(field, context);
                else if (name == "annotations")
                    annotations.read(field, context);
                else if (name == "deletionTimestamp")
                    record.terminating = record.terminating || !Json::isNull(field);
            });
        } else if (key == "status") {
            Json::eachField(value, [&record](Json::Key name, Json::Value field) {
                if (name == "phase")
                    record.terminating = record.terminating || Json::view(field) == "Terminating";
            });
        }
    });
    if (record.key.name.isEmpty())
        Json::reject(QStringLiteral("a namespace without a name"));
    for (const TenantLabel &label : tenantLabels) {
        const QString &labelled = labels.said.*label.member;
        record.*label.member = labelled.isEmpty() ? annotations.said.*label.member : labelled;
    }
    if (record.tenant.isEmpty())
        record.tenant = labels.capsuleTenant;
}

void readObject(Json::Object object, DecodeContext &context, QuotaRecord &record)
{
    QuotaParts parts;
    QStringList scopes;
    Json::eachField(object, [&](Json::Key key, Json::Value value) {
        if (key == "kind") {
            expectKind(value, kindOf<QuotaRecord>);
        } else if (key == "metadata") {
            readQuotaMetadata(value, context, record, parts);
        } else if (key == "spec") {
            readQuotaSpec(value, parts, scopes);
        } else if (key == "status") {
            Json::eachField(value, [&parts](Json::Key name, Json::Value amounts) {
                if (name == "hard")
                    parts.hard = readAmounts(amounts);
                else if (name == "used")
                    parts.used = readAmounts(amounts);
            });
        }
    });
    if (record.key.name.isEmpty() || record.key.namespaceName.isEmpty())
        Json::reject(QStringLiteral("a quota without a name or namespace"));
    record.scopes = context.strings.intern(scopes.join(QStringLiteral(", ")).toStdString());
    record.items = tenantItems(parts, context.strings);
    record.tenantWide = !record.items.isEmpty();
    if (!record.tenantWide)
        record.items = ownItems(parts, context.strings);
    if (!parts.capsuleTenant.isEmpty() && parts.capsuleIndex >= 0) {
        record.capsuleTenant = context.strings.intern(parts.capsuleTenant.toStdString());
        record.capsuleIndex = parts.capsuleIndex;
    }
}

} // namespace Kubernetes
