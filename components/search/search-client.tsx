import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'

let shared: QueryClient | undefined

/** One memory of answers for every box of the page; on the server, where nothing is asked, a new one. */
function client(): QueryClient {
  if (typeof window === 'undefined') return new QueryClient()
  shared ??= new QueryClient()
  return shared
}

export function SearchClient({ children }: { children: ReactNode }) {
  return <QueryClientProvider client={client()}>{children}</QueryClientProvider>
}
