import type { UserActor } from '#lib/context.ts'
import type { RepositoryReading } from '#lib/forge/reading.ts'
import type { ForgeAccess } from '#lib/listings/forge-access.ts'
import type { ListingForm } from '#lib/listings/schema.ts'
import { EMPTY_LISTING } from '#lib/listings/schema.ts'
import { aPubliccode, aRepositoryReading } from '#lib/testing/forge.ts'

export const ADDRESS = 'https://forge.example.org/ville/cimetiere'

/** What a repository of a town says of its software, in both languages. */
export const aTownsReading = (overrides: Partial<RepositoryReading> = {}): RepositoryReading =>
  aRepositoryReading({
    address: ADDRESS,
    publiccode: aPubliccode(
      {
        name: 'openTombe',
        url: ADDRESS,
        licenceSpdx: 'AGPL-3.0-or-later',
        platforms: ['web'],
        availableLanguages: ['fr'],
        description: {
          fr: {
            shortDescription: 'Tient le plan des cimetières',
            longDescription: 'Une description assez longue de ce que fait ce logiciel. '.repeat(4),
          },
        },
      },
      { lines: { name: 2, 'legal.license': 12 } },
    ),
    ...overrides,
  })

/** A forge that holds one repository, or refuses. */
export const forgeOf = (
  read: RepositoryReading | Error | (() => RepositoryReading),
): ForgeAccess => ({
  hosts: [],
  read: async () => {
    if (read instanceof Error) throw read
    return typeof read === 'function' ? read() : read
  },
})

/** What a person adds to what was read: functions, the texts in English, the publisher. */
export const completed = (form: Partial<ListingForm>): ListingForm => ({
  ...EMPTY_LISTING,
  name: 'openTombe',
  licence: 'AGPL-3.0-or-later',
  platforms: 'web',
  languages: 'fr',
  summaryFr: 'Tient le plan des cimetières',
  descriptionFr: 'Une description assez longue de ce que fait ce logiciel. '.repeat(4).trim(),
  summaryEn: 'Keeps the plan of graveyards',
  descriptionEn: 'A description that is long enough of what this software does. '.repeat(3).trim(),
  functions: 'listes-electorales',
  publisherName: 'Ville de Test',
  publisherKind: 'public-body',
  ...form,
})

export const by = <C extends { actor: unknown }>(context: C, actor: UserActor) => ({
  ...context,
  actor,
})
