import { createHash, type KeyObject, sign, verify } from 'node:crypto'
import type { Proof, SignedCredential } from '../schema.ts'
import { loadContext } from './contexts.ts'
import { fromMultibase, toMultibase } from './multikey.ts'

/** Milliseconds that putting one credential into its canonical form may take. */
const LONGEST = 2_000

type Unsigned = Omit<SignedCredential, 'proof'>

/**
 * Signs a credential as the cryptosuite eddsa-rdfc-2022 says (https://www.w3.org/TR/vc-di-eddsa/, 3.2):
 * the digests of what is said of the proof and of the document, each in canonical RDF, are signed
 * together. An independent library verifies it in signed-elsewhere.test.ts.
 */
export async function withProof<T extends Unsigned>(
  document: T,
  options: { key: KeyObject; verificationMethod: string; created: string },
): Promise<T & { proof: Proof }> {
  const { key, verificationMethod, created } = options
  const said = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created,
    verificationMethod,
    proofPurpose: 'assertionMethod',
  } as const
  const proofValue = toMultibase(sign(null, await digests(document, said), key))
  return { ...document, proof: { ...said, proofValue } }
}

/** Whether the proof of a credential is of this key and of everything that the credential says. */
export async function proofHolds(credential: SignedCredential, key: KeyObject): Promise<boolean> {
  const { proof, ...document } = credential
  const { proofValue, ...said } = proof
  try {
    return verify(null, await digests(document, said), key, fromMultibase(proofValue))
  } catch {
    // A term that no context defines, a value that is no signature: not what was signed here.
    return false
  }
}

async function digests(document: Unsigned, said: object): Promise<Buffer> {
  const context = { '@context': document['@context'] }
  const hashes: Buffer[] = []
  for (const part of [{ ...context, ...said }, document]) {
    hashes.push(
      createHash('sha256')
        .update(await canonical(part))
        .digest(),
    )
  }
  return Buffer.concat(hashes)
}

async function canonical(document: object): Promise<string> {
  const { default: jsonld } = await import('jsonld')
  return await jsonld.canonize(document, {
    algorithm: 'RDFC-1.0',
    format: 'application/n-quads',
    base: null,
    safe: true,
    documentLoader: loadContext,
    signal: AbortSignal.timeout(LONGEST),
  })
}
