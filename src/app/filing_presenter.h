// A document that came in, before it is filed: its pages to read from, and what has to be known of it.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "app/desk.h"
#include "app/filing.h"
#include "app/presenter.h"

namespace unknot::app {

struct FilingState {
  bool ready = false;  // it can be filed
  domain::ClientId client;
  std::string fileName;
  std::shared_ptr<const raster::Sheets> sheets;
  std::string sender;
  std::string dated;      // as typed; may stay empty: the document carries no day
  std::string datedRead;  // "3 March 2026", so that a slip is seen at once
  std::string title;
  std::map<std::string, core::Message> issues;  // by field: "sender", "dated", "title"
  bool changed = false;                         // something was typed and not filed
  bool busy = false;
  std::optional<core::Message> problem;
  friend bool operator==(const FilingState&, const FilingState&) = default;
};

class FilingPresenter final : public Presenter<FilingState> {
 public:
  // `drawing`: the thread on which files from outside are opened. Keeps both for as long as it lives.
  FilingPresenter(Desk& desk, core::Tasks& drawing);

  // Reads the file; nothing is filed yet.
  void open(domain::ClientId client, const std::filesystem::path& file);
  void setSender(const std::string& sender);
  void setDated(const std::string& dated);
  void setTitle(const std::string& title);
  void dropChanges();
  // `done` once it is in the chart; else the State says what is missing.
  void file(std::function<void()> done);
  const std::filesystem::path& path() const { return m_path; }

 private:
  void failed(std::exception_ptr error) override;
  void edit(const char* field, const std::function<void(FilingState&)>& change);
  std::optional<core::Date> day() const;

  Desk& m_desk;
  core::Tasks& m_drawing;
  std::filesystem::path m_path;
  std::shared_ptr<const std::string> m_bytes;
  // Made by the first try and used by every further one: a try of which it is not certain that it was kept
  // must not become two documents. Only jobs touch what it points to.
  std::shared_ptr<domain::DocumentId> m_id;
  int m_asked = 0;
};

}  // namespace unknot::app
