import { colon } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { formatParisDay } from '#components/i18n/paris.ts'
import { callPath, pathTo, softwarePath } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import type { NeedView as Need } from '#lib/needs/schema.ts'
import { NeedSubject } from './need-subject.tsx'
import { amountWords, reachWords } from './reach-words.ts'
import { SupportTable } from './support-table.tsx'

/** A need: what it is, who shares it, the calls that came of it, and what one can do. */
export function NeedView({ locale, item, act }: { locale: Locale; item: Need; act: boolean }) {
  const t = messages(locale).needs
  const space = pathTo(locale, `/espace/besoins/${item.id}`)
  return (
    <article>
      <Breadcrumb locale={locale} trail={[{ label: t.title, href: pathTo(locale, '/besoins') }]} />
      <h1 lang={item.language}>{item.title}</h1>
      <p className="lead mt-2">{reachWords(locale, item.reach)}</p>
      <p className="mt-1">{amountWords(locale, item.reach) || t.noAmount}</p>
      <p className="mt-1 text-muted">
        <NeedSubject locale={locale} subject={item.subject} />
      </p>
      {item.state === 'open' ? null : (
        <section aria-labelledby="became" className="panel mt-6 max-w-3xl">
          <h2 id="became" className="text-xl">
            {t.became + colon(locale) + t.states[item.state].toLowerCase()}
          </h2>
          {item.metBy ? (
            <p className="mt-2">
              {t.metBy + colon(locale)}
              <Link className="link" href={softwarePath(locale, item.metBy.slug)}>
                {item.metBy.name}
              </Link>
            </p>
          ) : null}
          <p className="mt-2 whitespace-pre-line" lang={item.language}>
            {item.outcome}
          </p>
        </section>
      )}
      <section aria-labelledby="what" className="mt-8">
        <h2 id="what">{t.what}</h2>
        <p
          className="mt-3 max-w-prose whitespace-pre-line [overflow-wrap:anywhere]"
          lang={item.language}
        >
          {item.body}
        </p>
        <p className="mt-3 text-muted">
          {t.asked(item.askedBy.name, formatParisDay(locale, item.createdAt))}
        </p>
      </section>
      <section aria-labelledby="calls" className="mt-10">
        <h2 id="calls">{t.callsHeading}</h2>
        {item.calls.length === 0 ? <p className="mt-3 max-w-prose">{t.callsNone}</p> : null}
        <ul className="mt-3 space-y-2">
          {item.calls.map((call) => (
            <li key={call.id}>
              <Link className="link" href={callPath(locale, item.id, call.id)} lang={item.language}>
                {call.title}
              </Link>{' '}
              <span className="tag">{t.call.states[call.state]}</span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="who" className="mt-10">
        <h2 id="who">{t.who}</h2>
        <SupportTable
          locale={locale}
          caption={t.whoCaption(item.title)}
          amount={t.columns.amount}
          items={item.supporters}
        />
      </section>
      <section aria-labelledby="next" className="panel no-print mt-12 bg-soft">
        <h2 id="next" className="text-xl">
          {t.next}
        </h2>
        <ul className="mt-3 flex flex-wrap gap-3">
          {act && item.state === 'open' ? (
            <>
              <li>
                <Link className="button" href={space}>
                  {t.join}
                </Link>
              </li>
              <li>
                <Link className="button button-quiet" href={`${space}/appel`}>
                  {t.lead1}
                </Link>
              </li>
            </>
          ) : null}
          {act && item.state !== 'open' ? (
            <li>
              <Link className="button button-quiet" href={space}>
                {t.manage}
              </Link>
            </li>
          ) : null}
          <li>
            <Link className="button button-quiet" href={pathTo(locale, '/besoins')}>
              {t.back}
            </Link>
          </li>
        </ul>
      </section>
    </article>
  )
}
