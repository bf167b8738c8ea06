import { attachment } from '#app/_request/attachment.ts'
import { requestContext } from '#app/_request/context.ts'
import { problem } from '#app/_request/problem.ts'
import { documentFolder, readKept } from '#lib/applications/documents/folder.ts'
import { getDocument } from '#lib/applications/queries.ts'
import { currentSettings } from '#lib/current-settings.ts'
import { DomainError } from '#lib/errors.ts'

type Props = { params: Promise<{ id: string }> }

/** A document of a dossier. To whoever may not read it, there is none: numbers can be guessed. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { id } = await params
  const context = await requestContext()
  try {
    const file = getDocument(context, /^\d{1,15}$/.test(id) ? Number(id) : 0)
    const bytes = readKept(documentFolder(currentSettings().dataFolder), file.storedAs)
    return bytes ? attachment(new Uint8Array(bytes), file) : gone()
  } catch (error) {
    if (error instanceof DomainError) return gone()
    throw error
  }
}

const gone = () => problem(404, 'Ce justificatif n’existe pas, ou plus.')
