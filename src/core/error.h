// The family of surprises. Expected outcomes are return values; these are thrown.
// An error carries a Message, never clinical text or a client's name.
#pragma once

#include <exception>
#include <string>
#include <utility>

#include "core/message.h"

namespace unknot::core {

class Error : public std::exception {
 public:
  explicit Error(Message message) : m_message(std::move(message)), m_what(plain(m_message)) {}
  const Message& message() const { return m_message; }
  // The message's id and arguments, for logs and tests; people are shown Words::say(message()).
  const char* what() const noexcept override { return m_what.c_str(); }

 private:
  static std::string plain(const Message& message);
  Message m_message;
  std::string m_what;
};

// What the user gave can't be used: the message names the field, its place and what is allowed. Nothing was
// written.
class InputError : public Error {
 public:
  using Error::Error;
};

// Not allowed, not ours, locked, wrong password, too new. The thing refused was not touched.
class RefusedError : public Error {
 public:
  using Error::Error;
};

// The disk or the database failed. What was saved before is still saved.
class StorageError : public Error {
 public:
  using Error::Error;
};

// Integrity: what is stored is not what was written.
class DamageError : public Error {
 public:
  using Error::Error;
};

// The program is wrong, not the user.
class BugError : public Error {
 public:
  explicit BugError(const std::string& where) : Error({"error.bug", {{"where", where}}, {}}) {}
};

// The message of any exception: a core::Error's own, else "error.memory" or "error.unexpected".
Message describe(std::exception_ptr error);

}  // namespace unknot::core
