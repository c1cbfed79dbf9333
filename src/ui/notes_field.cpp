#include "ui/notes_field.h"

#ifdef UNKNOT_HAS_GSPELL
#include <gspell/gspell.h>
#endif
#include <gtk/gtk.h>

#include <map>
#include <string>

namespace unknot::ui {
namespace {

#ifdef UNKNOT_HAS_GSPELL

GtkTextView* viewOf(const wxTextCtrl* field) {
  GtkWidget* view = field->GetHandle();
  if (GTK_IS_SCROLLED_WINDOW(view)) view = gtk_bin_get_child(GTK_BIN(view));
  return GTK_IS_TEXT_VIEW(view) ? GTK_TEXT_VIEW(view) : nullptr;
}

// "en" is whatever English dictionary there is, the reader's own first.
const GspellLanguage* languageFor(std::string_view wanted) {
  const std::string tag(wanted);
  if (const auto* exact = gspell_language_lookup(tag.c_str())) return exact;
  const auto* standard = gspell_language_get_default();
  if (standard != nullptr && std::string_view(gspell_language_get_code(standard)).starts_with(tag))
    return standard;
  for (const GList* at = gspell_language_get_available(); at != nullptr; at = at->next) {
    const auto* language = static_cast<const GspellLanguage*>(at->data);
    if (std::string_view(gspell_language_get_code(language)).starts_with(tag)) return language;
  }
  return nullptr;
}

// One for all fields of a language: each would read the dictionary again.
GspellChecker* checkerFor(const GspellLanguage* language) {
  static std::map<const GspellLanguage*, GspellChecker*> s_checkers;
  auto& checker = s_checkers[language];
  if (checker == nullptr) checker = gspell_checker_new(language);
  return checker;
}

bool addChecker(const wxTextCtrl* field, std::string_view language) {
  const auto* const dictionary = languageFor(language);
  GtkTextView* const view = viewOf(field);
  if (dictionary == nullptr || view == nullptr) return false;
  gspell_text_buffer_set_spell_checker(
      gspell_text_buffer_get_from_gtk_text_buffer(gtk_text_view_get_buffer(view)), checkerFor(dictionary));
  gspell_text_view_set_enable_language_menu(gspell_text_view_get_from_gtk_text_view(view), TRUE);
  return true;
}

void underline(const wxTextCtrl* field, bool on) {
  gspell_text_view_set_inline_spell_checking(gspell_text_view_get_from_gtk_text_view(viewOf(field)), on);
}

#else

bool addChecker(const wxTextCtrl*, std::string_view) {
  return false;
}
void underline(const wxTextCtrl*, bool) {}

#endif

}  // namespace

NotesField::NotesField(wxWindow* parent, std::string_view language)
    : wxTextCtrl(parent, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_MULTILINE),
      m_checked(addChecker(this, language)) {
  if (m_checked && !IsFrozen()) underline(this, true);
}

void NotesField::DoFreeze() {
  if (m_checked) underline(this, false);
  wxTextCtrl::DoFreeze();
}

void NotesField::DoThaw() {
  wxTextCtrl::DoThaw();
  if (m_checked) underline(this, true);
}

}  // namespace unknot::ui
