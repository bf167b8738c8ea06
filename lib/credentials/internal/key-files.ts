import { createPrivateKey, type KeyObject } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { KeyUnusable } from '../key-unusable.ts'
import { publicMultikey } from './multikey.ts'

const fileOf = (folder: string, kid: string) =>
  path.join(/* turbopackIgnore: true */ folder, `${kid}.pem`)

/** Writes the private half of a key where its owner alone reads it, and never over another. */
export function writePrivateKey(folder: string, kid: string, key: KeyObject): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(fileOf(folder, kid), key.export({ format: 'pem', type: 'pkcs8' }), {
    mode: 0o600,
    flag: 'wx',
  })
}

export function deletePrivateKey(folder: string, kid: string): void {
  rmSync(fileOf(folder, kid), { force: true })
}

/**
 * Reads the private half of a key, and makes sure that it is its own.
 * @throws KeyUnusable with what is wrong and what to do.
 */
export function readPrivateKey(folder: string, row: { kid: string; publicKeyMultibase: string }) {
  const file = fileOf(folder, row.kid)
  const key = parsed(file, contentOf(file))
  if (key.asymmetricKeyType === 'ed25519' && publicMultikey(key) === row.publicKeyMultibase) {
    return key
  }
  throw new KeyUnusable(
    'other',
    `Le fichier ${file} ne contient pas la clé qui va avec ${row.kid} : remettez le bon, ou faites une autre clé (npm run label:key -- rotate). Rien n’est signé d’ici là.`,
    `The file ${file} does not hold the key that goes with ${row.kid}: put the right one back, or make another key (npm run label:key -- rotate). Nothing is signed until then.`,
  )
}

function contentOf(file: string): string {
  try {
    // On Windows, modes say nothing of who reads a file.
    if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
      throw new KeyUnusable(
        'open',
        `Le fichier ${file} peut être lu par d’autres que le service : donnez-le à lui seul (chmod 600), ou faites une autre clé si quelqu’un a pu le copier (npm run label:key -- rotate).`,
        `The file ${file} can be read by others than the service: give it to the service alone (chmod 600), or make another key if someone may have copied it (npm run label:key -- rotate).`,
      )
    }
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof KeyUnusable) throw error
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (code === 'ENOENT') {
      throw new KeyUnusable(
        'missing',
        `Le fichier de la clé manque : ${file}. Remettez-le depuis votre copie, ou faites une autre clé (npm run label:key -- rotate). Les attributions restent publiques ; leurs attestations attendent.`,
        `The file of the key is missing: ${file}. Put it back from your copy, or make another key (npm run label:key -- rotate). Awards stay public; their credentials wait.`,
      )
    }
    throw new KeyUnusable(
      'unreadable',
      `Le fichier de la clé ne se lit pas (${code}) : ${file}. Rendez-le lisible par le service (chown, chmod 600).`,
      `The file of the key cannot be read (${code}): ${file}. Make it readable by the service (chown, chmod 600).`,
      { cause: error },
    )
  }
}

function parsed(file: string, content: string): KeyObject {
  try {
    return createPrivateKey(content)
  } catch {
    // What OpenSSL says might quote the file: it is left out.
    throw new KeyUnusable(
      'unreadable',
      `Le fichier ${file} n’est pas une clé privée en PEM : remettez-le depuis votre copie, ou faites une autre clé (npm run label:key -- rotate).`,
      `The file ${file} is not a private key in PEM: put it back from your copy, or make another key (npm run label:key -- rotate).`,
    )
  }
}
