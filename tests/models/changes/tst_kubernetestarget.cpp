// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/decode.h"
#include "backends/kubernetes/objectworker.h"
#include "models/changes/kubernetestarget.h"
#include "tests/support/faketransport.h"
#include "tests/support/fixture.h"
#include "tests/support/strict.h"

#include <QTest>

namespace {

ObjectEdit quotaEdit()
{
    ObjectEdit edit;
    edit.object = {{}, QStringLiteral("v1"), QStringLiteral("ResourceQuota"), QStringLiteral("resourcequotas"), {},
        QStringLiteral("tenant-000"), QStringLiteral("tenant-quota")};
    edit.text = R"({"spec":{}})";
    edit.before = {true, false, {}, QStringLiteral("4710"), QStringLiteral("u")};
    return edit;
}

} // namespace

class TestKubernetesTarget : public QObject
{
    Q_OBJECT

private:
    FakeTransport m_transport;
    Kubernetes::ObjectWorker m_worker{m_transport};
    KubernetesTarget m_target{m_worker, QStringLiteral("prod"), [] { return Freshness(); }};
    QList<WriteAnswer> m_answers;

    void write(const QUuid &auditId = {})
    {
        m_answers.clear();
        m_target.write(quotaEdit(), auditId, [this](const WriteAnswer &answer) { m_answers.append(answer); });
        QVERIFY(m_transport.open.empty()); // not from within the call
        QTRY_COMPARE(m_transport.open.size(), size_t(1));
    }
    WriteAnswer refusal(int status, const char *file)
    {
        write();
        const QByteArray body = fixture(QStringLiteral("writes/") + QLatin1String(file));
        const auto exchange = m_transport.open.front();
        m_transport.open.pop_front();
        exchange->request.onFailure(status, body);
        exchange->done(Kubernetes::decodeFailure(status, body));
        [&] { QTRY_COMPARE(m_answers.size(), 1); }();
        return m_answers.value(0);
    }

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_transport.open.clear();
    }

    void sendsTheAuditIdWithWritesOnly()
    {
        const QUuid id = QUuid::createUuid();
        write(id);
        const Http::Request request = m_transport.open.front()->request;
        QCOMPARE(request.headers.value(0).second, id.toByteArray(QUuid::WithoutBraces));
        QVERIFY(request.body.contains("4710"));
        QVERIFY(m_transport.answer(QStringLiteral("tenant-quota"), fixture(QStringLiteral("writes/quota.json"))));
        QTRY_COMPARE(m_answers.size(), 1);
        QCOMPARE(m_answers[0].kind, WriteAnswer::Kind::Applied);
        QCOMPARE(m_answers[0].object.resourceVersion, QStringLiteral("4711"));
        m_target.dryRun(quotaEdit(), [](const WriteAnswer &) {});
        QTRY_COMPARE(m_transport.open.size(), size_t(1));
        QVERIFY(m_transport.open.front()->request.headers.isEmpty());
        QCOMPARE(
            m_transport.open.front()->request.query.queryItemValue(QStringLiteral("dryRun")), QStringLiteral("All"));
    }

    void tellsOutcomesApart()
    {
        QCOMPARE(refusal(409, "conflict-version.json").kind, WriteAnswer::Kind::NewerVersion);
        QCOMPARE(refusal(409, "exists.json").kind, WriteAnswer::Kind::Exists);
        const WriteAnswer owners = refusal(409, "conflict-owners.json");
        QCOMPARE(owners.kind, WriteAnswer::Kind::Owners);
        QCOMPARE(owners.owners.value(0).manager, QStringLiteral("kubectl-edit"));
        const WriteAnswer rbac = refusal(403, "forbidden-rbac.json");
        QCOMPARE(rbac.kind, WriteAnswer::Kind::Refused);
        QVERIFY(rbac.sentence.startsWith(QLatin1String("You may not do this.")));
        QVERIFY(rbac.sentence.contains(QLatin1String("vera.viewer")));
        QCOMPARE(refusal(504, "timeout.json").kind, WriteAnswer::Kind::Unknown);
    }

    void readsWhatIsThereAndWhatIsNot()
    {
        QList<ReadAnswer> answers;
        const auto read = [&] {
            m_target.read(quotaEdit().object, [&](const ReadAnswer &answer) { answers.append(answer); });
            QTRY_COMPARE(m_transport.open.size(), size_t(1));
        };
        read();
        QVERIFY(m_transport.answer(QStringLiteral("tenant-quota"), fixture(QStringLiteral("writes/quota.json"))));
        QTRY_COMPARE(answers.size(), 1);
        QVERIFY(answers[0].kind == ReadAnswer::Kind::Found && answers[0].object.exists);
        read();
        QVERIFY(m_transport.fail(QStringLiteral("tenant-quota"), Error{Error::Kind::NotFound, 404, {}, {}, {}}));
        QTRY_COMPARE(answers.size(), 2);
        QCOMPARE(answers[1].kind, ReadAnswer::Kind::Missing);
        read();
        QVERIFY(m_transport.fail(QStringLiteral("tenant-quota"), Error{Error::Kind::Timeout, 0, {}, {}, {}}));
        QTRY_COMPARE(answers.size(), 3);
        QCOMPARE(answers[2].kind, ReadAnswer::Kind::Failed);
        QVERIFY(answers[2].sentence.contains(QLatin1String("prod")));
    }

    void answersWhatCannotEvenBeAsked()
    {
        ObjectEdit edit = quotaEdit();
        edit.object.name = QStringLiteral("a/b");
        QList<WriteAnswer> answers;
        m_target.write(edit, {}, [&](const WriteAnswer &answer) { answers.append(answer); });
        QTRY_COMPARE(answers.size(), 1);
        QCOMPARE(answers[0].kind, WriteAnswer::Kind::Failed);
        QVERIFY(m_transport.open.empty());
    }

    void reviewsRights()
    {
        QList<RightsAnswer> answers;
        m_target.reviewRights({{QStringLiteral("patch"), quotaEdit().object}},
            [&](const RightsAnswer &answer) { answers.append(answer); });
        QTRY_COMPARE(m_transport.open.size(), size_t(1));
        QVERIFY(m_transport.answer(
            QStringLiteral("selfsubjectaccessreviews"), fixture(QStringLiteral("writes/review-denied.json"))));
        QTRY_COMPARE(answers.size(), 1);
        QVERIFY(answers[0].ok);
        QCOMPARE(answers[0].answers, (QList<Guard::RightAnswer>{{false, QStringLiteral("no rule for vera.viewer")}}));
    }

    void mayGoWhileAnAnswerIsOnItsWay()
    {
        int answers = 0;
        {
            KubernetesTarget target(m_worker, QStringLiteral("prod"), [] { return Freshness(); });
            target.read(quotaEdit().object, [&answers](const ReadAnswer &) { ++answers; });
            QTRY_COMPARE(m_transport.open.size(), size_t(1));
        }
        QVERIFY(m_transport.answer(QStringLiteral("tenant-quota"), fixture(QStringLiteral("writes/quota.json"))));
        QTRY_COMPARE(answers, 1); // into nothing that is gone: whoever asked guards itself
    }
};

QTEST_GUILESS_MAIN(TestKubernetesTarget)
#include "tst_kubernetestarget.moc"
