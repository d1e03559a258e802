// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strict.h"
#include "tests/views/samplefleet.h"
#include "views/fleet/clusterchip.h"
#include "views/fleet/clusterpopup.h"
#include "views/fleet/clusterstrip.h"
#include "views/fleet/notestrip.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace {
QStringList noteTexts(const NoteStrip &strip)
{
    QStringList result;
    for (const QLabel *label : strip.findChildren<QLabel *>(u"clusterNote"_s)) {
        if (label->isVisibleTo(&strip))
            result.append(label->text());
    }
    return result;
}
} // namespace

class TestClusterStrip final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void chipsSayTheirState();
    void chipsFollowTheModel();
    void marksProduction();
    void popupTellsAllAndActs();
    void popupFollowsItsCluster();
    void menuConnectsContexts();
    void notesSayWhatIsWrong();
    void showsMarkupLiterally();
};

void TestClusterStrip::chipsSayTheirState()
{
    SampleFleet fleet;
    ClusterStrip strip(&fleet.clusters, nullptr);
    QCOMPARE(strip.chip(fleet.live().id)->accessibleName(), u"Cluster prod-eu, live"_s);
    const QString stale = strip.chip(fleet.stale().id)->accessibleName();
    QVERIFY2(stale.startsWith(u"Cluster staging, stale 2 min"_s), qPrintable(stale));
    QVERIFY(stale.endsWith(u", metrics are missing"_s));
    QCOMPARE(strip.chip(fleet.failed().id)->accessibleName(), u"Cluster prod-us, failed"_s);
    for (const ClusterChip *chip : strip.findChildren<ClusterChip *>())
        QVERIFY(chip->focusPolicy() & Qt::TabFocus);
}

void TestClusterStrip::marksProduction()
{
    SampleFleet fleet;
    ClusterStrip strip(&fleet.clusters, nullptr);
    ClusterChip *chip = strip.chip(fleet.live().id);
    const int before = chip->sizeHint().width();
    strip.setProduction([](const QString &cluster) { return cluster == u"prod-eu"_s; });
    QCOMPARE(chip->accessibleName(), u"Production cluster prod-eu, live"_s);
    QVERIFY(chip->sizeHint().width() > before); // a word, not only a colour
    QCOMPARE(strip.chip(fleet.failed().id)->accessibleName(), u"Cluster prod-us, failed"_s);
    strip.setProduction([](const QString &) { return false; });
    QCOMPARE(chip->accessibleName(), u"Cluster prod-eu, live"_s);
}

void TestClusterStrip::chipsFollowTheModel()
{
    SampleFleet fleet;
    ClusterStrip strip(&fleet.clusters, nullptr);
    ClusterItem item = fleet.failed();
    ClusterChip *chip = strip.chip(item.id);
    item.state = ClusterItem::State::Connecting;
    fleet.clusters.set(item);
    QCOMPARE(strip.chip(item.id), chip);
    QCOMPARE(chip->accessibleName(), u"Cluster prod-us, connecting"_s);
    fleet.clusters.remove(item.id);
    QVERIFY(!strip.chip(item.id));
    QVERIFY(!chip->isVisibleTo(&strip));
    QVERIFY(strip.chip(fleet.live().id));
}

void TestClusterStrip::popupTellsAllAndActs()
{
    SampleFleet fleet;
    ClusterStrip strip(&fleet.clusters, nullptr);
    strip.show();
    const QString id = fleet.failed().id;
    QSignalSpy reconnect(&strip, &ClusterStrip::reconnectRequested);
    QSignalSpy disconnect(&strip, &ClusterStrip::disconnectRequested);
    ClusterChip *chip = strip.chip(id);
    const auto press = [chip](const QString &button) {
        QTest::keyClick(chip, Qt::Key_Space);
        auto *popup = chip->findChild<ClusterPopup *>();
        QVERIFY(popup && popup->isVisible());
        QTest::keyClick(popup->findChild<QPushButton *>(button), Qt::Key_Space);
        QVERIFY(!popup->isVisible());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    };
    press(u"reconnect"_s);
    QCOMPARE(reconnect.size(), 1);
    QCOMPARE(reconnect.at(0).at(0).toString(), id);
    press(u"disconnect"_s);
    QCOMPARE(disconnect.size(), 1);
    press(u"copyDetails"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), ClusterText::details(fleet.failed()));
}

void TestClusterStrip::popupFollowsItsCluster()
{
    SampleFleet fleet;
    ClusterStrip strip(&fleet.clusters, nullptr);
    strip.show();
    ClusterItem item = fleet.live();
    ClusterChip *chip = strip.chip(item.id);
    chip->click();
    const auto *details = chip->findChild<ClusterPopup *>()->findChild<QLabel *>(u"clusterDetails"_s);
    QCOMPARE(details->text(), ClusterText::details(item));
    item.state = ClusterItem::State::Failed;
    item.problem.title = u"prod-eu has gone."_s;
    fleet.clusters.set(item);
    QVERIFY(details->text().contains(u"prod-eu has gone."_s));
}

void TestClusterStrip::menuConnectsContexts()
{
    SampleFleet fleet;
    ClusterStrip strip(&fleet.clusters, nullptr);
    QSignalSpy connected(&strip, &ClusterStrip::connectRequested);
    QSignalSpy disconnected(&strip, &ClusterStrip::disconnectRequested);
    strip.setContexts({fleet.live().id, u"a&b"_s});
    const auto actions = strip.clusterMenu()->actions();
    QCOMPARE(actions.size(), 2);
    QVERIFY(actions.at(0)->isChecked());
    QVERIFY(!actions.at(1)->isChecked());
    QCOMPARE(actions.at(1)->text(), u"a&&b"_s);
    actions.at(1)->trigger();
    QCOMPARE(connected.value(0).value(0).toString(), u"a&b"_s);
    actions.at(0)->trigger();
    QCOMPARE(disconnected.value(0).value(0).toString(), fleet.live().id);
}

void TestClusterStrip::notesSayWhatIsWrong()
{
    SampleFleet fleet;
    NoteStrip strip(&fleet.clusters, nullptr);
    strip.show();
    const QStringList texts = noteTexts(strip);
    QCOMPARE(texts.size(), 3);
    QCOMPARE(texts.at(0), u"staging: tenant-000-dev may not list namespaces; showing tenant-000."_s);
    QCOMPARE(texts.at(1), fleet.stale().metricsProblem.paragraph());
    QCOMPARE(texts.at(2), fleet.failed().problem.paragraph());
    fleet.clusters.remove(fleet.stale().id);
    fleet.clusters.remove(fleet.failed().id);
    QVERIFY(!strip.isVisible());
}

void TestClusterStrip::showsMarkupLiterally()
{
    SampleFleet fleet;
    ClusterItem item = fleet.live();
    item.name = u"<b>bold</b>"_s;
    item.problem.title = u"<img src=x>"_s;
    fleet.clusters.set(item);
    ClusterStrip strip(&fleet.clusters, nullptr);
    NoteStrip notes(&fleet.clusters, nullptr);
    strip.show();
    ClusterChip *chip = strip.chip(item.id);
    QVERIFY(chip->toolTip().contains(u"&lt;b&gt;"_s));
    QVERIFY(!chip->toolTip().contains(u"<b>"_s));
    chip->click();
    for (const QWidget *root :
        {static_cast<QWidget *>(chip->findChild<ClusterPopup *>()), static_cast<QWidget *>(&notes)}) {
        QVERIFY(!root->findChildren<QLabel *>().isEmpty());
        for (const QLabel *label : root->findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
}

QTEST_MAIN(TestClusterStrip)
#include "tst_clusterstrip.moc"
