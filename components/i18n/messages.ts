import { about as aboutEn } from './en/about.ts'
import { accounts as accountsEn } from './en/accounts.ts'
import { ask as askEn } from './en/ask.ts'
import { catalogue as catalogueEn } from './en/catalogue.ts'
import { common as commonEn } from './en/common.ts'
import { compare as compareEn } from './en/compare.ts'
import { entryEdit as entryEditEn } from './en/entry-edit.ts'
import { forge as forgeEn } from './en/forge.ts'
import { imports as importsEn } from './en/imports.ts'
import { labelBadges as labelBadgesEn } from './en/label-badges.ts'
import { labelDossier as labelDossierEn } from './en/label-dossier.ts'
import { labelEditions as labelEditionsEn } from './en/label-editions.ts'
import { labelEvidence as labelEvidenceEn } from './en/label-evidence.ts'
import { labelJury as labelJuryEn } from './en/label-jury.ts'
import { labelProgress as labelProgressEn } from './en/label-progress.ts'
import { life as lifeEn } from './en/life.ts'
import { listings as listingsEn } from './en/listings.ts'
import { members as membersEn } from './en/members.ts'
import { moderation as moderationEn } from './en/moderation.ts'
import { myAccount as myAccountEn } from './en/my-account.ts'
import { names as namesEn } from './en/names.ts'
import { needs as needsEn } from './en/needs.ts'
import { people as peopleEn } from './en/people.ts'
import { provenance as provenanceEn } from './en/provenance.ts'
import { providers as providersEn } from './en/providers.ts'
import { publiccode as publiccodeEn } from './en/publiccode.ts'
import { publishers as publishersEn } from './en/publishers.ts'
import { readmeBadges as readmeBadgesEn } from './en/readme-badges.ts'
import { reads as readsEn } from './en/reads.ts'
import { relations as relationsEn } from './en/relations.ts'
import { search as searchEn } from './en/search.ts'
import { about as aboutFr } from './fr/about.ts'
import { accounts as accountsFr } from './fr/accounts.ts'
import { ask as askFr } from './fr/ask.ts'
import { catalogue as catalogueFr } from './fr/catalogue.ts'
import { common as commonFr } from './fr/common.ts'
import { compare as compareFr } from './fr/compare.ts'
import { entryEdit as entryEditFr } from './fr/entry-edit.ts'
import { forge as forgeFr } from './fr/forge.ts'
import { imports as importsFr } from './fr/imports.ts'
import { labelBadges as labelBadgesFr } from './fr/label-badges.ts'
import { labelDossier as labelDossierFr } from './fr/label-dossier.ts'
import { labelEditions as labelEditionsFr } from './fr/label-editions.ts'
import { labelEvidence as labelEvidenceFr } from './fr/label-evidence.ts'
import { labelJury as labelJuryFr } from './fr/label-jury.ts'
import { labelProgress as labelProgressFr } from './fr/label-progress.ts'
import { life as lifeFr } from './fr/life.ts'
import { listings as listingsFr } from './fr/listings.ts'
import { members as membersFr } from './fr/members.ts'
import { moderation as moderationFr } from './fr/moderation.ts'
import { myAccount as myAccountFr } from './fr/my-account.ts'
import { names as namesFr } from './fr/names.ts'
import { needs as needsFr } from './fr/needs.ts'
import { people as peopleFr } from './fr/people.ts'
import { provenance as provenanceFr } from './fr/provenance.ts'
import { providers as providersFr } from './fr/providers.ts'
import { publiccode as publiccodeFr } from './fr/publiccode.ts'
import { publishers as publishersFr } from './fr/publishers.ts'
import { readmeBadges as readmeBadgesFr } from './fr/readme-badges.ts'
import { reads as readsFr } from './fr/reads.ts'
import { relations as relationsFr } from './fr/relations.ts'
import { search as searchFr } from './fr/search.ts'
import type { Locale } from './locale.ts'

const french = {
  common: commonFr,
  ...catalogueFr,
  ...peopleFr,
  ...aboutFr,
  ...searchFr,
  ...askFr,
  ...readsFr,
  ...accountsFr,
  ...moderationFr,
  ...membersFr,
  ...myAccountFr,
  ...lifeFr,
  ...importsFr,
  ...labelDossierFr,
  ...labelJuryFr,
  ...labelEvidenceFr,
  ...labelEditionsFr,
  ...labelBadgesFr,
  ...labelProgressFr,
  ...publiccodeFr,
  ...forgeFr,
  ...publishersFr,
  ...needsFr,
  provenance: provenanceFr,
  entryEdit: entryEditFr,
  ...compareFr,
  ...readmeBadgesFr,
  ...relationsFr,
  ...providersFr,
  ...namesFr,
  ...listingsFr,
}
export type Messages = typeof french
const english: Messages = {
  common: commonEn,
  ...catalogueEn,
  ...peopleEn,
  ...aboutEn,
  ...searchEn,
  ...askEn,
  ...readsEn,
  ...accountsEn,
  ...moderationEn,
  ...membersEn,
  ...myAccountEn,
  ...lifeEn,
  ...importsEn,
  ...labelDossierEn,
  ...labelJuryEn,
  ...labelEvidenceEn,
  ...labelEditionsEn,
  ...labelBadgesEn,
  ...labelProgressEn,
  ...publiccodeEn,
  ...forgeEn,
  ...publishersEn,
  ...needsEn,
  provenance: provenanceEn,
  entryEdit: entryEditEn,
  ...compareEn,
  ...readmeBadgesEn,
  ...relationsEn,
  ...providersEn,
  ...namesEn,
  ...listingsEn,
}

/** Every text that a page shows, in one language. English has the type of French: none can be missing. */
export const messages = (locale: Locale): Messages => (locale === 'fr' ? french : english)
