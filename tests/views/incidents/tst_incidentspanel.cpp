// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/tableviewmodel.h"
#include "models/incidents/incidentstore.h"
#include "models/incidents/playback.h"
#include "tests/models/incidents/sampleincident.h"
#include "tests/support/manualclock.h"
#include "tests/support/strict.h"
#include "tests/views/samplefleet.h"
#include "views/common/theme.h"
#include "views/incidents/incidentchart.h"
#include "views/incidents/incidentdetailpane.h"
#include "views/incidents/incidentdialog.h"
#include "views/incidents/incidentspanel.h"
#include "views/incidents/postmortemexport.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestIncidentsPanel final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<IncidentStore> m_store;
    std::unique_ptr<ClusterListModel> m_clusters;
    std::unique_ptr<IncidentsPanel> m_panel;

    template <typename W>
    [[nodiscard]] W *child(const QString &name) const
    {
        return m_panel->findChild<W *>(name);
    }
    [[nodiscard]] IncidentDetailPane *pane() const { return m_panel->findChild<IncidentDetailPane *>(); }
    //! One with all that the sample has, which is open.
    QString sample()
    {
        const IncidentRecord record = SampleIncident::record();
        m_store->setDescribe([&record](Incident &incident) {
            incident.places = record.incident.places;
            incident.begun = record.incident.begun;
        });
        m_clock->advance(16min);
        const QString id = m_store->begin({record.incident.title, record.incident.alerts, {}, {}, {}});
        m_store->setDescribe({});
        m_store->add(id, record.timeline);
        for (const IncidentFigure &figure : record.figures)
            m_store->addFigure(id, figure);
        return id;
    }

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_clock = std::make_unique<ManualClock>();
        m_store = std::make_unique<IncidentStore>(nullptr, *m_clock, u"olga"_s);
        m_clusters = std::make_unique<ClusterListModel>();
        m_panel = std::make_unique<IncidentsPanel>(m_clusters.get(), m_store.get(), nullptr);
        m_panel->resize(1500, 900);
        m_panel->show();
    }
    void cleanup()
    {
        m_panel.reset();
        m_clusters.reset();
        m_store.reset();
        m_clock.reset();
    }

    void saysThatThereAreNone()
    {
        QVERIFY(m_panel->findChild<QWidget *>(u"stateOverlay"_s)->isVisible());
        QCOMPARE(child<QLabel>(u"incidentsHeadline"_s)->text(), u"No open incident"_s);
        QCOMPARE(m_panel->attention().count, 0);
    }

    void startsAnIncidentByHand()
    {
        QSignalSpy shown(m_panel.get(), &IncidentsPanel::shown);
        child<QToolButton>(u"startIncidentButton"_s)->click();
        auto *dialog = child<IncidentDialog>(u"incidentDialog"_s);
        QVERIFY(dialog && dialog->isVisible());
        auto *start = dialog->findChild<QPushButton *>(u"startIncident"_s);
        QVERIFY(!start->isEnabled()); // of what?
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"incidentTitle"_s), u"Checkout is slow"_s);
        QVERIFY(start->isEnabled());
        dialog->findChild<QPlainTextEdit *>(u"incidentFirstNote"_s)->setPlainText(u"Customers call."_s);
        start->click();
        QCOMPARE(shown.size(), 1);
        QCOMPARE(m_store->table()->rowCount(), 1);
        QVERIFY(m_panel->detailIsOpen());
        QCOMPARE(child<QLabel>(u"incidentHeading"_s)->text(), u"Checkout is slow"_s);
        QCOMPARE(m_panel->attention().count, 1);
        QCOMPARE(pane()->table()->rows()->rowCount(), 2);
    }

    void startsAnIncidentFromAlerts()
    {
        QStringList names;
        for (int i = 0; i < 30; ++i)
            names.append(u"SloBurn in tenant-%1"_s.arg(i));
        m_panel->startIncident({{}, {u"fp"_s}, {}, {}, {}}, names);
        auto *dialog = child<IncidentDialog>(u"incidentDialog"_s);
        QVERIFY(dialog->findChild<QLabel *>(u"incidentBeginsFrom"_s)->text().contains(u"and 22 more"_s));
        QVERIFY(dialog->findChild<QPushButton *>(u"startIncident"_s)->isEnabled()); // it is named after them
        dialog->reject();
        QCOMPARE(m_store->table()->rowCount(), 0);
    }

    void showsOneIncident()
    {
        const QString id = sample();
        m_panel->openDetail(id);
        const QString facts = child<QLabel>(u"incidentFacts"_s)->text();
        QVERIFY2(facts.contains(u"What changed just before this: Deployment tenant-000/web went from web:1.0 to "
                                "web:1.1-bad at 14:02:11, 4 s before the burn began."_s),
            qPrintable(facts));
        QCOMPARE(pane()->table()->rows()->rowCount(), 8);
        const QString chart = child<IncidentChart>(u"incidentChart"_s)->accessibleDescription();
        QVERIFY2(chart.contains(u"burned at most 41.3 times as fast"_s), qPrintable(chart));
        QVERIFY(!child<QLabel>(u"incidentMoment"_s)->text().isEmpty());
    }

    void addsNotes()
    {
        const QString id = sample();
        m_panel->openDetail(id);
        auto *note = child<QLineEdit>(u"incidentNote"_s);
        QVERIFY(!child<QPushButton>(u"addNote"_s)->isEnabled());
        QTest::keyClicks(note, u"It is the cache."_s);
        QTest::keyClick(note, Qt::Key_Return);
        QCOMPARE(m_store->record(id)->timeline.last().sentence, u"It is the cache."_s);
        QVERIFY(note->text().isEmpty());
    }

    void playsBack()
    {
        const QString id = sample();
        m_panel->openDetail(id);
        Playback *playback = pane()->playback();
        QVERIFY(playback->atEnd());
        child<QToolButton>(u"playIncident"_s)->click();
        QVERIFY(playback->isPlaying());
        QCOMPARE(child<QToolButton>(u"playIncident"_s)->accessibleName(), u"Pause"_s);
        m_clock->advance(1s);
        QCOMPARE(playback->cursor(), playback->from().addSecs(60));
        QCOMPARE(child<QLabel>(u"playbackTime"_s)->text(), u"14:03:11"_s);
        QVERIFY(child<QLabel>(u"incidentMoment"_s)->text().contains(u"ErrorBudgetBurnFast"_s));
        QVERIFY(child<QLabel>(u"incidentMoment"_s)->text().contains(u"burn rate 41.3"_s));
        child<QComboBox>(u"playbackSpeed"_s)->setCurrentIndex(1);
        QCOMPARE(playback->speed(), 10);
        auto *slider = child<QSlider>(u"playbackSlider"_s);
        slider->setValue(0);
        QCOMPARE(playback->cursor(), playback->from());
        QVERIFY(!playback->isPlaying());
        auto *chart = child<IncidentChart>(u"incidentChart"_s);
        QTest::keyClick(chart, Qt::Key_Right);
        QCOMPARE(playback->cursor(), SampleIncident::at(14, 2, 12));
        QTest::keyClick(chart, Qt::Key_End);
        QVERIFY(playback->atEnd());
        QTest::mouseClick(chart, Qt::LeftButton, {}, QPoint(chart->width() / 2, 10));
        QVERIFY(!playback->atEnd() && playback->cursor() > playback->from());
    }

    void tellsWhatIsUnderThePointer()
    {
        const QString id = sample();
        m_panel->openDetail(id);
        auto *chart = child<IncidentChart>(u"incidentChart"_s);
        QString found;
        for (int y = 4; y < 200 && found.isEmpty(); y += 8) {
            for (int x = 80; x < chart->width() && found.isEmpty(); x += 4) {
                const QString text = chart->textAt(QPointF(x, y));
                if (text.contains(u"web:1.1-bad"_s))
                    found = text;
            }
        }
        QVERIFY(found.startsWith(u"14:02:11, kubectl: "_s));
        QVERIFY(chart->textAt(QPointF(1, 1)).isEmpty());
    }

    void endsAnIncident()
    {
        const QString id = sample();
        m_panel->openDetail(id);
        child<QPushButton>(u"endIncident"_s)->click();
        auto *dialog = child<QInputDialog>(u"endIncidentDialog"_s);
        QVERIFY(dialog);
        dialog->setTextValue(u"The old image serves."_s);
        dialog->accept();
        QVERIFY(!m_store->record(id)->incident.open());
        QVERIFY(!child<QPushButton>(u"endIncident"_s)->isEnabled());
        QCOMPARE(child<QLabel>(u"incidentsHeadline"_s)->text(), u"No open incident"_s);
        QVERIFY(child<QLineEdit>(u"incidentNote"_s)->isEnabled()); // afterwards people know more
    }

    void exportsThePostMortem()
    {
        QTemporaryDir folder;
        const QString id = sample();
        QSignalSpy message(m_panel.get(), &TablePanel::messageShown);
        QVERIFY(m_panel->writePostMortem(id, folder.filePath(u"a [b] c.md"_s)));
        QCOMPARE(message.size(), 1);
        QFile file(folder.filePath(u"a [b] c.md"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("](a%20%5Bb%5D%20c-timeline.png)"));
        QVERIFY(text.contains("](a%20%5Bb%5D%20c-burn.png)"));
        for (const QString &name : {u"a [b] c-timeline.png"_s, u"a [b] c-burn.png"_s}) {
            const QImage image(folder.filePath(name));
            QVERIFY(image.width() > 1000);
            QVERIFY(image.height() > 200);
        }
        QVERIFY(!m_panel->writePostMortem(id, u"/proc/nothing/x.md"_s));
        QVERIFY(message.last().first().toString().contains(u"could not be written"_s));
    }

    void closesWithEscape()
    {
        const QString id = sample();
        m_panel->openDetail(id);
        QTest::keyClick(pane(), Qt::Key_Escape);
        QVERIFY(!m_panel->detailIsOpen());
    }

    void namesEveryWidget()
    {
        m_panel->openDetail(sample());
        const auto widgets = m_panel->findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            if (widget->isVisible() && widget->focusPolicy() != Qt::NoFocus && !widget->objectName().startsWith(u"qt_"))
                QVERIFY2(!widget->accessibleName().isEmpty()
                        || !QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget))
                                ->text(QAccessible::Name)
                                .isEmpty(),
                    qPrintable(
                        QString(QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName())));
        }
    }

    void drawsInBothThemes()
    {
        const QString folder = qEnvironmentVariable("PILOTHOUSE_PICTURES");
        m_panel->openDetail(sample());
        for (const auto &[theme, word] :
            {std::pair(ThemeChoice::Light, u"light"_s), std::pair(ThemeChoice::Dark, u"dark"_s)}) {
            Theme::apply(*static_cast<QApplication *>(qApp), theme);
            QTest::qWait(50);
            const QImage image = m_panel->grab().toImage();
            QVERIFY(!image.isNull());
            auto *chart = child<IncidentChart>(u"incidentChart"_s);
            const QColor background = chart->grab().toImage().pixelColor(2, 2);
            QCOMPARE(background.lightness() < 128, theme == ThemeChoice::Dark);
            if (!folder.isEmpty())
                image.save(folder + u"/incidents-"_s + word + u".png"_s);
        }
        Theme::apply(*static_cast<QApplication *>(qApp), ThemeChoice::Light);
    }
};

QTEST_MAIN(TestIncidentsPanel)
#include "tst_incidentspanel.moc"
