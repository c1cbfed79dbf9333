-- Home plans that the practice keeps to give them again; nothing in them is a client's.

CREATE TABLE plan_template (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  name TEXT NOT NULL CHECK (name <> ''),
  weeks INTEGER NOT NULL CHECK (weeks BETWEEN 1 AND 4),
  grouped INTEGER NOT NULL CHECK (grouped IN (0, 1)),
  author BLOB NOT NULL CHECK (length(author) = 16),
  saved_at INTEGER NOT NULL
) STRICT;

CREATE TABLE plan_template_item (
  plan_template BLOB NOT NULL REFERENCES plan_template (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  exercise TEXT NOT NULL CHECK (exercise <> ''),
  side TEXT NOT NULL CHECK (side IN ('none', 'left', 'right', 'both')),
  repetitions INTEGER NOT NULL CHECK (repetitions BETWEEN 1 AND 100),
  rounds INTEGER NOT NULL CHECK (rounds BETWEEN 1 AND 20),
  times_a_day INTEGER NOT NULL CHECK (times_a_day BETWEEN 1 AND 10),
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 60),
  cue TEXT NOT NULL,
  PRIMARY KEY (plan_template, position)
) STRICT, WITHOUT ROWID;
