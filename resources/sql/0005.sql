-- SPDX-FileCopyrightText: 2026 The Zhibao authors
-- SPDX-License-Identifier: Apache-2.0
-- Rows and entries have ids. In change, from here on: kind row with the row's id (32 hexadecimal digits) for a name and 0
-- for a position; kind form with the name 'order' and the ids of the form's rows, a line each, for content. What was
-- written before, rows by their position and without a name, stays as it is.
CREATE TRIGGER change_line BEFORE INSERT ON change
WHEN NEW.kind = 'row' AND NEW.name <> '' AND (length(NEW.name) <> 32 OR NEW.position <> 0)
BEGIN SELECT RAISE(ABORT, 'line'); END;
