import { application, applicationDocument, applicationSnapshot } from '#db/schema/applications.ts'
import { askForMore } from '#lib/applications/commands/ask-for-more.ts'
import { askValidation } from '#lib/applications/commands/ask-validation.ts'
import { attachDocument, removeDocument } from '#lib/applications/commands/attach-document.ts'
import { changePeople } from '#lib/applications/commands/change-people.ts'
import { openDossier } from '#lib/applications/commands/open-dossier.ts'
import { saveAnswer, takeFromReference } from '#lib/applications/commands/save-answer.ts'
import { submitDossier } from '#lib/applications/commands/submit-dossier.ts'
import { sendBackByLink, validateByLink } from '#lib/applications/commands/validate-by-link.ts'
import { withdrawDossier } from '#lib/applications/commands/withdraw-dossier.ts'
import {
  compareAnswer,
  getDocument,
  getDossier,
  getFileForOrganiser,
  readFile,
  readSnapshotBytes,
} from '#lib/applications/queries.ts'
import type { Context } from '#lib/context.ts'
import { getResultForCandidate } from '#lib/jury/candidate-result.ts'
import { PEOPLE, WRITING } from '#lib/testing/applications.ts'
import { anOpenEdition } from '#lib/testing/label.ts'

/** Rows of a dossier that was submitted, with a document, written without the commands of the room. */
export function aSubmittedDossier({ db, now }: Context, organisationId: number) {
  anOpenEdition({ db, now, actor: { kind: 'operator', name: 'test' } })
  const at = now.toISOString()
  const row = { grid: '2026', organisationId, state: 'submitted' as const }
  const { id } = db
    .insert(application)
    .values({ ...row, createdAt: at, updatedAt: at })
    .returning({ id: application.id })
    .get()
  const file = { fileName: 'a.pdf', mediaType: 'application/pdf', bytes: 8, sha256: 'none' }
  const document = db
    .insert(applicationDocument)
    .values({ ...file, applicationId: id, storedAs: 'none', createdAt: at })
    .returning({ id: applicationDocument.id })
    .get().id
  const content = JSON.stringify({
    format: 'mutualibre-dossier-1',
    application: id,
    edition: 2026,
    scheme: 'copyleft-5',
    submittedAt: at,
    organisation: { key: '', name: '', kind: '', departement: '', population: null },
    responsible: { name: '', office: '' },
    elected: { name: '', office: '', validatedAt: '' },
    namesPublic: false,
    figures: null,
    axes: [],
    documents: [{ ...file, id: document, criterion: '' }],
  })
  db.insert(applicationSnapshot)
    .values({ applicationId: id, createdAt: at, content, sha256: 'none' })
    .run()
  return { application: id, document }
}

type Call = (context: Context) => unknown

/**
 * What is done with a dossier, for the walk of rights.
 * @param on an organisation with a dossier, submitted, with a document.
 */
export function callsOfDossier(on: {
  organisation: string
  grid: string
  application: number
  document: number
}) {
  const { organisation, grid, application, document } = on
  const link = { secret: WRITING.secret, token: 'none' }
  const file = { application, criterion: '', fileName: 'a.pdf', bytes: Buffer.from('%PDF-1.7') }
  return {
    'application.read': [
      (context) => readFile(context, application),
      (context) => readSnapshotBytes(context, application),
      (context) => getDocument(context, document),
      (context) => getResultForCandidate(context, application),
    ],
    'application.write': [
      (context) => getDossier(context, { organisation, grid }),
      (context) => compareAnswer(context, { application, criterion: 'strategie.enjeux' }),
      (context) => openDossier(context, { organisation, grid }, WRITING),
      (context) =>
        saveAnswer(context, {
          application,
          criterion: 'strategie.enjeux',
          revision: 0,
          typed: { text: 'Un' },
        }),
      (context) => takeFromReference(context, { application, reference: 'reference' }),
      (context) => changePeople(context, { application, revision: 1, ...PEOPLE }),
      // Refused before anything is written; where it is allowed, a folder that cannot be made.
      (context) => attachDocument(context, file, '/dev/null/documents'),
      (context) => removeDocument(context, { application, document }),
    ],
    'application.submit': [
      (context) => askValidation(context, { application }, WRITING),
      (context) => submitDossier(context, { application }, WRITING),
      (context) => withdrawDossier(context, { application }, WRITING),
    ],
    'application.validate-by-link': [
      (context) => validateByLink(context, link, WRITING),
      (context) => sendBackByLink(context, link, { comment: 'Non.' }, WRITING),
    ],
    'application.ask-more': [
      (context) =>
        askForMore(context, { application, what: 'Quoi ?', until: '2026-03-01' }, WRITING),
      (context) => getFileForOrganiser(context, application),
    ],
  } satisfies Record<string, Call[]>
}
