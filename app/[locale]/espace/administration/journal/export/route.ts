import { requestContext } from '#app/_request/context.ts'
import { problem } from '#app/_request/problem.ts'
import { auditHead, auditLines } from '#lib/audit-log/export.ts'
import { readAudit } from '#lib/audit-log/queries.ts'
import { auditFilters } from '#lib/audit-log/schema.ts'
import { Forbidden, SignInNeeded } from '#lib/errors.ts'

const TYPES = { csv: 'text/csv; charset=utf-8', jsonl: 'application/x-ndjson; charset=utf-8' }

/** The log, or what a search of it finds, as a file: sent as it is read, a batch at a time. */
export async function GET(request: Request): Promise<Response> {
  const context = await requestContext()
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const format = asked.format === 'jsonl' ? 'jsonl' : 'csv'
  let batches: ReturnType<typeof readAudit>
  try {
    batches = readAudit(context, auditFilters.parse(asked))
  } catch (error) {
    if (error instanceof SignInNeeded) return problem(401, error.message)
    if (error instanceof Forbidden) return problem(403, error.message)
    throw error
  }
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(auditHead(format)))
    },
    pull(controller) {
      const next = batches.next()
      if (next.done) controller.close()
      else controller.enqueue(encoder.encode(auditLines(format, next.value)))
    },
  })
  const day = context.now.toISOString().slice(0, 10)
  return new Response(body, {
    headers: {
      'Content-Type': TYPES[format],
      'Content-Disposition': `attachment; filename="journal-${day}.${format}"`,
      'Cache-Control': 'no-store',
    },
  })
}
