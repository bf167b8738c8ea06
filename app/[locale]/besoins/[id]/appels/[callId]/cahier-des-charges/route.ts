import { attachment } from '#app/_request/attachment.ts'
import { requestContext } from '#app/_request/context.ts'
import { problem } from '#app/_request/problem.ts'
import { readKept } from '#lib/applications/documents/folder.ts'
import { kindOfName } from '#lib/applications/rules/document-kinds.ts'
import { currentSettings } from '#lib/current-settings.ts'
import { specificationOf } from '#lib/needs/queries.ts'
import { rowNumber } from '#lib/needs/schema.ts'
import { specificationFolder } from '#lib/needs/specification-folder.ts'

type Props = { params: Promise<{ id: string; callId: string }> }

/** The file of a call's specification, for everyone. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { id, callId } = await params
  const file = specificationOf(await requestContext(), rowNumber(id), rowNumber(callId))
  const bytes = file && readKept(specificationFolder(currentSettings().dataFolder), file.storedAs)
  if (!file || !bytes) return problem(404, 'Ce cahier des charges n’existe pas, ou plus.')
  return attachment(new Uint8Array(bytes), {
    fileName: file.fileName,
    mediaType: kindOfName(file.fileName) ?? 'application/octet-stream',
  })
}
