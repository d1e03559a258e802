// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/tableviewmodel.h"
#include "tests/support/strict.h"
#include "tests/views/samplefleet.h"
#include "views/common/filterbar.h"
#include "views/connections/connectiondetailpane.h"
#include "views/connections/connectionspanel.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestConnectionsPanel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_panel.reset(), m_fleet.reset(); }
    void putsWhatHurtsFirst();
    void opensAndClosesTheDetailByKeyboard();
    void buttonsActOnTheChosenConnection();
    void buttonsThatWouldDoNothingSayWhy();
    void showsTheCodeOfALogin();
    void opensPagesOnly();
    void followsTheConnectionWhileItIsOpen();
    void countsWhatNeedsAPerson();
    void filtersByState();
    void rowMenuHasTheSameActions();
    void showsServersWordsLiterally();

private:
    std::unique_ptr<SampleFleet> m_fleet;
    std::unique_ptr<ConnectionsPanel> m_panel;

    template <typename W>
    [[nodiscard]] W *child(const QString &name) const
    {
        return m_panel->findChild<W *>(name);
    }
    [[nodiscard]] QString goodKey() const { return m_fleet->allConnections().at(0).key; }
    [[nodiscard]] QString openKey() const { return m_fleet->allConnections().at(1).key; }
    [[nodiscard]] QString loginKey() const { return m_fleet->allConnections().at(2).key; }
};

void TestConnectionsPanel::init()
{
    failOnUnexpectedWarnings();
    m_fleet = std::make_unique<SampleFleet>();
    m_panel = std::make_unique<ConnectionsPanel>(&m_fleet->clusters, &m_fleet->connections, nullptr);
    m_panel->resize(1400, 600);
    m_panel->show();
}

void TestConnectionsPanel::putsWhatHurtsFirst()
{
    TableViewModel *rows = m_panel->table()->rows();
    QCOMPARE(rows->rowCount(), 3);
    QCOMPARE(rows->index(0, 0).data(TableModel::KeyRole).toString(), openKey());
    QCOMPARE(rows->index(1, 0).data(TableModel::KeyRole).toString(), loginKey());
    QCOMPARE(rows->index(2, 0).data(TableModel::KeyRole).toString(), goodKey());
}

void TestConnectionsPanel::opensAndClosesTheDetailByKeyboard()
{
    m_panel->table()->makeCurrent(openKey());
    QTest::keyClick(m_panel->table(), Qt::Key_Return);
    QVERIFY(m_panel->detailIsOpen());
    QVERIFY(child<QLabel>(u"connectionFacts"_s)->text().contains(u"nothing is asked until"_s));
    QTest::keyClick(child<QPushButton>(u"reconnect"_s), Qt::Key_Escape);
    QVERIFY(!m_panel->detailIsOpen());
}

void TestConnectionsPanel::buttonsActOnTheChosenConnection()
{
    const QSignalSpy reconnects(m_panel.get(), &ConnectionsPanel::reconnectRequested);
    const QSignalSpy resets(m_panel.get(), &ConnectionsPanel::breakerResetRequested);
    const QSignalSpy logins(m_panel.get(), &ConnectionsPanel::loginRequested);
    m_panel->openDetail(openKey());
    QTest::mouseClick(child<QPushButton>(u"reconnect"_s), Qt::LeftButton);
    QTest::mouseClick(child<QPushButton>(u"resetBreaker"_s), Qt::LeftButton);
    m_panel->openDetail(loginKey());
    QTest::mouseClick(child<QPushButton>(u"logIn"_s), Qt::LeftButton);
    QCOMPARE(reconnects, QList<QVariantList>{{openKey()}});
    QCOMPARE(resets, QList<QVariantList>{{openKey()}});
    QCOMPARE(logins, QList<QVariantList>{{loginKey()}});
}

void TestConnectionsPanel::buttonsThatWouldDoNothingSayWhy()
{
    m_panel->openDetail(goodKey());
    auto *logIn = child<QPushButton>(u"logIn"_s);
    auto *reset = child<QPushButton>(u"resetBreaker"_s);
    QVERIFY(!logIn->isEnabled());
    QVERIFY(logIn->accessibleDescription().contains(u"is fixed"_s));
    QVERIFY(!reset->isEnabled());
    QVERIFY(reset->accessibleDescription().contains(u"nothing to reset"_s));
    QVERIFY(child<QPushButton>(u"reconnect"_s)->isEnabled());
}

void TestConnectionsPanel::showsTheCodeOfALogin()
{
    m_panel->openDetail(goodKey());
    QVERIFY(!child<QFrame>(u"loginPrompt"_s)->isVisible());
    m_panel->openDetail(loginKey());
    QVERIFY(child<QFrame>(u"loginPrompt"_s)->isVisible());
    QCOMPARE(child<QLabel>(u"loginCode"_s)->text(), u"WDJB-MJHT"_s);
    QVERIFY(child<QLabel>(u"loginText"_s)->text().contains(u"id.example.com"_s));
    QTest::mouseClick(child<QPushButton>(u"copyLoginPage"_s), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), u"https://id.example.com/device"_s);
}

void TestConnectionsPanel::opensPagesOnly()
{
    Connection hostile = m_fleet->allConnections().at(2);
    hostile.loginUrl = QUrl(u"file:///etc/passwd"_s);
    m_fleet->connections.update({hostile});
    m_panel->openDetail(hostile.key);
    const QSignalSpy messages(m_panel.get(), &TablePanel::messageShown);
    QTest::mouseClick(child<QPushButton>(u"openLoginPage"_s), Qt::LeftButton);
    QCOMPARE(messages.size(), 1);
}

void TestConnectionsPanel::followsTheConnectionWhileItIsOpen()
{
    m_panel->openDetail(openKey());
    Connection mended = m_fleet->allConnections().at(1);
    mended.condition = {Condition::Severity::Fine, u"connected"_s, u"connected"_s};
    mended.breakerRetryAt = {};
    m_fleet->connections.update({mended});
    QCOMPARE(child<QLabel>(u"connectionCondition"_s)->text(), u"connected"_s);
    QVERIFY(!child<QPushButton>(u"resetBreaker"_s)->isEnabled());
    m_fleet->connections.remove({mended.key});
    QVERIFY(!child<QPushButton>(u"reconnect"_s)->isEnabled());
}

void TestConnectionsPanel::countsWhatNeedsAPerson()
{
    QCOMPARE(m_panel->attention().count, 2);
    QCOMPARE(child<QLabel>(u"connectionsHeadline"_s)->text(), u"3 connections, 2 in trouble"_s);
    const QSignalSpy changes(m_panel.get(), &TablePanel::attentionChanged);
    m_fleet->connections.remove({openKey(), loginKey()});
    QVERIFY(!changes.isEmpty());
    QCOMPARE(m_panel->attention().count, 0);
    QCOMPARE(child<QLabel>(u"connectionsHeadline"_s)->text(), u"1 connection"_s);
}

void TestConnectionsPanel::filtersByState()
{
    m_panel->filterBar()->setText(u"state:open"_s);
    QCOMPARE(m_panel->table()->rows()->rowCount(), 1);
    m_panel->filterBar()->setText(u"p99>0.1 service=prometheus"_s);
    QCOMPARE(m_panel->table()->rows()->rowCount(), 1);
}

void TestConnectionsPanel::rowMenuHasTheSameActions()
{
    m_panel->table()->makeCurrent(openKey());
    Q_EMIT m_panel->table()->customContextMenuRequested({10, 10});
    auto *menu = child<QMenu>(u"connectionRowMenu"_s);
    QVERIFY(menu);
    const auto action = [menu](const QString &name) { return menu->findChild<QAction *>(name); };
    QVERIFY(action(u"reconnectRow"_s)->isEnabled());
    QVERIFY(action(u"resetBreakerRow"_s)->isEnabled());
    QVERIFY(!action(u"logInRow"_s)->isEnabled());
    QVERIFY(action(u"logInRow"_s)->toolTip().contains(u"is fixed"_s));
    menu->close();
}

void TestConnectionsPanel::showsServersWordsLiterally()
{
    Connection hostile = m_fleet->allConnections().at(1);
    hostile.lastProblem.explanation = u"<b>It says</b> <img src=x>"_s;
    m_fleet->connections.update({hostile});
    m_panel->openDetail(hostile.key);
    const auto *facts = child<QLabel>(u"connectionFacts"_s);
    QCOMPARE(facts->textFormat(), Qt::PlainText);
    QVERIFY(facts->text().contains(u"<b>It says</b>"_s));
}

QTEST_MAIN(TestConnectionsPanel)
#include "tst_connectionspanel.moc"
