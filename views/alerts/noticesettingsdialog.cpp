// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/alerts/noticesettingsdialog.h"

#include "views/common/plaintext.h"
#include "views/common/theme.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimeEdit>

#include <memory>

using namespace Qt::StringLiterals;

namespace {
constexpr int daysOfAWeek = 7;
}

NoticeSettingsDialog::NoticeSettingsDialog(const NoticeSettings &settings, const QString &problem, QWidget *parent)
    : QDialog(parent),
      m_on(createCheck(tr("&Tell me on the desktop when an alert begins"), u"noticesOn"_s, settings.on)),
      m_least(new QComboBox(this)), m_sound(createCheck(tr("With a &sound"), u"noticeSound"_s, settings.sound)),
      m_quiet(createCheck(tr("&Quiet hours"), u"quietOn"_s, settings.quiet.on)), m_quietBox(nullptr), m_from(nullptr),
      m_to(nullptr), m_days(new QButtonGroup(this)), m_breaks(nullptr),
      m_sentence(PlainText::create({}, Typography::secondary(), QPalette::PlaceholderText, this))
{
    setObjectName(u"noticeSettingsDialog"_s);
    setWindowTitle(tr("Notices on the desktop"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(12);
    QLabel *missing = PlainText::create(problem, Typography::body(), QPalette::WindowText, this);
    missing->setObjectName(u"noticeProblem"_s);
    missing->setWordWrap(true);
    missing->setVisible(!problem.isEmpty());
    layout->addWidget(missing);
    layout->addWidget(m_on);
    setUpLeast(settings.least);
    layout->addWidget(m_least, 0, Qt::AlignLeft);
    layout->addWidget(m_sound);
    layout->addSpacing(8);
    layout->addWidget(m_quiet);
    m_quietBox = createQuiet(settings.quiet);
    layout->addWidget(m_quietBox);
    m_sentence->setObjectName(u"noticeSentence"_s);
    m_sentence->setWordWrap(true);
    layout->addWidget(m_sentence);
    layout->addStretch(1);
    layout->addWidget(createButtons());
    resize(520, sizeHint().height());
    for (QCheckBox *box : {m_on, m_sound, m_quiet, m_breaks})
        connect(box, &QCheckBox::toggled, this, &NoticeSettingsDialog::refresh);
    for (QTimeEdit *edit : {m_from, m_to})
        connect(edit, &QTimeEdit::timeChanged, this, &NoticeSettingsDialog::refresh);
    connect(m_days, &QButtonGroup::idToggled, this, &NoticeSettingsDialog::refresh);
    refresh();
}

QCheckBox *NoticeSettingsDialog::createCheck(const QString &text, const QString &name, bool on)
{
    auto *box = new QCheckBox(text, this);
    box->setObjectName(name);
    box->setAccessibleName(QString(text).remove(u'&'));
    box->setChecked(on);
    return box;
}

QTimeEdit *NoticeSettingsDialog::createTime(const QString &name, const QString &title, QTime time)
{
    auto *edit = new QTimeEdit(time, this);
    edit->setObjectName(name);
    edit->setAccessibleName(title);
    edit->setDisplayFormat(locale().timeFormat(QLocale::ShortFormat));
    return edit;
}

void NoticeSettingsDialog::setUpLeast(NoticeLevel least)
{
    m_least->setObjectName(u"noticeLeast"_s);
    m_least->setAccessibleName(tr("Which alerts"));
    m_least->addItem(tr("only critical ones and pages"), int(NoticeLevel::Critical));
    m_least->addItem(tr("warnings, too"), int(NoticeLevel::Warning));
    m_least->addItem(tr("all of them"), int(NoticeLevel::Info));
    m_least->setCurrentIndex(m_least->findData(int(least)));
}

QWidget *NoticeSettingsDialog::createDays(const QList<int> &days)
{
    auto *box = new QWidget(this);
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_days->setExclusive(false);
    for (int day = 1; day <= daysOfAWeek; ++day) {
        auto *check = new QCheckBox(locale().dayName(day, QLocale::ShortFormat), box);
        check->setObjectName(u"quietDay-"_s + QString::number(day));
        check->setAccessibleName(tr("Quiet hours that begin on %1").arg(locale().dayName(day)));
        check->setChecked(days.contains(day));
        m_days->addButton(check, day);
        layout->addWidget(check);
    }
    layout->addStretch(1);
    return box;
}

QWidget *NoticeSettingsDialog::createQuiet(const QuietHours &hours)
{
    auto *box = new QWidget(this);
    m_from = createTime(u"quietFrom"_s, tr("Quiet from"), hours.from);
    m_to = createTime(u"quietTo"_s, tr("Quiet until"), hours.to);
    m_breaks = createCheck(tr("What is &critical is told all the same"), u"quietBreaks"_s, hours.criticalBreaksThrough);
    auto times = std::make_unique<QHBoxLayout>();
    times->setSpacing(8);
    times->addWidget(PlainText::create(tr("from"), Typography::body(), QPalette::WindowText, box));
    times->addWidget(m_from);
    times->addWidget(PlainText::create(tr("until"), Typography::body(), QPalette::WindowText, box));
    times->addWidget(m_to);
    times->addStretch(1);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(24, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(times.release());
    layout->addWidget(createDays(hours.days));
    layout->addWidget(m_breaks);
    return box;
}

QWidget *NoticeSettingsDialog::createButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    QPushButton *keep = buttons->button(QDialogButtonBox::Ok);
    keep->setObjectName(u"keepNotices"_s);
    keep->setText(tr("&Keep"));
    keep->setAccessibleName(tr("Keep"));
    QPushButton *cancel = buttons->button(QDialogButtonBox::Cancel);
    cancel->setObjectName(u"cancelNotices"_s);
    cancel->setAccessibleName(tr("Cancel"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(settings());
        accept();
    });
    return buttons;
}

NoticeSettings NoticeSettingsDialog::settings() const
{
    NoticeSettings result;
    result.on = m_on->isChecked();
    result.least = NoticeLevel(m_least->currentData().toInt());
    result.sound = m_sound->isChecked();
    result.quiet.on = m_quiet->isChecked();
    result.quiet.from = m_from->time();
    result.quiet.to = m_to->time();
    result.quiet.criticalBreaksThrough = m_breaks->isChecked();
    result.quiet.days.clear();
    for (int day = 1; day <= daysOfAWeek; ++day) {
        if (m_days->button(day)->isChecked())
            result.quiet.days.append(day);
    }
    return result;
}

void NoticeSettingsDialog::refresh()
{
    const NoticeSettings now = settings();
    m_least->setEnabled(now.on);
    m_sound->setEnabled(now.on);
    m_quiet->setEnabled(now.on);
    m_quietBox->setEnabled(now.on && now.quiet.on);
    QString sentence = tr("Each alert is told once; many at once are one notice.");
    if (!now.on)
        sentence = tr("Nothing is told on the desktop. The panel still counts what needs a person.");
    else if (now.quiet.on && now.quiet.days.isEmpty())
        sentence = tr("Choose the days on which the quiet hours begin; without one there are none.");
    else if (now.quiet.on && now.quiet.from == now.quiet.to)
        sentence = tr("The chosen days are quiet as a whole. What begins then and goes on is told afterwards.");
    else if (now.quiet.on && now.quiet.from > now.quiet.to)
        sentence = tr("They end on the next day. What begins in them and goes on is told afterwards.");
    else if (now.quiet.on)
        sentence = tr("What begins in them and goes on is told afterwards.");
    m_sentence->setText(sentence);
}
