import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { application, juryDecision, juryScore } from '#db/schema/applications.ts'
import { edition, scheme } from '#db/schema/label.ts'
import { confirmResults } from '#lib/jury/commands/confirm-results.ts'
import { mailsTo, makeMember, signIn, someone } from './accounts.ts'
import { ACCOUNTS } from './addresses.ts'
import { expect, type Page, test } from './fixtures.ts'
import { aClosedEdition, aJuror, anOrganiser, moveDates, stateOf } from './jury.ts'
import { asUser, type Commune, withDatabase } from './moderation.ts'
import { inLocale, PAGES } from './pages.ts'

test.use({ baseURL: ACCOUNTS })
test.setTimeout(180_000)

/** Words that nobody else writes: what was decided, and what only some may read. */
function markers() {
  const mark = randomUUID().slice(0, 8)
  return {
    level: `niveau-${mark}`,
    mention: `mention-${mark}`,
    feedback: `retour-${mark}`,
    minutes: `compte-rendu-${mark}`,
    comment: `commentaire-${mark}`,
  }
}
type Markers = ReturnType<typeof markers>

/** A file that the jury has decided on, in a scale whose words are the markers. */
function aDecidedFile(marked: Markers) {
  const { year, files } = aClosedEdition(1)
  const [file] = files
  if (!file) throw new Error('a file was made')
  const juror = aJuror()
  const organiser = anOrganiser()
  withDatabase(({ db, now }) => {
    const { level, mention, feedback, minutes, comment } = marked
    const at = now.toISOString()
    const levels = [{ value: level, fr: level, en: level }]
    // The words of a scale are public: its name tells nothing of what was given in it.
    const slug = `essai-${randomUUID().slice(0, 8)}`
    db.insert(scheme).values({ slug, nameFr: 'Échelle', nameEn: 'Scale', levels }).run()
    db.update(edition).set({ scheme: slug }).where(eq(edition.year, year)).run()
    const mentions = [{ fr: mention, en: mention }]
    db.insert(juryDecision)
      .values({ applicationId: file.id, level, mentions, feedback, minutes, decidedAt: at })
      .run()
    const userId = String(
      db.$client.prepare('SELECT id FROM user WHERE email = ?').pluck().get(juror),
    )
    db.insert(juryScore)
      .values({
        applicationId: file.id,
        userId,
        axis: 'strategie',
        score: 4,
        comment,
        updatedAt: at,
      })
      .run()
    db.update(application).set({ state: 'deliberated' }).where(eq(application.id, file.id)).run()
  })
  asUser(organiser, (context) => confirmResults(context, { year, without: false }))
  return { year, ...file, organiser }
}

/** All that anyone can read without signing in, with what a reader of this edition would look at. */
const addressesOf = (year: number, { key }: Commune, marked: Markers): string[] => {
  const pages = [
    ...PAGES,
    `/label/${year}`,
    `/label/${year}/criteres`,
    `/label/${year}/laureats/${key}`,
    `/collectivites/${key}`,
    `/logiciels?q=${marked.level}`,
    `/collectivites?q=${marked.mention}`,
  ]
  return [
    ...pages.flatMap((address) => [address, inLocale('en', address)]),
    `/label/${year}/laureats/${key}/badge.svg`,
    `/api/v1/search?q=${marked.level}`,
    `/api/v1/label/grids/${year}`,
    `/api/v1/label/credentials/${year}/${key}`,
    '/api/openapi.json',
    '/api/health',
    '/sitemap.xml',
    '/robots.txt',
  ]
}

/** Which of the markers are read at which address; an address that repeats a search is not blamed. */
async function foundBy(page: Page, addresses: readonly string[], marked: Markers) {
  const found: string[] = []
  for (const address of addresses) {
    const text = await (await page.request.get(ACCOUNTS + address)).text()
    for (const [what, mark] of Object.entries(marked))
      if (text.includes(mark) && !address.includes(mark)) found.push(`${what} at ${address}`)
  }
  return found
}

test('[LEAK-01] nothing of a decision is read before its date: pages, API, search, mails', async ({
  page,
}) => {
  const marked = markers()
  const { year, id, commune, responsible, organiser } = aDecidedFile(marked)
  const addresses = addressesOf(year, commune, marked)
  const read = () => foundBy(page, addresses, marked)
  const wordsOfMails = async () => JSON.stringify(await mailsTo(responsible))

  expect(await read(), 'before the announcement').toEqual([])

  moveDates(year, { announces: -0.001, publishes: 1 })
  await expect.poll(() => stateOf(id), { timeout: 20_000 }).toBe('announced')
  expect(await read(), 'announced to the candidate alone').toEqual([])
  await expect.poll(wordsOfMails, { timeout: 15_000 }).toContain(String(year))
  for (const mark of Object.values(marked)) expect(await wordsOfMails()).not.toContain(mark)

  // The log of what was done is read by administrators, who are not of the jury.
  const log = withDatabase(({ db }) =>
    JSON.stringify(db.$client.prepare('SELECT detail FROM audit_entry').all()),
  )
  for (const mark of Object.values(marked)) expect(log).not.toContain(mark)
  expect(organiser).not.toBe('')

  moveDates(year, { announces: -1, publishes: -0.001 })
  await expect.poll(() => stateOf(id), { timeout: 20_000 }).toBe('published')
  const published = await read()
  for (const address of [`/label/${year}`, `/collectivites/${commune.key}`]) {
    expect(published).toContain(`level at ${address}`)
    expect(published).toContain(`mention at ${address}`)
  }
  expect(published.filter((line) => !/^(level|mention) /.test(line))).toEqual([])
})

test('[LEAK-02] the candidate reads its result from the announcement on', async ({ page }) => {
  const marked = markers()
  const { year, id, commune } = aDecidedFile(marked)
  const member = someone('candidature.example.fr')
  makeMember(commune.key, member)
  const dossier = `/espace/collectivites/${commune.key}/label/${year}`
  await signIn(page, member, '/espace')
  await page.goto(dossier)
  await expect(page.getByRole('main')).not.toContainText(marked.level)
  await expect(page.getByRole('main')).not.toContainText(marked.feedback)
  moveDates(year, { announces: -0.001, publishes: 1 })
  await expect.poll(() => stateOf(id), { timeout: 20_000 }).toBe('announced')
  await page.goto(dossier)
  const result = page.getByRole('region', { name: 'Le résultat du jury' })
  await expect(result).toContainText(marked.level)
  await expect(result).toContainText(marked.feedback)
  await expect(page.getByRole('main')).not.toContainText(marked.minutes)
})
