import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'

/** Of which organisation to see the progress. */
export function ProgressChoiceView({
  locale,
  organisations,
}: {
  locale: Locale
  organisations: ReadonlyArray<{ key: string; name: string }>
}) {
  const { labelProgress, space, members } = messages(locale)
  const t = labelProgress.choose
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[{ label: space.breadcrumb, href: pathTo(locale, '/espace') }]}
      />
      <h1>{t.title}</h1>
      {organisations.length === 0 ? (
        <>
          <p className="lead mt-3">{t.none}</p>
          <p className="mt-4">
            <Link className="button" href={pathTo(locale, '/espace/rejoindre')}>
              {members.home.join}
            </Link>
          </p>
        </>
      ) : (
        <>
          <p className="lead mt-3">{t.lead}</p>
          <ul className="mt-4 grid gap-2">
            {organisations.map(({ key, name }) => (
              <li key={key}>
                <Link
                  className="link inline-block min-h-6"
                  href={pathTo(locale, `/espace/collectivites/${key}/label`)}
                >
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
