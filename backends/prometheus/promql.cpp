// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/prometheus/promql.h"

#include "backends/prometheus/promqlcursor.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace Prometheus::PromQl {

namespace {

//! A closed set of words, which Prometheus reads in upper and lower case.
template <size_t N>
bool among(const std::array<QLatin1String, N> &words, const QString &word)
{
    return std::ranges::any_of(
        words, [&word](QLatin1String one) { return word.compare(one, Qt::CaseInsensitive) == 0; });
}

constexpr std::array reducing{QLatin1String("sum"), QLatin1String("avg"), QLatin1String("count"), QLatin1String("min"),
    QLatin1String("max"), QLatin1String("group"), QLatin1String("stddev"), QLatin1String("stdvar"),
    QLatin1String("quantile"), QLatin1String("count_values")};
//! Those keep the series that they choose.
constexpr std::array choosing{
    QLatin1String("topk"), QLatin1String("bottomk"), QLatin1String("limitk"), QLatin1String("limit_ratio")};
constexpr std::array clauses{QLatin1String("by"), QLatin1String("without")};
constexpr std::array operators{
    QLatin1String("and"), QLatin1String("or"), QLatin1String("unless"), QLatin1String("atan2")};
constexpr std::array matching{QLatin1String("on"), QLatin1String("ignoring")};
constexpr std::array joining{QLatin1String("group_left"), QLatin1String("group_right")};
constexpr std::array numbers{QLatin1String("inf"), QLatin1String("nan")};
constexpr std::array others{QLatin1String("bool"), QLatin1String("offset")};

bool isKeyword(const QString &word)
{
    return among(clauses, word) || among(operators, word) || among(matching, word) || among(joining, word)
        || among(others, word);
}

//! Goes through a query once, from left to right.
class Reading : private PromQlCursor
{
public:
    explicit Reading(const QString &text) : PromQlCursor(text) { }

    //! False where it is not understood; then at() is the place.
    [[nodiscard]] bool all();
    [[nodiscard]] qsizetype at() const { return m_at; }
    [[nodiscard]] QList<Selector> &found() { return m_found; }

private:
    struct Bracket
    {
        enum class Kind { Plain, Call, Aggregation } kind = Kind::Plain;
        bool reduces = false;
        bool clause = false; //!< which labels it keeps has been said
        std::optional<QStringList> keeps;
        qsizetype first = 0; //!< of the selectors within
    };

    bool m_operand = true; //!< one is to come; else what follows one
    bool m_opened = false; //!< nothing stands between the bracket and here
    std::vector<Bracket> m_brackets;
    std::optional<Bracket> m_closed; //!< an aggregation that has just ended
    QList<Selector> m_found;

    [[nodiscard]] bool operand();
    [[nodiscard]] bool named();
    [[nodiscard]] bool aggregation(const QString &name);
    [[nodiscard]] bool selector(const QString &metric, qsizetype begin);
    [[nodiscard]] bool matchers(Selector &selector);
    [[nodiscard]] bool matcher(Selector &selector);
    [[nodiscard]] bool behind();
    [[nodiscard]] bool spelt();
    [[nodiscard]] bool symbol();
    [[nodiscard]] bool modifiers();
    [[nodiscard]] bool range();
    [[nodiscard]] bool moment();
    [[nodiscard]] bool open(const Bracket &bracket);
    [[nodiscard]] bool close();
    void keep(const Bracket &bracket);
};

bool Reading::open(const Bracket &bracket)
{
    blanks();
    if (!take(QLatin1String("(")) || static_cast<qsizetype>(m_brackets.size()) >= deepest)
        return false;
    m_brackets.push_back(bracket);
    m_operand = m_opened = true;
    return true;
}

void Reading::keep(const Bracket &bracket)
{
    if (!bracket.reduces)
        return;
    for (qsizetype i = bracket.first; i < m_found.size(); ++i)
        m_found[i].grouping = bracket.keeps;
}

bool Reading::close()
{
    if (m_brackets.empty())
        return false;
    const Bracket bracket = m_brackets.back();
    m_brackets.pop_back();
    m_operand = false;
    keep(bracket);
    if (bracket.kind == Bracket::Kind::Aggregation && !bracket.clause)
        m_closed = bracket;
    return true;
}

//! sum(…), sum by (…) (…), and a metric that is called so.
bool Reading::aggregation(const QString &name)
{
    const qsizetype begin = m_at - name.size();
    Bracket bracket{Bracket::Kind::Aggregation, among(reducing, name), false, QStringList(), m_found.size()};
    const QString clause = nextWord();
    if (among(clauses, clause)) {
        blanks();
        (void)word();
        QStringList names;
        if (!labels(names))
            return false;
        bracket.clause = true;
        bracket.keeps.reset();
        if (clause.compare(clauses[0], Qt::CaseInsensitive) == 0)
            bracket.keeps = names;
        return open(bracket);
    }
    const qsizetype back = m_at;
    blanks();
    const bool call = peek() == u'(';
    m_at = back;
    return call ? open(bracket) : selector(name, begin);
}

bool Reading::named()
{
    const qsizetype begin = m_at;
    const QString name = word();
    if (among(numbers, name)) {
        m_operand = false;
        return true;
    }
    if (among(reducing, name) || among(choosing, name))
        return aggregation(name);
    const qsizetype back = m_at;
    blanks();
    if (peek() == u'(')
        return !isKeyword(name) && open({Bracket::Kind::Call, false, false, {}, m_found.size()});
    m_at = back;
    return !isKeyword(name) && selector(name, begin);
}

bool Reading::selector(const QString &metric, qsizetype begin)
{
    Selector made;
    made.metric = metric;
    made.begin = begin;
    made.place = made.end = m_at;
    made.before = QStringLiteral("{");
    made.after = QStringLiteral("}");
    const qsizetype back = m_at;
    blanks();
    if (peek() == u'{') {
        ++m_at;
        if (!matchers(made))
            return false;
        made.end = m_at;
    } else if (metric.isEmpty()) {
        return false;
    } else {
        m_at = back;
    }
    m_operand = false;
    m_found.append(made);
    return m_found.size() <= mostSelectors;
}

bool Reading::matchers(Selector &selector)
{
    selector.before.clear();
    selector.after.clear();
    selector.place = m_at;
    bool comma = true; // or the beginning
    for (blanks(); !take(QLatin1String("}")); blanks()) {
        if (!comma || !matcher(selector))
            return false;
        selector.place = m_at;
        selector.before = QStringLiteral(",");
        blanks();
        comma = take(QLatin1String(","));
        if (comma) {
            selector.place = m_at;
            selector.before.clear();
        }
    }
    return true;
}

//! Later versions have names in quotes, and the metric's alone.
bool Reading::matcher(Selector &selector)
{
    const qsizetype begin = m_at;
    if (over() || (isQuote(peek()) ? !literal() : word().isEmpty()))
        return false;
    const QStringView name = QStringView(m_text).sliced(begin, m_at - begin);
    const bool inQuotes = isQuote(name.front());
    Matcher made;
    made.name = inQuotes ? unquoted(name) : name.toString();
    const qsizetype named = m_at;
    blanks();
    if (inQuotes && (peek() == u',' || peek() == u'}')) {
        made.value = std::exchange(made.name, QStringLiteral("__name__"));
        made.relation = QStringLiteral("=");
        m_at = named;
    } else {
        for (const char *relation : {"=~", "!~", "!=", "="}) {
            if (made.relation.isEmpty() && take(QLatin1String(relation)))
                made.relation = QString::fromLatin1(relation);
        }
        blanks();
        const qsizetype value = m_at;
        if (made.relation.isEmpty() || !isQuote(peek()) || !literal())
            return false;
        made.value = unquoted(QStringView(m_text).sliced(value, m_at - value));
    }
    made.text = m_text.sliced(begin, m_at - begin);
    if (selector.metric.isEmpty() && made.name == QLatin1String("__name__") && made.relation == QLatin1String("="))
        selector.metric = made.value;
    selector.matchers.append(made);
    return true;
}

bool Reading::operand()
{
    const QChar c = peek();
    const bool opened = std::exchange(m_opened, false);
    if (c == u'(')
        return open({Bracket::Kind::Plain, false, false, {}, m_found.size()});
    if (c == u')') // of a function without arguments
        return opened && !m_brackets.empty() && m_brackets.back().kind == Bracket::Kind::Call && (++m_at, close());
    if (c == u'+' || c == u'-') {
        ++m_at;
        return true;
    }
    if (c == u'{')
        return selector({}, m_at);
    if (isLetter(c) || c == u':')
        return named();
    m_operand = false;
    return isQuote(c) ? literal() : (isDigit(c) || c == u'.') && number();
}

//! What stands behind an operator: "bool", "on (a) group_left (b)".
bool Reading::modifiers()
{
    m_operand = true;
    while (true) {
        const QString next = nextWord();
        const bool match = among(matching, next);
        const bool join = among(joining, next);
        if (!match && !join && next.compare(QLatin1String("bool"), Qt::CaseInsensitive) != 0)
            return true;
        blanks();
        (void)word();
        const qsizetype back = m_at;
        blanks();
        const bool bracket = peek() == u'(';
        m_at = back;
        QStringList names;
        if ((match || (join && bracket)) && !labels(names))
            return false;
    }
}

//! [5m], [1h:5m]: no series are named in there.
bool Reading::range()
{
    ++m_at;
    while (!over() && peek() != u']') {
        const QChar c = peek();
        if (!isLetter(c) && !isDigit(c) && !QStringLiteral(" \t\r\n:.+-*/%^()").contains(c))
            return false;
        ++m_at;
    }
    return take(QLatin1String("]"));
}

//! @ 1609746000, @ start().
bool Reading::moment()
{
    ++m_at;
    blanks();
    if (!isLetter(peek()))
        return duration();
    const QString name = word();
    QStringList none;
    return (name == QLatin1String("start") || name == QLatin1String("end")) && labels(none) && none.isEmpty();
}

//! A word behind an operand.
bool Reading::spelt()
{
    const std::optional<Bracket> closed = std::exchange(m_closed, std::nullopt);
    const QString name = word();
    if (among(operators, name))
        return modifiers();
    if (name.compare(QLatin1String("offset"), Qt::CaseInsensitive) == 0) {
        blanks();
        return duration();
    }
    QStringList names;
    if (!among(clauses, name) || !closed || !labels(names))
        return false;
    Bracket bracket = *closed;
    bracket.keeps.reset();
    if (name.compare(clauses[0], Qt::CaseInsensitive) == 0)
        bracket.keeps = names;
    keep(bracket);
    return true;
}

bool Reading::symbol()
{
    for (const char *sign : {"==", "!=", ">=", "<=", ">", "<", "+", "-", "*", "/", "%", "^"}) {
        if (take(QLatin1String(sign)))
            return modifiers();
    }
    return false;
}

//! What follows an operand.
bool Reading::behind()
{
    const QChar c = peek();
    if (isLetter(c))
        return spelt();
    m_closed.reset();
    if (c == u')') {
        ++m_at;
        return close();
    }
    if (c == u',') {
        ++m_at;
        m_operand = true;
        return !m_brackets.empty() && m_brackets.back().kind != Bracket::Kind::Plain;
    }
    return c == u'[' ? range() : c == u'@' ? moment() : symbol();
}

bool Reading::all()
{
    for (blanks(); !over(); blanks()) {
        const qsizetype begin = m_at;
        if (!(m_operand ? operand() : behind())) {
            m_at = begin;
            return false;
        }
    }
    return !m_operand && m_brackets.empty();
}

Error notUnderstood(const QString &query, qsizetype at)
{
    constexpr qsizetype shown = 24; // characters
    const qsizetype place = std::clamp<qsizetype>(at, 0, query.size());
    return {Error::Kind::Unsupported, 0,
        QString(QString::number(place + 1) + QStringLiteral(": ") + query.sliced(place).left(shown)), {}, {}};
}

} // namespace

Result<QList<Selector>> selectors(const QString &query)
{
    Reading reading(query);
    if (query.size() > longestQuery || !reading.all())
        return notUnderstood(query, reading.at());
    return std::move(reading.found());
}

Result<QString> narrowed(const QString &query, const QString &matchers)
{
    if (matchers.isEmpty())
        return query;
    const auto found = selectors(query);
    if (!found)
        return found.error();
    QString text;
    qsizetype done = 0;
    for (const Selector &selector : *found) {
        text += QStringView(query).sliced(done, selector.place - done);
        text += selector.before + matchers.sliced(1) + selector.after;
        done = selector.place;
    }
    text += QStringView(query).sliced(done);
    return text;
}

} // namespace Prometheus::PromQl
