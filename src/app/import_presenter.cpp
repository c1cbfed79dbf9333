#include "app/import_presenter.h"

#include <algorithm>
#include <utility>

#include "platform/files.h"
#include "unicode/dates.h"

namespace unknot::app {

using domain::Client;
using exchange::ColumnMeaning;
using exchange::FileForm;
using exchange::Incoming;

namespace {

constexpr std::size_t kPreviewed = 20;
constexpr std::size_t kExamples = 3;
constexpr std::size_t kMostTold = 500;

void appendTo(std::string& text, const std::string& more, const char* between = ", ") {
  if (more.empty()) return;
  if (!text.empty()) text += between;
  text += more;
}

std::string oneLine(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

std::string lineText(const core::Words& words, std::size_t line, const core::Message& message) {
  return words.say("importClients.line", {{"line", std::to_string(line)}, {"what", words.say(message)}});
}

// Nobody can come in without a name.
bool namesPeople(const ImportState& state) {
  return !state.isTable || std::any_of(state.columns.begin(), state.columns.end(), [](const auto& column) {
    return column.meaning == ColumnMeaning::name || column.meaning == ColumnMeaning::firstName ||
           column.meaning == ColumnMeaning::lastName;
  });
}

std::optional<core::Message> whatIsMissing(const ImportState& state) {
  if (!namesPeople(state)) return core::Message{"error.import.noName", {}, {}};
  if (state.asksForOrder && !state.order) return core::Message{"importClients.order.ask", {}, {}};
  return {};
}

}  // namespace

ImportPresenter::ImportPresenter(Desk& desk) : Presenter(desk.tasks), m_desk(desk) {}

void ImportPresenter::failed(std::exception_ptr error) {
  update([&](ImportState& state) {
    state.busy = false;
    state.canStop = false;
    state.progress.clear();
    state.problem = core::describe(error);
  });
}

void ImportPresenter::begin(bool canStop) {
  *m_stop = false;
  update([&](ImportState& state) {
    state.busy = true;
    state.canStop = canStop;
    state.progress.clear();
    state.problem.reset();
  });
}

void ImportPresenter::open() {
  if (state().busy) return;
  m_file = {};
  m_check.reset();
  m_choices.clear();
  m_import = {};
  ++m_asked;
  update([](ImportState& state) { state = {}; });
  readEarlier();
}

void ImportPresenter::readEarlier() {
  run([&work = m_desk.work] { return listImports(work); },
      [this](const std::vector<domain::ClientImport>& all) {
        update([&](ImportState& state) {
          state.earlier.clear();
          for (const auto& one : all) {
            const std::string when =
                m_desk.dateText(m_desk.dayOf(one.takenAt)) + ", " +
                unicode::formatTime(one.takenAt, m_desk.practice.timeZone, m_desk.practice.language);
            std::string text =
                m_desk.words.say("importClients.earlier",
                                 {{"when", when},
                                  {"added", m_desk.words.sayCount("importClients.added", one.added)},
                                  {"filled", m_desk.words.sayCount("importClients.filled", one.filled)}});
            if (one.undoneAt) appendTo(text, m_desk.words.say("importClients.wasUndone"), " · ");
            state.earlier.push_back({one.id, std::move(text), !one.undoneAt});
          }
        });
      });
}

void ImportPresenter::choose(const std::filesystem::path& file) {
  if (state().busy) return;
  update([&](ImportState& state) { state.fileName = file.filename().string(); });
  survey([file] {
    return surveyImport(
        std::make_shared<const std::string>(platform::readFile(file, exchange::kImportLimit)));
  });
}

void ImportPresenter::readAnew(const exchange::TableWishes& wishes) {
  if (state().busy || !m_file.bytes) return;
  survey([bytes = m_file.bytes, wishes] { return surveyImport(bytes, wishes); });
}

void ImportPresenter::survey(std::function<ImportSurvey()> read) {
  begin(false);
  run(
      [read = std::move(read)] {
        auto found = read();
        const bool open = settleDates(found.file);
        return std::pair(std::move(found), open);
      },
      [this](const std::pair<ImportSurvey, bool>& found) {
        update([&](ImportState& state) { state.asksForOrder = found.second; });
        show(found.first);
      });
}

void ImportPresenter::show(const ImportSurvey& found) {
  m_file = found.file;
  update([&](ImportState& state) {
    state.busy = false;
    state.step = ImportStep::columns;
    state.isTable = m_file.form == FileForm::csv;
    state.encoding = m_file.table.encoding;
    state.separator = m_file.table.separator;
    state.headings = m_file.table.headings;
    state.order = m_file.table.order;
    state.columns.clear();
    for (std::size_t i = 0; i < m_file.table.names.size(); ++i) {
      ImportColumn column;
      column.name = m_file.table.headings
                        ? m_file.table.names[i]
                        : m_desk.words.say("importClients.column", {{"number", m_file.table.names[i]}});
      column.meaning = m_file.table.meanings[i];
      std::size_t shown = 0;
      for (const auto& row : found.examples)
        if (shown < kExamples && i < row.size() && !row[i].empty()) {
          appendTo(column.examples, oneLine(row[i]), " · ");
          ++shown;
        }
      state.columns.push_back(std::move(column));
    }
    state.notReady = whatIsMissing(state);
  });
  preview();
}

void ImportPresenter::preview() {
  const int asked = ++m_asked;
  run([&work = m_desk.work, &words = m_desk.words,
       file = m_file] { return previewImport(work, words, file, kPreviewed); },
      [this, asked](const std::vector<Incoming>& people) {
        if (asked != m_asked) return;
        update([&](ImportState& state) {
          state.preview.clear();
          for (const auto& person : people) state.preview.push_back(previewed(person));
        });
      });
}

std::string ImportPresenter::born(const std::optional<core::Date>& date) const {
  return date ? m_desk.dateText(*date) : std::string();
}

PreviewedClient ImportPresenter::previewed(const Incoming& person) const {
  PreviewedClient row;
  row.line = std::to_string(person.line);
  row.name = person.client.name;
  row.born = born(person.client.birthDate);
  row.phone = person.client.phone;
  row.email = person.client.email;
  if (person.refusal)
    row.rest = m_desk.words.say("importClients.cannot", {{"why", m_desk.words.say(*person.refusal)}});
  for (const auto& text : {person.client.address, person.client.occupation, person.client.emergencyContact,
                           person.client.calledAs, person.client.pronouns, person.client.about})
    appendTo(row.rest, oneLine(text), " · ");
  return row;
}

void ImportPresenter::setEncoding(const std::string& encoding) {
  readAnew({encoding, {}, {}});
}

void ImportPresenter::setSeparator(char separator) {
  readAnew({m_file.table.encoding, separator, {}});
}

void ImportPresenter::setHeadings(bool headings) {
  readAnew({m_file.table.encoding, m_file.table.separator, headings});
}

void ImportPresenter::setMeaning(std::size_t column, ColumnMeaning meaning) {
  if (state().busy || column >= m_file.table.meanings.size() || m_file.table.meanings[column] == meaning)
    return;
  const bool dates =
      meaning == ColumnMeaning::birthDate || m_file.table.meanings[column] == ColumnMeaning::birthDate;
  m_file.table.meanings[column] = meaning;
  update([&](ImportState& state) {
    state.columns[column].meaning = meaning;
    state.notReady = whatIsMissing(state);
  });
  if (!dates) return preview();
  const int asked = ++m_asked;
  run(
      [file = m_file]() mutable {
        const bool open = settleDates(file);
        return std::pair(file.table.order, open);
      },
      [this, asked](const std::pair<std::optional<exchange::DateOrder>, bool>& found) {
        if (asked != m_asked) return;
        m_file.table.order = found.first;
        update([&](ImportState& state) {
          state.order = found.first;
          state.asksForOrder = found.second;
          state.notReady = whatIsMissing(state);
        });
        preview();
      });
}

void ImportPresenter::setOrder(exchange::DateOrder order) {
  if (state().busy) return;
  m_file.table.order = order;
  update([&](ImportState& state) {
    state.order = order;
    state.notReady = whatIsMissing(state);
  });
  preview();
}

ImportProgress ImportPresenter::progress(const char* words, std::size_t all) {
  return [this, words, all, &tasks = m_tasks, alive = core::Tasks::Lifetime(m_alive),
          stop = m_stop](std::size_t rows) {
    tasks.tell(alive, [this, words, all, rows] {
      update([&](ImportState& state) {
        if (!state.busy) return;
        state.progress =
            m_desk.words.say(words, {{"rows", std::to_string(rows)}, {"all", std::to_string(all)}});
      });
    });
    return !*stop;
  };
}

void ImportPresenter::check() {
  if (state().busy || state().step != ImportStep::columns || state().notReady) return;
  begin(true);
  run([&work = m_desk.work, &words = m_desk.words, file = m_file,
       progress = progress("importClients.compared", 0)] { return checkImport(work, words, file, progress); },
      [this](std::optional<ImportCheck> found) {
        if (!found) {
          update([](ImportState& state) { state.busy = false; });
          return;
        }
        m_check = std::make_shared<const ImportCheck>(*std::move(found));
        m_choices.clear();
        for (const auto& one : m_check->doubles) m_choices[one.line] = one.proposed();
        m_import = {};
        update([](ImportState& state) {
          state.busy = false;
          state.step = ImportStep::doubles;
          state.selected.reset();
          state.pairs.clear();
        });
        showDoubles();
        if (!m_check->doubles.empty()) select(m_check->doubles.front().line);
      });
}

void ImportPresenter::showDoubles() {
  const auto& words = m_desk.words;
  auto rows = std::make_shared<std::vector<DoubleRow>>();
  std::size_t stays = 0;
  for (const auto& one : m_check->doubles) {
    DoubleRow row;
    row.line = one.line;
    row.name = one.name;
    row.born = born(one.birthDate);
    row.of = one.of.name;
    appendTo(row.of, born(one.of.birthDate));
    if (!one.of.client)
      appendTo(row.of, words.say("importClients.inFile", {{"line", std::to_string(one.of.line)}}));
    row.why = likenessText(words, one.of.likeness);
    row.choice = m_choices.at(one.line);
    if (row.choice != DoubleChoice::keepNew) ++stays;
    rows->push_back(std::move(row));
  }
  const auto coming = m_check->rows - m_check->refusals.size() - stays;
  update([&](ImportState& state) {
    state.doubles = std::move(rows);
    state.summary = words.sayCount("importClients.coming", static_cast<long>(coming));
    if (!m_check->doubles.empty())
      appendTo(state.summary,
               words.sayCount("importClients.maybeHere", static_cast<long>(m_check->doubles.size())), " ");
    if (!m_check->refusals.empty())
      appendTo(state.summary,
               words.sayCount("importClients.refused", static_cast<long>(m_check->refusals.size())), " ");
    state.told.clear();
    for (const auto& one : m_check->refusals)
      state.told.push_back(words.say("importClients.refusedLine",
                                     {{"line", std::to_string(one.line)}, {"why", words.say(one.message)}}));
    for (const auto& one : m_check->remarks) state.told.push_back(lineText(words, one.line, one.message));
    if (const auto all = state.told.size(); all > kMostTold) {
      state.told.resize(kMostTold);
      state.told.push_back(words.sayCount("importClients.more", static_cast<long>(all - kMostTold)));
    }
  });
}

void ImportPresenter::select(std::size_t line) {
  if (!m_check) return;
  const auto found = std::find_if(m_check->doubles.begin(), m_check->doubles.end(),
                                  [line](const Double& one) { return one.line == line; });
  if (found == m_check->doubles.end()) return;
  update([line](ImportState& state) { state.selected = line; });
  run(
      [&work = m_desk.work, &words = m_desk.words, file = m_file, of = found->of, line] {
        std::pair<Client, Client> both;
        if (auto person = incomingAt(work, words, file, line)) both.first = std::move(person->client);
        if (of.client)
          both.second = work.store.clients().find(*of.client).value_or(Client{});
        else if (auto person = incomingAt(work, words, file, of.line))
          both.second = std::move(person->client);
        return both;
      },
      [this, line](const std::pair<Client, Client>& both) {
        if (state().selected != line) return;
        update([&](ImportState& state) {
          state.pairs = sideBySide(m_desk.words, m_desk.practice.language, both.first, both.second);
        });
      });
}

void ImportPresenter::setChoice(std::size_t line, DoubleChoice choice) {
  const auto found = m_choices.find(line);
  if (state().busy || found == m_choices.end()) return;
  found->second = choice;
  showDoubles();
}

void ImportPresenter::setChoiceForAll(DoubleChoice choice) {
  if (state().busy || !m_check) return;
  for (auto& [line, chosen] : m_choices) chosen = choice;
  showDoubles();
}

void ImportPresenter::bringIn() {
  if (state().busy || state().step != ImportStep::doubles) return;
  begin(true);
  // Made on the storage thread by the first try, and used by every further one.
  const auto id = std::make_shared<domain::ImportId>(m_import);
  m_tasks.run(
      core::Tasks::Lifetime(m_alive),
      [&work = m_desk.work, &words = m_desk.words, id, file = m_file, check = m_check, choices = m_choices,
       progress = progress("importClients.brought", m_check->rows)] {
        if (id->isNil()) *id = work.ids.make<domain::ImportId>();
        return app::bringIn(work, words, *id, file, *check, choices, progress);
      },
      [this](const std::optional<ImportResult>& result) {
        if (result) return showResult(*result);
        update([](ImportState& state) {
          state.busy = false;
          state.problem = core::Message{"importClients.stopped", {}, {}};
        });
      },
      [this, id](std::exception_ptr error) {
        m_import = *id;
        failed(std::move(error));
      });
}

void ImportPresenter::stop() {
  *m_stop = true;
}

void ImportPresenter::showResult(const ImportResult& result) {
  const auto& words = m_desk.words;
  update([&](ImportState& state) {
    state.busy = false;
    state.step = ImportStep::done;
    state.result = {words.sayCount("importClients.result.added", result.added)};
    if (result.filled > 0)
      state.result.push_back(words.sayCount("importClients.result.filled", result.filled));
    if (result.leftOut > 0)
      state.result.push_back(words.sayCount("importClients.result.leftOut", result.leftOut));
    if (result.refused > 0) state.result.push_back(words.sayCount("importClients.refused", result.refused));
    state.toUndo = result.id;
  });
  readEarlier();
}

void ImportPresenter::undo(domain::ImportId import) {
  if (state().busy) return;
  begin(false);
  run([&work = m_desk.work, import] { return undoImport(work, import); },
      [this](const UndoneImport& undone) { showUndone(undone); });
}

void ImportPresenter::showUndone(const UndoneImport& undone) {
  const auto& words = m_desk.words;
  const auto names = [](const std::vector<KeptClient>& kept) {
    std::string text;
    for (const auto& one : kept) appendTo(text, one.name);
    return text;
  };
  update([&](ImportState& state) {
    state.busy = false;
    state.step = ImportStep::done;
    state.result = {words.sayCount("importClients.undone.takenAway", undone.takenAway)};
    if (undone.emptied > 0)
      state.result.push_back(words.sayCount("importClients.undone.emptied", undone.emptied));
    if (!undone.recorded.empty())
      state.result.push_back(words.say("importClients.undone.recorded", {{"names", names(undone.recorded)}}));
    if (!undone.changed.empty())
      state.result.push_back(words.say("importClients.undone.changed", {{"names", names(undone.changed)}}));
    state.told.clear();
    state.toUndo.reset();
  });
  readEarlier();
}

void ImportPresenter::back() {
  if (state().busy) return;
  if (state().step == ImportStep::doubles)
    return update([](ImportState& state) {
      state.step = ImportStep::columns;
      state.problem.reset();
    });
  open();
}

}  // namespace unknot::app
