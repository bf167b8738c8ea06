import { eq, inArray } from 'drizzle-orm'
import { businessFunction, functionGroup, softwareFunction } from '#db/schema/software.ts'
import { inTransaction } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import { rebuildFiguresIn } from '#lib/adoptions/commands/figures.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { markUsersDue } from '#lib/evidence/commands/mark-due.ts'
import { enqueueForSearch } from '#lib/search/commands.ts'

interface Bilingual {
  fr: string
  en: string
}

export interface FunctionGroupInput {
  slug: string
  name: Bilingual
  business: boolean
  functions: Array<{
    slug: string
    name: Bilingual
    summary: Bilingual
    synonyms: { fr: string[]; en: string[] }
  }>
}

/** Loads the tree of functions, in the order given. Slugs are permanent: a known one is updated. */
export function loadFunctions(context: Context, groups: readonly FunctionGroupInput[]): void {
  assertMay(context.actor, 'data.load')
  inTransaction(context.db, (tx) => {
    const ids: number[] = []
    let position = 0
    groups.forEach((group, groupPosition) => {
      const groupRow = {
        slug: group.slug,
        nameFr: group.name.fr,
        nameEn: group.name.en,
        business: group.business,
        position: groupPosition,
      }
      const { id: groupId } = tx
        .insert(functionGroup)
        .values(groupRow)
        .onConflictDoUpdate({ target: functionGroup.slug, set: groupRow })
        .returning({ id: functionGroup.id })
        .get()
      for (const item of group.functions) {
        const row = {
          groupId,
          slug: item.slug,
          nameFr: item.name.fr,
          nameEn: item.name.en,
          summaryFr: item.summary.fr,
          summaryEn: item.summary.en,
          synonymsFr: item.synonyms.fr,
          synonymsEn: item.synonyms.en,
          position: position++,
        }
        const known = tx
          .select({ id: businessFunction.id })
          .from(businessFunction)
          .where(eq(businessFunction.slug, item.slug))
          .get()
        if (known) {
          tx.update(businessFunction).set(row).where(eq(businessFunction.id, known.id)).run()
          ids.push(known.id)
        } else {
          const { id } = tx
            .insert(businessFunction)
            .values(row)
            .returning({ id: businessFunction.id })
            .get()
          ids.push(id)
        }
      }
    })
    enqueueForSearch(tx, 'function', ids)
    // Software is found by the words of its functions, and filtered by their groups.
    const covering = tx
      .selectDistinct({ id: softwareFunction.softwareId })
      .from(softwareFunction)
      .where(inArray(softwareFunction.functionId, ids))
      .all()
    enqueueForSearch(
      tx,
      'software',
      covering.map(({ id }) => id),
    )
    rebuildFiguresIn(tx)
    // Which software a rule is about follows the tree.
    markUsersDue(tx)
    recordAudit(tx, context, {
      action: 'functions.load',
      subjectKind: 'function',
      subject: '*',
      detail: { groups: groups.length, functions: ids.length },
    })
  })
}
