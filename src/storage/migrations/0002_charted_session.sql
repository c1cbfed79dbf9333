-- Point marks, observations, a private memo, measures after hands-on, session summaries among the documents, and the build
-- of a client's figure.

ALTER TABLE client ADD COLUMN body_build TEXT NOT NULL DEFAULT 'medium' CHECK (body_build IN ('slender', 'medium', 'broad'));

ALTER TABLE session_version ADD COLUMN private_memo TEXT NOT NULL DEFAULT '';

-- Places inside a region, in thousandths of its box and of the figure's height.
CREATE TABLE point_mark (
  session_version BLOB NOT NULL REFERENCES session_version (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  region TEXT NOT NULL CHECK (region <> ''),
  view TEXT NOT NULL CHECK (view IN ('front', 'back', 'left', 'right')),
  kind TEXT NOT NULL CHECK (kind IN ('tender', 'scar', 'numbness', 'heat', 'ache', 'radiating')),
  across INTEGER NOT NULL CHECK (across BETWEEN 0 AND 1000),
  down INTEGER NOT NULL CHECK (down BETWEEN 0 AND 1000),
  reach_x INTEGER NOT NULL CHECK (reach_x BETWEEN -1000 AND 1000),
  reach_y INTEGER NOT NULL CHECK (reach_y BETWEEN -1000 AND 1000),
  note TEXT NOT NULL,
  PRIMARY KEY (session_version, position)
) STRICT, WITHOUT ROWID;

-- What was seen standing, walking and lying; an empty side was not looked at.
CREATE TABLE observation (
  session_version BLOB NOT NULL REFERENCES session_version (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  item TEXT NOT NULL CHECK (item <> ''),
  before TEXT NOT NULL,
  after TEXT NOT NULL CHECK (before <> '' OR after <> ''),
  PRIMARY KEY (session_version, position),
  UNIQUE (session_version, item)
) STRICT, WITHOUT ROWID;

ALTER TABLE session_measure ADD COLUMN taken_after INTEGER NOT NULL DEFAULT 0 CHECK (taken_after IN (0, 1));

-- A CHECK can't be changed in place.
CREATE TABLE document_with_sessions (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  client BLOB NOT NULL REFERENCES client (id),
  kind TEXT NOT NULL CHECK (kind IN ('handout', 'report', 'map', 'session')),
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
INSERT INTO document_with_sessions SELECT id, client, kind, title, language, paper, large_print, pages, bytes, sha256, file,
  author, created_at FROM document ORDER BY rowid;
DROP TABLE document;
ALTER TABLE document_with_sessions RENAME TO document;
CREATE INDEX document_of_client ON document (client, created_at);
