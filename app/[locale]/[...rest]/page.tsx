import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { startPage } from '#app/_request/context.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await startPage()
  return { title: t.notFound.title }
}

/** Every address that no page has: the 404 page of the site, in its language. */
export default function UnknownPage() {
  notFound()
}
