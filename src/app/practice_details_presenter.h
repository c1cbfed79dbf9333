// What a practice prints of itself: who works there, phone, colour and paper.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "app/desk.h"
#include "app/presenter.h"

namespace unknot::app {

struct PracticeDetailsState {
  bool ready = false;
  std::string practitioner;
  std::string phone;
  std::string accent;  // "#1f6e6b", or "" for the program's own
  domain::Paper paper = domain::Paper::a4;
  std::shared_ptr<const core::Photo> logo;      // nullptr: none
  std::map<std::string, core::Message> issues;  // by field: "practitioner", "phone", "accent", "logo"
  bool changed = false;
  std::string savedAt;
  std::optional<core::Message> problem;
  friend bool operator==(const PracticeDetailsState&, const PracticeDetailsState&) = default;
};

class PracticeDetailsPresenter final : public Presenter<PracticeDetailsState> {
 public:
  explicit PracticeDetailsPresenter(Desk& desk);

  void open();
  void setPractitioner(const std::string& name);
  void setPhone(const std::string& phone);
  // "" is the program's own colour.
  void setAccent(const std::string& accent);
  void setPaper(domain::Paper paper);
  // Reads a picture; it is kept when the details are saved. One that can't be used is an issue, and the logo
  // stays.
  void chooseLogo(const std::filesystem::path& file);
  void removeLogo();
  void dropChanges();
  // Saves what changed; where it can't be saved, the State says why.
  void flush(std::function<void(bool saved)> done);

 private:
  void failed(std::exception_ptr error) override;
  void edit(const char* field, const std::function<void(PracticeDetailsState&)>& change);

  Desk& m_desk;
  std::optional<std::string> m_logo;  // to be saved: its bytes, "" for none; nothing: it was not changed
};

}  // namespace unknot::app
