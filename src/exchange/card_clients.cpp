// People out of an address book, a card each.
#include <algorithm>
#include <array>
#include <utility>

#include "core/utf8.h"
#include "exchange/incoming.h"
#include "exchange/person_builder.h"
#include "exchange/vcard.h"

namespace unknot::exchange {
namespace {

struct Known {
  std::string_view property;
  ColumnMeaning meaning;
};
// N, FN, ADR and BDAY have rules of their own.
constexpr std::array<Known, 8> kKnown{{{"NICKNAME", ColumnMeaning::calledAs},
                                       {"PRONOUNS", ColumnMeaning::pronouns},
                                       {"TEL", ColumnMeaning::phone},
                                       {"EMAIL", ColumnMeaning::email},
                                       {"TITLE", ColumnMeaning::occupation},
                                       {"ROLE", ColumnMeaning::occupation},
                                       {"NOTE", ColumnMeaning::about},
                                       {"LABEL", ColumnMeaning::leaveOut}}};  // the address once more

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string text;
  for (const auto& part : parts) {
    const std::string one = core::trimmed(part);
    if (one.empty()) continue;
    if (!text.empty()) text += separator;
    text += one;
  }
  return text;
}

std::string part(const std::vector<std::string>& parts, std::size_t index) {
  if (index >= parts.size()) return {};
  std::string text = core::trimmed(parts[index]);
  std::replace(text.begin(), text.end(), ',', ' ');
  return text;
}

std::string withoutScheme(std::string value) {
  for (const std::string_view scheme : {"tel:", "mailto:"})
    if (value.starts_with(scheme)) value.erase(0, scheme.size());
  return value;
}

class CardClients final : public IncomingClients {
 public:
  CardClients(std::string_view bytes, const std::string& encoding, IncomingContext context)
      : m_context(std::move(context)), m_text(bytes, encoding), m_cards(m_text), m_builder(m_context, {}) {}

  bool next(Incoming& person) override {
    if (!m_cards.next(m_card)) return false;
    m_hasAddress = false;
    addName();
    for (const auto& property : m_card.properties) add(property);
    if (!m_card.hasEnd) m_builder.remark("cardEnd", {});
    person = m_builder.finish(m_card.line);
    return true;
  }

 private:
  std::string firstOf(std::string_view name) const {
    for (const auto& property : m_card.properties)
      if (property.name == name && !core::trimmed(property.value).empty()) return property.value;
    return {};
  }

  // What is shown (FN), else what it is put together from (N), else the place they work at.
  void addName() {
    const auto parts = cardParts(firstOf("N"), ';');
    const std::string last = part(parts, 0), first = part(parts, 1), more = part(parts, 2);
    std::string name = core::trimmed(unescaped(firstOf("FN")));
    if (name.empty()) name = joined({first, more, last}, " ");
    if (!last.empty() && !first.empty()) m_builder.setSortName(last + ", " + joined({first, more}, " "));
    const std::string place = joined(cardParts(firstOf("ORG"), ';'), ", ");
    m_nameIsPlace = name.empty() && !place.empty();
    m_builder.add(ColumnMeaning::name, m_context.cardHeading("FN"), m_nameIsPlace ? place : name);
  }

  void add(const CardProperty& property) {
    const std::string heading = m_context.cardHeading(property.name);
    if (property.name == "FN" || property.name == "N") return;
    if (property.name == "ORG" && m_nameIsPlace) return;
    if (property.name == "ADR") return addAddress(heading, property.value);
    if (property.name == "BDAY") return addBirthday(heading, property);
    const std::string value = joined(cardParts(property.value, ';'), ", ");
    const auto known = std::find_if(kKnown.begin(), kKnown.end(),
                                    [&](const Known& one) { return one.property == property.name; });
    if (known == kKnown.end()) return m_builder.add(ColumnMeaning::headedNote, heading, value);
    const bool text = known->meaning == ColumnMeaning::about;
    m_builder.add(known->meaning, heading, text ? unescaped(property.value) : withoutScheme(value));
  }

  void addAddress(const std::string& heading, const std::string& value) {
    // Box, addition, street, town, region, postal code, country.
    constexpr std::size_t kTown = 3;
    constexpr std::size_t kPostalCode = 5;
    const auto parts = cardParts(value, ';');
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (i == kPostalCode) continue;
      const bool town = i == kTown && kPostalCode < parts.size();
      lines.push_back(town ? joined({parts[kPostalCode], parts[i]}, " ") : parts[i]);
    }
    if (m_hasAddress) return m_builder.add(ColumnMeaning::headedNote, heading, joined(lines, ", "));
    m_builder.add(ColumnMeaning::address, heading, joined(lines, "\n"));
    m_hasAddress = !joined(lines, "").empty();
  }

  // A year that is only a filler is none.
  void addBirthday(const std::string& heading, const CardProperty& property) {
    const auto filler = property.parameters.find("X-APPLE-OMIT-YEAR");
    const std::string value = unescaped(property.value);
    if (filler != property.parameters.end() && value.starts_with(filler->second))
      return m_builder.add(ColumnMeaning::birthDate, heading, "-" + value.substr(filler->second.size()));
    m_builder.add(ColumnMeaning::birthDate, heading, value);
  }

  IncomingContext m_context;
  unicode::TextDecoder m_text;
  VCardReader m_cards;
  PersonBuilder m_builder;
  Card m_card;
  bool m_hasAddress = false;
  bool m_nameIsPlace = false;
};

}  // namespace

std::unique_ptr<IncomingClients> readCards(std::string_view bytes, const std::string& encoding,
                                           IncomingContext context) {
  return std::make_unique<CardClients>(bytes, encoding, std::move(context));
}

}  // namespace unknot::exchange
