// The qpdf side of reading: fields of a form that another program filled in.
#pragma once

#include <memory>

#include "document/form_reader.h"

namespace unknot::pdf {

std::unique_ptr<document::FormReader> makeFormReader();

}  // namespace unknot::pdf
