// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/alerts/matchereditor.h"

#include "models/common/format.h"
#include "views/common/icon.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <array>

using namespace Qt::StringLiterals;

namespace {
enum How { Equals, Differs, Fits, FitsNot };
enum GridColumn { NameColumn, HowColumn, ValueColumn, CountColumn, RemoveColumn };
constexpr int longestValue = 4096;
} // namespace

MatcherEditor::MatcherEditor(QWidget *parent)
    : QWidget(parent), m_grid(new QGridLayout(this)), m_add(new QToolButton(this))
{
    setObjectName(u"matcherEditor"_s);
    setAccessibleName(tr("What the silence matches"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(ValueColumn, 1);
    const std::array titles{tr("Label"), QString(), tr("Value"), tr("Matches now")};
    for (int column = 0; column < int(titles.size()); ++column) {
        m_grid->addWidget(PlainText::create(titles.at(static_cast<size_t>(column)), Typography::secondary(),
                              QPalette::PlaceholderText, this),
            0, column);
    }
    m_add->setObjectName(u"addMatcher"_s);
    m_add->setText(tr("Add a condition"));
    m_add->setAccessibleName(m_add->text());
    m_add->setFocusPolicy(Qt::StrongFocus);
    connect(m_add, &QToolButton::clicked, this, [this] {
        addLine({});
        nameLines();
        m_lines.constLast().name->setFocus(Qt::OtherFocusReason);
        Q_EMIT matchersChanged();
    });
    nameLines();
}

SilenceMatcher MatcherEditor::matcherOf(const Line &line)
{
    const int how = line.how->currentIndex();
    return {.name = line.name->currentText().trimmed(),
        .value = line.value->text(),
        .regex = how == Fits || how == FitsNot,
        .equal = how == Equals || how == Fits};
}

QList<SilenceMatcher> MatcherEditor::matchers() const
{
    QList<SilenceMatcher> result;
    for (const Line &line : m_lines) {
        if (const SilenceMatcher matcher = matcherOf(line); !matcher.name.isEmpty())
            result.append(matcher);
    }
    return result;
}

void MatcherEditor::setMatchers(const QList<SilenceMatcher> &matchers)
{
    while (!m_lines.isEmpty())
        removeLine(m_lines.constLast().name);
    for (const SilenceMatcher &matcher : matchers)
        addLine(matcher);
    nameLines();
    Q_EMIT matchersChanged();
}

void MatcherEditor::setCounter(Counter counter)
{
    m_counter = std::move(counter);
    recount();
}

void MatcherEditor::setLabelNames(const QStringList &names)
{
    m_names = names;
    for (const Line &line : std::as_const(m_lines)) {
        const QSignalBlocker quiet(line.name);
        const QString typed = line.name->currentText();
        line.name->clear();
        line.name->addItems(names);
        line.name->setEditText(typed);
    }
}

void MatcherEditor::recount()
{
    for (const Line &line : std::as_const(m_lines)) {
        const SilenceMatcher matcher = matcherOf(line);
        const bool known = m_counter && !matcher.name.isEmpty();
        line.count->setText(known ? Format::count(m_counter(matcher)) : QString());
        line.count->setAccessibleName(known ? tr("Alerts that it matches now: %1").arg(line.count->text()) : QString());
    }
}

void MatcherEditor::addLine(const SilenceMatcher &matcher)
{
    if (m_lines.size() >= mostMatchers)
        return;
    Line line;
    line.name = new QComboBox(this);
    line.name->setEditable(true);
    line.name->setInsertPolicy(QComboBox::NoInsert);
    line.name->addItems(m_names);
    line.name->setEditText(matcher.name);
    line.name->setMinimumWidth(112);
    line.name->setMinimumContentsLength(8);
    line.name->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    line.how = new QComboBox(this);
    line.how->addItems({tr("is"), tr("is not"), tr("matches"), tr("does not match")});
    line.how->setCurrentIndex(matcher.regex ? (matcher.equal ? Fits : FitsNot) : (matcher.equal ? Equals : Differs));
    line.value = new QLineEdit(matcher.value, this);
    line.value->setMaxLength(longestValue);
    line.value->setCursorPosition(0);
    line.value->setMinimumWidth(112);
    line.count = PlainText::create({}, Typography::figures(Typography::body()), QPalette::Text, this);
    line.count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    line.remove = new QToolButton(this);
    line.remove->setIcon(Icon::tinted(u"close"_s));
    line.remove->setFocusPolicy(Qt::StrongFocus);
    connect(line.name, &QComboBox::editTextChanged, this, &MatcherEditor::matchersChanged);
    connect(line.how, &QComboBox::currentIndexChanged, this, &MatcherEditor::matchersChanged);
    connect(line.value, &QLineEdit::textChanged, this, &MatcherEditor::matchersChanged);
    connect(line.remove, &QToolButton::clicked, this, [this, name = line.name] {
        removeLine(name);
        nameLines();
        Q_EMIT matchersChanged();
    });
    m_lines.append(line);
}

void MatcherEditor::removeLine(const QComboBox *name)
{
    m_lines.removeIf([&](const Line &line) {
        if (line.name != name)
            return false;
        for (QWidget *part :
            {static_cast<QWidget *>(line.name), static_cast<QWidget *>(line.how), static_cast<QWidget *>(line.value),
                static_cast<QWidget *>(line.count), static_cast<QWidget *>(line.remove)}) {
            part->hide();
            part->deleteLater();
        }
        return true;
    });
}

//! Puts every line into its place, and calls its parts by it.
void MatcherEditor::nameLines()
{
    int row = 0;
    for (const Line &line : std::as_const(m_lines)) {
        const QString number = QString::number(++row);
        line.name->setObjectName(u"matcherName-"_s + number);
        line.name->setAccessibleName(tr("Label of condition %1").arg(number));
        line.how->setObjectName(u"matcherHow-"_s + number);
        line.how->setAccessibleName(tr("How condition %1 compares").arg(number));
        line.how->setToolTip(
            PlainText::tooltip(tr("“matches” takes a regular expression, which has to fit the whole value.")));
        line.value->setObjectName(u"matcherValue-"_s + number);
        line.value->setAccessibleName(tr("Value of condition %1").arg(number));
        line.count->setObjectName(u"matcherCount-"_s + number);
        line.remove->setObjectName(u"removeMatcher-"_s + number);
        line.remove->setAccessibleName(tr("Remove condition %1").arg(number));
        line.remove->setToolTip(line.remove->accessibleName());
        m_grid->addWidget(line.name, row, NameColumn);
        m_grid->addWidget(line.how, row, HowColumn);
        m_grid->addWidget(line.value, row, ValueColumn);
        m_grid->addWidget(line.count, row, CountColumn);
        m_grid->addWidget(line.remove, row, RemoveColumn);
        setTabOrder(line.name, line.how);
        setTabOrder(line.how, line.value);
        setTabOrder(line.value, line.remove);
    }
    m_grid->addWidget(m_add, row + 1, NameColumn, Qt::AlignLeft);
    if (!m_lines.isEmpty())
        setTabOrder(m_lines.constLast().remove, m_add);
    m_add->setEnabled(m_lines.size() < mostMatchers);
}
