-- SPDX-FileCopyrightText: 2026 The Zhibao authors
-- SPDX-License-Identifier: Apache-2.0
-- Who may act: every entry carries the signature of the office that wrote it, the last one also that of this office over
-- the whole log; the keys of other offices name for whom and in which roles they may act; the office's own secret key is
-- kept sealed under the passwords of its people. What is NULL was written before; the digest of a row covers the new
-- columns where one of them is filled.
-- Ed25519 by the office of origin, over what the entry is at every office
ALTER TABLE entry ADD COLUMN signature BLOB;

-- the office's secret key, sealed under the person's password
ALTER TABLE person ADD COLUMN share BLOB;

-- the start of the machine under which the last wrong try was, and how long after it (milliseconds)
ALTER TABLE person ADD COLUMN failed_boot TEXT;

ALTER TABLE person ADD COLUMN failed_uptime INTEGER;

-- JSON array of the units that the office may act for
ALTER TABLE office_key ADD COLUMN units TEXT;

-- 1 hand in, 2 review, 4 approve, added up; 0: revoked
ALTER TABLE office_key ADD COLUMN roles INTEGER;

-- The end of the log, signed by this office: what was cut off or written anew has no such signature.
CREATE TABLE head (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    number INTEGER NOT NULL, -- of the last entry
    chain BLOB NOT NULL, -- of the last entry
    signer BLOB NOT NULL, -- public key of this office
    signature BLOB NOT NULL
) STRICT;

CREATE TRIGGER head_delete BEFORE DELETE ON head BEGIN SELECT RAISE(ABORT, 'head'); END;

-- What another office may do is changed by an administrator; this office's own secret goes once it is sealed for all
-- who work here, and comes back for one who has no password.
DROP TRIGGER office_key_update;

CREATE TRIGGER office_key_update BEFORE UPDATE ON office_key
WHEN NEW.public <> OLD.public OR NEW.at <> OLD.at
BEGIN SELECT RAISE(ABORT, 'key'); END;
