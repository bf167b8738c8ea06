import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeTestContext } from '#lib/testing/context.ts'
import { aKeyFolder, aSigningSite } from '#lib/testing/credentials.ts'
import { auditOf, contentsOf } from '#lib/testing/traces.ts'
import { issueCredential } from './commands/issue-credential.ts'
import { makeLabelKey, rotateLabelKey } from './commands/keep-keys.ts'
import { issuerDocument } from './issuer.ts'
import { listLabelKeys } from './queries.ts'
import { readSigningKey, signingFault } from './signing-key.ts'

const later = <T extends { now: Date }>(context: T): T => ({
  ...context,
  now: new Date(context.now.getTime() + 60_000),
})
const modeOf = (file: string) => statSync(file).mode & 0o777

describe('the key of the organiser', () => {
  it('has its public half in the database, and its private one in a file for the service alone', () => {
    const context = makeTestContext()
    const folder = aKeyFolder()

    const { kid } = makeLabelKey(context, { folder })

    expect(kid).toMatch(/^z6Mk[1-9A-HJ-NP-Za-km-z]{44}$/)
    expect(listLabelKeys(context)).toMatchObject([{ kid, publicKeyMultibase: kid, retiredAt: '' }])
    const file = path.join(folder, `${kid}.pem`)
    expect([modeOf(folder), modeOf(file)]).toEqual([0o700, 0o600])
    const secret = readFileSync(file, 'utf8').split('\n')[1] ?? ''
    expect(secret.length).toBeGreaterThan(40)
    expect(JSON.stringify(contentsOf(context))).not.toContain(secret)
    expect(auditOf(context)).toMatchObject([
      { action: 'label-key.new', subject: kid, detail: null },
    ])
  })

  it('is not made twice: another replaces it on request only', () => {
    const context = makeTestContext()
    const folder = aKeyFolder()
    makeLabelKey(context, { folder })

    expect(() => makeLabelKey(context, { folder })).toThrow('Une clé signe déjà')
    expect(readdirSync(folder)).toHaveLength(1)
  })

  it('is replaced by another: its public half stays, its private one is gone', () => {
    const context = makeTestContext()
    const folder = aKeyFolder()
    const { kid: first } = makeLabelKey(context, { folder })

    const { kid, retired } = rotateLabelKey(later(context), { folder })

    expect(retired).toBe(first)
    expect(listLabelKeys(context)).toMatchObject([
      { kid, retiredAt: '' },
      { kid: first, retiredAt: later(context).now.toISOString() },
    ])
    expect(readdirSync(folder)).toEqual([`${kid}.pem`])
    expect(issuerDocument(context, 'https://a.example').assertionMethod).toHaveLength(2)
  })

  it('cannot be replaced before there is one', () => {
    const context = makeTestContext()
    expect(() => rotateLabelKey(context, { folder: aKeyFolder() })).toThrow(
      'npm run label:key -- new',
    )
  })

  it('leaves no file behind when the database does not take it', () => {
    const context = makeTestContext()
    const folder = aKeyFolder()
    context.db.$client.exec(
      "CREATE TRIGGER full BEFORE INSERT ON label_key BEGIN SELECT RAISE(ABORT, 'full'); END",
    )
    expect(() => makeLabelKey(context, { folder })).toThrow()
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('a key that cannot sign', () => {
  /** A site whose key file has been tampered with. */
  function aSite(tamper: (file: string, folder: string) => void) {
    const site = aSigningSite()
    tamper(path.join(site.signing.folder, `${site.kid}.pem`), site.signing.folder)
    return site
  }

  it.each([
    ['missing', (file: string) => rmSync(file), 'Le fichier de la clé manque'],
    ['open', (file: string) => chmodSync(file, 0o644), 'peut être lu par d’autres'],
    ['unreadable', (file: string) => writeFileSync(file, 'rien'), 'n’est pas une clé privée'],
    [
      'other',
      (file: string, folder: string) => {
        const { kid } = makeLabelKey(makeTestContext(), { folder })
        writeFileSync(file, readFileSync(path.join(folder, `${kid}.pem`)))
      },
      'ne contient pas la clé qui va avec',
    ],
  ] as const)('says so when its file is %s', (fault, tamper, sentence) => {
    const { context, signing } = aSite(tamper)
    expect(signingFault(context, signing.folder)).toMatchObject({ fault })
    expect(() => readSigningKey(context, signing.folder)).toThrow(sentence)
  })

  it('says so when there is none', () => {
    expect(signingFault(makeTestContext(), aKeyFolder())).toMatchObject({ fault: 'none' })
  })

  it('leaves the award as it is: its credential waits, and is signed once the key is back', async () => {
    const { context, signing, awardId, kid } = aSite((file) => rmSync(file))
    await expect(issueCredential(context, signing, awardId)).rejects.toMatchObject({
      code: 'key-unusable',
    })
    expect(existsSync(path.join(signing.folder, `${kid}.pem`))).toBe(false)

    rotateLabelKey(later(context), signing)

    await expect(issueCredential(later(context), signing, awardId)).resolves.toHaveProperty('uuid')
  })
})
