import { requestContext } from '#app/_request/context.ts'
import { problem } from '#app/_request/problem.ts'
import { myData } from '#lib/accounts/my-account.ts'

/** All that the service holds about whoever is signed in, as a file. */
export async function GET() {
  const context = await requestContext()
  if (context.actor.kind !== 'user') return problem(401, 'Sign in first')
  return new Response(`${JSON.stringify(myData(context), null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="mutualibre-mes-donnees.json"',
      'Cache-Control': 'no-store',
    },
  })
}
