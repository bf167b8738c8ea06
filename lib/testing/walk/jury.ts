import type { Context } from '#lib/context.ts'
import { announceDue } from '#lib/jury/commands/announce.ts'
import { assignJurors } from '#lib/jury/commands/assign.ts'
import { confirmResults, reopenResults } from '#lib/jury/commands/confirm-results.ts'
import { decide } from '#lib/jury/commands/decide.ts'
import { declareConflictOf, declareMyConflict } from '#lib/jury/commands/declare-conflict.ts'
import { keepJury } from '#lib/jury/commands/keep-jury.ts'
import { saveScores } from '#lib/jury/commands/save-scores.ts'
import { getEditionFiles } from '#lib/jury/edition-files.ts'
import { getJuryFile, listMyFiles } from '#lib/jury/queries.ts'

type Call = (context: Context) => unknown

/**
 * The calls of the jury's rights, for the walk of all rights: on any file, since the right is asked
 * before the file is looked for.
 * @param applicationId of a dossier of the organisation that the walk is about.
 */
export const callsOfJury = (applicationId = 1) =>
  ({
    'jury.assign': [
      (context) => getEditionFiles(context, 2026),
      (context) => assignJurors(context, { year: 2026, files: [] }),
      (context) => declareConflictOf(context, { applicationId, userId: 'x', reason: 'Un lien' }),
    ],
    'jury.assess': [
      listMyFiles,
      (context) => declareMyConflict(context, { applicationId, reason: 'Un lien' }),
      (context) => saveScores(context, { applicationId, finish: false, typed: {} }),
    ],
    'jury.decide': [
      (context) => getJuryFile(context, applicationId),
      (context) => decide(context, { applicationId, typed: {} }),
    ],
    'label.publish': [
      keepJury,
      (context) => announceDue(context, { siteUrl: 'https://catalogue.example.fr' }),
      (context) => confirmResults(context, { year: 2026, without: false }),
      (context) => reopenResults(context, { year: 2026 }),
    ],
  }) satisfies Record<string, Call[]>
