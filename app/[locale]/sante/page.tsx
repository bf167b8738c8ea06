import type { Metadata } from 'next'
import { startPage } from '#app/_request/context.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { HealthView } from '#components/layout/health-view.tsx'
import { readHealth } from '#lib/health.ts'
import { currentSearchSetup } from '#lib/search/current.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { locale, t } = await startPage()
  return pageMetadata(locale, '/sante', { title: t.health.title, noIndex: true })
}

export default async function HealthPage() {
  const { context, locale } = await startPage()
  return <HealthView locale={locale} health={readHealth(context, currentSearchSetup())} />
}
