import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { needPath, pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import type { NeedView } from '#lib/needs/schema.ts'
import { JoinedList } from './joined-list.tsx'
import { closeFields, joinFields, type Mine } from './need-forms.ts'
import { reachWords } from './reach-words.ts'
import { SpaceFrame } from './space-frame.tsx'

/** What one's organisations say of a need: join it, change it, leave it, say what became of it. */
export function NeedSpaceView({
  locale,
  item,
  mine,
  done,
  closes,
  join,
  leave,
  close,
}: {
  locale: Locale
  item: NeedView
  mine: readonly Mine[]
  done: string | undefined
  /** Whether the reader may say what became of it. */
  closes: boolean
  join: FormAction<string>
  leave: FormAction<string>
  close: FormAction<string>
}) {
  const t = messages(locale)
  const { form, faults, lead1 } = t.needs
  const address = pathTo(locale, `/espace/besoins/${item.id}`)
  const hidden = { locale, need: String(item.id) }
  const signIn = { href: pathTo(locale, '/connexion'), label: t.accounts.form.signIn }
  const joined = mine.filter(({ key }) =>
    item.supporters.some(({ organisation }) => organisation.key === key),
  )
  const open = item.state === 'open'
  return (
    <SpaceFrame
      locale={locale}
      title={item.title}
      lead={reachWords(locale, item.reach)}
      done={done}
      // Whoever may close it needs no organisation of their own.
      organisations={closes ? 1 : mine.length}
    >
      <p className="mt-4 flex flex-wrap gap-x-5 gap-y-2">
        <Link className="link" href={needPath(locale, item.id)}>
          {form.read}
        </Link>
        {open && mine.length > 0 ? (
          <Link className="link" href={`${address}/appel`}>
            {lead1}
          </Link>
        ) : null}
      </p>
      <JoinedList
        locale={locale}
        mine={joined}
        said={form.joined}
        leaveLabel={form.leaveLabel}
        action={leave}
        address={address}
        hidden={hidden}
        stays={item.askedBy.key}
      />
      {open && mine.length > 0 ? (
        <section aria-labelledby="join" className="mt-8 max-w-2xl">
          <h2 id="join" className="text-xl">
            {joined.length === mine.length ? form.change : form.join}
          </h2>
          <div className="mt-4">
            <FieldsForm
              id="need"
              action={join}
              address={address}
              fields={joinFields(locale, mine)}
              hidden={hidden}
              texts={formTexts(t, joined.length === mine.length ? form.change : form.join)}
              faults={faults}
              signIn={signIn}
            />
          </div>
        </section>
      ) : null}
      {closes ? (
        <section aria-labelledby="close" className="mt-10 max-w-2xl">
          <h2 id="close" className="text-xl">
            {form.close}
          </h2>
          <div className="mt-4">
            <FieldsForm
              id="closing"
              action={close}
              address={address}
              fields={closeFields(locale, item)}
              hidden={hidden}
              texts={formTexts(t, form.closeSubmit)}
              faults={faults}
              signIn={signIn}
              quiet
            />
          </div>
        </section>
      ) : null}
    </SpaceFrame>
  )
}
