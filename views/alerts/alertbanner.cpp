// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/alerts/alertbanner.h"

#include "models/alerts/alertstore.h"
#include "models/common/format.h"
#include "views/common/plaintext.h"
#include "views/common/sign.h"
#include "views/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace {
bool isSilent(const AlertServer &server)
{
    return !server.problem.isEmpty() || server.freshness.state == Freshness::State::Stale;
}

QString silentSentence(const AlertServer &server)
{
    const QString what = server.problem.isEmpty()
        ? AlertBanner::tr("%1 has not answered for %2. See whether it runs and can be reached from here.")
              .arg(server.name, FreshnessText::duration(server.freshness.age))
        : server.problem;
    return server.answered ? AlertBanner::tr("%1 What it said last is shown as stale.").arg(what) : what;
}

QString watchdogSentence(const AlertServer &server, const QString &watchdog)
{
    if (server.kind == AlertServer::Kind::Alertmanager) {
        return AlertBanner::tr("%1 does not hear the alert %2, which always fires: alerts may not reach it, and so "
                               "nobody. See whether Prometheus runs and sends its alerts there.")
            .arg(server.name, watchdog);
    }
    return AlertBanner::tr("The alert %2, which always fires, does not fire on %1: its rules are not evaluated. See "
                           "whether its rule files are loaded.")
        .arg(server.name, watchdog);
}
} // namespace

AlertBanner::AlertBanner(const AlertStore *store, QWidget *parent)
    : QFrame(parent), m_store(store), m_sign(new SignWidget({::Shape::RingedDiamond, Token::Paging}, 20, this)),
      m_title(PlainText::create({}, Typography::headline(), QPalette::Text, this)),
      m_text(PlainText::create({}, Typography::body(), QPalette::Text, this))
{
    setObjectName(u"alertBanner"_s);
    m_title->setObjectName(u"alertBannerTitle"_s);
    m_title->setWordWrap(true);
    m_text->setObjectName(u"alertBannerText"_s);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto words = std::make_unique<QVBoxLayout>();
    words->setSpacing(4);
    words->addWidget(m_title);
    words->addWidget(m_text);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(12);
    layout->addWidget(m_sign, 0, Qt::AlignTop);
    layout->addLayout(words.release(), 1);
    connect(store, &AlertStore::changed, this, &AlertBanner::refresh);
    connect(store, &AlertStore::silenceOfServersChanged, this, &AlertBanner::refresh);
    hide();
    refresh();
}

QStringList AlertBanner::sentences(const AlertStore &store)
{
    QStringList dead;
    QStringList unheard;
    const QList<AlertServer> servers = store.servers();
    for (const AlertServer &server : servers) {
        if (isSilent(server))
            dead.append(silentSentence(server));
        else if (server.watchdogMissing)
            unheard.append(watchdogSentence(server, store.watchdog()));
    }
    QStringList lines = dead + unheard;
    if (lines.isEmpty())
        return {};
    const qsizetype more = lines.size() - mostServers;
    if (more > 0) {
        lines = lines.first(mostServers);
        lines.append(
            more == 1 ? tr("1 more server is silent.") : tr("%1 more servers are silent.").arg(Format::count(more)));
    }
    const bool all = dead.size() == servers.size();
    lines.prepend(all        ? tr("No server says what fires: nobody may be told of anything")
            : dead.isEmpty() ? tr("Alerts may not arrive: the alert that always fires is missing")
                             : tr("Not every server says what fires: alerts may be missing here"));
    return lines;
}

void AlertBanner::refresh()
{
    const QStringList lines = sentences(*m_store);
    if (lines == m_shown)
        return; // a chosen text is not lost to a refresh without news
    m_shown = lines;
    setVisible(!lines.isEmpty());
    m_title->setText(lines.value(0));
    m_text->setText(lines.mid(1).join(u'\n'));
    setAccessibleName(lines.value(0));
    setAccessibleDescription(m_text->text());
    Q_EMIT said(lines);
}
