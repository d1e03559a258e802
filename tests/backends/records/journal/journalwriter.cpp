// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
// journalwriter FILE KEYS LANE: records changes, one after the other, until it is killed: intended, then answered. It
// says "NUMBER STAGE" on its standard output only once the journal has told that the entry is on the disk. Numbers go
// on after the last one of its lane (0 or 1) that is in the file: even ones, or odd ones.
#include "backends/core/clock.h"
#include "tests/backends/records/journal/journalfixture.h"

#include <QCoreApplication>

#include <unistd.h>

using namespace Records;

namespace {

class Writer final : public QObject
{
public:
    Writer(const JournalStore::Settings &settings, int lane, const Clock &clock)
        : m_store(settings, clock), m_user(settings.user), m_number(lane)
    {
    }

    void start()
    {
        JournalFilter last;
        last.limit = 1;
        last.user = m_user;
        m_store.page(last, this, [this](const Result<JournalPage> &page) {
            if (!page)
                return fail(page.error());
            if (!page->entries.isEmpty())
                m_number = page->entries.constFirst().ticket.mid(4).toInt();
            next();
        });
    }

private:
    JournalStore m_store;
    QString m_user;
    int m_number;

    void next()
    {
        m_number += 2;
        write(JournalStage::Intended, [this] { write(JournalStage::Answered, [this] { next(); }); });
    }

    void write(JournalStage stage, const std::function<void()> &then)
    {
        m_store.record(JournalFixture::draft(m_number, stage), this, [this, stage, then](const auto &entry) {
            if (!entry)
                return fail(entry.error());
            const QByteArray line = QByteArray::number(m_number) + ' ' + stageName(stage).toLatin1() + '\n';
            if (::write(STDOUT_FILENO, line.constData(), size_t(line.size())) != line.size())
                ::_exit(4);
            then();
        });
    }

    void fail(const Error &error)
    {
        qCritical("%s: %s", qPrintable(error.where), qPrintable(error.detail));
        QCoreApplication::exit(3);
    }
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4)
        return 2;
    const SystemClock clock;
    const QString lane = arguments.at(3);
    Writer writer({arguments.at(1), arguments.at(2), QStringLiteral("writer ") + lane}, lane.toInt(), clock);
    writer.start();
    return QCoreApplication::exec();
}
