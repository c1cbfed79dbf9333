// The screen that is handed to a client: one group of questions at a time, in their language, then what they
// are asked to agree to. Everything is kept in a draft on the way, so that an interruption at any point loses
// nothing; the answers are saved on the last page.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/desk.h"
#include "app/draft_clock.h"
#include "app/intake_sheet.h"
#include "app/intakes.h"
#include "app/presenter.h"

namespace unknot::app {

enum class KioskPage {
  welcome,
  group,    // one section of the questionnaire
  stop,     // an answer asks for help now: show this to your practitioner
  consent,  // one text to agree to or not
  sign,
  thanks
};

struct KioskConsent {
  domain::ConsentText text;
  std::optional<bool> accepted;  // none: not chosen yet
  friend bool operator==(const KioskConsent&, const KioskConsent&) = default;
};

struct KioskState {
  bool ready = false;
  domain::ClientId client;
  bool consentsOnly = false;
  std::string language;  // of the client
  KioskPage page = KioskPage::welcome;
  std::size_t group = 0;    // of KioskPage::group: which section of the questionnaire
  std::size_t consent = 0;  // of KioskPage::consent: which of `consents`
  int part = 0;             // from 1; 0 where parts are not counted
  int parts = 0;
  int laid = 0;                         // grows with each page that is to be laid out anew
  std::optional<std::string> lastTime;  // the day of the answers it begins with, as the client reads it
  std::string today;                    // likewise
  IntakeSheet sheet;
  std::vector<KioskConsent> consents;
  std::string signer;
  domain::SignerNeeded needed = domain::SignerNeeded::client;
  std::optional<bool> ofAge;  // where the day of birth is not known: what they said
  std::string guardianAs;
  domain::DrawnSignature signature;
  std::string emergencyNumber;  // "": none is set
  int adultAge = domain::kUsualAdultAge;
  bool busy = false;
  std::optional<core::Message> issue;    // what this page still needs
  std::optional<core::Message> problem;  // why it could not be kept
  bool guardianSigns() const {
    return needed == domain::SignerNeeded::guardian ||
           (needed == domain::SignerNeeded::askAge && ofAge && !*ofAge);
  }
  friend bool operator==(const KioskState&, const KioskState&) = default;
};

class KioskPresenter final : public Presenter<KioskState> {
 public:
  explicit KioskPresenter(Desk& desk);

  // Goes on with a draft where there is one. `consentsOnly`: what they agreed to already is asked again too.
  void open(domain::ClientId client, bool consentsOnly = false);
  // On the welcome page: the same answers under the questions of another language.
  void setLanguage(const std::string& language);
  void edit(const std::function<void(IntakeSheet&)>& change);
  void decide(bool accepted);
  void setSigner(const std::string& name);
  void setOfAge(bool ofAge);
  void setGuardianAs(const std::string& relation);
  void setSignature(domain::DrawnSignature signature);
  // To the next page, once this one has what it needs; the last one saves.
  void next();
  void back();
  bool canGoBack() const;

  // Called by the window a few times a second.
  void tick();
  // At once, for leaving and closing; `done` hears whether everything typed is kept.
  void keepNow(std::function<void(bool)> done);

 private:
  struct Step {
    KioskPage page;
    std::size_t index;
  };
  struct Read;

  void failed(std::exception_ptr error) override;
  void show(Read read);
  std::vector<Step> steps() const;
  std::size_t current(const std::vector<Step>& steps) const;
  void go(const Step& step);
  void change(const std::function<void(KioskState&)>& edit);
  // Flags that ask for help now and of which no page was shown yet.
  bool raisesNewStop();
  std::optional<core::Message> missing() const;
  void settleSigner();
  domain::Intake intake() const;
  std::vector<domain::Consent> decided() const;
  std::optional<int> place() const;
  void finish();

  Desk& m_desk;
  DraftClock m_drafts;
  std::string m_clientName;
  std::optional<core::Date> m_birthDate;
  std::optional<core::Date> m_lastTime;
  std::vector<std::string> m_stopsShown;
  std::optional<Step> m_afterStop;
  // Made by the first try to save and used by further ones: a try of which it is not certain that it was
  // saved must not become two versions. Only jobs touch what it points to.
  struct Ids {
    domain::IntakeId intake;
    std::vector<domain::ConsentId> consents;
  };
  std::shared_ptr<Ids> m_ids;
  std::function<void(bool)> m_onKept;
};

}  // namespace unknot::app
