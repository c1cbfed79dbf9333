#include "app/today_presenter.h"

#include "app/require_client.h"
#include "unicode/dates.h"

namespace unknot::app {

namespace {

struct Read {
  Today today;
  std::vector<std::string> unsignedNames;
  std::vector<core::Message> brokenFiles;
};

Read readAll(Workspace& work) {
  Read read{readToday(work), {}, {}};
  for (const auto& problem : work.content.problems()) read.brokenFiles.push_back(problem.message);
  for (const auto& session : read.today.unsignedSessions) {
    const auto client = findHolder(work, session.client);
    read.unsignedNames.push_back(client ? client->name : std::string());
  }
  return read;
}

}  // namespace

TodayPresenter::TodayPresenter(Desk& desk) : Presenter(desk.tasks), m_desk(desk) {
  m_subscription = desk.changes.subscribe([this](const Change&) { refresh(); });
}

void TodayPresenter::refresh() {
  run([&work = m_desk.work] { return readAll(work); },
      [this](const Read& read) {
        update([&](TodayState& state) {
          state = {};
          state.ready = true;
          state.greetingName = m_desk.user.name;
          state.brokenFiles = read.brokenFiles;
          state.day = unicode::formatDate(m_desk.today(), m_desk.practice.language);
          for (std::size_t i = 0; i < read.today.unsignedSessions.size(); ++i) {
            const auto& session = read.today.unsignedSessions[i];
            state.unsignedSessions.push_back(
                {session.id, read.unsignedNames[i],
                 read.today.neverSaved.contains(session.id)
                     ? m_desk.content.words(m_desk.practice.language).say("today.neverSaved")
                     : m_desk.dateText(session.current.content.serviceDate)});
          }
          for (const auto& client : read.today.recent)
            state.recent.push_back({client.id, client.name,
                                    client.lastSeen ? m_desk.dateText(*client.lastSeen) : std::string()});
          for (const auto& client : read.today.reviewsDue)
            state.reviewsDue.push_back({client.id, client.name,
                                        client.reviewOn ? m_desk.dateText(*client.reviewOn) : std::string()});
        });
      });
}

void TodayPresenter::failed(std::exception_ptr error) {
  update([&](TodayState& state) {
    state.ready = true;
    state.problem = core::describe(error);
  });
}

}  // namespace unknot::app
