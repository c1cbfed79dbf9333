// Clients that came together out of a file of another program, so that they can go together again.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/client.h"
#include "domain/ids.h"

namespace unknot::domain {

struct ClientImport {
  ImportId id;
  std::string source;  // "csv" or "vcard"
  UserId author;
  core::Instant takenAt;
  std::optional<core::Instant> undoneAt;
  int added = 0;   // clients that came with it
  int filled = 0;  // charts of which it filled empty fields
  friend bool operator==(const ClientImport&, const ClientImport&) = default;
};

// A field that was empty, by its name in the form ("phone"), and what was put there.
struct FilledField {
  std::string field;
  std::string value;
  friend bool operator==(const FilledField&, const FilledField&) = default;
};

struct ImportedClient {
  ClientId client;
  std::vector<FilledField> filled;  // of a chart that was there before; a new client has none
  bool takenAway = false;           // when the import was undone
  friend bool operator==(const ImportedClient&, const ImportedClient&) = default;
};

// Puts into the empty fields of `chart` what `from` says; nothing that is there is changed. What was put.
std::vector<FilledField> fillEmpty(Client& chart, const Client& from);
// Empties the fields again that still hold what was put there. The others, which somebody changed since, stay
// and are returned.
std::vector<FilledField> emptyFilled(Client& chart, const std::vector<FilledField>& filled);

// The fields that fillEmpty() looks at, in the order of the form, and a client's text in one of them.
const std::vector<std::string>& fillableFields();
std::string fieldText(const Client& client, const std::string& field);

}  // namespace unknot::domain
