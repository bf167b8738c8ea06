/** Where a Meilisearch server is and how we may speak to it. No key of it ever leaves the server. */
export interface MeiliAccess {
  url: string
  /** The key that writes; empty for a server without keys. */
  key: string
  /** The key that only searches; found or made with the other one when empty. */
  searchKey: string
  /** Begins the name of every index of ours, so that one server can hold several catalogues. */
  prefix: string
}
