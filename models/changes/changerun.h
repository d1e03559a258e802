// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/changepolicy.h"
#include "models/changes/changeresult.h"
#include "models/changes/changetarget.h"

#include <QObject>
#include <QPointer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

class Alarm;
class ChangeJournal;
class Clock;
template <typename T>
class Result;

//! Where a change is on its way; they follow each other in this order, and from each one it may end.
enum class ChangeStage {
    Waiting, //!< for start() or resume()
    Guarding, //!< is it allowed?
    Settling, //!< after a crash: what of it has been done?
    Previewing, //!< reads the objects and lets the server try the edits
    Confirming, //!< a person has to say yes
    Recording, //!< the intention goes to the journal; nothing has been sent yet
    Requesting, //!< edit by edit, each answer goes to the journal before the next edit is sent
    Verifying, //!< looks whether the objects show it
    Closing, //!< the end goes to the journal
    Ended,
};

//! One change on its way, from the wish to what became of it, by asking and answering alone: it never waits. Each run
//! ends in exactly one outcome, whatever answers come late, twice or never. It guarantees:
//!  - Nothing is sent before the journal has said that the intention is on disk.
//!  - Each edit is sent under the precondition of the version that the preview was made with; after an answer that
//!    leaves open what happened, nothing of it is sent again by itself.
//!  - An object that others changed since the person looked is compared three ways: what touches the same fields ends
//!    as a conflict, what does not goes on, and what only moved the object's status is sent once more.
//!  - After a crash, resume() looks at the objects first, and asks the person again before it sends the rest.
//!  - That an object is as an edit wants it proves nothing: others may have made it so. Objects keep in their managed
//!    fields which change wrote them, and only that counts for an edit whose answer nobody has heard.
//! A change is over when it has ended, even when the journal could not take that down; the outcome then says so.
//! Lives in the window's thread; target, journal and clock are to outlive it. Destroying it is a crash as far as the
//! cluster and the journal are concerned; not to be done from within its signals.
class ChangeRun final : public QObject
{
    Q_OBJECT

public:
    struct Surroundings
    {
        ChangeTarget &target;
        ChangeJournal &journal;
        const Clock &clock;
        ChangePolicy policy;
        QString user; //!< as the cluster knows this identity
    };

    //! How long each step may take, in which server or journal say nothing.
    static constexpr std::chrono::seconds patienceOfReads{15};
    static constexpr std::chrono::seconds patienceOfWrites{60};
    static constexpr std::chrono::seconds patienceOfJournal{20};
    //! Within which objects have to show what was done to them, and how often they are looked at.
    static constexpr std::chrono::seconds convergence{60};
    //! What was sent before a crash may still arrive: API servers give a request up after a minute, and it has to get
    //! there. After a crash what seems not to be made is looked at for so long before that is told.
    static constexpr std::chrono::seconds arrival{120};
    static constexpr std::chrono::milliseconds lookAgain{500};
    //! So often an edit is sent anew when only the object's status had moved, or previewed anew when the object had.
    static constexpr int mostTries = 5;

    ChangeRun(Change change, Surroundings surroundings, QObject *parent = nullptr);
    ~ChangeRun() override;

    void start();
    //! Of a change whose intention is in the journal, and whose end is not. \a answered: what the journal holds for
    //! each edit, NotSent where it holds nothing.
    void resume(const QList<EditResult> &answered);
    //! Other words for the same, until it is confirmed; what the guards say of them follows at once.
    void reword(const QString &reason, const QString &ticket);
    //! Goes ahead; empty when it does, else the sentence that says what misses.
    [[nodiscard]] QString confirm(const Guard::Confirmation &confirmation);
    //! Ends it, unless edits were sent: then what has not been sent is left out.
    void cancel();
    //! Something was seen of an object, by an informer for instance: a verification need not wait for its next look.
    void notice(const ObjectName &object);

    [[nodiscard]] ChangeStage stage() const { return m_stage; }
    //! From Confirming on with what the preview found: each edit's `before` and `after`.
    [[nodiscard]] const Change &change() const { return m_change; }
    //! What stands against it or has to be brought along; from Confirming on only the latter.
    [[nodiscard]] const Guard::Findings &findings() const { return m_findings; }
    [[nodiscard]] const QList<EditResult> &results() const { return m_results; }
    //! From Closing on; until Ended the journal may still leave a gap in it.
    [[nodiscard]] const std::optional<ChangeOutcome> &outcome() const { return m_outcome; }

Q_SIGNALS:
    void stageChanged(ChangeStage stage);
    //! Of one object, while the change is on its way.
    void resultChanged(qsizetype edit);
    //! Once. The change may be taken back if something was applied (undoOf()).
    void ended(const ChangeOutcome &outcome);

private:
    Change m_change;
    Surroundings m_with;
    ChangeStage m_stage = ChangeStage::Waiting;
    Guard::Findings m_findings;
    QList<EditResult> m_results;
    QList<ObjectImage> m_seen; // what the person saw of each object before the preview
    std::optional<ChangeOutcome> m_outcome;
    QString m_journalGap;
    bool m_recording = false; // the journal may know of it
    bool m_intended = false; // durable
    bool m_resumed = false;
    QList<bool> m_maybeSent; // of a resumed change: it may still arrive, or may have arrived
    bool m_keptOpen = false; // the journal is to hold it as unfinished
    bool m_stopping = false;
    qsizetype m_edit = 0;
    int m_tries = 0;
    std::chrono::milliseconds m_convergeBy{0};
    quint64 m_ticket = 0; // of the question whose answer is awaited
    std::unique_ptr<Alarm> m_patience;
    std::unique_ptr<Alarm> m_lookAgain;

    //! A callback that hands on one answer, the first one, and only while it is awaited; \a late is handed on when none
    //! has come in time.
    template <typename Answer>
    [[nodiscard]] std::function<void(const Answer &)> awaited(
        std::chrono::milliseconds patience, const Answer &late, void (ChangeRun::*take)(const Answer &))
    {
        const quint64 ticket = await(patience, [this, late, take] { (this->*take)(late); });
        return [run = QPointer<ChangeRun>(this), ticket, take](const Answer &answer) {
            if (run && run->redeem(ticket))
                (run.data()->*take)(answer);
        };
    }
    [[nodiscard]] quint64 await(std::chrono::milliseconds patience, std::function<void()> late);
    [[nodiscard]] bool redeem(quint64 ticket);
    [[nodiscard]] std::function<void(const Result<void> &)> awaitedRecord(void (ChangeRun::*take)(bool, QString));
    void enter(ChangeStage stage);
    void setResult(qsizetype edit, EditResult::State state, const QString &sentence = {});
    [[nodiscard]] ObjectEdit &edit() { return m_change.edits[m_edit]; }

    // Before it is sent (changerun.cpp).
    [[nodiscard]] Guard::Situation situation() const;
    void askForRights();
    void takeRights(const RightsAnswer &answer);
    void previewNext();
    void readForPreview();
    [[nodiscard]] bool takeAsBasis(const ReadAnswer &answer);
    [[nodiscard]] bool isMadeInsideOfThis(qsizetype index) const;
    void takePreviewRead(const ReadAnswer &answer);
    void takeDryRun(const WriteAnswer &answer);
    [[nodiscard]] bool rebase(const ObjectImage &after);
    void previewed();
    void refuse(const QString &sentence);

    // Of edits whose answer was not heard (changerunresume.cpp).
    [[nodiscard]] bool isOwn(qsizetype index, const ReadAnswer &answer) const;
    void setInDoubt(qsizetype index, const ReadAnswer &answer);

    // After a crash (changerunresume.cpp).
    void settleNext();
    void takeSettlingRead(const ReadAnswer &answer);

    // From there on (changerunsend.cpp).
    void takeIntended(bool durable, QString why);
    void sendNext();
    void send();
    void takeWrite(const WriteAnswer &answer);
    void takeConflictRead(const ReadAnswer &answer);
    void answered();
    void takeAnswered(bool durable, QString why);
    //! Looks whether what was made is seen, if anything was, and ends.
    void verify();
    void verifyNext();
    void takeVerifyingRead(const ReadAnswer &answer);
    void verifyLater();
    void lookNow();
    [[nodiscard]] bool isOpen(qsizetype edit) const;
    [[nodiscard]] bool anyOpen() const;
    void close();
    void takeEnded(bool durable, QString why);
    void end();
};

//! Whether \a read shows what \a edit wants.
[[nodiscard]] bool showsEdit(const ObjectEdit &edit, const ReadAnswer &read);
