// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/changes/changeform.h"

#include "models/changes/changeriver.h"
#include "models/changes/impact.h"
#include "models/changes/plainline.h"
#include "views/changes/changedialog.h"
#include "views/changes/changepages.h"
#include "views/changes/changewords.h"
#include "views/changes/conflictview.h"
#include "views/changes/notelist.h"
#include "views/common/plaintext.h"
#include "views/common/sign.h"
#include "views/common/theme.h"

#include <QBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype fewEdits = 20; // whose effect is said in sentences at once
constexpr int fewSentences = 3;

bool isUnderWay(ChangeStage stage)
{
    return stage == ChangeStage::Recording || stage == ChangeStage::Requesting || stage == ChangeStage::Verifying
        || stage == ChangeStage::Closing;
}
} // namespace

ChangeForm::ChangeForm(ChangeRiver &river, QWidget *parent)
    : QWidget(parent), m_river(river),
      m_headline(PlainText::create({}, Typography::body(), QPalette::WindowText, this)),
      m_sign(new SignWidget({}, 12, this)),
      m_impact(PlainText::create({}, Typography::body(), QPalette::PlaceholderText, this)), m_notes(new NoteList(this)),
      m_pages(new ChangePages(this)), m_words(new ChangeWords(this)), m_confirm(createButton(u"confirmChange"_s, {})),
      m_whyNot(PlainText::create({}, Typography::secondary(), QPalette::PlaceholderText, this)),
      m_giveUp(createButton(u"giveUpChange"_s, tr("Give up"))), m_again(createButton(u"previewAgain"_s, {})),
      m_undo(createButton(u"undoChange"_s, tr("Undo…"))), m_bottomRow(new QWidget(this)),
      m_bottom(new QBoxLayout(QBoxLayout::LeftToRight, m_bottomRow))
{
    setObjectName(u"changeForm"_s);
    setAccessibleName(tr("Change and its preview"));
    setUpWidgets();
    m_settle.setSingleShot(true);
    m_settle.setInterval(settlesIn);
    setUpConnections();
    refresh();
}

ChangeForm::~ChangeForm()
{
    drop();
}

void ChangeForm::setUpConnections()
{
    connect(&m_settle, &QTimer::timeout, this, &ChangeForm::beginWish);
    connect(m_confirm, &QPushButton::clicked, this, &ChangeForm::confirm);
    connect(m_giveUp, &QPushButton::clicked, this, &ChangeForm::giveUp);
    connect(m_again, &QPushButton::clicked, this, [this] { previewAgain(false); });
    connect(m_undo, &QPushButton::clicked, this, &ChangeForm::undo);
    connect(m_words, &ChangeWords::worded, this, &ChangeForm::reword);
    connect(m_words, &ChangeWords::nameTyped, this, [this] {
        m_facts.refusal.clear();
        refresh();
    });
    connect(m_pages->conflict(), &ConflictView::typed, this, &ChangeForm::refresh);
    connect(m_pages->conflict(), &ConflictView::takeOverRequested, this, [this] { previewAgain(true); });
    connect(&m_river, &ChangeRiver::clustersChanged, this, [this] {
        if (m_wish && !m_facts.begun && !m_facts.lost && !m_settle.isActive())
            m_settle.start();
    });
    connect(&m_river, &ChangeRiver::policyChanged, this, [this] {
        // What was checked by the old one says nothing any more.
        const bool waits = m_facts.stage < ChangeStage::Recording
            || (m_facts.stage == ChangeStage::Ended && Guard::refuses(m_facts.findings));
        if (m_wish && m_facts.begun && !m_facts.resumed && waits) {
            drop();
            m_settle.start();
            refresh();
        }
    });
}

void ChangeForm::setChange(const std::optional<Change> &change, const QString &action)
{
    if (m_run && isUnderWay(m_facts.stage)) {
        m_wishWaits = true;
        m_nextWish = change;
        m_nextAction = action;
        return;
    }
    m_wishWaits = false; // this is newer
    if (!change) {
        m_wish.reset();
        m_settle.stop();
        if (!m_state.offersUndo) // what was made stays in sight until something else is wanted
            reset();
        m_facts.action = action;
        refresh();
        return;
    }
    const bool known = m_wish && ChangeText::sameWish(*m_wish, *change);
    m_facts.action = action;
    if (!known) {
        drop();
        m_wish = change;
        m_words->forgetName();
        m_words->propose(change->reason, change->ticket);
        m_settle.start();
    }
    refresh();
}

void ChangeForm::setProblem(const QString &sentence)
{
    m_facts.problem = sentence;
    refresh();
}

void ChangeForm::beginWish()
{
    if (m_wish)
        begin(*m_wish);
}

void ChangeForm::begin(Change change)
{
    for (ObjectEdit &edit : change.edits) {
        const auto seen = m_seen.constFind(edit.object.title());
        if (seen != m_seen.cend() && seen->versions.contains(edit.before.resourceVersion))
            edit.before = seen->image;
    }
    change.reason = m_words->reason();
    change.ticket = m_words->ticket();
    if (change.id.isNull() || change.id == m_lastId) // each attempt is one of its own
        change.id = m_river.newChange(change.cluster, change.kind).id;
    m_lastId = change.id;
    const QString name = m_river.clusterName(change.cluster);
    if (!name.isEmpty())
        change.clusterName = name;
    follow(m_river.begin(change));
}

void ChangeForm::resume(const QUuid &id, const QString &action)
{
    drop();
    m_wish.reset();
    m_settle.stop();
    m_facts.action = action;
    ChangeRun *run = m_river.resume(id);
    m_facts.resumed = run != nullptr;
    if (!run)
        m_facts.problem
            = tr("This change cannot go on: it has been seen to meanwhile, or its cluster is not connected.");
    follow(run);
}

void ChangeForm::follow(ChangeRun *run)
{
    m_run = run;
    m_facts.begun = run != nullptr;
    m_facts.lost = m_facts.stopping = false;
    m_facts.refusal.clear();
    if (run) {
        m_facts.stage = run->stage();
        m_facts.change = run->change();
        connect(run, &ChangeRun::stageChanged, this, &ChangeForm::takeStage);
        connect(run, &ChangeRun::resultChanged, this, &ChangeForm::takeResult);
        connect(run, &ChangeRun::ended, this, &ChangeForm::takeEnd);
        connect(run, &QObject::destroyed, this, &ChangeForm::takeLoss);
    }
    refresh();
}

//! Leaves the run to the river; one that nobody has confirmed is given up.
void ChangeForm::drop()
{
    ChangeRun *run = m_run.data();
    m_run.clear();
    const bool resumed = std::exchange(m_facts.resumed, false);
    m_facts.begun = m_facts.lost = false;
    m_facts.stage = ChangeStage::Waiting;
    m_facts.findings.clear();
    m_facts.results.clear();
    m_facts.outcome.reset();
    m_facts.refusal.clear();
    if (!run)
        return;
    run->disconnect(this);
    if (resumed)
        m_river.putBack(run->change().id);
    else if (!isUnderWay(run->stage()))
        run->cancel();
}

void ChangeForm::reset()
{
    drop();
    m_pages->clear();
    m_facts.change = {};
    m_seen.clear();
}

void ChangeForm::takeStage(ChangeStage stage)
{
    m_facts.stage = stage;
    if (stage == ChangeStage::Confirming) {
        m_run->reword(m_words->reason(), m_words->ticket()); // as they are by now
        m_pages->setPreview(m_run->change());
        const bool few = m_run->change().edits.size() <= fewEdits;
        m_impact->setText(few ? impactOf(m_run->change(), fewSentences).join(u'\n') : QString());
        m_impact->setAccessibleName(m_impact->text());
    }
    takeResult();
}

void ChangeForm::takeResult()
{
    m_facts.change = m_run->change();
    m_facts.findings = m_run->findings();
    m_facts.results = m_run->results();
    if (m_facts.stage >= ChangeStage::Confirming && m_facts.stage < ChangeStage::Ended)
        m_pages->setResults(m_facts.change, m_facts.results, false);
    if (m_facts.stage != ChangeStage::Ended) // takeEnd() follows
        refresh();
}

void ChangeForm::takeEnd(const ChangeOutcome &outcome)
{
    m_ended = m_facts.change;
    m_facts.outcome = outcome;
    m_facts.results = outcome.results;
    m_run->disconnect(this);
    m_run.clear();
    m_pages->setResults(m_facts.change, m_facts.results, true);
    rememberMade();
    refresh();
    const bool quiet = outcome.kind == ChangeOutcome::Kind::Cancelled;
    const bool waits = m_wishWaits;
    Q_EMIT changeEnded(outcome);
    if (!quiet)
        Q_EMIT messageShown(plainLine(ChangeText::subject(m_ended) + u": "_s + outcome.sentence));
    if (waits)
        takeNextWish();
}

void ChangeForm::remember(const ObjectEdit &edit, const ObjectImage &image)
{
    Seen &seen = m_seen[edit.object.title()];
    seen.versions.append(edit.before.resourceVersion);
    for (const ObjectEdit &wished : m_wish ? m_wish->edits : QList<ObjectEdit>()) {
        if (wished.object == edit.object)
            seen.versions.append(wished.before.resourceVersion);
    }
    seen.image = image;
}

//! An editor that has not heard yet of what was just made is not to be told that somebody else made it.
void ChangeForm::rememberMade()
{
    for (qsizetype i = 0; i < m_ended.edits.size() && i < m_facts.results.size(); ++i) {
        const ObjectEdit &edit = m_ended.edits[i];
        if (m_facts.results[i].applied())
            remember(edit, edit.before.exists ? edit.after : m_facts.results[i].live);
    }
}

//! What the editor has said meanwhile.
void ChangeForm::takeNextWish()
{
    if (!std::exchange(m_wishWaits, false))
        return;
    const std::optional<Change> wish = std::exchange(m_nextWish, std::nullopt);
    setChange(wish, m_nextAction);
}

void ChangeForm::takeLoss()
{
    const bool wasUnderWay = isUnderWay(m_facts.stage) || m_facts.resumed;
    m_run.clear();
    m_facts.begun = false;
    m_facts.lost = wasUnderWay;
    m_facts.stage = ChangeStage::Waiting;
    refresh();
}

void ChangeForm::reword()
{
    if (m_run && !isUnderWay(m_facts.stage)) {
        m_run->reword(m_words->reason(), m_words->ticket());
        m_facts.findings = m_run->findings();
    }
    m_facts.refusal.clear();
    refresh();
}

void ChangeForm::confirm()
{
    if (!m_run || !m_state.canConfirm)
        return;
    const QString refusal = m_run->confirm(m_facts.confirmation);
    m_facts.refusal = refusal;
    if (!refusal.isEmpty() && m_run)
        m_facts.findings = m_run->findings();
    refresh();
}

void ChangeForm::giveUp()
{
    if (m_run && isUnderWay(m_facts.stage)) {
        m_facts.stopping = true;
        m_run->cancel();
        refresh();
        return;
    }
    if (m_run && m_facts.resumed) {
        m_run->cancel();
        return;
    }
    reset();
    m_wish.reset();
    m_settle.stop();
    refresh();
    Q_EMIT gaveUp();
}

void ChangeForm::previewAgain(bool takeOver)
{
    if (takeOver && !m_state.canTakeOver)
        return;
    const QUuid id = m_river.newChange(m_facts.change.cluster, m_facts.change.kind).id;
    const Change rest = ChangeText::leftOver(m_facts.change, m_facts.results, id, takeOver);
    if (rest.edits.isEmpty())
        return;
    for (const ObjectEdit &edit : rest.edits) {
        for (const ObjectEdit &old : std::as_const(m_facts.change.edits)) {
            if (old.object == edit.object && old.before != edit.before)
                remember(old, edit.before);
        }
    }
    drop();
    m_words->forgetName();
    begin(rest);
}

void ChangeForm::undo()
{
    QWidget *top = window(); // this one may be closed before that one
    while (top->parentWidget())
        top = top->parentWidget()->window();
    ChangeDialog::undo(m_river, m_ended, top);
}

void ChangeForm::refresh()
{
    m_facts.wanted = m_wish.has_value();
    if (!m_facts.begun && m_wish)
        m_facts.clusterName = m_wish->clusterName;
    else if (m_facts.begun)
        m_facts.clusterName = m_facts.change.clusterName;
    m_facts.connected = !m_wish || m_river.hasCluster(m_wish->cluster);
    m_facts.confirmation = {m_words->typedName(), {}};
    m_facts.typedManagers = m_pages->conflict()->typedManagers();
    m_facts.policyFile = m_river.policy().file();
    const ChangeFormState state = changeFormState(m_facts);
    m_state = state;
    showState();
}
