import { credentialAddress, issuerAddress, pageAddress } from '../addresses.ts'
import type { OneAward } from '../queries.ts'
import { CONTEXTS } from './contexts.ts'

/**
 * An award as an Open Badges 3.0 credential, to be signed: an OpenBadgeCredential of the W3C data model
 * 2.0. The issuer is the organiser of this site; nothing says that it is the ADULLACT.
 */
export function credentialOf(award: OneAward, options: { siteUrl: string; uuid: string }) {
  const { siteUrl, uuid } = options
  const { organisation, edition, scheme, words } = award
  const result = words?.fr ?? 'lauréat, sans rang'
  const page = pageAddress(siteUrl, award)
  const label = `Label Territoire Numérique Libre, millésime ${edition}`
  return {
    '@context': [...CONTEXTS],
    id: credentialAddress(siteUrl, uuid),
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: `${label} : ${organisation.name}, ${result}`,
    issuer: issuerProfile(siteUrl),
    validFrom: award.visibleFrom,
    credentialSubject: {
      id: `${siteUrl}/collectivites/${organisation.key}`,
      type: ['AchievementSubject'],
      narrative: narrativeOf(award),
      achievement: {
        id: `${siteUrl}/label/${edition}#${award.level ?? (award.distinction || 'laureat')}`,
        type: ['Achievement'],
        achievementType: 'Award',
        name: `${label}, ${result}`,
        description: `Résultat donné par le jury du millésime ${edition} du label Territoire Numérique Libre, organisé sur ce site, dans l’échelle de ce millésime : ${scheme.name.fr}.`,
        inLanguage: 'fr',
        version: String(edition),
        tag: [scheme.slug],
        criteria: {
          id: `${siteUrl}/label/${edition}/criteres`,
          narrative: `Les critères du millésime ${edition}, sur lesquels le jury a lu la candidature, puis décidé du résultat ensemble.`,
        },
        image: {
          id: `${page}/badge.svg`,
          type: 'Image',
          caption: `${label} : ${organisation.name}, ${result}`,
        },
      },
    },
    evidence: [
      {
        id: page,
        type: ['Evidence'],
        name: 'La page de cette attribution',
      },
    ],
  }
}

/**
 * Who it is about, in words. The SIREN is the end of the subject's address and stands here, not in an
 * IdentityObject: that needs `hashed: false`, which the context types with an address that is not XML
 * Schema's own. The JSON-LD of the Rust library ssi (0.16) makes another literal of it than the standard
 * does, and would call a sound signature false.
 */
function narrativeOf({ organisation, mentions }: OneAward): string {
  const who = organisation.siren
    ? `${organisation.name}, numéro SIREN ${organisation.siren}.`
    : `${organisation.name}.`
  if (mentions.length === 0) return who
  return `${who} Mentions spéciales : ${mentions.map((mention) => mention.fr).join(' ; ')}.`
}

/** Who signs, as each credential says it. */
export function issuerProfile(siteUrl: string) {
  return {
    id: issuerAddress(siteUrl),
    type: ['Profile'],
    name: `Organisateur du label sur ${new URL(siteUrl).host}`,
    url: siteUrl,
    description:
      'L’organisateur des millésimes du label Territoire Numérique Libre qui se tiennent sur ce site, avec Mutualibre. Ce n’est pas l’ADULLACT, qui porte le label depuis 2016, sauf accord publié sur ce site.',
  }
}
