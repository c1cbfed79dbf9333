#include "app/paper_context.h"

#include "core/error.h"

namespace unknot::app {

std::shared_ptr<const core::Photo> logoOf(const content::Content& content) {
  try {
    return content.logo();
  } catch (const core::InputError&) {
    return {};
  }
}

document::BuildContext contextFor(Workspace& work, const domain::Practice& practice,
                                  const domain::Client& client, const PaperChoice& choice, Reader reader,
                                  domain::DocumentKind kind) {
  document::BuildContext context{
      work.content,
      work.typesetter,
      practice,
      choice.language.value_or(reader == Reader::client ? client.language : practice.language),
      choice.paper.value_or(practice.paper),
      isLargePrint(client, kind, choice),
      work.today(),
      work.store.auditHead(),
      client.build};
  context.look = client.look;
  context.logo = logoOf(work.content);
  return context;
}

}  // namespace unknot::app
