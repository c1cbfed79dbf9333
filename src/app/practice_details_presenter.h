// What a practice prints of itself, who works there, phone, colour and paper; and what it goes by with its
// clients: the number to call in an emergency, the age from which they sign for themselves.
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
  std::string emergencyNumber;
  std::string adultAge;                     // as typed
  std::shared_ptr<const core::Photo> logo;  // nullptr: none
  // By field: "practitioner", "phone", "accent", "emergencyNumber", "adultAge", "logo".
  std::map<std::string, core::Message> issues;
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
  void setEmergencyNumber(const std::string& number);
  void setAdultAge(const std::string& years);
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
