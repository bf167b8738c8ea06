CREATE TABLE `search_synonym` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`forms` text NOT NULL,
	`software` text NOT NULL,
	`reason` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `adoption_tally_place` ON `adoption_tally` (`dimension`,`value`,`software_id`) WHERE dimension IN ('region', 'departement');