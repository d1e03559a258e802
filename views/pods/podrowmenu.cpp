// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pods/podrowmenu.h"

#include "models/common/tableviewmodel.h"
#include "models/pods/pod.h"
#include "views/common/filterbar.h"
#include "views/common/plaintext.h"
#include "views/common/tableview.h"

#include <QApplication>
#include <QClipboard>

using namespace Qt::StringLiterals;

PodRowMenu::PodRowMenu(const Pod &pod, const QString &context, TableView *table, FilterBar *filter, QWidget *parent)
    : QMenu(parent), m_table(table), m_filter(filter)
{
    setObjectName(u"podRowMenu"_s);
    setAccessibleName(tr("Actions for pod %1").arg(pod.name));
    setAttribute(Qt::WA_DeleteOnClose);
    setToolTipsVisible(true);
    QAction *open = addEntry(tr("&Open details"), u"openDetails"_s);
    connect(open, &QAction::triggered, this, &PodRowMenu::openRequested);
    setDefaultAction(open);
    QAction *tenant = addEntry(tr("Show the &tenant"), u"showTenant"_s);
    connect(tenant, &QAction::triggered, this, &PodRowMenu::tenantRequested);
    tenant->setEnabled(pod.tenant && !pod.tenant->isEmpty());
    if (!tenant->isEnabled())
        tenant->setToolTip(tr("The pod's namespace carries no tenant label, as far as is known."));
    addSeparator();
    addCopies(pod, context);
    addSeparator();
    addFilters(pod);
    addSeparator();
    addSorting();
}

QAction *PodRowMenu::addEntry(const QString &text, const QString &name)
{
    QAction *action = addAction(text);
    action->setObjectName(name);
    return action;
}

void PodRowMenu::addCopies(const Pod &pod, const QString &context)
{
    const auto add = [this](const QString &title, const QString &name, const QString &text) {
        QAction *action = addEntry(title, name);
        connect(action, &QAction::triggered, this, [text] { QApplication::clipboard()->setText(text); });
        return action;
    };
    add(tr("Copy the &name"), u"copyName"_s, pod.name);
    add(tr("Copy the ce&ll"), u"copyCell"_s, m_table->currentIndex().data().toString());
    QAction *command = add(tr("Copy the &kubectl command"), u"copyKubectl"_s, PodText::kubectlDescribe(pod, context));
    command->setEnabled(!pod.preview);
    command->setToolTip(pod.preview ? tr("The namespace of the pod is not known yet.") : QString());
    addAction(m_table->copyAction());
    addAction(m_table->copyWithHeadersAction());
}

void PodRowMenu::addFilters(const Pod &pod)
{
    const auto add = [this](const QString &title, const QString &column, const QString &value) {
        const QString shown = PlainText::label(value);
        QAction *action = addEntry(value.isEmpty() ? tr("Only this %1 (it has none)").arg(title)
                                                   : tr("Only %1 %2", "what and which").arg(title, shown),
            u"only-"_s + column);
        action->setEnabled(!value.isEmpty());
        connect(action, &QAction::triggered, m_filter,
            [filter = m_filter, column, value] { filter->addTerm(column, value); });
    };
    add(tr("tenant"), u"tenant"_s, pod.tenant.value_or(QString()));
    add(tr("namespace"), u"namespace"_s, pod.namespaceName);
    add(tr("cluster"), u"cluster"_s, pod.cluster);
    add(tr("node"), u"node"_s, pod.node);
    add(tr("workload"), u"workload"_s, pod.workload);
    addCellFilter();
}

//! For what has no entry of its own: the value under the cursor.
void PodRowMenu::addCellFilter()
{
    const QModelIndex cell = m_table->currentIndex();
    const QStringList ids{u"state"_s, u"phase"_s, u"reason"_s, u"image_tag"_s, u"restarts"_s};
    if (!cell.isValid())
        return;
    const QString id = QLatin1String(m_table->rows()->table()->columns()[size_t(cell.column())].id);
    const QVariant typed = cell.data(TableModel::ValueRole);
    const QString value = typed.canConvert<Condition>() ? typed.value<Condition>().id : typed.toString();
    if (!ids.contains(id) || value.isEmpty())
        return;
    QAction *action
        = addEntry(tr("Only %1 %2", "what and which")
                       .arg(m_table->rows()->table()->title(cell.column()), PlainText::label(cell.data().toString())),
            u"onlyCell"_s);
    connect(action, &QAction::triggered, m_filter, [filter = m_filter, id, value] { filter->addTerm(id, value); });
}

void PodRowMenu::addSorting()
{
    const int column = m_table->currentIndex().column();
    if (column < 0)
        return;
    const TableModel &model = *m_table->rows()->table();
    const ColumnInfo &info = model.columns()[static_cast<size_t>(column)];
    QAction *action = addEntry(tr("&Sort by %1").arg(PlainText::label(model.title(column))), u"sortByColumn"_s);
    connect(action, &QAction::triggered, m_table,
        [table = m_table, id = QString::fromLatin1(info.id), order = info.firstOrder] { table->sortBy(id, order); });
}
