// A document's wording: Markdown with TOML front matter, `{{placeholders}}` filled after parsing (so that
// what is put in is never read as Markdown), and paragraphs that are only `[[block]]` and stand for something
// the program draws.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace unknot::content {

struct TemplateSpan {
  std::string text;  // may hold {{placeholders}}
  bool strong = false;
  bool emphasis = false;
  std::string link;
};

struct TemplateBlock {
  enum class Kind { heading, paragraph, quote, bulletItem, numberItem, rule, block };
  Kind kind = Kind::paragraph;
  int level = 1;                    // of a heading (1..3); number of a numbered item
  std::vector<TemplateSpan> spans;  // of text kinds
  std::string block;                // name of a [[block]]
  int line = 0;                     // in the file
};

struct DocumentTemplate {
  std::string name;
  std::string file;
  std::string title;   // front matter: title, may hold placeholders
  std::string footer;  // front matter: footer
  std::vector<TemplateBlock> blocks;
};

// The placeholders and blocks a template of this name may use ("handout", "report", "session", "referral").
struct TemplateVocabulary {
  std::set<std::string, std::less<>> placeholders;
  std::set<std::string, std::less<>> blocks;
};
const TemplateVocabulary& vocabularyOf(std::string_view templateName);

// Parses and checks against the vocabulary of `name`. Throws core::InputError ("error.template.*": file,
// line, name of what is unknown) for broken front matter, an unknown placeholder or block.
DocumentTemplate parseTemplate(std::string_view name, std::string_view file, std::string_view text);

}  // namespace unknot::content
