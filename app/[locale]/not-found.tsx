import { headers } from 'next/headers'
import { startPage } from '#app/_request/context.ts'
import { withoutLocale } from '#components/i18n/paths.ts'
import { NotFoundView } from '#components/layout/not-found-view.tsx'
import { addressExists, mayBeMisspelt } from '#lib/addresses.ts'
import { findOrganisations } from '#lib/organisations/queries.ts'
import { organisationFilters } from '#lib/organisations/schema.ts'
import { nearestSoftware, searchFunctionIds } from '#lib/search/queries.ts'
import { functionsById } from '#lib/software/function-queries.ts'

const NOTHING_NEAR = { software: [], functions: [], organisations: [] }

/** Proposes the names nearest to what the address asked for. */
export default async function NotFound() {
  const { context, locale } = await startPage()
  const asked = (await headers()).get('x-mutualibre-path') ?? '/'
  const path = safeDecode(asked)
  if (addressExists(context, withoutLocale(path))) return null
  if (!mayBeMisspelt(withoutLocale(path))) {
    return <NotFoundView locale={locale} path={path} query="" {...NOTHING_NEAR} />
  }
  const words = (path.split('/').filter(Boolean).at(-1) ?? '').replaceAll('-', ' ')
  const functions = functionsById(context, searchFunctionIds(context, words, 3))
  const organisations =
    words.length < 3
      ? []
      : findOrganisations(context, organisationFilters.parse({ q: words })).items.slice(0, 3)
  return (
    <NotFoundView
      locale={locale}
      path={path}
      query={words}
      software={nearestSoftware(context, words)}
      functions={functions}
      organisations={organisations}
    />
  )
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text).slice(0, 200)
  } catch {
    return text.slice(0, 200)
  }
}
