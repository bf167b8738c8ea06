import { expect, test } from './fixtures.ts'

// A program that searches: the same address as the box in the page.

test.describe('[API-01] GET /api/v1/search', () => {
  test('answers software, organisations and functions, with the facets', async ({ request }) => {
    const answer = await (await request.get('/api/v1/search?q=openelec&limit=3')).json()

    expect(answer).toMatchObject({ engine: 'fts5', page: 1, alternativeTo: null })
    expect(answer.software[0]).toMatchObject({
      slug: 'openelec',
      name: 'openElec',
      url: '/logiciels/openelec',
    })
    expect(answer.total).toBeGreaterThan(0)
    expect(answer.took).toBeGreaterThanOrEqual(0)
    expect(answer.facets.groupe).toBeTruthy()
    expect(answer.software.length).toBeLessThanOrEqual(3)
  })

  test('finds a commune and a function beside the software', async ({ request }) => {
    const arles = await (await request.get('/api/v1/search?q=arles')).json()
    const cimetieres = await (await request.get('/api/v1/search?q=cimetieres&lang=en')).json()

    expect(arles.first).toBe('organisations')
    expect(arles.organisations[0]).toMatchObject({
      siren: '211300041',
      name: 'Arles',
      url: '/collectivites/211300041',
    })
    expect(cimetieres.functions[0].url).toMatch(/^\/en\/metiers\//)
  })

  test('takes the facets of the list, and gives the same results', async ({ request, page }) => {
    const filters = 'q=gestion&licence=agpl&plateforme=web'
    const answer = await (await request.get(`/api/v1/search?${filters}&limit=20`)).json()

    await page.goto(`/logiciels?${filters}`)
    const names = await page.locator('#results ~ div article h3').allTextContents()
    expect(answer.software.map((item: { name: string }) => item.name)).toEqual(
      names.map((name) => name.trim()),
    )
  })

  test('without words, lists what is used near a place, nearest first', async ({ request }) => {
    const answer = await (await request.get('/api/v1/search?proche=Arles&limit=50')).json()

    const circles = ['epci', 'departement', 'region']
    const near = answer.software.map((item: { near: string }) => circles.indexOf(item.near))
    expect(answer.engine).toBe('catalogue')
    expect(near[0]).toBe(0)
    expect(near).toEqual([...near].sort())
  })

  for (const [what, query, parameter, sentence] of [
    ['too long a query', `q=${'a'.repeat(201)}`, 'q', '200 caractères au plus'],
    ['too many results', 'q=a&limit=51', 'limit', 'un nombre de 1 à 50'],
    ['what is no number', 'q=a&limit=beaucoup', 'limit', 'un nombre de 1 à 50'],
    ['too deep a page', 'q=a&page=300&limit=50', 'page', 'précisez la recherche'],
    ['an unknown order', 'q=a&tri=hasard', 'tri', 'l’un de : pertinence'],
    [
      'a facet value that is none',
      'q=a&licence=%22%20OR%201',
      'licence',
      'de lettres, de chiffres',
    ],
    ['the same in English', 'q=a&tri=x&lang=en', 'tri', 'takes one of: pertinence'],
  ] as const) {
    test(`refuses ${what} with 400 and a sentence that mends it`, async ({ request }) => {
      const answer = await request.get(`/api/v1/search?${query}`)

      expect(answer.status()).toBe(400)
      expect(answer.headers()['content-type']).toBe('application/problem+json')
      const { errors } = await answer.json()
      expect(errors[0].parameter).toBe(parameter)
      expect(errors[0].detail).toContain(sentence)
    })
  }
})
