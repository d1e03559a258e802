// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/tableviewmodel.h"
#include "tests/support/strict.h"
#include "tests/views/changes/changestand.h"
#include "tests/views/samplefleet.h"
#include "views/common/filterbar.h"
#include "views/fleet/clusterchip.h"
#include "views/tenants/tenantspanel.h"
#include "views/window/keysdialog.h"
#include "views/window/mainwindow.h"
#include "views/window/railbutton.h"
#include "views/window/subjects.h"
#include "views/window/summary.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {
//! Where pictures of the window go: PILOTHOUSE_PICTURES, for whoever wants to look at them.
QString pictureFolder(const QTemporaryDir &otherwise)
{
    const QString wanted = qEnvironmentVariable("PILOTHOUSE_PICTURES");
    return wanted.isEmpty() ? otherwise.path() : wanted;
}

bool isInteractive(const QWidget *widget)
{
    const bool inside = widget->objectName().startsWith(u"qt_"_s) || qobject_cast<const QHeaderView *>(widget)
        || (widget->parentWidget() && qobject_cast<const QLineEdit *>(widget->parentWidget()))
        || (qobject_cast<const QAbstractButton *>(widget)
            && qobject_cast<const QAbstractItemView *>(widget->parentWidget()))
        || (widget->parentWidget() && qobject_cast<const QTabBar *>(widget->parentWidget()));
    return !inside
        && (qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
            || qobject_cast<const QAbstractItemView *>(widget) || qobject_cast<const QTabBar *>(widget)
            || widget->focusPolicy() & Qt::TabFocus);
}

//! Which letters lead to two of \a texts at once, and to which.
QStringList clashesOf(const QStringList &texts)
{
    QMap<QString, QStringList> byLetter;
    for (const QString &text : texts) {
        if (const QKeySequence key = QKeySequence::mnemonic(text); !key.isEmpty())
            byLetter[key.toString()].append(text);
    }
    QStringList clashes;
    for (auto it = byLetter.cbegin(); it != byLetter.cend(); ++it) {
        if (it->size() > 1)
            clashes.append(it->join(u" / "_s));
    }
    return clashes;
}

QStringList textsOf(const QWidget *widget)
{
    QStringList texts;
    for (const QAction *action : widget->actions()) {
        if (action->isVisible())
            texts.append(action->text());
    }
    return texts;
}

//! Opens the menu of the table's first row, as a click with the right button does.
void openRowMenu(TableView *table)
{
    table->setCurrentIndex(table->model()->index(0, 0));
    Q_EMIT table->customContextMenuRequested(table->visualRect(table->currentIndex()).center());
}
} // namespace

class TestMainWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(), m_changes.reset(), m_fleet.reset(); }
    void everyInteractiveWidgetHasAName();
    void remembersItsState();
    void passesIntentsOn();
    void slashAndQuestionMarkWorkEverywhere();
    void menusAreReachedByF10();
    void noTwoEntriesOfAMenuShareALetter();
    void noTwoButtonsOfAPanelShareALetter_data();
    void noTwoButtonsOfAPanelShareALetter();
    void switchesPanelsAndTellsWhichIsSeen();
    void jumpsFromATenantToItsPodsAndBack();
    void paintsPodsWithTheirDetail_data();
    void paintsPodsWithTheirDetail();
    void railCountsWhatNeedsAPerson();
    void quietLineSaysTheWorst();
    void paintsInBothThemes_data();
    void paintsInBothThemes();

private:
    std::unique_ptr<SampleFleet> m_fleet;
    std::unique_ptr<ChangeStand> m_changes;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::init()
{
    failOnUnexpectedWarnings();
    Theme::apply(*static_cast<QApplication *>(qApp), ThemeChoice::Light);
    m_fleet = std::make_unique<SampleFleet>();
    m_changes = std::make_unique<ChangeStand>();
    m_window = std::make_unique<MainWindow>(WindowDependencies{.clusters = &m_fleet->clusters,
        .tenants = m_fleet->tenants(),
        .tenantDetail = &m_fleet->detail,
        .pods = &m_fleet->pods,
        .podDetail = &m_fleet->podDetail,
        .connections = &m_fleet->connections,
        .changes = &m_changes->river});
    m_window->setContexts({m_fleet->live().id, u"spare"_s});
    m_window->show();
}

void TestMainWindow::everyInteractiveWidgetHasAName()
{
    m_window->subjects().tenants()->openDetail(m_fleet->tenant(4).key);
    int seen = 0;
    for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
        if (!isInteractive(widget))
            continue;
        ++seen;
        const QString what = QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName() + u" in "_s
            + QLatin1String(widget->parent()->metaObject()->className());
        QVERIFY2(!widget->objectName().isEmpty(), qPrintable(what));
        const bool named = !widget->accessibleName().isEmpty() || qobject_cast<const QLabel *>(widget);
        QVERIFY2(named, qPrintable(what));
    }
    QVERIFY(seen > 12);
}

void TestMainWindow::remembersItsState()
{
    m_window->findChild<QAction *>(u"darkTheme"_s)->trigger();
    m_window->findChild<QAction *>(u"comfortableRows"_s)->trigger();
    m_window->subjects().tenants()->table()->sortBy(u"owner"_s, Qt::DescendingOrder);
    m_window->subjects().tenants()->table()->showColumn(2, false);
    const WindowState state = m_window->state();
    QCOMPARE(state.theme, ThemeChoice::Dark);
    QCOMPARE(state.rowHeight, TableView::RowHeight::Comfortable);

    MainWindow other({.clusters = &m_fleet->clusters,
        .tenants = m_fleet->tenants(),
        .tenantDetail = &m_fleet->detail,
        .pods = &m_fleet->pods,
        .podDetail = &m_fleet->podDetail,
        .connections = &m_fleet->connections});
    other.restore(state);
    QCOMPARE(other.state().panels.value(u"tenants"_s).header, state.panels.value(u"tenants"_s).header);
    QCOMPARE(other.state().theme, ThemeChoice::Dark);
    QCOMPARE(other.subjects().tenants()->table()->rowHeight(0), 32);
    QVERIFY(other.subjects().tenants()->table()->isColumnHidden(2));
    QVERIFY(other.findChild<QAction *>(u"darkTheme"_s)->isChecked());
    QCOMPARE(Theme::of(QApplication::palette()).background, Theme::dark().background);
}

void TestMainWindow::passesIntentsOn()
{
    QSignalSpy connected(m_window.get(), &MainWindow::connectRequested);
    for (QAction *action : m_window->findChild<QMenu *>(u"clusterMenu"_s)->actions()) {
        if (action->text() == u"spare"_s)
            action->trigger();
    }
    QCOMPARE(connected.value(0).value(0).toString(), u"spare"_s);
    QVERIFY(m_window->showPanel(u"tenants"_s));
    QVERIFY(!m_window->showPanel(u"weather"_s));
    m_window->showMessage(u"<b>Done</b>"_s);
    const auto *message = m_window->findChild<QLabel *>(u"message"_s);
    QCOMPARE(message->text(), u"<b>Done</b>"_s);
    QCOMPARE(message->textFormat(), Qt::PlainText);
}

void TestMainWindow::slashAndQuestionMarkWorkEverywhere()
{
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->findChild<RailButton *>(u"subject-tenants"_s)->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Slash);
    auto *filter = m_window->currentPanel()->filterBar()->findChild<QLineEdit *>(u"filter"_s);
    QVERIFY(filter->hasFocus());
    QTest::keyClick(filter, Qt::Key_Escape);
    QVERIFY(m_window->subjects().tenants()->table()->hasFocus());
    QTest::keyClick(m_window->subjects().tenants()->table(), Qt::Key_Question, Qt::ShiftModifier);
    const auto *keys = m_window->findChild<KeysDialog *>();
    QVERIFY(keys && keys->isVisible());
    QVERIFY(!keys->isModal());
}

void TestMainWindow::menusAreReachedByF10()
{
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window->subjects().tenants()->table(), Qt::Key_F10);
    auto *file = m_window->findChild<QMenu *>(u"fileMenu"_s);
    QVERIFY(file->isVisible());
    QTest::keyClick(file, Qt::Key_Escape);
    QVERIFY(!file->isVisible());
}

void TestMainWindow::noTwoEntriesOfAMenuShareALetter()
{
    QVERIFY(clashesOf({u"&Open"_s, u"C&opy"_s, u"Fish && chips"_s, u"plain"_s}) == QStringList{u"&Open / C&opy"_s});
    QStringList seen;
    m_fleet->fillPods();
    for (TablePanel *panel : m_window->subjects().panels()) {
        m_window->showPanel(panel->subject().id);
        QTRY_VERIFY(panel->table()->model()->rowCount() > 0); // many pods come by and by
        openRowMenu(panel->table());
        for (QMenu *menu : m_window->findChildren<QMenu *>()) {
            Q_EMIT menu->aboutToShow(); // some are filled only then
            QVERIFY2(clashesOf(textsOf(menu)).isEmpty(),
                qPrintable(menu->objectName() + u": "_s + clashesOf(textsOf(menu)).join(u", "_s)));
            seen.append(menu->objectName());
        }
    }
    for (const QString &name : {u"fileMenu"_s, u"viewMenu"_s, u"helpMenu"_s, u"clusterMenu"_s, u"changesMenu"_s,
             u"tenantRowMenu"_s, u"podRowMenu"_s, u"connectionRowMenu"_s})
        QVERIFY2(seen.contains(name), qPrintable(name));
}

void TestMainWindow::noTwoButtonsOfAPanelShareALetter_data()
{
    QTest::addColumn<QString>("id");
    for (const char *id : {"tenants", "pods", "connections"}) // the window is made after this
        QTest::newRow(id) << QString::fromLatin1(id);
}

//! Nor a button and a menu: Alt and the letter would lead to neither.
void TestMainWindow::noTwoButtonsOfAPanelShareALetter()
{
    QFETCH(QString, id);
    QCOMPARE(m_window->subjects().panels().size(), 3);
    QStringList texts;
    for (const QAction *action : m_window->menuBar()->actions())
        texts.append(action->text());
    QVERIFY(texts.size() >= 4);
    for (const QAbstractButton *button : m_window->findChildren<QAbstractButton *>()) {
        bool elsewhere = false;
        for (const TablePanel *panel : m_window->subjects().panels())
            elsewhere = elsewhere || (panel->subject().id != id && panel->isAncestorOf(button));
        if (!elsewhere)
            texts.append(button->text());
    }
    QVERIFY2(clashesOf(texts).isEmpty(), qPrintable(clashesOf(texts).join(u", "_s)));
}

void TestMainWindow::switchesPanelsAndTellsWhichIsSeen()
{
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QSignalSpy seen(m_window.get(), &MainWindow::visiblePanelChanged);
    QCOMPARE(m_window->visiblePanel(), u"tenants"_s);
    for (const auto &[key, id] :
        {std::pair(Qt::Key_2, u"pods"_s), std::pair(Qt::Key_3, u"connections"_s), std::pair(Qt::Key_1, u"tenants"_s)}) {
        QTest::keyClick(m_window->currentPanel()->table(), key, Qt::ControlModifier);
        QCOMPARE(m_window->visiblePanel(), id);
        QCOMPARE(seen.takeLast().at(0).toString(), id);
        QVERIFY(m_window->currentPanel()->table()->hasFocus());
        QVERIFY(m_window->currentPanel()->filterBar()->isVisible());
        QVERIFY(m_window->findChild<RailButton *>(u"subject-"_s + id)->isChecked());
        int exports = 0;
        for (const TablePanel *panel : m_window->subjects().panels())
            exports += panel->exportMenu()->menuAction()->isVisible() ? 1 : 0;
        QCOMPARE(exports, 1);
    }
    m_window->hide();
    QCOMPARE(seen.takeLast().at(0).toString(), QString());
    m_window->show();
    QCOMPARE(seen.takeLast().at(0).toString(), u"tenants"_s);
}

void TestMainWindow::jumpsFromATenantToItsPodsAndBack()
{
    m_fleet->fillPods();
    Q_EMIT m_window->subjects().tenants()->filterRequested(u"pods"_s, u"tenant=\"tenant-002\""_s);
    QCOMPARE(m_window->visiblePanel(), u"pods"_s);
    QCOMPARE(m_window->currentPanel()->table()->rows()->rowCount(), 4);
    const Tenant tenant = m_fleet->tenant(2);
    Q_EMIT m_window->currentPanel()->detailRequested(u"tenants"_s, tenant.key);
    QCOMPARE(m_window->visiblePanel(), u"tenants"_s);
    QVERIFY(m_window->subjects().tenants()->detailIsOpen());
    QCOMPARE(m_fleet->detail.tenant().name, tenant.name);
}

void TestMainWindow::paintsPodsWithTheirDetail_data()
{
    QTest::addColumn<QString>("action");
    QTest::newRow("light-pods") << u"lightTheme"_s;
    QTest::newRow("dark-pods") << u"darkTheme"_s;
}

void TestMainWindow::paintsPodsWithTheirDetail()
{
    QFETCH(QString, action);
    m_fleet->fillPods();
    m_window->findChild<QAction *>(action)->trigger();
    m_window->resize(1600, 900);
    QVERIFY(m_window->showPanel(u"pods"_s));
    TableView *table = m_window->currentPanel()->table();
    m_window->currentPanel()->openDetail(table->rows()->index(0, 0).data(TableModel::KeyRole).toString());
    const auto *pane = m_window->findChild<QWidget *>(u"podDetailPane"_s);
    QTRY_VERIFY(pane->width() >= 360 && table->width() < 1200);
    const auto *failed = m_window->findChild<QLabel *>(u"failedCount"_s);
    QTRY_VERIFY(failed->text() != u"0"_s);
    QTemporaryDir temporary;
    const QString name = pictureFolder(temporary) + u"/window-"_s + QLatin1String(QTest::currentDataTag()) + u".png"_s;
    QVERIFY(m_window->grab().toImage().save(name));
    QCOMPARE(QImage(name).size(), QSize(1600, 900));
}

void TestMainWindow::railCountsWhatNeedsAPerson()
{
    const auto *button = m_window->findChild<RailButton *>(u"subject-tenants"_s);
    QVERIFY(button->count() > 0);
    QVERIFY(button->accessibleDescription().contains(QString::number(button->count())));
    m_fleet->tenants()->merge({m_fleet->tenant(0)});
    QCOMPARE(button->count(), 0);
}

void TestMainWindow::quietLineSaysTheWorst()
{
    const auto *summary = m_window->findChild<QLabel *>(u"summary"_s);
    QCOMPARE(summary->text(), u"20 tenants, 3 clusters. prod-us refuses your token."_s);
    m_fleet->clusters.remove(m_fleet->failed().id);
    QCOMPARE(summary->text(), u"20 tenants, 2 clusters. staging: stale 2 min"_s);
    m_fleet->clusters.remove(m_fleet->stale().id);
    QCOMPARE(summary->text(), u"20 tenants, 1 cluster, all live"_s);
}

void TestMainWindow::paintsInBothThemes_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<bool>("detail");
    QTest::addColumn<QColor>("ground");
    QTest::newRow("light") << u"lightTheme"_s << false << Theme::light().background;
    QTest::newRow("light-detail") << u"lightTheme"_s << true << Theme::light().background;
    QTest::newRow("dark") << u"darkTheme"_s << false << Theme::dark().background;
    QTest::newRow("dark-detail") << u"darkTheme"_s << true << Theme::dark().background;
}

void TestMainWindow::paintsInBothThemes()
{
    QFETCH(QString, action);
    QFETCH(bool, detail);
    QFETCH(QColor, ground);
    m_window->findChild<QAction *>(action)->trigger();
    m_window->resize(1600, 1000);
    m_window->subjects().tenants()->table()->makeCurrent(m_fleet->tenant(4).key);
    if (detail) {
        m_window->subjects().tenants()->openDetail(m_fleet->tenant(4).key);
        m_fleet->fillDetail(m_fleet->tenant(4).key);
        const auto *pane = m_window->findChild<QWidget *>(u"detailPane"_s);
        QTRY_VERIFY(pane->width() >= 360 && m_window->subjects().tenants()->table()->width() < 1200);
    }
    QTemporaryDir temporary;
    const QString name = pictureFolder(temporary) + u"/window-"_s + QLatin1String(QTest::currentDataTag()) + u".png"_s;
    const QImage image = m_window->grab().toImage();
    QVERIFY(image.save(name));
    QCOMPARE(image.size(), QSize(1600, 1000));
    QCOMPARE(image.pixelColor(40, 700), ground); // the rail below its last button
    QCOMPARE(QImage(name).size(), QSize(1600, 1000));
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
