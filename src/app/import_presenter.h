// Bringing clients in from a file: choose it, say what its columns mean, look at those who may be here
// already, bring them in, and undo it as a whole.
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/client_import.h"
#include "app/desk.h"
#include "app/presenter.h"
#include "app/side_by_side.h"

namespace unknot::app {

enum class ImportStep { choose, columns, doubles, done };

struct ImportColumn {
  std::string name;
  std::string examples;  // what stands in the first rows
  exchange::ColumnMeaning meaning = exchange::ColumnMeaning::headedNote;
  friend bool operator==(const ImportColumn&, const ImportColumn&) = default;
};

// One of the first rows, as the client it becomes.
struct PreviewedClient {
  std::string line;
  std::string name;
  std::string born;
  std::string phone;
  std::string email;
  std::string rest;  // notes and remarks, or why they can't come in
  friend bool operator==(const PreviewedClient&, const PreviewedClient&) = default;
};

struct DoubleRow {
  std::size_t line = 0;
  std::string name;
  std::string born;
  std::string of;   // whom they are like
  std::string why;  // "same name, same birth date"
  DoubleChoice choice = DoubleChoice::keepNew;
  friend bool operator==(const DoubleRow&, const DoubleRow&) = default;
};

// One field of both, side by side.
struct EarlierImport {
  domain::ImportId id;
  std::string text;
  bool canUndo = false;
  friend bool operator==(const EarlierImport&, const EarlierImport&) = default;
};

struct ImportState {
  ImportStep step = ImportStep::choose;
  bool busy = false;
  std::string progress;  // while busy: how far it is
  bool canStop = false;
  std::optional<core::Message> problem;

  std::vector<EarlierImport> earlier;

  std::string fileName;
  bool isTable = false;  // cards have no columns to choose
  std::string encoding;
  char separator = ',';
  bool headings = true;
  std::vector<ImportColumn> columns;
  bool asksForOrder = false;  // of the birth dates
  std::optional<exchange::DateOrder> order;
  std::vector<PreviewedClient> preview;
  std::optional<core::Message> notReady;  // why it can't go on

  std::string summary;  // who comes in, and who can't
  std::shared_ptr<const std::vector<DoubleRow>> doubles = std::make_shared<const std::vector<DoubleRow>>();
  std::optional<std::size_t> selected;  // a line
  std::vector<FieldPair> pairs;
  std::vector<std::string> told;  // what is kept among notes, and who can't come in, by line

  std::vector<std::string> result;
  std::optional<domain::ImportId> toUndo;
  friend bool operator==(const ImportState&, const ImportState&) = default;
};

class ImportPresenter final : public Presenter<ImportState> {
 public:
  explicit ImportPresenter(Desk& desk);

  // What can be chosen from.
  static const std::vector<exchange::ColumnMeaning>& meanings() { return exchange::columnMeanings(); }
  static const std::vector<std::string>& encodings() { return unicode::encodings(); }
  static constexpr std::string_view kSeparators = ",;\t|";

  // Begins anew, unless something is being brought in.
  void open();
  void choose(const std::filesystem::path& file);
  void setEncoding(const std::string& encoding);
  void setSeparator(char separator);
  void setHeadings(bool headings);
  void setMeaning(std::size_t column, exchange::ColumnMeaning meaning);
  void setOrder(exchange::DateOrder order);
  // From the columns to those who may be here already.
  void check();
  void select(std::size_t line);
  void setChoice(std::size_t line, DoubleChoice choice);
  void setChoiceForAll(DoubleChoice choice);
  void bringIn();
  // What is being done ends soon, and nothing of it is kept.
  void stop();
  void undo(domain::ImportId import);
  // One step back.
  void back();

 private:
  void failed(std::exception_ptr error) override;
  void begin(bool canStop);
  void survey(std::function<ImportSurvey()> read);
  void readAnew(const exchange::TableWishes& wishes);
  void show(const ImportSurvey& survey);
  void preview();
  void readEarlier();
  void showDoubles();
  void showResult(const ImportResult& result);
  void showUndone(const UndoneImport& undone);
  ImportProgress progress(const char* words, std::size_t all);
  PreviewedClient previewed(const exchange::Incoming& person) const;
  std::string born(const std::optional<core::Date>& date) const;

  Desk& m_desk;
  ImportFile m_file;
  std::shared_ptr<const ImportCheck> m_check;
  DoubleChoices m_choices;
  // Of what is being brought in; kept for a further try, which must not double.
  domain::ImportId m_import;
  std::shared_ptr<std::atomic<bool>> m_stop = std::make_shared<std::atomic<bool>>(false);
  int m_asked = 0;  // an answer about an older reading of the file is dropped
};

}  // namespace unknot::app
