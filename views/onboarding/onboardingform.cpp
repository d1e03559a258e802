// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/onboarding/onboardingform.h"

#include "models/onboarding/tenanttemplate.h"
#include "views/changes/clusterchoice.h"
#include "views/common/theme.h"

#include <QLabel>

using namespace Qt::StringLiterals;

using Field = TenantForm::Field;

OnboardingForm::OnboardingForm(
    const ClusterListModel &clusters, const ChangeRiver &river, const TenantTemplates &templates, QWidget *parent)
    : QWidget(parent), m_templates(templates), m_rows(this),
      m_cluster(
          m_rows.add(Field::Cluster, tr("Cl&uster"), new ClusterChoice(clusters, river, this), u"onboardCluster"_s)),
      m_name(m_rows.addLine(Field::Name, tr("&Name"), u"onboardName"_s, tr("team-blue"))),
      m_tier(m_rows.addChoice(Field::Tier, tr("&Tier"), u"onboardTier"_s)),
      m_tierMeaning(addMeaning(u"onboardTierMeaning"_s)),
      m_isolation(m_rows.addChoice(Field::Isolation, tr("&Isolation"), u"onboardIsolation"_s)),
      m_isolationMeaning(addMeaning(u"onboardIsolationMeaning"_s)),
      m_owner(m_rows.addLine(Field::Owner, tr("&Owner"), u"onboardOwner"_s, tr("as the cluster knows the name"))),
      m_ownerKind(addOwnerKind()),
      m_costCentre(m_rows.addLine(Field::CostCentre, tr("&Cost centre"), u"onboardCostCentre"_s, tr("cc-100"))),
      m_compliance(m_rows.addLine(Field::Compliance, tr("Co&mpliance"), u"onboardCompliance"_s, tr("gdpr, iso-27001"))),
      m_workloads(m_rows.addLine(Field::Workloads, tr("Concurrent &workloads"), u"onboardWorkloads"_s, {})),
      m_cpu(m_rows.addLine(Field::Cpu, tr("Co&res"), u"onboardCpu"_s, {})),
      m_memory(m_rows.addLine(Field::Memory, tr("Memor&y"), u"onboardMemory"_s, {})),
      m_storage(m_rows.addLine(Field::Storage, tr("&Storage"), u"onboardStorage"_s, {})),
      m_requests(m_rows.addLine(Field::RequestsPerMinute, tr("Re&quests a minute"), u"onboardRequests"_s, {})),
      m_seconds(m_rows.addLine(Field::ExecutionSeconds, tr("E&xecution time in seconds"), u"onboardSeconds"_s, {}))
{
    setObjectName(u"onboardingForm"_s);
    setAccessibleName(tr("New tenant"));
    for (const TenantTemplate &tier : templates.all())
        m_tier->addItem(tier.title(), tier.tier());
    for (const TenantIsolation isolation : TenantText::isolations())
        m_isolation->addItem(TenantText::name(isolation), static_cast<int>(isolation));
    adoptTier();
    connect(m_cluster, &ClusterChoice::clusterChanged, this, &OnboardingForm::edited);
    connect(m_tier, &QComboBox::currentIndexChanged, this, &OnboardingForm::adoptTier);
    connect(m_isolation, &QComboBox::currentIndexChanged, this, &OnboardingForm::showMeanings);
    for (QComboBox *choice : {m_isolation, m_ownerKind})
        connect(choice, &QComboBox::currentIndexChanged, this, &OnboardingForm::edited);
    for (QLineEdit *line : findChildren<QLineEdit *>())
        connect(line, &QLineEdit::textEdited, this, &OnboardingForm::edited);
}

QComboBox *OnboardingForm::addOwnerKind()
{
    auto *choice = m_rows.addBelow(new QComboBox(this), u"onboardOwnerKind"_s);
    choice->setAccessibleName(tr("What the owner is"));
    choice->addItems({tr("is a user"), tr("is a group")});
    return choice;
}

QLabel *OnboardingForm::addMeaning(const QString &name)
{
    QLabel *label = PlainText::create({}, Typography::secondary(), QPalette::PlaceholderText, this);
    label->setWordWrap(true);
    return m_rows.addBelow(label, name);
}

void OnboardingForm::adoptTier()
{
    if (const TenantTemplate *tier = m_templates.find(m_tier->currentData().toString())) {
        const TenantAllowance gets = tier->allowance();
        m_workloads->setText(gets.workloads);
        m_cpu->setText(gets.cpu);
        m_memory->setText(gets.memory);
        m_storage->setText(gets.storage);
        m_requests->setText(gets.requestsPerMinute);
        m_seconds->setText(gets.executionSeconds);
        const QSignalBlocker quiet(m_isolation);
        m_isolation->setCurrentIndex(m_isolation->findData(static_cast<int>(tier->isolation())));
    }
    showMeanings();
    Q_EMIT edited();
}

void OnboardingForm::showMeanings()
{
    const TenantTemplate *tier = m_templates.find(m_tier->currentData().toString());
    const QString problems = m_templates.problems().join(u'\n');
    const QString description = tier ? tier->description() : tr("There is no template to make a tenant by.");
    m_tierMeaning->setText(problems.isEmpty() ? description : QString(description + u'\n' + problems));
    m_isolationMeaning->setText(TenantText::meaning(form().isolation));
}

TenantForm OnboardingForm::form() const
{
    TenantForm form;
    form.clusterId = m_cluster->cluster();
    form.name = m_name->text().trimmed();
    form.tier = m_tier->currentData().toString();
    form.isolation = static_cast<TenantIsolation>(m_isolation->currentData().toInt());
    form.owner = m_owner->text().trimmed();
    form.ownerIsGroup = m_ownerKind->currentIndex() == 1;
    form.costCentre = m_costCentre->text().trimmed();
    form.compliance = TenantText::frameworks(m_compliance->text());
    form.allowance = {m_workloads->text().trimmed(), m_cpu->text().trimmed(), m_memory->text().trimmed(),
        m_storage->text().trimmed(), m_requests->text().trimmed(), m_seconds->text().trimmed()};
    return form;
}

void OnboardingForm::setMistakes(const QList<TenantForm::Mistake> &mistakes)
{
    m_rows.setMistakes(mistakes);
}
