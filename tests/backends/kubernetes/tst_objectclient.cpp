// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/decode.h"
#include "backends/kubernetes/objectclient.h"
#include "tests/support/faketransport.h"
#include "tests/support/fixture.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace Kubernetes;

namespace {

ObjectAddress quota()
{
    return {{}, QStringLiteral("v1"), QStringLiteral("resourcequotas"), {}, QStringLiteral("tenant-000"),
        QStringLiteral("tenant-quota")};
}

ObjectWrite cpuPatch()
{
    ObjectWrite write;
    write.object = quota();
    write.text = R"({"spec":{"hard":{"requests.cpu":"4"}}})";
    write.resourceVersion = QStringLiteral("4710");
    write.auditId = QUuid(QStringLiteral("11111111-2222-4333-8444-555555555555"));
    return write;
}

} // namespace

class TestObjectClient : public QObject
{
    Q_OBJECT

private:
    FakeTransport m_transport;
    ObjectClient m_client{m_transport};
    QList<WriteOutcome> m_outcomes;

    ObjectClient::CallPointer send(const ObjectWrite &write)
    {
        auto call = m_client.write(write, [this](const WriteOutcome &outcome) { m_outcomes.append(outcome); });
        return call ? std::move(call).value() : nullptr;
    }
    //! Answers the only open request as a transport does.
    void refuse(int status, const QByteArray &body)
    {
        const auto exchange = m_transport.open.front();
        m_transport.open.pop_front();
        if (exchange->request.onFailure)
            exchange->request.onFailure(status, body);
        exchange->done(decodeFailure(status, body));
    }
    WriteOutcome outcomeOf(int status, const char *file)
    {
        const auto call = send(cpuPatch());
        refuse(status, fixture(QStringLiteral("writes/") + QLatin1String(file)));
        return m_outcomes.size() == 1 ? m_outcomes.first() : WriteOutcome(Failed());
    }

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_transport.open.clear();
        m_outcomes.clear();
    }

    void patchesWithPreconditionAndAuditId()
    {
        const auto call = send(cpuPatch());
        const auto &request = m_transport.open.front()->request;
        QCOMPARE(request.method, QByteArray("PATCH"));
        QCOMPARE(FakeTransport::url(request),
            QStringLiteral("/api/v1/namespaces/tenant-000/resourcequotas/tenant-quota?fieldManager=pilothouse-"
                           "11111111-2222-4333-8444-555555555555"));
        QCOMPARE(request.contentType, QByteArray("application/merge-patch+json"));
        QCOMPARE(request.body,
            QByteArray(R"({"metadata":{"resourceVersion":"4710"},"spec":{"hard":{"requests.cpu":"4"}}})"));
        QCOMPARE(request.headers.value(0).first, QByteArray("Audit-ID"));
        QCOMPARE(request.headers.value(0).second, QByteArray("11111111-2222-4333-8444-555555555555"));
        QVERIFY(request.repeat == Http::Repeat::Never);
    }

    void namesTheVersionInEveryKindOfPatch()
    {
        const QString version = QStringLiteral("7");
        QCOMPARE(*patchWithPrecondition("{}", PatchKind::Strategic, version),
            QByteArray(R"({"metadata":{"resourceVersion":"7"}})"));
        QCOMPARE(*patchWithPrecondition(R"([{"op":"remove","path":"/a"}])", PatchKind::Json, version),
            QByteArray(
                R"([{"op":"replace","path":"/metadata/resourceVersion","value":"7"},{"op":"remove","path":"/a"}])"));
        QCOMPARE(patchWithPrecondition("{}", PatchKind::Json, version).error().kind, Error::Kind::Malformed);
        QCOMPARE(patchWithPrecondition("[]", PatchKind::Merge, version).error().kind, Error::Kind::Malformed);
        QCOMPARE(*objectForApply(R"({"metadata":{"name":"a","managedFields":[1],"resourceVersion":"3"}})", {}),
            QByteArray(R"({"metadata":{"name":"a"}})"));
    }

    void dryRunsMayRepeatAndStoreNothing()
    {
        ObjectWrite write = cpuPatch();
        write.dryRun = true;
        write.action = ObjectWrite::Action::Apply;
        write.force = true;
        const auto call = send(write);
        const auto &request = m_transport.open.front()->request;
        QCOMPARE(request.contentType, QByteArray("application/apply-patch+yaml"));
        QCOMPARE(request.query.queryItemValue(QStringLiteral("dryRun")), QStringLiteral("All"));
        QCOMPARE(request.query.queryItemValue(QStringLiteral("force")), QStringLiteral("true"));
        QVERIFY(request.repeat == Http::Repeat::Always);
    }

    void createsInTheCollection()
    {
        ObjectWrite write = cpuPatch();
        write.action = ObjectWrite::Action::Create;
        write.object.group = QStringLiteral("apps");
        const auto call = send(write);
        const auto &request = m_transport.open.front()->request;
        QCOMPARE(request.method, QByteArray("POST"));
        QCOMPARE(request.path, QStringLiteral("/apis/apps/v1/namespaces/tenant-000/resourcequotas"));
        QVERIFY(!request.body.contains("resourceVersion"));
    }

    void deletesOnlyWhatIsMeant()
    {
        ObjectWrite write = cpuPatch();
        write.action = ObjectWrite::Action::Delete;
        write.uid = QStringLiteral("u-1");
        write.dryRun = true;
        const auto call = send(write);
        const auto &request = m_transport.open.front()->request;
        QCOMPARE(request.method, QByteArray("DELETE"));
        QCOMPARE(request.body,
            QByteArray(R"({"apiVersion":"v1","dryRun":["All"],"kind":"DeleteOptions","preconditions":)"
                       R"({"resourceVersion":"4710","uid":"u-1"},"propagationPolicy":"Background"})"));
        QVERIFY(m_transport.answer(QStringLiteral("resourcequotas"), fixture(QStringLiteral("writes/deleted.json"))));
        QCOMPARE(m_outcomes.size(), 1);
        QVERIFY(std::holds_alternative<Applied>(m_outcomes.first()));
    }

    void appliedHoldsTheObject()
    {
        const auto call = send(cpuPatch());
        QVERIFY(m_transport.answer(QStringLiteral("resourcequotas"), fixture(QStringLiteral("writes/quota.json"))));
        QCOMPARE(m_outcomes.size(), 1);
        const auto *applied = std::get_if<Applied>(&m_outcomes.first());
        QVERIFY(applied);
        QCOMPARE(applied->object.resourceVersion, QStringLiteral("4711"));
        QCOMPARE(applied->object.uid, QStringLiteral("3d0f5a2e-8d7d-4c4e-9a37-2f7b7c1d9a10"));
        QCOMPARE(Tree::parse(applied->object.json)->toJson(), applied->object.json);
    }

    void listsOtherManagersAndTheirFields()
    {
        const auto outcome = outcomeOf(409, "conflict-owners.json");
        const auto *conflict = std::get_if<Conflict>(&outcome);
        QVERIFY(conflict);
        QVERIFY(conflict->why == Conflict::Why::Owners);
        QCOMPARE(conflict->owners,
            (QList<FieldOwner>{{QStringLiteral(".spec.hard.requests.cpu"), QStringLiteral("kubectl-edit"), {}},
                {QStringLiteral(".spec.replicas"), QStringLiteral("kube-controller-manager"),
                    QStringLiteral("scale")}}));
    }

    void tellsConflictsApart()
    {
        auto outcome = outcomeOf(409, "conflict-version.json");
        QVERIFY(std::get<Conflict>(outcome).why == Conflict::Why::NewerVersion);
        m_outcomes.clear();
        outcome = outcomeOf(409, "exists.json");
        QVERIFY(std::get<Conflict>(outcome).why == Conflict::Why::Exists);
    }

    void tellsWhoRefuses_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<int>("by");
        const auto row = [](int status, const char *file, Refused::By by) {
            QTest::newRow(file) << status << QByteArray(file) << static_cast<int>(by);
        };
        row(403, "forbidden-rbac.json", Refused::By::Rbac);
        row(403, "forbidden-quota.json", Refused::By::Quota);
        row(403, "forbidden-admission.json", Refused::By::Admission);
        row(400, "denied-webhook.json", Refused::By::Admission);
        row(422, "invalid.json", Refused::By::Validation);
        row(404, "not-found.json", Refused::By::Missing);
    }
    void tellsWhoRefuses()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, file);
        QFETCH(int, by);
        const auto outcome = outcomeOf(status, file.constData());
        const auto *refused = std::get_if<Refused>(&outcome);
        QVERIFY(refused);
        QCOMPARE(static_cast<int>(refused->by), by);
        QVERIFY(!refused->sentence.isEmpty());
    }

    void namesTheFieldsThatAreInvalid()
    {
        const auto outcome = outcomeOf(422, "invalid.json");
        QCOMPARE(std::get<Refused>(outcome).fields, QStringList{QStringLiteral("spec.hard[requests.cpu]")});
    }

    void saysWhenItMayHaveBeenDone()
    {
        QVERIFY(std::get<Failed>(outcomeOf(504, "timeout.json")).maybeDone);
        const auto of = [](Error::Kind kind) {
            return std::get<Failed>(decodeWriteFailure(Error{kind, 0, {}, {}, {}}, {})).maybeDone;
        };
        QVERIFY(of(Error::Kind::ConnectionLost));
        QVERIFY(of(Error::Kind::Timeout));
        QVERIFY(!of(Error::Kind::Refused));
        QVERIFY(!of(Error::Kind::RateLimited));
        QVERIFY(!of(Error::Kind::Unauthorized));
    }

    void sendsNothingThatNoUrlCanName()
    {
        for (const char *name : {"", "..", "a/b", "a%2fb"}) {
            ObjectWrite write = cpuPatch();
            write.object.name = QString::fromLatin1(name);
            QVERIFY(!m_client.write(write, [](const WriteOutcome &) {}).ok());
            // Without a name it is the collection that is read.
            if (*name)
                QVERIFY(!m_client.get(write.object, [](const Result<ObjectState> &) {}).ok());
        }
        ObjectWrite write = cpuPatch();
        write.text = "{\"a\":";
        QVERIFY(!m_client.write(write, [](const WriteOutcome &) {}).ok());
        QVERIFY(m_transport.open.empty());
    }

    void readsTheListWithoutAName()
    {
        ObjectAddress all = quota();
        all.name.clear();
        QList<Result<ObjectState>> answers;
        for (const char *body : {R"({"kind":"ResourceQuotaList","metadata":{"resourceVersion":"9"},"items":[]})",
                 R"({"kind":"ResourceQuota","metadata":{"name":"tenant-quota"}})"}) {
            const auto call
                = m_client.get(all, [&answers](const Result<ObjectState> &answer) { answers.append(answer); });
            QVERIFY(call.ok());
            const auto exchange = m_transport.open.front();
            m_transport.open.pop_front();
            QCOMPARE(
                FakeTransport::url(exchange->request), QStringLiteral("/api/v1/namespaces/tenant-000/resourcequotas"));
            exchange->done(Http::Response{200, "application/json", QByteArray(body)});
        }
        QVERIFY(answers[0].ok());
        QCOMPARE(answers[0]->resourceVersion, QStringLiteral("9"));
        QVERIFY(!answers[1].ok());
    }

    void reviewsInTheOrderOfTheQuestions()
    {
        QList<AccessQuestion> questions;
        for (int i = 0; i < 6; ++i)
            questions.append({QStringLiteral("verb%1").arg(i), quota()});
        std::optional<Result<QList<AccessAnswer>>> answer;
        const auto call
            = m_client.review(questions, [&answer](const Result<QList<AccessAnswer>> &said) { answer = said; });
        QCOMPARE(m_transport.open.size(), size_t(4));
        while (!m_transport.open.empty()) { // the last one first
            const auto exchange = m_transport.open.back();
            m_transport.open.pop_back();
            const bool allowed = exchange->request.body.contains("verb3");
            exchange->done(Http::Response{201, "application/json",
                QByteArray(R"({"kind":"SelfSubjectAccessReview","status":{"allowed":)") + (allowed ? "true" : "false")
                    + R"(,"reason":"because"}})"});
        }
        QVERIFY(answer && answer->ok());
        QCOMPARE((*answer)->size(), 6);
        for (int i = 0; i < 6; ++i)
            QCOMPARE((*answer)->at(i), (AccessAnswer{i == 3, QStringLiteral("because")}));
    }

    void reviewFailsOnce()
    {
        int answers = 0;
        const auto call = m_client.review({{QStringLiteral("get"), quota()}, {QStringLiteral("patch"), quota()}},
            [&answers](const Result<QList<AccessAnswer>> &said) { answers += said ? 100 : 1; });
        QVERIFY(
            m_transport.fail(QStringLiteral("selfsubjectaccessreviews"), Error{Error::Kind::Timeout, 0, {}, {}, {}}));
        QCOMPARE(answers, 1);
        QVERIFY(m_transport.open.empty());
    }

    void readsReviews()
    {
        const auto denied = decodeAccessReview(fixture(QStringLiteral("writes/review-denied.json")));
        QVERIFY(denied.ok());
        QCOMPARE(*denied, (AccessAnswer{false, QStringLiteral("no rule for vera.viewer")}));
        QVERIFY(!decodeAccessReview(R"({"kind":"SelfSubjectAccessReview"})").ok());
        ObjectAddress scale = quota();
        scale.subresource = QStringLiteral("scale");
        QCOMPARE(encodeAccessReview({QStringLiteral("patch"), scale}),
            QByteArray(R"({"apiVersion":"authorization.k8s.io/v1","kind":"SelfSubjectAccessReview","spec":)"
                       R"({"resourceAttributes":{"name":"tenant-quota","namespace":"tenant-000",)"
                       R"("resource":"resourcequotas","subresource":"scale","verb":"patch"}}})"));
    }
};

QTEST_GUILESS_MAIN(TestObjectClient)
#include "tst_objectclient.moc"
