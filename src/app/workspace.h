// What the use cases work with: an opened practice, what the field knows, and the tools handed in by main.
// A Workspace is used on the storage thread only.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "content/content.h"
#include "core/clock.h"
#include "core/id.h"
#include "document/document.h"
#include "document/form_reader.h"
#include "domain/practice_store.h"
#include "draw/typesetter.h"

namespace unknot::app {

// Published after a commit; presenters ask again.
struct Change {
  enum class Kind { practice, client, intake, session, plan, planTemplate, practiceLog, measure, document };
  Kind kind = Kind::client;
  core::Uuid client;  // whose chart it is in; nil for what is of the practice, and for many clients at once
  core::Uuid subject;
};

// Called on the thread that made the change; the window's own subscription carries it over to its thread.
class Changes {
 public:
  using Listener = std::function<void(const Change&)>;
  // Listens until the returned token dies.
  [[nodiscard]] std::shared_ptr<void> subscribe(Listener listener);
  void publish(const Change& change);

 private:
  std::vector<std::weak_ptr<Listener>> m_listeners;
};

struct Workspace {
  domain::PracticeStore& store;
  const content::Content& content;
  const core::Clock& clock;
  core::IdSource& ids;
  draw::Typesetter& typesetter;
  document::PdfWriter& pdf;
  Changes& changes;
  const document::FormReader& forms;

  // The day it is in the practice's time zone.
  core::Date today() const;
};

// Tells the listeners once everything that is being saved is committed; never when it is undone.
void publishAfterCommit(Workspace& work, const Change& change);

}  // namespace unknot::app
