// Two charts that may be of one person: chosen, looked at side by side, and put together.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/chart_merges.h"
#include "app/desk.h"
#include "app/person_marks.h"
#include "app/presenter.h"
#include "app/side_by_side.h"

namespace unknot::app {

struct MergeCandidate {
  domain::ClientId client;
  std::string name;
  std::string born;
  std::string why;  // "same name, same phone"; "" for one that was looked for
  friend bool operator==(const MergeCandidate&, const MergeCandidate&) = default;
};

struct MergeState {
  bool ready = false;
  domain::ClientId client;  // whose chart it began with
  std::string name;
  std::string words;                       // what is looked for; "" shows who is alike
  std::vector<MergeCandidate> candidates;  // at most kMostCandidates
  std::optional<domain::ClientId> selected;
  bool keepsOther = false;         // the chosen one's chart goes on, not the one it began with
  std::vector<FieldPair> pairs;    // left: the chart that goes on
  std::vector<std::string> means;  // what it would mean, in whole sentences
  bool possible = false;
  bool busy = false;
  std::optional<core::Message> problem;
  friend bool operator==(const MergeState&, const MergeState&) = default;
};

class MergePresenter final : public Presenter<MergeState> {
 public:
  static constexpr std::size_t kMostCandidates = 50;

  explicit MergePresenter(Desk& desk);

  void open(domain::ClientId client);
  void find(const std::string& words);
  void select(domain::ClientId other);
  void setKeepsOther(bool keepsOther);
  // `done` is told whose chart holds both.
  void merge(std::function<void(domain::ClientId)> done);

 private:
  void failed(std::exception_ptr error) override;
  void look();
  void compare();
  std::vector<std::string> meaningOf(const ChartSum& kept, const ChartSum& other) const;

  Desk& m_desk;
  int m_looked = 0;  // the newest wish counts; answers to older ones are dropped
  int m_compared = 0;
};

}  // namespace unknot::app
