import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { scheme } from '#db/schema/label.ts'
import { inTransaction } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { oneLine } from '#lib/typed-text.ts'
import { type SchemeFault, type SchemeField, schemeInput } from '../scheme-schema.ts'

/** What a form sends: a level a line, `value | français | English`, the lowest first. */
export type TypedScheme = Record<SchemeField, string>

/**
 * Defines a scale of results, for editions to come. It is not changed afterwards: awards speak in it.
 * @throws SignInNeeded, Forbidden, z.ZodError whose messages are keys of SCHEME_FAULTS.
 */
export function defineScheme(context: Context, typed: TypedScheme): { slug: string } {
  assertMay(context.actor, 'label.edit-edition')
  const input = {
    slug: typed.slug.trim(),
    name: { fr: oneLine(typed.nameFr), en: oneLine(typed.nameEn) },
    levels: typed.levels
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(levelOf),
  }
  const parsed = schemeInput.safeParse(input)
  if (!parsed.success) throw new z.ZodError(parsed.error.issues.map(asFault))
  const { slug, name, levels } = parsed.data
  return inTransaction(context.db, (tx) => {
    if (tx.select().from(scheme).where(eq(scheme.slug, slug)).get())
      throw faultOf('slug', 'slug-taken')
    tx.insert(scheme).values({ slug, nameFr: name.fr, nameEn: name.en, levels }).run()
    recordAudit(tx, context, {
      action: 'label.define-scheme',
      subjectKind: 'scheme',
      subject: slug,
      detail: { levels: levels.map(({ value }) => value) },
    })
    return { slug }
  })
}

function levelOf(line: string) {
  const [value, fr, en, ...rest] = line.split('|').map(oneLine)
  if (!value || !fr || !en || rest.length > 0) throw faultOf('levels', 'levels-line')
  return { value, fr, en }
}

function faultOf(field: SchemeField, message: SchemeFault): z.ZodError {
  return new z.ZodError([{ code: 'custom', path: [field], message, input: undefined }])
}

function asFault(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  const [part, language] = issue.path
  const say = (field: SchemeField, message: SchemeFault): z.core.$ZodIssue => ({
    code: 'custom',
    path: [field],
    message,
    input: undefined,
  })
  if (part === 'slug') return say('slug', 'slug-wrong')
  if (part === 'name')
    return language === 'en' ? say('nameEn', 'nameEn-empty') : say('nameFr', 'nameFr-empty')
  return say('levels', issue.path.length === 1 ? (issue.message as SchemeFault) : 'levels-line')
}
