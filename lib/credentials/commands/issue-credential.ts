import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { awardCredential } from '#db/schema/label.ts'
import { inTransaction } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { NotFound } from '#lib/errors.ts'
import { issuerAddress } from '../addresses.ts'
import { credentialOf } from '../internal/document.ts'
import { withProof } from '../internal/proof.ts'
import { getAwardById, listAwardsToSign } from '../queries.ts'
import { readSigningKey } from '../signing-key.ts'

export interface Signing {
  /** The folder of the private keys. */
  folder: string
  siteUrl: string
}

/**
 * Signs the credential of an award that is given here and announced, once and for all: asked again, it
 * answers with the same.
 * @throws KeyUnusable when no key can sign; NotFound for a documented award, or one not announced yet.
 */
export async function issueCredential(
  context: Context,
  { folder, siteUrl }: Signing,
  awardId: number,
): Promise<{ uuid: string }> {
  assertMay(context.actor, 'label.publish')
  const award = getAwardById(context, awardId)
  if (!award?.given) {
    throw new NotFound(
      'Il n’y a pas d’attribution donnée ici, et annoncée, de ce numéro : seules celles-là ont une attestation.',
      'There is no award of this number that was given here and announced: only those have a credential.',
    )
  }
  if (award.credential) return { uuid: award.credential.uuid }
  const { kid, key } = readSigningKey(context, folder)
  const uuid = randomUUID()
  const issuedAt = context.now.toISOString()
  const document = await withProof(credentialOf(award, { siteUrl, uuid }), {
    key,
    created: issuedAt,
    verificationMethod: `${issuerAddress(siteUrl)}#${kid}`,
  })
  return inTransaction(context.db, (tx) => {
    const { changes } = tx
      .insert(awardCredential)
      .values({ awardId, uuid, kid, document: JSON.stringify(document, null, 2), issuedAt })
      .onConflictDoNothing()
      .run()
    if (changes === 0) {
      // Asked twice at the same time: the first one counts.
      const first = tx
        .select({ uuid: awardCredential.uuid })
        .from(awardCredential)
        .where(eq(awardCredential.awardId, awardId))
        .get()
      if (!first) throw new Error(`no credential of award ${awardId}`)
      return first
    }
    recordAudit(tx, context, {
      action: 'credential.issue',
      subjectKind: 'award',
      subject: String(awardId),
      detail: { uuid, kid },
    })
    return { uuid }
  })
}

/** Signs every credential that waits. @returns how many. @throws KeyUnusable */
export async function issueWaiting(
  context: Context,
  signing: Signing,
  isStopping: () => boolean = () => false,
): Promise<number> {
  assertMay(context.actor, 'label.publish')
  let issued = 0
  for (const id of listAwardsToSign(context)) {
    if (isStopping()) break
    await issueCredential(context, signing, id)
    issued++
  }
  return issued
}
