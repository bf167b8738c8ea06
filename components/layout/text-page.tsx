/** A page of plain text: a lead, then sections. */
export function TextPage({
  text,
}: {
  text: {
    title: string
    lead: string
    sections: ReadonlyArray<{ heading: string; text: readonly string[] }>
  }
}) {
  return (
    <article className="prose">
      <h1>{text.title}</h1>
      <p className="lead">{text.lead}</p>
      {text.sections.map((section) => (
        <section key={section.heading} className="prose pt-4">
          <h2>{section.heading}</h2>
          {section.text.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
    </article>
  )
}
