-- SPDX-FileCopyrightText: 2026 The Zhibao authors
-- SPDX-License-Identifier: Apache-2.0
-- History and digests. Nothing of a report is overwritten or deleted any more: a save adds a version, a version the
-- parts that it changed, and a part the text that it now has, which is kept once however often it comes back.
-- Each row carries the SHA-256 digest of its other columns (store/rowdigests.h says in which order). What stands in the
-- tables of the first schema is carried over by the program (store/migration.cpp), which then drops them.
ALTER TABLE report RENAME TO report_1;

DROP INDEX report_changed;

ALTER TABLE unit RENAME TO unit_1;

ALTER TABLE remembered RENAME TO remembered_1;

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
    UNIQUE (notice, unit, removed)
) STRICT;

CREATE INDEX report_order ON report (removed, version);

-- The ids grow from version to version over all reports: they tell the order, whatever the clock said.
CREATE TABLE version (
    id INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES report (id),
    at INTEGER NOT NULL, -- milliseconds since 1970-01-01T00:00Z, by the clock of the machine
    cause TEXT NOT NULL CHECK (cause IN ('created', 'edited', 'imported', 'restored', 'recovered')),
    kept INTEGER NOT NULL CHECK (kept IN (0, 1)), -- 1: it was exported and is never thinned out
    digest BLOB NOT NULL
) STRICT;

CREATE INDEX version_report ON version (report, id);

CREATE TABLE text (
    digest BLOB PRIMARY KEY,
    content TEXT NOT NULL
) STRICT;

-- kind, name, position and content: as of part in 0001.sql. A part's text at a version is that of its latest change
-- up to there.
CREATE TABLE change (
    report INTEGER NOT NULL REFERENCES report (id),
    form TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('form', 'field', 'row', 'section')),
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    version INTEGER NOT NULL REFERENCES version (id),
    text BLOB REFERENCES text (digest), -- NULL: the part is gone
    digest BLOB NOT NULL,
    PRIMARY KEY (report, form, kind, name, position, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX change_version ON change (version);

CREATE INDEX change_text ON change (text);

CREATE TABLE unit (
    name TEXT PRIMARY KEY,
    code TEXT NOT NULL,
    common_name TEXT NOT NULL,
    digest BLOB NOT NULL
) STRICT;

CREATE TABLE remembered (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    digest BLOB NOT NULL
) STRICT;
