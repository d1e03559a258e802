// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/prometheus/alertdecode.h"

#include "backends/core/jsonlabels.h"
#include "backends/core/timestamp.h"
#include "backends/prometheus/decode.h"

#include <cmath>

namespace Prometheus {

namespace {

//! Calls \a readData for `data` of a successful answer.
template <typename ReadData>
Result<void> parseData(QByteArrayView body, ReadData &&readData)
{
    bool success = false;
    bool any = false;
    const auto parsed = Json::parse(body, [&](Json::Object root) {
        Json::eachField(root, [&](Json::Key key, Json::Value value) {
            if (key == "status") {
                success = Json::view(value) == "success";
            } else if (key == "data") {
                any = true;
                readData(value);
            }
        });
    });
    if (!parsed)
        return parsed.error();
    if (!success)
        return decodeFailure(200, body); // says why, in Prometheus' own words
    if (!any)
        return Error{Error::Kind::Malformed, 0, QStringLiteral("an answer without data"), {}, {}};
    return {};
}

ActiveAlert readAlert(Json::Value element, Json::SharedTexts &texts)
{
    ActiveAlert alert;
    Json::eachField(element, [&](Json::Key key, Json::Value value) {
        if (key == "labels") {
            alert.labels = Json::labels(value, texts);
        } else if (key == "annotations") {
            alert.annotations = Json::labels(value, texts);
        } else if (key == "state") {
            alert.firing = Json::view(value) == "firing";
        } else if (key == "activeAt") {
            const auto time = Timestamp::parse(Json::view(value));
            if (!time)
                Json::reject(QStringLiteral("a time that is none"));
            alert.activeAt = *time;
        } else if (key == "keepFiringSince") {
            alert.clearing = Timestamp::parse(Json::view(value)).value_or(0) > 0;
        }
    });
    if (alert.labels.isEmpty())
        Json::reject(QStringLiteral("an alert without labels"));
    return alert;
}

std::chrono::milliseconds secondsOf(Json::Value value)
{
    constexpr double longest = 1e9; // seconds
    const double seconds = value.get_double();
    return std::chrono::milliseconds(seconds > 0 && seconds < longest ? std::llround(seconds * 1000) : 0);
}

//! False for a recording rule.
bool readRule(Json::Value element, Json::SharedTexts &texts, AlertRule &rule)
{
    bool alerting = true;
    Json::eachField(element, [&](Json::Key key, Json::Value value) {
        if (key == "type")
            alerting = Json::view(value) == "alerting";
        else if (key == "name")
            rule.name = Json::text(value);
        else if (key == "query")
            rule.query = Json::text(value);
        else if (key == "labels")
            rule.labels = Json::labels(value, texts);
        else if (key == "duration")
            rule.holdFor = secondsOf(value);
        else if (key == "keepFiringFor")
            rule.keepFiringFor = secondsOf(value);
        else if (key == "lastError")
            rule.lastError = plainDetail(Json::text(value));
    });
    return alerting && !rule.name.isEmpty();
}

void readGroup(Json::Value group, Json::SharedTexts &texts, AlertRuleSample &sample)
{
    Json::eachField(group, [&](Json::Key key, Json::Value value) {
        if (!(key == "rules"))
            return;
        Json::eachElement(value, [&](Json::Value element) {
            AlertRule rule;
            if (!readRule(element, texts, rule))
                return;
            if (sample.rules.size() < mostRules)
                sample.rules.append(rule);
            else
                ++sample.leftOut;
        });
    });
}

//! Scalars as Go's YAML writes them: plain, '…' with doubled quotes, or "…" with escapes.
QString scalar(QStringView text)
{
    text = text.trimmed();
    QString value = text.toString();
    if (text.size() < 2 || text.front() != text.back())
        return value;
    if (text.front() == u'\'')
        return value.mid(1, value.size() - 2).replace(QLatin1String("''"), QLatin1String("'"));
    if (text.front() == u'"')
        return value.mid(1, value.size() - 2)
            .replace(QLatin1String("\\\""), QLatin1String("\""))
            .replace(QLatin1String("\\\\"), QLatin1String("\\"));
    return value;
}

//! Line by line: Prometheus writes the YAML itself, always in the same manner.
LabelList externalLabels(const QString &yaml)
{
    LabelList labels;
    bool global = false;
    bool inside = false;
    for (const QStringView line : QStringView(yaml).split(u'\n')) {
        const qsizetype indent = line.size() - line.trimmed().size();
        if (!line.startsWith(u' ')) {
            global = line.startsWith(QLatin1String("global:"));
            inside = false;
        } else if (global && line.startsWith(QLatin1String("  external_labels:"))) {
            inside = true;
        } else if (inside && line.startsWith(QLatin1String("    ")) && indent >= 4) {
            const qsizetype colon = line.indexOf(u':');
            if (colon > 0 && labels.size() < Labels::most)
                labels.append({line.left(colon).trimmed().toString(), scalar(line.mid(colon + 1))});
        } else {
            inside = false;
        }
    }
    Labels::sort(labels);
    return labels;
}

//! The times of the points whose value is 1, seconds.
void readEpisodes(Json::Value values, double step, const LabelList &labels, QList<AlertHistory::Episode> &episodes)
{
    double last = 0;
    bool open = false;
    Json::eachElement(values, [&](Json::Value point) {
        int index = 0;
        double time = 0;
        for (Json::Value element : Json::Array(point.get_array())) {
            if (index++ == 0)
                time = element.get_double();
            else
                (void)Json::scalar(element);
        }
        constexpr double latest = 1e12;
        if (!(std::abs(time) < latest))
            Json::reject(QStringLiteral("a sample at no time"));
        const qint64 at = std::llround(time * 1000);
        if (open && time - last <= 1.5 * step) {
            episodes.last().to = at;
        } else if (episodes.size() < mostEpisodes) {
            episodes.append({labels, at, at});
            open = true;
        }
        last = time;
    });
}

} // namespace

Result<ActiveAlertSample> decodeAlerts(QByteArrayView body)
{
    ActiveAlertSample sample;
    Json::SharedTexts texts;
    const auto parsed = parseData(body, [&](Json::Value data) {
        Json::eachField(data, [&](Json::Key key, Json::Value value) {
            if (!(key == "alerts"))
                return;
            Json::eachElement(value, [&](Json::Value element) {
                if (sample.alerts.size() < mostAlerts)
                    sample.alerts.append(readAlert(element, texts));
                else
                    ++sample.leftOut;
            });
        });
    });
    if (!parsed)
        return parsed.error();
    return sample;
}

Result<AlertRuleSample> decodeAlertRules(QByteArrayView body)
{
    AlertRuleSample sample;
    Json::SharedTexts texts;
    const auto parsed = parseData(body, [&](Json::Value data) {
        Json::eachField(data, [&](Json::Key key, Json::Value value) {
            if (key == "groups")
                Json::eachElement(value, [&](Json::Value group) { readGroup(group, texts, sample); });
        });
    });
    if (!parsed)
        return parsed.error();
    return sample;
}

Result<LabelList> decodeExternalLabels(QByteArrayView body)
{
    std::optional<QString> yaml;
    const auto parsed = parseData(body, [&yaml](Json::Value data) {
        Json::eachField(data, [&yaml](Json::Key key, Json::Value value) {
            if (key == "yaml")
                yaml = Json::text(value);
        });
    });
    if (!parsed)
        return parsed.error();
    if (!yaml)
        return Error{Error::Kind::Malformed, 0, QStringLiteral("an answer without a configuration"), {}, {}};
    return externalLabels(*yaml);
}

Result<QList<AlertHistory::Episode>> decodeEpisodes(QByteArrayView body, std::chrono::seconds step)
{
    QList<AlertHistory::Episode> episodes;
    Json::SharedTexts texts;
    const auto parsed = parseData(body, [&](Json::Value data) {
        Json::eachField(data, [&](Json::Key key, Json::Value result) {
            if (!(key == "result"))
                return;
            Json::eachElement(result, [&](Json::Value series) {
                LabelList labels;
                Json::eachField(series, [&](Json::Key member, Json::Value value) {
                    if (member == "metric") {
                        labels = Json::labels(value, texts, "alertstate");
                        labels.removeIf([](const auto &label) { return label.first == QLatin1String("__name__"); });
                    } else if (member == "values") {
                        readEpisodes(value, double(step.count()), labels, episodes);
                    }
                });
            });
        });
    });
    if (!parsed)
        return parsed.error();
    return episodes;
}

} // namespace Prometheus
