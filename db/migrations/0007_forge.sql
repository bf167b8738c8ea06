CREATE TABLE `activity_month` (
	`software_id` integer NOT NULL,
	`month` text NOT NULL,
	`commits` integer NOT NULL,
	`authors` integer NOT NULL,
	PRIMARY KEY(`software_id`, `month`),
	FOREIGN KEY (`software_id`) REFERENCES `software`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `harvest_run` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`started_at` text NOT NULL,
	`ended_at` text DEFAULT '' NOT NULL,
	`outcomes` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `repository` (
	`software_id` integer PRIMARY KEY NOT NULL,
	`address` text NOT NULL,
	`address_key` text NOT NULL,
	`host` text NOT NULL,
	`state` text DEFAULT 'new' NOT NULL,
	`state_since` text NOT NULL,
	`moved_to` text DEFAULT '' NOT NULL,
	`branch` text DEFAULT '' NOT NULL,
	`head_commit` text DEFAULT '' NOT NULL,
	`last_commit_at` text DEFAULT '' NOT NULL,
	`refs_digest` text DEFAULT '' NOT NULL,
	`api_etag` text DEFAULT '' NOT NULL,
	`licence_detected` text DEFAULT '' NOT NULL,
	`licence_declared` text DEFAULT '' NOT NULL,
	`signs` text NOT NULL,
	`visited_at` text DEFAULT '' NOT NULL,
	`read_at` text DEFAULT '' NOT NULL,
	`next_at` text NOT NULL,
	`failures` integer DEFAULT 0 NOT NULL,
	`fault` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`software_id`) REFERENCES `software`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `repository_next` ON `repository` (`next_at`);--> statement-breakpoint
CREATE INDEX `repository_key` ON `repository` (`address_key`);--> statement-breakpoint
CREATE TABLE `repository_publiccode` (
	`software_id` integer PRIMARY KEY NOT NULL,
	`path` text NOT NULL,
	`body` text NOT NULL,
	`version` text DEFAULT '' NOT NULL,
	`valid` integer NOT NULL,
	`findings` text NOT NULL,
	`commit` text NOT NULL,
	`read_at` text NOT NULL,
	FOREIGN KEY (`software_id`) REFERENCES `software`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `software_release` (
	`software_id` integer NOT NULL,
	`tag` text NOT NULL,
	`version` text NOT NULL,
	`date` text NOT NULL,
	`commit` text NOT NULL,
	PRIMARY KEY(`software_id`, `tag`),
	FOREIGN KEY (`software_id`) REFERENCES `software`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `software_release_date` ON `software_release` (`software_id`,`date`);--> statement-breakpoint
CREATE TABLE `claim` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` text NOT NULL,
	`software_id` integer NOT NULL,
	`token` text NOT NULL,
	`message` text DEFAULT '' NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`path` text DEFAULT '' NOT NULL,
	`commit` text DEFAULT '' NOT NULL,
	`fault` text DEFAULT '' NOT NULL,
	`checked_at` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`settled_at` text DEFAULT '' NOT NULL,
	`settled_by` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`software_id`) REFERENCES `software`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`settled_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `claim_token_unique` ON `claim` (`token`);--> statement-breakpoint
CREATE INDEX `claim_software` ON `claim` (`software_id`,`state`);--> statement-breakpoint
CREATE UNIQUE INDEX `claim_one_each` ON `claim` (`user_id`,`software_id`);--> statement-breakpoint
CREATE TABLE `listing` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` text NOT NULL,
	`address` text NOT NULL,
	`address_key` text NOT NULL,
	`reading` text,
	`form` text NOT NULL,
	`publisher_id` integer,
	`state` text DEFAULT 'draft' NOT NULL,
	`software_id` integer,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`publisher_id`) REFERENCES `publisher`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`software_id`) REFERENCES `software`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `listing_user` ON `listing` (`user_id`,`state`);--> statement-breakpoint
CREATE INDEX `listing_key` ON `listing` (`address_key`);--> statement-breakpoint
CREATE TABLE `listed_name` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`list_id` integer NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`position` integer NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`organisation_id` integer,
	`how` text DEFAULT '' NOT NULL,
	`adoption_id` integer,
	`decided_by` text,
	`decided_at` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`list_id`) REFERENCES `name_list`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`adoption_id`) REFERENCES `adoption`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`decided_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `listed_name_list` ON `listed_name` (`list_id`,`position`);--> statement-breakpoint
CREATE INDEX `listed_name_key` ON `listed_name` (`name_key`);--> statement-breakpoint
CREATE TABLE `name_decision` (
	`name_key` text PRIMARY KEY NOT NULL,
	`organisation_id` integer,
	`decided_by` text,
	`decided_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `name_list` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`software_id` integer NOT NULL,
	`kind` text NOT NULL,
	`source_id` integer NOT NULL,
	`created_by` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`software_id`) REFERENCES `software`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `name_list_software` ON `name_list` (`software_id`);--> statement-breakpoint
CREATE TABLE `need` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`function_id` integer,
	`software_id` integer,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`locale` text NOT NULL,
	`organisation_id` integer NOT NULL,
	`user_id` text,
	`state` text DEFAULT 'open' NOT NULL,
	`outcome` text DEFAULT '' NOT NULL,
	`met_by_software_id` integer,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`function_id`) REFERENCES `business_function`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`software_id`) REFERENCES `software`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`met_by_software_id`) REFERENCES `software`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `need_function` ON `need` (`function_id`,`state`);--> statement-breakpoint
CREATE INDEX `need_software` ON `need` (`software_id`,`state`);--> statement-breakpoint
CREATE TABLE `need_supporter` (
	`need_id` integer NOT NULL,
	`organisation_id` integer NOT NULL,
	`amount` integer,
	`note` text DEFAULT '' NOT NULL,
	`user_id` text,
	`created_at` text NOT NULL,
	PRIMARY KEY(`need_id`, `organisation_id`),
	FOREIGN KEY (`need_id`) REFERENCES `need`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `need_supporter_organisation` ON `need_supporter` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `pooling_call` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`need_id` integer NOT NULL,
	`lead_id` integer NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`target` integer,
	`deadline` text DEFAULT '' NOT NULL,
	`specification_url` text DEFAULT '' NOT NULL,
	`specification_file` text DEFAULT '' NOT NULL,
	`specification_name` text DEFAULT '' NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`outcome` text DEFAULT '' NOT NULL,
	`outcome_url` text DEFAULT '' NOT NULL,
	`software_id` integer,
	`user_id` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`need_id`) REFERENCES `need`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`lead_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`software_id`) REFERENCES `software`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `pooling_call_need` ON `pooling_call` (`need_id`);--> statement-breakpoint
CREATE TABLE `pooling_part` (
	`call_id` integer NOT NULL,
	`organisation_id` integer NOT NULL,
	`amount` integer,
	`note` text DEFAULT '' NOT NULL,
	`user_id` text,
	`created_at` text NOT NULL,
	PRIMARY KEY(`call_id`, `organisation_id`),
	FOREIGN KEY (`call_id`) REFERENCES `pooling_call`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `pooling_part_organisation` ON `pooling_part` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `entry_change` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`software_id` integer NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`user_id` text,
	`run_id` integer,
	`commit` text DEFAULT '' NOT NULL,
	`changes` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`software_id`) REFERENCES `software`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `entry_change_software` ON `entry_change` (`software_id`,`id`);--> statement-breakpoint
CREATE TABLE `field_difference` (
	`software_id` integer NOT NULL,
	`field` text NOT NULL,
	`kind` text NOT NULL,
	`path` text DEFAULT '' NOT NULL,
	`commit` text DEFAULT '' NOT NULL,
	`value` text NOT NULL,
	`at` text NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`decided_by` text,
	`decided_at` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`software_id`, `field`, `kind`),
	FOREIGN KEY (`software_id`) REFERENCES `software`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`decided_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `field_origin` (
	`software_id` integer NOT NULL,
	`field` text NOT NULL,
	`kind` text NOT NULL,
	`path` text DEFAULT '' NOT NULL,
	`commit` text DEFAULT '' NOT NULL,
	`seen` text,
	`at` text NOT NULL,
	`user_id` text,
	PRIMARY KEY(`software_id`, `field`),
	FOREIGN KEY (`software_id`) REFERENCES `software`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `software_relation` (
	`software_id` integer NOT NULL,
	`other_id` integer NOT NULL,
	`kind` text NOT NULL,
	`note_fr` text DEFAULT '' NOT NULL,
	`note_en` text DEFAULT '' NOT NULL,
	`by` text NOT NULL,
	`user_id` text,
	`at` text NOT NULL,
	PRIMARY KEY(`software_id`, `other_id`, `kind`),
	FOREIGN KEY (`software_id`) REFERENCES `software`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`other_id`) REFERENCES `software`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `software_relation_other` ON `software_relation` (`other_id`);--> statement-breakpoint
CREATE TABLE `provider` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`kind` text NOT NULL,
	`siren` text NOT NULL,
	`organisation_id` integer,
	`website` text DEFAULT '' NOT NULL,
	`summary_fr` text NOT NULL,
	`summary_en` text DEFAULT '' NOT NULL,
	`state` text DEFAULT 'pending' NOT NULL,
	`source_id` integer,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `provider_slug_unique` ON `provider` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `provider_siren_unique` ON `provider` (`siren`);--> statement-breakpoint
CREATE TABLE `provider_area` (
	`provider_id` integer NOT NULL,
	`kind` text NOT NULL,
	`code` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`provider_id`, `kind`, `code`),
	FOREIGN KEY (`provider_id`) REFERENCES `provider`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `provider_area_code` ON `provider_area` (`kind`,`code`);--> statement-breakpoint
CREATE TABLE `provider_member` (
	`user_id` text NOT NULL,
	`provider_id` integer NOT NULL,
	`role` text NOT NULL,
	`created_at` text NOT NULL,
	`granted_by` text,
	PRIMARY KEY(`user_id`, `provider_id`),
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`provider_id`) REFERENCES `provider`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`granted_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `provider_member_provider` ON `provider_member` (`provider_id`);--> statement-breakpoint
CREATE TABLE `provider_reference` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`provider_id` integer NOT NULL,
	`software_id` integer NOT NULL,
	`organisation_id` integer NOT NULL,
	`kinds` text NOT NULL,
	`since` text DEFAULT '' NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`created_by` text,
	`created_at` text NOT NULL,
	`decided_by` text,
	`decided_at` text DEFAULT '' NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`provider_id`) REFERENCES `provider`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`software_id`) REFERENCES `software`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`decided_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `provider_reference_one` ON `provider_reference` (`provider_id`,`software_id`,`organisation_id`);--> statement-breakpoint
CREATE INDEX `provider_reference_organisation` ON `provider_reference` (`organisation_id`,`state`);--> statement-breakpoint
CREATE INDEX `provider_reference_software` ON `provider_reference` (`software_id`,`state`);--> statement-breakpoint
CREATE TABLE `provider_service` (
	`provider_id` integer NOT NULL,
	`software_id` integer NOT NULL,
	`kind` text NOT NULL,
	PRIMARY KEY(`provider_id`, `software_id`, `kind`),
	FOREIGN KEY (`provider_id`) REFERENCES `provider`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`software_id`) REFERENCES `software`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `provider_service_software` ON `provider_service` (`software_id`,`kind`);--> statement-breakpoint
CREATE TABLE `contact_request` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`publisher_id` integer NOT NULL,
	`software_id` integer,
	`organisation_id` integer,
	`user_id` text NOT NULL,
	`subject` text DEFAULT 'question' NOT NULL,
	`message` text NOT NULL,
	`created_at` text NOT NULL,
	`state` text DEFAULT 'new' NOT NULL,
	`settled_at` text DEFAULT '' NOT NULL,
	`settled_by` text,
	FOREIGN KEY (`publisher_id`) REFERENCES `publisher`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`software_id`) REFERENCES `software`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`settled_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `contact_request_publisher` ON `contact_request` (`publisher_id`,`state`,`id`);--> statement-breakpoint
CREATE TABLE `publisher_edit` (
	`publisher_id` integer NOT NULL,
	`field` text NOT NULL,
	`user_id` text,
	`at` text NOT NULL,
	PRIMARY KEY(`publisher_id`, `field`),
	FOREIGN KEY (`publisher_id`) REFERENCES `publisher`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `publisher_event` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`publisher_id` integer NOT NULL,
	`software_id` integer,
	`kind` text NOT NULL,
	`detail` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`publisher_id`) REFERENCES `publisher`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`software_id`) REFERENCES `software`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `publisher_event_publisher` ON `publisher_event` (`publisher_id`,`id`);--> statement-breakpoint
CREATE TABLE `publisher_invitation` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`publisher_id` integer NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`token_hash` text NOT NULL,
	`invited_by` text,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`accepted_at` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`publisher_id`) REFERENCES `publisher`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`invited_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `publisher_invitation_tokenHash_unique` ON `publisher_invitation` (`token_hash`);--> statement-breakpoint
CREATE INDEX `publisher_invitation_publisher` ON `publisher_invitation` (`publisher_id`);--> statement-breakpoint
CREATE INDEX `publisher_invitation_email` ON `publisher_invitation` (`email`);--> statement-breakpoint
CREATE TABLE `publisher_member` (
	`user_id` text NOT NULL,
	`publisher_id` integer NOT NULL,
	`role` text NOT NULL,
	`how` text NOT NULL,
	`created_at` text NOT NULL,
	`granted_by` text,
	PRIMARY KEY(`user_id`, `publisher_id`),
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`publisher_id`) REFERENCES `publisher`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`granted_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `publisher_member_publisher` ON `publisher_member` (`publisher_id`);--> statement-breakpoint
CREATE TABLE `publisher_verification` (
	`publisher_id` integer PRIMARY KEY NOT NULL,
	`how` text NOT NULL,
	`verified_at` text NOT NULL,
	`verified_by` text,
	FOREIGN KEY (`publisher_id`) REFERENCES `publisher`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`verified_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `webhook` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`publisher_id` integer NOT NULL,
	`url` text NOT NULL,
	`sealed_secret` text NOT NULL,
	`events` text NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	`disabled_reason` text DEFAULT '' NOT NULL,
	`failing_since` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text,
	FOREIGN KEY (`publisher_id`) REFERENCES `publisher`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `webhook_publisher` ON `webhook` (`publisher_id`);--> statement-breakpoint
CREATE TABLE `webhook_delivery` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`webhook_id` integer NOT NULL,
	`event_id` integer,
	`uuid` text NOT NULL,
	`created_at` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`not_before` text NOT NULL,
	`last_status` integer DEFAULT 0 NOT NULL,
	`last_error` text DEFAULT '' NOT NULL,
	`last_at` text DEFAULT '' NOT NULL,
	`last_took` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`webhook_id`) REFERENCES `webhook`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `publisher_event`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `webhook_delivery_uuid_unique` ON `webhook_delivery` (`uuid`);--> statement-breakpoint
CREATE INDEX `webhook_delivery_webhook` ON `webhook_delivery` (`webhook_id`,`id`);--> statement-breakpoint
CREATE INDEX `webhook_delivery_waiting` ON `webhook_delivery` (`not_before`) WHERE state = 'waiting';