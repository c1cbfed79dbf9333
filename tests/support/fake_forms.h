// Forms that came back, as the test says.
#pragma once

#include "document/form_reader.h"

namespace unknot::test {

class FakeForms final : public document::FormReader {
 public:
  document::FilledForm read(std::string_view) const override { return form; }
  document::FilledForm form;
};

}  // namespace unknot::test
