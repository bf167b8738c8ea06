import { colon, formatDate } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo, softwarePath } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import { TestimonialForm } from './testimonial-form.tsx'

interface ShownOwnTestimonials {
  adoption: { id: number; contested: boolean }
  software: { slug: string; name: string }
  organisation: { key: string; name: string }
  written: ReadonlyArray<{
    id: number
    body: string
    locale: Locale
    state: 'waiting' | 'published' | 'refused'
    date: string
    reason: string
  }>
}

/** The page on which an organisation tells of its use: the form, and what it has written already. */
export function WriteTestimonialView({
  locale,
  item,
  sent,
  action,
}: {
  locale: Locale
  item: ShownOwnTestimonials
  sent: boolean
  action: FormAction<string>
}) {
  const t = messages(locale).reads.testimonials.mine
  const use = `/espace/collectivites/${item.organisation.key}/utilisations/${item.adoption.id}`
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[
          {
            label: item.organisation.name,
            href: pathTo(locale, `/espace/collectivites/${item.organisation.key}`),
          },
          { label: item.software.name, href: softwarePath(locale, item.software.slug) },
        ]}
      />
      <h1>{t.heading(item.software.name)}</h1>
      <p className="lead mt-2">{t.lead(item.organisation.name)}</p>
      <p className="mt-2 max-w-prose text-muted">{t.one}</p>
      {sent ? (
        <p role="status" className="panel mt-6 max-w-prose bg-accent-soft font-semibold">
          {t.sent}
        </p>
      ) : null}
      <div className="mt-8 max-w-[40rem]">
        {item.adoption.contested ? (
          <p className="panel bg-warn-soft">{t.contested}</p>
        ) : (
          <TestimonialForm
            locale={locale}
            action={action}
            adoptionId={item.adoption.id}
            address={pathTo(locale, `${use}/temoignage`)}
          />
        )}
      </div>
      {item.written.length === 0 ? null : (
        <section aria-labelledby="written" className="mt-12">
          <h2 id="written">{t.written}</h2>
          <ul className="mt-3 grid max-w-prose gap-4">
            {item.written.map((row) => (
              <li key={row.id} className="border-line border-t pt-3">
                <p className="text-[0.95rem] text-muted">
                  {formatDate(locale, row.date)}
                  {colon(locale)}
                  <strong>{t.states[row.state]}</strong>
                </p>
                <p lang={row.locale} className="mt-1 whitespace-pre-line">
                  {row.body}
                </p>
                {row.reason ? (
                  <p className="mt-1 text-[0.95rem]">
                    {t.reason}
                    {colon(locale)}
                    {row.reason}
                  </p>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="mt-8">
        <Link className="link" href={pathTo(locale, use)}>
          {t.back}
        </Link>
      </p>
    </>
  )
}
