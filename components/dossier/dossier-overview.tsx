import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import { formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import { TakesFocus } from '#components/ui/takes-focus.tsx'
import type { DossierActions } from './dossier-view.tsx'
import { HistoryList } from './history-list.tsx'
import { MissingList } from './missing-list.tsx'
import { PeopleForm } from './people-form.tsx'
import { Sending } from './sending.tsx'
import { dossierPath, type ShownDossier, type ShownPlace } from './shown-dossier.ts'

/** What was just done, by the word in the address. */
const DONE = ['valider', 'deposer', 'retirer'] as const

/** A dossier seen whole: what is missing, people, axes, documents, sending, history. */
export function DossierOverview({
  locale,
  place,
  dossier,
  actions,
  done,
}: {
  locale: Locale
  place: ShownPlace
  dossier: ShownDossier
  actions: DossierActions
  done: string
}) {
  const all = messages(locale)
  const t = all.dossier
  const { row, content, writable, documents, sent } = dossier
  const address = dossierPath(locale, place)
  const { key } = place.organisation
  const api = `/api/espace/candidatures/${row.id}`
  const said = DONE.some((word) => word === done)
    ? {
        valider: t.validation.asked(row.electedEmail),
        deposer: t.submission.done,
        retirer: t.withdraw.done,
      }[done as (typeof DONE)[number]]
    : /^\d{1,3}$/.test(done)
      ? t.take.done(done)
      : ''
  return (
    <div className="mt-6 grid gap-8 wrap-anywhere">
      {said ? (
        <TakesFocus key={done} labelledBy="done" className="rounded-lg border-2 border-accent p-4">
          <p id="done">{said}</p>
        </TakesFocus>
      ) : null}
      {place.edition && ['draft', 'validated', 'more-requested'].includes(row.state) ? (
        <MissingList {...{ locale, place, missing: dossier.missing }} />
      ) : null}
      {dossier.toTake > 0 && writable ? (
        <section aria-labelledby="take">
          <h2 id="take">{t.take.title}</h2>
          <p className="my-2">{t.take.text(formatNumber(locale, dossier.toTake))}</p>
          <FieldsForm
            id="take-form"
            action={actions.step}
            address={address}
            hidden={{
              ...{ locale, geste: 'reprendre', key, grille: place.grid.key },
              dossier: String(row.id),
            }}
            texts={formTexts(all, t.take.submit)}
          />
        </section>
      ) : null}
      <section aria-labelledby="axes">
        <h2 id="axes">{t.axes.title}</h2>
        <ul className="mt-2 grid gap-2">
          {content.axes.map((axis) => {
            const answered = axis.criteria.filter(({ answer }) => answer !== null).length
            const backed = axis.criteria.filter(
              ({ evidence }) => evidence && evidence.state !== 'empty',
            )
            return (
              <li key={axis.slug}>
                <Link className="link" href={dossierPath(locale, place, { axe: axis.slug })}>
                  {axis.name[locale]}
                </Link>{' '}
                <span className="text-muted">
                  {t.axes.answered(
                    formatNumber(locale, answered),
                    formatNumber(locale, axis.criteria.length),
                  )}
                  {', '}
                  {t.axes.evidenced(formatNumber(locale, backed.length))}
                </span>
              </li>
            )
          })}
        </ul>
      </section>
      <section aria-labelledby="documents">
        <h2 id="documents">{t.documents.title}</h2>
        <p className="my-2">
          {documents.length === 0
            ? t.documents.none
            : documents.map((file) => file.fileName).join(', ')}
        </p>
        <Link className="button button-quiet" href={`${address}/documents`}>
          {t.documents.title}
        </Link>
      </section>
      {place.edition ? (
        <section aria-labelledby="people">
          <h2 id="people">{t.people.title}</h2>
          {writable ? (
            <PeopleForm
              locale={locale}
              action={actions.people}
              address={address}
              application={row.id}
              place={{ key, grid: place.grid.key }}
              values={{
                ...{
                  responsibleName: row.responsibleName,
                  responsibleOffice: row.responsibleOffice,
                  responsibleEmail: row.responsibleEmail,
                  electedName: row.electedName,
                  electedOffice: row.electedOffice,
                  electedEmail: row.electedEmail,
                },
                namesPublic: row.namesPublic ? 'oui' : '',
                revision: String(row.revision),
              }}
              t={t.people}
              form={formTexts(all, t.people.save)}
              faults={t.faults}
              signIn={{ href: pathTo(locale, '/connexion'), label: all.accounts.header.signIn }}
            />
          ) : (
            <p className="mt-2">
              {t.reading.responsible} : {row.responsibleName || t.people.notNamed}
              <br />
              {t.reading.elected} : {row.electedName || t.people.notNamed}
            </p>
          )}
        </section>
      ) : null}
      {place.edition ? <Sending {...{ locale, place, dossier }} action={actions.step} /> : null}
      <section aria-labelledby="downloads">
        <h2 id="downloads">{t.downloads.title}</h2>
        <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1">
          {sent ? (
            <>
              <Download href={`${api}/pdf?langue=${locale}`} label={t.downloads.pdf} />
              <Download href={`${api}/odt?langue=${locale}`} label={t.downloads.odt} />
              <Download href={`${api}/json`} label={t.downloads.json} />
            </>
          ) : null}
          {!sent || writable ? (
            <>
              <Download
                href={`${api}/pdf?langue=${locale}&brouillon=oui`}
                label={place.edition ? t.downloads.draft : t.downloads.pdf}
              />
              <Download
                href={`${api}/odt?langue=${locale}&brouillon=oui`}
                label={place.edition ? t.downloads.draftOdt : t.downloads.odt}
              />
            </>
          ) : null}
        </ul>
      </section>
      <HistoryList locale={locale} events={dossier.history} />
    </div>
  )
}

const Download = ({ href, label }: { href: string; label: string }) => (
  <li>
    <a className="link" href={href}>
      {label}
    </a>
  </li>
)
