import { attachment } from '#app/_request/attachment.ts'
import { requestContext } from '#app/_request/context.ts'
import { problem } from '#app/_request/problem.ts'
import { dossierFileName, dossierOdt } from '#lib/applications/export/odt.ts'
import { dossierPdf } from '#lib/applications/export/pdf.ts'
import { readFile, readSnapshotBytes } from '#lib/applications/queries.ts'
import { DomainError } from '#lib/errors.ts'

type Props = { params: Promise<{ id: string; format: string }> }

/** A dossier as a file that one could send elsewhere: PDF, ODT, or the very bytes that were submitted. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { id, format } = await params
  const asked = new URL(request.url).searchParams
  const locale = asked.get('langue') === 'en' ? 'en' : 'fr'
  const context = await requestContext()
  const application = /^\d{1,15}$/.test(id) ? Number(id) : 0
  try {
    if (format === 'json') {
      const bytes = readSnapshotBytes(context, application)
      return attachment(bytes, {
        fileName: `candidature-${application}.json`,
        mediaType: 'application/json',
      })
    }
    if (format !== 'pdf' && format !== 'odt') return gone()
    const file = readFile(context, application, { draft: asked.get('brouillon') === 'oui' })
    const name = dossierFileName(file)
    if (format === 'odt') {
      return attachment(dossierOdt(file, locale), {
        fileName: `${name}.odt`,
        mediaType: 'application/vnd.oasis.opendocument.text',
      })
    }
    return attachment(await dossierPdf(file, locale), {
      fileName: `${name}.pdf`,
      mediaType: 'application/pdf',
    })
  } catch (error) {
    if (error instanceof DomainError) return gone()
    throw error
  }
}

const gone = () => problem(404, 'Cette candidature n’existe pas, ou ne vous est pas ouverte.')
