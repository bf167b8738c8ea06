import { quoted, type Report, shown } from './report.ts'
import type { Field } from './section.ts'
import { readText, type TextRule } from './values.ts'

const MOST = 2_000
const REPOSITORY_SCHEMES = new Set([
  'https:',
  'http:',
  'git:',
  'ssh:',
  'svn:',
  'git+https:',
  'git+ssh:',
  'svn+ssh:',
])

/** An address of the web: http or https, without a password. */
export function readWeb(report: Report, field: Field, rule: TextRule = {}): string | undefined {
  const text = readText(report, field, { ...rule, strict: true })
  if (text === undefined) return undefined
  return webAddress(report, field, text) ? text : dropped(report, field)
}

export function webAddress(report: Report, { path, line }: Field, text: string): boolean {
  const address = parsed(report, path, line, text)
  if (!address) return false
  if (address.protocol === 'https:' || address.protocol === 'http:') return true
  report.error('address-not-web', path, line, { scheme: shown(address.protocol) })
  return false
}

/** The address of a repository: any protocol that code is fetched by. */
export function readRepository(
  report: Report,
  field: Field,
  mandatory = false,
): string | undefined {
  const text = readText(report, field, { mandatory, strict: true })
  if (text === undefined) return undefined
  return repository(report, field, text) ? text : dropped(report, field)
}

export function repository(report: Report, { path, line }: Field, text: string): boolean {
  if (/^[\w.-]+@[\w.-]+:[\w./~-]+$/.test(text)) {
    report.error('address-of-ssh', path, line, { text: shown(text) })
    return false
  }
  const address = parsed(report, path, line, text)
  if (!address) return false
  if (!REPOSITORY_SCHEMES.has(address.protocol)) {
    report.error('address-not-web', path, line, { scheme: shown(address.protocol) })
    return false
  }
  if (!/^https?:$/.test(address.protocol)) report.warn('address-prefer-https', path, line)
  return true
}

/** Any URI: an address or a URN, never one that a browser runs. */
export function readUri(report: Report, field: Field, mandatory = false): string | undefined {
  const text = readText(report, field, { mandatory, strict: true })
  if (text === undefined) return undefined
  return uri(report, field, text) ? text : dropped(report, field)
}

export function uri(report: Report, { path, line }: Field, text: string): boolean {
  if (/^urn:[a-z0-9][a-z0-9-]{0,31}:[^\s<>"\\^`{|}]+$/i.test(text) && text.length <= MOST)
    return true
  const address = parsed(report, path, line, text)
  if (!address) return false
  if (/^https?:$/.test(address.protocol)) return true
  report.error('address-not-web', path, line, { scheme: shown(address.protocol) })
  return false
}

function parsed(report: Report, path: string, line: number, text: string): URL | undefined {
  const address =
    URL.canParse(text) && text.length <= MOST && !/[\s<>"\\^`{|}]/.test(text)
      ? new URL(text)
      : undefined
  if (!address || (/^https?:$/.test(address.protocol) && !/^https?:\/\/[^/]/i.test(text))) {
    report.error('address-wrong', path, line, { text: shown(text) })
    return undefined
  }
  if (address.password !== '' || (address.username !== '' && !/ssh:$/.test(address.protocol))) {
    report.error('address-has-password', path, line)
    return undefined
  }
  return address
}

function dropped(report: Report, { path }: Field): undefined {
  delete report.lines[path]
}

/** A path within the repository, or the address of a file. */
export function readMedia(report: Report, field: Field, extensions: RegExp): string | undefined {
  const text = readText(report, field)
  return text !== undefined && media(report, field, text, extensions) ? text : undefined
}

export function media(report: Report, field: Field, text: string, extensions: RegExp): boolean {
  const { path, line } = field
  const isAddress = /^[a-z][a-z0-9+.-]*:/i.test(text)
  if (isAddress && !webAddress(report, field, text)) return Boolean(dropped(report, field))
  const segments = text.split('/')
  if (!isAddress && (text.startsWith('/') || text.includes('\\') || segments.includes('..'))) {
    report.error('media-path', path, line, { text: shown(text) })
    return Boolean(dropped(report, field))
  }
  const name = isAddress ? new URL(text).pathname : text
  if (!extensions.test(name)) {
    report.warn('media-format', path, line, {
      formats: extensions === LOGO ? 'SVG, PNG' : 'PNG, JPG',
    })
  }
  return true
}
export const LOGO = /\.(svgz?|png)$/i
export const SCREENSHOT = /\.(png|jpe?g)$/i

/** A mail address; an empty one is as good as none. */
export function readMail(report: Report, field: Field): string | undefined {
  const text = readText(report, field)
  if (text === undefined) return undefined
  if (text.length <= 254 && /^[^\s@<>"(),:;]+@[^\s@<>"(),:;]+\.[^\s@<>"(),:;.]+$/.test(text))
    return text
  report.error('mail-wrong', field.path, field.line, { text: shown(text) })
  return dropped(report, field)
}

/** A language by its tag (BCP 47): two or three letters first, known or not. */
export function languageTag(report: Report, field: Field, text: string): string | undefined {
  const { path, line, value } = field
  if (isTag(text)) {
    if (value?.kind === 'scalar' && value.style === 'plain' && YAML_1_1.test(text)) {
      report.info('yaml-1.1-word', path, line, { text })
      report.replace(value, quoted(text))
    }
    return text
  }
  const meant = text.replaceAll('_', '-')
  report.error('language-wrong', path, line, { text: shown(text) })
  if (!isTag(meant)) return undefined
  if (value) report.replace(value, quoted(meant))
  return meant
}
/** Words that YAML 1.1 takes for booleans, `no` for Norwegian among them. */
export const YAML_1_1 = /^(y|n|yes|no|on|off)$/i

export function isTag(text: string): boolean {
  if (!/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(text) || text.length > 35) return false
  try {
    return Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}
