#include "domain/note_words.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace unknot::domain {
namespace {

struct WordList {
  unsigned classes;
  std::string_view words;
};

// Grammar, not knowledge of the body: the names of regions are data (data/body/regions.toml).
constexpr std::array kLists{
    WordList{kLeft, "left leftside leftsided"},
    WordList{kRight, "right rightside rightsided"},
    WordList{kLeft | kSideLetter, "l lt"},
    WordList{kRight | kSideLetter, "r rt"},
    WordList{kBoth, "both bilateral bilaterally bilat lr rl either each other opposite equal equally"},
    WordList{kSideNoun, "side sides sided half one ones"},
    WordList{kLimb, "leg legs arm arms limb"},
    WordList{kDeterminer,
             "the a an this that these those her his my your our their its client's patient's whole entire"},
    WordList{kSubject, "i we she he they you it who she's he's"},
    WordList{kObject, "it him them me us you everything things nothing"},
    WordList{kBe,
             "is are was were be been being am isn't aren't wasn't weren't feel feels felt sit sits sat look "
             "looks looked seem seems seemed what's"},
    WordList{kHave, "has have had having hasn't haven't hadn't she'd he'd they'd"},
    WordList{kPlace, "on in at of from for with along behind under above below near around over across"},
    WordList{kToward, "to toward towards"},
    WordList{kFunction,
             "and or but so because when while if then than as though although until by about like per via "
             "off out up down into onto through between before after since during without within against "
             "which whose there here what how why where do does did can could will would should may might "
             "must don't doesn't didn't can't couldn't won't wouldn't not no nor also too plus vs versus"},
    WordList{
        kDescribing,
        "upper lower outer inner front back top bottom mid middle medial lateral anterior posterior "
        "proximal distal deep superficial big little small large long short shorter longer tight tighter "
        "stiff stiffer sore sorer hard harder soft softer painful tender good bad worse better weak weaker "
        "strong stronger old new frozen dominant high higher low heavy lighter light swollen numb "
        "guarded hypertonic hypertonicity jerky shaky ropey tense aching burning cramping throbbing same "
        "whole entire poor problem affected injured painful external internal opposite standing working much "
        "warm cold dull sharp work area muscle muscles spasm strain ap km mw"},
    WordList{kAdverb,
             "still again today always often sometimes mostly mainly especially particularly only just very "
             "quite really rather slightly even more most less least also too now then yet finally once "
             "together almost nearly esp slowly first last later"},
    WordList{kLeaving,
             "early late later alone out over off behind untouched undone unfinished happy happier calm "
             "calmer relaxed smiling tired taller lighter open aside it message voicemail standing before "
             "after because when without again quickly"},
    WordList{kAdverbial,
             "away now then there here after before down up through behind under over above below beside "
             "next at in into onto on where when as across around along between against beneath out off "
             "back about by inside from amount amounts angle angles way track thing things moment time "
             "height direction place spot length pressure word words size kind person choice idea exercise "
             "movement one's order"},
    WordList{kAgreeing, "all that's you're he's she's it's not quite exactly yes yeah alright just almost"},
    WordList{kRemaining,
             "much nothing hardly little bit anything something any no none some few time minutes work "
             "swelling remaining what what's pain tension"},
    WordList{kTurning,
             "turn turns turned turning rotate rotates rotated rotating rotation rot twist twists twisted "
             "twisting tilt tilts tilted tilting lean leans leaned leaning leant bend bends bent bending "
             "sidebend sidebends sidebending shift shifts shifted shifting look looks looked looking roll "
             "rolls rolled rolling swing swings swinging curl curls lying sidelying flexion glance "
             "glances move moves moved moving drop drops dropped dropping drift drifts drifted"},
    WordList{kResting,
             "lie lies lying lay lain sleep sleeps slept sleeping stand stands stood standing sit sits sat "
             "sitting weight load loads kneel kneels knelt kneeling rest rests resting carry carries "
             "carried carrying wear wears wearing hop hops balance balances lean leans leaning chew chews "
             "chewing gets hang hangs hanging land lands look looks looked looking glance glances rolled "
             "roll bag bags"},
    WordList{kNegating,
             "no not nothing none nil never neither nor without isn't aren't wasn't weren't doesn't don't "
             "didn't hasn't haven't hadn't skip skips skipped avoid avoids avoided omitted spared untouched "
             "unchecked"},
    WordList{kAiling,
             "pain pains painful ache aches aching hurt hurts hurting sore soreness tight tightness tension "
             "tense stiff stiffness tender tenderness problem problems trouble complaint complaints issue "
             "issues symptom symptoms discomfort restriction restricted swelling swollen numb numbness "
             "tingling finding findings bother bothers contraction contracted cramp cramps pinch pinching "
             "pinches click clicks clicking catch catches catching twinge twinges pulling burning"},
    WordList{kStillFound,
             "change changed changes control better different difference yet longer only letting let lets "
             "release releasing released moving move moves feel sense find soft softer free smooth loose "
             "looser easy easier even as enough relax relaxing relaxed lengthen follow"},
    WordList{kFine, "fine ok okay normal unremarkable alright painfree clear healthy"},
    WordList{kChanged, "now after afterwards again finally today already since"},
    WordList{kPast,
             "scar scars crash healed operated operation operations surgery op replaced replacement "
             "broke broken fracture fractured tore torn sprain sprained dislocated accident fell childhood "
             "hx history formerly "
             "previously"},
    WordList{kLately,
             "yesterday today morning tonight weekend monday tuesday wednesday thursday friday saturday "
             "sunday week"},
    WordList{kPlanned, "tomorrow planned plan"},
    WordList{kTurnOfThought, "but though although however whereas except"},
    WordList{kKin,
             "mother's father's husband's wife's sister's brother's son's daughter's partner's friend's "
             "dog's baby's mum's mom's dad's"},
};

const std::map<std::string_view, unsigned>& classesByWord() {
  static const std::map<std::string_view, unsigned> byWord = [] {
    std::map<std::string_view, unsigned> words;
    for (const auto& list : kLists)
      for (std::size_t at = 0; at < list.words.size();) {
        const auto end = std::min(list.words.find(' ', at), list.words.size());
        words[list.words.substr(at, end - at)] |= list.classes;
        at = end + 1;
      }
    return words;
  }();
  return byWord;
}

// Their period ends no sentence.
constexpr std::array<std::string_view, 14> kAbbreviations{
    "esp", "incl", "approx", "vs", "resp", "ca", "bilat", "lat", "ant", "post", "dr", "mod", "e.g", "i.e"};

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}
bool isLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}
bool isBlank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

// A sign outside ASCII: how long it is, and what it stands for. ' ' is a blank, '"' is left out.
struct WideSign {
  std::size_t length = 0;
  char as = 0;
};

WideSign wideSignAt(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  if (byte(0) == 0xC2) {
    if (byte(1) == 0xA0) return {2, ' '};
    if (byte(1) == 0xAB || byte(1) == 0xBB) return {2, '"'};
    if (byte(1) == 0xB7) return {2, ','};
  }
  if (byte(0) == 0xE2 && byte(1) == 0x86) return {3, '>'};  // arrows
  if (byte(0) != 0xE2 || byte(1) != 0x80) return {};
  const unsigned last = byte(2);
  if (last == 0x90 || last == 0x91) return {3, '-'};
  if (last >= 0x92 && last <= 0x95) return {3, '_'};  // a dash between words, whatever stands around it
  if (last == 0x98 || last == 0x99) return {3, '\''};
  if (last >= 0x9A && last <= 0x9F) return {3, '"'};
  if (last == 0xA2) return {3, '\n'};
  if (last == 0xA6) return {3, ','};
  return {3, ' '};
}

class Cutter {
 public:
  explicit Cutter(std::string_view text) : m_text(text) {}

  std::vector<NoteWord> cut() {
    while (m_at < m_text.size()) step();
    if (m_words.empty() || m_words.back().sign != NoteSign::stop)
      sign(NoteSign::stop, m_text.size(), 0, "\n");
    return std::move(m_words);
  }

 private:
  char peek(std::size_t ahead) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\n'; }

  void sign(NoteSign what, std::size_t at, std::size_t length, std::string_view as = {}) {
    NoteWord word;
    word.sign = what;
    word.at = at;
    word.length = length;
    word.word = as;
    m_words.push_back(std::move(word));
  }

  void step() {
    const auto wide = wideSignAt(m_text, m_at);
    const char c = wide.length != 0 ? wide.as : m_text[m_at];
    const std::size_t length = std::max<std::size_t>(wide.length, 1);
    if (wide.length == 0 && (isLetter(c) || isDigit(c))) return takeWord();
    switch (c) {
      case ',':
        sign(NoteSign::comma, m_at, length);
        break;
      case ':':
        sign(NoteSign::colon, m_at, length);
        break;
      case '(':
      case '[':
        sign(NoteSign::open, m_at, length);
        break;
      case ')':
      case ']':
        sign(NoteSign::close, m_at, length);
        break;
      case '/':
      case '&':
      case '+':
        sign(NoteSign::join, m_at, length);
        break;
      case '<':
      case '>':
      case '=':
        sign(NoteSign::compare, m_at, length);
        break;
      case ';':
        sign(NoteSign::semicolon, m_at, length);
        break;
      case '!':
      case '?':
      case '\n':
        sign(NoteSign::stop, m_at, length, std::string_view(&c, 1));
        break;
      case '_':
        sign(NoteSign::dash, m_at, length);
        break;
      case '-':
        // Between letters it only joins a word: "left-sided".
        if (m_at == 0 || isBlank(m_text[m_at - 1]) || isBlank(peek(length)))
          sign(NoteSign::dash, m_at, length);
        break;
      case '.':
        takePeriod();
        break;
      default:
        break;
    }
    m_at += length;
  }

  void takePeriod() {
    const char next = peek(1);
    if (next == '.') return;
    if (m_at > 0 && m_text[m_at - 1] == '.') return sign(NoteSign::comma, m_at, 1);
    // "3.5" and "e.g." go on; "soft.Left QL" lacks a blank.
    const bool begins = next >= 'A' && next <= 'Z' && !m_words.empty() && m_words.back().length > 1;
    if (isDigit(next) || (isLetter(next) && !begins)) return;
    if (!m_words.empty() && m_words.back().at + m_words.back().length == m_at && isAbbreviation()) return;
    sign(NoteSign::stop, m_at, 1, ".");
  }

  bool isAbbreviation() const {
    const NoteWord& last = m_words.back();
    if (!last.isWord()) return false;
    if (last.is(kSideLetter)) {
      // "l. hip", but "worse on the L. Slept well."
      const bool located = m_words.size() > 1 && m_words[m_words.size() - 2].is(kDeterminer);
      return !located && peek(1) != '\n';
    }
    return std::find(kAbbreviations.begin(), kAbbreviations.end(), last.word) != kAbbreviations.end();
  }

  void takeWord() {
    NoteWord word;
    word.at = m_at;
    const bool number = isDigit(m_text[m_at]);
    bool small = false;
    while (m_at < m_text.size()) {
      const auto wide = wideSignAt(m_text, m_at);
      const char c = wide.length != 0 ? wide.as : m_text[m_at];
      const std::size_t length = std::max<std::size_t>(wide.length, 1);
      if (c == '\'') {
        if (!isLetter(peek(length)) || wideSignAt(m_text, m_at + length).length != 0) break;
        word.word += c;
      } else if (c == '.' && isDigit(m_text[m_at - 1]) && isDigit(peek(1))) {
        word.word += c;
      } else if (wide.length == 0 && (isLetter(c) || isDigit(c))) {
        const bool capital = c >= 'A' && c <= 'Z';
        small = small || (isLetter(c) && !capital);
        word.word += capital ? static_cast<char>(c - 'A' + 'a') : c;
      } else {
        break;
      }
      m_at += length;
    }
    word.length = m_at - word.at;

    word.sign = number ? NoteSign::number : NoteSign::word;
    word.capitals = !small && !number;
    word.stem = stemOf(word.word);
    const auto found = classesByWord().find(word.word);
    if (found != classesByWord().end()) word.classes = found->second;
    m_words.push_back(std::move(word));
  }

  std::string_view m_text;
  std::size_t m_at = 0;
  std::vector<NoteWord> m_words;
};

}  // namespace

std::vector<NoteWord> noteWords(std::string_view text) {
  return Cutter(text).cut();
}

std::string stemOf(std::string_view word) {
  if (word.size() > 2 && word.ends_with("'s")) word.remove_suffix(2);
  const bool plural = word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") &&
                      !word.ends_with("us") && !word.ends_with("is") && !word.ends_with("ceps");
  if (plural) word.remove_suffix(1);
  return std::string(word);
}

}  // namespace unknot::domain
