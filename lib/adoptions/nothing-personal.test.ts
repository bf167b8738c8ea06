import { expect, it } from 'vitest'
import {
  adoptionEvent,
  contestation,
  relayedMessage,
  testimonial,
} from '#db/schema/adoption-life.ts'
import { listAwardsOfOrganisation } from '#lib/label/queries.ts'
import { getOrganisation, listSimilar } from '#lib/organisations/queries.ts'
import { getSoftwareBySlug } from '#lib/software/get-software.ts'
import { listAlternatives } from '#lib/software/queries.ts'
import { anAdoptionOnRecord } from '#lib/testing/adoptions.ts'
import {
  anOrganisation,
  aSoftware,
  aUser,
  someFunctions,
  someTerritories,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { costsOfOrganisation, costsOfSoftware } from './costs.ts'
import { likeMine } from './like-mine.ts'
import {
  catalogueUse,
  countOtherAdoptions,
  latestAdoptions,
  listAdoptionsOfOrganisation,
  listUsers,
  usersByDimension,
} from './queries.ts'
import { userFilters } from './schema.ts'
import { stopsOfSoftware } from './stops.ts'
import { publishedTestimonials } from './testimonials.ts'

const SECRET = /secret/i

it('no public page is given a name, an address or an id of a person', () => {
  const context = makeTestContext()
  someTerritories(context)
  someFunctions(context)
  const software = aSoftware(context)
  const town = anOrganisation(context, { key: 'ville', name: 'Ville' })
  const secret = aUser(context, {
    email: 'secret@secret.example',
    name: 'Nom Secret',
    managerOf: [town],
  })
  context.db.$client.pragma('foreign_keys = OFF')
  context.db.$client.prepare("UPDATE user SET id = 'secret-id'").run()
  context.db.$client.prepare("UPDATE membership SET user_id = 'secret-id'").run()
  context.db.$client.pragma('foreign_keys = ON')
  expect(secret.email).toMatch(SECRET)
  const createdAt = context.now.toISOString()
  const userId = 'secret-id'
  // Every wish but "public": a contact typed earlier must not outlive the wish.
  for (const contactWish of ['none', 'relay'] as const) {
    for (const state of ['production', 'stopped'] as const) {
      const organisation =
        contactWish === 'none' && state === 'production' ? town : anOrganisation(context)
      const adoptionId = anAdoptionOnRecord(
        context,
        software,
        organisation,
        { state, trust: 'confirmed' },
        {
          contactWish,
          contactPublic: 'secret@secret.example',
          contactUserId: userId,
          declaredBy: userId,
          costAvoided: 1_000,
          costMethod: 'devis',
        },
      )
      const told = { adoptionId, userId, createdAt }
      const written = { ...told, body: 'Un texte', locale: 'fr' } as const
      context.db
        .insert(testimonial)
        .values({ ...written, state: 'published' })
        .run()
      context.db
        .insert(testimonial)
        .values({ ...written, body: 'SECRET qui attend', state: 'waiting' })
        .run()
      context.db
        .insert(testimonial)
        .values({ ...written, body: 'SECRET refusé', state: 'refused' })
        .run()
      context.db
        .insert(contestation)
        .values({ ...told, reason: 'secret', trustBefore: 'reported' })
        .run()
      context.db
        .insert(adoptionEvent)
        .values({
          adoptionId,
          at: createdAt,
          kind: 'declared',
          userId,
          changes: {},
          reason: 'secret',
        })
        .run()
      context.db.insert(relayedMessage).values({ adoptionId, senderId: userId, createdAt }).run()
    }
  }
  const item = getOrganisation(context, 'ville')
  if (!item) throw new Error('the town is gone')

  const given = {
    home: [catalogueUse(context), latestAdoptions(context, 50)],
    software: [
      getSoftwareBySlug(context, 'openexemple'),
      usersByDimension(context, software),
      countOtherAdoptions(context, software),
      costsOfSoftware(context, software),
      stopsOfSoftware(context, software),
      publishedTestimonials(context, software),
      listAlternatives(context, software),
    ],
    users: listUsers(context, software, userFilters.parse({ etat: 'toutes' })),
    organisation: [
      item,
      listAdoptionsOfOrganisation(context, town),
      costsOfOrganisation(context, town),
      listAwardsOfOrganisation(context, town),
      listSimilar(context, item),
    ],
    like: likeMine(context, item),
  }

  expect(given.users.total).toBe(4)
  expect(given.software[5]).toHaveLength(4)
  for (const [page, data] of Object.entries(given)) {
    expect(JSON.stringify(data), page).not.toMatch(SECRET)
  }
})

it('a contact that someone typed to be public is', () => {
  const context = makeTestContext()
  someTerritories(context)
  someFunctions(context)
  const software = aSoftware(context)
  const detail = { contactWish: 'public', contactPublic: 'dsi@ville.example' } as const
  anAdoptionOnRecord(context, software, anOrganisation(context), { trust: 'confirmed' }, detail)

  expect(listUsers(context, software, userFilters.parse({})).items[0]?.detail).toMatchObject(detail)
})
