import { and, eq, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { softwareRelation } from '#db/schema/provenance.ts'
import { software } from '#db/schema/software.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { softwareMeant } from '#lib/adoptions/which-software.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { Conflict, NotFound, TooMany } from '#lib/errors.ts'
import { resolveSoftwareSlug } from '#lib/software/resolve-slug.ts'
import { type RelationFault, relationInput, relationKey } from '../relation-schema.ts'
import { mayTakeBack, speakerOf } from '../rules/may-take-back.ts'
import { isMutual } from '../rules/relation-meaning.ts'
import type { RelationKind } from '../schema.ts'

/** Declared of one entry by people: beyond this many, a list says nothing any more. */
const MOST_DECLARED = 30

/**
 * Says what an entry is to another: a member of its publisher, or a moderator. Said again, it only
 * changes the note.
 * @returns the slug of the other. @throws z.ZodError whose messages are keys of RelationFault;
 * SignInNeeded, Forbidden, NotFound, Conflict, TooMany
 */
export function relateSoftware(context: Context, input: unknown): { other: string } {
  const { slug, other: typed, kind, noteFr, noteEn } = relationInput.parse(input)
  const self = entryOf(context, slug)
  const user = assertUserMay(context.actor, 'software.relate', { publisher: self.publisherId })
  const meant = softwareMeant(context, typed)
  if (!('one' in meant)) throw wrong(meant.several.length > 0 ? 'other-several' : 'other-unknown')
  return inTransaction(context.db, (tx) => {
    const other = resolveSoftwareSlug(tx, meant.one.slug)
    if (!other) throw wrong('other-unknown')
    if (other.id === self.id) {
      throw new Conflict(
        'Un logiciel n’a pas de lien avec lui-même : choisissez-en un autre.',
        'A software has no relation to itself: choose another.',
      )
    }
    assertIsNew(tx, self.id, other.id, kind)
    const at = context.now.toISOString()
    const notes = { noteFr, noteEn }
    const said = { by: speakerOf(user, self.publisherId), userId: user.id, at }
    tx.insert(softwareRelation)
      .values({ softwareId: self.id, otherId: other.id, kind, ...notes, ...said })
      .onConflictDoUpdate({
        target: [softwareRelation.softwareId, softwareRelation.otherId, softwareRelation.kind],
        set: isFromFile(tx, self.id, other.id, kind) ? { ...notes, ...said } : notes,
      })
      .run()
    recordAudit(tx, context, {
      action: 'software.relate',
      subjectKind: 'software',
      subject: self.slug,
      detail: { other: other.slug, kind },
    })
    return { other: other.slug }
  })
}

/**
 * Takes back what was said of an entry: its publisher what its people said, a moderator whatever anyone
 * did, from either side. What a publiccode.yml says is taken back there.
 * @throws z.ZodError; SignInNeeded, Forbidden, NotFound, Conflict
 */
export function unrelateSoftware(context: Context, input: unknown): void {
  const { slug, other: otherSlug, kind } = relationKey.parse(input)
  const self = entryOf(context, slug)
  const user = assertUserMay(context.actor, 'software.relate', { publisher: self.publisherId })
  inTransaction(context.db, (tx) => {
    const other = resolveSoftwareSlug(tx, otherSlug)
    const row = other && relationBetween(tx, self.id, other.id, kind)
    if (!other || !row) {
      throw new NotFound(
        'Ce lien n’existe plus : quelqu’un l’a déjà retiré.',
        'This relation does not exist any more: somebody took it back already.',
      )
    }
    if (row.by === 'publiccode') {
      throw new Conflict(
        'C’est le fichier publiccode.yml du dépôt qui le dit (isBasedOn) : corrigez-le là, la prochaine visite du dépôt suivra.',
        'The publiccode.yml of the repository says so (isBasedOn): mend it there, and the next visit to the repository will follow.',
      )
    }
    const speaker = speakerOf(user, self.publisherId)
    if (!mayTakeBack(speaker, { by: row.by, own: row.softwareId === self.id })) {
      throw new Conflict(
        'Ce lien n’a pas été dit par votre équipe : demandez à la modération de le retirer.',
        'Your team did not say this: ask the moderators to take it back.',
      )
    }
    tx.delete(softwareRelation)
      .where(
        and(
          eq(softwareRelation.softwareId, row.softwareId),
          eq(softwareRelation.otherId, row.otherId),
          eq(softwareRelation.kind, kind),
        ),
      )
      .run()
    recordAudit(tx, context, {
      action: 'software.unrelate',
      subjectKind: 'software',
      subject: self.slug,
      detail: { other: other.slug, kind },
    })
  })
}

/** What a file says and a person says, too, is the person's from then on: the file may change. */
const isFromFile = (tx: Tx, selfId: number, otherId: number, kind: RelationKind) =>
  relationBetween(tx, selfId, otherId, kind)?.by === 'publiccode'

function entryOf({ db }: Pick<Context, 'db'>, slug: string) {
  const found = resolveSoftwareSlug(db, slug)
  const row = found && db.select().from(software).where(eq(software.id, found.id)).get()
  if (!row) {
    throw new NotFound(
      'Ce logiciel n’est plus au catalogue. Revenez à la liste des logiciels.',
      'This software is no longer in the catalogue. Go back to the list of software.',
    )
  }
  return row
}

/** The other way round it would say the same, or its contrary. @throws Conflict, TooMany */
function assertIsNew(tx: Tx, selfId: number, otherId: number, kind: RelationKind): void {
  const reverse = tx
    .select()
    .from(softwareRelation)
    .where(
      and(
        eq(softwareRelation.softwareId, otherId),
        eq(softwareRelation.otherId, selfId),
        eq(softwareRelation.kind, kind),
      ),
    )
    .get()
  if (reverse) {
    throw new Conflict(
      isMutual(kind)
        ? 'Ce lien est déjà dit depuis l’autre logiciel : il se voit des deux côtés.'
        : 'L’inverse est déjà dit depuis l’autre logiciel : les deux ne peuvent être vrais. Demandez à la modération.',
      isMutual(kind)
        ? 'This is said already from the other software: it shows on both sides.'
        : 'The contrary is said already from the other software: both cannot be true. Ask the moderators.',
    )
  }
  const declared = tx.get<{ n: number }>(sql`SELECT count(*) AS n FROM software_relation
    WHERE software_id = ${selfId} AND by <> 'publiccode'
      AND NOT (other_id = ${otherId} AND kind = ${kind})`)
  if (declared.n >= MOST_DECLARED) {
    throw new TooMany(
      `Un logiciel a ${MOST_DECLARED} liens au plus : retirez-en un pour en ajouter un autre.`,
      `A software has ${MOST_DECLARED} relations at most: take one back to add another.`,
    )
  }
}

/** From whichever side it was said. */
function relationBetween(tx: Tx, one: number, other: number, kind: RelationKind) {
  const side = (softwareId: number, otherId: number) =>
    and(eq(softwareRelation.softwareId, softwareId), eq(softwareRelation.otherId, otherId))
  return tx
    .select()
    .from(softwareRelation)
    .where(and(eq(softwareRelation.kind, kind), or(side(one, other), side(other, one))))
    .get()
}

const wrong = (fault: RelationFault) =>
  new z.ZodError([{ code: 'custom', path: ['other'], message: fault, input: '' }])
