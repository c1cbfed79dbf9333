#include "ui/client_form_place.h"

#include <algorithm>
#include <array>

#include "ui/dialogs.h"

namespace unknot::ui {

namespace {

constexpr int kFormWidth = 760;
constexpr std::array kStatuses{domain::ClientStatus::active, domain::ClientStatus::paused,
                               domain::ClientStatus::ended};
constexpr std::array kSkins{domain::SkinTone::pale, domain::SkinTone::light, domain::SkinTone::tan,
                            domain::SkinTone::brown, domain::SkinTone::dark};
constexpr std::array kHair{domain::HairStyle::cropped, domain::HairStyle::curly, domain::HairStyle::tied,
                           domain::HairStyle::longHair, domain::HairStyle::none};
constexpr std::array kHairColors{domain::HairColor::black, domain::HairColor::brown, domain::HairColor::blond,
                                 domain::HairColor::red, domain::HairColor::grey};
constexpr std::array kBuilds{domain::BodyBuild::slender, domain::BodyBuild::medium, domain::BodyBuild::broad};

}  // namespace

ClientFormPlace::ClientFormPlace(wxWindow* parent, const Surroundings& around, app::Desk& desk,
                                 Navigation& navigation)
    : Place(parent, around),
      m_navigation(navigation),
      m_presenter(desk),
      m_page(new ScrolledPage(this)),
      m_languages(desk.content.languages()) {
  auto* column = new wxBoxSizer(wxVERTICAL);
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  m_heading = ui::makeText(this, "", Look::title);
  head->Add(m_heading, 1, wxALIGN_CENTRE_VERTICAL);
  head->Add(makeButton(this, around, "clientForm.cancel",
                       [this] {
                         m_presenter.dropChanges();
                         m_navigation.goBack();
                       }),
            0, wxRIGHT, FromDIP(space::kSmall));
  m_save = makeButton(
      this, around, "clientForm.save", Look::primary, [this] { save(); }, "save");
  head->Add(m_save);
  m_problem = new FlowText(m_page, "", Look::problem);
  column->Add(m_problem, 0, wxEXPAND | wxBOTTOM, FromDIP(space::kLarge));
  m_problem->Hide();
  m_lookalikes = new Card(m_page);
  m_lookalikes->addBody();
  m_lookalikes->Hide();
  column->Add(m_lookalikes, 0, wxEXPAND | wxBOTTOM, FromDIP(space::kLarge));
  auto* person = new Card(m_page);
  makePerson(person);
  auto* rest = new Card(m_page);
  makeRest(rest);
  for (Card* card : {person, rest}) {
    card->SetMinSize(FromDIP(wxSize(kFormWidth, -1)));
    column->Add(card, 0, wxEXPAND | wxBOTTOM, FromDIP(space::kLarge));
  }
  m_merge = makeButton(m_page, around, "clientForm.merge",
                       [this] { m_navigation.mergeChart(m_presenter.state().client.id); });
  column->Add(m_merge, 0, wxBOTTOM, FromDIP(space::kLarge));
  m_page->SetSizer(column);
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(head, 0, wxEXPAND | wxALL, FromDIP(space::kWide));
  sizer->Add(m_page, 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(space::kWide));
  SetSizer(sizer);
  m_presenter.listen([this](const app::ClientFormState& state) { mirror(state); });
}

void ClientFormPlace::makePerson(Card* card) {
  m_person = std::make_unique<Form>(card, card->inner(), around());
  Form& form = *m_person;
  form.columns(2);
  makeText(form, "name", "clientForm.name.label");
  makeText(form, "calledAs", "clientForm.calledAs");
  makeText(form, "phone", "clientForm.phone");
  makeText(form, "email", "clientForm.email");
  makeText(form, "pronouns", "clientForm.pronouns");
  m_birthDate = form.text("birthDate", "clientForm.birthDate.label",
                          [this](const std::string& text) { m_presenter.setBirthDate(text); });
}

void ClientFormPlace::makeRest(Card* card) {
  m_rest = std::make_unique<Form>(card, card->inner(), around());
  Form& form = *m_rest;
  form.columns(2);
  makeText(form, "occupation", "clientForm.occupation");
  makeText(form, "address", "clientForm.address");
  makeText(form, "emergencyContact", "clientForm.emergencyContact");
  makeText(form, "sortName", "clientForm.sortName.label");
  std::vector<std::string> statuses;
  for (const auto status : kStatuses)
    statuses.push_back(around().words.say("clientStatus." + std::string(domain::toString(status))));
  m_status = form.choice("status", "clientForm.status.label", statuses, [this](int index) {
    m_presenter.setStatus(kStatuses[static_cast<std::size_t>(index)]);
  });
  std::vector<std::string> builds;
  for (const auto build : kBuilds)
    builds.push_back(around().words.say("bodyBuild." + std::string(domain::toString(build))));
  m_build = form.choice("build", "clientForm.build", builds, [this](int index) {
    m_presenter.setBuild(kBuilds[static_cast<std::size_t>(index)]);
  });
  makeLook(form);
  makeLanguage(form);
  m_largePrint = form.check("largePrint", "clientForm.largePrint",
                            [this](bool large) { m_presenter.setLargePrint(large); });
  form.columns(1);
  m_fields["about"] = form.longText("about", "clientForm.about", 5,
                                    [this](const std::string& text) { m_presenter.setText("about", text); });
}

// How the figure of exercise pictures looks.
void ClientFormPlace::makeLook(Form& form) {
  const auto add = [&](const char* name, const auto& values, auto member) {
    std::vector<std::string> labels;
    for (const auto value : values)
      labels.push_back(
          around().words.say("figureLook." + std::string(name) + "." + std::string(domain::toString(value))));
    return form.choice(name, "clientForm." + std::string(name), labels, [this, &values, member](int index) {
      auto look = m_presenter.state().client.look;
      look.*member = values[static_cast<std::size_t>(index)];
      m_presenter.setLook(look);
    });
  };
  m_skin = add("skin", kSkins, &domain::FigureLook::skin);
  m_hair = add("hair", kHair, &domain::FigureLook::hair);
  m_hairColor = add("hairColor", kHairColors, &domain::FigureLook::hairColor);
}

void ClientFormPlace::makeLanguage(Form& form) {
  std::vector<std::string> labels;
  for (const auto& language : m_languages) labels.push_back(around().words.say("languageName." + language));
  m_language = form.choice("language", "clientForm.language", labels, [this](int index) {
    m_presenter.setLanguage(m_languages[static_cast<std::size_t>(index)]);
  });
}

void ClientFormPlace::makeText(Form& form, const char* field, const char* labelId) {
  m_fields[field] = form.text(field, labelId, [this, name = std::string(field)](const std::string& text) {
    m_presenter.setText(name, text);
  });
}

void ClientFormPlace::startNew() {
  m_presenter.startNew();
  titleChanged();
}

void ClientFormPlace::open(domain::ClientId client) {
  m_presenter.open(client);
}

wxString ClientFormPlace::title() const {
  return around().say(m_presenter.state().isNew ? "clientForm.title.new" : "clientForm.title.edit");
}

void ClientFormPlace::flush(Done done) {
  if (!m_presenter.state().changed) return done(true);
  m_presenter.save([done](domain::ClientId) { done(true); },
                   [this, done] {
                     // It can't be saved as it stands: either it is mended, or it is given up knowingly.
                     const char* question = m_presenter.state().lookalikes.empty() ? "clientForm.leave"
                                                                                   : "clientForm.leaveDouble";
                     const bool leave = mayAsk() && ask(this, around().words, {question, {}, {}},
                                                        "clientForm.leaveYes", "clientForm.leaveNo");
                     if (leave) m_presenter.dropChanges();
                     done(leave);
                   },
                   mayAsk() ? app::ClientFormPresenter::Guard::ask : app::ClientFormPresenter::Guard::none);
}

std::function<void(Navigation&)> ClientFormPlace::reopen() const {
  const app::ClientFormState& state = m_presenter.state();
  if (state.isNew) return {};
  return [client = state.client.id](Navigation& navigation) {
    navigation.openChart(client);
    navigation.editClient(client);
  };
}

void ClientFormPlace::mirror(const app::ClientFormState& state) {
  m_heading->SetLabelText(title());
  domain::Client client = state.client;
  for (const auto& [name, field] : m_fields) setText(field, *app::clientText(client, name));
  setText(m_birthDate, state.birthDate);
  for (std::size_t i = 0; i < kStatuses.size(); ++i)
    if (kStatuses[i] == state.client.status) m_status->SetSelection(static_cast<int>(i));
  for (std::size_t i = 0; i < kBuilds.size(); ++i)
    if (kBuilds[i] == state.client.build) m_build->SetSelection(static_cast<int>(i));
  const auto select = [](wxChoice* choice, const auto& values, const auto& value) {
    const auto found = std::find(std::begin(values), std::end(values), value);
    choice->SetSelection(found == std::end(values) ? wxNOT_FOUND
                                                   : static_cast<int>(found - std::begin(values)));
  };
  select(m_skin, kSkins, state.client.look.skin);
  select(m_hair, kHair, state.client.look.hair);
  select(m_hairColor, kHairColors, state.client.look.hairColor);
  // "de-AT" is served by "de"; what nothing is written in stays as it is until somebody chooses.
  select(m_language, m_languages, state.client.language.substr(0, state.client.language.find('-')));
  m_largePrint->SetValue(state.client.largePrint);
  m_person->setHelp("birthDate", state.birthDateRead);
  m_person->showIssues(state.issues);
  m_rest->showIssues(state.issues);
  m_problem->setText(state.problem ? around().words.say(*state.problem) : std::string());
  m_problem->Show(state.problem.has_value());
  mirrorLookalikes(state);
  m_save->Enable(state.ready && !state.busy);
  m_merge->Show(!state.isNew);
  m_page->Layout();
  titleChanged();
}

void ClientFormPlace::mirrorLookalikes(const app::ClientFormState& state) {
  m_lookalikes->Show(!state.lookalikes.empty());
  if (m_lookalikesShown == state.lookalikes) return;
  m_lookalikesShown = state.lookalikes;
  wxWindow* body = m_lookalikes->body();
  body->DestroyChildren();
  auto* column = new wxBoxSizer(wxVERTICAL);
  const int gap = FromDIP(space::kSmall);
  column->Add(new FlowText(body, around().words.say("clientForm.lookalike.ask"), Look::strong),
              wxSizerFlags().Expand().Border(wxBOTTOM, gap));
  for (const auto& one : state.lookalikes)
    column->Add(
        makeRow(body,
                around().words.say("clientForm.lookalike.open", {{"who", m_presenter.lookalikeText(one)}}),
                app::likenessText(around().words, one.likeness),
                [this, client = one.client] { CallAfter([this, client] { openLookalike(client); }); }),
        wxSizerFlags().Expand().Border(wxBOTTOM, gap));
  // The card is filled anew before the button's own event has ended.
  auto* other = makeButton(body, around(), "clientForm.lookalike.else", [this] {
    CallAfter([this] {
      m_presenter.somebodyElse();
      save();
    });
  });
  column->Add(other);
  body->SetSizer(column);
  relayout(body);
  if (state.lookalikes.empty()) return;
  m_page->Scroll(0, 0);
  other->SetFocus();
}

void ClientFormPlace::openLookalike(domain::ClientId client) {
  m_presenter.dropChanges();
  m_navigation.openChart(client);
}

void ClientFormPlace::save() {
  m_presenter.save([this](domain::ClientId client) { m_navigation.openChart(client); });
  m_person->focusFirstIssue();
}

}  // namespace unknot::ui
