// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strict.h"
#include "views/charts/forecastchart.h"
#include "views/common/theme.h"

#include <QApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 day = 24 * 3600;
constexpr qint64 start = 1'790'000'000;

ForecastChart::Course sample()
{
    ForecastChart::Course course;
    course.kind = CellKind::Cores;
    for (int i = 0; i < 80; ++i)
        course.history.append({start + i * QuotaForecast::step, 1.0 + i / 100.0});
    course.hard = 3;
    for (int i = 0; i < 80; ++i) {
        const double middle = 1.8 + i / 60.0;
        course.forecast.band.append({start + (80 + i) * QuotaForecast::step, middle - 0.3, middle, middle + 0.3});
    }
    return course;
}

//! How many pixels are about of this colour.
int count(const QImage &image, const QColor &color)
{
    int pixels = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor here = image.pixelColor(x, y);
            const int far = std::abs(here.red() - color.red()) + std::abs(here.green() - color.green())
                + std::abs(here.blue() - color.blue());
            pixels += far < 90 ? 1 : 0;
        }
    }
    return pixels;
}
} // namespace

class TestForecastChart final : public QObject
{
    Q_OBJECT

    static QImage draw(const ForecastChart::Course &course)
    {
        ForecastChart chart(nullptr);
        chart.resize(600, 240);
        chart.setCourse(course);
        return chart.grab().toImage();
    }

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        Theme::apply(*static_cast<QApplication *>(qApp), ThemeChoice::Light);
    }

    void saysTheSameInWords()
    {
        ForecastChart::Course course = sample();
        QVERIFY(ForecastChart::summary(course).contains(u"not likely reached before"_s));
        course.forecast.wall50 = start + 15 * day;
        QVERIFY(ForecastChart::summary(course).contains(u"as likely reached as not by"_s));
        QVERIFY(!ForecastChart::summary(course).contains(u"nine of ten"_s));
        course.forecast.wall90 = start + 17 * day;
        QVERIFY(ForecastChart::summary(course).contains(u"in nine of ten cases by"_s));
        course.hard.reset();
        QCOMPARE(ForecastChart::summary(course), u"There is no limit to reach."_s);
        course.forecast = {};
        QVERIFY(ForecastChart::summary(course).contains(u"three days"_s));
    }

    void drawsHistoryBandAndLimit()
    {
        const Theme theme = Theme::light();
        const QImage all = draw(sample());
        ForecastChart::Course course = sample();
        course.hard.reset();
        const QImage unlimited = draw(course);
        QVERIFY(count(all, theme.critical) > 50);
        QCOMPARE(count(unlimited, theme.critical), 0);
        course = sample();
        course.forecast = {};
        const QImage past = draw(course);
        // The band lies to the right of now, and nothing but it is there.
        const QRect future(330, 20, 240, 190);
        QVERIFY(count(all.copy(future), theme.accent) > 30);
        QVERIFY(all.copy(future) != past.copy(future));
    }

    void marksTheWallsOnTheLimit()
    {
        ForecastChart::Course course = sample();
        const QImage without = draw(course);
        course.forecast.wall50 = start + 15 * day;
        QVERIFY(draw(course) != without);
    }

    void drawsWhateverItIsGiven()
    {
        ForecastChart::Course course;
        (void)draw(course);
        course.history = {{5, 0}};
        (void)draw(course);
        course.history = {{5, 1e30}, {5, -3}, {4, 2}};
        course.hard = 0;
        (void)draw(course);
        course.forecast.band = {{5, 0, 0, 0}};
        course.forecast.wall50 = std::numeric_limits<qint64>::max();
        (void)draw(course);
        ForecastChart chart(nullptr);
        chart.resize(20, 10);
        chart.setCourse(sample());
        QVERIFY(!chart.grab().isNull());
    }
};

QTEST_MAIN(TestForecastChart)
#include "tst_forecastchart.moc"
