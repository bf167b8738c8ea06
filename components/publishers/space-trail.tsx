import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'

/** From one's own space to that of a publisher. */
export function SpaceTrail({
  locale,
  publisher,
}: {
  locale: Locale
  publisher: { slug: string; name: string }
}) {
  return (
    <Breadcrumb
      locale={locale}
      trail={[
        { label: messages(locale).members.home.title, href: pathTo(locale, '/espace') },
        { label: publisher.name, href: pathTo(locale, `/espace/editeurs/${publisher.slug}`) },
      ]}
    />
  )
}
