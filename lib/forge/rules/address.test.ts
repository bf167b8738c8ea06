import { describe, expect, it } from 'vitest'
import { ForgeRefusal } from '../refusal.ts'
import { repositoryAddress } from './address.ts'

const ADULLACT = {
  clone: 'https://gitlab.adullact.net/ville/cimetiere.git',
  key: 'gitlab.adullact.net/ville/cimetiere',
  page: 'https://gitlab.adullact.net/ville/cimetiere',
  host: 'gitlab.adullact.net',
  path: 'ville/cimetiere',
  kind: 'gitlab',
}

describe('an address that people paste', () => {
  it.each([
    'https://gitlab.adullact.net/ville/cimetiere',
    'https://gitlab.adullact.net/ville/cimetiere/',
    ' https://GitLab.ADULLACT.net/ville/cimetiere.git\n',
    'https://gitlab.adullact.net/ville/cimetiere/-/tree/main/docs?ref_type=heads',
    'https://gitlab.adullact.net/ville/cimetiere/-/blob/main/publiccode.yml#L3',
    'https://gitlab.adullact.net/ville/cimetiere/tree/master',
    'gitlab.adullact.net/ville/cimetiere',
    'git@gitlab.adullact.net:ville/cimetiere.git',
    'ssh://git@gitlab.adullact.net:2222/ville/cimetiere.git',
    'git+https://gitlab.adullact.net/ville/cimetiere.git',
    'git clone https://gitlab.adullact.net/ville/cimetiere.git',
    '<https://gitlab.adullact.net/ville/cimetiere>',
    'https://gitlab.adullact.net:443/ville//cimetiere',
    'git://gitlab.adullact.net/ville/cimetiere.git',
  ])('%s', (text) => {
    expect(repositoryAddress(text)).toEqual(ADULLACT)
  })

  it.each([
    [
      'https://www.github.com/Etalab/Ville/blob/main/README.md',
      'github.com/etalab/ville',
      'https://github.com/Etalab/Ville.git',
      'github',
    ],
    [
      'https://raw.githubusercontent.com/etalab/ville/main/publiccode.yml',
      'github.com/etalab/ville',
      'https://github.com/etalab/ville.git',
      'github',
    ],
    [
      'https://github.com/etalab/tree',
      'github.com/etalab/tree',
      'https://github.com/etalab/tree.git',
      'github',
    ],
    [
      'https://gitlab.com/a/b/c/d/-/issues',
      'gitlab.com/a/b/c/d',
      'https://gitlab.com/a/b/c/d.git',
      'gitlab',
    ],
    [
      'https://forge.ville.example.fr/groupe/sous/outil/-/releases',
      'forge.ville.example.fr/groupe/sous/outil',
      'https://forge.ville.example.fr/groupe/sous/outil.git',
      'gitlab',
    ],
    [
      'https://codeberg.org/A/B/src/branch/main',
      'codeberg.org/a/b',
      'https://codeberg.org/A/B.git',
      'forgejo',
    ],
    [
      'https://code.ville.example.fr/a/b/src/branch/main/lib',
      'code.ville.example.fr/a/b',
      'https://code.ville.example.fr/a/b.git',
      'forgejo',
    ],
    [
      'https://git.sr.ht/~quelquun/Outil/tree/master',
      'git.sr.ht/~quelquun/Outil',
      'https://git.sr.ht/~quelquun/Outil',
      'sourcehut',
    ],
    [
      'https://git.ville.example.fr/Outil.git/tree/',
      'git.ville.example.fr/Outil',
      'https://git.ville.example.fr/Outil.git',
      'git',
    ],
    [
      'https://git.ville.example.fr:8443/cgit/outil/log',
      'git.ville.example.fr:8443/cgit/outil',
      'https://git.ville.example.fr:8443/cgit/outil',
      'git',
    ],
  ])('%s is %s', (text, key, clone, kind) => {
    expect(repositoryAddress(text)).toMatchObject({ key, clone, kind })
  })

  it('is http, or of this machine, only where its host is listed', () => {
    const text = 'http://127.0.0.1:8080/a/b.git'

    expect(repositoryAddress(text, ['127.0.0.1']).clone).toBe(text)
    expect(repositoryAddress(text, ['127.0.0.1:8080']).key).toBe('127.0.0.1:8080/a/b')
    expect(faultOf(text, ['127.0.0.1:80'])).toBe('address-private')
  })
})

describe('an address that is refused', () => {
  it.each([
    ['', 'address-not-an-address'],
    ['cimetière de la ville', 'address-not-an-address'],
    ['--upload-pack=touch /tmp/x', 'address-not-an-address'],
    ['--upload-pack=x', 'address-not-an-address'],
    ['-oProxyCommand=x@github.com:a/b', 'address-not-an-address'],
    ['https://-host.example.fr/a/b', 'address-not-an-address'],
    ['https://github.com/--upload-pack=x/b', 'address-not-an-address'],
    ['https://github.com/a/%2d-b', 'address-not-an-address'],
    ['https://github.com/a/b%00', 'address-not-an-address'],
    ['https://github.com/a/b%0Ac', 'address-not-an-address'],
    ['https://github.com/a%2f..%2fb/c', 'address-not-an-address'],
    ['https://github.com/a/b\u0007', 'address-not-an-address'],
    ['https://github.com/a/b\u202Egit', 'address-not-an-address'],
    ['https://github.com\\@evil.example/a/b', 'address-not-an-address'],
    ['https://github.com/a/$(touch x)', 'address-not-an-address'],
    [`https://github.com/a/${'b'.repeat(500)}`, 'address-not-an-address'],
    ['https://github.com/a/%zz', 'address-not-an-address'],
    ['file:///etc/passwd', 'address-scheme'],
    ['FILE://localhost/srv/git', 'address-scheme'],
    ['ext::sh', 'address-scheme'],
    ['EXT::sh', 'address-scheme'],
    ['ftp://example.org/a/b', 'address-scheme'],
    ['javascript://example.org/a', 'address-scheme'],
    ['http://github.com/a/b', 'address-scheme'],
    ['/srv/git/ville.git', 'address-not-an-address'],
    ['../ville.git', 'address-not-an-address'],
    ['https://oauth2:glpat-secret@gitlab.com/a/b', 'address-has-password'],
    ['https://token@github.com/a/b', 'address-has-password'],
    ['https://127.0.0.1/a/b', 'address-private'],
    ['https://0177.0.0.1/a/b', 'address-private'],
    ['https://2130706433/a/b', 'address-private'],
    ['https://0x7f.1/a/b', 'address-private'],
    ['https://[::1]/a/b', 'address-private'],
    ['https://[::ffff:10.0.0.1]/a/b', 'address-private'],
    ['https://169.254.169.254/latest/meta-data', 'address-private'],
    ['https://localhost/a/b', 'address-private'],
    ['https://git.ville.internal/a/b', 'address-private'],
    ['ssh://git@10.0.0.1/a/b', 'address-private'],
    ['https://github.com', 'address-is-a-page'],
    ['https://github.com/etalab', 'address-is-a-page'],
    ['https://gitlab.com/groups/a/b', 'address-is-a-page'],
    ['https://git.ville.example.fr/', 'address-is-a-page'],
  ])('%j: %s', (text, fault) => {
    expect(faultOf(text)).toBe(fault)
  })

  it('says why in both languages, without what was secret', () => {
    const error = refusalOf('https://oauth2:glpat-secret@gitlab.com/a/b')

    expect(error.message).toMatch(/jeton/)
    expect(error.en).toMatch(/token/)
    expect(JSON.stringify([error.message, error.en, error.detail])).not.toContain('glpat')
  })
})

function refusalOf(text: string, listed?: string[]): ForgeRefusal {
  try {
    repositoryAddress(text, listed)
  } catch (error) {
    if (error instanceof ForgeRefusal) return error
    throw error
  }
  throw new Error(`${text} was not refused`)
}
const faultOf = (text: string, listed?: string[]) => refusalOf(text, listed).fault
