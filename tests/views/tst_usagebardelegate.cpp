// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/tableviewmodel.h"
#include "tests/support/strict.h"
#include "tests/views/samplefleet.h"
#include "views/common/usagebardelegate.h"

#include <QApplication>
#include <QPainter>

#include <limits>

namespace {
constexpr QRect cell(20, 10, 240, 24);
constexpr QSize canvas(280, 44);

//! A cell in the middle of a larger picture, so that anything painted outside of it shows.
QImage paintCell(TenantTableModel &tenants, const Usage &cpu)
{
    Tenant tenant;
    tenant.key = QStringLiteral("a");
    tenant.freshness.state = Freshness::State::Live;
    tenant.cpu = cpu;
    tenants.merge({tenant});
    QImage image(canvas, QImage::Format_RGB32);
    image.fill(Theme::light().surface);
    QPainter painter(&image);
    QStyleOptionViewItem option;
    option.rect = cell;
    option.palette = Theme::light().palette();
    option.font = Typography::body();
    const UsageBarDelegate delegate(CellKind::UsageCores, nullptr);
    delegate.paint(&painter, option, tenants.index(0, tenants.columnOf(u"cpu")));
    return image;
}

int pixelsOf(const QImage &image, const QRect &area, const QColor &color)
{
    int count = 0;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x)
            count += image.pixelColor(x, y) == color ? 1 : 0;
    }
    return count;
}
} // namespace

class TestUsageBarDelegate final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::apply(*static_cast<QApplication *>(qApp), ThemeChoice::Light); }
    void init() { failOnUnexpectedWarnings(); }
    void staysInItsCell_data();
    void staysInItsCell();
    void partsNeverTouch_data();
    void partsNeverTouch();
    void fillsAsFarAsReserved();
    void marksWhatIsNearlyFullByShapeToo();
    void drawsNoTrackForWhatIsUnknown();
};

void TestUsageBarDelegate::staysInItsCell_data()
{
    QTest::addColumn<Usage>("usage");
    QTest::newRow("0 %") << Usage{.used = 0, .reserved = 0, .limit = 2};
    QTest::newRow("50 %") << Usage{.used = 0.4, .reserved = 1, .limit = 2};
    QTest::newRow("100 %") << Usage{.used = 2, .reserved = 2, .limit = 2};
    QTest::newRow("130 %") << Usage{.used = 4, .reserved = 2.6, .limit = 2};
    QTest::newRow("infinite") << Usage{.used = 1, .reserved = 1, .limit = 0};
    QTest::newRow("huge") << Usage{.used = 1e30, .reserved = 1e30, .limit = 2};
    QTest::newRow("no limit") << Usage{.used = 1, .reserved = 1.5, .limit = {}, .unlimited = true};
    QTest::newRow("only the limit") << Usage{.used = {}, .reserved = {}, .limit = 2};
    QTest::newRow("unknown") << Usage{};
}

void TestUsageBarDelegate::staysInItsCell()
{
    QFETCH(Usage, usage);
    TenantTableModel tenants;
    QImage image = paintCell(tenants, usage);
    const QColor ground = Theme::light().surface;
    QVERIFY(pixelsOf(image, cell, ground) < cell.width() * cell.height() - 50); // something is drawn
    QPainter(&image).fillRect(cell, ground);
    QCOMPARE(pixelsOf(image, image.rect(), ground), canvas.width() * canvas.height());
}

void TestUsageBarDelegate::partsNeverTouch_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {40, 60, 80, 100, 120, 160, 200, 240, 320, 800})
        QTest::addRow("%d px", width) << width;
}

void TestUsageBarDelegate::partsNeverTouch()
{
    QFETCH(int, width);
    for (const CellKind kind : {CellKind::UsageCores, CellKind::UsageBytes, CellKind::UsageCount}) {
        const QRect area(7, 3, width, 24);
        const auto parts = UsageBarDelegate::layout(area, kind, Typography::body());
        const QList<QRect> all{parts.bar, parts.sign, parts.percent, parts.amounts};
        for (qsizetype i = 0; i < all.size(); ++i) {
            if (all.at(i).isEmpty())
                continue;
            QVERIFY(area.contains(all.at(i)));
            for (qsizetype j = i + 1; j < all.size(); ++j)
                QVERIFY(all.at(j).isEmpty() || !all.at(i).intersects(all.at(j)));
        }
        QVERIFY(!parts.percent.isEmpty());
    }
}

void TestUsageBarDelegate::fillsAsFarAsReserved()
{
    QCOMPARE(UsageBarDelegate::extent(0, 2, 100), 0);
    QCOMPARE(UsageBarDelegate::extent(1, 2, 100), 50);
    QCOMPARE(UsageBarDelegate::extent(2, 2, 100), 100);
    QCOMPARE(UsageBarDelegate::extent(2.6, 2, 100), 100);
    QCOMPARE(UsageBarDelegate::extent(1, 0, 100), 100);
    QCOMPARE(UsageBarDelegate::extent({}, 2, 100), 0);
    TenantTableModel tenants;
    const QRect bar
        = UsageBarDelegate::layout(cell.adjusted(0, 0, 0, -1), CellKind::UsageCores, Typography::body()).bar;
    const QColor fill = UsageBarDelegate::band(Theme::light().accent, Theme::light()).rgb();
    const int half = pixelsOf(paintCell(tenants, {.used = {}, .reserved = 1, .limit = 2}), bar, fill);
    QCOMPARE(half, UsageBarDelegate::extent(1, 2, bar.width()) * bar.height());
    const int none = pixelsOf(paintCell(tenants, {.used = {}, .reserved = 0, .limit = 2}), bar, fill);
    QCOMPARE(none, 0);
    // What is really used is a thin bar in the band, and may be longer than it.
    const QImage used = paintCell(tenants, {.used = 1.5, .reserved = 1, .limit = 2});
    QCOMPARE(pixelsOf(used, bar, Theme::light().accent), UsageBarDelegate::extent(1.5, 2, bar.width()) * 4);
}

void TestUsageBarDelegate::marksWhatIsNearlyFullByShapeToo()
{
    TenantTableModel tenants;
    const QRect sign
        = UsageBarDelegate::layout(cell.adjusted(0, 0, 0, -1), CellKind::UsageCores, Typography::body()).sign;
    const QImage calm = paintCell(tenants, {.used = {}, .reserved = 1.6, .limit = 2}).copy(sign);
    const QImage warning = paintCell(tenants, {.used = {}, .reserved = 1.9, .limit = 2}).copy(sign);
    const QImage critical = paintCell(tenants, {.used = {}, .reserved = 2.6, .limit = 2}).copy(sign);
    QCOMPARE(pixelsOf(calm, calm.rect(), Theme::light().surface), sign.width() * sign.height());
    QVERIFY(pixelsOf(warning, warning.rect(), Theme::light().warning) > 15);
    QVERIFY(pixelsOf(critical, critical.rect(), Theme::light().critical) > 15);
}

void TestUsageBarDelegate::drawsNoTrackForWhatIsUnknown()
{
    TenantTableModel tenants;
    const QRect bar
        = UsageBarDelegate::layout(cell.adjusted(0, 0, 0, -1), CellKind::UsageCores, Typography::body()).bar;
    const QImage image = paintCell(tenants, Usage{});
    QCOMPARE(pixelsOf(image, bar, Theme::light().surface), bar.width() * bar.height());
}

QTEST_MAIN(TestUsageBarDelegate)
#include "tst_usagebardelegate.moc"
