import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'

/** Where the page stands; the page itself is its heading, so it is not repeated here. */
export function Breadcrumb({
  locale,
  trail,
}: {
  locale: Locale
  trail: ReadonlyArray<{ label: string; href: string }>
}) {
  const t = messages(locale).common
  return (
    <nav aria-label={t.breadcrumb} className="no-print mb-4 text-[0.95rem]">
      <ol className="flex flex-wrap gap-x-2">
        {[{ label: t.home, href: pathTo(locale, '/') }, ...trail].map((step) => (
          <li
            key={step.href}
            className="not-last:after:ml-2 not-last:after:text-muted not-last:after:content-['/']"
          >
            <Link className="link" href={step.href}>
              {step.label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
