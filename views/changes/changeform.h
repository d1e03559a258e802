// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/changeformstate.h"

#include <QHash>
#include <QPointer>
#include <QTimer>
#include <QWidget>

class ChangePages;
class ChangeRiver;
class ChangeWords;
class NoteList;
class QBoxLayout;
class QLabel;
class QPushButton;
class SignWidget;

//! How a person sees a change before it is made, confirms it, and sees what becomes of it. Part of an editor, which
//! tells what it wants; nothing here ever changes the editor. Destroying it gives up what was not confirmed, and leaves
//! to the river what was.
class ChangeForm final : public QWidget
{
    Q_OBJECT

public:
    //! A person who types is not asked along with every key.
    static constexpr std::chrono::milliseconds settlesIn{300};

    //! \a river must outlive this.
    explicit ChangeForm(ChangeRiver &river, QWidget *parent);
    ~ChangeForm() override;

    //! What the editor wants now; empty: nothing. May be told again and again: the last one is previewed when it has
    //! settled, and the preview before it is given up. While a change is being made it has to wait. \a action is the
    //! whole text of the button: "Raise CPU quota of tenant-004 from 2 to 4 cores".
    void setChange(const std::optional<Change> &change, const QString &action);
    //! Why the editor has no change to preview; empty: there is no mistake in it.
    void setProblem(const QString &sentence);
    //! One of ChangeRiver::unfinished(): what is left of it is previewed, and made when that is confirmed.
    void resume(const QUuid &id, const QString &action);

    [[nodiscard]] const ChangeFormState &state() const { return m_state; }

Q_SIGNALS:
    void changeEnded(const ChangeOutcome &outcome);
    void messageShown(const QString &text);
    //! The person wants no more of it, and nothing of it is under way.
    void gaveUp();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    ChangeRiver &m_river;
    QLabel *m_headline;
    SignWidget *m_sign;
    QLabel *m_impact;
    NoteList *m_notes;
    ChangePages *m_pages;
    ChangeWords *m_words;
    QPushButton *m_confirm;
    QLabel *m_whyNot;
    QPushButton *m_giveUp;
    QPushButton *m_again;
    QPushButton *m_undo;
    QWidget *m_bottomRow;
    QBoxLayout *m_bottom;

    QTimer m_settle;
    std::optional<Change> m_wish;
    bool m_wishWaits = false; //!< the editor said something while a change was being made
    std::optional<Change> m_nextWish;
    QString m_nextAction;
    QPointer<ChangeRun> m_run;
    ChangeFormFacts m_facts;
    ChangeFormState m_state;
    QUuid m_lastId;
    Change m_ended; //!< the one whose end is shown
    //! Objects that the person has seen in a later version than the editor goes by, by title: because it was made here,
    //! or shown beside what the person wants.
    struct Seen
    {
        QStringList versions; //!< that are older
        ObjectImage image;
    };
    QHash<QString, Seen> m_seen;

    void setUpWidgets();
    [[nodiscard]] QPushButton *createButton(const QString &name, const QString &text);
    void setUpConnections();
    void begin(Change change);
    void beginWish();
    void follow(ChangeRun *run);
    void drop();
    void reset();
    void takeStage(ChangeStage stage);
    void takeResult();
    void takeEnd(const ChangeOutcome &outcome);
    void takeLoss();
    void takeNextWish();
    void rememberMade();
    void remember(const ObjectEdit &edit, const ObjectImage &image);
    void reword();
    void confirm();
    void giveUp();
    void previewAgain(bool takeOver);
    void undo();
    void refresh();
    void showState();
    void fitButton();
};
