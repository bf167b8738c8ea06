CREATE TABLE `software_request` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`asked` text NOT NULL,
	`need` text DEFAULT '' NOT NULL,
	`function_id` integer,
	`organisation_kind` text DEFAULT '' NOT NULL,
	`locale` text NOT NULL,
	`created_at` text NOT NULL,
	`state` text DEFAULT 'new' NOT NULL,
	FOREIGN KEY (`function_id`) REFERENCES `business_function`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `software_request_created` ON `software_request` (`created_at`);