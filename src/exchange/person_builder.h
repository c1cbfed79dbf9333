// Puts together one client out of values and their meanings. Inside `exchange` only.
#pragma once

#include <string>
#include <string_view>

#include "exchange/incoming.h"

namespace unknot::exchange {

class PersonBuilder {
 public:
  PersonBuilder(const IncomingContext& context, std::optional<DateOrder> order)
      : m_context(context), m_order(order) {}

  // Blank values say nothing.
  void add(ColumnMeaning meaning, const std::string& heading, std::string_view value);
  void remark(const char* id, const std::string& heading);
  // Where the list should put them, when the name alone does not say.
  void setSortName(const std::string& name) { m_sortName = name; }

  // What was added, and an empty builder for the next one.
  Incoming finish(std::size_t line);

 private:
  void addBirthDate(const std::string& heading, const std::string& value);
  void addAddress(const std::string& value, bool postalCode);
  // Into the field while there is room, else among the notes.
  void put(std::string& field, std::string_view separator, std::size_t limit, const std::string& heading,
           const std::string& value);
  void putOnce(std::string& field, std::size_t limit, const std::string& heading, const std::string& value);
  void note(const std::string& heading, const std::string& value);
  void nameThem(domain::Client& client);

  const IncomingContext& m_context;
  std::optional<DateOrder> m_order;
  Incoming m_person;
  std::string m_firstName;
  std::string m_lastName;
  std::string m_sortName;
  std::string m_notes;
  bool m_joinsNext = false;  // a postal code waits for its town
};

// As a record takes it: lines end in "\n", and what is no letter became U+FFFD.
std::string cleaned(std::string_view value);

}  // namespace unknot::exchange
