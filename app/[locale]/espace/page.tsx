import type { Metadata } from 'next'
import { startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { HomeView } from '#components/accounts/home-view.tsx'
import { ListingsSection } from '#components/listings/space-section.tsx'
import { myJoinRequests, myOrganisations } from '#lib/accounts/my-account.ts'
import { may } from '#lib/accounts/rules/rights.ts'
import { countWaiting } from '#lib/adoptions/words-of-user.ts'
import { claimsOfUser } from '#lib/listings/claim-queries.ts'
import { myListings } from '#lib/listings/queries.ts'
import { myProviders } from '#lib/providers/mine.ts'
import { myPublishers } from '#lib/publishers/space-queries.ts'
import { signOutAction } from '../connexion/actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { locale, t } = await startPage()
  return pageMetadata(locale, '/espace', { title: t.members.home.title, noIndex: true })
}

/** What a member finds first. */
export default async function HomePage() {
  const { context, locale, actor } = await startMemberPage()
  const organisations = myOrganisations(context)
  const waiting = countWaiting(
    context,
    organisations.map(({ id }) => id),
  )
  return (
    <HomeView
      locale={locale}
      email={actor.email}
      organisations={organisations.map(({ id, key, name, role }) => ({
        ...{ key, name, role },
        waiting: waiting.get(id) ?? 0,
      }))}
      publishers={myPublishers(context)}
      listings={
        <ListingsSection
          locale={locale}
          drafts={myListings(context)}
          claims={claimsOfUser(context)}
        />
      }
      asked={myJoinRequests(context)}
      providers={myProviders(context)}
      moderates={may(actor, 'moderation.read')}
      administers={may(actor, 'role.grant')}
      judges={may(actor, 'jury.assess')}
      organises={may(actor, 'label.edit-edition')}
      signOut={signOutAction}
    />
  )
}
