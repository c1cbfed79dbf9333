// A document of a chart, handed out or come in, shown as it is: to read, print, or save a copy of.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/desk.h"
#include "app/filing.h"
#include "app/presenter.h"

namespace unknot::app {

struct DocumentState {
  bool ready = false;
  domain::DocumentRecord record;
  std::string title;  // its own, or what kind of document it is
  std::string facts;  // "From Dr Example · dated 3 Mar 2026 · filed on 5 Mar 2026 · 2 pages"
  std::shared_ptr<const raster::Sheets> sheets;  // nullptr: not opened yet, or it can't be shown
  std::string suggestedName;                     // "Home practice 2026-11-22.pdf", without the client's name
  bool busy = false;
  std::optional<core::Message> remark;  // what was just printed or saved, or that not all pages are shown
  std::optional<core::Message> problem;
  friend bool operator==(const DocumentState&, const DocumentState&) = default;
};

class DocumentPresenter final : public Presenter<DocumentState> {
 public:
  // `drawing`: the thread on which files from outside are opened. Keeps both for as long as it lives.
  DocumentPresenter(Desk& desk, core::Tasks& drawing);

  void open(domain::DocumentId id);
  void save(const std::filesystem::path& file);
  // Sends a PDF to a printer that was chosen; false when it does not take it.
  using Send = std::function<bool(const std::string& pdf)>;
  // `choosePrinter` gives nothing when the person changed their mind: then nothing is noted.
  void print(const std::function<Send()>& choosePrinter);

 private:
  void failed(std::exception_ptr error) override;
  void show(std::string bytes);
  void begin();
  std::string factsOf(const domain::DocumentRecord& record) const;

  Desk& m_desk;
  core::Tasks& m_drawing;
  int m_asked = 0;  // the newest wish counts; answers to older ones are dropped
};

// "Letter about the knee", or "Came in"
std::string titleOf(const core::Words& words, const domain::DocumentRecord& record);

}  // namespace unknot::app
