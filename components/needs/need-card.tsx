import { colon } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { callPath, needPath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import type { NeedCard as Card } from '#lib/needs/schema.ts'
import { NeedSubject } from './need-subject.tsx'
import { amountWords, reachWords } from './reach-words.ts'

/** A need in a list: what, about what, who shares it, and its calls. */
export function NeedCard({
  locale,
  item,
  level,
  subject = true,
}: {
  locale: Locale
  item: Card
  level: 2 | 3
  /** Not said where the page is about it already. */
  subject?: boolean
}) {
  const t = messages(locale).needs
  const Heading = level === 2 ? 'h2' : 'h3'
  const amount = amountWords(locale, item.reach)
  return (
    <article className="border-line border-t py-4">
      <Heading className="text-lg">
        <Link className="link" href={needPath(locale, item.id)} lang={item.language}>
          {item.title}
        </Link>
        {item.state === 'open' ? null : (
          <span className="tag ml-2 font-normal">{t.states[item.state]}</span>
        )}
      </Heading>
      {subject ? (
        <p className="mt-1 text-muted">
          <NeedSubject locale={locale} subject={item.subject} />
        </p>
      ) : null}
      <p className="mt-1 font-semibold">{reachWords(locale, item.reach)}</p>
      {amount === '' ? null : <p>{amount}</p>}
      {item.calls.map((call) => (
        <p key={call.id} className="mt-1">
          {`${t.call.kind} (${t.call.states[call.state].toLowerCase()})${colon(locale)}`}
          <Link className="link" href={callPath(locale, item.id, call.id)} lang={item.language}>
            {call.title}
          </Link>
        </p>
      ))}
    </article>
  )
}
