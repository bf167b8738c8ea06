import { healthOf, REAL } from './addresses.ts'

// The demonstration's service starts once the real one answers: both would build the same pages at the
// same time otherwise. It gives up no sooner than Playwright, which stops it.
for (;;) {
  const answer = await fetch(healthOf(REAL)).catch(() => undefined)
  if (answer?.ok) break
  await new Promise((resolve) => setTimeout(resolve, 250))
}
process.argv.push('--demo')
await import('../lib/cli/up.ts')
