// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quotas/quotaeditor.h"

#include "models/changes/changeriver.h"
#include "views/changes/changeform.h"
#include "views/common/icon.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"
#include "views/quotas/quantityedit.h"
#include "views/quotas/quotalinerow.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

#include <memory>

using namespace Qt::StringLiterals;

namespace {
QLabel *createText(const QString &name, QPalette::ColorRole role, QWidget *parent)
{
    QLabel *label = PlainText::create({}, Typography::secondary(), role, parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    return label;
}

QPushButton *createButton(const QString &text, const QString &name, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    return button;
}

CellKind kindOf(QuotaLine::Unit unit)
{
    switch (unit) {
    case QuotaLine::Unit::Cores:
        return CellKind::Cores;
    case QuotaLine::Unit::Bytes:
        return CellKind::Bytes;
    case QuotaLine::Unit::Count:
        break;
    }
    return CellKind::Count;
}
} // namespace

QuotaEditor::QuotaEditor(QuotaDraft *draft, TenantStore *store, ChangeRiver *river, QWidget *parent)
    : QFrame(parent), m_draft(draft), m_store(store), m_river(river),
      m_title(PlainText::create({}, Typography::headline(), QPalette::Text, this)),
      m_cluster(PlainText::create({}, Typography::secondary(), QPalette::PlaceholderText, this)), m_elsewhere(nullptr),
      m_elsewhereText(nullptr), m_rights(createText(u"rights"_s, QPalette::Text, this)),
      m_request(createButton(tr("Request…"), u"requestQuota"_s, this)), m_mode(new QComboBox(this)),
      m_empty(createText(u"noQuotas"_s, QPalette::PlaceholderText, this)), m_body(nullptr), m_rows(nullptr),
      m_more(new QComboBox(this)), m_wordBox(nullptr), m_wordText(nullptr), m_word(nullptr),
      m_takeBack(createButton(tr("Take back what is typed"), u"takeBack"_s, this)),
      m_chartTitle(PlainText::create({}, Typography::body(), QPalette::Text, this)),
      m_chartText(createText(u"forecastText"_s, QPalette::PlaceholderText, this)), m_chart(new ForecastChart(this))
{
    setObjectName(u"quotaEditor"_s);
    setAccessibleName(tr("Quotas of the tenant"));
    setMinimumWidth(420);
    setUpMode();
    m_body = createBody();
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"quotaScroll"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_body);
    scroll->viewport()->setAutoFillBackground(false);
    m_body->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(createHeader());
    layout->addWidget(createElsewhere());
    layout->addWidget(scroll, 1);
    setUpConnections();
    rebuild();
}

QWidget *QuotaEditor::createHeader()
{
    auto *header = new QFrame(this);
    header->setObjectName(u"detailHeader"_s);
    m_title->setObjectName(u"quotaTitle"_s);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *close = new QToolButton(header);
    close->setObjectName(u"closeQuotas"_s);
    close->setAccessibleName(tr("Close the quotas"));
    close->setToolTip(tr("Close the quotas (Escape)"));
    close->setIcon(Icon::tinted(u"close"_s));
    close->setFocusPolicy(Qt::StrongFocus);
    connect(close, &QToolButton::clicked, this, &QuotaEditor::closeRequested);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(16, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_cluster);
    layout->addWidget(close);
    header->setFixedHeight(48);
    return header;
}

QWidget *QuotaEditor::createElsewhere()
{
    m_elsewhere = new QFrame(this);
    m_elsewhere->setObjectName(u"elsewhere"_s);
    m_elsewhereText = createText(u"elsewhereText"_s, QPalette::Text, m_elsewhere);
    auto *layout = new QHBoxLayout(m_elsewhere);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->addWidget(m_elsewhereText, 1);
    m_elsewhere->hide();
    return m_elsewhere;
}

void QuotaEditor::setUpMode()
{
    m_mode->setObjectName(u"quotaMode"_s);
    m_mode->setAccessibleName(tr("What the amounts mean"));
    m_mode->addItem(tr("Set each to"), int(QuotaDraft::Mode::SetTo));
    m_mode->addItem(tr("Add to each"), int(QuotaDraft::Mode::Add));
    m_mode->addItem(tr("Multiply each by"), int(QuotaDraft::Mode::MultiplyBy));
    m_more->setObjectName(u"moreKeys"_s);
    m_more->setAccessibleName(tr("Limit another key"));
}

QWidget *QuotaEditor::createWordBox()
{
    m_wordBox = new QWidget(this);
    m_wordText = createText(u"wordText"_s, QPalette::Text, m_wordBox);
    m_word = new QLineEdit(m_wordBox);
    m_word->setObjectName(u"typedWord"_s);
    auto *layout = new QVBoxLayout(m_wordBox);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_wordText);
    layout->addWidget(m_word);
    return m_wordBox;
}

QWidget *QuotaEditor::createBody()
{
    auto *body = new QWidget(this);
    auto rows = std::make_unique<QVBoxLayout>();
    rows->setSpacing(0);
    m_rows = rows.get();
    auto right = std::make_unique<QHBoxLayout>();
    right->addWidget(m_rights, 1);
    right->addWidget(m_request);
    auto below = std::make_unique<QHBoxLayout>();
    below->addWidget(m_more);
    below->addStretch(1);
    below->addWidget(m_takeBack);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(m_empty);
    layout->addLayout(right.release());
    layout->addWidget(m_mode, 0, Qt::AlignLeft);
    layout->addLayout(rows.release());
    layout->addLayout(below.release());
    layout->addWidget(createWordBox());
    if (m_river) {
        m_form = new ChangeForm(*m_river, body);
        m_form->hide();
        layout->addWidget(m_form);
    }
    layout->addSpacing(8);
    layout->addWidget(m_chartTitle);
    layout->addWidget(m_chart);
    layout->addWidget(m_chartText);
    layout->addStretch(1);
    m_chartTitle->setObjectName(u"forecastTitle"_s);
    return body;
}

void QuotaEditor::setUpConnections()
{
    connect(m_draft, &QuotaDraft::linesChanged, this, &QuotaEditor::rebuild);
    connect(m_draft, &QuotaDraft::figuresChanged, this, &QuotaEditor::refreshFigures);
    connect(m_draft, &QuotaDraft::wishesChanged, this, &QuotaEditor::refreshWishes);
    connect(m_draft, &QuotaDraft::rightsChanged, this, &QuotaEditor::refreshRights);
    connect(m_mode, &QComboBox::activated, this,
        [this](int index) { m_draft->setMode(QuotaDraft::Mode(m_mode->itemData(index).toInt())); });
    connect(m_more, &QComboBox::activated, this, [this](int index) {
        if (index <= 0)
            return;
        const QString resource = m_more->itemText(index);
        m_draft->addKey(resource);
        focusLine(m_draft->lineOf(resource));
    });
    connect(m_takeBack, &QPushButton::clicked, m_draft, &QuotaDraft::clear);
    connect(m_word, &QLineEdit::textEdited, m_draft, &QuotaDraft::setTypedWord);
    if (m_form) {
        connect(m_form, &ChangeForm::changeEnded, this, &QuotaEditor::takeEnd);
        connect(m_form, &ChangeForm::messageShown, this, &QuotaEditor::messageShown);
        connect(m_form, &ChangeForm::gaveUp, m_draft, &QuotaDraft::clear);
    }
    connect(m_request, &QPushButton::clicked, this,
        [this] { Q_EMIT quotaRequested(m_draft->tenantKeys(), m_draft->wishes()); });
}

void QuotaEditor::setCourses(Courses courses)
{
    m_courses = std::move(courses);
    refreshCourse();
}

void QuotaEditor::refreshCourse()
{
    const bool one = m_draft->tenantKeys().size() == 1;
    const int line = one ? m_draft->lineOf(m_resource) : -1;
    const auto course
        = m_courses && line >= 0 ? m_courses(m_draft->tenantKeys().constFirst(), m_resource) : std::nullopt;
    m_chart->setVisible(course.has_value());
    m_chartTitle->setVisible(line >= 0 && bool(m_courses));
    m_chartText->setVisible(m_chartTitle->isVisibleTo(this));
    m_chartTitle->setText(tr("%1: where it has been, and where it is going").arg(m_resource));
    if (!course) {
        m_chartText->setText(tr("There is no history of it."));
        return;
    }
    ForecastChart::Course shown = *course;
    shown.kind = kindOf(m_draft->lines().at(line).unit);
    m_chart->setCourse(shown);
    m_chartText->setText(ForecastChart::summary(shown));
}

bool QuotaEditor::isBusy() const
{
    return m_draft->edited() || (m_form && m_form->state().busy);
}

void QuotaEditor::setElsewhere(const QString &tenant)
{
    m_elsewhere->setVisible(!tenant.isEmpty());
    m_elsewhereText->setText(tr("You are changing %1. Take back what you typed, or make the change, to go on with %2.")
                                 .arg(m_draft->title(), tenant));
}

void QuotaEditor::setEmptyText(const QString &sentence)
{
    m_empty->setText(sentence);
    m_empty->setVisible(!sentence.isEmpty());
}

void QuotaEditor::focusLine(int line)
{
    if (line >= 0 && line < m_lines.size())
        m_lines.at(line)->field()->setFocus(Qt::OtherFocusReason);
}

void QuotaEditor::rebuild()
{
    for (QuotaLineRow *row : std::as_const(m_lines)) {
        row->hide();
        row->deleteLater();
    }
    m_lines.clear();
    for (const QuotaDraft::Line &line : m_draft->lines()) {
        auto *row = new QuotaLineRow(line, m_draft->mode(), m_body);
        const int number = static_cast<int>(m_lines.size());
        connect(row, &QuotaLineRow::typed, this, [this, number](const QString &text) { m_draft->type(number, text); });
        connect(row, &QuotaLineRow::entered, this, [this](const QString &resource) {
            m_resource = resource;
            refreshCourse();
        });
        m_rows->addWidget(row);
        m_lines.append(row);
    }
    m_title->setText(m_draft->title());
    m_title->setToolTip(PlainText::tooltip(m_draft->title()));
    m_cluster->setText(m_draft->tenantKeys().isEmpty() ? QString() : tr("in cluster %1").arg(m_draft->clusterName()));
    if (!m_draft->tenantKeys().isEmpty())
        setEmptyText(m_draft->lines().isEmpty() ? tr("No quota limits %1.").arg(m_draft->title()) : QString());
    m_mode->setVisible(m_draft->tenantKeys().size() > 1);
    m_mode->setCurrentIndex(m_mode->findData(int(m_draft->mode())));
    if (m_draft->lineOf(m_resource) < 0)
        m_resource = m_draft->lines().isEmpty() ? QString() : m_draft->lines().constFirst().resource;
    refreshMore();
    refreshWishes();
    refreshRights();
    refreshCourse();
}

void QuotaEditor::refreshMore()
{
    const QStringList offered = m_draft->offeredKeys();
    m_more->clear();
    m_more->addItem(tr("Limit another key…"));
    m_more->addItems(offered);
    m_more->setVisible(!offered.isEmpty());
}

void QuotaEditor::refreshFigures()
{
    for (qsizetype i = 0; i < m_lines.size(); ++i)
        m_lines.at(i)->setLine(m_draft->lines().at(i), m_draft->mode());
}

void QuotaEditor::refreshWishes()
{
    const QString word = m_draft->wordToType();
    m_wordBox->setVisible(!word.isEmpty());
    m_wordText->setText(tr("That is less than is used. Type “%1” to set it all the same.").arg(word));
    m_word->setAccessibleName(m_wordText->text());
    if (word.isEmpty() && !m_word->text().isEmpty()) {
        m_word->clear();
        m_draft->setTypedWord({});
    }
    refreshForm();
    m_takeBack->setVisible(m_draft->edited());
    if (!m_draft->edited())
        setElsewhere({});
}

void QuotaEditor::refreshRights()
{
    using State = ChangeRights::Answer::State;
    const bool any = !m_draft->lines().isEmpty();
    const ChangeRights::Answer answer = any ? m_draft->rights() : ChangeRights::Answer{State::Allowed, {}};
    const bool refused = answer.state == State::Denied || answer.state == State::Unknown;
    const QString why = answer.state == State::Asking ? tr("It is being asked whether you may change this.")
        : refused                                     ? answer.reason
                                                      : QString();
    m_rights->setText(why);
    m_rights->setVisible(!why.isEmpty());
    m_request->setVisible(answer.state == State::Denied);
    for (QuotaLineRow *row : std::as_const(m_lines))
        row->setObstacle(why);
    m_more->setEnabled(why.isEmpty());
    m_mode->setEnabled(why.isEmpty());
    refreshForm();
}

bool QuotaEditor::mayChange() const
{
    return !m_draft->lines().isEmpty() && m_draft->rights().state == ChangeRights::Answer::State::Allowed;
}

//! What is being made stays what it was; what figures that arrive would make of it, nobody has seen.
void QuotaEditor::refreshForm()
{
    if (!m_form || m_form->state().busy)
        return;
    const QList<QuotaWish> wishes = mayChange() ? m_draft->wishes() : QList<QuotaWish>();
    const QuotaEdit edit = wishes.isEmpty() ? QuotaEdit{{}, mayChange() ? m_draft->problem() : QString()}
                                            : quotaEdit(*m_river, *m_store, wishes);
    m_form->setProblem(edit.problem);
    m_form->setChange(edit.change, edit.change ? m_draft->action() : QString());
    m_form->setVisible(m_draft->edited() || m_form->state().page != ChangeFormState::Page::Nothing);
}

//! What was typed has come true: added to what there is now, it would be made twice.
void QuotaEditor::takeEnd(const ChangeOutcome &outcome)
{
    if (outcome.kind == ChangeOutcome::Kind::Verified)
        m_draft->clear();
}

void QuotaEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else
        QFrame::keyPressEvent(event);
}
