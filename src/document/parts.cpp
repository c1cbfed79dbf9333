#include "document/parts.h"

#include <algorithm>
#include <cmath>

#include "core/utf8.h"
#include "document/block_layout.h"
#include "draw/photo.h"
#include "unicode/dates.h"
#include "unicode/numbers.h"

namespace unknot::document {
namespace {

using draw::Role;

// Enough of the audit chain's head to find the entry again.
constexpr double kLargePrintPt = 16;
// How much white is in the pale ground of the practice's colour.
constexpr double kPale = 0.85;
constexpr std::size_t kRecordCodeLength = 16;
// Of a logo: its height at most, and how much of the width.
constexpr double kLogoHeight = 40;
constexpr double kLogoShare = 0.3;

}  // namespace

Parts::Parts(const BuildContext& context, SheetTexts texts, Density density)
    : m_context(context),
      m_typesetter(std::make_unique<TextMemory>(context.typesetter)),
      m_texts(std::move(texts)),
      m_look(Look::of(context.paper, context.largePrint ? kLargePrintPt : context.bodyPt, context.language,
                      density)) {
  if (const auto accent = draw::parseHex(context.practice.accent)) {
    m_look.accent = *accent;
    m_look.accentPale = draw::mixed(*accent, draw::rgb(0xFFFFFF), kPale);
  }
  setHeader();
  setFooter();
}

void Parts::setHeader() {
  const auto layout = this->layout();
  double width = m_look.body.width;
  if (m_context.logo) {
    m_logoAt = draw::photoPlace(*m_context.logo, {0, 0, width * kLogoShare, m_look.space(kLogoHeight)});
    m_logoAt.x = width - m_logoAt.width;
    width -= m_logoAt.width + m_look.space(12);
  }
  const double titleWidth = m_context.typesetter.line(m_texts.title, m_look.heading(1)).width;
  const double detailsWidth = m_context.typesetter.line(m_texts.details, m_look.small()).width;
  const bool beside = m_logoAt.isEmpty() && titleWidth + detailsWidth + m_look.space(20) <= width;
  m_title = setSpans(plainSpans(m_texts.title), m_look.heading(1), width, draw::Align::left, layout);
  m_details = setSpans(plainSpans(m_texts.details), m_look.small(), beside ? detailsWidth + 1 : width,
                       draw::Align::left, layout);
  double textHeight = m_title.height;
  if (beside) {
    const double baseline = m_title.baselines.empty() ? 0 : m_title.baselines.front();
    const double own = m_details.baselines.empty() ? 0 : m_details.baselines.front();
    m_detailsAt = {width - detailsWidth, baseline - own};
  } else {
    m_detailsAt = {0, m_title.height};
    textHeight += m_details.height;
  }
  m_logoAt.y = std::max(0.0, (textHeight - m_logoAt.height) / 2);
  m_headerHeight = std::max(textHeight, m_logoAt.bottom() + m_look.space(3)) + m_look.space(4);
  const double taken = m_headerHeight + 2 + m_look.space(9);
  m_look.body.y += taken;
  m_look.body.height -= taken;
}

void Parts::setFooter() {
  // "Page 100 of 100" is the widest that is to be expected.
  const auto widest = wordsOf(m_context).say("sheet.page", {{"page", "100"}, {"pages", "100"}});
  const double label = m_context.typesetter.line(widest, m_look.small()).width + m_look.space(12);
  const double width = m_look.body.width - label;
  std::string text = m_texts.footer;
  if (!text.empty() && !m_texts.record.empty()) {
    const std::string together = text + " · " + m_texts.record;
    const bool fits = m_context.typesetter.line(together, m_look.small()).width <= width;
    text = fits ? together : text + "\n" + m_texts.record;
  } else {
    text += m_texts.record;
  }
  m_footer = setSpans(plainSpans(text), m_look.small(), width, draw::Align::left, layout());
  const double height = std::max(m_footer.height, m_look.smallSize() * m_look.lineHeight);
  m_look.body.height -= height + m_look.space(8);
}

Parts::Drawing Parts::headerOf(bool first) const {
  const auto drawing = Recording::of([&](draw::Canvas& canvas) {
    canvas.beginElement(first ? Role::heading1 : Role::artifact, {});
    m_title.draw(canvas, {0, 0});
    canvas.endElement();
    canvas.beginElement(first && !m_texts.details.empty() ? Role::paragraph : Role::artifact, {});
    m_details.draw(canvas, m_detailsAt);
    canvas.endElement();
    if (m_context.logo) {
      const auto alternative = wordsOf(m_context).say("sheet.logo", {{"practice", m_context.practice.name}});
      canvas.beginElement(first ? Role::figure : Role::artifact, first ? alternative : std::string());
      draw::drawPhoto(canvas, *m_context.logo, m_logoAt);
      canvas.endElement();
    }
    canvas.beginElement(Role::artifact, {});
    canvas.fill(draw::Path::rectangle({0, m_headerHeight, m_look.body.width, 1.75}), m_look.accent);
    canvas.endElement();
  });
  const draw::Point at{m_look.body.x, m_look.body.y - (m_headerHeight + 2 + m_look.space(9))};
  return [drawing, at](draw::Canvas& canvas) { drawing.drawAt(canvas, at); };
}

Parts::Drawing Parts::footerOf(std::size_t page, std::size_t pages) const {
  const auto label = wordsOf(m_context).say(
      "sheet.page", {{"page", std::to_string(page)}, {"pages", std::to_string(pages)}});
  const auto drawing = Recording::of([&](draw::Canvas& canvas) {
    canvas.beginElement(Role::artifact, {});
    m_footer.draw(canvas, {0, 0});
    const double baseline = m_footer.baselines.empty() ? m_look.smallSize() : m_footer.baselines.front();
    draw::drawLine(canvas, m_context.typesetter, label, m_look.small(), {m_look.body.width, baseline},
                   draw::Anchor::end);
    canvas.endElement();
  });
  const draw::Point at{m_look.body.x, m_look.body.bottom() + m_look.space(8)};
  return [drawing, at](draw::Canvas& canvas) { drawing.drawAt(canvas, at); };
}

Document Parts::finish(const Blocks& blocks) const {
  return finish(layOut(blocks, m_look.body.width, layout()));
}

Document Parts::finish(const std::vector<Piece>& pieces) const {
  Document document;
  document.title = m_texts.title;
  document.author = m_context.practice.name;
  document.language = m_look.language;
  auto pages = paginated(pieces, m_look.body.height);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    Page page;
    page.size = m_look.page;
    page.pieces.push_back(headerOf(i == 0));
    const auto placed = std::make_shared<const std::vector<PlacedPiece>>(std::move(pages[i]));
    page.pieces.push_back([placed, at = draw::Point{m_look.body.x, m_look.body.y}](draw::Canvas& canvas) {
      drawPlaced(canvas, *placed, at);
    });
    page.pieces.push_back(footerOf(i + 1, pages.size()));
    document.pages.push_back(std::move(page));
  }
  return document;
}

const core::Words& wordsOf(const BuildContext& context) {
  return context.content.words(context.language);
}

std::string longDate(const BuildContext& context, const core::Date& date) {
  return unicode::formatDate(date, context.language, unicode::DateForm::longForm);
}

std::string mediumDate(const BuildContext& context, const core::Date& date) {
  return unicode::formatDate(date, context.language, unicode::DateForm::medium);
}

const std::string& practitionerOf(const BuildContext& context) {
  return context.practice.practitionerName.empty() ? context.practice.name
                                                   : context.practice.practitionerName;
}

std::string regionName(const BuildContext& context, std::string_view slug) {
  const auto* region = context.content.atlas().find(slug);
  if (region == nullptr) return std::string(slug);
  return wordsOf(context).say(region->side == domain::Side::left ? "side.regionLeft" : "side.regionRight",
                              {{"region", region->name}});
}

std::string filled(std::string_view text, const Placeholders& placeholders) {
  std::string result;
  while (!text.empty()) {
    const std::size_t open = text.find("{{");
    const std::size_t close = open == text.npos ? text.npos : text.find("}}", open);
    if (close == text.npos) break;
    result += text.substr(0, open);
    const auto value = placeholders.find(core::trimmed(text.substr(open + 2, close - open - 2)));
    if (value != placeholders.end()) result += value->second;
    text.remove_prefix(close + 2);
  }
  return result += text;
}

Blocks templateBlocks(const Look& look, const content::DocumentTemplate& source,
                      const Placeholders& placeholders,
                      const std::function<Blocks(std::string_view name)>& drawn) {
  using Kind = content::TemplateBlock::Kind;
  Blocks blocks;
  const auto addItem = [&](bool numbered, int number, Spans spans) {
    auto* list = blocks.empty() ? nullptr : std::get_if<List>(&blocks.back().value);
    // A numbered item that does not go on counting begins a list of its own.
    const bool goesOn = list != nullptr && list->numbered == numbered &&
                        (!numbered || list->first + static_cast<int>(list->items.size()) == number);
    if (goesOn)
      list->items.push_back({std::move(spans)});
    else
      blocks.push_back(List{numbered, number, {{std::move(spans)}}});
  };
  for (const auto& block : source.blocks) {
    Spans spans;
    std::string text;
    for (const auto& span : block.spans) {
      spans.push_back({filled(span.text, placeholders), span.strong, span.emphasis, span.link});
      text += spans.back().text;
    }
    switch (block.kind) {
      case Kind::heading:
        blocks.push_back(Heading{std::max(block.level, 2), text});
        break;
      case Kind::paragraph:
        // What a template says in one breath (when to stop!) is not torn apart by a page.
        blocks.push_back(Group{{Paragraph{std::move(spans), Tone::text, false}}, 0, false});
        break;
      case Kind::quote:
        blocks.push_back(
            Callout{{Paragraph{std::move(spans), Tone::text, false}}, look.panel, true, look.accent});
        break;
      case Kind::bulletItem:
        addItem(false, 1, std::move(spans));
        break;
      case Kind::numberItem:
        addItem(true, block.level, std::move(spans));
        break;
      case Kind::rule:
        blocks.push_back(Rule{});
        break;
      case Kind::block:
        if (blocks.size() > 1 && std::holds_alternative<Heading>(blocks[blocks.size() - 2].value))
          if (auto* group = std::get_if<Group>(&blocks.back().value)) group->withNext = true;
        for (auto& one : drawn(block.block)) blocks.push_back(std::move(one));
        break;
    }
  }
  return blocks;
}

std::string recordOf(const BuildContext& context) {
  if (context.recordCode.empty()) return {};
  return wordsOf(context).say("sheet.record", {{"code", context.recordCode.substr(0, kRecordCodeLength)}});
}

Paragraph plainParagraph(std::string text, Tone tone) {
  return {plainSpans(std::move(text)), tone, false};
}

Spans plainSpans(std::string text, bool strong) {
  return {{std::move(text), strong, false, {}}};
}

std::string shortNumber(const BuildContext& context, double value) {
  return unicode::formatNumber(value, context.language, 1);
}

std::string signedChange(const BuildContext& context, double value) {
  // A minus sign, not a hyphen.
  static constexpr const char* kMinus = "\u2212";
  static constexpr double kNothing = 0.05;
  if (std::abs(value) < kNothing) return "0";
  return (value > 0 ? "+" : kMinus) + shortNumber(context, std::abs(value));
}

Cell textCell(std::string words, bool strong) {
  return {plainSpans(std::move(words), strong), {}, 0, {}};
}

}  // namespace unknot::document
