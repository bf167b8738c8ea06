import { DoneNote } from '#components/accounts/done-note.tsx'
import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formatDate } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo, providerPath } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import { sharedOf } from './provider-fields.ts'
import { serviceWords } from './provider-words.ts'
import type { ShownSpaceReference } from './shown-space.ts'

interface Props {
  locale: Locale
  organisation: { key: string; name: string }
  references: readonly ShownSpaceReference[]
  done: string
  action: FormAction<string>
}

/** What providers say of an organisation, for it to confirm or not; it may come back on it. */
export function AnswerReferencesView(props: Props) {
  const { locale, organisation, references } = props
  const t = messages(locale)
  const { answer } = t.providers
  const done = Object.hasOwn(answer.done, props.done)
    ? (answer.done as Record<string, string>)[props.done]
    : undefined
  const waiting = references.filter(({ state }) => state === 'waiting')
  const answered = references.filter(({ state }) => state !== 'waiting')
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[
          { label: t.members.home.title, href: pathTo(locale, '/espace') },
          {
            label: organisation.name,
            href: pathTo(locale, `/espace/collectivites/${organisation.key}`),
          },
        ]}
      />
      <h1>{answer.title}</h1>
      <p className="lead mt-2">
        {references.length === 0 ? answer.none : answer.lead(organisation.name)}
      </p>
      <DoneNote text={done} />
      {references.length === 0 ? null : (
        <section aria-labelledby="waiting" className="mt-8 max-w-3xl">
          <h2 id="waiting">{answer.waiting}</h2>
          {waiting.length === 0 ? <p className="mt-3">{answer.waitingNone}</p> : null}
          <ul className="mt-3">
            {waiting.map((item) => (
              <Reference key={item.id} {...props} item={item} />
            ))}
          </ul>
        </section>
      )}
      {answered.length === 0 ? null : (
        <section aria-labelledby="answered" className="mt-10 max-w-3xl">
          <h2 id="answered">{answer.answered}</h2>
          <ul className="mt-3">
            {answered.map((item) => (
              <Reference key={item.id} {...props} item={item} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Reference({ locale, item, ...props }: Props & { item: ShownSpaceReference }) {
  const t = messages(locale).providers.answer
  const { provider, software, kinds, since, state } = item
  const words = {
    waiting: t.askedOn(formatDate(locale, item.askedOn)),
    confirmed: t.confirmedOn(formatDate(locale, item.decidedOn)),
    refused: t.refusedOn(formatDate(locale, item.decidedOn)),
    withdrawn: '',
  }[state]
  return (
    <li className="border-line border-t py-4">
      <p>
        <Link className="link font-semibold" href={providerPath(locale, provider.slug)}>
          {provider.name}
        </Link>
        {` · ${software.name} · ${serviceWords(locale, kinds)}`}
        {since === '' ? null : ` · ${t.since(since)}`}
      </p>
      <p className="text-muted">{words}</p>
      {item.reason === '' ? null : (
        <p className="whitespace-pre-line">{t.yourReason(item.reason)}</p>
      )}
      <div className="mt-2 grid justify-items-start gap-2">
        {state === 'confirmed' ? null : <Answer locale={locale} item={item} {...props} yes />}
        {state === 'refused' ? null : (
          <details>
            <summary className="min-h-6 py-1 text-accent">
              {state === 'confirmed' ? t.openTakeBack : t.openRefuse}
              <span className="sr-only">{` : ${provider.name}, ${software.name}`}</span>
            </summary>
            <div className="mt-2 max-w-2xl">
              <Answer locale={locale} item={item} {...props} yes={false} />
            </div>
          </details>
        )}
      </div>
    </li>
  )
}

function Answer({
  locale,
  organisation,
  action,
  item,
  yes,
}: Omit<Props, 'references' | 'done'> & { item: ShownSpaceReference; yes: boolean }) {
  const t = messages(locale).providers.answer
  const names = [item.provider.name, item.software.name] as const
  const back = item.state === 'confirmed'
  return (
    <FieldsForm
      id={`${yes ? 'confirm' : 'refuse'}-${item.id}`}
      action={action}
      address={pathTo(locale, `/espace/collectivites/${organisation.key}/references`)}
      hidden={{
        locale,
        key: organisation.key,
        reference: String(item.id),
        answer: yes ? 'yes' : 'no',
      }}
      fields={yes ? [] : [{ name: 'reason', label: t.reason, hint: t.reasonHint, kind: 'lines' }]}
      buttonLabel={
        yes ? t.confirmOf(...names) : back ? t.takeBackOf(...names) : t.refuseOf(...names)
      }
      quiet={!yes}
      {...sharedOf(locale, yes ? t.confirm : back ? t.takeBack : t.refuse, t.wrong)}
    />
  )
}
