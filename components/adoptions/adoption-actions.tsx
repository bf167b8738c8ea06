import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import type { AdoptionState, AdoptionTrust } from '#lib/adoptions/schema.ts'
import { ChangeForm } from './change-form.tsx'
import { EndForm } from './end-form.tsx'
import { adoptionFormWords } from './form-words.ts'
import type { AdoptionFormAction } from './use-adoption-form.tsx'

/** What can be done with an adoption, as its address says it. */
export type Doing = 'modifier' | 'arreter' | 'reprendre' | 'contester'

export interface AdoptionDeeds {
  confirm: AdoptionFormAction
  change: AdoptionFormAction
  end: AdoptionFormAction
  reopen: AdoptionFormAction
  contest: AdoptionFormAction
}

interface Acted {
  id: number
  revision: number
  organisation: { key: string }
  state: AdoptionState
  trust: AdoptionTrust
  values: Record<string, string>
}

/** What an organisation's members can do with one of its uses: one form at a time, chosen by the address. */
export function AdoptionActions({
  locale,
  item,
  actions,
  operators,
  doing,
}: {
  locale: Locale
  item: Acted
  actions: AdoptionDeeds
  operators: ReadonlyArray<{ value: string; label: string }>
  doing: Doing | null
}) {
  const all = messages(locale)
  const { adoption: t, space, accounts } = all
  const page = `/espace/collectivites/${item.organisation.key}/utilisations/${item.id}`
  const choices: ReadonlyArray<[Doing, string]> = [
    ['modifier', t.change],
    item.state === 'stopped' ? ['reprendre', t.reopen] : ['arreter', t.end],
    ...(item.trust === 'contested' ? [] : [['contester', t.contest] as [Doing, string]]),
  ]
  const label = choices.find(([name]) => name === doing)?.[1]
  return (
    <>
      <ul className="no-print mt-6 flex flex-wrap gap-3">
        {item.trust === 'reported' || item.trust === 'to-reconfirm' ? (
          <li>
            <FieldsForm
              id="confirm"
              action={actions.confirm}
              address={pathTo(locale, page)}
              hidden={hiddenOf(locale, item)}
              texts={formTexts(all, space.confirm, space.confirmFailed)}
              signIn={{ href: pathTo(locale, '/connexion'), label: accounts.form.signIn }}
            />
          </li>
        ) : null}
        {choices.map(([name, words]) => (
          <li key={name}>
            <Link
              className="button button-quiet"
              href={`${pathTo(locale, page, { faire: name })}#faire`}
              aria-current={name === doing ? 'true' : undefined}
            >
              {words}
            </Link>
          </li>
        ))}
        {item.trust === 'contested' ? null : (
          <li>
            <Link className="button button-quiet" href={pathTo(locale, `${page}/temoignage`)}>
              {t.testimonial}
            </Link>
          </li>
        )}
      </ul>
      {doing !== null && label !== undefined ? (
        <section aria-labelledby="faire" className="mt-10 max-w-3xl">
          <h2 id="faire">{label}</h2>
          {/* Fields take their values when made: what was changed makes them anew. */}
          <div key={`${doing}${item.revision}`} className="mt-4">
            <Form
              locale={locale}
              item={item}
              actions={actions}
              operators={operators}
              doing={doing}
              address={pathTo(locale, page, { faire: doing })}
            />
          </div>
        </section>
      ) : null}
    </>
  )
}

const hiddenOf = (locale: Locale, item: Acted) => ({
  locale,
  adoption: String(item.id),
  revision: String(item.revision),
})

function Form({
  locale,
  item,
  actions,
  operators,
  doing,
  address,
}: {
  locale: Locale
  item: Acted
  actions: AdoptionDeeds
  operators: ReadonlyArray<{ value: string; label: string }>
  doing: Doing
  address: string
}) {
  const all = messages(locale)
  const { adoption: t, accounts, common } = all
  const words = adoptionFormWords(locale)
  const signIn = { href: pathTo(locale, '/connexion'), label: accounts.form.signIn }
  const revision = String(item.revision)
  const shared = { locale, address, words, signIn, adoption: item.id }
  const few = { address, hidden: hiddenOf(locale, item), faults: words.t.faults, signIn }
  if (doing === 'modifier') {
    return (
      <ChangeForm
        {...shared}
        action={actions.change}
        values={{ ...item.values, revision }}
        texts={{ wrong: t.changeWrong, submit: t.changeSubmit, takeTheirs: t.takeTheirs }}
        operators={operators}
      />
    )
  }
  if (doing === 'arreter') {
    return (
      <>
        <p className="mb-6 max-w-prose">{t.endText}</p>
        <EndForm
          {...shared}
          action={actions.end}
          values={{ stoppedOn: '', stopReason: '', stopNote: '', revision }}
          texts={{ wrong: t.endWrong, submit: t.endSubmit }}
        />
      </>
    )
  }
  if (doing === 'reprendre') {
    return (
      <FieldsForm
        {...few}
        id="reopen"
        action={actions.reopen}
        fields={[
          {
            name: 'state',
            label: words.t.state,
            hint: words.t.stateHint,
            kind: 'choice',
            value: 'production',
            choices: (['evaluating', 'pilot', 'production'] as const).map((state) => ({
              value: state,
              label: common.states[state],
            })),
          },
        ]}
        texts={formTexts(all, t.reopenSubmit, t.reopenWrong)}
      />
    )
  }
  return (
    <>
      <p className="mb-6 max-w-prose">{t.contestText}</p>
      <FieldsForm
        {...few}
        id="contest"
        action={actions.contest}
        fields={[
          { name: 'reason', label: t.contestReason, hint: t.contestReasonHint, kind: 'lines' },
        ]}
        texts={formTexts(all, t.contestSubmit, t.contestWrong)}
      />
    </>
  )
}
