// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/tableviewmodel.h"
#include "tests/support/strict.h"
#include "tests/views/samplefleet.h"
#include "views/common/stateoverlay.h"
#include "views/common/tableview.h"

#include <QLabel>

using namespace Qt::StringLiterals;

class TestStateOverlay final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void saysWhyThereIsNothing_data();
    void saysWhyThereIsNothing();
    void isNotThereWhenThereAreRows();
    void coversTheRowsAndLeavesTheTitles();
    void showsMarkupLiterally();
    void hasRoomForEveryWord();
};

void TestStateOverlay::saysWhyThereIsNothing_data()
{
    QTest::addColumn<int>("kind");
    for (const auto kind : {PanelState::Kind::Loading, PanelState::Kind::Empty, PanelState::Kind::Filtered,
             PanelState::Kind::Forbidden, PanelState::Kind::Failed, PanelState::Kind::Unconfigured})
        QTest::addRow("kind %d", static_cast<int>(kind)) << static_cast<int>(kind);
}

void TestStateOverlay::saysWhyThereIsNothing()
{
    QFETCH(int, kind);
    SampleFleet fleet;
    TableViewModel rows(fleet.tenants());
    TableView table(&rows, u"Tenants"_s, nullptr);
    StateOverlay overlay(&table);
    const auto state = static_cast<PanelState::Kind>(kind);
    overlay.setState({.kind = state, .title = u"Nothing to see."_s, .text = u"Do this."_s, .freshness = {}});
    table.show();
    QVERIFY(overlay.isVisible());
    auto *title = overlay.findChild<QLabel *>(u"stateTitle"_s);
    auto *text = overlay.findChild<QLabel *>(u"stateText"_s);
    QVERIFY(title->isVisible());
    QVERIFY(text->isVisible());
    QCOMPARE(title->text(), u"Nothing to see."_s);
    QCOMPARE(text->text(), u"Do this."_s);
    QCOMPARE(text->accessibleName(), u"Do this."_s);
    QVERIFY(text->textInteractionFlags().testFlag(Qt::TextSelectableByKeyboard));
    QVERIFY(text->focusPolicy() & Qt::TabFocus);
    QCOMPARE(overlay.accessibleName(), u"Nothing to see."_s);
}

void TestStateOverlay::isNotThereWhenThereAreRows()
{
    SampleFleet fleet;
    TableViewModel rows(fleet.tenants());
    TableView table(&rows, u"Tenants"_s, nullptr);
    StateOverlay overlay(&table);
    table.show();
    QVERIFY(!overlay.isVisible());
    overlay.setState({.kind = PanelState::Kind::Failed, .title = u"Gone."_s, .text = {}, .freshness = {}});
    QVERIFY(overlay.isVisible());
    QVERIFY(!overlay.findChild<QLabel *>(u"stateText"_s)->isVisible());
    overlay.setState({.kind = PanelState::Kind::Ready, .title = {}, .text = {}, .freshness = {}});
    QVERIFY(!overlay.isVisible());
}

void TestStateOverlay::coversTheRowsAndLeavesTheTitles()
{
    SampleFleet fleet;
    TableViewModel rows(fleet.tenants());
    TableView table(&rows, u"Tenants"_s, nullptr);
    StateOverlay overlay(&table);
    overlay.setState({.kind = PanelState::Kind::Empty, .title = u"None."_s, .text = {}, .freshness = {}});
    table.show();
    table.resize(700, 400);
    QCOMPARE(overlay.geometry(), table.viewport()->geometry());
    QVERIFY(overlay.geometry().top() > 0);
}

void TestStateOverlay::showsMarkupLiterally()
{
    SampleFleet fleet;
    TableViewModel rows(fleet.tenants());
    TableView table(&rows, u"Tenants"_s, nullptr);
    StateOverlay overlay(&table);
    overlay.setState(
        {.kind = PanelState::Kind::Failed, .title = u"<b>x</b>"_s, .text = u"<img src=a>"_s, .freshness = {}});
    for (const QLabel *label : overlay.findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

void TestStateOverlay::hasRoomForEveryWord()
{
    SampleFleet fleet;
    TableViewModel rows(fleet.tenants());
    TableView table(&rows, u"Tenants"_s, nullptr);
    table.resize(1400, 700);
    StateOverlay overlay(&table);
    table.show();
    const QString sentence = u"The kubeconfig has no such context; choose one of those that it has. "_s;
    overlay.setState({.kind = PanelState::Kind::Failed,
        .title = sentence.repeated(3),
        .text = sentence.repeated(8),
        .freshness = {}});
    for (const int width : {1400, 400}) {
        table.resize(width, 700);
        QCoreApplication::sendPostedEvents();
        for (const QString &name : {u"stateTitle"_s, u"stateText"_s}) {
            auto *label = overlay.findChild<QLabel *>(name);
            QVERIFY2(label->height() >= label->heightForWidth(label->width()),
                qPrintable(u"%1 is %2 high at width %3 and needs %4"_s.arg(name)
                               .arg(label->height())
                               .arg(label->width())
                               .arg(label->heightForWidth(label->width()))));
        }
    }
}

QTEST_MAIN(TestStateOverlay)
#include "tst_stateoverlay.moc"
