import { signIn, someone } from './accounts.ts'
import { ACCOUNTS } from './addresses.ts'
import { expect, test } from './fixtures.ts'

test.use({ baseURL: ACCOUNTS })

for (const javaScriptEnabled of [true, false]) {
  test.describe(`[ACC-01] an agent signs in by mail, ${javaScriptEnabled ? 'with' : 'without'} scripts`, () => {
    test.use({ javaScriptEnabled })
    test('from the form to her space', async ({ page }) => {
      await signIn(page, someone())
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mon espace')
    })
  })
}
