// What the builders share: words, dates, templates into blocks, and the sheet with header and footer.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "document/blocks.h"
#include "document/builders.h"
#include "document/text_memory.h"

namespace unknot::document {

using Placeholders = std::map<std::string, std::string, std::less<>>;

// What stands on top and at the foot of each page.
struct SheetTexts {
  std::string title;    // left, large
  std::string details;  // right, small: whose it is, and when
  std::string footer;   // left; "Page x of y" stands at the right
  std::string record;   // behind the footer, or under it where both are too long for a line
};

// Lives while a document is built; what it makes does not need it afterwards.
class Parts {
 public:
  // Sets look().body to what the header and the footer leave.
  Parts(const BuildContext& context, SheetTexts texts, Density density = Density::normal);

  const Look& look() const { return m_look; }
  LayoutContext layout() const { return {*m_typesetter, m_look}; }
  double width() const { return m_look.body.width; }

  Document finish(const Blocks& blocks) const;
  Document finish(const std::vector<Piece>& pieces) const;

 private:
  using Drawing = std::function<void(draw::Canvas&)>;
  void setHeader();
  void setFooter();
  Drawing headerOf(bool first) const;
  Drawing footerOf(std::size_t page, std::size_t pages) const;

  const BuildContext& m_context;
  std::unique_ptr<TextMemory> m_typesetter;
  SheetTexts m_texts;
  Look m_look;
  draw::TextBlock m_title;
  draw::TextBlock m_details;
  draw::Point m_detailsAt;  // from the header's upper left corner
  draw::Rect m_logoAt;      // likewise; empty without a logo
  double m_headerHeight = 0;
  draw::TextBlock m_footer;
};

const core::Words& wordsOf(const BuildContext& context);
std::string longDate(const BuildContext& context, const core::Date& date);
std::string mediumDate(const BuildContext& context, const core::Date& date);
// The practitioner's name, or the practice's where there is none.
const std::string& practitionerOf(const BuildContext& context);
// "Low back, left" in the reader's words; the slug where the atlas no longer knows it.
std::string regionName(const BuildContext& context, std::string_view slug);

// The text with its {{placeholders}} filled in.
std::string filled(std::string_view text, const Placeholders& placeholders);

// `drawn` gives the blocks of a [[block]] by its name. A paragraph that leads over from a heading to a drawn
// block stays with it.
Blocks templateBlocks(const Look& look, const content::DocumentTemplate& source,
                      const Placeholders& placeholders,
                      const std::function<Blocks(std::string_view name)>& drawn);

// "Record 3f2a91c04b7de812", empty without a code.
std::string recordOf(const BuildContext& context);

// A paragraph of plain words.
Paragraph plainParagraph(std::string text, Tone tone = Tone::text);
Spans plainSpans(std::string text, bool strong = false);

// Each a figure of the column's width: the tension scale in words, what a change looks like, and the point
// marks that are used.
Figure tensionKey(const BuildContext& context, const Parts& parts);
Figure differenceKey(const BuildContext& context, const Parts& parts);
Figure pointKey(const BuildContext& context, const Parts& parts,
                const std::vector<domain::PointMark>& points);
// "Tender point, low back, side, left" in the reader's words.
std::string pointName(const BuildContext& context, const domain::PointMark& mark);

// "+2", "−1.5", "0", as the reader's language writes numbers.
std::string signedChange(const BuildContext& context, double value);
std::string shortNumber(const BuildContext& context, double value);
// A cell of plain words.
Cell textCell(std::string words, bool strong = false);

// One moment of a session: its views side by side on a panel with a title, described in words.
struct MapPanel {
  std::string title;
  std::string detail;
  const domain::SessionContent* content = nullptr;
  MapSubject subject = MapSubject::before;
  std::vector<domain::BodyView> views;
  std::size_t viewsInRow = 2;
  double width = 0;
  double viewHeight = 0;
  double leastTitles = 0;  // height that title and detail take at least: for panels beside each other
  bool withPoints = false;
};
double mapTitlesHeight(const Parts& parts, const MapPanel& panel);
// Around everything on it.
double mapPanelPadding(const Parts& parts);
Figure mapPanel(const BuildContext& context, const Parts& parts, const MapPanel& panel);

}  // namespace unknot::document
