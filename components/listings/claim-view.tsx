import { formatDate } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo, softwarePath } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { TakesFocus } from '#components/ui/takes-focus.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import type { ClaimView as ShownClaim } from '#lib/listings/rules/claim-view.ts'
import { AskForm, ClaimButton } from './claim-form.tsx'
import { ClaimNextSteps } from './claim-next-steps.tsx'
import { TokenSection } from './token-section.tsx'

export interface ClaimActions {
  open: FormAction<string>
  check: FormAction<string>
  ask: FormAction<string>
  drop: FormAction<string>
}

interface ClaimViewProps {
  locale: Locale
  item: ShownClaim
  actions: ClaimActions
  /** What the last look met, in the reader's language; empty for nothing. */
  faultSentence: string
}

const day = (locale: Locale, iso: string) => formatDate(locale, iso.slice(0, 10))
const shortCommit = (commit: string) => commit.slice(0, 10)

/** An entry that somebody says to keep: by a token in its repository, or by the moderators. */
export function ClaimView(props: ClaimViewProps) {
  const { locale, item } = props
  const { claim: t } = messages(locale).listings
  const { entry, publisher, claim, keptSince } = item
  const isHeld = claim?.state === 'proved' || claim?.state === 'granted'
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[
          { label: messages(locale).software.heading, href: pathTo(locale, '/logiciels') },
          { label: entry.name, href: softwarePath(locale, entry.slug) },
        ]}
      />
      <h1>{t.heading(entry.name)}</h1>
      {isHeld ? <Held locale={locale} item={item} /> : null}
      {claim?.state === 'with-moderators' ? <Waiting {...props} /> : null}
      {isHeld || claim?.state === 'with-moderators' ? null : (
        <>
          <p className="lead mt-2">{t.lead(publisher.name)}</p>
          {item.isMember ? (
            <p className="panel mt-4 max-w-3xl">{t.member(publisher.name)}</p>
          ) : null}
          {keptSince ? (
            <p className="panel mt-4 max-w-3xl">{t.keptAlready(day(locale, keptSince))}</p>
          ) : null}
          {claim?.state === 'refused' ? <p className="panel mt-4 max-w-3xl">{t.refused}</p> : null}
          <Ways {...props} />
        </>
      )}
      {isHeld || item.isMember ? <ClaimNextSteps locale={locale} item={item} /> : null}
    </>
  )
}

/** The two ways to claim. */
function Ways({ locale, item, actions, faultSentence }: ClaimViewProps) {
  const { claim: t } = messages(locale).listings
  const { entry, claim, repository } = item
  const isOpen = claim?.state === 'open'
  return (
    <div className="mt-8 grid max-w-3xl gap-10">
      <section aria-labelledby="steps">
        <h2 id="steps" className="text-xl">
          {t.steps}
        </h2>
        {repository === '' ? (
          <p className="mt-2">{t.noRepository}</p>
        ) : (
          <p className="mt-2 [overflow-wrap:anywhere]">
            {t.repository}
            {' : '}
            <a className="link" href={repository} rel="noopener nofollow">
              {repository}
            </a>
          </p>
        )}
        {item.movedTo === '' ? null : (
          <p className="mt-2 [overflow-wrap:anywhere]">{`${t.moved} ${item.movedTo}`}</p>
        )}
        {item.repositoryState === 'vanished' ? <p className="mt-2">{t.vanished}</p> : null}
        {repository !== '' && !isOpen ? (
          <>
            <p className="mt-2 mb-4 max-w-prose">{t.startText}</p>
            <ClaimButton
              id="start"
              locale={locale}
              slug={entry.slug}
              action={actions.open}
              label={t.start}
            />
          </>
        ) : null}
        {repository !== '' && isOpen ? (
          <TokenSection
            locale={locale}
            slug={entry.slug}
            claim={claim}
            check={actions.check}
            faultSentence={faultSentence}
          />
        ) : null}
      </section>
      <section aria-labelledby="by-moderators">
        <h2 id="by-moderators" className="text-xl">
          {t.askHeading}
        </h2>
        <p className="mt-2 mb-4 max-w-prose">{t.askLead}</p>
        <AskForm
          locale={locale}
          slug={entry.slug}
          action={actions.ask}
          message={claim?.message ?? ''}
        />
      </section>
    </div>
  )
}

function Waiting({ locale, item, actions }: ClaimViewProps) {
  const { claim: t } = messages(locale).listings
  const { claim, entry } = item
  return (
    <>
      <TakesFocus labelledBy="waiting" className="panel mt-6 max-w-3xl bg-accent-soft">
        <h2 id="waiting" className="text-xl">
          {t.waiting}
        </h2>
        {claim && claim.commit !== '' ? (
          <p className="mt-2 max-w-prose">
            {t.waitingProof(claim.path, shortCommit(claim.commit))}
          </p>
        ) : null}
        <p className="mt-2 max-w-prose">{t.waitingText}</p>
      </TakesFocus>
      <div className="mt-6">
        <ClaimButton
          id="drop"
          locale={locale}
          slug={entry.slug}
          action={actions.drop}
          label={t.drop}
          quiet
        />
      </div>
    </>
  )
}

function Held({ locale, item: { claim } }: { locale: Locale; item: ShownClaim }) {
  const { claim: t } = messages(locale).listings
  if (!claim) return null
  const date = day(locale, claim.settledAt)
  return (
    <TakesFocus labelledBy="held" className="panel mt-6 max-w-3xl bg-accent-soft">
      <h2 id="held" className="text-xl">
        {t.proved}
      </h2>
      <p className="mt-2 max-w-prose [overflow-wrap:anywhere]">
        {claim.state === 'proved'
          ? t.provedText(claim.path, shortCommit(claim.commit), date)
          : t.granted(date)}
      </p>
    </TakesFocus>
  )
}
