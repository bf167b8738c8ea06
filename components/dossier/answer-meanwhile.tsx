import type { AnswerPart } from '#lib/applications/schema.ts'

/** What someone else answered meanwhile, beside what stands in the fields: the reader chooses. */
export function AnswerMeanwhile({
  parts,
  answer,
  address,
  t,
  scripted,
  keepMine,
  takeTheirs,
}: {
  parts: readonly AnswerPart[]
  answer: Partial<Record<string, string>>
  address: string
  t: {
    parts: Record<AnswerPart, string>
    theirs: string
    keepMine: string
    takeTheirs: string
    unsaid: string
  }
  /** Without scripts, the button of the form saves one's own, and the page made anew has theirs. */
  scripted: boolean
  keepMine: () => void
  takeTheirs: () => void
}) {
  return (
    <div className="border-warn border-l-4 bg-warn-soft px-3 py-2">
      <p className="font-semibold">{t.theirs}</p>
      <dl>
        {parts.map((part) => (
          <div key={part}>
            <dt className="sr-only">{t.parts[part]}</dt>
            <dd className="max-h-60 overflow-auto whitespace-pre-wrap">
              {answer[part] || t.unsaid}
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 flex flex-wrap gap-2">
        {scripted ? (
          <>
            <button type="button" className="button" onClick={keepMine}>
              {t.keepMine}
            </button>
            <button type="button" className="button button-quiet" onClick={takeTheirs}>
              {t.takeTheirs}
            </button>
          </>
        ) : (
          <a className="link" href={address}>
            {t.takeTheirs}
          </a>
        )}
      </p>
    </div>
  )
}
