-- SPDX-FileCopyrightText: 2026 The Zhibao authors
-- SPDX-License-Identifier: Apache-2.0
-- Once released, a migration is never edited: what comes later is a new file.
-- A statement ends with a semicolon at the end of its line.

-- One line of the start page: words and progress are kept here so that a list of thousands needs no content.
CREATE TABLE report (
    id INTEGER PRIMARY KEY,
    notice TEXT NOT NULL,
    unit TEXT NOT NULL,
    state TEXT NOT NULL,
    words INTEGER NOT NULL,
    progress INTEGER NOT NULL,
    due TEXT NOT NULL, -- earliest deadline of the forms that are not finished (ISO 8601), or ''
    changed INTEGER NOT NULL, -- milliseconds since 1970-01-01T00:00Z
    UNIQUE (notice, unit)
) STRICT;

CREATE INDEX report_changed ON report (changed, id);

-- What a report says, in parts as small as an edit, so that a save writes only what changed.
-- kind: form (it is there, content ''), field (name: its id), row and section (position: from 0).
CREATE TABLE part (
    report INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    form TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('form', 'field', 'row', 'section')),
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    content TEXT NOT NULL, -- of a row: JSON {"cells": {...}, "entries": [{...}]}; else the text itself
    PRIMARY KEY (report, form, kind, name, position)
) STRICT, WITHOUT ROWID;

-- Reporting units that users added themselves.
CREATE TABLE unit (
    name TEXT PRIMARY KEY,
    code TEXT NOT NULL,
    common_name TEXT NOT NULL
) STRICT;

-- Small facts about the window.
CREATE TABLE remembered (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
