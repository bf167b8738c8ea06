/**
 * Our own drawing of the départements as a map of equal tiles: every one weighs the same to the eye,
 * Paris as the Landes, Guyane as Corse. One line a row of the map, a dot where there is none.
 */
const DRAWING = `
.. .. .. .. .. 62 80 59 .. .. .. ..
.. .. .. .. 76 95 60 02 08 55 .. ..
.. .. 50 14 27 92 75 93 51 54 57 ..
29 22 35 61 28 78 94 77 10 52 88 67
.. 56 53 72 41 91 45 89 21 70 90 68
.. .. 44 49 37 36 18 58 71 39 25 ..
.. .. 85 79 86 87 23 03 69 01 74 ..
.. .. .. 17 16 19 15 63 42 38 73 ..
.. .. .. 33 24 46 12 43 07 26 05 ..
.. .. .. 40 47 82 81 48 30 84 04 06
.. .. .. 64 32 31 11 34 13 83 .. ..
.. .. .. .. 65 09 66 .. .. .. .. 2B
.. .. .. .. .. .. .. .. .. .. .. 2A
`

/** The five overseas départements stand in a row of their own, under the mainland. */
const OVERSEAS = ['971', '972', '973', '974', '976']

export interface Tile {
  code: string
  column: number
  row: number
}

export const TILES: readonly Tile[] = [
  ...DRAWING.trim()
    .split('\n')
    .flatMap((line, row) =>
      line.split(' ').flatMap((code, column) => (code === '..' ? [] : { code, column, row })),
    ),
  ...OVERSEAS.map((code, index) => ({ code, column: index * 1.2, row: 12.6 })),
]

export const COLUMNS = 12
export const ROWS = 13.6
