import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { callPath, needPath, pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import type { CallView } from '#lib/needs/schema.ts'
import { JoinedList } from './joined-list.tsx'
import { callFields, joinFields, type Mine, settleFields } from './need-forms.ts'
import { SpaceFrame } from './space-frame.tsx'

/** What one's organisations do with a call: take part, leave, and lead it. */
export function CallSpaceView({
  locale,
  item,
  mine,
  leads,
  done,
  actions,
}: {
  locale: Locale
  item: CallView
  mine: readonly Mine[]
  /** Whether one of them leads it. */
  leads: boolean
  done: string | undefined
  actions: Record<'join' | 'leave' | 'change' | 'settle', FormAction<string>>
}) {
  const t = messages(locale)
  const { form, callForm, faults } = t.needs
  const address = pathTo(locale, `/espace/besoins/${item.need.id}/appels/${item.id}`)
  const hidden = { locale, need: String(item.need.id), call: String(item.id) }
  const signIn = { href: pathTo(locale, '/connexion'), label: t.accounts.form.signIn }
  const joined = mine.filter(({ key }) =>
    item.parts.some(({ organisation }) => organisation.key === key),
  )
  const every = joined.length === mine.length
  const section = (id: string, title: string, props: Parameters<typeof FieldsForm>[0]) => (
    <section aria-labelledby={`${id}-title`} className="mt-10 max-w-2xl">
      <h2 id={`${id}-title`} className="text-xl">
        {title}
      </h2>
      <div className="mt-4">
        <FieldsForm {...props} />
      </div>
    </section>
  )
  const common = { address, hidden, faults, signIn }
  return (
    <SpaceFrame
      locale={locale}
      trail={[{ label: item.need.title, href: needPath(locale, item.need.id) }]}
      title={item.title}
      done={done}
      organisations={mine.length}
    >
      <p className="mt-4 flex flex-wrap gap-x-5 gap-y-2">
        <Link className="link" href={callPath(locale, item.need.id, item.id)}>
          {form.read}
        </Link>
        {leads ? (
          <Link className="link" href={`${address}/cahier`}>
            {callForm.fileTitle}
          </Link>
        ) : null}
      </p>
      <JoinedList
        locale={locale}
        mine={joined}
        said={callForm.joined}
        leaveLabel={callForm.leaveLabel}
        action={actions.leave}
        address={address}
        hidden={hidden}
        stays={item.lead.key}
      />
      {item.takesParts
        ? section('part', every ? form.change : callForm.join, {
            ...common,
            id: 'part',
            action: actions.join,
            fields: joinFields(locale, mine, true),
            texts: formTexts(t, every ? form.change : callForm.join),
          })
        : null}
      {leads
        ? section('settle', callForm.settle, {
            ...common,
            id: 'settle',
            action: actions.settle,
            fields: settleFields(locale, item),
            texts: formTexts(t, form.closeSubmit),
            quiet: true,
          })
        : null}
      {leads
        ? section('change', callForm.change, {
            ...common,
            id: 'change',
            action: actions.change,
            fields: callFields(locale, item),
            texts: formTexts(t, form.closeSubmit),
            quiet: true,
          })
        : null}
    </SpaceFrame>
  )
}
