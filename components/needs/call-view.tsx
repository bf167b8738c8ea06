import { colon, counted, formatDate, formatEuros } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { callPath, needPath, pathTo, softwarePath } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import type { CallView as Call } from '#lib/needs/schema.ts'
import { amountWords } from './reach-words.ts'
import { SupportTable } from './support-table.tsx'

/** A call for pooling: what it pays for, who leads it, who takes part, and what came of it. */
export function CallView({ locale, item, act }: { locale: Locale; item: Call; act: boolean }) {
  const t = messages(locale).needs
  const language = item.need.language
  const parts = counted(locale, item.reach.organisations, t.call.parts.one, t.call.parts.many)
  const amount = amountWords(locale, item.reach, true)
  return (
    <article>
      <Breadcrumb
        locale={locale}
        trail={[
          { label: t.title, href: pathTo(locale, '/besoins') },
          { label: item.need.title, href: needPath(locale, item.need.id) },
        ]}
      />
      <h1 lang={language}>{item.title}</h1>
      <p className="lead mt-2">
        {t.call.kind + colon(locale) + t.call.states[item.state].toLowerCase()}
        {' · '}
        {amount === '' ? parts : `${parts} · ${amount}`}
      </p>
      <p className="mt-1">
        {t.call.lead(item.lead.name)} <Deadline locale={locale} item={item} />
      </p>
      <Target locale={locale} item={item} />
      <Outcome locale={locale} item={item} />
      <section aria-labelledby="what" className="mt-8">
        <h2 id="what">{t.call.what}</h2>
        <p
          className="mt-3 max-w-prose whitespace-pre-line [overflow-wrap:anywhere]"
          lang={language}
        >
          {item.body}
        </p>
      </section>
      <Specification locale={locale} item={item} />
      <section aria-labelledby="who" className="mt-10">
        <h2 id="who">{t.call.who}</h2>
        <SupportTable
          locale={locale}
          caption={t.call.whoCaption(item.title)}
          amount={t.columns.part}
          items={item.parts}
        />
        <p className="mt-2 max-w-prose text-[0.95rem] text-muted">{t.call.notBinding}</p>
      </section>
      <section aria-labelledby="next" className="panel no-print mt-12 bg-soft">
        <h2 id="next" className="text-xl">
          {t.next}
        </h2>
        <ul className="mt-3 flex flex-wrap gap-3">
          {act ? (
            <li>
              <Link
                className={item.takesParts ? 'button' : 'button button-quiet'}
                href={pathTo(locale, `/espace/besoins/${item.need.id}/appels/${item.id}`)}
              >
                {item.takesParts ? t.joinCall : t.call.manage}
              </Link>
            </li>
          ) : null}
          <li>
            <Link className="button button-quiet" href={needPath(locale, item.need.id)}>
              {t.call.need}
            </Link>
          </li>
        </ul>
      </section>
    </article>
  )
}

function Deadline({ locale, item }: { locale: Locale; item: Call }) {
  const t = messages(locale).needs.call
  if (item.deadline === '') return item.state === 'open' ? null : t.over
  const day = formatDate(locale, item.deadline)
  return item.takesParts ? t.until(day) : t.ended(day)
}

function Target({ locale, item }: { locale: Locale; item: Call }) {
  if (item.target === null || item.target === 0) return null
  const t = messages(locale).needs.call
  const share = new Intl.NumberFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { style: 'percent' })
  return (
    <p className="mt-1">
      {t.target(formatEuros(locale, item.target))}{' '}
      {item.reach.amounts === 0 ? null : t.reached(share.format(item.reach.amount / item.target))}
    </p>
  )
}

function Outcome({ locale, item }: { locale: Locale; item: Call }) {
  const t = messages(locale).needs.call
  if (item.outcome === '' && item.outcomeUrl === '' && item.software === null) return null
  return (
    <section aria-labelledby="outcome" className="panel mt-6 max-w-3xl">
      <h2 id="outcome" className="text-xl">
        {t.outcome}
      </h2>
      <p className="mt-2 whitespace-pre-line [overflow-wrap:anywhere]" lang={item.need.language}>
        {item.outcome}
      </p>
      {item.outcomeUrl === '' ? null : (
        <p className="mt-2">
          <a className="link" href={item.outcomeUrl} rel="nofollow noopener">
            {t.outcomeLink}
          </a>
        </p>
      )}
      {item.software === null ? null : (
        <p className="mt-2">
          {t.software + colon(locale)}
          <Link className="link" href={softwarePath(locale, item.software.slug)}>
            {item.software.name}
          </Link>
        </p>
      )}
    </section>
  )
}

function Specification({ locale, item }: { locale: Locale; item: Call }) {
  const t = messages(locale).needs.call
  const { url, fileName } = item.specification
  return (
    <section aria-labelledby="specification" className="mt-8">
      <h2 id="specification">{t.specification}</h2>
      {url === '' && fileName === '' ? (
        <p className="mt-3 text-muted">{t.specificationNone}</p>
      ) : null}
      <ul className="mt-3 space-y-2">
        {url === '' ? null : (
          <li>
            <a className="link" href={url} rel="nofollow noopener">
              {t.specificationAt}
            </a>
          </li>
        )}
        {fileName === '' ? null : (
          <li>
            {/* A file to save, not a page of the site. */}
            <a
              className="link"
              href={`${callPath(locale, item.need.id, item.id)}/cahier-des-charges`}
            >
              {t.specificationFile(fileName)}
            </a>
          </li>
        )}
      </ul>
    </section>
  )
}
