import publicDomains from 'free-email-domains'

const PUBLIC = new Set<string>(publicDomains)

/** Mailboxes that French providers give to anyone, and that the list may lack. */
const PUBLIC_FRENCH = [
  'aliceadsl.fr',
  'bbox.fr',
  'cegetel.net',
  'club-internet.fr',
  'dbmail.com',
  'free.fr',
  'gmx.fr',
  'laposte.net',
  'mailo.com',
  'mailoo.org',
  'netcourrier.com',
  'neuf.fr',
  'numericable.fr',
  'orange.fr',
  'ovh.fr',
  'sfr.fr',
  'voila.fr',
  'wanadoo.fr',
]

/**
 * Whether reading mail at a domain can prove for whom one works. A mailbox that anyone can have proves
 * nothing, whatever organisation writes from it: many small communes do.
 */
export function provesAnEmployer(domain: string): boolean {
  const name = domain.toLowerCase()
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(name)) return false
  return !PUBLIC.has(name) && !PUBLIC_FRENCH.includes(name)
}
