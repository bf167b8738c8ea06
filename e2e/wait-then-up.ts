import { healthOf, REAL } from './addresses.ts'

// A service that starts once the real one answers: both would build the same pages at the same time
// otherwise. What it is told on its command line it tells `npm run up`. It gives up no sooner than
// Playwright, which stops it.
for (;;) {
  const answer = await fetch(healthOf(REAL)).catch(() => undefined)
  if (answer?.ok) break
  await new Promise((resolve) => setTimeout(resolve, 250))
}
await import('../lib/cli/up.ts')
