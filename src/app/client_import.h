// Use cases: clients come in from a file of another program, and go again together.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/person_marks.h"
#include "app/workspace.h"
#include "core/words.h"
#include "exchange/incoming.h"

namespace unknot::app {

// A file, and how it is to be read.
struct ImportFile {
  std::shared_ptr<const std::string> bytes;
  exchange::FileForm form = exchange::FileForm::csv;
  exchange::TableReading table;  // of cards, only the encoding counts
  friend bool operator==(const ImportFile&, const ImportFile&) = default;
};

// What the file is and looks like, with the reading that is most likely. Throws InputError for what holds no
// people ("error.import.*").
struct ImportSurvey {
  ImportFile file;
  std::vector<std::vector<std::string>> examples;  // the first rows of a table
};
ImportSurvey surveyImport(std::shared_ptr<const std::string> bytes, const exchange::TableWishes& wishes = {});
// Reads the whole table for it. True when its birth dates can be read in two ways and somebody has to say in
// which; else the order that they show is set.
bool settleDates(ImportFile& file);

// The first people as they would come in.
std::vector<exchange::Incoming> previewImport(Workspace& work, const core::Words& words,
                                              const ImportFile& file, std::size_t most);

// Who begins in that line, as they would come in; nobody when no line begins so.
std::optional<exchange::Incoming> incomingAt(Workspace& work, const core::Words& words,
                                             const ImportFile& file, std::size_t line);

// What becomes of somebody who may be in the practice already. Nothing that is there is ever overwritten.
enum class DoubleChoice { keepNew, leaveOut, fillEmpty };
std::string_view toString(DoubleChoice choice);
// Throws InputError ("error.choice").
DoubleChoice doubleChoiceFrom(std::string_view text);

// Who they may be: a client of the practice, or somebody further up in the file.
struct DoubleOf {
  std::optional<domain::ClientId> client;
  std::size_t line = 0;  // in the file, where it is no client yet
  std::string name;
  std::optional<core::Date> birthDate;
  domain::Likeness likeness;
  friend bool operator==(const DoubleOf&, const DoubleOf&) = default;
};
struct Double {
  std::size_t line = 0;
  std::string name;
  std::optional<core::Date> birthDate;
  DoubleOf of;  // the one most alike
  // What is best where nobody says otherwise: to fill what is empty when they are surely the same person,
  // else to keep both.
  DoubleChoice proposed() const;
  friend bool operator==(const Double&, const Double&) = default;
};

// Who will not come in, and why; and who comes in with something put among their notes.
struct RowRemark {
  std::size_t line = 0;
  core::Message message;
  friend bool operator==(const RowRemark&, const RowRemark&) = default;
};

struct ImportCheck {
  std::size_t rows = 0;
  std::vector<Double> doubles;  // in the order of the file
  std::vector<RowRemark> refusals;
  std::vector<RowRemark> remarks;
  friend bool operator==(const ImportCheck&, const ImportCheck&) = default;
};

// Told every hundred people, on the thread that works; false stops.
using ImportProgress = std::function<bool(std::size_t rows)>;

// Reads everybody and compares them with the practice and with each other. Nothing when it was stopped.
std::optional<ImportCheck> checkImport(Workspace& work, const core::Words& words, const ImportFile& file,
                                       const ImportProgress& progress);

// By the line of a double; those that are not named stay new.
using DoubleChoices = std::map<std::size_t, DoubleChoice>;

struct ImportResult {
  domain::ImportId id;
  int added = 0;
  int filled = 0;
  int leftOut = 0;
  int refused = 0;
  friend bool operator==(const ImportResult&, const ImportResult&) = default;
};

// All in one commit. Nothing when it was stopped: then nothing was changed. `id` is made before the first
// try; an import of this id that was saved after all is only told again.
std::optional<ImportResult> bringIn(Workspace& work, const core::Words& words, domain::ImportId id,
                                    const ImportFile& file, const ImportCheck& check,
                                    const DoubleChoices& choices, const ImportProgress& progress);

std::vector<domain::ClientImport> listImports(Workspace& work);

// Clients of it who stay, because something was recorded of them since, and charts in which what was filled
// has been changed since.
struct KeptClient {
  domain::ClientId client;
  std::string name;
  friend bool operator==(const KeptClient&, const KeptClient&) = default;
};
struct UndoneImport {
  int takenAway = 0;
  int emptied = 0;  // charts whose filled fields are empty again
  std::vector<KeptClient> recorded;
  std::vector<KeptClient> changed;
  friend bool operator==(const UndoneImport&, const UndoneImport&) = default;
};
// In one commit. Refused (RefusedError, "error.import.undone") when it was undone before; InputError
// ("error.import.none") when there is none of this id.
UndoneImport undoImport(Workspace& work, domain::ImportId id);

}  // namespace unknot::app
