// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/alertmanager/decode.h"

#include "backends/core/jsonlabels.h"
#include "backends/core/timestamp.h"
#include "backends/http/failurestatus.h"

#include <QRegularExpression>

#include <algorithm>
#include <charconv>

namespace Alertmanager {

namespace {

//! The answers are arrays or texts, our parser starts with an object: so they become the member of one.
constexpr char wrapper[] = "answer";

Result<void> parseAny(QByteArrayView body, const std::function<void(Json::Value)> &read)
{
    QByteArray wrapped;
    wrapped.reserve(body.size() + 16);
    wrapped.append("{\"").append(wrapper).append("\":").append(body).append('}');
    bool met = false;
    const auto parsed = Json::parse(wrapped, [&](Json::Object root) {
        Json::eachField(root, [&](Json::Key key, Json::Value value) {
            if (met || !(key == wrapper))
                Json::reject(QStringLiteral("more than one answer"));
            met = true;
            read(value);
        });
    });
    return parsed;
}

qint64 timeOf(Json::Value value)
{
    const auto time = Timestamp::parse(Json::view(value));
    if (!time)
        Json::reject(QStringLiteral("a time that is none"));
    return *time;
}

QStringList readTexts(Json::Value value, Json::SharedTexts &texts)
{
    QStringList read;
    Json::eachElement(value, [&](Json::Value element) {
        QString text = texts.text(element);
        if (read.size() < Labels::most)
            read.append(std::move(text));
    });
    return read;
}

void readReceivers(Json::Value value, Json::SharedTexts &texts, QStringList &receivers)
{
    Json::eachElement(value, [&](Json::Value receiver) {
        Json::eachField(receiver, [&](Json::Key key, Json::Value name) {
            if (key == "name" && receivers.size() < Labels::most)
                receivers.append(texts.text(name));
        });
    });
}

void readState(Json::Value value, Json::SharedTexts &texts, Alert &alert)
{
    Json::eachField(value, [&](Json::Key key, Json::Value member) {
        if (key == "state") {
            const std::string_view state = Json::view(member);
            // What later versions may add is no reason to hide an alert.
            alert.state = state == "suppressed" ? Alert::State::Suppressed
                : state == "unprocessed"        ? Alert::State::Unprocessed
                                                : Alert::State::Active;
        } else if (key == "silencedBy") {
            alert.silencedBy = readTexts(member, texts);
        } else if (key == "inhibitedBy") {
            alert.inhibitedBy = readTexts(member, texts);
        }
    });
}

quint64 fingerprintOf(std::string_view text)
{
    quint64 fingerprint = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), fingerprint, 16);
    return fault == std::errc() && end == text.data() + text.size() && text.size() == 16 ? fingerprint : 0;
}

Alert readAlert(Json::Value element, Json::SharedTexts &texts)
{
    Alert alert;
    Json::eachField(element, [&](Json::Key key, Json::Value value) {
        if (key == "fingerprint")
            alert.fingerprint = fingerprintOf(Json::view(value));
        else if (key == "labels")
            alert.labels = Json::labels(value, texts);
        else if (key == "annotations")
            alert.annotations = Json::labels(value, texts);
        else if (key == "startsAt")
            alert.startsAt = timeOf(value);
        else if (key == "updatedAt")
            alert.updatedAt = timeOf(value);
        else if (key == "endsAt")
            alert.endsAt = timeOf(value);
        else if (key == "generatorURL")
            alert.generator = texts.text(value);
        else if (key == "receivers")
            readReceivers(value, texts, alert.receivers);
        else if (key == "status")
            readState(value, texts, alert);
    });
    if (alert.labels.isEmpty())
        Json::reject(QStringLiteral("an alert without labels"));
    if (alert.fingerprint == 0)
        alert.fingerprint = Labels::fingerprint(alert.labels);
    return alert;
}

Matcher readMatcher(Json::Value element)
{
    Matcher matcher;
    Json::eachField(element, [&](Json::Key key, Json::Value value) {
        if (key == "name")
            matcher.name = Json::text(value);
        else if (key == "value")
            matcher.value = Json::text(value);
        else if (key == "isRegex")
            matcher.isRegex = !Json::isNull(value) && bool(value.get_bool());
        else if (key == "isEqual") // left out by versions before 0.22, which knew nothing else
            matcher.isEqual = Json::isNull(value) || bool(value.get_bool());
    });
    return matcher;
}

Silence::State stateOf(Json::Value value)
{
    Silence::State state = Silence::State::Active;
    Json::eachField(value, [&](Json::Key key, Json::Value member) {
        if (!(key == "state"))
            return;
        const std::string_view word = Json::view(member);
        state = word == "expired" ? Silence::State::Expired
            : word == "pending"   ? Silence::State::Pending
                                  : Silence::State::Active;
    });
    return state;
}

template <typename Fields>
Silence readSilence(Fields fields)
{
    Silence silence;
    Json::eachField(fields, [&](Json::Key key, Json::Value value) {
        if (key == "id") {
            silence.id = Json::text(value);
        } else if (key == "matchers") {
            Json::eachElement(value, [&](Json::Value element) {
                if (silence.matchers.size() >= Labels::most)
                    Json::reject(QStringLiteral("a silence with too many matchers"));
                silence.matchers.append(readMatcher(element));
            });
        } else if (key == "startsAt") {
            silence.startsAt = timeOf(value);
        } else if (key == "endsAt") {
            silence.endsAt = timeOf(value);
        } else if (key == "updatedAt") {
            silence.updatedAt = timeOf(value);
        } else if (key == "createdBy") {
            silence.createdBy = Json::text(value);
        } else if (key == "comment") {
            const MarkedComment parts = unmarked(Json::text(value));
            silence.comment = parts.comment;
            silence.marks = parts.marks;
        } else if (key == "status") {
            silence.state = stateOf(value);
        }
    });
    if (silence.id.isEmpty())
        Json::reject(QStringLiteral("a silence without an id"));
    std::sort(silence.matchers.begin(), silence.matchers.end(), [](const Matcher &one, const Matcher &other) {
        return std::tie(one.name, one.value, one.isRegex, one.isEqual)
            < std::tie(other.name, other.value, other.isRegex, other.isEqual);
    });
    return silence;
}

void readPeers(Json::Value value, ServerStatus &status)
{
    Json::eachElement(value, [&](Json::Value peer) {
        Json::eachField(peer, [&](Json::Key key, Json::Value name) {
            if (key == "name" && status.peers.size() < Labels::most)
                status.peers.append(Json::text(name));
        });
    });
    status.peers.sort();
}

} // namespace

Result<AlertSample> decodeAlerts(QByteArrayView body)
{
    AlertSample sample;
    Json::SharedTexts texts;
    const auto parsed = parseAny(body, [&](Json::Value answer) {
        Json::eachElement(answer, [&](Json::Value element) {
            if (sample.alerts.size() < mostAlerts)
                sample.alerts.append(readAlert(element, texts));
            else
                ++sample.leftOut;
        });
    });
    if (!parsed)
        return parsed.error();
    return sample;
}

Result<SilenceSample> decodeSilences(QByteArrayView body)
{
    SilenceSample sample;
    const auto parsed = parseAny(body, [&](Json::Value answer) {
        Json::eachElement(answer, [&](Json::Value element) {
            if (sample.silences.size() < mostSilences)
                sample.silences.append(readSilence(element));
            else
                ++sample.leftOut;
        });
    });
    if (!parsed)
        return parsed.error();
    return sample;
}

Result<Silence> decodeSilence(QByteArrayView body)
{
    Silence silence;
    const auto parsed = Json::parse(body, [&](Json::Object root) { silence = readSilence(root); });
    if (!parsed)
        return parsed.error();
    return silence;
}

Result<ServerStatus> decodeStatus(QByteArrayView body)
{
    ServerStatus status;
    const auto parsed = Json::parse(body, [&](Json::Object root) {
        Json::eachField(root, [&](Json::Key key, Json::Value value) {
            if (key == "cluster") {
                Json::eachField(value, [&](Json::Key member, Json::Value of) {
                    if (member == "name")
                        status.name = Json::text(of);
                    else if (member == "status")
                        status.clusterStatus = Json::text(of);
                    else if (member == "peers")
                        readPeers(of, status);
                });
            } else if (key == "versionInfo") {
                Json::eachField(value, [&](Json::Key member, Json::Value of) {
                    if (member == "version")
                        status.version = Json::text(of);
                });
            }
        });
    });
    if (!parsed)
        return parsed.error();
    return status;
}

Result<QString> decodeSilenceId(QByteArrayView body)
{
    QString id;
    const auto parsed = Json::parse(body, [&](Json::Object root) {
        Json::eachField(root, [&](Json::Key key, Json::Value value) {
            if (key == "silenceID")
                id = Json::text(value);
        });
        if (id.isEmpty())
            Json::reject(QStringLiteral("an answer without the id of the silence"));
    });
    if (!parsed)
        return parsed.error();
    return id;
}

Error decodeFailure(int httpStatus, QByteArrayView body)
{
    Error error;
    error.kind = Http::kindOfStatus(httpStatus);
    error.httpStatus = httpStatus;
    QString said;
    const auto parsed = parseAny(body, [&said](Json::Value answer) {
        if (answer.type() == simdjson::ondemand::json_type::string) {
            said = Json::text(answer);
            return;
        }
        Json::eachField(answer, [&said](Json::Key key, Json::Value value) {
            if (key == "message")
                said = Json::text(value);
        });
    });
    error.detail = parsed && !said.isEmpty() ? plainDetail(said) : Http::readableBody(body);
    return error;
}

MarkedComment unmarked(const QString &comment)
{
    static const QRegularExpression mark(
        QStringLiteral("\\s*\\[pilothouse:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\]\\s*$"));
    MarkedComment parts{comment, {}};
    constexpr qsizetype most = 2;
    while (parts.marks.size() < most) {
        // Only the end is looked at: what people write before it may be long.
        constexpr qsizetype longestMark = 80;
        const qsizetype from = std::max<qsizetype>(0, parts.comment.size() - longestMark);
        const auto found = mark.match(parts.comment, from);
        if (!found.hasMatch())
            break;
        parts.marks.prepend(found.captured(1));
        parts.comment.truncate(found.capturedStart());
    }
    return parts;
}

QString marked(const MarkedComment &comment)
{
    QStringList marks = comment.marks;
    marks.removeDuplicates();
    if (marks.size() > 2)
        marks = {marks.first(), marks.last()};
    QStringList words{comment.comment};
    for (const QString &mark : std::as_const(marks))
        words.append(QStringLiteral("[pilothouse:") + mark + u']');
    return words.join(u' ').trimmed();
}

} // namespace Alertmanager
