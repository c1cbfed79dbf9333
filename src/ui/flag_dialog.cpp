#include "ui/flag_dialog.h"

#include <wx/dialog.h>
#include <wx/sizer.h>

#include <array>

#include "app/flag_presenter.h"
#include "ui/accessible.h"
#include "ui/controls.h"
#include "ui/dialogs.h"
#include "ui/form.h"

namespace unknot::ui {
namespace {

using domain::ClosingKind;

constexpr std::array kKinds{ClosingKind::cleared, ClosingKind::referred, ClosingKind::notRelevant,
                            ClosingKind::reopened};
constexpr int kWidth = 620;
constexpr int kReasonLines = 3;
// The end of a dialog that leads to a letter.
constexpr int kLetter = wxID_HIGHEST + 1;

class FlagDialog final : public wxDialog {
 public:
  FlagDialog(wxWindow* parent, const Surroundings& around, app::Desk& desk, domain::ClientId client,
             const std::string& flag)
      : wxDialog(parent, wxID_ANY, around.say("flag.title")), m_around(around), m_presenter(desk) {
    SetSizer(new wxBoxSizer(wxVERTICAL));
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) { leave(); });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
      if (event.GetKeyCode() == WXK_ESCAPE)
        leave();
      else
        event.Skip();
    });
    m_presenter.open(client, flag);
    m_presenter.listen([this](const app::FlagState& state) { mirror(state); });
  }

 private:
  void add(wxWindow* window, int above) {
    m_column->Add(window, wxSizerFlags().Expand().Border(wxTOP, FromDIP(above)));
  }

  void addText(const std::string& text, Look look, int above) {
    add(new FlowText(m_page, text, look), above);
  }

  void make(const app::FlagState& state) {
    m_page = new wxPanel(this);
    m_column = new wxBoxSizer(wxVERTICAL);
    m_column->SetMinSize(FromDIP(kWidth), -1);
    addText(state.flag.title, Look::title, 0);
    addText(m_around.words.say("flag.of", {{"level", levelOf(state)}, {"client", state.clientName}}),
            Look::muted, space::kTight);
    addText(state.flag.reason, Look::text, space::kSmall);
    for (const auto& [question, answer] : state.flag.said)
      addText(m_around.words.say("flag.said", {{"question", question}, {"answer", answer}}), Look::text,
              space::kTight);
    for (const auto& effect : state.flag.effects) addText(effect, Look::text, space::kTight);
    addText(state.flag.source, Look::small, space::kTight);
    if (!state.flag.closing.empty()) addText(state.flag.closing, Look::hint, space::kSmall);
    makeWord(state);
    makeButtons();
    m_page->SetSizer(m_column);
    GetSizer()->Add(m_page, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(space::kLarge)));
  }

  std::string levelOf(const app::FlagState& state) const {
    return m_around.words.say("safetyLevel." + std::string(domain::toString(state.flag.level)));
  }

  void makeWord(const app::FlagState& state) {
    addText(m_around.words.say("flag.word"), Look::heading, space::kLarge);
    m_form = std::make_unique<Form>(m_page, m_column, m_around);
    std::vector<std::string> kinds;
    for (const auto kind : kKinds)
      kinds.push_back(m_around.words.say("flag.kind." + std::string(domain::toString(kind))));
    m_form
        ->choice("kind", "flag.kindLabel", kinds,
                 [this](int index) { m_presenter.setKind(kKinds.at(static_cast<std::size_t>(index))); })
        ->SetSelection(0);
    m_form->columns(2);
    m_form->text("who", "flag.who", [this](const std::string& text) { m_presenter.setWho(text); });
    setText(m_form->text("on", "flag.on", [this](const std::string& text) { m_presenter.setOn(text); }),
            state.on);
    m_form->columns(1);
    m_form->longText("reason", "flag.reason", kReasonLines,
                     [this](const std::string& text) { m_presenter.setReason(text); });
    if (state.documents.empty()) return;
    std::vector<std::string> documents{m_around.words.say("flag.noDocument")};
    for (const auto& document : state.documents) documents.push_back(document.second);
    m_form
        ->choice("document", "flag.document", documents,
                 [this](int index) {
                   const auto& known = m_presenter.state().documents;
                   m_presenter.setEvidence(
                       index <= 0 ? std::nullopt
                                  : std::optional(known.at(static_cast<std::size_t>(index - 1)).first));
                 })
        ->SetSelection(0);
  }

  void makeButtons() {
    m_problem = new FlowText(m_page, "", Look::problem);
    m_problem->Hide();
    add(m_problem, space::kSmall);
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(makeButton(
        m_page, m_around, "flag.letter", [this] { leave(kLetter); }, "print"));
    buttons->AddStretchSpacer();
    buttons->Add(makeButton(m_page, m_around, "flag.leave", [this] { leave(); }),
                 wxSizerFlags().Border(wxRIGHT, FromDIP(space::kSmall)));
    m_save = makeButton(m_page, m_around, "flag.save", Look::primary,
                        [this] { m_presenter.save([this] { EndModal(wxID_OK); }); });
    buttons->Add(m_save);
    m_column->Add(buttons, wxSizerFlags().Expand().Border(wxTOP, FromDIP(space::kLarge)));
  }

  void mirror(const app::FlagState& state) {
    if (!state.ready) {
      if (state.problem)
        CallAfter([this, problem = *state.problem] {
          tell(this, m_around.words, problem);
          EndModal(wxID_CANCEL);
        });
      return;
    }
    const bool first = m_page == nullptr;
    if (first) make(state);
    m_form->showField("who", state.asksWho());
    m_form->setLabel("who",
                     m_around.words.say(state.kind == ClosingKind::referred ? "flag.whom" : "flag.who"));
    m_form->setLabel("reason", m_around.words.say(state.asksWho() ? "flag.note" : "flag.reason"));
    m_form->showIssues(state.issues);
    m_problem->setText(state.problem ? m_around.words.say(*state.problem) : std::string());
    m_problem->Show(state.problem.has_value());
    m_save->Enable(!state.busy);
    m_page->Layout();
    Fit();
    if (first) CentreOnParent();
  }

  void leave(int answer = wxID_CANCEL) {
    if (!m_presenter.state().changed || ask(this, m_around.words, {"session.draft.discardText", {}, {}},
                                            "session.draft.discard", "session.draft.keepTyping"))
      EndModal(answer);
  }

  const Surroundings& m_around;
  app::FlagPresenter m_presenter;
  wxPanel* m_page = nullptr;
  wxBoxSizer* m_column = nullptr;
  std::unique_ptr<Form> m_form;
  FlowText* m_problem = nullptr;
  wxButton* m_save = nullptr;
};

}  // namespace

FlagEnd askFlag(wxWindow* parent, const Surroundings& around, app::Desk& desk, domain::ClientId client,
                const std::string& flag) {
  const int answer = FlagDialog(parent, around, desk, client, flag).ShowModal();
  return answer == wxID_OK ? FlagEnd::said : answer == kLetter ? FlagEnd::letter : FlagEnd::left;
}

}  // namespace unknot::ui
