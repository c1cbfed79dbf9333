-- The questions as they were asked, answers with rows and details, what was said of safety flags, consents, papers that came
-- in, and two settings of the practice.

ALTER TABLE practice ADD COLUMN emergency_number TEXT NOT NULL DEFAULT '';
ALTER TABLE practice ADD COLUMN adult_age INTEGER NOT NULL DEFAULT 18 CHECK (adult_age BETWEEN 12 AND 25);

-- Files that answers were given to, by the hash of their text; rows are only ever added.
CREATE TABLE definition (
  hash TEXT NOT NULL PRIMARY KEY CHECK (length(hash) = 64),
  kind TEXT NOT NULL CHECK (kind <> ''),
  language TEXT NOT NULL CHECK (language <> ''),
  text TEXT NOT NULL CHECK (text <> ''),
  kept_at INTEGER NOT NULL
) STRICT;

ALTER TABLE intake ADD COLUMN definition TEXT NOT NULL DEFAULT '';
ALTER TABLE intake ADD COLUMN language TEXT NOT NULL DEFAULT 'en' CHECK (language <> '');
ALTER TABLE intake_answer ADD COLUMN detail TEXT NOT NULL DEFAULT '';
ALTER TABLE intake_answer ADD COLUMN rows TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(rows) AND json_type(rows) = 'array');

CREATE TABLE flag_closing (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  client BLOB NOT NULL REFERENCES client (id),
  flag TEXT NOT NULL CHECK (flag <> ''),
  intake BLOB NOT NULL REFERENCES intake (id),
  kind TEXT NOT NULL CHECK (kind IN ('cleared', 'referred', 'not-relevant', 'reopened')),
  who TEXT NOT NULL,
  said_on TEXT NOT NULL CHECK (said_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reason TEXT NOT NULL,
  evidence BLOB CHECK (length(evidence) = 16),
  author BLOB NOT NULL CHECK (length(author) = 16),
  author_name TEXT NOT NULL CHECK (author_name <> ''),
  entered_at INTEGER NOT NULL
) STRICT;

CREATE INDEX flag_closing_of_client ON flag_closing (client, entered_at);

-- `signature`: strokes of points in thousandths of the field's width, as JSON; empty where none was drawn.
CREATE TABLE consent (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  client BLOB NOT NULL REFERENCES client (id),
  slug TEXT NOT NULL CHECK (slug <> ''),
  version INTEGER NOT NULL CHECK (version >= 1),
  title TEXT NOT NULL CHECK (title <> ''),
  text TEXT NOT NULL CHECK (text <> ''),
  language TEXT NOT NULL CHECK (language <> ''),
  decision TEXT NOT NULL CHECK (decision IN ('accepted', 'declined', 'withdrawn')),
  decided_on TEXT NOT NULL CHECK (decided_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  signer TEXT NOT NULL CHECK (signer <> ''),
  guardian_as TEXT NOT NULL,
  signature TEXT NOT NULL CHECK (signature = '' OR json_valid(signature)),
  reason TEXT NOT NULL,
  author BLOB NOT NULL CHECK (length(author) = 16),
  entered_at INTEGER NOT NULL
) STRICT;

CREATE INDEX consent_of_client ON consent (client, entered_at);

-- A CHECK can't be changed in place. `sender` and `dated` are of papers that came in.
CREATE TABLE document_of_every_kind (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  client BLOB NOT NULL REFERENCES client (id),
  kind TEXT NOT NULL CHECK (kind IN ('handout', 'report', 'map', 'session', 'intake', 'consent', 'referral', 'incoming')),
  title TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language <> ''),
  paper TEXT NOT NULL CHECK (paper IN ('a4', 'letter')),
  large_print INTEGER NOT NULL CHECK (large_print IN (0, 1)),
  pages INTEGER NOT NULL CHECK (pages >= 0),
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  file TEXT NOT NULL CHECK (length(file) = 64),
  author BLOB NOT NULL CHECK (length(author) = 16),
  created_at INTEGER NOT NULL,
  format TEXT NOT NULL CHECK (format IN ('pdf', 'png', 'jpeg')),
  sender TEXT NOT NULL,
  dated TEXT CHECK (dated GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
INSERT INTO document_of_every_kind SELECT id, client, kind, title, language, paper, large_print, pages, bytes, sha256, file,
  author, created_at, 'pdf', '', NULL FROM document ORDER BY rowid;
DROP TABLE document;
ALTER TABLE document_of_every_kind RENAME TO document;
CREATE INDEX document_of_client ON document (client, created_at);
