import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { softwarePath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import { serviceWords } from './provider-words.ts'
import type { ShownProviderPage } from './shown-provider-page.ts'

/** What a provider says that it does, software by software. */
export function ServicesTable({
  locale,
  services,
}: { locale: Locale } & Pick<ShownProviderPage, 'services'>) {
  const t = messages(locale).providers
  return (
    <section aria-labelledby="services">
      <h2 id="services">{t.servicesHeading}</h2>
      {services.length === 0 ? (
        <p className="mt-3">{t.servicesNone}</p>
      ) : (
        <>
          <p className="mt-1 text-muted">{t.servicesLead}</p>
          <table className="table mt-4">
            <caption className="sr-only">{t.servicesCaption}</caption>
            <thead>
              <tr>
                <th scope="col">{t.columns.software}</th>
                <th scope="col">{t.columns.services}</th>
              </tr>
            </thead>
            <tbody>
              {services.map(({ slug, name, kinds }) => (
                <tr key={slug}>
                  <th scope="row">
                    <Link className="link" href={softwarePath(locale, slug)}>
                      {name}
                    </Link>
                  </th>
                  <td>{serviceWords(locale, kinds)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}
