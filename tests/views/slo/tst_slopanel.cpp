// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/tableviewmodel.h"
#include "models/fleet/clusterlistmodel.h"
#include "models/slo/slodetail.h"
#include "models/slo/slostore.h"
#include "models/slo/slotablemodel.h"
#include "tests/models/slo/readings.h"
#include "tests/support/manualclock.h"
#include "tests/support/strict.h"
#include "views/charts/burnchart.h"
#include "views/common/stateoverlay.h"
#include "views/slo/slodetailpane.h"
#include "views/slo/slopanel.h"

#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using namespace Readings;

namespace {

const QString a = QStringLiteral("a");

struct Bed
{
    ManualClock clock;
    ClusterListModel clusters;
    SloStore store{clock};
    SloDetail detail{&store, clock};
    SloPanel panel{&clusters, &store, &detail, nullptr};

    Bed()
    {
        panel.resize(1400, 900);
        panel.show();
    }
    void say(const QList<Prometheus::SloReading> &readings)
    {
        store.setServer({a, QStringLiteral("prom-a"), QStringLiteral("eu"), {}});
        store.setSample(a, sample(readings, clock.elapsed()));
        store.settle();
        panel.table()->rows()->settle();
    }
    void open(const QString &app)
    {
        for (const Slo &slo : store.table()->rows()) {
            if (slo.labels.contains(QPair<QString, QString>(QStringLiteral("app"), app)))
                panel.openDetail(slo.key);
        }
    }
    template <typename Widget>
    [[nodiscard]] Widget *find(const char *name) const
    {
        return panel.findChild<Widget *>(QLatin1String(name));
    }
    [[nodiscard]] QString overlayText() const
    {
        QStringList texts;
        for (const auto *overlay : panel.table()->findChildren<StateOverlay *>()) {
            if (!overlay->isVisibleTo(&panel))
                continue;
            for (const QLabel *label : overlay->findChildren<QLabel *>())
                texts.append(label->text());
        }
        return texts.join(u'\n');
    }
    [[nodiscard]] QString first(const char16_t *column) const
    {
        const TableViewModel *rows = panel.table()->rows();
        return rows->index(0, store.table()->columnOf(column)).data().toString();
    }
};

} // namespace

class TestSloPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void showsWhatHurtsFirst();
    void saysWhyThereIsNothing();
    void countsWhatBurns();
    void explainsTheChosenSlo();
    void showsAFaultyDefinition();
    void listsWhatChanged();
    void choosesTheTimeShown();
    void offersThePodsOfAnSlo();
    void drawsItself();
};

void TestSloPanel::showsWhatHurtsFirst()
{
    Bed bed;
    bed.say(
        {reading(QStringLiteral("calm"), 0), reading(QStringLiteral("worst"), 1), reading(QStringLiteral("bad"), 0.1)});
    QCOMPARE(bed.first(u"state"), QStringLiteral("page"));
    QVERIFY(bed.first(u"labels").contains(QStringLiteral("worst")));
    QCOMPARE(bed.panel.subject().id, QStringLiteral("slos"));
}

void TestSloPanel::saysWhyThereIsNothing()
{
    Bed bed;
    bed.store.setServer({a, QStringLiteral("prom-a"), {}, {}});
    bed.store.removeServer(a);
    QTRY_VERIFY2(
        bed.overlayText().contains(QStringLiteral("No server of metrics is named.")), qPrintable(bed.overlayText()));
    bed.store.setServer({a, QStringLiteral("prom-a"), {}, QStringLiteral("prom-a refuses your token. Log in again.")});
    QTRY_VERIFY2(
        bed.overlayText().contains(QStringLiteral("prom-a refuses your token.")), qPrintable(bed.overlayText()));
    bed.say({});
    QTRY_VERIFY2(
        bed.overlayText().contains(QStringLiteral("slo:sli_error:ratio_rate5m")), qPrintable(bed.overlayText()));
    bed.say({reading(QStringLiteral("web"), 0)});
    QTRY_COMPARE(bed.overlayText(), QString());
}

void TestSloPanel::countsWhatBurns()
{
    Bed bed;
    QSignalSpy told(&bed.panel, &TablePanel::attentionChanged);
    bed.say({reading(QStringLiteral("calm"), 0)});
    QCOMPARE(bed.panel.attention().count, 0);
    bed.say({reading(QStringLiteral("calm"), 0), reading(QStringLiteral("bad"), 0.1)});
    QCOMPARE(bed.panel.attention().count, 1);
    QCOMPARE(bed.panel.attention().meaning, QStringLiteral("1 SLO burns its budget too fast."));
    QVERIFY(!told.isEmpty());
}

void TestSloPanel::explainsTheChosenSlo()
{
    Bed bed;
    bed.say({reading(QStringLiteral("bad"), 0.1)});
    bed.open(QStringLiteral("bad"));
    QVERIFY(bed.panel.detailIsOpen());
    QCOMPARE(bed.find<QLabel>("detailTitle")->text(), QStringLiteral("availability of requests"));
    QVERIFY(bed.find<QLabel>("sloSentences")->text().startsWith(QStringLiteral("Page: over the last 1 h")));
    QVERIFY(bed.find<QLabel>("sloFacts")->text().contains(QStringLiteral("Objective: 99.5 %")));
    QVERIFY(bed.find<QLabel>("sloFacts")->text().contains(QStringLiteral("Server prom-a: Live")));
    auto *tiers = bed.find<TableView>("sloTiers");
    QCOMPARE(tiers->rows()->rowCount(), 4);
    QTest::keyClick(bed.panel.pane(), Qt::Key_Escape);
    QVERIFY(!bed.panel.detailIsOpen());
}

void TestSloPanel::showsAFaultyDefinition()
{
    Bed bed;
    Prometheus::SloReading refused = reading(QStringLiteral("x"), 0);
    refused.windows.clear();
    refused.problem = QStringLiteral("parse error <b>here</b>");
    refused.origin = QStringLiteral("slos.yaml:3");
    bed.say({refused, reading(QStringLiteral("web"), 0)});
    bed.open(QStringLiteral("x"));
    const auto *sentences = bed.find<QLabel>("sloSentences");
    QVERIFY(sentences->text().contains(QStringLiteral("parse error <b>here</b>")));
    QVERIFY(sentences->text().contains(QStringLiteral("slos.yaml:3")));
    QCOMPARE(sentences->textFormat(), Qt::PlainText);
    QVERIFY(!bed.find<TableView>("sloTiers")->isVisibleTo(&bed.panel));
    bed.open(QStringLiteral("web"));
    QVERIFY(bed.find<TableView>("sloTiers")->isVisibleTo(&bed.panel));
}

void TestSloPanel::listsWhatChanged()
{
    Bed bed;
    bed.say({reading(QStringLiteral("bad"), 0.1), reading(QStringLiteral("calm"), 0)});
    bed.open(QStringLiteral("calm"));
    QVERIFY(!bed.find<QLabel>("noSuspects")->isVisibleTo(&bed.panel)); // nothing burns
    bed.open(QStringLiteral("bad"));
    QVERIFY(bed.find<QLabel>("noSuspects")->isVisibleTo(&bed.panel));
    Suspect suspect;
    suspect.sentence = QStringLiteral("Deployment shop/web went from web:1.0 to web:1.1-bad, 4 s before.");
    suspect.change = QUuid::createUuid();
    bed.panel.setSuspects({suspect});
    auto *list = bed.find<QListWidget>("suspects");
    QCOMPARE(list->count(), 1);
    QCOMPARE(list->item(0)->text(), suspect.sentence);
    QVERIFY(!bed.find<QLabel>("noSuspects")->isVisibleTo(&bed.panel));
    QSignalSpy requested(&bed.panel, &SloPanel::changeRequested);
    list->setCurrentRow(0);
    Q_EMIT list->itemActivated(list->item(0));
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested[0][0].toUuid(), suspect.change);
    bed.open(QStringLiteral("calm"));
    QCOMPARE(list->count(), 0); // what is said of one is not said of another
}

void TestSloPanel::choosesTheTimeShown()
{
    Bed bed;
    bed.say({reading(QStringLiteral("bad"), 0.1)});
    bed.open(QStringLiteral("bad"));
    QSignalSpy wanted(&bed.detail, &SloDetail::courseWanted);
    auto *span = bed.find<QComboBox>("sloSpan");
    QCOMPARE(span->currentText(), QStringLiteral("6 h"));
    span->setCurrentIndex(span->findText(QStringLiteral("1 h")));
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][2].toLongLong() - wanted[0][1].toLongLong(), 3600 * 1000);
}

void TestSloPanel::offersThePodsOfAnSlo()
{
    Bed bed;
    bed.say({reading(QStringLiteral("bad"), 0.1)});
    QSignalSpy requested(&bed.panel, &TablePanel::filterRequested);
    bed.panel.table()->selectRow(0);
    bed.panel.table()->setFocus();
    const QPoint place(20, 20);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, place, bed.panel.table()->mapToGlobal(place));
    QCoreApplication::sendEvent(bed.panel.table(), &event);
    auto *menu = bed.find<QMenu>("sloMenu");
    QVERIFY(menu);
    for (QAction *action : menu->actions()) {
        if (action->objectName() == QStringLiteral("podsOfSlo"))
            action->trigger();
    }
    menu->close();
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested[0][0].toString(), QStringLiteral("pods"));
    QCOMPARE(requested[0][1].toString(), QStringLiteral("namespace=shop"));
}

void TestSloPanel::drawsItself()
{
    Bed bed;
    Prometheus::SloReading said = reading(QStringLiteral("bad"), 0.001);
    said.trend = {0, 1, std::numeric_limits<float>::quiet_NaN(), 0.5F};
    Prometheus::SloReading violated = reading(QStringLiteral("violated"), 0.1);
    Prometheus::SloReading unknown = reading(QStringLiteral("unknown"), 0);
    unknown.objective.reset();
    bed.say({said, violated, unknown});
    bed.open(QStringLiteral("bad"));
    SloCourse course;
    course.key = bed.detail.slo().key;
    course.from = 0;
    course.to = 3'600'000;
    course.budget = {{0, 1}, {60'000, 0.5}};
    course.burn = {{300s, {{0, 1}, {60'000, 20}}}};
    bed.detail.setCourse(course);
    const QImage drawn = bed.panel.grab().toImage();
    QVERIFY(!drawn.isNull());
    QVERIFY(bed.panel.pane()->chart()->isVisibleTo(&bed.panel));
}

QTEST_MAIN(TestSloPanel)
#include "tst_slopanel.moc"
