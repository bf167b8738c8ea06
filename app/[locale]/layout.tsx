import type { Metadata, Viewport } from 'next'
import localFont from 'next/font/local'
import type { ReactNode } from 'react'
import { signInEnabled } from '#app/_request/auth.ts'
import { startPage } from '#app/_request/context.ts'
import { SiteFooter } from '#components/layout/site-footer.tsx'
import { SiteHeader } from '#components/layout/site-header.tsx'
import { currentSettings } from '#lib/current-settings.ts'
import { readDataset } from '#lib/meta.ts'
import '../globals.css'

const text = localFont({
  variable: '--font-text',
  display: 'swap',
  src: [
    {
      path: '../../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
      weight: '200 800',
    },
  ],
})

export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await startPage()
  return {
    metadataBase: new URL(currentSettings().siteUrl),
    title: { default: t.home.title, template: `%s · ${t.common.siteName}` },
    description: t.home.description,
  }
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { context, locale, t } = await startPage()
  const dataset = readDataset(context.db)
  const signedIn = context.actor.kind === 'user' ? 'user' : 'visitor'
  const account = signInEnabled() ? signedIn : undefined
  return (
    <html lang={locale} className={text.variable}>
      <body className="flex min-h-dvh flex-col">
        <a href="#contenu" className="skip button">
          {t.common.skip}
        </a>
        {dataset === 'real' ? null : (
          <p role="note" className="bg-warn-soft px-4 py-2 text-center font-semibold text-warn">
            {dataset === 'demo' ? t.common.demoBanner : t.common.benchBanner}
          </p>
        )}
        <SiteHeader locale={locale} account={account} />
        <main id="contenu" tabIndex={-1} className="wrap flex-1 py-8 focus:outline-none">
          {children}
        </main>
        <SiteFooter locale={locale} />
      </body>
    </html>
  )
}
