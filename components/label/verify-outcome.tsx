import { Link } from '#components/ui/link.tsx'
import { TakesFocus } from '#components/ui/takes-focus.tsx'
import type { ShownOutcome } from './verify-words.ts'

/** What verifying found: the verdict, whose award it is, and each thing that was verified. */
export function VerifyOutcome({
  outcome,
  texts,
}: {
  outcome: ShownOutcome
  texts: { checksCaption: string; columns: { check: string; result: string } }
}) {
  const { valid, heading, sentences, link, checks } = outcome
  return (
    <TakesFocus
      labelledBy="outcome"
      className={`rounded-lg border-2 p-4 ${valid ? 'border-accent' : 'border-danger'}`}
    >
      <h2 id="outcome" className="text-xl">
        {heading}
      </h2>
      {sentences.map((sentence, at) => (
        <p key={sentence} className={valid && at === 0 ? 'mt-2 font-semibold' : 'mt-2'}>
          {sentence}
        </p>
      ))}
      {link ? (
        <p className="mt-2">
          <Link className="link" href={link.href}>
            {link.label}
          </Link>
        </p>
      ) : null}
      {checks.length === 0 ? null : (
        <div className="table-scroll mt-4">
          <table className="table">
            <caption className="sr-only">{texts.checksCaption}</caption>
            <thead>
              <tr>
                <th scope="col">{texts.columns.check}</th>
                <th scope="col">{texts.columns.result}</th>
              </tr>
            </thead>
            <tbody>
              {checks.map(({ check, found }) => (
                <tr key={check}>
                  <th scope="row">{check}</th>
                  <td className="wrap-anywhere">{found}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </TakesFocus>
  )
}
