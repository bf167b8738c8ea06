import type { ShownGroup } from '#components/functions/function-tree-view.tsx'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { AddLink } from '#components/listings/add-link.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import { ORGANISATION_KINDS } from '#lib/organisations/schema.ts'
import { type AskAction, AskForm } from './ask-form.tsx'

/** The page that asks for a software: the form, and what becomes of a request. */
export function AskView({
  locale,
  action,
  name,
  wanted,
  groups,
  add = false,
}: {
  locale: Locale
  action: AskAction
  /** What is looked for, as far as the address says it. */
  name: string
  /** Whether this service lets people add a software. */
  add?: boolean
  /** The function chosen by the address; empty for none. */
  wanted: string
  groups: readonly ShownGroup[]
}) {
  const { ask: t, common } = messages(locale)
  const values = { asked: name, need: '', function: wanted, organisationKind: '' }
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[{ label: common.nav.software, href: pathTo(locale, '/logiciels') }]}
      />
      <h1>{t.heading}</h1>
      <p className="lead mt-2">{t.lead}</p>
      <div className="mt-8 grid items-start gap-8 lg:grid-cols-[minmax(0,40rem)_minmax(0,1fr)]">
        <AskForm
          // Fields take their values when made: another address makes them anew.
          key={JSON.stringify(values)}
          locale={locale}
          action={action}
          address={pathTo(locale, '/logiciels/demander', { nom: name, fonction: wanted })}
          values={values}
          t={t.form}
          functions={groups.map((group) => ({
            label: group.name[locale],
            choices: group.functions.map((item) => ({
              value: item.slug,
              label: item.name[locale],
            })),
          }))}
          kinds={ORGANISATION_KINDS.map((kind) => ({
            value: kind,
            label: common.kinds[kind].one,
          }))}
        />
        <section aria-labelledby="what" className="panel bg-soft">
          <h2 id="what" className="text-lg">
            {t.what}
          </h2>
          <ul className="mt-2 list-disc space-y-2 pl-5">
            <li>{t.whatRead}</li>
            <li>{t.whatPersonal}</li>
            <li>{t.whatKept}</li>
          </ul>
          {add ? (
            <p className="mt-3">
              <AddLink locale={locale} />
            </p>
          ) : null}
          <p className="mt-3">
            <Link className="link" href={pathTo(locale, '/mentions-legales')}>
              {t.legal}
            </Link>
          </p>
        </section>
      </div>
    </>
  )
}
