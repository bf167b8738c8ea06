import type { Metadata } from 'next'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { PubliccodeEditor } from '#components/publiccode/editor.tsx'
import { currentSettings } from '#lib/current-settings.ts'
import { publiccodeOf } from '#lib/publiccode/export.ts'
import { readPubliccode } from '#lib/publiccode/read.ts'
import { fieldsOf } from '#lib/publiccode/rules/fields.ts'
import { getSoftwareBySlug } from '#lib/software/get-software.ts'
import { checkPubliccodeAction } from './actions.ts'

type Props = { searchParams: SearchParams }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { title, description } = t.publiccode
  const { logiciel } = await searchParams
  return pageMetadata(locale, '/publiccode', {
    title,
    description,
    noIndex: logiciel !== undefined,
  })
}

/** The editor, empty or from an entry of the catalogue. */
export default async function PubliccodePage({ searchParams }: Props) {
  const { context, locale, t } = await startPage()
  const { logiciel } = await searchParams
  const slug = typeof logiciel === 'string' ? logiciel : undefined
  const item = slug === undefined ? undefined : getSoftwareBySlug(context, slug)
  const { siteUrl } = currentSettings()
  const text = (item && publiccodeOf(context, item.slug, { siteUrl })) ?? ''
  const { findings, corrected, values } = readPubliccode(text)
  const p = t.publiccode
  return (
    <>
      <h1>{p.heading}</h1>
      <p className="lead mt-2">{p.lead}</p>
      <p className="mt-3">{p.private}</p>
      {slug === undefined ? null : (
        <p className="mt-3 font-semibold">{item ? p.fromEntry(item.name) : p.unknownEntry}</p>
      )}
      <PubliccodeEditor
        locale={locale}
        page={pathTo(locale, '/publiccode', item ? { logiciel: item.slug } : {})}
        initial={{
          text,
          fields: fieldsOf(values),
          checked: text === '' ? null : { findings, corrected },
          sent: 0,
        }}
        action={checkPubliccodeAction}
        t={p.form}
      />
    </>
  )
}
