-- SPDX-FileCopyrightText: 2026 The Zhibao authors
-- SPDX-License-Identifier: Apache-2.0
-- A report is known by notice, unit and occasion ('' where the notice is answered once), and the log names the occasion
-- too (NULL: '', as all was that was written before). The digest of a report's row covers the occasion where it is not
-- '', and so does what an entry's chain and signature are over. The table is made anew, since SQLite changes no
-- constraint of one; the rows that name a report are looked at when the transaction is committed, and find it again.
PRAGMA defer_foreign_keys=ON;

CREATE TABLE report_6 AS SELECT * FROM report;

DROP TABLE report;

CREATE TABLE report (
    id INTEGER PRIMARY KEY,
    notice TEXT NOT NULL,
    unit TEXT NOT NULL,
    state TEXT NOT NULL,
    words INTEGER NOT NULL,
    progress INTEGER NOT NULL,
    due TEXT NOT NULL, -- earliest deadline of the forms that are not finished (ISO 8601), or ''
    version INTEGER NOT NULL, -- the current one
    removed INTEGER NOT NULL, -- 0, or the report's own id, so that a new one may take its place
    digest BLOB NOT NULL,
    occasion TEXT NOT NULL, -- a period or a running number, or ''
    UNIQUE (notice, unit, occasion, removed)
) STRICT;

INSERT INTO report SELECT id, notice, unit, state, words, progress, due, version, removed, digest, ''
FROM report_6 ORDER BY id;

DROP TABLE report_6;

CREATE INDEX report_order ON report (removed, version);

ALTER TABLE entry ADD COLUMN occasion TEXT;

-- As in 0003.sql, and the occasion is settled with the rest.
CREATE TRIGGER report_insert BEFORE INSERT ON report
WHEN NEW.state <> 'draft' OR EXISTS (SELECT 1 FROM report WHERE id = NEW.id
    OR (notice = NEW.notice AND unit = NEW.unit AND occasion = NEW.occasion AND removed = NEW.removed))
BEGIN SELECT RAISE(ABORT, 'report'); END;

CREATE TRIGGER report_update BEFORE UPDATE ON report
WHEN NEW.id <> OLD.id OR EXISTS (SELECT 1 FROM report WHERE id <> OLD.id
    AND notice = NEW.notice AND unit = NEW.unit AND occasion = NEW.occasion AND removed = NEW.removed)
BEGIN SELECT RAISE(ABORT, 'report'); END;

CREATE TRIGGER report_state BEFORE UPDATE ON report
WHEN NEW.state <> OLD.state
    AND NEW.state IS NOT (SELECT state FROM entry WHERE report = OLD.id ORDER BY number DESC LIMIT 1)
BEGIN SELECT RAISE(ABORT, 'state'); END;

CREATE TRIGGER report_settled BEFORE UPDATE ON report
WHEN OLD.state NOT IN ('draft', 'returned') AND (NEW.notice <> OLD.notice OR NEW.unit <> OLD.unit
    OR NEW.occasion <> OLD.occasion
    OR NEW.words <> OLD.words OR NEW.progress <> OLD.progress OR NEW.due <> OLD.due OR NEW.version <> OLD.version
    OR (NEW.removed <> OLD.removed AND OLD.state IN ('approved', 'sealed', 'sent'))
    OR (NEW.digest <> OLD.digest AND NEW.state = OLD.state AND NEW.removed = OLD.removed))
BEGIN SELECT RAISE(ABORT, 'settled'); END;

CREATE TRIGGER report_delete BEFORE DELETE ON report BEGIN SELECT RAISE(ABORT, 'report'); END;
