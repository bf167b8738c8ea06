import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { startPage } from '#app/_request/context.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { MailsView } from '#components/accounts/mails-view.tsx'
import { currentSettings } from '#lib/current-settings.ts'
import { mailFolder, mailsGoNowhere } from '#lib/env.ts'
import { readMailFolder } from '#lib/mail/folder.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { locale, t } = await startPage()
  return pageMetadata(locale, '/courriels', { title: t.accounts.mails.title, noIndex: true })
}

/** What a service of one's own machine would have sent. As soon as others can reach it, there is no such page. */
export default async function MailsPage() {
  const { locale } = await startPage()
  const settings = currentSettings()
  if (!mailsGoNowhere(settings)) notFound()
  return <MailsView locale={locale} mails={readMailFolder(mailFolder(settings))} />
}
