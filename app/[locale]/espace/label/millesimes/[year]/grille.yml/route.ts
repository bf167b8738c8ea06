import { organiserGrid } from '#app/_request/organiser-grid.ts'

type Props = { params: Promise<{ locale: string; year: string }> }

/** The grid of an edition for its organisers, drafts included. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  return organiserGrid(await params, 'yml')
}
