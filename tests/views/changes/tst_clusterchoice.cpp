// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/clusterlistmodel.h"
#include "tests/support/strict.h"
#include "tests/views/changes/changestand.h"
#include "views/changes/clusterchoice.h"
#include "views/common/formrows.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

//! Which cluster a change goes to, and the rows of forms that ask for it.
class TestClusterChoice : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ChangeStand> m_stand;
    ClusterListModel m_clusters;

    void connectCluster(const QString &id, const QString &name)
    {
        m_stand->river.addCluster(id,
            {name, u"https://%1.example:6443"_s.arg(id),
                std::make_unique<ScriptedTarget>(m_stand->clock, m_stand->weather),
                std::make_unique<ScriptedJournal>(m_stand->clock, m_stand->weather)});
    }

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_stand = std::make_unique<ChangeStand>();
        for (const auto &[id, name] :
            {std::pair(u"eu"_s, u"prod-eu"_s), std::pair(u"us"_s, u"prod-us"_s), std::pair(u"lab"_s, u"lab"_s)}) {
            ClusterItem item;
            item.id = id;
            item.name = name;
            m_clusters.set(item);
        }
    }

    void offersWhatChangesCanGoTo()
    {
        const ClusterChoice choice(m_clusters, m_stand->river, nullptr);
        QCOMPARE(choice.count(), 1); // two of the three are not connected
        QCOMPARE(choice.cluster(), u"eu"_s);
        QCOMPARE(choice.currentText(), u"prod-eu"_s);
    }
    void choosesNoneOfSeveral()
    {
        connectCluster(u"us"_s, u"prod-us"_s);
        const ClusterChoice choice(m_clusters, m_stand->river, nullptr);
        QCOMPARE(choice.count(), 2);
        QVERIFY(choice.cluster().isEmpty());
        QCOMPARE(choice.placeholderText(), u"Choose one"_s);
    }
    void keepsWhatWasChosen()
    {
        ClusterChoice choice(m_clusters, m_stand->river, nullptr);
        QSignalSpy changed(&choice, &ClusterChoice::clusterChanged);
        connectCluster(u"us"_s, u"prod-us"_s);
        QCOMPARE(choice.count(), 2);
        QCOMPARE(choice.cluster(), u"eu"_s);
        QCOMPARE(changed.size(), 0);
        choice.setCurrentIndex(choice.findData(u"us"_s));
        QCOMPARE(changed.size(), 1);
        m_stand->river.removeCluster(u"eu"_s);
        QCOMPARE(choice.cluster(), u"us"_s);
        QCOMPARE(changed.size(), 1);
    }
    void saysThatTheChosenOneIsGone()
    {
        connectCluster(u"us"_s, u"prod-us"_s);
        ClusterChoice choice(m_clusters, m_stand->river, nullptr);
        choice.setCurrentIndex(choice.findData(u"us"_s));
        QSignalSpy changed(&choice, &ClusterChoice::clusterChanged);
        m_stand->river.removeCluster(u"us"_s);
        QVERIFY(choice.cluster().isEmpty()); // not simply the other one
        QCOMPARE(changed.size(), 1);
        m_stand->river.removeCluster(u"eu"_s);
        QCOMPARE(choice.count(), 0);
        QCOMPARE(choice.placeholderText(), u"None is connected"_s);
    }
    void saysInEachFieldWhatIsWrong()
    {
        enum class Field { Name, Tier };
        struct Mistake
        {
            Field field;
            QString sentence;
        };
        QWidget form;
        FormRows<Field> rows(&form);
        const QLineEdit *name = rows.addLine(Field::Name, u"&Name"_s, u"name"_s, u"web"_s);
        const QComboBox *tier = rows.addChoice(Field::Tier, u"&Tier"_s, u"tier"_s);
        QCOMPARE(name->accessibleName(), u"Name"_s);
        QCOMPARE(name->objectName(), u"name"_s);
        rows.setMistakes(QList<Mistake>{{Field::Name, u"It is <empty>."_s}, {Field::Name, u"And too short."_s}});
        QCOMPARE(name->accessibleDescription(), u"It is <empty>."_s);
        QVERIFY(!name->toolTip().contains(u"<empty>"_s)); // text, not HTML
        QVERIFY(tier->toolTip().isEmpty());
        rows.setMistakes(QList<Mistake>{{Field::Tier, u"None is chosen."_s}});
        QVERIFY(name->toolTip().isEmpty() && name->accessibleDescription().isEmpty());
        QCOMPARE(tier->accessibleDescription(), u"None is chosen."_s);
        form.show();
        rows.setShown(Field::Tier, false);
        QVERIFY(!tier->isVisible() && name->isVisible());
    }
};

QTEST_MAIN(TestClusterChoice)
#include "tst_clusterchoice.moc"
