import { expect, type Locator, type Page } from './fixtures.ts'

/** The first number of a text, whatever separates its thousands in either language. */
export function numberIn(text: string): number {
  const digits = text.match(/\d[\d\s,]*/)?.[0].replace(/\D/g, '')
  if (!digits) throw new Error(`no number in “${text}”`)
  return Number(digits)
}

/** The rows of a table that hold data. */
export const bodyRows = (table: Locator) =>
  table.getByRole('row').filter({ has: table.page().getByRole('rowheader') })

/** The number that the heading of the results announces. */
export async function announcedCount(page: Page): Promise<number> {
  const heading = page.getByRole('main').getByRole('heading', { level: 2, name: /^\d/ })
  return numberIn((await heading.textContent()) ?? '')
}

/** The names of the software listed, in the order of the page. */
export const listedSoftware = (page: Page) =>
  page.getByRole('article').getByRole('heading', { level: 3 })

/** The field of the catalogue's search: a combobox where scripts run, a plain search field elsewhere. */
export const searchField = (scope: Locator) => scope.getByRole('search').locator('input[name=q]')

/** Types into the search of the page itself (the header has one too) and asks. */
export async function searchFor(page: Page, text: string): Promise<void> {
  const box = searchField(page.getByRole('main'))
  await box.fill(text)
  await box.press('Enter')
}

/** A part that folds away, by its title: other parts may hold the same word among their values. */
export function foldedPart(scope: Page | Locator, title: string): Locator {
  const page = 'page' in scope ? scope.page() : scope
  const named = page.locator('summary').filter({ hasText: new RegExp(`^${title}$`) })
  return scope.getByRole('group').filter({ has: named }).first()
}

/** Opens a folded part by its title. A part that stands open already is left as it is. */
export async function unfold(scope: Page | Locator, title: string): Promise<void> {
  const part = foldedPart(scope, title)
  if ((await part.getAttribute('open')) === null) await part.getByText(title).first().click()
  await expect(part).toHaveAttribute('open')
}
