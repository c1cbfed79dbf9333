-- The first schema: the practice and its people, clients, intakes, sessions, plans, measures, documents, audit.
--
-- Ids are UUIDs as 16-byte blobs. Days are ISO text, instants whole milliseconds since 1970 in UTC. `author` names whoever
-- wrote it, who need not be a user here: a record may come from another practice.

CREATE TABLE practice (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  id BLOB NOT NULL CHECK (length(id) = 16),
  name TEXT NOT NULL CHECK (name <> ''),
  practitioner_name TEXT NOT NULL CHECK (practitioner_name <> ''),
  paper TEXT NOT NULL CHECK (paper IN ('a4', 'letter')),
  time_zone TEXT NOT NULL CHECK (time_zone <> ''),
  language TEXT NOT NULL CHECK (language <> ''),
  demo INTEGER NOT NULL CHECK (demo IN (0, 1)),
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE user (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  role TEXT NOT NULL CHECK (role IN ('owner', 'practitioner', 'assistant', 'auditor')),
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE client (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  name TEXT NOT NULL CHECK (name <> ''),
  called_as TEXT NOT NULL,
  sort_name TEXT NOT NULL,
  pronouns TEXT NOT NULL,
  birth_date TEXT CHECK (birth_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  address TEXT NOT NULL,
  occupation TEXT NOT NULL,
  emergency_contact TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language <> ''),
  large_print INTEGER NOT NULL CHECK (large_print IN (0, 1)),
  about TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('active', 'paused', 'ended')),
  created_at INTEGER NOT NULL
) STRICT;

-- What a client's row was before each change; rows are only ever added.
CREATE TABLE client_history (
  client BLOB NOT NULL REFERENCES client (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  previous TEXT NOT NULL CHECK (json_valid(previous)),
  replaced_by BLOB NOT NULL CHECK (length(replaced_by) = 16),
  replaced_at INTEGER NOT NULL,
  PRIMARY KEY (client, number)
) STRICT;

CREATE TABLE intake (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  client BLOB NOT NULL REFERENCES client (id),
  version INTEGER NOT NULL CHECK (version >= 1),
  questionnaire TEXT NOT NULL CHECK (questionnaire <> ''),
  taken_on TEXT NOT NULL CHECK (taken_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  author BLOB NOT NULL CHECK (length(author) = 16),
  entered_at INTEGER NOT NULL,
  UNIQUE (client, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE intake_answer (
  intake BLOB NOT NULL REFERENCES intake (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  question TEXT NOT NULL CHECK (question <> ''),
  state TEXT NOT NULL,
  given TEXT NOT NULL CHECK (json_valid(given) AND json_type(given) = 'array'),
  PRIMARY KEY (intake, position),
  UNIQUE (intake, question)
) STRICT;

-- `newest`, `kind` and `service_date` repeat what the newest version says, so that lists need not read the versions.
CREATE TABLE session (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  client BLOB NOT NULL REFERENCES client (id),
  created_at INTEGER NOT NULL,
  newest INTEGER NOT NULL CHECK (newest >= 1),
  kind TEXT NOT NULL,
  service_date TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX session_of_client ON session (client, service_date, created_at, kind);

CREATE TABLE session_version (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  session BLOB NOT NULL REFERENCES session (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  kind TEXT NOT NULL CHECK (kind IN ('hands-on', 'call', 'message', 'no-show', 'ended-before-hands-on', 'referred')),
  service_date TEXT NOT NULL CHECK (service_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 600),
  lesson TEXT NOT NULL,
  their_words TEXT NOT NULL,
  posture_and_gait TEXT NOT NULL,
  work TEXT NOT NULL,
  response TEXT NOT NULL,
  next_time TEXT NOT NULL,
  author BLOB NOT NULL CHECK (length(author) = 16),
  saved_at INTEGER NOT NULL,
  salt TEXT NOT NULL CHECK (length(salt) = 32),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  previous_hash TEXT NOT NULL CHECK (length(previous_hash) = CASE number WHEN 1 THEN 0 ELSE 64 END),
  UNIQUE (session, number)
) STRICT;

-- A tension that is NULL was not looked at. It is never 0.
CREATE TABLE finding (
  session_version BLOB NOT NULL REFERENCES session_version (id),
  region TEXT NOT NULL CHECK (region <> ''),
  position INTEGER NOT NULL CHECK (position >= 0),
  tension_before INTEGER CHECK (tension_before BETWEEN 0 AND 4),
  tension_after INTEGER CHECK (tension_after BETWEEN 0 AND 4),
  contracted INTEGER NOT NULL CHECK (contracted IN (0, 1)),
  limited INTEGER NOT NULL CHECK (limited IN (0, 1)),
  no_control INTEGER NOT NULL CHECK (no_control IN (0, 1)),
  means_whereby INTEGER NOT NULL CHECK (means_whereby IN (0, 1)),
  kinetic_mirroring INTEGER NOT NULL CHECK (kinetic_mirroring IN (0, 1)),
  assisted_pandiculation INTEGER NOT NULL CHECK (assisted_pandiculation IN (0, 1)),
  note TEXT NOT NULL,
  PRIMARY KEY (session_version, region)
) STRICT, WITHOUT ROWID;

CREATE TABLE session_measure (
  session_version BLOB NOT NULL REFERENCES session_version (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  instrument TEXT NOT NULL CHECK (instrument <> ''),
  item TEXT NOT NULL,
  value REAL NOT NULL,
  PRIMARY KEY (session_version, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE signature (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  session BLOB NOT NULL REFERENCES session (id),
  version BLOB NOT NULL REFERENCES session_version (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  kind TEXT NOT NULL CHECK (kind IN ('signed', 'later-note', 'entered-in-error')),
  text TEXT NOT NULL,
  author BLOB NOT NULL CHECK (length(author) = 16),
  author_name TEXT NOT NULL CHECK (author_name <> ''),
  signed_at INTEGER NOT NULL,
  UNIQUE (session, position)
) STRICT;

CREATE UNIQUE INDEX signed_once ON signature (session) WHERE kind = 'signed';

CREATE TABLE plan (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  client BLOB NOT NULL REFERENCES client (id),
  version INTEGER NOT NULL CHECK (version >= 1),
  from_day TEXT NOT NULL CHECK (from_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  review_on TEXT CHECK (review_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note TEXT NOT NULL,
  author BLOB NOT NULL CHECK (length(author) = 16),
  saved_at INTEGER NOT NULL,
  UNIQUE (client, version)
) STRICT;

CREATE TABLE plan_item (
  plan BLOB NOT NULL REFERENCES plan (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  exercise TEXT NOT NULL CHECK (exercise <> ''),
  side TEXT NOT NULL CHECK (side IN ('none', 'left', 'right', 'both')),
  repetitions INTEGER NOT NULL CHECK (repetitions BETWEEN 1 AND 100),
  rounds INTEGER NOT NULL CHECK (rounds BETWEEN 1 AND 20),
  times_a_day INTEGER NOT NULL CHECK (times_a_day BETWEEN 1 AND 10),
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 60),
  cue TEXT NOT NULL,
  PRIMARY KEY (plan, position)
) STRICT, WITHOUT ROWID;

-- Taken outside a session's chart; those of a session stand in session_measure.
CREATE TABLE measure (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  client BLOB NOT NULL REFERENCES client (id),
  session BLOB REFERENCES session (id),
  instrument TEXT NOT NULL CHECK (instrument <> ''),
  item TEXT NOT NULL,
  value REAL NOT NULL,
  taken_on TEXT NOT NULL CHECK (taken_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  author BLOB NOT NULL CHECK (length(author) = 16),
  entered_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX measure_of_client ON measure (client, taken_on);

-- `file` names the encrypted copy in documents/, by a keyed hash of what it holds.
CREATE TABLE document (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  client BLOB NOT NULL REFERENCES client (id),
  kind TEXT NOT NULL CHECK (kind IN ('handout', 'report', 'map')),
  title TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language <> ''),
  paper TEXT NOT NULL CHECK (paper IN ('a4', 'letter')),
  large_print INTEGER NOT NULL CHECK (large_print IN (0, 1)),
  pages INTEGER NOT NULL CHECK (pages >= 0),
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  file TEXT NOT NULL CHECK (length(file) = 64),
  author BLOB NOT NULL CHECK (length(author) = 16),
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX document_of_client ON document (client, created_at);

-- Each row's hash covers its content and the hash before. `record_hash` is that of what was saved, where it has one.
CREATE TABLE audit (
  sequence INTEGER NOT NULL PRIMARY KEY CHECK (sequence >= 1),
  at INTEGER NOT NULL,
  user BLOB NOT NULL CHECK (length(user) = 16),
  workstation TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  record_hash TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
