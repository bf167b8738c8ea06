import { requestContext } from '#app/_request/context.ts'
import { problem } from '#app/_request/problem.ts'
import { messages } from '#components/i18n/messages.ts'
import { getImport, listImportErrors } from '#lib/adoptions/import-queries.ts'
import { DomainError, NotFound, SignInNeeded } from '#lib/errors.ts'
import { writeCsv } from '#lib/importers/lists/write-csv.ts'

type Props = { params: Promise<{ locale: string; id: string }> }

/** The lines of a list that say nothing that can be recorded, and why, as a file to correct. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { locale, id } = await params
  const { imports: t } = messages(locale === 'en' ? 'en' : 'fr')
  const context = await requestContext()
  try {
    const lines = listImportErrors(context, Number(id))
    const { fileName } = getImport(context, Number(id))
    const why: Record<string, string> = t.certainty
    const { line, said, result, why: because, file } = t.errorFile
    const text = writeCsv([
      [line, said, result, because],
      ...lines.map((item) => [
        String(item.line),
        item.label,
        t.statuses[item.status].one,
        item.status === 'ambiguous' ? t.certainty.several : (why[item.certainty] ?? ''),
      ]),
    ])
    const name = `${file}-${fileName.replace(/\.\w+$/, '').replace(/[^\w-]+/g, '-') || id}.csv`
    return new Response(text, {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${name}"`,
        'Cache-Control': 'no-store',
      },
    })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const status = error instanceof SignInNeeded ? 401 : error instanceof NotFound ? 404 : 403
    return problem(status, locale === 'en' ? error.en : error.message)
  }
}
