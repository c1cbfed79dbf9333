#include "app/client_form_presenter.h"

#include <array>
#include <utility>

#include "app/form_edit.h"
#include "core/utf8.h"
#include "unicode/dates.h"

namespace unknot::app {

namespace {

using TextMember = std::string domain::Client::*;

struct TextField {
  const char* name;
  TextMember member;
};

constexpr std::array kTextFields{
    TextField{"name", &domain::Client::name},
    TextField{"calledAs", &domain::Client::calledAs},
    TextField{"sortName", &domain::Client::sortName},
    TextField{"pronouns", &domain::Client::pronouns},
    TextField{"phone", &domain::Client::phone},
    TextField{"email", &domain::Client::email},
    TextField{"address", &domain::Client::address},
    TextField{"occupation", &domain::Client::occupation},
    TextField{"emergencyContact", &domain::Client::emergencyContact},
    TextField{"about", &domain::Client::about},
};

// The field an error of the rules speaks of; "" when it names none.
std::string fieldOf(const core::Message& message) {
  return message.id == "error.birthDate" ? "birthDate" : namedField(message);
}

// What became of a try to save: the client, or who it may be.
struct Tried {
  std::optional<domain::Client> saved;
  std::vector<Lookalike> lookalikes;
};

// Of a client who was saved by an earlier try nobody is asked again.
std::vector<Lookalike> lookalikesOfNew(Workspace& work, const domain::Client& client, domain::ClientId id,
                                       const std::set<domain::ClientId>& others) {
  if (!id.isNil() && work.store.clients().find(id)) return {};
  auto found = findLookalikes(work, client);
  std::erase_if(found, [&](const Lookalike& one) { return others.contains(one.client); });
  return found;
}

domain::Client saveNew(Workspace& work, domain::Client client, domain::ClientId& id) {
  if (id.isNil()) id = work.ids.make<domain::ClientId>();
  client.id = id;
  // An earlier try was saved after all, and more was typed since.
  const auto saved = work.store.clients().find(id);
  return saved ? changeClient(work, client) : addClient(work, client);
}

}  // namespace

std::string* clientText(domain::Client& client, const std::string& field) {
  for (const auto& entry : kTextFields)
    if (field == entry.name) return &(client.*entry.member);
  return nullptr;
}

ClientFormPresenter::ClientFormPresenter(Desk& desk) : Presenter(desk.tasks), m_desk(desk) {}

void ClientFormPresenter::startNew() {
  m_newId = std::make_shared<domain::ClientId>();
  m_others.clear();
  ++m_opened;
  update([this](ClientFormState& state) {
    state = {};
    state.ready = true;
    state.client.language = m_desk.practice.language;
  });
}

void ClientFormPresenter::open(domain::ClientId id) {
  m_newId.reset();
  const int asked = ++m_opened;
  update([](ClientFormState& state) { state = {}; });
  run([&work = m_desk.work, id] { return resolveClient(work, id.toString()); },
      [this, asked](const domain::Client& client) {
        // Another form was begun meanwhile.
        if (asked != m_opened) return;
        update([&](ClientFormState& state) {
          state.ready = true;
          state.isNew = false;
          state.client = client;
          if (client.birthDate) state.birthDate = m_desk.dateText(*client.birthDate);
          readBirthDate(state);
        });
      });
}

void ClientFormPresenter::setText(const std::string& field, const std::string& text) {
  update([&](ClientFormState& state) {
    std::string* value = clientText(state.client, field);
    if (value == nullptr || *value == text) return;
    *value = text;
    state.changed = true;
    state.lookalikes.clear();
    state.issues.erase(field);
  });
}

void ClientFormPresenter::setBirthDate(const std::string& text) {
  update([&](ClientFormState& state) {
    state.birthDate = text;
    state.changed = true;
    state.lookalikes.clear();
    state.issues.erase("birthDate");
    readBirthDate(state);
  });
}

void ClientFormPresenter::setStatus(domain::ClientStatus status) {
  update([status](ClientFormState& state) {
    state.client.status = status;
    state.changed = true;
  });
}

void ClientFormPresenter::setLargePrint(bool largePrint) {
  update([largePrint](ClientFormState& state) {
    state.client.largePrint = largePrint;
    state.changed = true;
  });
}

void ClientFormPresenter::setBuild(domain::BodyBuild build) {
  update([build](ClientFormState& state) {
    state.client.build = build;
    state.changed = true;
  });
}

void ClientFormPresenter::setLook(const domain::FigureLook& look) {
  update([&](ClientFormState& state) {
    state.client.look = look;
    state.changed = true;
  });
}

void ClientFormPresenter::setLanguage(const std::string& language) {
  update([&](ClientFormState& state) {
    state.client.language = language;
    state.changed = true;
  });
}

void ClientFormPresenter::dropChanges() {
  update([](ClientFormState& state) {
    state.changed = false;
    state.lookalikes.clear();
    state.issues.clear();
    state.problem.reset();
  });
}

void ClientFormPresenter::somebodyElse() {
  for (const auto& one : state().lookalikes) m_others.insert(one.client);
  update([](ClientFormState& state) { state.lookalikes.clear(); });
}

std::string ClientFormPresenter::lookalikeText(const Lookalike& lookalike) const {
  if (!lookalike.birthDate) return lookalike.name;
  return m_desk.words.say("clientForm.lookalike.born",
                          {{"name", lookalike.name}, {"date", m_desk.dateText(*lookalike.birthDate)}});
}

void ClientFormPresenter::saved(const domain::Client& client) {
  update([&](ClientFormState& state) {
    state.busy = false;
    state.changed = false;
    state.isNew = false;
    state.client = client;
  });
  m_newId.reset();
}

void ClientFormPresenter::save(std::function<void(domain::ClientId)> done, std::function<void()> notSaved,
                               Guard guard) {
  if (state().busy || !state().ready) {
    if (notSaved) notSaved();
    return;
  }
  std::map<std::string, core::Message> issues;
  if (core::trimmed(state().client.name).empty())
    issues["name"] = core::Message{"clientForm.name.missing", {}, {}};
  if (!core::trimmed(state().birthDate).empty() && !state().client.birthDate)
    issues["birthDate"] = core::Message{"clientForm.birthDate.unreadable", {}, {}};
  update([&](ClientFormState& state) {
    state.issues = issues;
    state.lookalikes.clear();
    state.problem.reset();
    state.busy = issues.empty();
  });
  if (!issues.empty()) {
    if (notSaved) notSaved();
    return;
  }
  m_notSaved = std::move(notSaved);
  run(
      [&work = m_desk.work, client = state().client, newId = m_newId, others = m_others,
       asks = guard == Guard::ask]() -> Tried {
        if (!newId) return {changeClient(work, client), {}};
        if (asks)
          if (auto found = lookalikesOfNew(work, client, *newId, others); !found.empty())
            return {{}, std::move(found)};
        return {saveNew(work, client, *newId), {}};
      },
      [this, done = std::move(done)](const Tried& tried) {
        if (tried.saved) {
          saved(*tried.saved);
          done(tried.saved->id);
          return;
        }
        update([&](ClientFormState& state) {
          state.busy = false;
          state.lookalikes = tried.lookalikes;
        });
        if (const auto notYet = std::exchange(m_notSaved, {})) notYet();
      });
}

void ClientFormPresenter::failed(std::exception_ptr error) {
  const core::Message message = core::describe(error);
  update([&](ClientFormState& state) {
    state.busy = false;
    const std::string field = fieldOf(message);
    const bool shown = field == "birthDate" || clientText(state.client, field) != nullptr;
    if (shown)
      state.issues[field] = message;
    else
      state.problem = message;
  });
  if (const auto notSaved = std::exchange(m_notSaved, {})) notSaved();
}

void ClientFormPresenter::readBirthDate(ClientFormState& state) const {
  state.client.birthDate = unicode::parseDate(state.birthDate, m_desk.practice.language, m_desk.today());
  state.birthDateRead.clear();
  if (!state.client.birthDate) return;
  const int years = state.client.birthDate->yearsUntil(m_desk.today());
  core::Message read{"clientForm.birthDate.read", {}, years};
  read.args.push_back({"date", unicode::formatDate(*state.client.birthDate, m_desk.practice.language)});
  state.birthDateRead = m_desk.words.say(read);
}

}  // namespace unknot::app
