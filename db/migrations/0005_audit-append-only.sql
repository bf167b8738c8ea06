-- Who did what is never changed nor taken back, whatever program writes.
CREATE TRIGGER IF NOT EXISTS `audit_entry_no_update` BEFORE UPDATE ON `audit_entry`
BEGIN
  SELECT RAISE(ABORT, 'audit_entry is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER IF NOT EXISTS `audit_entry_no_delete` BEFORE DELETE ON `audit_entry`
BEGIN
  SELECT RAISE(ABORT, 'audit_entry is append-only');
END;
--> statement-breakpoint
-- INSERT OR REPLACE would take a row away without asking the trigger above.
CREATE TRIGGER IF NOT EXISTS `audit_entry_no_replace` BEFORE INSERT ON `audit_entry`
WHEN EXISTS (SELECT 1 FROM `audit_entry` WHERE `id` = NEW.`id`)
BEGIN
  SELECT RAISE(ABORT, 'audit_entry is append-only');
END;
