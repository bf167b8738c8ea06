import { z } from 'zod'
import { requestContext } from '#app/_request/context.ts'
import { problem } from '#app/_request/problem.ts'
import { saveAnswer } from '#lib/applications/commands/save-answer.ts'
import { DomainError } from '#lib/errors.ts'

const answer = z.object({
  application: z.number().int(),
  criterion: z.string(),
  revision: z.number().int(),
  typed: z.record(z.string(), z.string()),
})

/**
 * Takes the last words of a page that is being closed, which waits for no answer. What is refused here is
 * still in its browser, and is offered again there.
 */
export async function POST(request: Request): Promise<Response> {
  const context = await requestContext()
  if (context.actor.kind !== 'user') return problem(401, 'Sign in first')
  try {
    const sent = (await request.formData()).get('answer')
    saveAnswer(context, answer.parse(JSON.parse(typeof sent === 'string' ? sent : '')))
    return new Response(null, { status: 204 })
  } catch (error) {
    if (error instanceof DomainError) return problem(409, error.message)
    if (error instanceof z.ZodError || error instanceof SyntaxError || error instanceof TypeError) {
      return problem(400, 'This answer cannot be read')
    }
    throw error
  }
}
