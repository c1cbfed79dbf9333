-- Clients brought in together from a file of another program, so that what came in as one can be taken away as one.

CREATE TABLE client_import (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  source TEXT NOT NULL CHECK (source IN ('csv', 'vcard')),
  author BLOB NOT NULL CHECK (length(author) = 16),
  taken_at INTEGER NOT NULL,
  undone_at INTEGER
) STRICT, WITHOUT ROWID;

-- A client that came with it, or a chart whose empty fields it filled (`filled`, an object of fields; NULL for a client that came).
-- `was` is the whole row of a client that was taken away again: there is none in `client` then, so this refers to nothing.
CREATE TABLE client_import_row (
  import BLOB NOT NULL REFERENCES client_import (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  client BLOB NOT NULL CHECK (length(client) = 16),
  filled TEXT CHECK (json_valid(filled)),
  was TEXT CHECK (json_valid(was)),
  PRIMARY KEY (import, position),
  UNIQUE (import, client)
) STRICT, WITHOUT ROWID;
