// A version with its findings and measures, and a signature, in and out of their tables.
#pragma once

#include <string_view>
#include <vector>

#include "domain/session.h"
#include "storage/engine.h"

namespace unknot::storage {

// The columns readVersion() takes, of session_version AS v joined to session AS s.
inline constexpr std::string_view kVersionColumns =
    "v.id, v.session, s.client, v.number, v.kind, v.service_date, v.minutes, v.lesson, v.their_words, "
    "v.posture_and_gait, v.work, v.response, v.next_time, v.private_memo, v.author, v.saved_at, v.salt, "
    "v.hash, v.previous_hash";
inline constexpr int kVersionColumnCount = 19;

// Without findings, points, observations and measures.
domain::SessionVersion readVersion(const Statement& row);
// Fills in what readVersion() leaves out.
void readDetails(Connection& connection, domain::SessionVersion& version);
// The version's row and those of its findings, points, observations and measures.
void insertRows(Connection& connection, const domain::SessionVersion& version);

// Of a session, in the order they were given.
std::vector<domain::Signature> readSignatures(Connection& connection, domain::SessionId session);
void insertRow(Connection& connection, const domain::Signature& signature);

}  // namespace unknot::storage
