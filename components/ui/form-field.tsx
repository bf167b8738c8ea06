import type { ReactNode } from 'react'

/** A field of a form that is sent: its label, its hint and what is wrong with it, tied together. */
export function FormField({
  id,
  label,
  hint,
  fault,
  children,
}: {
  id: string
  label: string
  hint: string
  fault: string | undefined
  /** Draws the control with what ties it to the rest. */
  children: (tied: {
    id: string
    'aria-describedby': string
    'aria-invalid': true | undefined
  }) => ReactNode
}) {
  const described = fault ? `${id}-fault ${id}-hint` : `${id}-hint`
  return (
    <div className={fault ? 'border-danger border-l-4 pl-4' : undefined}>
      <label htmlFor={id} className="block font-semibold">
        {label}
      </label>
      <p id={`${id}-hint`} className="text-[0.95rem] text-muted">
        {hint}
      </p>
      {fault ? (
        <p id={`${id}-fault`} className="mt-1 font-semibold text-danger">
          {fault}
        </p>
      ) : null}
      <div className="mt-1.5">
        {children({ id, 'aria-describedby': described, 'aria-invalid': fault ? true : undefined })}
      </div>
    </div>
  )
}
