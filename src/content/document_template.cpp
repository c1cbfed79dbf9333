#include "content/document_template.h"

#include <toml++/toml.h>

#include <algorithm>
#include <map>

#include "content/built_in_templates.h"
#include "content/template_markdown.h"
#include "core/error.h"
#include "core/utf8.h"

namespace unknot::content {
namespace {

// Everything a fault needs to be found again.
struct Source {
  std::string_view name;
  std::string_view file;

  [[noreturn]] void refuse(std::string id, std::size_t line, std::string_view offender) const {
    throw core::InputError(
        {"error.template." + std::move(id),
         {{"file", std::string(file)}, {"line", std::to_string(line)}, {"name", std::string(offender)}},
         {}});
  }
};

// The file with one kind of line end and no byte order mark.
std::string normalised(std::string_view text) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (text.starts_with(kMark)) text.remove_prefix(kMark.size());
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r') {
      plain += '\n';
      if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
    } else {
      plain += text[i];
    }
  }
  return plain;
}

struct Parts {
  std::string_view frontMatter;
  std::string_view body;
  std::size_t bodyLine = 1;  // of the body's first line in the file
};

// Front matter stands between two lines "+++", of which the first is the first of the file.
Parts split(std::string_view text, const Source& source) {
  const auto lineAt = [&](std::size_t from) {
    return text.substr(from, std::min(text.find('\n', from), text.size()) - from);
  };
  if (core::trimmed(lineAt(0)) != "+++") source.refuse("front", 1, "+++");
  const std::size_t begin = std::min(lineAt(0).size() + 1, text.size());
  std::size_t line = 2;
  for (std::size_t at = begin; at < text.size(); ++line) {
    const std::string_view current = lineAt(at);
    const std::size_t next = std::min(at + current.size() + 1, text.size());
    if (core::trimmed(current) == "+++") return {text.substr(begin, at - begin), text.substr(next), line + 1};
    at = next;
  }
  source.refuse("front", 1, "+++");
}

// The line of `offender` in a paragraph that begins at `line` of the file, whose body begins at `bodyLine`.
std::size_t lineOf(std::string_view offender, std::size_t line, std::string_view body, std::size_t bodyLine) {
  std::size_t at = 0;
  for (std::size_t skipped = bodyLine; skipped < line && at < body.size(); ++skipped)
    at = std::min(body.find('\n', at), body.size() - 1) + 1;
  const std::size_t found = body.find(offender, at);
  if (found == std::string_view::npos) return line;
  return line + static_cast<std::size_t>(std::count(body.begin() + static_cast<std::ptrdiff_t>(at),
                                                    body.begin() + static_cast<std::ptrdiff_t>(found), '\n'));
}

// "{{ name }}" in `text` must be one of `known`; nothing may be left open.
template <class LineOf>
void checkPlaceholders(std::string_view text, const TemplateVocabulary& known, const Source& source,
                       LineOf line) {
  for (std::size_t at = text.find("{{"); at != std::string_view::npos; at = text.find("{{", at)) {
    const std::size_t end = text.find("}}", at);
    if (end == std::string_view::npos) source.refuse("open", line("{{"), "{{");
    const std::string name = core::trimmed(text.substr(at + 2, end - at - 2));
    if (!known.placeholders.contains(name)) source.refuse("placeholder", line(name), name);
    at = end + 2;
  }
}

void readFrontMatter(std::string_view text, DocumentTemplate& result, const Source& source,
                     const TemplateVocabulary& known) {
  toml::table table;
  try {
    table = toml::parse(text, std::string(source.file));
  } catch (const toml::parse_error& error) {
    // The opening "+++" is the file's first line.
    source.refuse("toml", error.source().begin.line + 1, error.description());
  }
  const std::map<std::string_view, std::string*> fields{{"title", &result.title}, {"footer", &result.footer}};
  for (const auto& [key, node] : table) {
    const std::size_t line = node.source().begin.line + 1;
    const auto field = fields.find(key.str());
    if (field == fields.end()) source.refuse("key", line, key.str());
    if (!node.is_string()) source.refuse("text", line, key.str());
    *field->second = node.as_string()->get();
    checkPlaceholders(*field->second, known, source, [&](std::string_view) { return line; });
  }
  if (core::trimmed(result.title).empty()) source.refuse("title", 1, "title");
}

// A paragraph that is only "[[name]]" stands for something the program draws.
void findBlock(TemplateBlock& block, const Source& source, const TemplateVocabulary& known) {
  std::string text;
  for (const auto& span : block.spans) text += span.text;
  text = core::trimmed(text);
  if (!text.starts_with("[[") || !text.ends_with("]]") || text.find("]]") + 2 != text.size()) return;
  const std::string name = core::trimmed(std::string_view(text).substr(2, text.size() - 4));
  if (!known.blocks.contains(name)) source.refuse("block", static_cast<std::size_t>(block.line), name);
  block = {TemplateBlock::Kind::block, 1, {}, name, block.line};
}

}  // namespace

const TemplateVocabulary& vocabularyOf(std::string_view templateName) {
  static const std::map<std::string, TemplateVocabulary, std::less<>> kVocabularies = {
      {"handout",
       {{"client", "date", "practice", "practitioner", "review"},
        {"exercises", "week-grid", "note", "contact", "getting-up"}}},
      {"report",
       {{"client", "date", "practice", "practitioner", "from", "to", "sessions"},
        {"maps", "metrics", "tension-trend", "pain-trend", "regions", "activities"}}},
      {"session",
       {{"client", "date", "number", "practice", "practitioner"},
        {"state", "facts", "maps", "points", "regions", "observations", "measures", "words", "signatures"}}},
      {"referral",
       {{"client", "date", "practice", "practitioner"},
        {"to", "client", "reported", "reason", "reply", "signature"}}},
  };
  const auto found = kVocabularies.find(templateName);
  if (found == kVocabularies.end()) throw core::BugError("template name");
  return found->second;
}

DocumentTemplate parseTemplate(std::string_view name, std::string_view file, std::string_view text) {
  const Source source{name, file};
  const TemplateVocabulary& known = vocabularyOf(name);
  if (!core::isValidUtf8(text)) source.refuse("utf8", 0, name);
  const std::string plain = normalised(text);
  const Parts parts = split(plain, source);

  DocumentTemplate result;
  result.name = name;
  result.file = file;
  readFrontMatter(parts.frontMatter, result, source, known);
  result.blocks = readMarkdown(parts.body, parts.bodyLine);
  for (auto& block : result.blocks) {
    if (block.kind == TemplateBlock::Kind::paragraph) findBlock(block, source, known);
    for (const auto& span : block.spans) {
      const auto lineIn = [&](std::string_view offender) {
        return lineOf(offender, static_cast<std::size_t>(block.line), parts.body, parts.bodyLine);
      };
      checkPlaceholders(span.text, known, source, lineIn);
      if (span.link.find("{{") != std::string::npos) source.refuse("link", lineIn("{{"), span.link);
    }
  }
  return result;
}

DocumentTemplate builtInTemplate(std::string_view name) {
  const std::string fileName = std::string(name) + ".en.md";
  for (const auto& text : builtInTemplateTexts())
    if (text.fileName == fileName) return parseTemplate(name, "templates/" + fileName, text.text);
  throw core::BugError("built-in template");
}

}  // namespace unknot::content
