CREATE TABLE `adoption` (
	`id` integer PRIMARY KEY NOT NULL,
	`software_id` integer NOT NULL,
	`organisation_id` integer NOT NULL,
	`state` text NOT NULL,
	`trust` text NOT NULL,
	`since` text DEFAULT '' NOT NULL,
	`version` text DEFAULT '' NOT NULL,
	`perimeter_unit` text DEFAULT '' NOT NULL,
	`perimeter_min` integer,
	`perimeter_max` integer,
	`operator_id` integer,
	`note_fr` text DEFAULT '' NOT NULL,
	`note_en` text DEFAULT '' NOT NULL,
	`reported_on` text DEFAULT '' NOT NULL,
	`source_id` integer,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`organisation_kind` text NOT NULL,
	`departement` text NOT NULL,
	`region` text NOT NULL,
	`size_class` text NOT NULL,
	`population` integer NOT NULL,
	`organisation_name_key` text NOT NULL,
	FOREIGN KEY (`software_id`) REFERENCES `software`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`operator_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `adoption_organisation` ON `adoption` (`organisation_id`,`software_id`);--> statement-breakpoint
CREATE INDEX `adoption_by_population` ON `adoption` (`software_id`,`population`,`organisation_id`,`state`,`trust`,`departement`,`organisation_kind`,`size_class`);--> statement-breakpoint
CREATE INDEX `adoption_by_name` ON `adoption` (`software_id`,`organisation_name_key`,`organisation_id`,`state`,`trust`,`departement`,`organisation_kind`,`size_class`);--> statement-breakpoint
CREATE INDEX `adoption_recent` ON `adoption` (`reported_on`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `adoption_once` ON `adoption` (`software_id`,`organisation_id`);--> statement-breakpoint
CREATE TABLE `adoption_tally` (
	`software_id` integer NOT NULL,
	`dimension` text NOT NULL,
	`value` text NOT NULL,
	`trust` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`software_id`, `dimension`, `value`, `trust`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `function_adopter` (
	`function_id` integer NOT NULL,
	`organisation_id` integer NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`function_id`, `organisation_id`),
	FOREIGN KEY (`function_id`) REFERENCES `business_function`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `function_figures` (
	`function_id` integer PRIMARY KEY NOT NULL,
	`software` integer NOT NULL,
	`adopters` integer NOT NULL,
	FOREIGN KEY (`function_id`) REFERENCES `business_function`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `organisation_figures` (
	`organisation_id` integer PRIMARY KEY NOT NULL,
	`total` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `organisation_figures_total` ON `organisation_figures` (`total`,`organisation_id`);--> statement-breakpoint
CREATE TABLE `software_figures` (
	`software_id` integer PRIMARY KEY NOT NULL,
	`confirmed` integer NOT NULL,
	`reported` integer NOT NULL,
	`to_reconfirm` integer NOT NULL,
	`total` integer NOT NULL,
	`kind_mask` integer NOT NULL,
	`region_mask` integer NOT NULL,
	`size_mask` integer NOT NULL,
	FOREIGN KEY (`software_id`) REFERENCES `software`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `award` (
	`id` integer PRIMARY KEY NOT NULL,
	`edition` integer NOT NULL,
	`organisation_id` integer,
	`name` text NOT NULL,
	`level` integer,
	`distinction` text DEFAULT '' NOT NULL,
	`mentions` text NOT NULL,
	`note_fr` text DEFAULT '' NOT NULL,
	`note_en` text DEFAULT '' NOT NULL,
	`source_id` integer NOT NULL,
	`mention_source_id` integer,
	FOREIGN KEY (`edition`) REFERENCES `edition`(`year`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mention_source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `award_edition` ON `award` (`edition`);--> statement-breakpoint
CREATE INDEX `award_organisation` ON `award` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `edition` (
	`year` integer PRIMARY KEY NOT NULL,
	`scheme` text NOT NULL,
	`opened_on` text DEFAULT '' NOT NULL,
	`closed_on` text DEFAULT '' NOT NULL,
	`announced_on` text DEFAULT '' NOT NULL,
	`candidates` integer,
	`ceremony_fr` text DEFAULT '' NOT NULL,
	`ceremony_en` text DEFAULT '' NOT NULL,
	`axes` text NOT NULL,
	`note_fr` text DEFAULT '' NOT NULL,
	`note_en` text DEFAULT '' NOT NULL,
	`source_ids` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `departement` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`region` text NOT NULL,
	`zone` text NOT NULL,
	FOREIGN KEY (`region`) REFERENCES `region`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `organisation` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`siren` text,
	`insee` text DEFAULT '' NOT NULL,
	`kind` text NOT NULL,
	`form` text DEFAULT '' NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`departement` text DEFAULT '' NOT NULL,
	`region` text DEFAULT '' NOT NULL,
	`epci_id` integer,
	`population` integer,
	`size_class` text NOT NULL,
	`source_id` integer,
	FOREIGN KEY (`epci_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisation_key_unique` ON `organisation` (`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `organisation_siren_unique` ON `organisation` (`siren`);--> statement-breakpoint
CREATE INDEX `organisation_insee` ON `organisation` (`insee`,`kind`);--> statement-breakpoint
CREATE INDEX `organisation_population` ON `organisation` (`population`);--> statement-breakpoint
CREATE INDEX `organisation_kind_population` ON `organisation` (`kind`,`population`);--> statement-breakpoint
CREATE INDEX `organisation_like` ON `organisation` (`kind`,`region`,`population`);--> statement-breakpoint
CREATE INDEX `organisation_departement` ON `organisation` (`departement`,`kind`,`population`);--> statement-breakpoint
CREATE INDEX `organisation_epci` ON `organisation` (`epci_id`,`population`);--> statement-breakpoint
CREATE TABLE `organisation_alias` (
	`organisation_id` integer NOT NULL,
	`kind` text NOT NULL,
	`code` text NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`code`, `kind`, `organisation_id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `organisation_alias_organisation` ON `organisation_alias` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `organisation_fact` (
	`id` integer PRIMARY KEY NOT NULL,
	`organisation_id` integer NOT NULL,
	`fr` text NOT NULL,
	`en` text NOT NULL,
	`date` text DEFAULT '' NOT NULL,
	`source_id` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `organisation_postcode` (
	`postcode` text NOT NULL,
	`organisation_id` integer NOT NULL,
	PRIMARY KEY(`postcode`, `organisation_id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `region` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`zone` text NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `region_position_unique` ON `region` (`position`);--> statement-breakpoint
CREATE TABLE `business_function` (
	`id` integer PRIMARY KEY NOT NULL,
	`group_id` integer NOT NULL,
	`slug` text NOT NULL,
	`name_fr` text NOT NULL,
	`name_en` text NOT NULL,
	`summary_fr` text NOT NULL,
	`summary_en` text NOT NULL,
	`synonyms_fr` text NOT NULL,
	`synonyms_en` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `function_group`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `business_function_slug_unique` ON `business_function` (`slug`);--> statement-breakpoint
CREATE TABLE `function_group` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name_fr` text NOT NULL,
	`name_en` text NOT NULL,
	`business` integer NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `function_group_slug_unique` ON `function_group` (`slug`);--> statement-breakpoint
CREATE TABLE `publisher` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`website` text DEFAULT '' NOT NULL,
	`organisation_id` integer,
	`summary_fr` text NOT NULL,
	`summary_en` text NOT NULL,
	`source_id` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `publisher_slug_unique` ON `publisher` (`slug`);--> statement-breakpoint
CREATE TABLE `software` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`publisher_id` integer NOT NULL,
	`licence` text NOT NULL,
	`licence_family` text NOT NULL,
	`licence_note_fr` text DEFAULT '' NOT NULL,
	`licence_note_en` text DEFAULT '' NOT NULL,
	`repository` text DEFAULT '' NOT NULL,
	`website` text DEFAULT '' NOT NULL,
	`summary_fr` text NOT NULL,
	`summary_en` text NOT NULL,
	`description_fr` text NOT NULL,
	`description_en` text NOT NULL,
	`first_release` integer,
	`status` text DEFAULT '' NOT NULL,
	`audience` text NOT NULL,
	`platforms` text NOT NULL,
	`languages` text NOT NULL,
	`aliases` text NOT NULL,
	`identifiers` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`publisher_id`) REFERENCES `publisher`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `software_slug_unique` ON `software` (`slug`);--> statement-breakpoint
CREATE INDEX `software_revision` ON `software` (`revision`);--> statement-breakpoint
CREATE INDEX `software_publisher` ON `software` (`publisher_id`);--> statement-breakpoint
CREATE TABLE `software_fact` (
	`id` integer PRIMARY KEY NOT NULL,
	`software_id` integer NOT NULL,
	`kind` text NOT NULL,
	`fr` text NOT NULL,
	`en` text NOT NULL,
	`value` integer,
	`source_id` integer NOT NULL,
	FOREIGN KEY (`software_id`) REFERENCES `software`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `software_fact_software` ON `software_fact` (`software_id`);--> statement-breakpoint
CREATE TABLE `software_function` (
	`software_id` integer NOT NULL,
	`function_id` integer NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`software_id`, `function_id`),
	FOREIGN KEY (`software_id`) REFERENCES `software`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`function_id`) REFERENCES `business_function`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `software_function_function` ON `software_function` (`function_id`,`software_id`);--> statement-breakpoint
CREATE TABLE `software_source` (
	`software_id` integer NOT NULL,
	`field` text NOT NULL,
	`source_id` integer NOT NULL,
	PRIMARY KEY(`software_id`, `field`, `source_id`),
	FOREIGN KEY (`software_id`) REFERENCES `software`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `audit_entry` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject` text NOT NULL,
	`detail` text
);
--> statement-breakpoint
CREATE INDEX `audit_subject` ON `audit_entry` (`subject_kind`,`subject`,`id`);--> statement-breakpoint
CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `search_outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`subject_id` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `source` (
	`id` integer PRIMARY KEY NOT NULL,
	`url` text NOT NULL,
	`title` text NOT NULL,
	`date` text DEFAULT '' NOT NULL,
	`key` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `source_key_unique` ON `source` (`key`);