import { readFileSync } from 'node:fs'
import { ownNetwork } from './accounts.ts'
import { expect, test } from './fixtures.ts'

/** A file of the French dialect, as the wild has them. */
const DIALECT = `publiccodeYmlVersion: "0.2"
# Notre commentaire.
name: Essai
url: https://forge.example.org/essai
creationDate: 2020-01-01
legal:
  license: mit
`

test('a publisher mends a pasted file, line by line, and saves it', async ({ page }) => {
  await page.goto('/publiccode')
  await page.getByLabel('Texte du fichier', { exact: true }).fill(DIALECT)
  const verdict = page.getByText(/^Non valide/)
  await expect(verdict).toContainText('erreurs')
  // A finding leads to its line.
  await page
    .getByRole('button', { name: /^Ligne 5/ })
    .first()
    .click()
  const selected = await page
    .getByLabel('Texte du fichier', { exact: true })
    .evaluate((box: HTMLTextAreaElement) => box.value.slice(box.selectionStart, box.selectionEnd))
  expect(selected).toBe('creationDate: 2020-01-01')
  await page.getByRole('button', { name: 'Mettre le texte corrigé à la place' }).click()
  const text = page.getByLabel('Texte du fichier', { exact: true })
  await expect(text).toHaveValue(/# creationDate: 2020-01-01/)
  await expect(text).toHaveValue(/# Notre commentaire\./)
  // A field writes into the text, and its finding goes.
  await expect(page.getByText('developmentStatus', { exact: true })).toBeVisible()
  await page.getByLabel('État (developmentStatus)').selectOption('stable')
  await expect(text).toHaveValue(/^developmentStatus: stable$/m)
  await expect(page.getByText('developmentStatus', { exact: true })).toHaveCount(0)
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Télécharger le fichier', exact: true }).click(),
  ])
  expect(saved.suggestedFilename()).toBe('publiccode.yml')
  expect(readFileSync(await saved.path(), 'utf8')).toContain('developmentStatus: stable')
})

test.describe('Without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the service checks and mends an uploaded file, and keeps nothing', async ({ page }) => {
    await ownNetwork(page)
    await page.goto('/en/publiccode')
    await page.getByLabel('Or open a file').setInputFiles({
      name: 'publiccode.yml',
      mimeType: 'application/yaml',
      buffer: Buffer.from(DIALECT),
    })
    await page.getByRole('button', { name: 'Check the text' }).click()
    await expect(page.getByText(/^Not valid:/)).toBeVisible()
    await expect(page.getByText('Line 5').first()).toBeVisible()
    await page.getByRole('button', { name: 'Put the corrected text in place' }).click()
    await expect(page.getByLabel('Text of the file', { exact: true })).toHaveValue(/# creationDate/)
    await page.getByLabel('Status (developmentStatus)').selectOption('beta')
    await page.getByRole('button', { name: 'Write the fields into the text, and check' }).click()
    await expect(page.getByLabel('Text of the file', { exact: true })).toHaveValue(
      /^developmentStatus: beta$/m,
    )
  })
})
