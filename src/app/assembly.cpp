#include "app/assembly.h"

#include <utility>

#include "content/font_list.h"
#include "raster/photos.h"

namespace unknot::app {
namespace {

namespace fs = std::filesystem;

content::Folders foldersOf(const fs::path& programData, const std::optional<fs::path>& practice) {
  content::Folders folders{programData / "data", programData / "templates", {}};
  if (practice) folders.custom = *practice / "custom";
  return folders;
}

}  // namespace

class Assembly::LazyTypesetter final : public draw::Typesetter {
 public:
  explicit LazyTypesetter(Assembly& assembly) : m_assembly(assembly) {}
  draw::TextLine line(std::string_view text, const draw::TextStyle& style) override {
    return real().line(text, style);
  }
  draw::TextBlock paragraph(const std::vector<draw::TextSpan>& spans,
                            const draw::ParagraphStyle& style) override {
    return real().paragraph(spans, style);
  }
  std::unique_ptr<draw::ShapedText> shaped(std::vector<draw::TextSpan> spans, std::string language) override {
    return real().shaped(std::move(spans), std::move(language));
  }

 private:
  Assembly& m_assembly;
  std::unique_ptr<draw::Typesetter> m_real;

  draw::Typesetter& real() {
    if (!m_real) m_real = m_assembly.makeTypesetter();
    return *m_real;
  }
};

class Assembly::LazyPdfWriter final : public document::PdfWriter {
 public:
  explicit LazyPdfWriter(Assembly& assembly) : m_assembly(assembly) {}
  std::string write(const document::Document& document) override {
    if (!m_real) m_real = m_assembly.m_pdfTools.makeWriter(m_assembly.fonts());
    return m_real->write(document);
  }

 private:
  Assembly& m_assembly;
  std::unique_ptr<document::PdfWriter> m_real;
};

Assembly::Assembly(const fs::path& programData, const std::optional<fs::path>& practice,
                   const core::Clock& clock, core::Random& random, PdfTools pdf)
    : m_clock(clock),
      m_pdfTools(std::move(pdf)),
      m_content(content::Content::load(foldersOf(programData, practice), raster::makePhotoReader())),
      m_ids(clock, random),
      m_typesetter(std::make_unique<LazyTypesetter>(*this)),
      m_pdf(std::make_unique<LazyPdfWriter>(*this)) {}

Assembly::~Assembly() = default;

std::shared_ptr<const text::FontLibrary> Assembly::fonts() {
  if (m_fonts) return m_fonts;
  const auto& folders = m_content.folders();
  std::vector<text::FontRequest> requests;
  for (const auto& entry : content::loadFontList(folders.data / "fonts.toml"))
    requests.push_back({entry.file, entry.package, entry.family, entry.weight, entry.italic, entry.required});
  std::vector<fs::path> places;
  if (folders.custom) places.push_back(*folders.custom / "fonts");
  places.push_back(folders.data / "fonts");
  for (auto& folder : text::systemFontFolders()) places.push_back(std::move(folder));
  m_fonts = text::FontLibrary::load(requests, places);
  return m_fonts;
}

draw::Typesetter& Assembly::typesetter() {
  return *m_typesetter;
}

document::PdfWriter& Assembly::pdf() {
  return *m_pdf;
}

std::unique_ptr<draw::Typesetter> Assembly::makeTypesetter() {
  return text::makeTypesetter(fonts());
}

Workspace Assembly::workspace(domain::PracticeStore& store) {
  return {store, m_content, m_clock, m_ids, *m_typesetter, *m_pdf, m_changes, *m_pdfTools.forms};
}

}  // namespace unknot::app
