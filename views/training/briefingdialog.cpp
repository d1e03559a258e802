// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/training/briefingdialog.h"

#include "models/training/training.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

BriefingDialog::BriefingDialog(const TrainingIncident &incident, QWidget *parent) : QDialog(parent)
{
    setObjectName(u"briefingDialog"_s);
    setWindowTitle(tr("Training: briefing"));
    setAccessibleName(tr("Briefing: %1").arg(incident.title));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(12);
    const auto add
        = [this, layout](const QString &text, const QFont &font, QPalette::ColorRole role, const char *name) {
              QLabel *label = PlainText::create(text, font, role, this);
              label->setObjectName(QString::fromLatin1(name));
              label->setWordWrap(true);
              label->setFixedWidth(560);
              layout->addWidget(label);
          };
    add(incident.title, Typography::headline(), QPalette::WindowText, "briefingTitle");
    add(incident.briefing, Typography::body(), QPalette::WindowText, "briefingText");
    const auto minutes = static_cast<int>((incident.lasts.count() + 59) / 60);
    add(tr("It happens in the sandbox alone. It ends when all is well again, and after %n minutes at the latest.",
            nullptr, minutes),
        Typography::body(), QPalette::PlaceholderText, "briefingTime");
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *begin = buttons->addButton(tr("&Begin"), QDialogButtonBox::AcceptRole);
    begin->setObjectName(u"beginIncident"_s);
    begin->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
}
