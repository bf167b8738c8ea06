import { randomInt } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { application } from '#db/schema/applications.ts'
import { edition } from '#db/schema/label.ts'
import { aSubmittedApplication } from '#lib/testing/jury.ts'
import { anOpenEdition } from '#lib/testing/label.ts'
import { makeMember, makeRole, signIn, someone } from './accounts.ts'
import { expect, type Page } from './fixtures.ts'
import { aCommune, type Commune, withDatabase } from './moderation.ts'

const DAY = 86_400_000
const days = (n: number) => new Date(Date.now() + n * DAY).toISOString()

export interface File {
  id: number
  commune: Commune
  /** Who is in charge of it, and reads its mails. */
  responsible: string
}

/** An edition of its own for a test: closed since yesterday, with dossiers that wait for their jury. */
export function aClosedEdition(files: number): { year: number; files: File[] } {
  const year = randomInt(2_100, 9_000)
  const communes = Array.from({ length: files }, aCommune)
  return withDatabase((context) => {
    anOpenEdition(context, {
      year,
      opensAt: days(-60),
      closesAt: days(-1),
      juryAt: days(5),
      announcesAt: days(10),
      publishesAt: days(20),
    })
    return {
      year,
      files: communes.map((commune) => {
        const responsible = someone('candidature.example.fr')
        const row = { responsibleEmail: responsible, electedEmail: someone('elus.example.fr') }
        const id = aSubmittedApplication(context, { year, organisationId: commune.id, row })
        return { id, commune, responsible }
      }),
    }
  })
}

/** Moves the dates of an edition, as its organiser may. */
export function moveDates(year: number, dates: { announces: number; publishes: number }): void {
  withDatabase(({ db }) =>
    db
      .update(edition)
      .set({ announcesAt: days(dates.announces), publishesAt: days(dates.publishes) })
      .where(eq(edition.year, year))
      .run(),
  )
}

export const stateOf = (id: number): string | undefined =>
  withDatabase(({ db }) => db.select().from(application).where(eq(application.id, id)).get()?.state)

export function aJuror(memberOf?: Commune): string {
  const email = someone('jury.example.fr')
  makeRole(email, 'juror')
  if (memberOf) makeMember(memberOf.key, email)
  return email
}

export function anOrganiser(): string {
  const email = someone('label.example.fr')
  makeRole(email, 'label-organiser')
  return email
}

export const filesPage = (year: number) => `/espace/label/millesimes/${year}/candidatures`

/** Signs in as someone else in the same browser. */
export async function become(page: Page, email: string, next: string): Promise<void> {
  await page.context().clearCookies()
  await signIn(page, email, next)
}

/** A juror scores every axis of a file and says that this is all. */
export async function assess(page: Page, file: File, comment: string): Promise<void> {
  await page.goto(`/espace/jury/${file.id}`)
  for (const score of await page.getByRole('combobox', { name: /^Note de l’axe/ }).all())
    await score.selectOption('3')
  for (const box of await page.getByRole('textbox', { name: /^Commentaire sur/ }).all())
    await box.fill(comment)
  await page.getByRole('button', { name: 'Terminer mon évaluation' }).click()
  await expect(page).toHaveURL(/fait=termine/)
}
