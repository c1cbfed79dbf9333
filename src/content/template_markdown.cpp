#include "content/template_markdown.h"

#include <md4c.h>

#include <algorithm>
#include <charconv>
#include <exception>
#include <map>
#include <string>

#include "core/error.h"

namespace unknot::content {
namespace {

std::string utf8(unsigned long code) {
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) code = 0xFFFD;
  const auto byte = [](unsigned long value) { return static_cast<char>(static_cast<unsigned char>(value)); };
  const auto tail = [&](unsigned shift) { return byte(0x80 | ((code >> shift) & 0x3F)); };
  if (code < 0x80) return {byte(code)};
  if (code < 0x800) return {byte(0xC0 | (code >> 6)), tail(0)};
  if (code < 0x10000) return {byte(0xE0 | (code >> 12)), tail(6), tail(0)};
  return {byte(0xF0 | (code >> 18)), tail(12), tail(6), tail(0)};
}

// "&amp;", "&#8211;", "&#x2013;"; a name that is not known here stays as it was written.
std::string decodedEntity(std::string_view entity) {
  static const std::map<std::string_view, std::string_view> kNamed = {
      {"&amp;", "&"},         {"&lt;", "<"},         {"&gt;", ">"},         {"&quot;", "\""},
      {"&apos;", "'"},        {"&nbsp;", "\u00A0"},  {"&ndash;", "\u2013"}, {"&mdash;", "\u2014"},
      {"&hellip;", "\u2026"}, {"&middot;", "\u00B7"}};
  if (const auto named = kNamed.find(entity); named != kNamed.end()) return std::string(named->second);
  if (!entity.starts_with("&#")) return std::string(entity);
  const bool hex = entity.size() > 2 && (entity[2] == 'x' || entity[2] == 'X');
  const std::string_view digits = entity.substr(hex ? 3 : 2, entity.size() - (hex ? 4 : 3));
  unsigned long code = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
  return utf8(read.ec == std::errc{} ? code : 0);
}

std::string decoded(const MD_ATTRIBUTE& attribute) {
  std::string text;
  for (std::size_t i = 0; attribute.size > 0 && attribute.substr_offsets[i] < attribute.size; ++i) {
    const std::size_t from = attribute.substr_offsets[i];
    const std::string_view part(attribute.text + from, attribute.substr_offsets[i + 1] - from);
    text += attribute.substr_types[i] == MD_TEXT_ENTITY ? decodedEntity(part) : std::string(part);
  }
  return text;
}

std::string plainText(MD_TEXTTYPE type, std::string_view piece) {
  switch (type) {
    case MD_TEXT_NULLCHAR:
      return "\uFFFD";
    case MD_TEXT_BR:
      return "\n";
    case MD_TEXT_SOFTBR:
      return " ";
    case MD_TEXT_ENTITY:
      return decodedEntity(piece);
    default:
      return std::string(piece);
  }
}

// Receives md4c's events. A leaf (paragraph, heading, code, or the bare text of a tight list item) becomes a
// block.
class Reader {
 public:
  Reader(std::string_view source, std::size_t firstLine) : m_source(source), m_firstLine(firstLine) {}

  std::vector<TemplateBlock> read() {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      return guarded(self, [&](Reader& r) { r.enterBlock(type, detail); });
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
      return guarded(self, [&](Reader& r) { r.leaveBlock(type); });
    };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
      return guarded(self, [&](Reader& r) { r.enterSpan(type, detail); });
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) {
      return guarded(self, [&](Reader& r) { r.leaveSpan(type); });
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
      return guarded(self, [&](Reader& r) { r.text(type, {text, size}); });
    };
    const int result = md_parse(m_source.data(), static_cast<MD_SIZE>(m_source.size()), &parser, this);
    if (m_error) std::rethrow_exception(m_error);
    if (result != 0) throw core::BugError("markdown");
    flush();
    return std::move(m_blocks);
  }

 private:
  struct List {
    bool ordered = false;
    int next = 1;
  };

  // No exception may pass through the C library: it is kept and thrown again behind it.
  template <class Action>
  static int guarded(void* self, Action action) {
    auto& reader = *static_cast<Reader*>(self);
    try {
      action(reader);
      return 0;
    } catch (...) {
      reader.m_error = std::current_exception();
      return 1;
    }
  }

  void enterBlock(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_UL:
        flush();
        m_lists.push_back({false, 1});
        break;
      case MD_BLOCK_OL:
        flush();
        m_lists.push_back(
            {true, static_cast<int>(std::min(static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start, 9999U))});
        break;
      case MD_BLOCK_LI:
        flush();
        m_itemOpen = true;
        break;
      case MD_BLOCK_H:
        flush();
        m_kind = TemplateBlock::Kind::heading;
        m_level = std::min(static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level), 3);
        break;
      case MD_BLOCK_QUOTE:
        flush();
        ++m_quoted;
        break;
      case MD_BLOCK_HR:
        flush();
        m_blocks.push_back({TemplateBlock::Kind::rule, 1, {}, {}, lastLine()});
        break;
      default:
        flush();
    }
  }

  void leaveBlock(MD_BLOCKTYPE type) {
    flush();
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) m_lists.pop_back();
    if (type == MD_BLOCK_LI) m_itemOpen = false;
    if (type == MD_BLOCK_QUOTE) --m_quoted;
  }

  void enterSpan(MD_SPANTYPE type, void* detail) {
    if (type == MD_SPAN_STRONG) ++m_strong;
    if (type == MD_SPAN_EM) ++m_emphasis;
    if (type == MD_SPAN_A) m_link = decoded(static_cast<MD_SPAN_A_DETAIL*>(detail)->href);
  }

  void leaveSpan(MD_SPANTYPE type) {
    if (type == MD_SPAN_STRONG) --m_strong;
    if (type == MD_SPAN_EM) --m_emphasis;
    if (type == MD_SPAN_A) m_link.clear();
  }

  void text(MD_TEXTTYPE type, std::string_view piece) {
    noteLine(piece);
    const std::string words = plainText(type, piece);
    const bool sameStyle = !m_spans.empty() && m_spans.back().strong == (m_strong > 0) &&
                           m_spans.back().emphasis == (m_emphasis > 0) && m_spans.back().link == m_link;
    if (sameStyle)
      m_spans.back().text += words;
    else
      m_spans.push_back({words, m_strong > 0, m_emphasis > 0, m_link});
  }

  // md4c hands out views into the source; some (line breaks) are its own.
  void noteLine(std::string_view piece) {
    const std::less_equal<> before;
    if (!before(m_source.data(), piece.data()) || !before(piece.data(), m_source.data() + m_source.size()))
      return;
    const auto offset = piece.data() - m_source.data();
    m_line =
        m_firstLine + static_cast<std::size_t>(std::count(m_source.begin(), m_source.begin() + offset, '\n'));
    if (m_spans.empty()) m_blockLine = m_line;
  }

  int lastLine() const { return static_cast<int>(std::max(m_line, m_firstLine)); }

  void flush() {
    if (!m_spans.empty()) {
      TemplateBlock block{m_kind, m_level, std::move(m_spans), {}, static_cast<int>(m_blockLine)};
      if (m_itemOpen && !m_lists.empty() && m_kind == TemplateBlock::Kind::paragraph) {
        List& list = m_lists.back();
        block.kind = list.ordered ? TemplateBlock::Kind::numberItem : TemplateBlock::Kind::bulletItem;
        if (list.ordered) block.level = list.next++;
        m_itemOpen = false;
      } else if (m_quoted > 0 && m_kind == TemplateBlock::Kind::paragraph) {
        block.kind = TemplateBlock::Kind::quote;
      }
      m_blocks.push_back(std::move(block));
    }
    m_spans.clear();
    m_kind = TemplateBlock::Kind::paragraph;
    m_level = 1;
  }

  std::string_view m_source;
  std::size_t m_firstLine;
  std::size_t m_line = 0;
  std::size_t m_blockLine = 0;
  std::vector<TemplateBlock> m_blocks;
  std::vector<List> m_lists;
  std::vector<TemplateSpan> m_spans;
  TemplateBlock::Kind m_kind = TemplateBlock::Kind::paragraph;
  int m_level = 1;
  bool m_itemOpen = false;
  int m_quoted = 0;
  int m_strong = 0;
  int m_emphasis = 0;
  std::string m_link;
  std::exception_ptr m_error;
};

}  // namespace

std::vector<TemplateBlock> readMarkdown(std::string_view text, std::size_t firstLine) {
  return Reader(text, firstLine).read();
}

}  // namespace unknot::content
