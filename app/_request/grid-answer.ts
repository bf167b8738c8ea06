import { currentSettings } from '#lib/current-settings.ts'
import { gridAsInput, gridAsJson, gridAsYaml } from '#lib/label/grid-file.ts'
import type { GridView } from '#lib/label/grid-view.ts'

/** A grid as a file to download. */
export function gridAnswer(
  grid: GridView,
  format: 'json' | 'yml',
  headers: Record<string, string> = {},
): Response {
  const input = gridAsInput(grid)
  const schema = `${currentSettings().siteUrl}/api/v1/label/grille.schema.json`
  const [text, type] =
    format === 'json'
      ? [gridAsJson(input), 'application/json; charset=utf-8']
      : [gridAsYaml(input, schema), 'application/yaml; charset=utf-8']
  return new Response(text, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="grille-${grid.key}.${format}"`,
      'Cache-Control': 'no-store',
      ...headers,
    },
  })
}
