#include "app/client_import.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

#include "app/permission.h"
#include "app/require_client.h"
#include "core/error.h"
#include "domain/choice.h"

namespace unknot::app {

using domain::Client;
using domain::ClientId;
using exchange::FileForm;
using exchange::Incoming;

namespace {

constexpr std::size_t kTellEvery = 100;

constexpr domain::Choices<DoubleChoice, 3> kChoices{{{DoubleChoice::keepNew, "new"},
                                                     {DoubleChoice::leaveOut, "leave-out"},
                                                     {DoubleChoice::fillEmpty, "fill"}}};

// Ends what is open; caught by whoever opened it.
struct Stopped {};

void tell(const ImportProgress& progress, std::size_t rows) {
  if (rows % kTellEvery == 0 && progress && !progress(rows)) throw Stopped{};
}

// The people of a file, those that the record would not take already refused.
class People {
 public:
  People(Workspace& work, const core::Words& words, const ImportFile& file)
      : m_today(work.today()), m_reader(open(work, words, file)) {}

  bool next(Incoming& person) {
    if (!m_reader->next(person)) return false;
    if (person.refusal) return true;
    try {
      check(person.client, m_today);
    } catch (const core::InputError& error) {
      person.refusal = error.message();
    }
    return true;
  }

 private:
  std::unique_ptr<exchange::IncomingClients> open(Workspace& work, const core::Words& words,
                                                  const ImportFile& file) const {
    exchange::IncomingContext context{m_today, work.store.practice().language,
                                      [&words](std::string_view name) {
                                        const std::string id = "cardProperty." + std::string(name);
                                        return words.has(id) ? words.say(id) : std::string(name);
                                      }};
    if (file.form == FileForm::vcard)
      return exchange::readCards(*file.bytes, file.table.encoding, std::move(context));
    auto reading = file.table;
    if (!reading.headings)
      for (auto& name : reading.names) name = words.say("importClients.column", {{"number", name}});
    return exchange::readTable(*file.bytes, std::move(reading), std::move(context));
  }

  core::Date m_today;
  std::unique_ptr<exchange::IncomingClients> m_reader;
};

}  // namespace

std::string_view toString(DoubleChoice choice) {
  return domain::choiceText(kChoices, choice);
}
DoubleChoice doubleChoiceFrom(std::string_view text) {
  return domain::choiceFrom(kChoices, "doubles", text);
}

DoubleChoice Double::proposed() const {
  return of.likeness.isSure() ? DoubleChoice::fillEmpty : DoubleChoice::keepNew;
}

ImportSurvey surveyImport(std::shared_ptr<const std::string> bytes, const exchange::TableWishes& wishes) {
  ImportSurvey survey;
  survey.file.form = exchange::formOf(*bytes);
  survey.file.bytes = std::move(bytes);
  if (survey.file.form == FileForm::vcard) {
    survey.file.table.encoding = wishes.encoding.value_or(unicode::guessEncoding(*survey.file.bytes));
    return survey;
  }
  auto table = exchange::surveyTable(*survey.file.bytes, wishes);
  survey.file.table = std::move(table.reading);
  survey.examples = std::move(table.examples);
  return survey;
}

bool settleDates(ImportFile& file) {
  if (file.form == FileForm::vcard) return false;
  const auto evidence = exchange::datesOf(*file.bytes, file.table);
  file.table.order = evidence.settled();
  return evidence.isOpen();
}

std::vector<Incoming> previewImport(Workspace& work, const core::Words& words, const ImportFile& file,
                                    std::size_t most) {
  requireRight(work.store, Right::takeInRecord);
  People people(work, words, file);
  std::vector<Incoming> first;
  for (Incoming person; first.size() < most && people.next(person);) first.push_back(std::move(person));
  return first;
}

std::optional<Incoming> incomingAt(Workspace& work, const core::Words& words, const ImportFile& file,
                                   std::size_t line) {
  requireRight(work.store, Right::takeInRecord);
  People people(work, words, file);
  for (Incoming person; people.next(person);)
    if (person.line == line) return person;
  return {};
}

std::optional<ImportCheck> checkImport(Workspace& work, const core::Words& words, const ImportFile& file,
                                       const ImportProgress& progress) {
  requireRight(work.store, Right::takeInRecord);
  const auto everybody = work.store.clients().list();
  domain::LookalikeIndex index;
  for (const auto& one : everybody) index.add(marksOf(one));
  // Of those who come behind them in the index: line, name, birth date.
  std::vector<DoubleOf> arrived;
  ImportCheck found;
  People people(work, words, file);
  try {
    for (Incoming person; people.next(person);) {
      tell(progress, ++found.rows);
      for (auto& remark : person.remarks) found.remarks.push_back({person.line, std::move(remark)});
      if (person.refusal) {
        found.refusals.push_back({person.line, *person.refusal});
        continue;
      }
      auto marks = marksOf(person.client);
      if (const auto alike = index.find(marks, 1); !alike.empty()) {
        const auto [number, likeness] = alike.front();
        DoubleOf of;
        if (number < everybody.size()) {
          const auto& one = everybody[number];
          of = {one.id, 0, one.name, one.birthDate, likeness};
        } else {
          of = arrived[number - everybody.size()];
          of.likeness = likeness;
        }
        found.doubles.push_back({person.line, person.client.name, person.client.birthDate, std::move(of)});
      }
      index.add(std::move(marks));
      arrived.push_back({{}, person.line, person.client.name, person.client.birthDate, {}});
    }
  } catch (const Stopped&) {
    return {};
  }
  return found;
}

namespace {

// One import while it is open.
class BringingIn {
 public:
  BringingIn(Workspace& work, const ImportCheck& check, const DoubleChoices& choices)
      : m_work(work), m_now(work.clock.now()) {
    for (const auto& one : check.doubles) {
      const auto chosen = choices.find(one.line);
      if (chosen == choices.end() || chosen->second == DoubleChoice::keepNew) continue;
      m_doubles.emplace(one.line, std::pair(&one.of, chosen->second));
      // Who is filled by a later row is saved when that row was read: once, so that nothing seems changed
      // since.
      if (!one.of.client) m_waiting.try_emplace(one.of.line);
    }
  }

  void take(Incoming& person, ImportResult& result) {
    if (person.refusal) {
      ++result.refused;
      return;
    }
    const auto doubled = m_doubles.find(person.line);
    if (doubled == m_doubles.end()) return add(person, result);
    const auto& [of, choice] = doubled->second;
    const Place place = of->client ? Place{of->client, 0} : placeOf(of->line);
    // A further row that is like this one is like them, too.
    m_places.insert_or_assign(person.line, place);
    if (choice == DoubleChoice::leaveOut)
      ++result.leftOut;
    else
      fill(place, person.client);
  }

  // What was held back is saved.
  std::vector<domain::ImportedClient> finish(ImportResult& result) {
    for (auto& [line, client] : m_waiting)
      if (client) save(std::move(*client));
    saveBatch();
    for (auto& [id, chart] : m_charts) {
      // A chart that has all of it already is not changed.
      if (chart.filled.empty()) continue;
      m_work.store.clients().save(chart.client);
      m_imported.push_back({id, chart.filled, false});
      ++result.filled;
    }
    return std::move(m_imported);
  }

 private:
  // A client of the practice, or a line of the file.
  struct Place {
    std::optional<ClientId> client;
    std::size_t line = 0;
  };
  struct Chart {
    Client client;
    std::vector<domain::FilledField> filled;
  };

  Place placeOf(std::size_t line) const {
    const auto found = m_places.find(line);
    return found == m_places.end() ? Place{{}, line} : found->second;
  }

  void add(Incoming& person, ImportResult& result) {
    person.client.id = m_work.ids.make<ClientId>();
    person.client.createdAt = m_now;
    m_imported.push_back({person.client.id, {}, false});
    ++result.added;
    if (const auto waiting = m_waiting.find(person.line); waiting != m_waiting.end())
      waiting->second = std::move(person.client);
    else
      save(std::move(person.client));
  }

  void save(Client&& client) {
    m_batch.push_back(std::move(client));
    if (m_batch.size() >= kTellEvery) saveBatch();
  }
  void saveBatch() {
    m_work.store.clients().addAll(m_batch);
    m_batch.clear();
  }

  void fill(const Place& place, const Client& from) {
    if (!place.client) {
      if (const auto waiting = m_waiting.find(place.line); waiting != m_waiting.end() && waiting->second)
        domain::fillEmpty(*waiting->second, from);
      return;
    }
    auto chart = m_charts.find(*place.client);
    if (chart == m_charts.end())
      chart = m_charts.emplace(*place.client, Chart{requireClient(m_work, *place.client), {}}).first;
    for (auto& one : domain::fillEmpty(chart->second.client, from))
      chart->second.filled.push_back(std::move(one));
  }

  Workspace& m_work;
  core::Instant m_now;
  std::unordered_map<std::size_t, std::pair<const DoubleOf*, DoubleChoice>> m_doubles;
  std::map<std::size_t, std::optional<Client>> m_waiting;
  std::unordered_map<std::size_t, Place> m_places;
  std::map<ClientId, Chart> m_charts;
  std::vector<Client> m_batch;  // come in, and not saved yet
  std::vector<domain::ImportedClient> m_imported;
};

// Many may have changed: whoever shows one of them asks again.
void tellOfMany(Workspace& work, domain::ImportId import) {
  publishAfterCommit(work, {Change::Kind::client, {}, import.value});
}

std::optional<domain::ClientImport> findImport(Workspace& work, domain::ImportId id) {
  const auto all = work.store.clientImports().list();
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == id; });
  if (found == all.end()) return {};
  return *found;
}

}  // namespace

std::optional<ImportResult> bringIn(Workspace& work, const core::Words& words, domain::ImportId id,
                                    const ImportFile& file, const ImportCheck& check,
                                    const DoubleChoices& choices, const ImportProgress& progress) {
  requireRight(work.store, Right::takeInRecord);
  if (const auto saved = findImport(work, id)) {
    tellOfMany(work, id);
    return ImportResult{id, saved->added, saved->filled, 0, 0};
  }
  ImportResult result;
  result.id = id;
  try {
    work.store.atomically([&] {
      BringingIn coming(work, check, choices);
      People people(work, words, file);
      std::size_t rows = 0;
      for (Incoming person; people.next(person);) {
        tell(progress, ++rows);
        coming.take(person, result);
      }
      const auto imported = coming.finish(result);
      domain::ClientImport import;
      import.id = id;
      import.source = toString(file.form);
      import.author = work.store.user().id;
      import.takenAt = work.clock.now();
      work.store.clientImports().add(import, imported);
      tellOfMany(work, id);
    });
  } catch (const Stopped&) {
    return {};
  }
  return result;
}

std::vector<domain::ClientImport> listImports(Workspace& work) {
  requireRight(work.store, Right::seeClients);
  return work.store.clientImports().list();
}

namespace {

// Whoever is named in something that was typed and not saved yet.
std::set<ClientId> inDrafts(Workspace& work, const std::vector<domain::ImportedClient>& clients) {
  std::set<ClientId> found;
  const auto drafts = work.store.drafts().list();
  for (const auto& one : clients)
    for (const auto& draft : drafts)
      if (draft.subject == one.client.value || draft.content.find(one.client.toString()) != std::string::npos)
        found.insert(one.client);
  return found;
}

}  // namespace

UndoneImport undoImport(Workspace& work, domain::ImportId id) {
  requireRight(work.store, Right::takeInRecord);
  const auto import = findImport(work, id);
  if (!import) throw core::InputError({"error.import.none", {}, {}});
  if (import->undoneAt) throw core::RefusedError({"error.import.undone", {}, {}});
  UndoneImport undone;
  work.store.atomically([&] {
    const auto clients = work.store.clientImports().clients(id);
    const auto withMore = work.store.clientImports().withMore();
    const auto typed = inDrafts(work, clients);
    std::vector<ClientId> gone;
    for (const auto& one : clients) {
      auto client = work.store.clients().find(one.client);
      if (!client) continue;
      if (!one.filled.empty()) {
        const auto changed = domain::emptyFilled(*client, one.filled);
        if (changed.size() < one.filled.size()) {
          work.store.clients().save(*client);
          ++undone.emptied;
        }
        if (!changed.empty()) undone.changed.push_back({client->id, client->name});
      } else if (typed.contains(one.client) ||
                 std::binary_search(withMore.begin(), withMore.end(), one.client)) {
        undone.recorded.push_back({client->id, client->name});
      } else {
        gone.push_back(one.client);
      }
    }
    work.store.clientImports().takeAway(id, gone);
    undone.takenAway = static_cast<int>(gone.size());
    work.store.clientImports().setUndone(id, work.clock.now());
    tellOfMany(work, id);
  });
  return undone;
}

}  // namespace unknot::app
