// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/changes/changepages.h"

#include "models/changes/editresultmodel.h"
#include "models/changes/impact.h"
#include "models/changes/kubectlcommand.h"
#include "views/changes/conflictview.h"
#include "views/changes/diffview.h"
#include "views/changes/editresultview.h"
#include "views/common/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype longestShown = 100'000; // characters of commands; more can be copied
} // namespace

ChangePages::ChangePages(QWidget *parent)
    : QTabWidget(parent), m_diff(new DiffView(this)),
      m_words(createText(u"changeImpact"_s, tr("What the change does, in words"))), m_commandPage(new QWidget(this)),
      m_command(createText(u"changeCommand"_s, {})), m_objects(new EditResultView(this)),
      m_conflict(new ConflictView(this))
{
    setObjectName(u"changePages"_s);
    setAccessibleName(tr("Preview of the change"));
    tabBar()->setObjectName(u"changeTabs"_s);
    tabBar()->setAccessibleName(tr("Sides of the change"));
    setDocumentMode(true);
    tabBar()->setDrawBase(false);
    setUsesScrollButtons(true);
    addTab(m_conflict, tr("Conflict"));
    addTab(m_diff, tr("Difference"));
    addTab(m_words, tr("In words"));
    addTab(m_commandPage, QString());
    addTab(m_objects, tr("Objects"));
    setUpCommand();
    setMinimumHeight(160);
    connect(this, &QTabWidget::currentChanged, this, &ChangePages::fillCurrent);
    clear();
}

QPlainTextEdit *ChangePages::createText(const QString &objectName, const QString &name)
{
    auto *text = new QPlainTextEdit(this);
    text->setObjectName(objectName);
    text->setAccessibleName(name);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setFrameShape(QFrame::NoFrame);
    text->setFont(Typography::body());
    return text;
}

void ChangePages::setUpCommand()
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPixelSize(Typography::bodySize);
    m_command->setFont(fixed);
    auto *copying = new QPushButton(tr("Copy the command"), m_commandPage);
    copying->setObjectName(u"copyCommand"_s);
    copying->setAccessibleName(copying->text());
    copying->setAutoDefault(false);
    connect(copying, &QPushButton::clicked, this,
        [this] { QApplication::clipboard()->setText(KubectlCommand::text(m_change, m_change.cluster)); });
    auto *layout = new QVBoxLayout(m_commandPage);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_command, 1);
    layout->addWidget(copying, 0, Qt::AlignLeft);
}

void ChangePages::setPreview(const Change &change)
{
    m_change = change;
    m_worded = m_commanded = false;
    nameCommand();
    QList<DiffObject> objects;
    objects.reserve(change.edits.size());
    for (const ObjectEdit &edit : change.edits)
        objects.append({edit.object.title(), edit.before.text, edit.after.text});
    m_diff->setObjects(objects);
    fillCurrent();
}

void ChangePages::nameCommand()
{
    const QString program = KubectlCommand::program(m_change);
    setTabText(indexOf(m_commandPage), program);
    m_command->setAccessibleName(tr("The same by hand, with %1").arg(program));
}

//! Of many objects words and commands cost more than a frame, so they are made when somebody looks.
void ChangePages::fillCurrent()
{
    if (currentWidget() == m_words && !std::exchange(m_worded, true))
        m_words->setPlainText(impactOf(m_change).join(u'\n'));
    if (currentWidget() == m_commandPage && !std::exchange(m_commanded, true)) {
        const QString text = KubectlCommand::text(m_change, m_change.cluster);
        m_command->setPlainText(text.size() <= longestShown
                ? text
                : QString(text.left(longestShown) + u'\n' + tr("There is more; copying gives all of it.")));
    }
}

void ChangePages::setResults(const Change &change, const QList<EditResult> &results, bool over)
{
    m_objects->results()->setResults(change.edits, results, over);
    if (over)
        m_conflict->setResults(change.edits, results);
}

QWidget *ChangePages::widgetOf(ChangeFormState::Page page) const
{
    switch (page) {
    case ChangeFormState::Page::Nothing:
    case ChangeFormState::Page::Checking:
        return nullptr;
    case ChangeFormState::Page::Preview:
        return m_diff;
    case ChangeFormState::Page::Progress:
        return m_objects;
    case ChangeFormState::Page::Conflict:
        return m_conflict;
    }
    return nullptr;
}

void ChangePages::show(const ChangeFormState &state)
{
    using Page = ChangeFormState::Page;
    m_conflict->show(state);
    if (state.page == Page::Nothing) {
        m_page = state.page;
        hide();
        return;
    }
    setEnabled(state.page != Page::Checking);
    if (state.page == Page::Checking) // what was previewed before stays in sight until there is something newer
        return;
    const bool previewed = !m_diff->lines()->isEmpty();
    setTabVisible(indexOf(m_conflict), state.page == Page::Conflict);
    for (QWidget *page : {static_cast<QWidget *>(m_diff), static_cast<QWidget *>(m_words), m_commandPage})
        setTabVisible(indexOf(page), previewed);
    setTabVisible(indexOf(m_objects), state.page != Page::Preview || m_change.edits.size() > 1);
    if (state.page != m_page)
        setCurrentWidget(widgetOf(state.page));
    m_page = state.page;
    QTabWidget::show();
}

void ChangePages::clear()
{
    m_change = {};
    m_worded = m_commanded = false;
    nameCommand();
    m_diff->setObjects({});
    m_words->clear();
    m_command->clear();
    m_objects->results()->setResults({}, {}, false);
    m_conflict->setResults({}, {});
    m_page = ChangeFormState::Page::Nothing;
    hide();
}
