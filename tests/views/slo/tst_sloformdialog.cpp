// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/clusterlistmodel.h"
#include "models/slo/rulechecker.h"
#include "tests/models/onboarding/onboardingworld.h"
#include "tests/support/strict.h"
#include "views/changes/changeform.h"
#include "views/common/theme.h"
#include "views/slo/sloformdialog.h"
#include "views/slo/sloformfields.h"

#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using Page = ChangeFormState::Page;

class TestSloFormDialog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<OnboardingWorld> m_world;
    std::unique_ptr<ClusterListModel> m_clusters;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<RuleChecker> m_checker;
    QTemporaryDir m_folder;

    [[nodiscard]] SloFormDialog::Parts parts() { return {*m_clusters, m_world->river, m_checker.get()}; }
    SloFormDialog *open(const SloForm &form = {}) { return SloFormDialog::open(parts(), form, m_window.get()); }
    template <typename Widget>
    static Widget *find(const QWidget *in, const char *name)
    {
        return in->findChild<Widget *>(QString::fromLatin1(name));
    }
    static void type(const QWidget *in, const char *name, const char *text)
    {
        auto *line = find<QLineEdit>(in, name);
        line->selectAll();
        QTest::keyClicks(line, QString::fromLatin1(text));
    }
    static void choose(const QWidget *in, SloForm::Kind kind)
    {
        auto *kinds = find<QComboBox>(in, "sloKind");
        kinds->setCurrentIndex(kinds->findData(static_cast<int>(kind)));
    }
    static SloForm web()
    {
        SloForm form;
        form.namespaceName = u"shop"_s;
        form.service = u"web"_s;
        return form;
    }
    //! Widgets let typing settle by the real clock.
    template <typename Holds>
    bool play(Holds holds)
    {
        QElapsedTimer real;
        real.start();
        while (!holds() && real.elapsed() < 10'000) {
            QCoreApplication::sendPostedEvents();
            m_world->clock.advance(std::chrono::milliseconds(5));
            QTest::qWait(1);
        }
        return holds();
    }
    QString script(const QByteArray &body)
    {
        QFile file(m_folder.filePath(u"promtool"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\n" + body + "\n") < 0
            || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
            qFatal("no room for a script");
        return file.fileName();
    }

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        Theme::apply(*static_cast<QApplication *>(qApp), ThemeChoice::Light);
        m_world = std::make_unique<OnboardingWorld>();
        m_world->target->wantsNamespaces = false;
        m_clusters = std::make_unique<ClusterListModel>();
        ClusterItem item;
        item.id = u"eu"_s;
        item.name = u"prod-eu"_s;
        m_clusters->set(item);
        m_window = std::make_unique<QWidget>();
        m_window->show();
    }
    //! A promtool that was given up is let go when it has ended, which takes turns of the event loop.
    void cleanupTestCase()
    {
        const QString list = u"/proc/self/task/%1/children"_s.arg(QCoreApplication::applicationPid());
        QTRY_VERIFY([&list] {
            QFile children(list);
            return !children.open(QIODevice::ReadOnly) || children.readAll().trimmed().isEmpty();
        }());
        int turns = 0;
        QTRY_VERIFY(++turns > 3);
    }

    void cleanup()
    {
        m_window.reset();
        m_checker.reset();
        m_world.reset();
        m_clusters.reset();
    }

    void theKindFillsInWhatIsUsual()
    {
        SloFormDialog *dialog = open();
        QCOMPARE(dialog->fields()->form().objective, u"99.9"_s);
        QCOMPARE(dialog->fields()->form().clusterId, u"eu"_s); // the only one
        QVERIFY(!find<QLineEdit>(dialog, "sloBound")->isVisible());
        choose(dialog, SloForm::Kind::Latency);
        QCOMPARE(dialog->fields()->form().objective, u"95"_s);
        QCOMPARE(dialog->fields()->form().bound, u"500ms"_s);
        QVERIFY(find<QLineEdit>(dialog, "sloBound")->isVisible());
        choose(dialog, SloForm::Kind::Own);
        QVERIFY(find<QPlainTextEdit>(dialog, "sloErrorQuery")->isVisible());
        QVERIFY(!find<QLineEdit>(dialog, "sloMetric")->isVisible());
        choose(dialog, SloForm::Kind::WorkloadAlerts);
        QVERIFY(!find<QLineEdit>(dialog, "sloObjective")->isVisible());
        QVERIFY(!find<QPushButton>(dialog, "saveDefinition")->isVisible());
    }

    void saysWhatIsMissingAndMarksTheField()
    {
        SloFormDialog *dialog = open();
        const auto *headline = find<QLabel>(dialog, "changeHeadline");
        QVERIFY2(headline->text().contains(u"namespace is missing"_s), qPrintable(headline->text()));
        QVERIFY(!find<QLineEdit>(dialog, "sloNamespace")->toolTip().isEmpty());
        QVERIFY(!find<QPushButton>(dialog, "saveRules")->isEnabled());
        type(dialog, "sloNamespace", "shop");
        type(dialog, "sloService", "web");
        QVERIFY(find<QLineEdit>(dialog, "sloNamespace")->toolTip().isEmpty());
        QVERIFY(find<QPushButton>(dialog, "saveRules")->isEnabled());
        QVERIFY(find<QPlainTextEdit>(dialog, "sloRules")->toPlainText().startsWith(u"groups:\n"_s));
        type(dialog, "sloObjective", "101");
        QVERIFY(headline->text().contains(u"“101” is not an objective"_s));
        QVERIFY(find<QPlainTextEdit>(dialog, "sloRules")->toPlainText().isEmpty());
    }

    void createsAPrometheusRule()
    {
        SloFormDialog *dialog = open(web());
        QVERIFY(!dialog->isModal());
        QVERIFY(play([&] { return dialog->change()->state().page == Page::Preview; }));
        auto *confirm = find<QPushButton>(dialog, "confirmChange");
        QCOMPARE(confirm->text(), u"Create PrometheusRule shop/slo-web-availability in prod-eu"_s);
        QVERIFY(m_world->target->objects.isEmpty()); // nothing is made by itself
        QSignalSpy ended(dialog->change(), &ChangeForm::changeEnded);
        confirm->click();
        QVERIFY(play([&] { return !ended.isEmpty(); }));
        QCOMPARE(m_world->target->objects.size(), 1);
        const Tree &made = m_world->target->objects[u"PrometheusRule shop/slo-web-availability"_s].tree;
        QCOMPARE(made.find(QStringList{u"spec"_s, u"groups"_s})->items().size(), size_t(3));
        QVERIFY(dialog->change()->state().offersUndo);
    }

    void replacesItsOwnAndNobodyElses()
    {
        const ObjectName name{u"monitoring.coreos.com"_s, u"v1"_s, u"PrometheusRule"_s, u"prometheusrules"_s, {},
            u"shop"_s, u"slo-web-availability"_s};
        m_world->target->put(name, "{}");
        SloFormDialog *dialog = open(web());
        const auto *headline = find<QLabel>(dialog, "changeHeadline");
        QVERIFY(play([&] { return headline->text().contains(u"belongs to somebody else"_s); }));
        m_world->target->objects[name.title()].tree.set(
            {u"metadata"_s, u"labels"_s, u"app.kubernetes.io/managed-by"_s}, Tree::text(u"pilothouse"_s));
        type(dialog, "sloObjective", "99.5");
        QVERIFY(play([&] { return dialog->change()->state().page == Page::Preview; }));
        QVERIFY(find<QPushButton>(dialog, "confirmChange")->text().startsWith(u"Replace"_s));
    }

    void saysWhatPromtoolSays()
    {
        m_checker = std::make_unique<RuleChecker>(m_world->clock, script("echo 'no such thing'; exit 1"));
        SloFormDialog *dialog = open(web());
        const auto *verdict = find<QLabel>(dialog, "sloVerdict");
        QVERIFY(play([&] { return verdict->text().contains(u"no such thing"_s); }));
        QVERIFY(verdict->text().contains(u"promtool does not take these rules"_s));
        (void)script("exit 0");
        type(dialog, "sloObjective", "99.5");
        QVERIFY(verdict->text().isEmpty()); // of other rules
        QVERIFY(play([&] { return verdict->text().contains(u"nothing wrong"_s); }));
    }

    void refusesABoundThatIsNoBucket()
    {
        SloFormDialog::Parts asking = parts();
        QStringList asked;
        asking.askBounds = [&asked](const QString &cluster, const QString &space, const QString &histogram,
                               const std::function<void(const QStringList &)> &done) {
            asked.append(cluster + u'/' + space + u'/' + histogram);
            done({u"0.1"_s, u"1"_s});
        };
        SloForm form = web();
        form.kind = SloForm::Kind::Latency;
        SloFormDialog *dialog = SloFormDialog::open(asking, form, m_window.get());
        const auto *headline = find<QLabel>(dialog, "changeHeadline");
        QVERIFY(play([&] { return headline->text().contains(u"no bucket that ends at 500ms"_s); }));
        QCOMPARE(asked, QStringList{u"eu/shop/http_request_duration_seconds"_s}); // once
        type(dialog, "sloBound", "1s");
        QVERIFY(play([&] { return dialog->change()->state().page == Page::Preview; }));
        QVERIFY(find<QPlainTextEdit>(dialog, "sloRules")->toPlainText().contains(u"le=\"1\""_s));
    }

    void savesFiles()
    {
        SloFormDialog *dialog = open(web());
        const QString rules = m_folder.filePath(u"rules.yaml"_s);
        QVERIFY(dialog->save(rules));
        QVERIFY(find<QLabel>(dialog, "sloNote")->text().contains(rules));
        QFile file(rules);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), find<QPlainTextEdit>(dialog, "sloRules")->toPlainText());
        QVERIFY(dialog->saveDefinition(m_folder.filePath(u"slo.yaml"_s)));
        QVERIFY(!dialog->save(m_folder.filePath(u"nowhere/rules.yaml"_s)));
        QVERIFY(find<QLabel>(dialog, "sloNote")->text().contains(u"cannot be written"_s));
    }

    void closingItAsksNothingMore()
    {
        m_checker = std::make_unique<RuleChecker>(m_world->clock, script("exec sleep 600"));
        SloFormDialog *dialog = open(web());
        QPointer<SloFormDialog> watched = dialog;
        QTest::qWait(static_cast<int>(ChangeForm::settlesIn.count()) + 50);
        dialog->close();
        QVERIFY(play([&] { return !watched; }));
    }
};

QTEST_MAIN(TestSloFormDialog)
#include "tst_sloformdialog.moc"
