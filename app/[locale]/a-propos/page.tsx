import type { Metadata } from 'next'
import { startPage } from '#app/_request/context.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { TextPage } from '#components/layout/text-page.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const { locale, t } = await startPage()
  return pageMetadata(locale, '/a-propos', { title: t.about.title, description: t.about.lead })
}

export default async function Page() {
  const { t } = await startPage()
  return <TextPage text={t.about} />
}
