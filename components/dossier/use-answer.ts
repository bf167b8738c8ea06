'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import {
  type AnswerToSave,
  keepLocal,
  readLocal,
  type SaveOutcome,
  sameTyped,
  typedIn,
  writeInto,
} from './saved-answer.ts'

/** Milliseconds without a key before what is typed is sent. */
const PAUSE = 1_200

interface AnswerOptions {
  locale: string
  application: number
  criterion: string
  parts: readonly string[]
  /** As the page was made. */
  values: Partial<Record<string, string>>
  revision: number
  save: (answer: AnswerToSave) => Promise<SaveOutcome>
}

type Status = 'saving' | 'saved' | 'failed' | undefined

/**
 * An answer that is saved as it is typed: after a pause, when its page is hidden, and once more when it is
 * closed. Until the service has it, it is kept in the browser and offered again. The form works without
 * any of this.
 */
export function useAnswer(options: AnswerOptions) {
  const { locale, application, criterion, parts, save } = options
  const form = useRef<HTMLFormElement>(null)
  const known = useRef({ values: options.values, revision: options.revision })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const sending = useRef(false)
  const [status, setStatus] = useState<Status>()
  const [outcome, setOutcome] = useState<SaveOutcome & { time?: string }>({})
  const [found, setFound] = useState<Record<string, string>>()

  const send = useCallback(async () => {
    clearTimeout(timer.current)
    if (!form.current || sending.current) return
    const typed = typedIn(form.current, parts)
    if (sameTyped(typed, known.current.values, parts)) {
      keepLocal(application, criterion, null)
      return
    }
    sending.current = true
    setStatus('saving')
    const { revision } = known.current
    const answered = await save({ locale, application, criterion, revision, typed }).catch(
      () => undefined,
    )
    sending.current = false
    if (answered === undefined) return setStatus('failed')
    const time = new Date().toLocaleTimeString(locale === 'fr' ? 'fr-FR' : 'en-GB', {
      hour: '2-digit',
      minute: '2-digit',
    })
    setOutcome((before) => ({
      ...answered,
      time,
      // Said once, and as long as the page is open.
      ...(before.saved?.unvalidated && answered.saved
        ? { saved: { ...answered.saved, unvalidated: true } }
        : {}),
    }))
    if (!answered.saved) return setStatus(undefined)
    known.current = { values: typed, revision: answered.saved.revision }
    setStatus('saved')
    const now = form.current ? typedIn(form.current, parts) : typed
    if (sameTyped(now, typed, parts)) keepLocal(application, criterion, null)
    else timer.current = setTimeout(send, PAUSE)
  }, [locale, application, criterion, parts, save])

  const typing = useCallback(() => {
    if (!form.current) return
    keepLocal(application, criterion, { typed: typedIn(form.current, parts) })
    clearTimeout(timer.current)
    timer.current = setTimeout(send, PAUSE)
  }, [application, criterion, parts, send])

  useEffect(() => {
    // Held here: when one goes on to another page, it is out of the document before this is cleaned up.
    const element = form.current
    const local = readLocal(application, criterion)
    if (local && sameTyped(local.typed, known.current.values, parts)) {
      keepLocal(application, criterion, null)
    } else if (local) setFound(local.typed)
    // What was typed before this ran.
    if (form.current && !sameTyped(typedIn(form.current, parts), known.current.values, parts)) {
      typing()
    }
    const hidden = () => {
      if (document.visibilityState === 'hidden') void send()
    }
    const closed = () => {
      if (!element) return
      const typed = typedIn(element, parts)
      if (sameTyped(typed, known.current.values, parts)) return
      const last = new FormData()
      last.set(
        'answer',
        JSON.stringify({
          ...{ locale, application, criterion, typed },
          revision: known.current.revision,
        }),
      )
      navigator.sendBeacon('/api/espace/reponses', last)
    }
    // A page that comes back as it was left has to learn what became of its last words.
    const back = ({ persisted }: PageTransitionEvent) => {
      if (persisted) void send()
    }
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('pageshow', back)
    window.addEventListener('pagehide', closed)
    window.addEventListener('online', send)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('pagehide', closed)
      window.removeEventListener('pageshow', back)
      window.removeEventListener('online', send)
      // On the way to another page within the site.
      closed()
      clearTimeout(timer.current)
    }
  }, [locale, application, criterion, parts, send, typing])

  /** Puts an answer into the fields, then saves it. */
  const take = (values: Partial<Record<string, string>>) => {
    if (!form.current) return
    writeInto(form.current, parts, values)
    setFound(undefined)
    typing()
    void send()
  }
  return {
    form,
    status,
    outcome,
    found,
    typing,
    send,
    take,
    /** Adds to what stands in the fields. */
    reuse: (values: Partial<Record<string, string>>) =>
      form.current && take({ ...typedIn(form.current, parts), ...values }),
    dropFound() {
      keepLocal(application, criterion, null)
      setFound(undefined)
    },
    keepMine() {
      known.current.revision = outcome.meanwhile?.revision ?? known.current.revision
      known.current.values = outcome.meanwhile?.answer ?? known.current.values
      void send()
    },
    takeTheirs() {
      const theirs = outcome.meanwhile
      if (!theirs || !form.current) return
      known.current = { values: theirs.answer, revision: theirs.revision }
      writeInto(form.current, parts, theirs.answer)
      keepLocal(application, criterion, null)
      setOutcome({})
      setStatus(undefined)
    },
  }
}
