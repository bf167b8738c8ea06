import type { Context } from '#lib/context.ts'
import { issuerAddress } from './addresses.ts'
import { CONTEXTS } from './internal/contexts.ts'
import { issuerProfile } from './internal/document.ts'
import { listLabelKeys } from './queries.ts'

/**
 * The issuer as a profile of Open Badges and a controller document (https://www.w3.org/TR/cid-1.0/) in
 * one: every key there has been, so that what a retired one signed is verified, too. What is said of a
 * key has no end date: verifiers would refuse what was signed before it.
 */
export function issuerDocument(context: Pick<Context, 'db'>, siteUrl: string) {
  const id = issuerAddress(siteUrl)
  const methods = listLabelKeys(context).map(({ kid, publicKeyMultibase }) => ({
    id: `${id}#${kid}`,
    type: 'Multikey',
    controller: id,
    publicKeyMultibase,
  }))
  return {
    '@context': ['https://www.w3.org/ns/cid/v1', CONTEXTS[1]],
    ...issuerProfile(siteUrl),
    verificationMethod: methods,
    assertionMethod: methods.map((method) => method.id),
  }
}
