'use client'

import { unstable_rethrow } from 'next/navigation'
import { type FormEvent, useActionState, useState, useTransition } from 'react'
import type { FormState } from './form-state.ts'

export type FormAction<Name extends string, Outcome = never> = (
  previous: FormState<Name, Outcome>,
  form: FormData,
) => Promise<FormState<Name, Outcome>>

/**
 * A form that is sent to a server action. Without scripts it is posted to its own page, which comes back
 * with what was typed. With them it is sent from where it stands, so that even a service that does not
 * answer leaves everything in place; a second click while it is on its way sends nothing.
 * @param address of this very page, without a fragment: one that a link of the summary added would lead
 * a page that comes back to that field instead of to what is wrong.
 */
export function useSentForm<Name extends string, Outcome = never>(
  action: FormAction<Name, Outcome>,
  values: Record<Name, string>,
  address: string,
) {
  const [posted, post] = useActionState<FormState<Name, Outcome>, FormData>(
    action,
    { values, faults: {}, refusals: 0 },
    address,
  )
  const [answered, setAnswered] = useState<FormState<Name, Outcome> & { failed?: boolean }>()
  const [sending, startSending] = useTransition()
  const state = answered ?? posted

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (sending) return
    const submitter = (event.nativeEvent as SubmitEvent).submitter
    const form = new FormData(event.currentTarget, submitter)
    startSending(async () => {
      try {
        const next = await action(state, form)
        startSending(() => setAnswered(next))
      } catch (error) {
        // The way on to the next page comes as an error, too.
        unstable_rethrow(error)
        startSending(() =>
          setAnswered({ ...state, faults: {}, refusals: state.refusals + 1, failed: true }),
        )
      }
    })
  }

  return {
    state,
    /** Whether the service did not answer. */
    failed: answered?.failed === true,
    sending,
    /** What the `form` element takes. */
    formProps: { action: post, onSubmit: send, noValidate: true as const },
  }
}
