#include "support/memory_practice.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <utility>

#include "core/error.h"

namespace unknot::test {
namespace {

using namespace unknot::domain;

core::RefusedError refused(const std::string& why) {
  return core::RefusedError({"error.fake." + why, {}, {}});
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

std::vector<std::string> wordsOf(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : lower(text)) {
    if (c == ' ' || c == ',' || c == '@') {
      if (!word.empty()) words.push_back(std::move(word));
      word.clear();
    } else {
      word += c;
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

// FNV-1a: enough to see a change, nothing more.
std::string hashOf(const std::string& text) {
  std::uint64_t hash = 14'695'981'039'346'656'037ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1'099'511'628'211ULL;
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  for (int shift = 60; shift >= 0; shift -= 4) hex += kDigits[hash >> shift & 15U];
  return hex;
}

std::string versionHash(const SessionVersion& version) {
  const auto& c = version.content;
  std::string all = version.salt + version.previousHash + version.id.toString() + version.session.toString() +
                    std::to_string(version.number) + c.serviceDate.toIso() + c.lesson + "|" + c.theirWords +
                    "|" + c.postureAndGait + "|" + c.work + "|" + c.response + "|" + c.nextTime;
  for (const auto& f : c.findings)
    all += f.region + (f.before ? std::to_string(f.before->value()) : "-") +
           (f.after ? std::to_string(f.after->value()) : "-") + f.note;
  return hashOf(all);
}

bool sameWork(SessionVersion a, const SessionVersion& b) {
  a.number = b.number;
  a.salt = b.salt;
  a.hash = b.hash;
  a.previousHash = b.previousHash;
  return a == b;
}

// What the repositories share.
struct Shared {
  const core::Clock& clock;
  std::shared_ptr<MemoryData> data;
  UserId user;
  bool fail = false;
  bool keepButFail = false;
  bool late = false;  // it was kept, and nobody will be certain
  int level = 0;      // of commits inside each other

  // Of a commit around it, once it is there; else at once.
  void written() {
    late = std::exchange(keepButFail, false) || late;
    if (level == 0 && std::exchange(late, false))
      throw core::StorageError({"error.unexpected", {{"what", "the disk of the test answers late"}}, {}});
  }
  void writing() const {
    if (fail) throw core::StorageError({"error.unexpected", {{"what", "the disk of the test is full"}}, {}});
  }

  ClientId holderOf(ClientId client) const {
    for (const auto& merge : data->chartMerges)
      if (merge.other == client && !merge.separatedAt) return holderOf(merge.kept);
    return client;
  }

  // Of that chart, in the order in which it was written.
  template <class Record>
  std::vector<Record> ofChart(std::vector<Record> all, ClientId client) const {
    std::erase_if(all, [&](const Record& one) { return holderOf(one.client) != holderOf(client); });
    return all;
  }

  Session session(SessionId id) const {
    Session result;
    result.id = id;
    for (const auto& version : data->versions) {
      if (version.session != id) continue;
      if (version.number == 1) result.createdAt = version.savedAt;
      result.client = version.client;
      result.current = version;
    }
    for (const auto& signature : data->signatures)
      if (signature.session == id) result.signatures.push_back(signature);
    return result;
  }

  std::vector<Session> allSessions() const {
    std::vector<Session> result;
    for (const auto& version : data->versions)
      if (version.number == 1) result.push_back(session(version.session));
    std::stable_sort(result.begin(), result.end(), [](const Session& a, const Session& b) {
      return a.current.content.serviceDate < b.current.content.serviceDate;
    });
    return result;
  }

  std::vector<Session> sessionsOf(ClientId client) const { return ofChart(allSessions(), client); }

  ClientSummary summary(const Client& client) const {
    ClientSummary line;
    line.id = client.id;
    line.name = client.name;
    line.sortName = client.sortName.empty() ? client.name : client.sortName;
    line.birthDate = client.birthDate;
    line.phone = client.phone;
    line.email = client.email;
    line.status = client.status;
    for (const auto& one : sessionsOf(client.id)) {
      ++line.sessionCount;
      if (!one.isSigned()) ++line.unsignedCount;
      if (one.current.content.kind == SessionKind::handsOn) line.lastSeen = one.current.content.serviceDate;
    }
    for (const auto& plan : data->plans)
      if (holderOf(plan.client) == client.id) line.reviewOn = plan.reviewOn;
    return line;
  }
};

class Clients final : public ClientRepository {
 public:
  explicit Clients(Shared& shared) : m_shared(shared) {}
  void save(const Client& client) override {
    m_shared.writing();
    const auto [place, isNew] = m_shared.data->clients.try_emplace(client.id, client);
    if (!isNew && place->second != client) {
      place->second = client;
      m_shared.data->changedClients.insert(client.id);
    }
    m_shared.written();
  }
  void addAll(const std::vector<Client>& clients) override {
    for (const auto& client : clients) save(client);
  }
  std::optional<Client> find(ClientId id) override {
    const auto found = m_shared.data->clients.find(id);
    if (found == m_shared.data->clients.end()) return {};
    return found->second;
  }
  std::vector<ClientSummary> list() override {
    std::vector<ClientSummary> lines;
    for (const auto& [id, client] : m_shared.data->clients)
      if (m_shared.holderOf(id) == id) lines.push_back(m_shared.summary(client));
    std::stable_sort(lines.begin(), lines.end(), [](const ClientSummary& a, const ClientSummary& b) {
      return lower(a.sortName) < lower(b.sortName);
    });
    return lines;
  }
  std::vector<ClientSummary> search(std::string_view words) override {
    auto lines = list();
    for (const auto& wanted : wordsOf(words))
      std::erase_if(lines, [&](const ClientSummary& line) {
        std::vector<std::string> own;
        for (const auto& [id, client] : m_shared.data->clients)
          if (m_shared.holderOf(id) == line.id)
            for (auto& word : wordsOf(client.name + " " + client.email + " " + client.phone))
              own.push_back(std::move(word));
        return std::none_of(own.begin(), own.end(),
                            [&](const std::string& w) { return w.starts_with(wanted); });
      });
    return lines;
  }

 private:
  Shared& m_shared;
};

class Imports final : public ClientImportRepository {
 public:
  explicit Imports(Shared& shared) : m_shared(shared) {}
  void add(const ClientImport& import, const std::vector<ImportedClient>& clients) override {
    m_shared.writing();
    m_shared.data->imports.emplace_back(import, clients);
  }
  std::vector<ClientImport> list() override {
    std::vector<ClientImport> all;
    for (const auto& [import, clients] : m_shared.data->imports) {
      all.insert(all.begin(), import);
      for (const auto& one : clients) ++(one.filled.empty() ? all.front().added : all.front().filled);
    }
    return all;
  }
  std::vector<ImportedClient> clients(ImportId import) override {
    for (const auto& [one, clients] : m_shared.data->imports)
      if (one.id == import) return clients;
    return {};
  }
  std::vector<ClientId> withMore() override {
    auto found = m_shared.data->changedClients;
    for (const auto& version : m_shared.data->versions) found.insert(version.client);
    for (const auto& plan : m_shared.data->plans) found.insert(plan.client);
    for (const auto& intake : m_shared.data->intakes) found.insert(intake.client);
    for (const auto& merge : m_shared.data->chartMerges) found.insert({merge.kept, merge.other});
    return {found.begin(), found.end()};
  }
  void takeAway(ImportId import, const std::vector<ClientId>& gone) override {
    m_shared.writing();
    for (const auto client : gone) {
      m_shared.data->clients.erase(client);
      for (auto& [one, clients] : m_shared.data->imports)
        for (auto& row : clients)
          if (one.id == import && row.client == client) row.takenAway = true;
    }
  }
  void setUndone(ImportId import, core::Instant at) override {
    m_shared.writing();
    for (auto& [one, clients] : m_shared.data->imports)
      if (one.id == import) one.undoneAt = at;
  }

 private:
  Shared& m_shared;
};

class ChartMerges final : public ChartMergeRepository {
 public:
  explicit ChartMerges(Shared& shared) : m_shared(shared) {}
  void add(const ChartMerge& merge) override {
    m_shared.writing();
    if (const auto there = find(merge.id)) {
      if (*there == merge) return;
      throw refused("chartMerge");
    }
    if (holderOf(merge.other) != merge.other || holderOf(merge.kept) == merge.other)
      throw refused("chartMerge");
    m_shared.data->chartMerges.push_back(merge);
  }
  void separate(ChartMergeId id, UserId by, core::Instant at) override {
    m_shared.writing();
    for (auto& merge : m_shared.data->chartMerges)
      if (merge.id == id && !merge.separatedAt) {
        merge.separatedAt = at;
        merge.separatedBy = by;
      }
  }
  std::optional<ChartMerge> find(ChartMergeId id) override {
    for (const auto& merge : m_shared.data->chartMerges)
      if (merge.id == id) return merge;
    return {};
  }
  ClientId holderOf(ClientId client) override { return m_shared.holderOf(client); }
  std::vector<ClientId> partsOf(ClientId client) override {
    std::vector<ClientId> parts{holderOf(client)};
    for (const auto& merge : standing(client)) parts.push_back(merge.other);
    return parts;
  }
  std::vector<ChartMerge> standing(ClientId client) override {
    auto all = m_shared.data->chartMerges;
    std::erase_if(all, [&](const ChartMerge& merge) {
      return merge.separatedAt || holderOf(merge.other) != holderOf(client);
    });
    return all;
  }

 private:
  Shared& m_shared;
};

class Intakes final : public IntakeRepository {
 public:
  explicit Intakes(Shared& shared) : m_shared(shared) {}
  void add(const Intake& intake) override {
    m_shared.writing();
    for (const auto& old : m_shared.data->intakes) {
      if (old.id != intake.id) continue;
      if (old == intake) return;
      throw refused("intake");
    }
    m_shared.data->intakes.push_back(intake);
    m_shared.written();
  }
  std::vector<Intake> ofClient(ClientId client) override {
    return m_shared.ofChart(m_shared.data->intakes, client);
  }
  std::string keepDefinition(std::string_view language, std::string_view text) override {
    m_shared.writing();
    const std::string hash = hashOf(std::string(language) + std::string(text));
    m_shared.data->definitions.emplace(hash, text);
    return hash;
  }
  std::optional<std::string> definition(std::string_view hash) override {
    const auto found = m_shared.data->definitions.find(std::string(hash));
    if (found == m_shared.data->definitions.end()) return {};
    return found->second;
  }
  std::optional<std::string> newestDefinition(std::string_view) override {
    if (m_shared.data->definitions.empty()) return {};
    return m_shared.data->definitions.rbegin()->second;
  }

 private:
  Shared& m_shared;
};

class FlagClosings final : public FlagClosingRepository {
 public:
  explicit FlagClosings(Shared& shared) : m_shared(shared) {}
  void add(const FlagClosing& closing) override {
    m_shared.writing();
    m_shared.data->flagClosings.push_back(closing);
  }
  std::vector<FlagClosing> ofClient(ClientId client) override {
    return m_shared.ofChart(m_shared.data->flagClosings, client);
  }

 private:
  Shared& m_shared;
};

class Consents final : public ConsentRepository {
 public:
  explicit Consents(Shared& shared) : m_shared(shared) {}
  void add(const Consent& consent) override {
    m_shared.writing();
    m_shared.data->consents.push_back(consent);
  }
  std::vector<Consent> ofClient(ClientId client) override {
    return m_shared.ofChart(m_shared.data->consents, client);
  }

 private:
  Shared& m_shared;
};

class Sessions final : public SessionRepository {
 public:
  explicit Sessions(Shared& shared) : m_shared(shared) {}

  SessionVersion append(const SessionVersion& version) override {
    m_shared.writing();
    auto& all = m_shared.data->versions;
    for (const auto& old : all) {
      if (old.id != version.id) continue;
      if (sameWork(version, old)) return old;
      throw refused("version");
    }
    if (m_shared.session(version.session).isSigned()) throw refused("signed");
    SessionVersion stored = version;
    stored.number = 1;
    for (const auto& old : all) {
      if (old.session != version.session) continue;
      stored.number = old.number + 1;
      stored.previousHash = old.hash;
    }
    stored.salt = hashOf("salt" + version.id.toString());
    stored.hash = versionHash(stored);
    all.push_back(stored);
    return stored;
  }

  void addSignature(const Signature& signature) override {
    m_shared.writing();
    const auto session = m_shared.session(signature.session);
    const bool first = signature.kind == SignatureKind::signedAsIs;
    if (first == session.isSigned()) throw refused("signature");
    if (first && session.current.id != signature.version) throw refused("signature");
    m_shared.data->signatures.push_back(signature);
  }

  std::optional<Session> find(SessionId id) override {
    const auto session = m_shared.session(id);
    if (session.current.id.isNil()) return {};
    return session;
  }
  std::vector<Session> ofClient(ClientId client) override { return m_shared.sessionsOf(client); }
  std::vector<SessionVersion> versions(SessionId id) override {
    auto all = m_shared.data->versions;
    std::erase_if(all, [&](const SessionVersion& v) { return v.session != id; });
    return all;
  }

  void restore(const SessionHistory& history) override {
    m_shared.writing();
    std::string previous;
    for (const auto& version : history.versions) {
      if (version.previousHash != previous || versionHash(version) != version.hash) throw refused("chain");
      previous = version.hash;
    }
    if (history.versions.empty()) throw refused("chain");
    const auto id = history.versions.front().session;
    const auto old = SessionHistory{versions(id), m_shared.session(id).signatures};
    if (old == history) return;
    if (!old.versions.empty()) throw refused("session");
    for (const auto& version : history.versions) m_shared.data->versions.push_back(version);
    for (const auto& signature : history.signatures) m_shared.data->signatures.push_back(signature);
  }

  std::vector<Session> unsignedOnes() override {
    auto all = m_shared.allSessions();
    std::erase_if(all, [](const Session& s) { return s.isSigned(); });
    std::reverse(all.begin(), all.end());
    return all;
  }

 private:
  Shared& m_shared;
};

class Plans final : public PlanRepository {
 public:
  explicit Plans(Shared& shared) : m_shared(shared) {}
  ExercisePlan append(const ExercisePlan& plan) override {
    m_shared.writing();
    ExercisePlan stored = plan;
    stored.version = 1;
    for (const auto& other : m_shared.data->plans)
      if (other.client == plan.client) stored.version = other.version + 1;
    m_shared.data->plans.push_back(stored);
    return stored;
  }
  std::optional<ExercisePlan> current(ClientId client) override {
    const auto all = ofClient(client);
    if (all.empty()) return {};
    return all.back();
  }
  std::vector<ExercisePlan> ofClient(ClientId client) override {
    return m_shared.ofChart(m_shared.data->plans, client);
  }
  long clientsNaming(const ExerciseSlug& exercise) override {
    std::set<ClientId> clients;
    const auto look = [&](ClientId client, const auto& rows) {
      for (const auto& row : rows)
        if (row.exercise == exercise) clients.insert(client);
    };
    for (const auto& plan : m_shared.data->plans) look(plan.client, plan.items);
    for (const auto& log : m_shared.data->practiceLogs) look(log.client, log.grid);
    return static_cast<long>(clients.size());
  }

 private:
  Shared& m_shared;
};

class PlanTemplates final : public PlanTemplateRepository {
 public:
  explicit PlanTemplates(Shared& shared) : m_shared(shared) {}
  void save(const PlanTemplate& wanted) override {
    m_shared.writing();
    auto& kept = m_shared.data->planTemplates;
    const auto there =
        std::find_if(kept.begin(), kept.end(), [&](const auto& one) { return one.id == wanted.id; });
    if (there == kept.end())
      kept.push_back(wanted);
    else
      *there = wanted;
  }
  void remove(PlanTemplateId id) override {
    m_shared.writing();
    std::erase_if(m_shared.data->planTemplates, [&](const auto& one) { return one.id == id; });
  }
  std::vector<PlanTemplate> all() override { return m_shared.data->planTemplates; }

 private:
  Shared& m_shared;
};

class PracticeLogs final : public PracticeLogRepository {
 public:
  explicit PracticeLogs(Shared& shared) : m_shared(shared) {}
  void add(const PracticeLog& log) override {
    m_shared.writing();
    m_shared.data->practiceLogs.push_back(log);
  }
  std::vector<PracticeLog> ofClient(ClientId client) override {
    return m_shared.ofChart(m_shared.data->practiceLogs, client);
  }

 private:
  Shared& m_shared;
};

class Measures final : public MeasureRepository {
 public:
  explicit Measures(Shared& shared) : m_shared(shared) {}
  void add(const Measure& measure) override {
    m_shared.writing();
    m_shared.data->measures.push_back(measure);
  }
  std::vector<Measure> ofClient(ClientId client) override {
    auto all = m_shared.ofChart(m_shared.data->measures, client);
    for (const auto& session : m_shared.sessionsOf(client)) {
      for (const auto& value : session.current.content.measures) {
        Measure measure;
        measure.client = session.client;
        measure.session = session.id;
        measure.value = value;
        measure.takenOn = session.current.content.serviceDate;
        measure.author = session.current.author;
        measure.enteredAt = session.current.savedAt;
        all.push_back(measure);
      }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Measure& a, const Measure& b) { return a.takenOn < b.takenOn; });
    return all;
  }

 private:
  Shared& m_shared;
};

class Documents final : public DocumentRepository {
 public:
  explicit Documents(Shared& shared) : m_shared(shared) {}
  DocumentRecord add(const DocumentRecord& record, std::string_view content) override {
    m_shared.writing();
    DocumentRecord stored = record;
    stored.bytes = static_cast<std::int64_t>(content.size());
    stored.sha256 = hashOf(std::string(content));
    if (const auto there = find(record.id)) {
      if (*there == stored) return stored;
      throw refused("document");
    }
    m_shared.data->documents.emplace_back(stored, content);
    return stored;
  }
  std::optional<DocumentRecord> find(DocumentId id) override {
    for (const auto& [record, content] : m_shared.data->documents)
      if (record.id == id) return record;
    return {};
  }
  std::vector<DocumentRecord> ofClient(ClientId client) override {
    std::vector<DocumentRecord> all;
    for (const auto& [record, content] : m_shared.data->documents)
      if (m_shared.holderOf(record.client) == m_shared.holderOf(client)) all.insert(all.begin(), record);
    return all;
  }
  std::string content(DocumentId id) override {
    for (const auto& [record, content] : m_shared.data->documents)
      if (record.id == id) return content;
    throw core::DamageError({"error.unexpected", {{"what", "no such document"}}, {}});
  }

 private:
  Shared& m_shared;
};

class Drafts final : public DraftStore {
 public:
  explicit Drafts(Shared& shared) : m_shared(shared) {}
  void keep(const Draft& draft) override {
    m_shared.writing();
    m_shared.data->drafts.insert_or_assign({draft.kind, draft.subject}, draft);
  }
  std::vector<Draft> list() override {
    std::vector<Draft> all;
    for (const auto& [key, draft] : m_shared.data->drafts) all.push_back(draft);
    return all;
  }
  void remove(std::string_view kind, const core::Uuid& subject) override {
    m_shared.data->drafts.erase({std::string(kind), subject});
  }

 private:
  Shared& m_shared;
};

UserId firstUser() {
  UserId id;
  id.value.bytes[15] = std::byte{1};
  return id;
}

}  // namespace

struct MemoryPractice::Impl {
  Shared shared;
  Clients clients{shared};
  Imports imports{shared};
  ChartMerges chartMerges{shared};
  Intakes intakes{shared};
  FlagClosings flagClosings{shared};
  Consents consents{shared};
  Sessions sessions{shared};
  Plans plans{shared};
  PlanTemplates planTemplates{shared};
  PracticeLogs practiceLogs{shared};
  Measures measures{shared};
  Documents documents{shared};
  Drafts drafts{shared};
};

MemoryPractice::MemoryPractice(const core::Clock& clock)
    : MemoryPractice(clock, std::make_shared<MemoryData>(), firstUser()) {
  auto& practice = data().practice;
  practice.id.value.bytes[15] = std::byte{2};
  practice.name = "Example Somatics";
  practice.practitionerName = "Robin Example";
  practice.createdAt = clock.now();
  data().users.push_back({firstUser(), "Robin Example", Role::owner, clock.now()});
}

MemoryPractice::MemoryPractice(const core::Clock& clock, std::shared_ptr<MemoryData> data, UserId user)
    : m_impl(new Impl{{clock, std::move(data), user}}) {}
MemoryPractice::~MemoryPractice() = default;

Practice MemoryPractice::practice() {
  return data().practice;
}
void MemoryPractice::savePractice(const Practice& practice) {
  m_impl->shared.writing();
  data().practice = practice;
}
User MemoryPractice::user() {
  for (const auto& user : data().users)
    if (user.id == m_impl->shared.user) return user;
  throw core::BugError("memory practice without its user");
}
std::vector<User> MemoryPractice::users() {
  return data().users;
}
ClientRepository& MemoryPractice::clients() {
  return m_impl->clients;
}
ClientImportRepository& MemoryPractice::clientImports() {
  return m_impl->imports;
}
ChartMergeRepository& MemoryPractice::chartMerges() {
  return m_impl->chartMerges;
}
IntakeRepository& MemoryPractice::intakes() {
  return m_impl->intakes;
}
FlagClosingRepository& MemoryPractice::flagClosings() {
  return m_impl->flagClosings;
}
ConsentRepository& MemoryPractice::consents() {
  return m_impl->consents;
}
SessionRepository& MemoryPractice::sessions() {
  return m_impl->sessions;
}
PlanRepository& MemoryPractice::plans() {
  return m_impl->plans;
}
PlanTemplateRepository& MemoryPractice::planTemplates() {
  return m_impl->planTemplates;
}
PracticeLogRepository& MemoryPractice::practiceLogs() {
  return m_impl->practiceLogs;
}
MeasureRepository& MemoryPractice::measures() {
  return m_impl->measures;
}
DocumentRepository& MemoryPractice::documents() {
  return m_impl->documents;
}
DraftStore& MemoryPractice::drafts() {
  return m_impl->drafts;
}

void MemoryPractice::commitOrUndo(const std::function<void()>& work) {
  const MemoryData before = data();
  auto& level = m_impl->shared.level;
  ++level;
  try {
    work();
  } catch (...) {
    --level;
    // Drafts are files of their own: nothing brings back one that was removed.
    auto drafts = std::move(data().drafts);
    data() = before;
    data().drafts = std::move(drafts);
    throw;
  }
  --level;
  m_impl->shared.written();
}

void MemoryPractice::audit(AuditAction action, const std::string& subject) {
  auto& chain = data().audit;
  AuditEntry entry;
  entry.sequence = static_cast<std::int64_t>(chain.size()) + 1;
  entry.at = m_impl->shared.clock.now();
  entry.user = m_impl->shared.user;
  entry.action = action;
  entry.subject = subject;
  entry.hash = hashOf((chain.empty() ? "" : chain.back().hash) + subject);
  chain.push_back(std::move(entry));
}

domain::Verification MemoryPractice::verify(const OnFault& fault) {
  Verification seen;
  const auto count = [](const auto& all) { return static_cast<std::int64_t>(all.size()); };
  seen.clients = count(data().clients);
  std::set<SessionId> sessions;
  for (const auto& version : data().versions) sessions.insert(version.session);
  seen.sessions = count(sessions);
  seen.versions = count(data().versions);
  seen.signatures = count(data().signatures);
  seen.documents = count(data().documents);
  seen.auditEntries = count(data().audit);
  for (const auto& [record, content] : data().documents) {
    if (!content.empty()) continue;
    ++seen.faults;
    fault({"verify.documentMissing", {{"document", record.id.toString()}}, {}});
  }
  return seen;
}

std::vector<AuditEntry> MemoryPractice::auditTail(std::size_t most) {
  std::vector<AuditEntry> tail(data().audit.rbegin(), data().audit.rend());
  if (tail.size() > most) tail.resize(most);
  return tail;
}

std::string MemoryPractice::auditHead() {
  return data().audit.empty() ? "00000000" : data().audit.back().hash.substr(0, 8);
}

MemoryData& MemoryPractice::data() {
  return *m_impl->shared.data;
}
void MemoryPractice::keepNextButFail() {
  m_impl->shared.keepButFail = true;
}
void MemoryPractice::failWrites(bool fail) {
  m_impl->shared.fail = fail;
}

}  // namespace unknot::test
