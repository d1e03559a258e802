// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/onboarding/onboardingdialog.h"

#include "models/changes/changeriver.h"
#include "models/onboarding/tenantobjects.h"
#include "models/onboarding/tenantonboarding.h"
#include "views/changes/changeform.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"
#include "views/onboarding/onboardingform.h"

#include <QHBoxLayout>
#include <QScrollArea>

using namespace Qt::StringLiterals;

OnboardingDialog::OnboardingDialog(const Parts &parts, QWidget *parent)
    : QDialog(parent), m_parts(parts), m_form(new OnboardingForm(parts.clusters, parts.river, parts.templates, this)),
      m_notes(PlainText::create({}, Typography::secondary(), QPalette::PlaceholderText, this)),
      m_change(new ChangeForm(parts.river, this))
{
    setObjectName(u"onboardingDialog"_s);
    setWindowTitle(tr("New tenant"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    resize(1280, 800);
    m_notes->setObjectName(u"onboardNotes"_s);
    m_notes->setWordWrap(true);
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 12, 0);
    column->setSpacing(12);
    column->addWidget(m_form);
    column->addWidget(m_notes);
    column->addStretch(1);
    auto *scroll = new QScrollArea(this); // small screens
    scroll->setObjectName(u"onboardScroll"_s);
    scroll->setAccessibleName(tr("New tenant"));
    scroll->setWidget(side);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFixedWidth(440);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(24);
    layout->addWidget(scroll);
    layout->addWidget(m_change, 1);
    connect(m_form, &OnboardingForm::edited, this, &OnboardingDialog::refresh);
    connect(&m_parts.river.rights(), &ChangeRights::learned, this, &OnboardingDialog::refresh);
    connect(m_change, &ChangeForm::messageShown, this, &OnboardingDialog::messageShown);
    connect(m_change, &ChangeForm::gaveUp, this, &QWidget::close);
    refresh();
}

//! Why this identity may not make tenants there; empty when it may, or when nothing is known yet.
QString OnboardingDialog::refusal(const QString &clusterId)
{
    if (!m_parts.river.hasCluster(clusterId))
        return {};
    const auto answer = m_parts.river.rights().of(clusterId, {u"create"_s, namespaceObject({})});
    return answer.state == ChangeRights::Answer::State::Denied ? answer.reason : QString();
}

void OnboardingDialog::refresh()
{
    const TenantForm form = m_form->form();
    const QString refused = refusal(form.clusterId);
    // An answer about rights that changes nothing must not take a preview away that somebody reads.
    if (m_shown == form && m_refusal == refused)
        return;
    m_shown = form;
    m_refusal = refused;
    const OnboardingEdit edit = onboardingEdit(form, m_parts.templates, m_parts.keys, m_parts.river, m_parts.store);
    m_form->setMistakes(edit.mistakes);
    m_notes->setText(edit.notes.join(u"\n\n"_s));
    const QString mistake = edit.mistakes.isEmpty() ? QString() : edit.mistakes.first().sentence;
    const QString problem = refused.isEmpty() ? mistake : refused;
    m_change->setProblem(problem);
    m_change->setChange(problem.isEmpty() ? edit.change : std::nullopt, edit.action);
}
