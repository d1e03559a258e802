// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/slo/sloformdialog.h"

#include "models/changes/changeriver.h"
#include "models/changes/changetarget.h"
#include "models/common/tableexport.h"
#include "models/slo/rulechecker.h"
#include "views/changes/changeform.h"
#include "views/common/plaintext.h"
#include "views/common/sign.h"
#include "views/common/theme.h"
#include "views/slo/sloformfields.h"

#include <QFileDialog>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

SloFormDialog *SloFormDialog::open(const Parts &parts, const SloForm &form, QWidget *parent)
{
    auto *dialog = new SloFormDialog(parts, parent);
    dialog->fields()->setForm(form);
    dialog->show();
    return dialog;
}

SloFormDialog::SloFormDialog(const Parts &parts, QWidget *parent)
    : QDialog(parent), m_parts(parts), m_fields(new SloFormFields(parts.clusters, parts.river, this)),
      m_notes(PlainText::create({}, Typography::secondary(), QPalette::PlaceholderText, this)),
      m_preview(new QPlainTextEdit(this)), m_sign(new SignWidget({}, 12, this)),
      m_verdict(PlainText::create({}, Typography::body(), QPalette::WindowText, this)),
      m_note(PlainText::create({}, Typography::secondary(), QPalette::PlaceholderText, this)),
      m_saveRules(createSave(u"saveRules"_s, tr("Sa&ve the rules as a file…"))),
      m_saveDefinition(createSave(u"saveDefinition"_s, tr("Save the objec&tive as a file…"))),
      m_change(new ChangeForm(parts.river, this))
{
    setObjectName(u"sloFormDialog"_s);
    setWindowTitle(tr("New objective"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    resize(1360, 860);
    setUpLayout();
    m_settle.setSingleShot(true);
    m_settle.setInterval(ChangeForm::settlesIn);
    connect(&m_settle, &QTimer::timeout, this, &SloFormDialog::settle);
    connect(m_fields, &SloFormFields::edited, this, &SloFormDialog::refresh);
    connect(m_saveRules, &QPushButton::clicked, this, [this] { chooseFile(false); });
    connect(m_saveDefinition, &QPushButton::clicked, this, [this] { chooseFile(true); });
    connect(m_change, &ChangeForm::messageShown, this, &SloFormDialog::messageShown);
    connect(m_change, &ChangeForm::gaveUp, this, &QWidget::close);
    if (parts.checker)
        connect(parts.checker, &RuleChecker::checked, this, &SloFormDialog::showVerdict);
    refresh();
}

QPushButton *SloFormDialog::createSave(const QString &name, const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAccessibleName(QString(text).remove(u'&'));
    button->setAutoDefault(false);
    return button;
}

QWidget *SloFormDialog::createSide()
{
    m_notes->setObjectName(u"sloNotes"_s);
    m_notes->setWordWrap(true);
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 12, 0);
    column->setSpacing(12);
    column->addWidget(m_fields);
    column->addWidget(m_notes);
    column->addStretch(1);
    auto *scroll = new QScrollArea(this); // small screens
    scroll->setObjectName(u"sloScroll"_s);
    scroll->setAccessibleName(tr("New objective"));
    scroll->setWidget(side);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFixedWidth(420);
    return scroll;
}

QWidget *SloFormDialog::createVerdict()
{
    m_verdict->setObjectName(u"sloVerdict"_s);
    m_verdict->setWordWrap(true);
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_sign, 0, Qt::AlignTop);
    layout->addWidget(m_verdict, 1);
    return row;
}

QWidget *SloFormDialog::createPreview()
{
    m_preview->setObjectName(u"sloRules"_s);
    m_preview->setAccessibleName(tr("The rules that this makes"));
    m_preview->setReadOnly(true);
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_preview->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_preview->setPlaceholderText(tr("The rules are shown here when the form is filled in."));
    m_note->setObjectName(u"sloNote"_s);
    m_note->setWordWrap(true);
    m_note->hide();
    auto *middle = new QWidget(this);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_preview, 1);
    column->addWidget(createVerdict());
    auto *row = new QWidget(this);
    auto *buttons = new QHBoxLayout(row);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->addWidget(m_saveRules);
    buttons->addWidget(m_saveDefinition);
    buttons->addStretch(1);
    column->addWidget(row);
    column->addWidget(m_note);
    return middle;
}

void SloFormDialog::setUpLayout()
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(24);
    layout->addWidget(createSide());
    layout->addWidget(createPreview(), 1);
    layout->addWidget(m_change, 1);
}

void SloFormDialog::refresh()
{
    const SloForm form = m_fields->form();
    if (m_shown && form == m_form)
        return;
    m_shown = true;
    m_form = form;
    m_rules = sloFormRules(form);
    ++m_asked;
    const bool good = m_rules.mistakes.isEmpty();
    m_fields->setMistakes(m_rules.mistakes);
    m_notes->setText(m_rules.notes.join(u"\n\n"_s));
    m_preview->setPlainText(QString::fromUtf8(m_rules.text));
    m_saveRules->setEnabled(good);
    m_saveDefinition->setEnabled(good && !m_rules.definition.isEmpty());
    m_saveDefinition->setVisible(form.isObjective());
    m_sign->setSign({});
    m_verdict->clear();
    m_note->hide();
    m_change->setProblem(good ? QString() : m_rules.mistakes.first().sentence);
    m_change->setChange(std::nullopt, {});
    m_settle.start(); // bounds are asked for, too
}

//! When typing has ended: what takes a process or a server.
void SloFormDialog::settle()
{
    askBounds();
    if (!m_rules.mistakes.isEmpty())
        return;
    if (m_parts.checker)
        m_parts.checker->check(m_rules.text);
    const QString cluster = m_form.clusterId;
    m_parts.river.read(cluster, m_rules.objectName, this, [this, asked = m_asked](const ReadAnswer &answer) {
        if (asked != m_asked)
            return;
        const QString tenant = m_parts.tenantOf ? m_parts.tenantOf(m_form.clusterId, m_form.namespaceName) : QString();
        const SloFormEdit edit = sloFormEdit(m_form, m_rules, answer, m_parts.river, tenant);
        m_change->setProblem(edit.problem);
        m_change->setChange(edit.change, edit.action);
    });
}

void SloFormDialog::askBounds()
{
    const QString histogram = m_form.histogram();
    const QString about = m_form.clusterId + u'/' + m_form.namespaceName + u'/' + histogram;
    const bool known = !m_form.clusterId.isEmpty() && !m_form.namespaceName.isEmpty() && !histogram.isEmpty();
    if (!m_parts.askBounds || !known || about == m_boundsOf)
        return;
    m_boundsOf = about;
    m_parts.askBounds(m_form.clusterId, m_form.namespaceName, histogram,
        [dialog = QPointer<SloFormDialog>(this), about](const QStringList &bounds) {
            if (dialog && dialog->m_boundsOf == about)
                dialog->m_fields->setBounds(bounds);
        });
}

void SloFormDialog::showVerdict(const RuleVerdict &verdict)
{
    if (m_rules.text.isEmpty())
        return;
    m_sign->setSign(Sign::of(verdict.severity));
    m_verdict->setText(
        verdict.details.isEmpty() ? verdict.sentence : QString(verdict.sentence + u'\n' + verdict.details));
}

void SloFormDialog::chooseFile(bool definition)
{
    auto *dialog = new QFileDialog(
        this, definition ? tr("Save the objective") : tr("Save the rules"), {}, tr("YAML (*.yaml *.yml)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"yaml"_s);
    dialog->selectFile(m_rules.objectName.name + (definition ? u"-objective.yaml"_s : u".yaml"_s));
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, definition](const QString &name) { definition ? saveDefinition(name) : save(name); });
    dialog->open();
}

bool SloFormDialog::save(const QString &fileName)
{
    return write(fileName, m_rules.text);
}

bool SloFormDialog::saveDefinition(const QString &fileName)
{
    return write(fileName, m_rules.definition);
}

bool SloFormDialog::write(const QString &fileName, const QByteArray &text)
{
    const QString problem = TableExport::save(fileName, text);
    m_note->setText(problem.isEmpty() ? tr("It was saved to %1.").arg(fileName)
                                      : tr("%1 cannot be written: %2. Choose another file.").arg(fileName, problem));
    m_note->show();
    return problem.isEmpty();
}
