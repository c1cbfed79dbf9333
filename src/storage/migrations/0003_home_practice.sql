-- What a client did at home, how a plan is printed and why a movement was added all the same, the practice's phone and colour,
-- and how the figure of a client's exercise pictures looks.

ALTER TABLE practice ADD COLUMN phone TEXT NOT NULL DEFAULT '';
ALTER TABLE practice ADD COLUMN accent TEXT NOT NULL DEFAULT '' CHECK (accent = '' OR accent GLOB '#[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]');

ALTER TABLE client ADD COLUMN skin TEXT NOT NULL DEFAULT 'light' CHECK (skin IN ('pale', 'light', 'tan', 'brown', 'dark'));
ALTER TABLE client ADD COLUMN hair TEXT NOT NULL DEFAULT 'cropped' CHECK (hair IN ('cropped', 'curly', 'tied', 'long', 'none'));
ALTER TABLE client ADD COLUMN hair_color TEXT NOT NULL DEFAULT 'brown' CHECK (hair_color IN ('black', 'brown', 'blond', 'red', 'grey'));

ALTER TABLE plan ADD COLUMN weeks INTEGER NOT NULL DEFAULT 2 CHECK (weeks BETWEEN 1 AND 4);
ALTER TABLE plan ADD COLUMN grouped INTEGER NOT NULL DEFAULT 0 CHECK (grouped IN (0, 1));
ALTER TABLE plan_item ADD COLUMN reason TEXT NOT NULL DEFAULT '';

-- One entry a week; a later one of the same week stands in for it. `from_memory` is set where the grid was not brought.
CREATE TABLE practice_log (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  client BLOB NOT NULL REFERENCES client (id),
  week_of TEXT NOT NULL CHECK (week_of GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  from_memory TEXT CHECK (from_memory IN ('none', '1-2', '3-4', '5-6', 'every-day')),
  note TEXT NOT NULL,
  author BLOB NOT NULL CHECK (length(author) = 16),
  entered_at INTEGER NOT NULL
) STRICT;

CREATE INDEX practice_log_of_client ON practice_log (client, week_of);

-- `days`: 1 for Monday, 2 for Tuesday, 4 for Wednesday ...
CREATE TABLE practice_log_row (
  log BLOB NOT NULL REFERENCES practice_log (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  exercise TEXT NOT NULL CHECK (exercise <> ''),
  days INTEGER NOT NULL CHECK (days BETWEEN 0 AND 127),
  PRIMARY KEY (log, position),
  UNIQUE (log, exercise)
) STRICT, WITHOUT ROWID;
