// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/prometheus/slodecode.h"

#include "backends/prometheus/envelope.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace Prometheus {

namespace {

constexpr int mostLabels = 200; // of a series
constexpr int mostRules = 50000;

const QLatin1String ratioPrefix("slo:sli_error:ratio_rate");
const QLatin1String burnratePart(":burnrate");

//! [seconds, "value"]
void readSample(Json::Value pair, int series, std::vector<Samples::One> &samples)
{
    Samples::One sample{series, 0, 0};
    int index = 0;
    for (Json::Value element : Json::Array(pair.get_array())) {
        const std::optional<double> value = goNumber(Json::scalar(element));
        if (!value || index > 1)
            Json::reject(QStringLiteral("a sample that is not a time and a number"));
        if (index++ == 1) {
            sample.value = *value;
            continue;
        }
        constexpr double latest = 1e12; // seconds; far beyond any clock, and safe as milliseconds
        if (!(std::abs(*value) < latest))
            Json::reject(QStringLiteral("a sample at no time"));
        sample.time = std::llround(*value * 1000);
    }
    if (index != 2)
        Json::reject(QStringLiteral("a sample without a value"));
    samples.push_back(sample);
}

//! The number of the series, whose labels are read only when they are new.
int readMetric(Json::Value value, const SeriesBook &book)
{
    Json::Object object = value.get_object();
    const std::string_view raw = object.raw_json();
    const QByteArrayView metric(raw.data(), static_cast<qsizetype>(raw.size()));
    const int known = book.find(metric);
    if (known != SeriesBook::isNew)
        return known;
    const bool again = object.reset();
    Q_UNUSED(again);
    QString name;
    Labels labels;
    for (Json::Field field : object) {
        const std::string_view key = field.unescaped_key();
        const QString label = QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
        const QString text = Json::text(field.value());
        if (label == QLatin1String("__name__"))
            name = text;
        else if (labels.size() < mostLabels && !text.isEmpty())
            labels.append({label, text});
    }
    std::sort(labels.begin(), labels.end());
    return book.learn(metric, name, labels);
}

//! One series of a vector or matrix. Its samples may come before its labels.
void readOne(Json::Value element, const SeriesBook &book, Samples &samples)
{
    const size_t first = samples.all.size();
    int series = SeriesBook::ignored;
    Json::eachField(element, [&](Json::Key key, Json::Value value) {
        if (key == "metric")
            series = readMetric(value, book);
        else if (key == "value")
            readSample(value, 0, samples.all);
        else if (key == "values")
            Json::eachElement(value, [&samples](Json::Value each) { readSample(each, 0, samples.all); });
    });
    if (series < 0)
        samples.all.resize(first);
    for (size_t i = first; i < samples.all.size(); ++i)
        samples.all[i].series = series;
}

Result<void> outcome(const Result<void> &read, const Envelope &envelope)
{
    if (!read)
        return read;
    return envelope.success ? Result<void>() : Result<void>(errorOfEnvelope(envelope, 0));
}

struct Rule
{
    bool alerting = false;
    QString name;
    QString query;
    QHash<QString, QString> labels;
};

Rule readRule(Json::Value value)
{
    Rule rule;
    Json::eachField(value, [&rule](Json::Key key, Json::Value field) {
        if (key == "name") {
            rule.name = Json::text(field);
        } else if (key == "query") {
            rule.query = Json::text(field);
        } else if (key == "type") {
            rule.alerting = Json::view(field) == "alerting";
        } else if (key == "labels") {
            Json::eachEntry(field, [&rule](std::string_view label, Json::Value text) {
                if (rule.labels.size() < mostLabels)
                    rule.labels.insert(
                        QString::fromUtf8(label.data(), static_cast<qsizetype>(label.size())), Json::text(text));
            });
        }
    });
    return rule;
}

//! Pyrra's alerts compare with FACTOR * (1 - OBJECTIVE).
void learnAlert(const Rule &rule, SloRules &rules)
{
    static const QRegularExpression form(QStringLiteral(R"(\*\s*\(1\s*-\s*([0-9]*\.?[0-9]+(?:e-?[0-9]+)?)\))"));
    const QString slo = rule.labels.value(QStringLiteral("slo"));
    if (slo.isEmpty() || !rule.query.contains(burnratePart))
        return;
    const auto match = form.match(rule.query);
    if (!match.hasMatch())
        return;
    const double objective = match.captured(1).toDouble();
    if (objective > 0 && objective < 1)
        rules.objectives.insert(slo, objective);
}

//! Whether the rule records something about an SLO.
bool learnRecording(const Rule &rule, SloRules &rules)
{
    const QString slo = rule.labels.value(QStringLiteral("slo"));
    const QLatin1String increase(":increase");
    if (const auto at = rule.name.lastIndexOf(increase); at > 0 && !slo.isEmpty()) {
        const auto period = goDuration(QStringView(rule.name).sliced(at + increase.size()));
        if (period)
            rules.periods[slo]
                = std::max(rules.periods.value(slo), std::chrono::duration_cast<std::chrono::seconds>(*period));
        return period.has_value();
    }
    const auto window = windowOfName(rule.name);
    if (!window)
        return false;
    const QString id = rule.labels.value(QStringLiteral("sloth_id"));
    constexpr std::chrono::seconds wanted = std::chrono::hours(1);
    if (id.isEmpty() || (rules.events.contains(id) && *window != wanted))
        return true;
    if (const QString events = eventsOfRatio(rule.query); !events.isEmpty())
        rules.events.insert(id, {events, *window});
    return true;
}

//! Passes over a text in quotes that begins at \a at; the position after it.
qsizetype afterQuotes(const QString &text, qsizetype at)
{
    const QChar quote = text.at(at);
    for (++at; at < text.size() && text.at(at) != quote; ++at) {
        if (text.at(at) == u'\\' && quote != u'`')
            ++at;
    }
    return at + 1;
}

//! Where the only operator outside of all brackets stands, when that is a division; -1 otherwise.
qsizetype divisionIn(const QString &text)
{
    qsizetype found = -1;
    int depth = 0;
    for (qsizetype at = 0; at < text.size();) {
        const QChar c = text.at(at);
        if (c == u'"' || c == u'\'' || c == u'`') {
            at = afterQuotes(text, at);
            continue;
        }
        if (c == u'(' || c == u'{' || c == u'[')
            ++depth;
        else if (c == u')' || c == u'}' || c == u']')
            --depth;
        else if (depth == 0 && c == u'/' && found < 0)
            found = at;
        else if (depth == 0 && QStringView(u"/+-*%^<>=!").contains(c))
            return -1;
        ++at;
    }
    return depth == 0 ? found : -1;
}

} // namespace

std::optional<std::chrono::seconds> windowOfName(QStringView name)
{
    qsizetype from = -1;
    if (name.startsWith(ratioPrefix))
        from = ratioPrefix.size();
    else if (const auto at = name.lastIndexOf(burnratePart); at > 0)
        from = at + burnratePart.size();
    if (from < 0)
        return {};
    const auto window = goDuration(name.sliced(from));
    if (!window || *window < std::chrono::seconds(1))
        return {};
    return std::chrono::duration_cast<std::chrono::seconds>(*window);
}

Result<Samples> decodeSamples(QByteArrayView body, const SeriesBook &book, int mostSeries)
{
    Samples samples;
    Envelope envelope;
    bool hasResult = false;
    int count = 0;
    const Result<void> read = Json::parse(body, [&](Json::Object root) {
        envelope = readEnvelope(root, [&](Json::Value data) {
            Json::eachField(data, [&](Json::Key key, Json::Value value) {
                if (key == "resultType") {
                    const std::string_view type = Json::view(value);
                    if (type != "vector" && type != "matrix")
                        Json::reject(QStringLiteral("an answer that is no vector or matrix"));
                } else if (key == "result") {
                    hasResult = true;
                    Json::eachElement(value, [&](Json::Value element) {
                        if (++count <= mostSeries)
                            readOne(element, book, samples);
                    });
                }
            });
        });
        if (envelope.success && !hasResult)
            Json::reject(QStringLiteral("an answer without a result"));
    });
    if (const auto failed = outcome(read, envelope); !failed)
        return failed.error();
    samples.partial = envelope.partial;
    samples.warning = envelope.warning;
    return samples;
}

Result<SloRules> decodeSloRules(QByteArrayView body)
{
    SloRules rules;
    Envelope envelope;
    int count = 0;
    const auto readGroup = [&](Json::Value group) {
        std::optional<double> interval;
        bool ofSlos = false;
        Json::eachField(group, [&](Json::Key key, Json::Value value) {
            if (key == "interval") {
                interval = goNumber(Json::scalar(value));
            } else if (key == "rules") {
                Json::eachElement(value, [&](Json::Value each) {
                    if (++count > mostRules)
                        return;
                    const Rule rule = readRule(each);
                    if (rule.alerting)
                        learnAlert(rule, rules);
                    else
                        ofSlos = learnRecording(rule, rules) || ofSlos;
                });
            }
        });
        constexpr double longest = 86400;
        if (!ofSlos || !interval || !(*interval > 0) || *interval > longest)
            return;
        const std::chrono::milliseconds every(std::max<qint64>(1, std::llround(*interval * 1000)));
        rules.interval = std::min(rules.interval.value_or(every), every);
    };
    const Result<void> read = Json::parse(body, [&](Json::Object root) {
        envelope = readEnvelope(root, [&](Json::Value data) {
            Json::eachField(data, [&](Json::Key key, Json::Value value) {
                if (key == "groups")
                    Json::eachElement(value, readGroup);
            });
        });
    });
    if (const auto failed = outcome(read, envelope); !failed)
        return failed.error();
    return rules;
}

QString eventsOfRatio(const QString &query)
{
    static const QRegularExpression range(QStringLiteral(R"(\[([0-9][0-9a-z]*)\])"));
    static const QRegularExpression words(QStringLiteral(R"(^\s*(on|ignoring|bool)\b)"));
    static const QRegularExpression sets(QStringLiteral(R"(\b(and|or|unless)\b)"));
    constexpr qsizetype longest = 20000;
    if (query.size() > longest)
        return {};
    const qsizetype at = divisionIn(query);
    if (at < 0)
        return {};
    const QString divisor = query.sliced(at + 1).trimmed();
    if (words.match(divisor).hasMatch() || sets.match(query).hasMatch() || !divisor.contains(QLatin1String("rate(")))
        return {};
    QString window;
    for (auto matches = range.globalMatch(divisor); matches.hasNext();) {
        const QString each = matches.next().captured(1);
        if (!window.isEmpty() && each != window)
            return {};
        window = each;
    }
    const auto span = goDuration(window);
    if (!span || span->count() <= 0)
        return {};
    return QStringLiteral("(%1) * %2").arg(divisor, QString::number(double(span->count()) / 1000, 'g', 12));
}

std::optional<std::chrono::seconds> decodeRetention(QByteArrayView body)
{
    QString text;
    const Result<void> read = Json::parse(body, [&text](Json::Object root) {
        readEnvelope(root, [&text](Json::Value data) {
            Json::eachField(data, [&text](Json::Key key, Json::Value value) {
                if (key == "storageRetention")
                    text = Json::text(value);
            });
        });
    });
    const auto retention = goDuration(text.section(QLatin1String(" or "), 0, 0).trimmed());
    if (!read || !retention || retention->count() <= 0)
        return {};
    return std::chrono::duration_cast<std::chrono::seconds>(*retention);
}

bool namesNoVersion(QByteArrayView body)
{
    bool named = false;
    Envelope envelope;
    const Result<void> read = Json::parse(body, [&](Json::Object root) {
        envelope = readEnvelope(root, [&named](Json::Value data) {
            Json::eachField(data, [&named](Json::Key key, Json::Value value) {
                if (key == "version")
                    named = !Json::text(value).isEmpty();
            });
        });
    });
    return read && envelope.success && !named;
}

} // namespace Prometheus
