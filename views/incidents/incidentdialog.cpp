// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/incidents/incidentdialog.h"

#include "models/incidents/incidentstore.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype mostLines = 8;

QString shortened(const QStringList &what)
{
    QStringList lines = what.mid(0, mostLines);
    if (what.size() > mostLines)
        lines.append(IncidentDialog::tr("and %n more", nullptr, static_cast<int>(what.size() - mostLines)));
    return lines.join(u'\n');
}
} // namespace

IncidentDialog::IncidentDialog(
    IncidentStore &store, const IncidentStart &start, const QStringList &what, QWidget *parent)
    : QDialog(parent), m_store(store), m_start(start), m_title(new QLineEdit(this)), m_note(new QPlainTextEdit(this)),
      m_begin(new QPushButton(tr("&Start the incident"), this))
{
    setObjectName(u"incidentDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Start an incident"));
    setMinimumWidth(520);
    m_title->setObjectName(u"incidentTitle"_s);
    m_title->setAccessibleName(tr("What the incident is called"));
    m_title->setPlaceholderText(
        start.alerts.isEmpty() && start.slos.isEmpty() ? tr("Checkout is slow") : tr("as the first alert is called"));
    m_title->setText(start.title);
    m_title->setMaxLength(200);
    m_note->setObjectName(u"incidentFirstNote"_s);
    m_note->setAccessibleName(tr("First note"));
    m_note->setPlainText(start.note);
    m_note->setTabChangesFocus(true);
    m_note->setMaximumHeight(80);
    auto *fields = new QWidget(this);
    auto *form = new QFormLayout(fields);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("&Title"), m_title);
    if (!what.isEmpty()) {
        auto *lines = PlainText::create(shortened(what), font(), QPalette::Text, this);
        lines->setObjectName(u"incidentBeginsFrom"_s);
        lines->setWordWrap(true);
        form->addRow(tr("Begins from"), lines);
    }
    form->addRow(tr("First &note"), m_note);
    auto *explanation = PlainText::create(
        tr("From now on alerts, burns, changes, rollouts, events and silences there are written down, and what "
           "happened "
           "in the hour before as well. It is kept on this machine. Nothing in a cluster is changed."),
        Typography::secondary(), QPalette::PlaceholderText, this);
    explanation->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(fields);
    layout->addWidget(explanation);
    layout->addWidget(createButtons());
}

QWidget *IncidentDialog::createButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_begin->setObjectName(u"startIncident"_s);
    m_begin->setAccessibleName(tr("Start the incident"));
    m_begin->setDefault(true);
    buttons->addButton(m_begin, QDialogButtonBox::AcceptRole);
    const auto refresh = [this] {
        const bool known = !m_start.alerts.isEmpty() || !m_start.slos.isEmpty();
        m_begin->setEnabled(known || !m_title->text().trimmed().isEmpty());
        m_begin->setToolTip(m_begin->isEnabled() ? QString() : tr("Give it a title first."));
    };
    connect(m_title, &QLineEdit::textChanged, this, refresh);
    connect(buttons, &QDialogButtonBox::accepted, this, &IncidentDialog::begin);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    refresh();
    return buttons;
}

void IncidentDialog::begin()
{
    m_start.title = m_title->text();
    m_start.note = m_note->toPlainText();
    const QString id = m_store.begin(m_start);
    if (id.isEmpty())
        return; // the store says why
    accept();
    Q_EMIT started(id);
}
