// What makes a session's versions and signatures hold together.
#pragma once

#include <string>

#include "domain/session.h"

namespace unknot::storage {

// Over a canonical form of everything in the version but the hash itself: 64 hex digits. The form is part of
// the file format: it never changes for a version that was written. The second form says "session-version" 2
// and is used for exactly those versions that hold something the first one has no place for.
std::string hashOf(const domain::SessionVersion& version);
// The same for a signature; it stands in the audit chain.
std::string hashOf(const domain::Signature& signature);

// Throws core::RefusedError ("error.practice.brokenChain") when numbers, ids, hashes or signatures do not fit
// together.
void requireWhole(const domain::SessionHistory& history);

}  // namespace unknot::storage
