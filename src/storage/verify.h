// Looks at everything in an opened practice: is it as it was written?
#pragma once

#include "domain/practice_store.h"
#include "storage/audit_chain.h"
#include "storage/engine.h"

namespace unknot::storage {

// The file and its tables, every session's chain, every document's bytes, the audit chain from its first row,
// and whether what the audit chain tells of is still there as it was saved. One record at a time is held in
// memory. Nothing is changed; what does not prove is told to `fault`.
domain::Verification verifyPractice(domain::PracticeStore& store, Connection& connection, AuditChain& audit,
                                    const domain::PracticeStore::OnFault& fault);

}  // namespace unknot::storage
