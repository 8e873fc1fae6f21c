-- SPDX-FileCopyrightText: 2026 The Zhibao authors
-- SPDX-License-Identifier: Apache-2.0
-- A report names the definition of its notice that it follows: in change, form '' and kind form with the name
-- 'definition' and its SHA-256 in hexadecimal digits for content. A report that names none follows the definition that
-- the program was first shipped with.
CREATE TRIGGER change_report BEFORE INSERT ON change
WHEN NEW.form = '' AND (NEW.kind <> 'form' OR NEW.name <> 'definition' OR NEW.position <> 0)
BEGIN SELECT RAISE(ABORT, 'report'); END;
