// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/objectclient.h"

#include "backends/http/transport.h"

namespace Kubernetes {

namespace {

QByteArray deleteOptions(const ObjectWrite &write)
{
    Tree options = Tree::map();
    options.set({QStringLiteral("apiVersion")}, Tree::text(QStringLiteral("v1")));
    options.set({QStringLiteral("kind")}, Tree::text(QStringLiteral("DeleteOptions")));
    // Spelt out, because what counts without it differs by kind: of a Job the pods would stay.
    options.set({QStringLiteral("propagationPolicy")}, Tree::text(QStringLiteral("Background")));
    if (!write.uid.isEmpty())
        options.set({QStringLiteral("preconditions"), QStringLiteral("uid")}, Tree::text(write.uid));
    if (!write.resourceVersion.isEmpty())
        options.set(
            {QStringLiteral("preconditions"), QStringLiteral("resourceVersion")}, Tree::text(write.resourceVersion));
    if (write.dryRun)
        options.set({QStringLiteral("dryRun")}, Tree::list({Tree::text(QStringLiteral("All"))}));
    return options.toJson();
}

std::optional<Error> addBody(Http::Request &request, const ObjectWrite &write)
{
    Result<QByteArray> body = QByteArray();
    switch (write.action) {
    case ObjectWrite::Action::Patch:
        request.method = QByteArrayLiteral("PATCH");
        request.contentType = contentTypeOf(write.patchKind);
        body = patchWithPrecondition(write.text, write.patchKind, write.resourceVersion);
        break;
    case ObjectWrite::Action::Apply:
        request.method = QByteArrayLiteral("PATCH");
        request.contentType = QByteArrayLiteral("application/apply-patch+yaml"); // which JSON is, too
        body = objectForApply(write.text, write.resourceVersion);
        if (write.force)
            request.query.addQueryItem(QStringLiteral("force"), QStringLiteral("true"));
        break;
    case ObjectWrite::Action::Create:
        request.method = QByteArrayLiteral("POST");
        request.path = write.object.collectionPath();
        request.contentType = QByteArrayLiteral("application/json");
        body = objectForApply(write.text, {});
        break;
    case ObjectWrite::Action::Delete:
        request.method = QByteArrayLiteral("DELETE");
        request.contentType = QByteArrayLiteral("application/json");
        body = deleteOptions(write);
        break;
    }
    if (!body)
        return body.error();
    request.body = *body;
    return {};
}

WriteOutcome outcomeOf(const ObjectWrite &write, const Http::Response &response)
{
    auto object = decodeObjectState(response.body);
    if (object)
        return Applied{std::move(object).value()};
    // A delete that is done at once is answered with a Status of success.
    if (write.action == ObjectWrite::Action::Delete)
        return Applied{};
    return Failed{object.error(), !write.dryRun}; // it was done, says the status, but not what
}

//! Several questions, a few at a time.
class Review final : public Http::Call
{
public:
    Review(Http::Transport &transport, const QList<AccessQuestion> &questions,
        std::function<void(Result<QList<AccessAnswer>>)> done)
        : m_transport(transport), m_questions(questions), m_done(std::move(done)),
          m_calls(static_cast<size_t>(questions.size()))
    {
        m_answers.resize(questions.size());
        for (int i = 0; i < ObjectClient::parallelReviews; ++i)
            askNext();
    }

private:
    Http::Transport &m_transport;
    QList<AccessQuestion> m_questions;
    std::function<void(Result<QList<AccessAnswer>>)> m_done;
    QList<AccessAnswer> m_answers;
    std::vector<std::unique_ptr<Http::Call>> m_calls;
    qsizetype m_asked = 0;
    qsizetype m_answered = 0;

    void askNext()
    {
        if (m_asked == m_questions.size())
            return;
        const qsizetype index = m_asked++;
        Http::Request request;
        request.method = QByteArrayLiteral("POST");
        request.path = QStringLiteral("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews");
        request.contentType = QByteArrayLiteral("application/json");
        request.body = encodeAccessReview(m_questions[index]);
        request.repeat = Http::Repeat::Always; // nothing is stored
        request.sizeLimit = ObjectClient::largestObject;
        m_calls[static_cast<size_t>(index)]
            = m_transport.send(request, [this, index](const Result<Http::Response> &answer) { take(index, answer); });
    }

    void take(qsizetype index, const Result<Http::Response> &answer)
    {
        const auto said = answer ? decodeAccessReview(answer->body) : Result<AccessAnswer>(answer.error());
        if (!said) {
            conclude(said.error());
            return;
        }
        m_answers[index] = *said;
        if (++m_answered == m_questions.size())
            conclude(m_answers);
        else
            askNext();
    }

    //! The callback may destroy this.
    void conclude(Result<QList<AccessAnswer>> outcome)
    {
        m_calls.clear();
        const auto done = std::move(m_done);
        done(std::move(outcome));
    }
};

} // namespace

Result<Http::Request> requestOf(const ObjectWrite &write)
{
    if (!write.object.isUsable(write.action != ObjectWrite::Action::Create))
        return Error{Error::Kind::Malformed, 0, QStringLiteral("no name that a URL can hold"), {}, {}};
    Http::Request request;
    request.path = write.object.path();
    request.sizeLimit = ObjectClient::largestObject;
    // A dry run may be sent again; anything else may have been done although no answer came.
    request.repeat = write.dryRun ? Http::Repeat::Always : Http::Repeat::Never;
    if (const auto error = addBody(request, write))
        return *error;
    if (write.action != ObjectWrite::Action::Delete) {
        // What is applied belongs to the product; what is written otherwise keeps the name of the write itself.
        QString manager = QString::fromLatin1(ObjectClient::fieldManager);
        if (write.action != ObjectWrite::Action::Apply && !write.auditId.isNull())
            manager += u'-' + write.auditId.toString(QUuid::WithoutBraces);
        request.query.addQueryItem(QStringLiteral("fieldManager"), manager);
    }
    if (write.dryRun)
        request.query.addQueryItem(QStringLiteral("dryRun"), QStringLiteral("All"));
    if (!write.auditId.isNull())
        request.headers.append({QByteArrayLiteral("Audit-ID"), write.auditId.toByteArray(QUuid::WithoutBraces)});
    return request;
}

Result<ObjectClient::CallPointer> ObjectClient::get(
    const ObjectAddress &object, std::function<void(Result<ObjectState>)> done)
{
    if (!object.isUsable(!object.name.isEmpty()))
        return Error{Error::Kind::Malformed, 0, QStringLiteral("no name that a URL can hold"), {}, {}};
    Http::Request request;
    request.path = object.name.isEmpty() ? object.collectionPath() : object.path();
    request.sizeLimit = largestObject;
    const bool list = object.name.isEmpty();
    return m_transport.send(request, [list, done = std::move(done)](const Result<Http::Response> &answer) {
        done(answer ? decodeObjectState(answer->body, list) : Result<ObjectState>(answer.error()));
    });
}

Result<ObjectClient::CallPointer> ObjectClient::write(const ObjectWrite &write, std::function<void(WriteOutcome)> done)
{
    auto request = requestOf(write);
    if (!request)
        return request.error();
    const auto body = std::make_shared<QByteArray>();
    request->onFailure = [body](int, QByteArrayView bytes) { *body = bytes.toByteArray(); };
    return m_transport.send(*request, [write, body, done = std::move(done)](const Result<Http::Response> &answer) {
        done(answer ? outcomeOf(write, *answer) : decodeWriteFailure(answer.error(), *body));
    });
}

ObjectClient::CallPointer ObjectClient::review(
    const QList<AccessQuestion> &questions, std::function<void(Result<QList<AccessAnswer>>)> done)
{
    return std::make_unique<Review>(m_transport, questions, std::move(done));
}

} // namespace Kubernetes
