/** The part of Digital Bazaar's libraries that the tests verify credentials with; they bring no types. */
declare module '@digitalbazaar/vc' {
  export function verifyCredential(options: {
    credential: object
    suite: unknown
    documentLoader(url: string): Promise<object>
    now?: Date
  }): Promise<{ verified: boolean; error?: { message: string; errors?: Error[] } }>
}

declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: unknown })
  }
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: unknown
}
