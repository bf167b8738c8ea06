CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `account_user` ON `account` (`user_id`);--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`organisation_id` integer NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`token_hash` text NOT NULL,
	`invited_by` text,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`accepted_at` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invited_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_tokenHash_unique` ON `invitation` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitation_organisation` ON `invitation` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `join_request` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` text NOT NULL,
	`organisation_id` integer NOT NULL,
	`role` text NOT NULL,
	`message` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `join_request_user` ON `join_request` (`user_id`);--> statement-breakpoint
CREATE TABLE `membership` (
	`user_id` text NOT NULL,
	`organisation_id` integer NOT NULL,
	`role` text NOT NULL,
	`how` text NOT NULL,
	`created_at` text NOT NULL,
	`granted_by` text,
	PRIMARY KEY(`user_id`, `organisation_id`),
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`granted_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `membership_organisation` ON `membership` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `organisation_domain` (
	`domain` text NOT NULL,
	`organisation_id` integer NOT NULL,
	`verified_at` text NOT NULL,
	`verified_by` text,
	PRIMARY KEY(`domain`, `organisation_id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`verified_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `provider_claim` (
	`provider_id` text NOT NULL,
	`subject` text NOT NULL,
	`siret` text NOT NULL,
	`seen_at` text NOT NULL,
	PRIMARY KEY(`provider_id`, `subject`)
);
--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`expires_at` integer NOT NULL,
	`token` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`user_id` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token_unique` ON `session` (`token`);--> statement-breakpoint
CREATE INDEX `session_user` ON `session` (`user_id`);--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email_unique` ON `user` (`email`);--> statement-breakpoint
CREATE TABLE `user_role` (
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`user_id`, `role`),
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `user_setting` (
	`user_id` text PRIMARY KEY NOT NULL,
	`locale` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verification_identifier` ON `verification` (`identifier`);--> statement-breakpoint
CREATE TABLE `adoption_detail` (
	`adoption_id` integer PRIMARY KEY NOT NULL,
	`workstations` integer,
	`users` integer,
	`servers` integer,
	`services` text DEFAULT '' NOT NULL,
	`run_by` text DEFAULT '' NOT NULL,
	`provider` text DEFAULT '' NOT NULL,
	`replaces` text DEFAULT '' NOT NULL,
	`cost_avoided` integer,
	`cost_method` text DEFAULT '' NOT NULL,
	`contact_wish` text DEFAULT 'none' NOT NULL,
	`contact_user_id` text,
	`contact_public` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`stopped_on` text DEFAULT '' NOT NULL,
	`stop_reason` text DEFAULT '' NOT NULL,
	`stop_note` text DEFAULT '' NOT NULL,
	`declared_by` text,
	`reconfirm_asked_at` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`adoption_id`) REFERENCES `adoption`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`contact_user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`declared_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `adoption_event` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`adoption_id` integer NOT NULL,
	`at` text NOT NULL,
	`kind` text NOT NULL,
	`user_id` text,
	`organisation_id` integer,
	`changes` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`adoption_id`) REFERENCES `adoption`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `adoption_event_adoption` ON `adoption_event` (`adoption_id`,`id`);--> statement-breakpoint
CREATE TABLE `contestation` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`adoption_id` integer NOT NULL,
	`user_id` text,
	`reason` text NOT NULL,
	`trust_before` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`adoption_id`) REFERENCES `adoption`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `import_job` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`organisation_id` integer NOT NULL,
	`user_id` text,
	`software_id` integer,
	`file_name` text NOT NULL,
	`content` blob,
	`state` text NOT NULL,
	`fault` text DEFAULT '' NOT NULL,
	`summary` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`software_id`) REFERENCES `software`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `import_job_organisation` ON `import_job` (`organisation_id`,`id`);--> statement-breakpoint
CREATE TABLE `import_line` (
	`job_id` integer NOT NULL,
	`line` integer NOT NULL,
	`label` text NOT NULL,
	`fields` text NOT NULL,
	`status` text NOT NULL,
	`certainty` text DEFAULT '' NOT NULL,
	`software_id` integer,
	`organisation_id` integer,
	`candidates` text NOT NULL,
	`decision` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`job_id`, `line`),
	FOREIGN KEY (`job_id`) REFERENCES `import_job`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `relayed_message` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`adoption_id` integer NOT NULL,
	`sender_id` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`adoption_id`) REFERENCES `adoption`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`sender_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `relayed_message_sender` ON `relayed_message` (`sender_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `software_proposal` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`website` text DEFAULT '' NOT NULL,
	`what` text DEFAULT '' NOT NULL,
	`user_id` text,
	`created_at` text NOT NULL,
	`software_id` integer,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`software_id`) REFERENCES `software`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `software_redirect` (
	`slug` text PRIMARY KEY NOT NULL,
	`software_id` integer NOT NULL,
	FOREIGN KEY (`software_id`) REFERENCES `software`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `testimonial` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`adoption_id` integer NOT NULL,
	`user_id` text,
	`body` text NOT NULL,
	`locale` text NOT NULL,
	`state` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`adoption_id`) REFERENCES `adoption`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `testimonial_adoption` ON `testimonial` (`adoption_id`);--> statement-breakpoint
CREATE TABLE `waiting_declaration` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`proposal_id` integer NOT NULL,
	`organisation_id` integer NOT NULL,
	`user_id` text,
	`declaration` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`proposal_id`) REFERENCES `software_proposal`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `waiting_once` ON `waiting_declaration` (`proposal_id`,`organisation_id`);--> statement-breakpoint
CREATE TABLE `mail_message` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`recipient` text NOT NULL,
	`user_id` text,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`reply_to` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`not_before` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`last_error` text DEFAULT '' NOT NULL,
	`sent_at` text DEFAULT '' NOT NULL,
	`abandoned_at` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `mail_message_waiting` ON `mail_message` (`not_before`) WHERE sent_at = '' AND abandoned_at = '';--> statement-breakpoint
CREATE TABLE `merge_proposal` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_slug` text NOT NULL,
	`into_id` integer NOT NULL,
	`why` text NOT NULL,
	FOREIGN KEY (`into_id`) REFERENCES `software`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `moderation_case` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`subject_id` integer NOT NULL,
	`opened_by` text,
	`created_at` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`settled_by` text,
	`settled_at` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`opened_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`settled_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `moderation_case_state` ON `moderation_case` (`state`,`id`);--> statement-breakpoint
ALTER TABLE `adoption` ADD `origin` text DEFAULT 'document' NOT NULL;--> statement-breakpoint
ALTER TABLE `adoption` ADD `reporter_id` integer REFERENCES organisation(id);--> statement-breakpoint
ALTER TABLE `adoption` ADD `confirmed_at` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `adoption` ADD `revision` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX `adoption_confirmed` ON `adoption` (`confirmed_at`) WHERE confirmed_at <> '';