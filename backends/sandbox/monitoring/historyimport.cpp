// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/monitoring/historyimport.h"

#include "backends/sandbox/monitoring/retire.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtConcurrent>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace Sandbox {

namespace {

//! Empty when it went well.
QString writeFile(const HistoryImport::Source &source, const QString &path, const QDateTime &from, const QDateTime &to)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return file.fileName() + QStringLiteral(": ") + file.errorString();
    source(file, from, to);
    file.write("# EOF\n");
    return file.flush() ? QString() : file.fileName() + QStringLiteral(": ") + file.errorString();
}

} // namespace

HistoryImport::HistoryImport(Settings settings, const Clock &clock, QObject *parent)
    : QObject(parent), m_settings(std::move(settings)), m_clock(clock)
{
    connect(&m_writing, &QFutureWatcher<QString>::finished, this, &HistoryImport::written);
}

HistoryImport::~HistoryImport()
{
    m_writing.disconnect(this);
    retire(std::move(m_promtool));
}

QString HistoryImport::cached(const Day &day) const
{
    return m_settings.cacheFolder + u'/' + m_settings.key + u'/' + day.from.toString(QStringLiteral("yyyy-MM-dd"));
}

QString HistoryImport::scratch() const
{
    return m_settings.storage + QStringLiteral(".making");
}

void HistoryImport::start()
{
    QDateTime now = m_clock.now();
    now.setTime(QTime(now.time().hour(), now.time().minute()));
    QDateTime midnight(now.date(), QTime(0, 0), Qt::UTC);
    if (midnight < now)
        m_days.push_back({midnight, now, false});
    for (int day = 0; day < m_settings.days; ++day) {
        m_days.push_back({midnight.addDays(-1), midnight, true});
        midnight = midnight.addDays(-1);
    }
    std::ranges::reverse(m_days);
    m_total = static_cast<int>(m_days.size());
    forgetOthers();
    if (QDir().mkpath(m_settings.storage))
        showCached();
    else
        fail(m_settings.storage + QStringLiteral(": cannot be made"));
}

//! The cache is for one past; those of other seeds, and days that no chart reaches any more, go.
void HistoryImport::forgetOthers() const
{
    const QDir cache(m_settings.cacheFolder);
    for (const QString &key : cache.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (key != m_settings.key)
            QDir(cache.filePath(key)).removeRecursively();
    }
    const QDir ours(cache.filePath(m_settings.key));
    const QString oldest = m_days.front().from.toString(QStringLiteral("yyyy-MM-dd"));
    for (const QString &day : ours.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (day < oldest)
            QDir(ours.filePath(day)).removeRecursively();
    }
}

void HistoryImport::showCached()
{
    QString problem;
    std::erase_if(m_days, [this, &problem](const Day &day) {
        if (!problem.isEmpty() || !day.whole || !QDir(cached(day)).exists())
            return false;
        problem = show(cached(day));
        return problem.isEmpty();
    });
    if (problem.isEmpty())
        next();
    else
        fail(problem);
}

void HistoryImport::next()
{
    Q_EMIT progressed(m_total - static_cast<int>(m_days.size()), m_total);
    if (!m_recent && (m_days.empty() || m_days.back().whole)) {
        m_recent = true;
        Q_EMIT recentReady();
    }
    if (m_days.empty())
        Q_EMIT finished();
    else
        writeText();
}

void HistoryImport::writeText()
{
    QDir(scratch()).removeRecursively();
    if (!QDir().mkpath(scratch() + QStringLiteral("/blocks"))) {
        fail(scratch() + QStringLiteral(": cannot be made"));
        return;
    }
    const Day &day = m_days.back();
    const QString text = scratch() + QStringLiteral("/text"); // a builder would keep references for the other thread
    m_writing.setFuture(QtConcurrent::run(writeFile, m_settings.source, text, day.from, day.to));
}

void HistoryImport::written()
{
    if (const QString problem = m_writing.result(); !problem.isEmpty())
        fail(problem);
    else
        makeBlocks();
}

void HistoryImport::makeBlocks()
{
    m_promtool = std::make_unique<QProcess>();
    bindToUs(*m_promtool, true);
    m_promtool->setStandardOutputFile(QProcess::nullDevice());
    connect(m_promtool.get(), &QProcess::finished, this, [this](int status) { made(status); });
    connect(m_promtool.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(m_promtool->errorString());
    });
    m_promtool->start(m_settings.promtool,
        {QStringLiteral("tsdb"), QStringLiteral("create-blocks-from"), QStringLiteral("openmetrics"),
            QStringLiteral("--quiet"), scratch() + QStringLiteral("/text"), scratch() + QStringLiteral("/blocks")});
}

void HistoryImport::made(int status)
{
    const QString errors = QString::fromUtf8(m_promtool->readAllStandardError().right(400));
    retire(std::move(m_promtool));
    if (status != 0) {
        fail(QStringLiteral("promtool ended with status %1: %2").arg(status).arg(errors));
        return;
    }
    keepAndShow();
}

void HistoryImport::keepAndShow()
{
    QString blocks = scratch() + QStringLiteral("/blocks");
    if (const Day &day = m_days.back(); day.whole) {
        const QString kept = cached(day);
        // In one step, so that a day in the cache is always a whole one.
        if (QDir().mkpath(QFileInfo(kept).path()) && QFile::rename(blocks, kept))
            blocks = kept;
    }
    if (const QString problem = show(blocks); !problem.isEmpty()) {
        fail(problem);
        return;
    }
    QDir(scratch()).removeRecursively();
    m_days.pop_back();
    next();
}

//! Links the blocks into the storage: Prometheus removes the links when it merges blocks, and the cache keeps its own.
//! Says what went wrong.
QString HistoryImport::show(const QString &folder) const
{
    namespace fs = std::filesystem;
    const QDir blocks(folder);
    for (const QString &block : blocks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString target = m_settings.storage + u'/' + block;
        const QString making = target + QStringLiteral(".tmp-for-creation"); // a name that Prometheus passes over
        std::error_code problem;
        fs::copy(blocks.filePath(block).toStdString(), making.toStdString(),
            fs::copy_options::recursive | fs::copy_options::create_hard_links, problem);
        if (!problem)
            fs::rename(making.toStdString(), target.toStdString(), problem);
        if (problem)
            return target + QStringLiteral(": ") + QString::fromStdString(problem.message());
    }
    return {};
}

void HistoryImport::fail(const QString &why)
{
    retire(std::move(m_promtool));
    m_days.clear();
    Q_EMIT failed(why);
    if (!std::exchange(m_recent, true))
        Q_EMIT recentReady();
}

} // namespace Sandbox
