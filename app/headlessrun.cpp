// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headlessrun.h"

#include "app/console.h"
#include "models/common/tablefilter.h"
#include "models/common/tableviewmodel.h"
#include "models/fleet/panelstate.h"
#include "models/tenants/tenanttablemodel.h"
#include "views/window/mainwindow.h"

#include <QFile>
#include <QPixmap>

#include <cstdio>

namespace {

void say(const QString &text)
{
    std::fputs(text.toLocal8Bit().constData(), stderr);
    std::fputc('\n', stderr);
}

} // namespace

HeadlessRun::HeadlessRun(const CommandLine &commandLine, Console &console, MainWindow *window, QObject *parent)
    : QObject(parent), m_commandLine(commandLine), m_console(console), m_window(window)
{
    m_patience.setSingleShot(true);
    m_deadline.setSingleShot(true);
    if (!m_window) // which sees to that by itself
        m_console.setVisiblePanel(m_commandLine.panel.isEmpty() ? QStringLiteral("tenants") : m_commandLine.panel);
    connect(&m_console, &Console::changed, this, &HeadlessRun::look);
    connect(&m_console.monitoring(), &Monitoring::changed, this, &HeadlessRun::look);
    connect(&m_patience, &QTimer::timeout, this, &HeadlessRun::look);
    connect(&m_deadline, &QTimer::timeout, this, [this] { finish(false); });
}

void HeadlessRun::start()
{
    const TableModel &table = *m_console.panelTable(m_commandLine.panel).model;
    const QString mistake = TableFilter::parse(m_commandLine.filter, table).problem();
    if (!mistake.isEmpty()) {
        say(mistake);
        m_over = true;
        Q_EMIT finished(Misused);
        return;
    }
    m_patience.start(patience);
    m_deadline.start(m_commandLine.deadline);
    look();
}

void HeadlessRun::look()
{
    // What endpoints report comes a moment after their first answers.
    const bool reported = m_commandLine.panel != QLatin1String("connections") || m_console.connections().allHeard();
    const bool answered = m_console.monitoring().settled(m_commandLine.panel);
    if (!m_over && reported && answered && m_console.settled(m_patience.isActive()))
        finish(true);
}

void HeadlessRun::finish(bool inTime)
{
    if (m_over)
        return;
    m_over = true;
    m_deadline.stop();
    m_patience.stop();
    report(inTime);
    int status = anythingRead() ? Done : NothingRead;
    if (status == Done && m_commandLine.exportFormat && !writeExport())
        status = NotWritten;
    if (!m_commandLine.screenshot.isEmpty())
        takePicture(status);
    else
        Q_EMIT finished(status);
}

bool HeadlessRun::anythingRead() const
{
    if (const auto answered = m_console.monitoring().answered(m_commandLine.panel))
        return *answered;
    const auto &clusters = m_console.clusters().items();
    return std::any_of(clusters.begin(), clusters.end(), [](const ClusterItem &item) {
        return item.state == ClusterItem::State::Connected || item.state == ClusterItem::State::Limited
            || item.freshness.state != Freshness::State::Unknown;
    });
}

void HeadlessRun::report(bool inTime) const
{
    if (!m_console.setupProblem().isEmpty())
        say(m_console.setupProblem().paragraph());
    for (const ClusterItem &item : m_console.clusters().items()) {
        if (!item.problem.isEmpty())
            say(item.problem.text());
        else if (!inTime && (item.state == ClusterItem::State::Connecting || item.state == ClusterItem::State::Idle))
            say(tr("%1 has not answered completely within %n s. Give it longer with --deadline.", nullptr,
                static_cast<int>(m_commandLine.deadline.count()))
                    .arg(item.name));
        for (const QString &note : item.notes)
            say(note);
        if (!item.metricsProblem.isEmpty())
            say(item.metricsProblem.paragraph());
        else if (!inTime && item.hasMetrics && item.metricsFreshness.state == Freshness::State::Unknown)
            say(tr("The Prometheus of %1 has not answered within %n s: what is really used is unknown.", nullptr,
                static_cast<int>(m_commandLine.deadline.count()))
                    .arg(item.name));
    }
    for (const QString &sentence : m_console.monitoring().problems(m_commandLine.panel))
        say(sentence);
    for (const QString &sentence : m_console.unusedOptions())
        say(sentence);
}

bool HeadlessRun::writeExport() const
{
    const Console::PanelTable table = m_console.panelTable(m_commandLine.panel);
    TableViewModel view(table.model);
    view.setFilterText(m_commandLine.filter);
    view.sort(table.model->columnOf(table.sortColumn), Qt::DescendingOrder);
    const QByteArray bytes = TableExport::bytes(view, *m_commandLine.exportFormat);
    if (m_commandLine.output.isEmpty()) {
        QFile standardOutput;
        if (standardOutput.open(stdout, QIODevice::WriteOnly) && standardOutput.write(bytes) == bytes.size()
            && standardOutput.flush())
            return true;
        say(tr("The export could not be written to standard output."));
        return false;
    }
    const QString problem = TableExport::save(m_commandLine.output, bytes);
    if (problem.isEmpty())
        return true;
    say(tr("%1 cannot be written: %2. Choose another file with --output.").arg(m_commandLine.output, problem));
    return false;
}

void HeadlessRun::takePicture(int exitStatus)
{
    QTimer::singleShot(exposure, this, [this, exitStatus] {
        if (m_window->grab().save(m_commandLine.screenshot, "PNG")) {
            Q_EMIT finished(exitStatus);
            return;
        }
        say(tr("The picture cannot be written to %1. Choose another file with --screenshot.")
                .arg(m_commandLine.screenshot));
        Q_EMIT finished(NotWritten);
    });
}
