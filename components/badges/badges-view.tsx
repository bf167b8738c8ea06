import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo, softwarePath } from '#components/i18n/paths.ts'
import { EmbedCode } from '#components/label/embed-code.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import type { BadgeKind } from '#lib/badges/schema.ts'

const FORMS = ['markdown', 'html', 'asciidoc'] as const

export interface ShownBadge {
  kind: BadgeKind
  alt: string
  known: boolean
  width: number
  image: string
  /** The page of the rows behind it. */
  rows: string
  codes: Record<(typeof FORMS)[number], string>
}

/** The badges of an entry, and what to paste into a README for each. */
export function BadgesView({
  locale,
  item,
  badges,
}: {
  locale: Locale
  item: { slug: string; name: string }
  badges: readonly ShownBadge[]
}) {
  const { readmeBadges: t, badges: copying, software } = messages(locale)
  const texts = { copy: copying.copy, copied: copying.copied, copyFailed: copying.copyFailed }
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[
          { label: software.heading, href: pathTo(locale, '/logiciels') },
          { label: item.name, href: softwarePath(locale, item.slug) },
        ]}
      />
      <h1>{t.heading(item.name)}</h1>
      <p className="lead mt-2">{t.lead}</p>
      {badges.map(({ kind, alt, known, width, image, rows, codes }) => (
        <section key={kind} aria-labelledby={kind} className="mt-10">
          <h2 id={kind}>{t.kinds[kind].name}</h2>
          <p className="mt-1 max-w-prose text-muted">{t.kinds[kind].what}</p>
          {/* biome-ignore lint/performance/noImgElement: an SVG of ours, which needs no optimising. */}
          <img src={image} width={width} height={20} alt={alt} className="mt-3 h-auto max-w-full" />
          <p className="mt-2">
            {known ? null : `${t.nothingYet} `}
            <Link className="link" href={rows}>
              {t.kinds[kind].rows}
            </Link>
          </p>
          <div className="no-print mt-4 grid gap-6 lg:grid-cols-3">
            {FORMS.map((form) => (
              <EmbedCode
                key={form}
                id={`${kind}-${form}`}
                code={codes[form]}
                label={t.forms[form].label(t.kinds[kind].name)}
                hint={t.forms[form].hint}
                texts={texts}
              />
            ))}
          </div>
        </section>
      ))}
      <section aria-labelledby="good" className="mt-12 max-w-prose">
        <h2 id="good">{t.goodToKnow}</h2>
        <ul className="mt-2 grid list-disc gap-1 pl-5">
          {t.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </section>
      <p className="no-print mt-8">
        <Link className="link" href={softwarePath(locale, item.slug)}>
          {t.back(item.name)}
        </Link>
      </p>
    </>
  )
}
