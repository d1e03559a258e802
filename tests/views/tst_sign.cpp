// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strict.h"
#include "views/common/sign.h"

#include <QPainter>

namespace {
//! Drawn in one colour, so that only the shape can tell them apart.
QImage drawn(Shape shape, int size, double ratio)
{
    QImage image(QSize(size, size) * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::white);
    QPainter painter(&image);
    Sign{shape, Token::Text}.paint(painter, QRectF(0, 0, size, size), Theme::light());
    return image;
}

int differingPixels(const QImage &a, const QImage &b)
{
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            count += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 64 ? 1 : 0;
    }
    return count;
}
} // namespace

class TestSign final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void shapesDifferWithoutColour_data();
    void shapesDifferWithoutColour();
    void staysInItsArea();
    void hatchStaysInItsArea();
    void nearnessToALimitHasItsOwnShapes();
};

void TestSign::shapesDifferWithoutColour_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<double>("ratio");
    QTest::newRow("cell") << 10 << 1.0;
    QTest::newRow("cell, fine screen") << 10 << 2.0;
    QTest::newRow("overlay") << 20 << 1.0;
    QTest::newRow("wall") << 40 << 1.5;
}

void TestSign::shapesDifferWithoutColour()
{
    QFETCH(int, size);
    QFETCH(double, ratio);
    const QList<Shape> shapes{Shape::None, Shape::Dot, Shape::Triangle, Shape::Ring, Shape::HatchedRing, Shape::Diamond,
        Shape::RingedDiamond, Shape::Square};
    for (const Shape one : shapes) {
        for (const Shape other : shapes) {
            if (one == other)
                continue;
            const int pixels = differingPixels(drawn(one, size, ratio), drawn(other, size, ratio));
            const QString pair = QStringLiteral("%1 and %2: %3").arg(int(one)).arg(int(other)).arg(pixels);
            QVERIFY2(pixels >= size * size * ratio * ratio / 20, qPrintable(pair));
        }
    }
    QList<Shape> ofStates;
    for (const auto state :
        {Freshness::State::Live, Freshness::State::Delayed, Freshness::State::Stale, Freshness::State::Unknown}) {
        QVERIFY(!ofStates.contains(Sign::of(state).shape));
        ofStates.append(Sign::of(state).shape);
    }
}

void TestSign::staysInItsArea()
{
    for (const Shape shape : {Shape::Dot, Shape::Triangle, Shape::Ring, Shape::HatchedRing, Shape::Diamond,
             Shape::RingedDiamond, Shape::Square}) {
        QImage image(40, 40, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        {
            QPainter painter(&image);
            Sign{shape, Token::Text}.paint(painter, QRectF(10, 10, 20, 20), Theme::light());
        }
        QPainter(&image).fillRect(9, 9, 22, 22, Qt::white);
        QImage blank(40, 40, QImage::Format_ARGB32_Premultiplied);
        blank.fill(Qt::white);
        QCOMPARE(image, blank);
    }
}

void TestSign::hatchStaysInItsArea()
{
    QImage image(40, 40, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    Sign::paintHatch(painter, QRectF(10, 10, 20, 20), Qt::black);
    painter.end();
    int inside = 0;
    for (int y = 0; y < 40; ++y) {
        for (int x = 0; x < 40; ++x) {
            const bool within = x >= 10 && x < 30 && y >= 10 && y < 30;
            const bool marked = qGray(image.pixel(x, y)) < 250;
            QVERIFY(within || !marked);
            inside += marked ? 1 : 0;
        }
    }
    QVERIFY(inside > 40);
}

void TestSign::nearnessToALimitHasItsOwnShapes()
{
    QCOMPARE(Sign::ofPercent({}), Sign());
    QCOMPARE(Sign::ofPercent(80), Sign());
    QCOMPARE(Sign::ofPercent(80.1), (Sign{Shape::Triangle, Token::Warning}));
    QCOMPARE(Sign::ofPercent(100), (Sign{Shape::Triangle, Token::Warning}));
    QCOMPARE(Sign::ofPercent(100.1), (Sign{Shape::Diamond, Token::Critical}));
}

QTEST_MAIN(TestSign)
#include "tst_sign.moc"
