import { connection } from 'next/server'
import { currentDatabase } from '#lib/database.ts'
import { readHealth } from '#lib/health.ts'
import { currentSearchSetup } from '#lib/search/current.ts'

/** 200 with what the service holds, or 503 when the database does not answer. */
export async function GET(): Promise<Response> {
  await connection()
  const headers = { 'Cache-Control': 'no-store' }
  try {
    return Response.json(readHealth({ db: currentDatabase() }, currentSearchSetup()), { headers })
  } catch {
    return Response.json({ status: 'down' }, { status: 503, headers })
  }
}
