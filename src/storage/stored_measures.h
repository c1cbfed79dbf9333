#pragma once

#include "domain/practice_store.h"
#include "storage/practice_context.h"

namespace unknot::storage {

class StoredMeasures final : public domain::MeasureRepository {
 public:
  explicit StoredMeasures(const PracticeContext& context) : m_context(context) {}
  // An id that is there with the same content is left alone; with another one refused.
  void add(const domain::Measure& measure) override;
  // Without those of sessions that were entered in error. A session's measure has no id of its own in the
  // file; the one given here is made of its version and place, and stays the same.
  std::vector<domain::Measure> ofClient(domain::ClientId client) override;

 private:
  // Written for this client alone.
  std::vector<domain::Measure> ofOne(domain::ClientId client);
  std::optional<domain::Measure> find(domain::MeasureId id);
  void addOfSessions(domain::ClientId client, std::vector<domain::Measure>& measures);

  const PracticeContext& m_context;
};

}  // namespace unknot::storage
