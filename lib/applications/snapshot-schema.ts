import { z } from 'zod'
import { computedEvidence } from '#lib/evidence/schema.ts'

const bilingual = z.object({ fr: z.string(), en: z.string() })

/**
 * What is frozen when a dossier is submitted: enough to read it without the catalogue, whatever changes
 * there afterwards. Its bytes are hashed (SHA-256) as they are stored.
 */
export const snapshotContent = z.object({
  format: z.literal('mutualibre-dossier-1'),
  application: z.number(),
  edition: z.number(),
  scheme: z.string(),
  /** ISO 8601, UTC. */
  submittedAt: z.string(),
  organisation: z.object({
    key: z.string(),
    name: z.string(),
    kind: z.string(),
    departement: z.string(),
    population: z.number().nullable(),
  }),
  responsible: z.object({ name: z.string(), office: z.string() }),
  elected: z.object({ name: z.string(), office: z.string(), validatedAt: z.string() }),
  namesPublic: z.boolean(),
  figures: z
    .object({
      year: z.number(),
      workstations: z.number().nullable(),
      servers: z.number().nullable(),
      schoolWorkstations: z.number().nullable(),
      serversVirtual: z.boolean().nullable(),
    })
    .nullable(),
  axes: z.array(
    z.object({
      slug: z.string(),
      name: bilingual,
      criteria: z.array(
        z.object({
          slug: z.string(),
          number: z.string(),
          label: bilingual,
          parts: z.array(z.string()),
          /** By part; null when not answered. */
          answer: z.record(z.string(), z.string()).nullable(),
          evidence: computedEvidence.nullable(),
          /** Ids of the documents attached to it. */
          documents: z.array(z.number()),
        }),
      ),
    }),
  ),
  documents: z.array(
    z.object({
      id: z.number(),
      criterion: z.string(),
      fileName: z.string(),
      mediaType: z.string(),
      bytes: z.number(),
      sha256: z.string(),
    }),
  ),
})
export type SnapshotContent = z.infer<typeof snapshotContent>
