import NextLink from 'next/link'
import type { ComponentProps } from 'react'

/**
 * A link within the site, followed without reloading the page. Nothing is fetched before it is followed:
 * pages are made on request, so a prefetch would do their work for most links in vain.
 */
export function Link(props: Omit<ComponentProps<typeof NextLink>, 'prefetch'>) {
  return <NextLink {...props} prefetch={false} />
}
