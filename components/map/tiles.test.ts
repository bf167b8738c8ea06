import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { COLUMNS, ROWS, TILES } from './tiles.ts'

/** The départements as INSEE publishes them: those of the mainland and the five overseas. */
function departements(): string[] {
  const file = createRequire(import.meta.url).resolve(
    '@etalab/decoupage-administratif/data/departements.json',
  )
  const all = JSON.parse(readFileSync(file, 'utf8')) as Array<{ code: string; zone: string }>
  return all.filter(({ zone }) => zone !== 'com').map(({ code }) => code)
}

const place = (code: string) => {
  const tile = TILES.find((item) => item.code === code)
  if (!tile) throw new Error(`no tile for ${code}`)
  return tile
}

describe('the map of tiles', () => {
  it('has the 101 départements, each once', () => {
    const codes = TILES.map((tile) => tile.code)

    expect(codes).toHaveLength(101)
    expect([...codes].sort()).toEqual(departements().sort())
  })

  it('has no two tiles in one place, nor one over another', () => {
    const overlapping = TILES.flatMap((a, n) =>
      TILES.slice(n + 1)
        .filter((b) => Math.abs(a.column - b.column) < 1 && Math.abs(a.row - b.row) < 1)
        .map((b) => `${a.code} and ${b.code}`),
    )

    expect(overlapping).toEqual([])
  })

  it('has none outside the drawing', () => {
    const outside = TILES.filter(
      ({ column, row }) => column < 0 || row < 0 || column + 1 > COLUMNS || row + 1 > ROWS,
    )

    expect(outside).toEqual([])
  })

  it('shows the North above the South, and the West left of the East', () => {
    expect(place('59').row).toBeLessThan(place('66').row)
    expect(place('75').row).toBeLessThan(place('13').row)
    expect(place('29').column).toBeLessThan(place('67').column)
    expect(place('33').column).toBeLessThan(place('06').column)
  })
})
