-- Clients brought in together from a file of another program, so that what came in as one can be taken away as one.

CREATE TABLE client_import (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  source TEXT NOT NULL CHECK (source IN ('csv', 'vcard')),
  author BLOB NOT NULL CHECK (length(author) = 16),
  taken_at INTEGER NOT NULL,
  undone_at INTEGER
) STRICT, WITHOUT ROWID;

-- A client that came with it, or a chart whose empty fields it filled (`filled`, an object of fields; NULL for a client that came).
-- `client` refers to nothing once the client was taken away.
CREATE TABLE client_import_row (
  import BLOB NOT NULL REFERENCES client_import (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  client BLOB NOT NULL CHECK (length(client) = 16),
  filled TEXT CHECK (json_valid(filled)),
  PRIMARY KEY (import, position),
  UNIQUE (import, client)
) STRICT, WITHOUT ROWID;

-- Clients who are no longer in `client`, with their whole row as it was; rows are only ever added.
CREATE TABLE client_taken_away (
  client BLOB NOT NULL PRIMARY KEY CHECK (length(client) = 16),
  import BLOB NOT NULL REFERENCES client_import (id),
  was TEXT NOT NULL CHECK (json_valid(was))
) STRICT, WITHOUT ROWID;
