-- Charts that turned out to be of one person: which is part of which, since when and by whom. No row of either chart is touched.

-- `author` names whoever put them together, `separated_by` whoever took them apart again.
CREATE TABLE chart_merge (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  kept BLOB NOT NULL REFERENCES client (id),
  other BLOB NOT NULL REFERENCES client (id) CHECK (other <> kept),
  author BLOB NOT NULL CHECK (length(author) = 16),
  author_name TEXT NOT NULL CHECK (author_name <> ''),
  merged_at INTEGER NOT NULL,
  separated_at INTEGER,
  separated_by BLOB CHECK (length(separated_by) = 16),
  CHECK ((separated_at IS NULL) = (separated_by IS NULL))
) STRICT, WITHOUT ROWID;

-- A chart is part of one other at a time.
CREATE UNIQUE INDEX part_of_one_chart ON chart_merge (other) WHERE separated_at IS NULL;
