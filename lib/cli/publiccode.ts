import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Finding } from '#lib/publiccode/document.ts'
import { MOST_BYTES, readPubliccode } from '#lib/publiccode/read.ts'

const USAGE = `npm run publiccode -- suivi de :
  validate FICHIER… [--json]   dit si chaque publiccode.yml est valide, et ce qu’il faut y corriger
  fix FICHIER                  écrit le fichier corrigé sur la sortie
  export FICHE [--used-by]     écrit une fiche du catalogue en publiccode.yml, sans ou avec ses utilisateurs confirmés
`

/** A file that could not be read at all is one with an error, like any other. */
interface Checked {
  file: string
  valid: boolean
  version: string | null
  findings: Array<Omit<Finding, 'message' | 'mended'> & { message: string }>
}

/** npm runs a command from the project's folder: files are named from where the person stands. */
const START =
  (process.env.npm_lifecycle_event === 'publiccode' && process.env.INIT_CWD) || process.cwd()

const SEVERITIES = { error: 'erreur', warning: 'avertissement', info: 'remarque' } as const

const [verb, ...rest] = process.argv.slice(2)
const json = rest.includes('--json')
const usedBy = rest.includes('--used-by')
const files = rest.filter((argument) => argument !== '--json' && argument !== '--used-by')

// Neither a database nor a build: a publisher runs this in the repository's own checks.
if (verb === 'validate' && files.length > 0) validate()
else if (verb === 'fix' && files.length === 1) fix(files[0] ?? '')
else if (verb === 'export' && files.length === 1) await exportEntry(files[0] ?? '')
else {
  process.stderr.write(USAGE)
  process.exitCode = 2
}

function validate(): void {
  const checked = files.map(check)
  process.stdout.write(json ? `${JSON.stringify(checked, null, 2)}\n` : inWords(checked))
  if (checked.some(({ valid }) => !valid)) process.exitCode = 1
}

function check(file: string): Checked {
  const read = bytesOf(file)
  if ('fault' in read) {
    const finding = { path: '', line: 0, severity: 'error' as const, ...read.fault }
    return { file, valid: false, version: null, findings: [finding] }
  }
  const { version, valid, findings } = readPubliccode(read.bytes)
  return {
    file,
    valid,
    version,
    findings: findings.map(({ path, line, severity, code, message }) => ({
      path,
      line,
      severity,
      code,
      message: message.fr,
    })),
  }
}

/** The bytes of a file; of one beyond what is read, just enough to say so. */
function bytesOf(
  named: string,
): { bytes: Uint8Array } | { fault: { code: string; message: string } } {
  const file = path.resolve(START, named)
  try {
    const found = statSync(file)
    if (found.isDirectory()) {
      return fault(
        'file-is-folder',
        'C’est un dossier : donnez le fichier publiccode.yml qui y est.',
      )
    }
    if (!found.isFile()) {
      return fault('file-not-regular', 'Ce n’est pas un fichier ordinaire : il n’est pas lu.')
    }
    return { bytes: found.size > MOST_BYTES ? new Uint8Array(MOST_BYTES + 1) : readFileSync(file) }
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    return missing
      ? fault('file-missing', 'Ce fichier n’existe pas : vérifiez son chemin.')
      : fault('file-unreadable', 'Ce fichier ne peut pas être lu : vérifiez ses droits.')
  }
}

function inWords(checked: readonly Checked[]): string {
  const blocks = checked.map(({ file, valid, version, findings }) => {
    const declared = version === null ? 'sans version' : `version ${version}`
    const lines = findings.map(({ line, severity, path, message, code }) => {
      const place = line > 0 ? `ligne ${line}` : 'fichier'
      return `  ${place}, ${SEVERITIES[severity]}${path === '' ? '' : `, ${path}`} : ${message} [${code}]`
    })
    return [`${file} : ${valid ? 'valide' : 'non valide'} (${declared})`, ...lines].join('\n')
  })
  const good = checked.filter(({ valid }) => valid).length
  const count = `${good} ${good < 2 ? 'fichier valide' : 'fichiers valides'} sur ${checked.length}.`
  return `${[...blocks, count].join('\n')}\n`
}

function fix(file: string): void {
  const read = bytesOf(file)
  const corrected = 'fault' in read ? null : readPubliccode(read.bytes).corrected
  if (corrected !== null) {
    process.stdout.write(corrected)
    return
  }
  const why =
    'fault' in read
      ? read.fault.message
      : 'Ce fichier ne peut pas être corrigé par un programme : voyez ce qu’en dit validate.'
  process.stderr.write(`${file} : ${why}\n`)
  process.exitCode = 1
}

function fault(code: string, message: string) {
  return { fault: { code, message } }
}

/** The one verb that needs the catalogue: the others must start without it. */
async function exportEntry(slug: string): Promise<void> {
  const { runCommandLine, CannotGoOn } = await import('./fail.ts')
  await runCommandLine(async () => {
    const { openPreparedDatabase } = await import('./data-folder.ts')
    const { readSettings } = await import('#lib/env.ts')
    const { publiccodeOf } = await import('#lib/publiccode/export.ts')
    const settings = readSettings()
    const db = openPreparedDatabase(settings)
    try {
      const text = publiccodeOf({ db }, slug, { usedBy, siteUrl: settings.siteUrl })
      if (text === undefined) throw new CannotGoOn(`Aucune fiche « ${slug} » au catalogue.`)
      process.stdout.write(text)
    } finally {
      db.$client.close()
    }
  })
}
