import { generateKeyPairSync } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { labelKey } from '#db/schema/label.ts'
import { inTransaction } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { Conflict } from '#lib/errors.ts'
import { deletePrivateKey, writePrivateKey } from '../internal/key-files.ts'
import { publicMultikey } from '../internal/multikey.ts'
import { listLabelKeys } from '../queries.ts'

const SIGNS_ALREADY = new Conflict(
  'Une clé signe déjà. Pour la remplacer : npm run label:key -- rotate ; ce qu’elle a signé continuera d’être vérifié.',
  'A key signs already. To replace it: npm run label:key -- rotate; what it has signed goes on being verified.',
)
const NONE_TO_RETIRE = new Conflict(
  'Il n’y a pas de clé à remplacer : faites la première par npm run label:key -- new.',
  'There is no key to replace: make the first one with npm run label:key -- new.',
)

/** Makes the first key of the organiser, or the next one where none signs any more. @throws Conflict */
export function makeLabelKey(context: Context, options: { folder: string }): { kid: string } {
  return replaceKey(context, options.folder, (live) => {
    if (live) throw SIGNS_ALREADY
  })
}

/**
 * Retires the key that signs and makes another. What the old one signed goes on being verified, by its
 * public half; its private half has no use any more and is deleted.
 * @throws Conflict
 */
export function rotateLabelKey(
  context: Context,
  options: { folder: string },
): { kid: string; retired: string } {
  const { kid, retired } = replaceKey(context, options.folder, (live) => {
    if (!live) throw NONE_TO_RETIRE
  })
  deletePrivateKey(options.folder, retired)
  return { kid, retired }
}

function replaceKey(
  context: Context,
  folder: string,
  check: (live: string | undefined) => void,
): { kid: string; retired: string } {
  assertMay(context.actor, 'label.keep-keys')
  const liveOf = () => listLabelKeys(context).find(({ retiredAt }) => retiredAt === '')?.kid
  check(liveOf())
  const { privateKey } = generateKeyPairSync('ed25519')
  const kid = publicMultikey(privateKey)
  writePrivateKey(folder, kid, privateKey)
  try {
    return inTransaction(context.db, (tx) => {
      const live = liveOf()
      check(live)
      const at = context.now.toISOString()
      if (live) {
        tx.update(labelKey)
          .set({ retiredAt: at })
          .where(and(eq(labelKey.kid, live), eq(labelKey.retiredAt, '')))
          .run()
      }
      tx.insert(labelKey).values({ kid, publicKeyMultibase: kid, createdAt: at }).run()
      recordAudit(tx, context, {
        action: live ? 'label-key.rotate' : 'label-key.new',
        subjectKind: 'label-key',
        subject: kid,
        ...(live ? { detail: { retired: live } } : {}),
      })
      return { kid, retired: live ?? '' }
    })
  } catch (error) {
    deletePrivateKey(folder, kid)
    throw error
  }
}
