// The form for a new client, or for the details of one who is there.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/clients.h"
#include "app/desk.h"
#include "app/person_marks.h"
#include "app/presenter.h"

namespace unknot::app {

struct ClientFormState {
  bool ready = false;
  bool isNew = true;
  domain::Client client;                        // birthDate is what `birthDate` below was read as
  std::string birthDate;                        // as typed
  std::string birthDateRead;                    // "21 March 1980, 46 years", so that a slip is seen at once
  std::map<std::string, core::Message> issues;  // by field
  // Who is here already and may be the same person: a new client is only saved once somebody said it is not.
  std::vector<Lookalike> lookalikes;
  bool changed = false;
  bool busy = false;
  std::optional<core::Message> problem;
  friend bool operator==(const ClientFormState&, const ClientFormState&) = default;
};

class ClientFormPresenter final : public Presenter<ClientFormState> {
 public:
  explicit ClientFormPresenter(Desk& desk);

  void startNew();
  void open(domain::ClientId client);
  // "name", "calledAs", "sortName", "pronouns", "phone", "email", "address", "occupation",
  // "emergencyContact", "about".
  void setText(const std::string& field, const std::string& text);
  void setBirthDate(const std::string& text);
  void setStatus(domain::ClientStatus status);
  void setLargePrint(bool largePrint);
  void setBuild(domain::BodyBuild build);
  void setLook(const domain::FigureLook& look);
  // Of what is printed for them: a BCP 47 tag.
  void setLanguage(const std::string& language);
  // What was typed is given up.
  void dropChanges();
  // One of the two is called; issues, problems and lookalikes are in the State when it could not be saved.
  // Where nobody is there to be asked, it is saved without asking: what was typed counts more than a double.
  enum class Guard { ask, none };
  void save(std::function<void(domain::ClientId)> done, std::function<void()> notSaved = {},
            Guard guard = Guard::ask);
  // Those that are shown are not asked about again.
  void somebodyElse();
  // "Zoë Müller, born 29 Feb 1980"
  std::string lookalikeText(const Lookalike& lookalike) const;

 private:
  void failed(std::exception_ptr error) override;
  void readBirthDate(ClientFormState& state) const;
  void saved(const domain::Client& client);

  Desk& m_desk;
  // Of a new client, made by the first try to save and used by every further one: a try of which it is not
  // certain that it was saved must not become two clients. Only jobs touch what it points to.
  std::shared_ptr<domain::ClientId> m_newId;
  int m_opened = 0;  // the newest form counts; details read for an older one are dropped
  std::function<void()> m_notSaved;
  std::set<domain::ClientId> m_others;  // who the new client is not
};

// nullptr for a field that is not a text of the client.
std::string* clientText(domain::Client& client, const std::string& field);

}  // namespace unknot::app
