// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/alerts/silenceenddialog.h"

#include "models/alerts/alertstore.h"
#include "models/changes/changeriver.h"
#include "models/common/format.h"
#include "views/alerts/silencedialog.h"
#include "views/changes/changeform.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 untilAMoment = -1;
}

SilenceEndDialog::SilenceEndDialog(Sources sources, Step step, const Silence &silence, QWidget *parent)
    : QDialog(parent), m_sources(sources), m_step(step), m_silence(silence), m_more(new QComboBox(this)),
      m_until(new QDateTimeEdit(this)), m_form(new ChangeForm(sources.river, this))
{
    setObjectName(u"silenceEndDialog"_s);
    setWindowTitle(step == Step::Extend ? tr("Extend a silence") : tr("End a silence"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    resize(680, 480);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(12);
    QLabel *what
        = PlainText::create(SilenceText::text(silence.matchers), Typography::headline(), QPalette::WindowText, this);
    what->setObjectName(u"silenceMatchers"_s);
    what->setWordWrap(true);
    layout->addWidget(what);
    QLabel *how = PlainText::create(explanation(), Typography::body(), QPalette::PlaceholderText, this);
    how->setObjectName(u"silenceEndExplained"_s);
    how->setWordWrap(true);
    layout->addWidget(how);
    setUpEnd();
    layout->addWidget(createEnd());
    layout->addWidget(m_form, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *closing = buttons->button(QDialogButtonBox::Close);
    closing->setObjectName(u"closeSilenceEnd"_s);
    closing->setAccessibleName(tr("Close"));
    closing->setAutoDefault(false);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_form, &ChangeForm::gaveUp, this, &QDialog::reject);
    ask();
}

void SilenceEndDialog::setUpEnd()
{
    m_more->setObjectName(u"silenceMore"_s);
    m_more->setAccessibleName(tr("How much longer"));
    for (const std::chrono::seconds length : SilenceLengths::offered(m_sources.river.policy()))
        m_more->addItem(tr("for another %1").arg(FreshnessText::duration(length)), qint64(length.count()));
    m_more->addItem(tr("until a moment…"), untilAMoment);
    m_more->setCurrentIndex(std::max(0, m_more->findData(qint64(3600))));
    m_until->setObjectName(u"silenceUntil"_s);
    m_until->setAccessibleName(tr("When it ends"));
    m_until->setCalendarPopup(true);
    m_until->setDisplayFormat(locale().dateTimeFormat(QLocale::ShortFormat));
    m_until->setDateTime(std::max(m_silence.endsAt, m_sources.river.now()).toLocalTime().addSecs(3600));
    connect(m_more, &QComboBox::currentIndexChanged, this, &SilenceEndDialog::ask);
    connect(m_until, &QDateTimeEdit::dateTimeChanged, this, &SilenceEndDialog::ask);
}

QWidget *SilenceEndDialog::createEnd()
{
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_more);
    layout->addWidget(m_until);
    layout->addStretch(1);
    line->setVisible(m_step == Step::Extend);
    return line;
}

QString SilenceEndDialog::explanation() const
{
    const QString by = tr("%1 made it: “%2”.").arg(m_silence.createdBy, m_silence.comment);
    const qint64 left = m_sources.river.now().msecsTo(m_silence.endsAt);
    if (m_step == Step::Expire) {
        const QString hidden = m_silence.alerts == 1
            ? tr("1 alert that it hides is told of again.")
            : tr("%1 alerts that it hides are told of again.").arg(Format::count(m_silence.alerts));
        return tr("%1 %2").arg(by, hidden);
    }
    return left > 0 ? tr("%1 It ends in %2.").arg(by, FreshnessText::duration(std::chrono::milliseconds(left)))
                    : tr("%1 It has ended; it begins again, under another number.").arg(by);
}

QDateTime SilenceEndDialog::end() const
{
    const qint64 more = m_more->currentData().toLongLong();
    if (more == untilAMoment)
        return m_until->dateTime().toUTC();
    return std::max(m_silence.endsAt, m_sources.river.now()).addSecs(more);
}

void SilenceEndDialog::ask()
{
    m_until->setVisible(m_more->currentData().toLongLong() == untilAMoment);
    const bool extend = m_step == Step::Extend;
    const SilenceEdit edit = extend ? SilenceEdits::extend(m_sources.river, m_sources.store, m_silence, end())
                                    : SilenceEdits::expire(m_sources.river, m_sources.store, m_silence);
    m_form->setProblem(edit.problem);
    const QString button = extend
        ? tr("Extend the silence until %1").arg(locale().toString(end().toLocalTime(), QLocale::ShortFormat))
        : tr("End the silence now");
    m_form->setChange(edit.change, edit.change ? button : QString());
}
