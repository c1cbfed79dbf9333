// What both programs put together the same way: content, fonts, tools, and a Workspace over an opened
// practice. Everything that belongs to one system or one library is handed in.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

#include "app/workspace.h"
#include "core/clock.h"
#include "text/pango_typesetter.h"

namespace unknot::app {

using PdfWriterFactory =
    std::function<std::unique_ptr<document::PdfWriter>(std::shared_ptr<const text::FontLibrary>)>;

// The library that writes and reads PDFs.
struct PdfTools {
  PdfWriterFactory makeWriter;
  std::shared_ptr<const document::FormReader> forms;
};

// Lives as long as anything it gave out. Read-only parts (content) may be used from any thread; workspaces,
// and the first call of fonts(), belong to the thread that uses them.
class Assembly {
 public:
  // `programData` holds data/ and templates/. The folder custom/ of `practice` lies over both, and its fonts
  // count first. Keeps clock and random for as long as it lives.
  Assembly(const std::filesystem::path& programData, const std::optional<std::filesystem::path>& practice,
           const core::Clock& clock, core::Random& random, PdfTools pdf);
  ~Assembly();
  Assembly(const Assembly&) = delete;
  Assembly& operator=(const Assembly&) = delete;

  const content::Content& content() const { return m_content; }
  const core::Clock& clock() const { return m_clock; }
  core::IdSource& ids() { return m_ids; }
  Changes& changes() { return m_changes; }
  // Read when they are first needed: most commands draw nothing. Throws core::InputError ("error.fontList"),
  // core::StorageError ("error.font": file, package).
  std::shared_ptr<const text::FontLibrary> fonts();
  draw::Typesetter& typesetter();
  document::PdfWriter& pdf();
  // A typesetter of its own for another thread.
  std::unique_ptr<draw::Typesetter> makeTypesetter();
  // Over a store that lives as long as the workspace is used.
  Workspace workspace(domain::PracticeStore& store);

 private:
  class LazyTypesetter;
  class LazyPdfWriter;

  const core::Clock& m_clock;
  PdfTools m_pdfTools;
  content::Content m_content;
  core::IdSource m_ids;
  Changes m_changes;
  std::shared_ptr<const text::FontLibrary> m_fonts;
  std::unique_ptr<LazyTypesetter> m_typesetter;
  std::unique_ptr<LazyPdfWriter> m_pdf;
};

}  // namespace unknot::app
