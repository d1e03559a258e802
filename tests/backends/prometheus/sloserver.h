// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/prometheus/slomonitor.h"
#include "tests/support/faketransport.h"
#include "tests/support/manualclock.h"

#include <QTest>
#include <QUrlQuery>

//! A SloMonitor and what a server could say to it.
namespace SloServer {

using namespace std::chrono_literals;
using namespace Prometheus;

//! JSON with single quotes, which read better here.
inline QByteArray json(QByteArray text)
{
    return text.replace('\'', '\x22');
}

inline QByteArray vector(const QByteArray &series, const QByteArray &more = {})
{
    return json("{'status':'success'," + more + "'data':{'resultType':'vector','result':[" + series + "]}}");
}

inline QByteArray one(const QByteArray &labels, double value, qint64 time = 1)
{
    return json("{'metric':{" + labels + "},'value':[" + QByteArray::number(time) + ",'"
        + QByteArray::number(value, 'g', 17) + "']}");
}

inline const QByteArray requests
    = "'sloth_id':'requests-availability','sloth_service':'requests','sloth_slo':'availability'";

inline QByteArray ratio(const QByteArray &window, const QByteArray &more, double value)
{
    return one(
        "'__name__':'slo:sli_error:ratio_rate" + window + "'," + requests + ",'sloth_window':'" + window + "'" + more,
        value);
}

inline const QByteArray objective = one("'__name__':'slo:objective:ratio'," + requests, 0.995);

inline Error failure(Error::Kind kind, int status, const char *detail = "")
{
    return {kind, status, QString::fromUtf8(detail), {}, {}};
}

struct Fixture
{
    ManualClock clock;
    FakeTransport *transport = nullptr;
    SloMonitor monitor;
    QList<SloSample> samples;
    QList<Error> errors;
    QHash<QString, SloCourseAnswer> courses;

    explicit Fixture(const std::optional<Selection> &selection = Selection())
        : monitor(
            [this] {
                auto made = std::make_unique<FakeTransport>();
                transport = made.get();
                return made;
            },
            selection, clock)
    {
        QObject::connect(
            &monitor, &SloMonitor::sampled, &monitor, [this](const SloSample &sample) { samples.append(sample); });
        QObject::connect(&monitor, &SloMonitor::failed, &monitor, [this](const Error &error) { errors.append(error); });
        QObject::connect(&monitor, &SloMonitor::courseRead, &monitor,
            [this](const QString &id, const SloCourseAnswer &answer) { courses.insert(id, answer); });
    }

    static QString textOf(const Http::Request &request)
    {
        const QString query = request.method == "POST" ? QUrl::fromPercentEncoding(request.body)
                                                       : request.query.toString(QUrl::FullyDecoded);
        return request.path + u'?' + query;
    }
    [[nodiscard]] QString asked(const QString &text) const
    {
        for (const auto &exchange : transport->open) {
            if (textOf(exchange->request).contains(text))
                return textOf(exchange->request);
        }
        return {};
    }
    //! Of the oldest open request that contains \a text.
    bool finish(const QString &text, const Result<Http::Response> &answer)
    {
        for (const auto &exchange : transport->open) {
            if (textOf(exchange->request).contains(text)) {
                const auto found = exchange;
                transport->open.remove(found);
                found->done(answer);
                return true;
            }
        }
        return false;
    }
    bool answer(const QString &text, const QByteArray &body)
    {
        return finish(text, Http::Response{200, "application/json", body});
    }
    //! What a round asks beyond what a test is about.
    void answerRest()
    {
        while (!transport->open.empty()) {
            const QString text = textOf(transport->open.front()->request);
            const bool query = text.startsWith(QStringLiteral("/api/v1/query"));
            QVERIFY(query ? answer(text, vector({})) : finish(text, failure(Error::Kind::NotFound, 404)));
        }
    }
    void answerRound(const QByteArray &ratios, double newest = 0, const QByteArray &metas = objective)
    {
        QVERIFY(answer(QStringLiteral("ratio_rate.+"), vector(ratios)));
        if (newest > 0)
            QVERIFY(answer(QStringLiteral("timestamp("),
                vector(one(R"("sloth_id":"requests-availability","sloth_window":"5m","app":"web")", newest))));
        (void)answer(QStringLiteral("slo:objective:ratio"), vector(metas));
        answerRest();
    }
};

inline const QByteArray web = R"(,"app":"web","namespace":"shop")";
inline const QByteArray db = R"(,"app":"db","namespace":"shop")";

inline const SloReading *find(const SloSample &sample, const QString &app)
{
    for (const SloReading &reading : sample.slos) {
        if (reading.labels.contains(QPair(QStringLiteral("app"), app)))
            return &reading;
    }
    return nullptr;
}

inline SloQuestion question(const QString &id, const QString &query)
{
    SloQuestion made;
    made.id = made.name = id;
    made.tool = QStringLiteral("openslo");
    made.objective = 0.99;
    made.period = 720h;
    made.ratios = {{300s, query + u"5m"}, {3600s, query + u"1h"}};
    return made;
}

} // namespace SloServer
