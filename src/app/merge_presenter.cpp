#include "app/merge_presenter.h"

#include <algorithm>
#include <utility>

#include "app/clients.h"
#include "core/utf8.h"

namespace unknot::app {

MergePresenter::MergePresenter(Desk& desk) : Presenter(desk.tasks), m_desk(desk) {}

void MergePresenter::open(domain::ClientId client) {
  ++m_compared;
  update([client](MergeState& state) {
    state = {};
    state.client = client;
  });
  look();
}

void MergePresenter::find(const std::string& words) {
  if (words == state().words) return;
  update([&](MergeState& state) { state.words = words; });
  look();
}

void MergePresenter::look() {
  struct Found {
    domain::Client client;
    std::vector<Lookalike> alike;
    std::vector<domain::ClientSummary> others;
  };
  run(
      [&work = m_desk.work, client = state().client, words = core::trimmed(state().words)] {
        Found found;
        found.client = resolveClient(work, client.toString());
        if (words.empty())
          found.alike = findLookalikes(work, found.client);
        else
          found.others = findClients(work, words);
        std::erase_if(found.others, [&](const auto& one) { return one.id == found.client.id; });
        if (found.others.size() > kMostCandidates) found.others.resize(kMostCandidates);
        return found;
      },
      [this, asked = ++m_looked](const Found& found) {
        if (asked != m_looked) return;
        const auto born = [this](const std::optional<core::Date>& day) {
          return day ? m_desk.dateText(*day) : std::string();
        };
        update([&](MergeState& state) {
          state.ready = true;
          state.client = found.client.id;
          state.name = found.client.name;
          state.candidates.clear();
          for (const auto& one : found.alike)
            state.candidates.push_back(
                {one.client, one.name, born(one.birthDate), likenessText(m_desk.words, one.likeness)});
          for (const auto& one : found.others)
            state.candidates.push_back({one.id, one.name, born(one.birthDate), {}});
        });
        const auto& all = state().candidates;
        const bool there = std::any_of(all.begin(), all.end(),
                                       [&](const auto& one) { return one.client == state().selected; });
        if (there) return;
        update([](MergeState& state) {
          state.selected.reset();
          state.pairs.clear();
          state.means.clear();
          state.possible = false;
        });
        if (!all.empty()) select(all.front().client);
      });
}

void MergePresenter::select(domain::ClientId other) {
  update([other](MergeState& state) {
    state.selected = other;
    state.problem.reset();
  });
  compare();
}

void MergePresenter::setKeepsOther(bool keepsOther) {
  update([keepsOther](MergeState& state) {
    state.keepsOther = keepsOther;
    state.problem.reset();
  });
  compare();
}

void MergePresenter::compare() {
  if (!state().selected) return;
  run([&work = m_desk.work, here = state().client,
       there = *state().selected] { return std::pair(sumOf(work, here), sumOf(work, there)); },
      [this, asked = ++m_compared](std::pair<ChartSum, ChartSum> sums) {
        if (asked != m_compared) return;
        auto& [kept, other] = sums;
        if (state().keepsOther) std::swap(kept, other);
        update([&](MergeState& state) {
          state.pairs = sideBySide(m_desk.words, m_desk.practice.language, kept.client, other.client);
          state.means = meaningOf(kept, other);
          state.possible = !other.unsaved;
        });
      });
}

std::vector<std::string> MergePresenter::meaningOf(const ChartSum& kept, const ChartSum& other) const {
  const auto& words = m_desk.words;
  if (other.unsaved) return {words.say("error.merge.draft")};
  const std::vector<core::Message::Arg> names{{"kept", kept.client.name}, {"other", other.client.name}};
  return {words.say("merge.means.all",
                    {{"sessions", words.sayCount("merge.sessions", kept.sessions + other.sessions)},
                     {"intakes", words.sayCount("merge.intakes", kept.intakes + other.intakes)},
                     {"documents", words.sayCount("merge.documents", kept.documents + other.documents)}}),
          words.say(core::Message{"merge.means.details", names, {}}),
          words.say(core::Message{"merge.means.list", names, {}}),
          words.say(core::Message{"merge.means.flags", {}, {}}),
          words.say(core::Message{"merge.means.undo", names, {}})};
}

void MergePresenter::merge(std::function<void(domain::ClientId)> done) {
  if (!state().possible || state().busy || !state().selected) return;
  auto keep = state().client, other = *state().selected;
  if (state().keepsOther) std::swap(keep, other);
  update([](MergeState& state) {
    state.busy = true;
    state.problem.reset();
  });
  run([&work = m_desk.work, keep, other] { return mergeCharts(work, keep, other).kept; },
      [this, done = std::move(done)](domain::ClientId kept) {
        update([](MergeState& state) { state.busy = false; });
        done(kept);
      });
}

void MergePresenter::failed(std::exception_ptr error) {
  update([&](MergeState& state) {
    state.busy = false;
    state.problem = core::describe(std::move(error));
  });
}

}  // namespace unknot::app
