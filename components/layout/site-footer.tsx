import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'

export function SiteFooter({ locale }: { locale: Locale }) {
  const t = messages(locale).common.footer
  const links = [
    ['/publiccode', t.publiccode],
    ['/prestataires', t.providers],
    ['/a-propos', t.about],
    ['/accessibilite', t.accessibility],
    ['/mentions-legales', t.legal],
    ['/sante', t.health],
  ] as const
  return (
    <footer className="mt-16 border-line border-t bg-soft">
      <div className="wrap grid gap-4 py-8 text-[0.95rem]">
        <p className="max-w-2xl">{t.what}</p>
        <nav aria-label={messages(locale).common.footerNavigation}>
          <ul className="flex flex-wrap gap-x-6 gap-y-2">
            {links.map(([path, label]) => (
              <li key={path}>
                <Link className="link inline-flex min-h-6 items-center" href={pathTo(locale, path)}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <p className="text-muted">{t.code}</p>
      </div>
    </footer>
  )
}
