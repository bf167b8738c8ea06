/** Data for programs in a page (JSON-LD, schema.org). A browser never runs it. */
export function JsonLd({ data }: { data: object }) {
  // What people typed is in it: nothing of theirs may end the element.
  const text = JSON.stringify(data).replaceAll('<', '\\u003c')
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON must not be escaped as HTML is, and holds no tag.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: text }} />
}
