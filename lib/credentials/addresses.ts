/** Permanent addresses of what credentials name; French pages stand at the root. */
export const issuerAddress = (siteUrl: string) => `${siteUrl}/api/v1/label/issuer`
export const credentialAddress = (siteUrl: string, uuid: string) =>
  `${siteUrl}/api/v1/label/credentials/${uuid}`

/** The address, without the site, of the page of one award. */
export const awardPath = (award: { edition: number; organisation: { key: string } }) =>
  `/label/${award.edition}/laureats/${award.organisation.key}`
export const pageAddress = (siteUrl: string, award: Parameters<typeof awardPath>[0]) =>
  siteUrl + awardPath(award)
