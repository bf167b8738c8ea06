import { requestContext } from '#app/_request/context.ts'
import { problem } from '#app/_request/problem.ts'
import { messages } from '#components/i18n/messages.ts'
import { answerWords } from '#components/label/answer-words.ts'
import { DomainError, NotFound, SignInNeeded } from '#lib/errors.ts'
import { labelProgress } from '#lib/evidence/progress.ts'
import { writeCsv } from '#lib/importers/lists/write-csv.ts'

type Props = { params: Promise<{ locale: string; key: string }> }

/** The progress of an organisation as a file: a line a criterion. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { locale: asked, key } = await params
  const locale = asked === 'en' ? 'en' : 'fr'
  const { labelProgress: t } = messages(locale)
  const context = await requestContext()
  const grid = new URL(request.url).searchParams.get('grille') ?? undefined
  try {
    const progress = labelProgress(context, key, grid)
    if (!progress) throw new NotFound('Rien à cette adresse.', 'Nothing at this address.')
    const { axis, criterion, state, value, behind, answer, backed, known } = t.csv
    const text = writeCsv([
      [axis, criterion, 'id', state, value, behind, answer, backed, known],
      ...progress.axes.flatMap(({ name, criteria }) =>
        criteria.map((item) => [
          name[locale],
          item.criterion.label[locale],
          item.criterion.slug,
          t.states[item.state].one,
          item.evidence?.value?.toString() ?? '',
          [...new Set(item.evidence?.items.map(({ software }) => software.name))].join(', '),
          item.answer ? answerWords(locale, item.criterion, item.answer) : '',
          String(item.peers.backed),
          String(progress.peers.known),
        ]),
      ),
    ])
    return new Response(text, {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="label-${progress.grid.key}-${key}.csv"`,
        'Cache-Control': 'no-store',
      },
    })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const status = error instanceof SignInNeeded ? 401 : error instanceof NotFound ? 404 : 403
    return problem(status, locale === 'en' ? error.en : error.message)
  }
}
