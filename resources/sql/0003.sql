-- SPDX-FileCopyrightText: 2026 The Zhibao authors
-- SPDX-License-Identifier: Apache-2.0
-- Review, approval and seal: people, the log of all that was done, the files that belong to it, the keys of offices,
-- and the triggers that keep what was settled as it is, whatever asks. Each row carries the SHA-256 digest of its other
-- columns, as in 0002.sql.
CREATE TABLE person (
    name TEXT PRIMARY KEY,
    office TEXT NOT NULL,
    post TEXT NOT NULL,
    duties INTEGER NOT NULL, -- 1 填报人, 2 审核人, 4 管理员, added up
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    password TEXT NOT NULL, -- Argon2id in the form of crypto_pwhash_str, or '': none
    failures INTEGER NOT NULL, -- wrong tries since the last right one
    failed INTEGER NOT NULL, -- when the last of them was (milliseconds), or 0
    digest BLOB NOT NULL
) STRICT;

-- The log. state: of the report after the entry, or '' of an entry of the store itself.
CREATE TABLE entry (
    number INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE,
    notice TEXT NOT NULL,
    unit TEXT NOT NULL,
    report INTEGER REFERENCES report (id),
    version INTEGER REFERENCES version (id),
    at INTEGER NOT NULL, -- milliseconds since 1970-01-01T00:00Z
    kind TEXT NOT NULL,
    person TEXT NOT NULL,
    office TEXT NOT NULL,
    post TEXT NOT NULL,
    verified INTEGER NOT NULL CHECK (verified IN (0, 1)), -- 1: by password
    origin BLOB, -- public key of the office that wrote it; NULL: this one
    reason TEXT NOT NULL,
    detail TEXT NOT NULL, -- JSON
    state TEXT NOT NULL,
    sm3 BLOB, -- of the version's content
    sha256 BLOB,
    previous BLOB NOT NULL,
    chain BLOB NOT NULL, -- SM3 over the entry and `previous`
    digest BLOB NOT NULL
) STRICT;

CREATE INDEX entry_report ON entry (report, number);

CREATE INDEX entry_version ON entry (version);

CREATE INDEX entry_store ON entry (kind, number) WHERE report IS NULL;

-- Seal pictures, scans, and what was sent, by the SHA-256 digest of their bytes.
CREATE TABLE attachment (
    digest BLOB PRIMARY KEY,
    content BLOB NOT NULL
) STRICT;

CREATE TABLE office_key (
    public BLOB PRIMARY KEY, -- Ed25519
    secret BLOB, -- of this office alone; NULL of others
    name TEXT NOT NULL,
    at INTEGER NOT NULL, -- when it was made or trusted
    digest BLOB NOT NULL
) STRICT;

-- The log only grows, by one entry that carries the digest of the one before.
CREATE TRIGGER entry_insert BEFORE INSERT ON entry
WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM entry)
    OR NEW.previous <> coalesce((SELECT chain FROM entry ORDER BY number DESC LIMIT 1), zeroblob(32))
    OR EXISTS (SELECT 1 FROM entry WHERE uid = NEW.uid)
BEGIN SELECT RAISE(ABORT, 'log'); END;

CREATE TRIGGER entry_update BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'log'); END;

CREATE TRIGGER entry_delete BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'log'); END;

CREATE TRIGGER attachment_insert BEFORE INSERT ON attachment
WHEN EXISTS (SELECT 1 FROM attachment WHERE digest = NEW.digest)
BEGIN SELECT RAISE(ABORT, 'attachment'); END;

CREATE TRIGGER attachment_update BEFORE UPDATE ON attachment BEGIN SELECT RAISE(ABORT, 'attachment'); END;

CREATE TRIGGER attachment_delete BEFORE DELETE ON attachment BEGIN SELECT RAISE(ABORT, 'attachment'); END;

CREATE TRIGGER person_update BEFORE UPDATE ON person
WHEN NEW.name <> OLD.name
BEGIN SELECT RAISE(ABORT, 'person'); END;

CREATE TRIGGER person_delete BEFORE DELETE ON person BEGIN SELECT RAISE(ABORT, 'person'); END;

CREATE TRIGGER office_key_insert BEFORE INSERT ON office_key
WHEN EXISTS (SELECT 1 FROM office_key WHERE public = NEW.public)
BEGIN SELECT RAISE(ABORT, 'key'); END;

CREATE TRIGGER office_key_update BEFORE UPDATE ON office_key BEGIN SELECT RAISE(ABORT, 'key'); END;

CREATE TRIGGER office_key_delete BEFORE DELETE ON office_key BEGIN SELECT RAISE(ABORT, 'key'); END;

-- A report is in the state of its latest entry. While it is not in hand nothing else of it may change, but that what is
-- not approved may be taken off the list. REPLACE would push a row out of the way without asking the triggers for
-- deletion, where these are not made to run, so each trigger looks for such a row itself.
CREATE TRIGGER report_insert BEFORE INSERT ON report
WHEN NEW.state <> 'draft' OR EXISTS (SELECT 1 FROM report WHERE id = NEW.id
    OR (notice = NEW.notice AND unit = NEW.unit AND removed = NEW.removed))
BEGIN SELECT RAISE(ABORT, 'report'); END;

CREATE TRIGGER report_update BEFORE UPDATE ON report
WHEN NEW.id <> OLD.id OR EXISTS (SELECT 1 FROM report WHERE id <> OLD.id
    AND notice = NEW.notice AND unit = NEW.unit AND removed = NEW.removed)
BEGIN SELECT RAISE(ABORT, 'report'); END;

CREATE TRIGGER report_state BEFORE UPDATE ON report
WHEN NEW.state <> OLD.state
    AND NEW.state IS NOT (SELECT state FROM entry WHERE report = OLD.id ORDER BY number DESC LIMIT 1)
BEGIN SELECT RAISE(ABORT, 'state'); END;

CREATE TRIGGER report_settled BEFORE UPDATE ON report
WHEN OLD.state NOT IN ('draft', 'returned') AND (NEW.notice <> OLD.notice OR NEW.unit <> OLD.unit
    OR NEW.words <> OLD.words OR NEW.progress <> OLD.progress OR NEW.due <> OLD.due OR NEW.version <> OLD.version
    OR (NEW.removed <> OLD.removed AND OLD.state IN ('approved', 'sealed', 'sent'))
    OR (NEW.digest <> OLD.digest AND NEW.state = OLD.state AND NEW.removed = OLD.removed))
BEGIN SELECT RAISE(ABORT, 'settled'); END;

CREATE TRIGGER report_delete BEFORE DELETE ON report BEGIN SELECT RAISE(ABORT, 'report'); END;

-- Versions come while a report is in hand. One that an entry speaks of is settled, and so is all that it is made of.
CREATE TRIGGER version_insert BEFORE INSERT ON version
WHEN NEW.id <= (SELECT max(id) FROM version)
    OR (SELECT state FROM report WHERE id = NEW.report) NOT IN ('draft', 'returned')
BEGIN SELECT RAISE(ABORT, 'version'); END;

CREATE TRIGGER version_update BEFORE UPDATE ON version
WHEN NEW.id <> OLD.id OR NEW.report <> OLD.report OR NEW.at <> OLD.at OR NEW.cause <> OLD.cause OR NEW.kept < OLD.kept
    OR (NEW.digest <> OLD.digest AND (NEW.kept = OLD.kept OR EXISTS (SELECT 1 FROM entry WHERE version = OLD.id)))
BEGIN SELECT RAISE(ABORT, 'version'); END;

CREATE TRIGGER version_delete BEFORE DELETE ON version
WHEN OLD.kept = 1 OR EXISTS (SELECT 1 FROM entry WHERE version = OLD.id)
BEGIN SELECT RAISE(ABORT, 'version'); END;

CREATE TRIGGER change_insert BEFORE INSERT ON change
WHEN (SELECT state FROM report WHERE id = NEW.report) NOT IN ('draft', 'returned')
    OR NEW.version IS NOT (SELECT max(id) FROM version WHERE report = NEW.report)
    OR EXISTS (SELECT 1 FROM entry WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'change'); END;

-- Thinning hands a change on to a later version; it must not skip a settled one, nor a later change of the same part.
CREATE TRIGGER change_update BEFORE UPDATE ON change
WHEN NEW.report <> OLD.report OR NEW.form <> OLD.form OR NEW.kind <> OLD.kind OR NEW.name <> OLD.name
    OR NEW.position <> OLD.position OR NEW.text IS NOT OLD.text OR NEW.version <= OLD.version
    OR EXISTS (SELECT 1 FROM entry WHERE report = OLD.report AND version >= OLD.version AND version < NEW.version)
    OR EXISTS (SELECT 1 FROM change AS later WHERE later.report = OLD.report AND later.form = OLD.form
        AND later.kind = OLD.kind AND later.name = OLD.name AND later.position = OLD.position
        AND later.version > OLD.version AND later.version <= NEW.version)
BEGIN SELECT RAISE(ABORT, 'change'); END;

CREATE TRIGGER change_delete BEFORE DELETE ON change
WHEN EXISTS (SELECT 1 FROM entry WHERE entry.report = OLD.report AND entry.version >= OLD.version
    AND NOT EXISTS (SELECT 1 FROM change AS later WHERE later.report = OLD.report AND later.form = OLD.form
        AND later.kind = OLD.kind AND later.name = OLD.name AND later.position = OLD.position
        AND later.version > OLD.version AND later.version <= entry.version))
BEGIN SELECT RAISE(ABORT, 'change'); END;

CREATE TRIGGER text_insert BEFORE INSERT ON text
WHEN EXISTS (SELECT 1 FROM text WHERE digest = NEW.digest AND content <> NEW.content)
BEGIN SELECT RAISE(ABORT, 'text'); END;

CREATE TRIGGER text_update BEFORE UPDATE ON text BEGIN SELECT RAISE(ABORT, 'text'); END;

CREATE TRIGGER text_delete BEFORE DELETE ON text
WHEN EXISTS (SELECT 1 FROM change WHERE text = OLD.digest)
BEGIN SELECT RAISE(ABORT, 'text'); END;
