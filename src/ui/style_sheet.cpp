#include "ui/style_sheet.h"

#include <array>
#include <string_view>

#include "core/error.h"

namespace unknot::ui {

namespace {

struct LookClass {
  Look look;
  const char* name;
};

constexpr std::array kLookClasses{
    LookClass{Look::page, "unknot-page"},
    LookClass{Look::card, "unknot-card"},
    LookClass{Look::softCard, "unknot-soft-card"},
    LookClass{Look::rail, "unknot-rail"},
    LookClass{Look::railItem, "unknot-rail-item"},
    LookClass{Look::railSelected, "unknot-rail-selected"},
    LookClass{Look::railText, "unknot-rail-text"},
    LookClass{Look::railTextQuiet, "unknot-rail-text-quiet"},
    LookClass{Look::topBar, "unknot-top-bar"},
    LookClass{Look::title, "unknot-title"},
    LookClass{Look::heading, "unknot-heading"},
    LookClass{Look::label, "unknot-label"},
    LookClass{Look::text, "unknot-text"},
    LookClass{Look::strong, "unknot-strong"},
    LookClass{Look::muted, "unknot-muted"},
    LookClass{Look::small, "unknot-small"},
    LookClass{Look::link, "unknot-link"},
    LookClass{Look::issue, "unknot-issue"},
    LookClass{Look::problem, "unknot-problem"},
    LookClass{Look::hint, "unknot-hint"},
    LookClass{Look::good, "unknot-good"},
    LookClass{Look::code, "unknot-code"},
    LookClass{Look::primary, "unknot-primary"},
    LookClass{Look::flat, "unknot-flat"},
    LookClass{Look::chip, "unknot-chip"},
    LookClass{Look::chipWarning, "unknot-chip-warning"},
    LookClass{Look::chipDanger, "unknot-chip-danger"},
    LookClass{Look::row, "unknot-row"},
    LookClass{Look::iconOnly, "unknot-icon-only"},
    LookClass{Look::compact, "unknot-compact"},
    LookClass{Look::handed, "unknot-handed"},
    LookClass{Look::choice, "unknot-choice"},
    LookClass{Look::quietChoice, "unknot-quiet-choice"},
    LookClass{Look::step, "unknot-step"},
    LookClass{Look::search, "unknot-search"},
};

struct ToneName {
  std::string_view name;
  Tone tone;
};

constexpr std::array kToneNames{
    ToneName{"page", Tone::page},
    ToneName{"surface", Tone::surface},
    ToneName{"surface-hover", Tone::surfaceHover},
    ToneName{"line", Tone::line},
    ToneName{"text", Tone::text},
    ToneName{"muted", Tone::muted},
    ToneName{"accent", Tone::accent},
    ToneName{"accent-hover", Tone::accentHover},
    ToneName{"on-accent", Tone::onAccent},
    ToneName{"accent-soft", Tone::accentSoft},
    ToneName{"rail", Tone::rail},
    ToneName{"rail-selected", Tone::railSelected},
    ToneName{"on-rail", Tone::onRail},
    ToneName{"danger", Tone::danger},
    ToneName{"danger-soft", Tone::dangerSoft},
    ToneName{"warning", Tone::warning},
    ToneName{"warning-soft", Tone::warningSoft},
    ToneName{"good", Tone::good},
};

// Sizes of text are relative, so that the desktop's text size reaches everything. A panel draws no CSS
// border, only shadows, hence the inset ones. Nothing fades: a new button would come up in the desktop's look
// and take 200 ms to become one of ours.
constexpr std::string_view kRules = R"css(
* { transition: none; }
window, .unknot-page { background-color: @tone_page; color: @tone_text; }
.unknot-card { background-color: @tone_surface; border-radius: 12px; box-shadow: inset 0 0 0 1px @tone_line; }
.unknot-soft-card { background-color: @tone_surface-hover; border-radius: 10px; }
.unknot-rail { background-color: @tone_rail; }
.unknot-top-bar { background-color: @tone_surface; box-shadow: inset 0 -1px 0 0 @tone_line; }

label { color: inherit; }
.unknot-title { font-size: 165%; font-weight: 600; color: @tone_text; }
.unknot-heading { font-size: 115%; font-weight: 600; color: @tone_text; }
.unknot-label { font-weight: 600; font-size: 95%; color: @tone_text; }
.unknot-text { color: @tone_text; }
.unknot-strong { font-weight: 600; }
.unknot-muted { color: @tone_muted; }
.unknot-small { font-size: 90%; }
.unknot-good { color: @tone_good; }
.unknot-code { font-family: monospace; font-size: 115%; font-weight: 600; }
.unknot-issue { color: @tone_danger; font-size: 92%; }
.unknot-problem { color: @tone_danger; background-color: @tone_danger-soft; border-radius: 8px; padding: 10px 14px; }
.unknot-hint { color: @tone_text; background-color: @tone_accent-soft; border-radius: 8px; padding: 10px 14px; }
.unknot-rail-text { color: @tone_on-rail; font-size: 125%; font-weight: 600; }
.unknot-rail-text-quiet { color: @tone_on-rail; font-size: 90%; }

button {
  background-image: none; background-color: @tone_surface; color: @tone_text; border: 1px solid @tone_line;
  border-radius: 8px; padding: 7px 16px; box-shadow: none; text-shadow: none; -gtk-icon-shadow: none;
}
button label { color: inherit; }
button:hover { background-color: @tone_surface-hover; }
button:active, button:checked { background-color: @tone_accent-soft; color: @tone_text; }
button:disabled { color: alpha(@tone_muted, 0.65); background-color: @tone_page; }
button:checked:disabled { color: @tone_text; background-color: @tone_accent-soft; }
button:focus { outline: 2px solid @tone_accent; outline-offset: -1px; -gtk-outline-radius: 8px; }
button image { margin-right: 8px; }
button.unknot-icon-only image { margin-right: 0; }
button.unknot-icon-only { padding: 7px 9px; }
button.unknot-compact { padding: 3px 7px; min-height: 0; min-width: 0; }
combobox.unknot-compact button { padding: 2px 8px; min-height: 0; }
button.unknot-primary { background-color: @tone_accent; color: @tone_on-accent; border-color: @tone_accent; font-weight: 600; }
button.unknot-primary:hover, button.unknot-primary:active { background-color: @tone_accent-hover; color: @tone_on-accent; }
button.unknot-primary:disabled { background-color: @tone_line; color: @tone_muted; border-color: @tone_line; }
button.unknot-primary:focus { outline: 2px solid @tone_text; outline-offset: 1px; }
button.unknot-flat { background-color: transparent; border-color: transparent; color: @tone_accent; font-weight: 600; padding: 7px 10px; }
button.unknot-flat:hover { background-color: @tone_accent-soft; }
button.unknot-row { background-color: transparent; border-color: transparent; padding: 9px 12px; font-weight: 400; border-radius: 8px; }
button.unknot-row:hover { background-color: @tone_surface-hover; }
button.unknot-rail-item { background-color: transparent; border-color: transparent; color: @tone_on-rail; padding: 10px 14px; border-radius: 8px; }
button.unknot-rail-item:hover { background-color: alpha(@tone_rail-selected, 0.6); }
button.unknot-rail-item:focus { outline: 2px solid @tone_on-rail; }
button.unknot-rail-selected { background-color: @tone_rail-selected; font-weight: 600; }
button.unknot-rail-item image { margin-right: 12px; }

entry, spinbutton, textview, textview text { background-color: @tone_surface; color: @tone_text; caret-color: @tone_text; }
entry, spinbutton { background-image: none; border: 1px solid mix(@tone_line, @tone_muted, 0.35); border-radius: 8px; padding: 6px 10px; box-shadow: none; min-height: 22px; }
entry:focus, spinbutton:focus { border-color: @tone_accent; box-shadow: inset 0 0 0 1px @tone_accent; }
entry:disabled { background-color: @tone_page; color: @tone_muted; }
entry placeholder { color: @tone_muted; }
entry.unknot-search { border-radius: 18px; padding: 6px 14px; background-color: @tone_page; }
entry selection, textview text selection { background-color: @tone_accent; color: @tone_on-accent; }
scrolledwindow.frame, scrolledwindow { border-color: mix(@tone_line, @tone_muted, 0.35); }
spinbutton { padding: 0; }
spinbutton entry { border: none; box-shadow: none; min-height: 0; background-color: transparent; }
spinbutton button { border: none; border-radius: 0; padding: 4px 8px; background-color: transparent; min-width: 0; }
spinbutton.unknot-compact entry { padding: 6px 0 6px 8px; }
spinbutton.unknot-compact button { padding: 4px 3px; }
spinbutton button:hover { background-color: @tone_surface-hover; }
textview { padding: 6px; }
combobox button { padding: 5px 12px; font-weight: 400; border-color: mix(@tone_line, @tone_muted, 0.35); }
check, radio { background-image: none; background-color: @tone_surface; border: 1px solid @tone_muted; box-shadow: none; color: @tone_on-accent; }
check:checked, radio:checked { background-color: @tone_accent; border-color: @tone_accent; color: @tone_on-accent; }
checkbutton, radiobutton { color: @tone_text; }
checkbutton:focus, radiobutton:focus { outline: 1px solid @tone_accent; }

treeview.view { background-color: @tone_surface; color: @tone_text; -GtkTreeView-vertical-separator: 14; -GtkTreeView-horizontal-separator: 16; }
treeview.view:hover { background-color: @tone_surface-hover; }
treeview.view:selected, treeview.view:selected:focus { background-color: @tone_accent-soft; color: @tone_text; }
treeview.view header button { background-color: @tone_surface; color: @tone_muted; border: none; border-bottom: 1px solid @tone_line; border-radius: 0; padding: 8px 10px; font-weight: 600; font-size: 92%; }

notebook, notebook > stack { background-color: transparent; border: none; }
notebook > header { background-color: transparent; border: none; box-shadow: inset 0 -1px 0 0 @tone_line; padding: 0; }
notebook > header > tabs > tab { background: none; border: none; box-shadow: none; color: @tone_muted; padding: 9px 16px; margin: 0; font-weight: 600; outline-offset: -4px; }
notebook > header > tabs > tab:hover { color: @tone_text; }
notebook > header > tabs > tab:checked { color: @tone_accent; box-shadow: inset 0 -3px 0 0 @tone_accent; }

scrollbar { background-color: transparent; border: none; }
scrollbar trough { background-color: transparent; }
scrollbar slider { background-color: alpha(@tone_muted, 0.45); border: 2px solid transparent; border-radius: 8px; background-clip: padding-box; min-width: 6px; min-height: 6px; }
scrollbar slider:hover { background-color: alpha(@tone_muted, 0.8); }
scrolledwindow junction { background-color: transparent; }
paned > separator { background-image: none; background-color: @tone_line; }
menubar { background-color: @tone_surface; color: @tone_text; box-shadow: inset 0 -1px 0 0 @tone_line; }
menu { background-color: @tone_surface; color: @tone_text; }
menuitem:hover { background-color: @tone_accent-soft; color: @tone_text; }
tooltip, tooltip.background { background-color: @tone_text; color: @tone_surface; border-radius: 6px; }
separator { background-color: @tone_line; min-height: 1px; min-width: 1px; }
.unknot-chip { background-color: @tone_accent-soft; color: @tone_text; border-radius: 12px; padding: 3px 11px; font-size: 92%; }
.unknot-chip-warning { background-color: @tone_warning-soft; color: @tone_warning; border-radius: 12px; padding: 3px 11px; font-weight: 600; font-size: 92%; }
.unknot-chip-danger { background-color: @tone_danger-soft; color: @tone_danger; border-radius: 12px; padding: 3px 11px; font-weight: 600; font-size: 92%; }
button.unknot-chip, button.unknot-chip-warning, button.unknot-chip-danger { border: none; min-height: 0; min-width: 0; }
.unknot-link { color: @tone_accent; }
.unknot-handed { font-size: 128%; }
progressbar trough, progressbar progress { border: none; border-radius: 4px; min-height: 8px; background-image: none; background-color: @tone_line; }
progressbar progress { background-color: @tone_accent; }
.unknot-handed button { padding: 11px 22px; }
.unknot-handed button.unknot-icon-only, .unknot-handed button.unknot-compact { padding: 4px; }
.unknot-handed entry { padding: 10px 14px; }
button.unknot-choice { border-color: mix(@tone_line, @tone_muted, 0.5); font-weight: 400; }
button.unknot-choice:checked, button.unknot-step:checked { background-color: @tone_accent; color: @tone_on-accent; border-color: @tone_accent; font-weight: 600; }
button.unknot-choice:checked:focus, button.unknot-step:checked:focus { outline: 2px solid @tone_text; outline-offset: 1px; }
.unknot-handed button.unknot-step { padding: 11px 0; min-width: 46px; border-color: mix(@tone_line, @tone_muted, 0.5); }
.unknot-handed button.unknot-quiet-choice { padding: 6px 14px; font-size: 85%; color: @tone_muted; font-weight: 400; }
.unknot-handed button.unknot-quiet-choice:checked { background-color: @tone_accent-soft; color: @tone_text; font-weight: 600; border-color: @tone_accent; }
)css";

}  // namespace

const char* styleClass(Look look) {
  for (const auto& entry : kLookClasses)
    if (entry.look == look) return entry.name;
  throw core::BugError("a look without a style class");
}

std::string styleSheet(Appearance appearance) {
  std::string sheet;
  for (const auto& [name, tone] : kToneNames) {
    sheet += "@define-color tone_";
    sheet += name;
    sheet += " " + toHex(toneColor(tone, appearance)) + ";\n";
  }
  sheet += kRules;
  return sheet;
}

}  // namespace unknot::ui
