import { formatDate } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { organisationPath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'

export interface ShownTestimonial {
  id: number
  organisation: { key: string; name: string }
  body: string
  locale: Locale
  date: string
}

/** What organisations that use a software say of it; nothing where none has been published. */
export function TestimonialList({
  locale,
  items,
}: {
  locale: Locale
  items: readonly ShownTestimonial[]
}) {
  if (items.length === 0) return null
  const t = messages(locale).reads.testimonials
  return (
    <section aria-labelledby="testimonials" className="mt-12">
      <h2 id="testimonials">{t.heading}</h2>
      <p className="mt-1 text-[0.95rem] text-muted">{t.lead}</p>
      <ul className="mt-4 grid gap-6 lg:grid-cols-2">
        {items.map((item) => (
          <li key={item.id}>
            <figure className="border-accent border-l-4 pl-4">
              <blockquote lang={item.locale} className="max-w-prose whitespace-pre-line">
                {item.body}
              </blockquote>
              <figcaption className="mt-2 text-[0.95rem] text-muted">
                <Link className="link" href={organisationPath(locale, item.organisation.key)}>
                  {item.organisation.name}
                </Link>
                {t.on(formatDate(locale, item.date))}
              </figcaption>
            </figure>
          </li>
        ))}
      </ul>
    </section>
  )
}
