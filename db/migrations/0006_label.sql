CREATE TABLE `application` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`grid` text NOT NULL,
	`organisation_id` integer NOT NULL,
	`state` text NOT NULL,
	`responsible_name` text DEFAULT '' NOT NULL,
	`responsible_office` text DEFAULT '' NOT NULL,
	`responsible_email` text DEFAULT '' NOT NULL,
	`elected_name` text DEFAULT '' NOT NULL,
	`elected_office` text DEFAULT '' NOT NULL,
	`elected_email` text DEFAULT '' NOT NULL,
	`names_public` integer DEFAULT false NOT NULL,
	`validated_at` text DEFAULT '' NOT NULL,
	`validated_hash` text DEFAULT '' NOT NULL,
	`submitted_at` text DEFAULT '' NOT NULL,
	`withdrawn_at` text DEFAULT '' NOT NULL,
	`more_requested_at` text DEFAULT '' NOT NULL,
	`more_requested` text DEFAULT '' NOT NULL,
	`more_until` text DEFAULT '' NOT NULL,
	`created_by` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`grid`) REFERENCES `grid`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `application_organisation` ON `application` (`organisation_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `application_once` ON `application` (`grid`,`organisation_id`);--> statement-breakpoint
CREATE TABLE `application_answer` (
	`application_id` integer NOT NULL,
	`criterion` text NOT NULL,
	`value` text NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text,
	PRIMARY KEY(`application_id`, `criterion`),
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`updated_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `application_document` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`application_id` integer NOT NULL,
	`criterion` text DEFAULT '' NOT NULL,
	`file_name` text NOT NULL,
	`media_type` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`stored_as` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text,
	`removed_at` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `application_document_storedAs_unique` ON `application_document` (`stored_as`);--> statement-breakpoint
CREATE INDEX `application_document_application` ON `application_document` (`application_id`);--> statement-breakpoint
CREATE TABLE `application_event` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`application_id` integer NOT NULL,
	`at` text NOT NULL,
	`kind` text NOT NULL,
	`user_id` text,
	`note` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `application_event_application` ON `application_event` (`application_id`,`id`);--> statement-breakpoint
CREATE TABLE `application_snapshot` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`application_id` integer NOT NULL,
	`created_at` text NOT NULL,
	`content` text NOT NULL,
	`sha256` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `application_snapshot_application` ON `application_snapshot` (`application_id`,`id`);--> statement-breakpoint
CREATE TABLE `jury_assignment` (
	`application_id` integer NOT NULL,
	`user_id` text NOT NULL,
	`assigned_at` text NOT NULL,
	`assigned_by` text,
	`finished_at` text DEFAULT '' NOT NULL,
	`conflict_at` text DEFAULT '' NOT NULL,
	`conflict_reason` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`application_id`, `user_id`),
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`assigned_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `jury_assignment_user` ON `jury_assignment` (`user_id`);--> statement-breakpoint
CREATE TABLE `jury_decision` (
	`application_id` integer PRIMARY KEY NOT NULL,
	`level` text DEFAULT '' NOT NULL,
	`mentions` text NOT NULL,
	`feedback` text DEFAULT '' NOT NULL,
	`minutes` text DEFAULT '' NOT NULL,
	`decided_at` text NOT NULL,
	`decided_by` text,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`decided_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `jury_score` (
	`application_id` integer NOT NULL,
	`user_id` text NOT NULL,
	`axis` text NOT NULL,
	`score` integer,
	`comment` text DEFAULT '' NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`application_id`, `user_id`, `axis`),
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `criterion_evidence` (
	`criterion_id` integer NOT NULL,
	`organisation_id` integer NOT NULL,
	`value` integer,
	`items` integer NOT NULL,
	`full` integer NOT NULL,
	`fresh_until` text DEFAULT '' NOT NULL,
	`organisation_kind` text NOT NULL,
	`departement` text NOT NULL,
	`size_class` text NOT NULL,
	PRIMARY KEY(`criterion_id`, `organisation_id`),
	FOREIGN KEY (`criterion_id`) REFERENCES `criterion`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `criterion_evidence_organisation` ON `criterion_evidence` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `criterion_evidence_place` ON `criterion_evidence` (`criterion_id`,`departement`,`organisation_kind`);--> statement-breakpoint
CREATE INDEX `criterion_evidence_peers` ON `criterion_evidence` (`criterion_id`,`organisation_kind`,`size_class`);--> statement-breakpoint
CREATE TABLE `evidence_due` (
	`organisation_id` integer PRIMARY KEY NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `organisation_year` (
	`organisation_id` integer NOT NULL,
	`year` integer NOT NULL,
	`workstations` integer,
	`servers` integer,
	`school_workstations` integer,
	`servers_virtual` integer,
	`updated_at` text NOT NULL,
	`updated_by` text,
	PRIMARY KEY(`organisation_id`, `year`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `award_credential` (
	`award_id` integer PRIMARY KEY NOT NULL,
	`uuid` text NOT NULL,
	`kid` text NOT NULL,
	`document` text NOT NULL,
	`issued_at` text NOT NULL,
	FOREIGN KEY (`award_id`) REFERENCES `award`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`kid`) REFERENCES `label_key`(`kid`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `award_credential_uuid_unique` ON `award_credential` (`uuid`);--> statement-breakpoint
CREATE TABLE `criterion` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`grid` text NOT NULL,
	`slug` text NOT NULL,
	`axis` text NOT NULL,
	`position` integer NOT NULL,
	`number` text DEFAULT '' NOT NULL,
	`label_fr` text NOT NULL,
	`label_en` text NOT NULL,
	`help_fr` text DEFAULT '' NOT NULL,
	`help_en` text DEFAULT '' NOT NULL,
	`parts` text NOT NULL,
	`choices` text NOT NULL,
	`unit` text DEFAULT '' NOT NULL,
	`required` integer DEFAULT false NOT NULL,
	`weight` real,
	`basis` text NOT NULL,
	`basis_note_fr` text DEFAULT '' NOT NULL,
	`basis_note_en` text DEFAULT '' NOT NULL,
	`sources` text NOT NULL,
	`rule` text,
	`clarification_fr` text DEFAULT '' NOT NULL,
	`clarification_en` text DEFAULT '' NOT NULL,
	`clarified_at` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`grid`) REFERENCES `grid`(`key`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `criterion_once` ON `criterion` (`grid`,`slug`);--> statement-breakpoint
CREATE TABLE `grid` (
	`key` text PRIMARY KEY NOT NULL,
	`title_fr` text NOT NULL,
	`title_en` text NOT NULL,
	`note_fr` text DEFAULT '' NOT NULL,
	`note_en` text DEFAULT '' NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `grid_axis` (
	`grid` text NOT NULL,
	`slug` text NOT NULL,
	`position` integer NOT NULL,
	`name_fr` text NOT NULL,
	`name_en` text NOT NULL,
	PRIMARY KEY(`grid`, `slug`),
	FOREIGN KEY (`grid`) REFERENCES `grid`(`key`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `label_key` (
	`kid` text PRIMARY KEY NOT NULL,
	`public_key_multibase` text NOT NULL,
	`created_at` text NOT NULL,
	`retired_at` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE `scheme` (
	`slug` text PRIMARY KEY NOT NULL,
	`name_fr` text NOT NULL,
	`name_en` text NOT NULL,
	`levels` text NOT NULL,
	`builtin` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE `adoption_detail` ADD `school_workstations` integer;--> statement-breakpoint
ALTER TABLE `award` ADD `application_id` integer;--> statement-breakpoint
ALTER TABLE `award` ADD `visible_from` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `award_application` ON `award` (`application_id`);--> statement-breakpoint
ALTER TABLE `edition` ADD `state` text DEFAULT 'documented' NOT NULL;--> statement-breakpoint
ALTER TABLE `edition` ADD `grid` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `edition` ADD `opens_at` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `edition` ADD `closes_at` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `edition` ADD `jury_at` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `edition` ADD `announces_at` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `edition` ADD `publishes_at` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `edition` ADD `grace_seconds` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `edition` ADD `score_max` integer DEFAULT 5 NOT NULL;--> statement-breakpoint
ALTER TABLE `edition` ADD `jurors_each` integer DEFAULT 2 NOT NULL;--> statement-breakpoint
ALTER TABLE `edition` ADD `revision` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
-- What was submitted is never changed, whatever program writes; it goes with its application alone.
CREATE TRIGGER IF NOT EXISTS `application_snapshot_no_update` BEFORE UPDATE ON `application_snapshot`
BEGIN
  SELECT RAISE(ABORT, 'application_snapshot is append-only');
END;
--> statement-breakpoint
-- INSERT OR REPLACE would take a row away without asking the trigger above.
CREATE TRIGGER IF NOT EXISTS `application_snapshot_no_replace` BEFORE INSERT ON `application_snapshot`
WHEN EXISTS (SELECT 1 FROM `application_snapshot` WHERE `id` = NEW.`id`)
BEGIN
  SELECT RAISE(ABORT, 'application_snapshot is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER IF NOT EXISTS `application_snapshot_no_delete` BEFORE DELETE ON `application_snapshot`
WHEN EXISTS (SELECT 1 FROM `application` WHERE `id` = OLD.`application_id`)
BEGIN
  SELECT RAISE(ABORT, 'application_snapshot is append-only');
END;
