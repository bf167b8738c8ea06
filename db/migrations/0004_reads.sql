DROP INDEX `adoption_organisation`;--> statement-breakpoint
DROP INDEX `adoption_by_population`;--> statement-breakpoint
DROP INDEX `adoption_by_name`;--> statement-breakpoint
CREATE INDEX `adoption_organisation` ON `adoption` (`organisation_id`,`software_id`,`state`,`trust`);--> statement-breakpoint
CREATE INDEX `adoption_by_population` ON `adoption` (`software_id`,`population`,`organisation_id`,`state`,`trust`,`departement`,`organisation_kind`,`size_class`,`since`);--> statement-breakpoint
CREATE INDEX `adoption_by_name` ON `adoption` (`software_id`,`organisation_name_key`,`organisation_id`,`state`,`trust`,`departement`,`organisation_kind`,`size_class`,`since`);--> statement-breakpoint
ALTER TABLE `relayed_message` ADD `once` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `adoption_detail_cost` ON `adoption_detail` (`adoption_id`,`cost_avoided`) WHERE cost_avoided IS NOT NULL;--> statement-breakpoint
CREATE INDEX `testimonial_state` ON `testimonial` (`state`,`adoption_id`);