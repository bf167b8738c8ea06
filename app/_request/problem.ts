/** An answer that says what is wrong, for programs (RFC 9457, problem details). */
export function problem(
  status: number,
  title: string,
  extra: { detail?: string; errors?: ReadonlyArray<{ parameter: string; detail: string }> } = {},
): Response {
  return Response.json(
    { type: 'about:blank', title, status, ...extra },
    {
      status,
      headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' },
    },
  )
}
