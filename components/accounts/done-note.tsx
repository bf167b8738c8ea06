import { TakesFocus } from '#components/ui/takes-focus.tsx'

/** What a form of the page has just done, said first. */
export function DoneNote({ text }: { text: string | undefined }) {
  if (text === undefined) return null
  return (
    <TakesFocus key={text} labelledBy="done" className="panel mt-4 max-w-3xl bg-accent-soft">
      <p id="done" className="font-semibold">
        {text}
      </p>
    </TakesFocus>
  )
}
