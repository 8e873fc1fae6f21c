-- SPDX-FileCopyrightText: 2026 The Zhibao authors
-- SPDX-License-Identifier: Apache-2.0
-- Seal pictures, scans, and what was sent lie as files beside the store; here is which, by the SHA-256 digest of their
-- bytes. What stands in attachment is carried over by the program (store/database/filemigration.cpp), which then drops it.
CREATE TABLE file (
    digest BLOB PRIMARY KEY,
    size INTEGER NOT NULL -- bytes
) STRICT;

CREATE TRIGGER file_insert BEFORE INSERT ON file
WHEN EXISTS (SELECT 1 FROM file WHERE digest = NEW.digest)
BEGIN SELECT RAISE(ABORT, 'file'); END;

CREATE TRIGGER file_update BEFORE UPDATE ON file BEGIN SELECT RAISE(ABORT, 'file'); END;

CREATE TRIGGER file_delete BEFORE DELETE ON file BEGIN SELECT RAISE(ABORT, 'file'); END;
