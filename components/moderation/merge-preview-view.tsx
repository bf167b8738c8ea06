import { counted } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { softwarePath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import type { MergePreview } from '#lib/moderation/rules/case-view.ts'
import { Terms } from './terms.tsx'

/** What a merge moves, before it is made. */
export function MergePreviewView({
  locale,
  preview,
  level: Heading,
}: {
  locale: Locale
  preview: MergePreview
  level: 'h2' | 'h3'
}) {
  const { merge: t } = messages(locale).moderation
  const { from, into, common } = preview
  const line = ({ slug, name, adoptions }: MergePreview['from']) => (
    <span key={slug}>
      <Link className="link" href={softwarePath(locale, slug)}>
        {name}
      </Link>
      {`, ${counted(locale, adoptions, t.adoptions.one, t.adoptions.many)}`}
    </span>
  )
  return (
    <section aria-labelledby="preview" className="panel mt-6">
      <Heading id="preview">{t.preview}</Heading>
      <p className="mt-2">{t.explained(from.name, into.name)}</p>
      <Terms
        rows={[
          [t.from, line(from)],
          [t.into, line(into)],
        ]}
      />
      {common > 0 ? (
        <p className="mt-3">
          {counted(locale, common, t.common.one, t.common.many)}. {t.commonText}
        </p>
      ) : null}
    </section>
  )
}
