// Markdown into a flat list of template blocks.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "content/document_template.h"

namespace unknot::content {

// CommonMark headings, paragraphs, lists, rules, strong, emphasis and links; HTML is plain text, quotes and
// code are paragraphs, a picture is its text, nested lists are one list. `text` is UTF-8; its first line is
// `firstLine` of the file.
std::vector<TemplateBlock> readMarkdown(std::string_view text, std::size_t firstLine);

}  // namespace unknot::content
