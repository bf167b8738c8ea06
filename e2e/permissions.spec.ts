import { readdirSync } from 'node:fs'
import {
  makeAdministrator,
  makeMember,
  makeModerator,
  makeRole,
  signIn,
  someone,
} from './accounts.ts'
import { ACCOUNTS } from './addresses.ts'
import { expect, type Page, test } from './fixtures.ts'
import { declared } from './records.ts'

test.use({ baseURL: ACCOUNTS })

/** Arles, and Paris. */
const HERE = '211300041'
const ELSEWHERE = '217500016'

const PEOPLE = [
  'visitor',
  'user',
  'member elsewhere',
  'member',
  'manager',
  'moderator',
  'juror',
  'organiser',
  'administrator',
] as const
type Person = (typeof PEOPLE)[number]

const everyone = (status: number) =>
  Object.fromEntries(PEOPLE.map((person) => [person, status])) as Record<Person, number>
/** Someone signed in who may not is answered as if the page were not there; a visitor is led to sign in. */
const only = (...allowed: Person[]): Record<Person, number> => ({
  ...everyone(404),
  visitor: 307,
  ...Object.fromEntries(allowed.map((person) => [person, 200])),
})
const signedIn = { ...everyone(200), visitor: 307 }
const itsPeople = only('member', 'manager')
/** Moderators read what they may have to settle. */
const itsReaders = only('member', 'manager', 'moderator', 'administrator')
/** Programs are told in numbers. */
const asProgram = (answers: Partial<Record<Person, number>>, rest: number) => ({
  ...everyone(rest),
  visitor: 401,
  ...answers,
})

/** Every address of /espace and of the API, by its place in app/, and what each person is answered. */
const ADDRESSES: Record<string, { address: string; answers: Record<Person, number> }> = {
  '/espace': { address: '/espace', answers: signedIn },
  '/espace/compte': { address: '/espace/compte', answers: signedIn },
  '/espace/compte/donnees': {
    address: '/espace/compte/donnees',
    answers: asProgram({}, 200),
  },
  '/espace/rejoindre': { address: '/espace/rejoindre', answers: signedIn },
  '/espace/invitation': { address: '/espace/invitation?jeton=guessed', answers: signedIn },
  '/espace/declarer': { address: '/espace/declarer', answers: signedIn },
  '/espace/proposer': { address: '/espace/proposer', answers: signedIn },
  '/espace/logiciels/[slug]/relations': {
    address: '/espace/logiciels/openelec/relations',
    answers: only('moderator', 'administrator'),
  },
  '/espace/ecrire': { address: '/espace/ecrire?utilisation=99999999', answers: signedIn },
  // A publisher's members, besides: the walk of the rights tries them.
  '/espace/logiciels/[slug]': {
    address: '/espace/logiciels/openelec',
    answers: only('moderator', 'administrator'),
  },
  '/espace/logiciels/[slug]/publiccode.yml': {
    address: '/espace/logiciels/openelec/publiccode.yml',
    // Nobody has read its repository: there is no file to correct.
    answers: asProgram({ moderator: 404, administrator: 404 }, 403),
  },
  '/espace/imports/[id]': { address: '/espace/imports/99999999', answers: only() },
  '/espace/imports/[id]/erreurs.csv': {
    address: '/espace/imports/99999999/erreurs.csv',
    answers: everyone(404),
  },
  '/api/espace/imports/[id]': {
    address: '/api/espace/imports/99999999',
    answers: everyone(404),
  },
  '/espace/collectivites/[key]': { address: `/espace/collectivites/${HERE}`, answers: itsReaders },
  '/espace/collectivites/[key]/membres': {
    address: `/espace/collectivites/${HERE}/membres`,
    answers: only('member', 'manager', 'administrator'),
  },
  '/espace/collectivites/[key]/importer': {
    address: `/espace/collectivites/${HERE}/importer`,
    answers: itsPeople,
  },
  '/espace/collectivites/[key]/signaler': {
    address: `/espace/collectivites/${HERE}/signaler`,
    answers: itsPeople,
  },
  '/espace/collectivites/[key]/utilisations/[id]': {
    address: `/espace/collectivites/${HERE}/utilisations/ADOPTION`,
    answers: itsReaders,
  },
  '/espace/collectivites/[key]/utilisations/[id]/temoignage': {
    address: `/espace/collectivites/${HERE}/utilisations/ADOPTION/temoignage`,
    answers: itsPeople,
  },
  '/espace/collectivites/[key]/label/chiffres': {
    address: `/espace/collectivites/${HERE}/label/chiffres`,
    answers: itsPeople,
  },
  '/espace/collectivites/[key]/references': {
    address: `/espace/collectivites/${HERE}/references`,
    answers: itsPeople,
  },
  '/espace/prestataires/ajouter': { address: '/espace/prestataires/ajouter', answers: signedIn },
  '/espace/prestataires/rejoindre': {
    address: '/espace/prestataires/rejoindre?jeton=guessed',
    answers: signedIn,
  },
  '/espace/prestataires/[slug]': {
    address: '/espace/prestataires/nulle-part',
    answers: only(),
  },
  '/espace/besoins/ajouter': { address: '/espace/besoins/ajouter', answers: signedIn },
  '/espace/besoins/[id]': { address: '/espace/besoins/99999999', answers: only() },
  '/espace/besoins/[id]/appel': { address: '/espace/besoins/99999999/appel', answers: only() },
  '/espace/besoins/[id]/appels/[callId]': {
    address: '/espace/besoins/99999999/appels/1',
    answers: only(),
  },
  '/espace/besoins/[id]/appels/[callId]/cahier': {
    address: '/espace/besoins/99999999/appels/1/cahier',
    answers: only(),
  },
  '/espace/logiciels/[slug]/noms': {
    address: '/espace/logiciels/openelec/noms',
    answers: only('moderator', 'administrator'),
  },
  '/espace/logiciels/[slug]/noms/ajouter': {
    address: '/espace/logiciels/openelec/noms/ajouter',
    answers: only('moderator', 'administrator'),
  },
  '/espace/jury': { address: '/espace/jury', answers: only('juror') },
  '/espace/jury/[applicationId]': { address: '/espace/jury/99999999', answers: only() },
  '/espace/label/millesimes': { address: '/espace/label/millesimes', answers: only('organiser') },
  '/espace/label/millesimes/[year]': {
    address: '/espace/label/millesimes/1999',
    answers: only(),
  },
  '/espace/label/millesimes/[year]/apercu': {
    address: '/espace/label/millesimes/1999/apercu',
    answers: only(),
  },
  '/espace/label/millesimes/[year]/criteres/[id]': {
    address: '/espace/label/millesimes/1999/criteres/1',
    answers: only(),
  },
  '/espace/label/millesimes/[year]/grille.yml': {
    address: '/espace/label/millesimes/1999/grille.yml',
    answers: asProgram({ organiser: 404 }, 403),
  },
  '/espace/label/millesimes/[year]/grille.json': {
    address: '/espace/label/millesimes/1999/grille.json',
    answers: asProgram({ organiser: 404 }, 403),
  },
  '/espace/label/millesimes/[year]/candidatures': {
    address: '/espace/label/millesimes/2025/candidatures',
    answers: only(),
  },
  '/espace/collectivites/[key]/label/[grid]': {
    address: `/espace/collectivites/${HERE}/label/reference`,
    answers: itsPeople,
  },
  // Where no dossier is open, there is nothing to attach to.
  '/espace/collectivites/[key]/label/[grid]/documents': {
    address: `/espace/collectivites/${HERE}/label/9999/documents`,
    answers: only(),
  },
  '/espace/label/candidatures/[id]': {
    address: '/espace/label/candidatures/99999999',
    answers: only(),
  },
  '/api/espace/documents/[id]': {
    address: '/api/espace/documents/99999999',
    answers: everyone(404),
  },
  '/api/espace/candidatures/[id]/[format]': {
    address: '/api/espace/candidatures/99999999/pdf',
    answers: everyone(404),
  },
  '/api/espace/reponses': { address: '/api/espace/reponses', answers: everyone(405) },
  '/espace/label': {
    address: '/espace/label',
    // Led to the only organisation that one is a member of.
    answers: { ...signedIn, 'member elsewhere': 307, member: 307, manager: 307 },
  },
  '/espace/collectivites/[key]/label': {
    address: `/espace/collectivites/${HERE}/label`,
    answers: itsPeople,
  },
  '/espace/collectivites/[key]/label/progression.csv': {
    address: `/espace/collectivites/${HERE}/label/progression.csv`,
    answers: asProgram({ member: 200, manager: 200 }, 403),
  },
  '/espace/logiciels/ajouter': { address: '/espace/logiciels/ajouter', answers: signedIn },
  '/espace/logiciels/ajouter/[id]': {
    address: '/espace/logiciels/ajouter/99999999',
    answers: only(),
  },
  '/espace/logiciels/ajouter/[id]/publiccode.yml': {
    address: '/espace/logiciels/ajouter/99999999/publiccode.yml',
    answers: asProgram({}, 404),
  },
  '/espace/logiciels/[slug]/revendiquer': {
    address: '/espace/logiciels/openelec/revendiquer',
    answers: signedIn,
  },
  '/espace/editeurs/[slug]': {
    address: '/espace/editeurs/openmairie',
    answers: only('administrator'),
  },
  '/espace/editeurs/[slug]/contacter': {
    address: '/espace/editeurs/openmairie/contacter',
    answers: signedIn,
  },
  '/espace/editeurs/[slug]/signaler': {
    address: '/espace/editeurs/openmairie/signaler',
    answers: only(),
  },
  '/espace/editeurs/[slug]/webhooks': {
    address: '/espace/editeurs/openmairie/webhooks',
    answers: only('administrator'),
  },
  '/espace/invitation/editeur': {
    address: '/espace/invitation/editeur?jeton=guessed',
    answers: signedIn,
  },
  '/espace/moderation': {
    address: '/espace/moderation',
    answers: only('moderator', 'administrator'),
  },
  '/espace/moderation/[id]': { address: '/espace/moderation/99999999', answers: only() },
  '/espace/moderation/fusionner': {
    address: '/espace/moderation/fusionner',
    answers: only('moderator', 'administrator'),
  },
  '/espace/administration': { address: '/espace/administration', answers: only('administrator') },
  '/espace/administration/journal': {
    address: '/espace/administration/journal',
    answers: only('administrator'),
  },
  '/espace/administration/journal/export': {
    address: '/espace/administration/journal/export',
    answers: asProgram({ administrator: 200 }, 403),
  },
  '/api/v1/label/issuer': { address: '/api/v1/label/issuer', answers: everyone(200) },
  '/api/v1/label/credentials/[uuid]': {
    address: '/api/v1/label/credentials/guessed',
    answers: everyone(404),
  },
  '/api/v1/search': { address: '/api/v1/search?q=openelec', answers: everyone(200) },
  '/api/v1/label/criteria/[slug]': {
    address: '/api/v1/label/criteria/logiciels.web-sig',
    answers: everyone(200),
  },
  '/api/v1/label/grille.schema.json': {
    address: '/api/v1/label/grille.schema.json',
    answers: everyone(200),
  },
  '/api/v1/label/grids/[file]': {
    address: '/api/v1/label/grids/reference.yml',
    answers: everyone(200),
  },
  '/api/health': { address: '/api/health', answers: everyone(200) },
  '/api/auth/start/[provider]': {
    address: '/api/auth/start/nobody',
    answers: everyone(404),
  },
  '/api/auth/callback/[provider]': {
    address: '/api/auth/callback/nobody',
    answers: everyone(404),
  },
}

/** Makes a person of a kind. @returns their address; nothing for the visitor. */
function become(person: Person): string | undefined {
  if (person === 'visitor') return undefined
  const email = someone('permissions.example')
  if (person === 'member elsewhere') makeMember(ELSEWHERE, email)
  if (person === 'member' || person === 'manager') makeMember(HERE, email, person)
  if (person === 'moderator') makeModerator(email)
  if (person === 'juror') makeRole(email, 'juror')
  if (person === 'organiser') makeRole(email, 'label-organiser')
  if (person === 'administrator') makeAdministrator(email)
  return email
}

async function walk(page: Page, person: Person): Promise<void> {
  const adoption = declared(HERE, 'tux-paint', { state: 'production' })
  const answered: Record<string, number> = {}
  const wanted: Record<string, number> = {}
  for (const [place, { address: pattern, answers }] of Object.entries(ADDRESSES)) {
    const address = pattern.replace('ADOPTION', String(adoption))
    const answer = await page.request.get(ACCOUNTS + address, { maxRedirects: 0 })
    answered[place] = answer.status()
    wanted[place] = answers[person]
    if (answer.status() === 307 && person === 'visitor') {
      expect(answer.headers().location, place).toContain(
        `/connexion?suite=${encodeURIComponent(address)}`,
      )
    }
  }
  expect(answered).toEqual(wanted)
}

test.describe('[PER-01] every page of one’s space and every address for programs', () => {
  test('is in the table of this walk', () => {
    const found = [
      ...placesIn('app/[locale]/espace', 'page.tsx'),
      ...placesIn('app/[locale]/espace', 'route.ts'),
      ...placesIn('app/api', 'route.ts'),
    ]
    expect(Object.keys(ADDRESSES).sort()).toEqual(found.sort())
  })

  for (const person of PEOPLE) {
    test(`answers as it should: ${person}`, async ({ page }) => {
      test.slow()
      const email = become(person)
      if (email) await signIn(page, email)
      await walk(page, person)
    })
  }
})

function placesIn(folder: string, file: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name === file || name.endsWith(`/${file}`))
    .map((name) => `${folder}/${name}`.replace(`/${file}`, ''))
    .map((place) => place.replace(/^app/, '').replace('/[locale]', ''))
}
