/** How one repository may be written: as the key of a visited one, and as addresses of entries. */
export interface Spellings {
  keys: string[]
  addresses: string[]
}

/**
 * The spellings of a repository that someone named: with and without `.git` and a last slash, https or
 * ssh. Undefined for what is no address.
 */
export function spellingsOf(text: string): Spellings | undefined {
  const typed = text.trim()
  const [, sshHost, sshPath] = /^(?:ssh:\/\/)?git@([\w.-]+)[:/](.+)$/.exec(typed) ?? []
  const url = URL.parse(sshHost ? `https://${sshHost}/${sshPath}` : typed)
  if (!url || !/^https?:$/.test(url.protocol)) return undefined
  const path = url.pathname.replace(/\/+$/, '').replace(/\.git$/, '')
  if (path === '') return undefined
  const bare = url.host + path
  const spelt = (name: string) =>
    ['https://', 'http://'].flatMap((scheme) =>
      ['', '/', '.git'].map((end) => `${scheme}${name}${end}`),
    )
  const names = [...new Set([bare, url.host + path.toLowerCase()])]
  return { keys: names, addresses: names.flatMap(spelt) }
}
