#include <algorithm>
#include <set>

#include "document/block_layout.h"
#include "document/parts.h"
#include "unicode/dates.h"
#include "unicode/time_zone.h"

namespace unknot::document {
namespace {

using domain::Moment;
using domain::SessionContent;

// Points of ordinary print.
constexpr double kMapHeight = 196;
constexpr double kLevelColumn = 50;
constexpr double kChangeColumn = 58;
constexpr double kLettersColumn = 52;
constexpr double kAnswerColumn = 132;
constexpr double kMeasureColumn = 76;

struct TextField {
  const char* words;
  std::string SessionContent::*text;
};
// In the order of a session. The private memo is not among them: it is on no paper.
constexpr TextField kTexts[] = {{"session.textName.theirWords", &SessionContent::theirWords},
                                {"session.textName.postureAndGait", &SessionContent::postureAndGait},
                                {"session.textName.work", &SessionContent::work},
                                {"session.textName.response", &SessionContent::response},
                                {"session.textName.nextTime", &SessionContent::nextTime}};

class Summary {
 public:
  Summary(const BuildContext& context, const Parts& parts, const domain::Session& session)
      : m_context(context),
        m_parts(parts),
        m_look(parts.look()),
        m_words(wordsOf(context)),
        m_session(session),
        m_content(session.current.content) {}

  Blocks block(std::string_view name) const {
    if (name == "state") return state();
    if (name == "facts") return facts();
    if (name == "maps") return maps();
    if (name == "points") return points();
    if (name == "regions") return regions();
    if (name == "observations") return observations();
    if (name == "measures") return measures();
    if (name == "words") return texts();
    return signatures();
  }

 private:
  std::string say(std::string_view id, std::vector<core::Message::Arg> args = {}) const {
    return m_words.say("paper.session." + std::string(id), std::move(args));
  }
  std::string when(core::Instant at) const {
    return mediumDate(m_context, unicode::dateIn(at, m_context.practice.timeZone)) + ", " +
           unicode::formatTime(at, m_context.practice.timeZone, m_context.language);
  }

  // What must be known before anything else is read.
  Blocks state() const {
    if (m_session.isInError())
      return {Callout{{plainParagraph(say("inError"))}, m_look.cautionPale, true, m_look.caution}};
    if (!m_session.isSigned())
      return {Callout{{plainParagraph(say("notSigned"))}, m_look.panel, true, m_look.accent}};
    return {};
  }

  Blocks facts() const {
    List list;
    const auto add = [&](std::string_view label, std::string value) {
      list.items.push_back(
          {{{m_words.say(label) + ": ", true, false, {}}, {std::move(value), false, false, {}}}});
    };
    add("paper.session.date", longDate(m_context, m_content.serviceDate));
    // A session that was never saved has no time of entry.
    if (m_session.createdAt.ms != 0) add("paper.session.entered", when(m_session.createdAt));
    if (m_content.kind != domain::SessionKind::handsOn)
      add("paper.session.kind", m_words.say("sessionKind." + std::string(toString(m_content.kind))));
    if (m_content.minutes > 0)
      add("paper.session.duration", m_words.sayCount("paper.session.minutes", m_content.minutes));
    if (!m_content.lesson.empty()) add("session.lesson", m_content.lesson);
    return {std::move(list)};
  }

  bool lookedAt(Moment moment) const {
    return std::any_of(m_content.findings.begin(), m_content.findings.end(), [&](const auto& f) {
      return moment == Moment::before ? f.before.has_value() : f.after.has_value();
    });
  }

  // Front and back, and the sides where something is charted that neither shows.
  std::vector<domain::BodyView> views() const {
    std::vector<domain::BodyView> views{domain::BodyView::front, domain::BodyView::back};
    const auto hidden = [&](const domain::RegionSlug& slug) {
      const auto* region = m_context.content.atlas().find(slug);
      return region != nullptr && !region->shapes.contains(domain::BodyView::front) &&
             !region->shapes.contains(domain::BodyView::back);
    };
    const auto onSide = [](const domain::PointMark& mark) {
      return mark.view == domain::BodyView::left || mark.view == domain::BodyView::right;
    };
    if (std::any_of(m_content.findings.begin(), m_content.findings.end(),
                    [&](const auto& f) { return hidden(f.region); }) ||
        std::any_of(m_content.points.begin(), m_content.points.end(), onSide))
      views.insert(views.end(), {domain::BodyView::left, domain::BodyView::right});
    return views;
  }

  Figure panel(Moment moment, double width) const {
    MapPanel map;
    map.title = m_words.say(moment == Moment::before ? "paper.map.before" : "paper.map.after");
    map.content = &m_content;
    map.subject = moment == Moment::before ? MapSubject::before : MapSubject::after;
    map.views = views();
    map.width = width;
    map.viewHeight = m_look.space(m_context.largePrint ? kMapHeight * 0.8 : kMapHeight);
    map.withPoints = moment == Moment::before || !lookedAt(Moment::before);
    return mapPanel(m_context, m_parts, map);
  }

  Blocks maps() const {
    const bool before = lookedAt(Moment::before);
    const bool after = lookedAt(Moment::after);
    if (!before && !after && m_content.points.empty()) return {};
    const double gap = m_look.space(14);
    const double half = (m_parts.width() - gap) / 2;
    Group group;
    if (before && after)
      group.blocks.push_back(SideBySide{{{panel(Moment::before, half)}, {panel(Moment::after, half)}}, gap});
    else
      group.blocks.push_back(panel(after ? Moment::after : Moment::before, half));
    group.blocks.push_back(tensionKey(m_context, m_parts));
    if (!m_content.points.empty()) group.blocks.push_back(pointKey(m_context, m_parts, m_content.points));
    return {std::move(group)};
  }

  Blocks points() const {
    if (m_content.points.empty()) return {};
    List list;
    for (const auto& mark : m_content.points) {
      const std::string name = pointName(m_context, mark);
      list.items.push_back({plainSpans(mark.note.empty() ? name : name + ": " + mark.note)});
    }
    return {Heading{2, say("points")}, std::move(list)};
  }

  std::string level(const std::optional<domain::Tension>& tension) const {
    // An en dash is "not looked at"; it is never 0.
    return tension ? std::to_string(tension->value()) : "–";
  }

  Blocks regions() const {
    if (m_content.findings.empty()) return {};
    Table table;
    table.padY = m_look.space(1.5);
    if (m_context.largePrint) table.padX = m_look.space(3);
    const auto narrow = [&](std::string_view id, double width, draw::Align align) {
      table.columns.push_back({m_words.say(id), 0, m_look.space(width), align});
    };
    table.columns.push_back({say("region"), 1, 0, draw::Align::left});
    narrow("session.before", kLevelColumn, draw::Align::right);
    narrow("session.after", kLevelColumn, draw::Align::right);
    // Large print needs the width for names; the change can be told from the levels.
    if (!m_context.largePrint) narrow("paper.report.change", kChangeColumn, draw::Align::right);
    narrow("session.found", kLettersColumn, draw::Align::left);
    narrow("session.used", kLettersColumn, draw::Align::left);
    for (const auto& region : m_context.content.atlas().regions())
      if (const auto* finding = domain::findingOf(m_content, region.slug))
        table.rows.push_back(row(*finding));
    // What the atlas no longer knows is still in the record.
    for (const auto& finding : m_content.findings)
      if (m_context.content.atlas().find(finding.region) == nullptr) table.rows.push_back(row(finding));
    return {Heading{2, say("regions")}, std::move(table), plainParagraph(say("letters"), Tone::small)};
  }

  std::vector<Cell> row(const domain::RegionFinding& finding) const {
    Cell name = textCell(regionName(m_context, finding.region));
    if (!finding.note.empty()) name.spans.push_back({"\n" + finding.note, false, true, {}});
    std::vector<Cell> cells{std::move(name), textCell(level(finding.before)), textCell(level(finding.after))};
    const auto change = domain::difference(finding.before, finding.after);
    if (!m_context.largePrint)
      cells.push_back(textCell(change ? signedChange(m_context, *change) : std::string(), true));
    cells.push_back(textCell(domain::lettersOf(finding.findings)));
    cells.push_back(textCell(domain::lettersOf(finding.techniques)));
    return cells;
  }

  Blocks observations() const {
    Table table;
    table.padY = m_look.space(1.5);
    table.columns = {{say("looked"), 1, 0, draw::Align::left},
                     {m_words.say("session.before"), 0, m_look.space(kAnswerColumn), draw::Align::left},
                     {m_words.say("session.after"), 0, m_look.space(kAnswerColumn), draw::Align::left}};
    const auto& list = m_context.content.sessionLists().observations;
    std::set<std::string> shown;
    const auto add = [&](const domain::Observation& seen, const domain::ObservationItem* item) {
      const auto said = [&](const std::string& slug) {
        const auto* choice = item == nullptr || slug.empty() ? nullptr : item->choice(slug);
        return choice == nullptr ? (slug.empty() ? std::string("–") : slug) : choice->name;
      };
      table.rows.push_back({textCell(item == nullptr ? seen.item : item->name), textCell(said(seen.before)),
                            textCell(said(seen.after))});
      shown.insert(seen.item);
    };
    for (const auto& group : list.groups())
      for (const auto& item : group.items)
        if (const auto* seen = domain::observationOf(m_content, item.slug)) add(*seen, &item);
    for (const auto& seen : m_content.observations)
      if (!shown.contains(seen.item)) add(seen, nullptr);
    if (table.rows.empty()) return {};
    return {Heading{2, say("observations")}, std::move(table)};
  }

  Blocks measures() const {
    // By instrument and item, in the order they were first noted.
    std::vector<std::pair<std::string, std::string>> names;
    const auto collect = [&](const std::vector<domain::MeasureValue>& values) {
      for (const auto& value : values)
        if (const std::pair name(value.instrument, value.item);
            std::find(names.begin(), names.end(), name) == names.end())
          names.push_back(name);
    };
    collect(m_content.measures);
    collect(m_content.measuresAfter);
    if (names.empty()) return {};
    Table table;
    table.columns = {{say("measure"), 1, 0, draw::Align::left},
                     {m_words.say("session.before"), 0, m_look.space(kMeasureColumn), draw::Align::right},
                     {m_words.say("session.after"), 0, m_look.space(kMeasureColumn), draw::Align::right}};
    for (const auto& [instrument, item] : names) {
      const auto valueIn = [&, &slug = instrument,
                            &what = item](const std::vector<domain::MeasureValue>& values) -> std::string {
        for (const auto& value : values)
          if (value.instrument == slug && value.item == what) return shortNumber(m_context, value.value);
        return "–";
      };
      // A scale of the practice's own is called by its name.
      const std::string name = instrument == "scale" ? item
                               : item.empty()
                                   ? m_words.say("measure." + instrument)
                                   : m_words.say("measure." + instrument).append(": ").append(item);
      table.rows.push_back({textCell(name), textCell(valueIn(m_content.measures)),
                            textCell(valueIn(m_content.measuresAfter))});
    }
    return {Heading{2, say("measures")}, std::move(table)};
  }

  Blocks texts() const {
    Blocks blocks;
    for (const auto& [words, text] : kTexts)
      if (!(m_content.*text).empty()) {
        blocks.push_back(Heading{2, m_words.say(words)});
        for (auto& block : linesOf(m_content.*text)) blocks.push_back(std::move(block));
      }
    return blocks;
  }

  // A paragraph a line.
  static Blocks linesOf(std::string_view text) {
    Blocks blocks;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      if (end > 0) blocks.push_back(plainParagraph(std::string(text.substr(0, end))));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    return blocks;
  }

  Blocks signatures() const {
    Blocks blocks;
    for (const auto& signature : m_session.signatures) {
      const core::Date day = unicode::dateIn(signature.signedAt, m_context.practice.timeZone);
      blocks.push_back(plainParagraph(m_words.say(
          "session.signature." + std::string(formOf(signature)),
          {{"name", signature.authorName},
           {"date", mediumDate(m_context, day)},
           {"time", unicode::formatTime(signature.signedAt, m_context.practice.timeZone, m_context.language)},
           {"text", signature.text}})));
    }
    if (!blocks.empty()) blocks.insert(blocks.begin(), Heading{2, say("signed")});
    return blocks;
  }

  const BuildContext& m_context;
  const Parts& m_parts;
  const Look& m_look;
  const core::Words& m_words;
  const domain::Session& m_session;
  const SessionContent& m_content;
};

}  // namespace

Document buildSessionSummary(const BuildContext& context, const domain::Client& client,
                             const domain::Session& session, int sessionNumber) {
  const auto& source = context.content.documentTemplate("session", context.language);
  const std::string date = longDate(context, session.current.content.serviceDate);
  const Placeholders placeholders{{"client", client.name},
                                  {"date", date},
                                  {"number", std::to_string(sessionNumber)},
                                  {"practice", context.practice.name},
                                  {"practitioner", practitionerOf(context)}};
  const Parts parts(
      context, {filled(source.title, placeholders),
                wordsOf(context).say(
                    "paper.map.details",
                    {{"client", client.name}, {"number", std::to_string(sessionNumber)}, {"date", date}}),
                filled(source.footer, placeholders), recordOf(context)});
  const Summary summary(context, parts, session);
  return parts.finish(templateBlocks(parts.look(), source, placeholders,
                                     [&](std::string_view name) { return summary.block(name); }));
}

}  // namespace unknot::document
