import type { Field } from '#components/accounts/fields-form.tsx'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { CALL_STATES, type CallView, NEED_STATES } from '#lib/needs/schema.ts'

export interface Mine {
  id: number
  key: string
  name: string
}

/** The organisation in whose name one speaks: chosen for who has but one. */
export function organisationField(locale: Locale, mine: readonly Mine[]): Field {
  const t = messages(locale).needs.form
  return {
    name: 'organisation',
    label: t.organisation,
    hint: t.organisationHint,
    kind: 'choice',
    value: mine.length === 1 ? (mine[0]?.key ?? '') : '',
    choices: [
      { value: '', label: t.organisationNone },
      ...mine.map(({ key, name }) => ({ value: key, label: name })),
    ],
  }
}

/** What an organisation says when it joins a need, or a call. */
export function joinFields(locale: Locale, mine: readonly Mine[], call = false): Field[] {
  const { form: t, callForm } = messages(locale).needs
  return [
    organisationField(locale, mine),
    {
      name: 'amount',
      label: call ? callForm.part : t.amount,
      hint: call ? callForm.partHint : t.amountHint,
      kind: 'text',
    },
    { name: 'note', label: t.note, hint: t.noteHint, kind: 'text' },
  ]
}

/** The text of a call. @param before as it stands, when it is changed. */
export function callFields(locale: Locale, before?: CallView): Field[] {
  const t = messages(locale).needs.callForm
  return [
    {
      name: 'title',
      label: t.callTitle,
      hint: t.callTitleHint,
      kind: 'text',
      value: before?.title ?? '',
      required: true,
    },
    { name: 'body', label: t.body, hint: t.bodyHint, kind: 'lines', value: before?.body ?? '' },
    {
      name: 'target',
      label: t.target,
      hint: t.targetHint,
      kind: 'text',
      value: String(before?.target ?? ''),
    },
    {
      name: 'deadline',
      label: t.deadline,
      hint: t.deadlineHint,
      kind: 'text',
      value: before?.deadline ?? '',
    },
    {
      name: 'specificationUrl',
      label: t.specification,
      hint: t.specificationHint,
      kind: 'text',
      value: before?.specification.url ?? '',
    },
  ]
}

/** How a call stands, and what came of it. */
export function settleFields(locale: Locale, call: CallView): Field[] {
  const { form, callForm: t, call: words } = messages(locale).needs
  return [
    {
      name: 'state',
      label: form.state,
      hint: t.stateHint,
      kind: 'choice',
      value: call.state,
      choices: CALL_STATES.map((value) => ({ value, label: words.states[value] })),
    },
    {
      name: 'outcome',
      label: t.outcome,
      hint: form.outcomeHint,
      kind: 'lines',
      value: call.outcome,
    },
    {
      name: 'outcomeUrl',
      label: t.outcomeUrl,
      hint: t.outcomeUrlHint,
      kind: 'text',
      value: call.outcomeUrl,
    },
    {
      name: 'software',
      label: form.metBy,
      hint: form.metByHint,
      kind: 'text',
      value: call.software?.slug ?? '',
    },
  ]
}

/** What became of a need. */
export function closeFields(
  locale: Locale,
  need: { state: string; outcome: string; metBy: { slug: string } | null },
): Field[] {
  const { form: t, states } = messages(locale).needs
  return [
    {
      name: 'state',
      label: t.state,
      hint: t.stateHint,
      kind: 'choice',
      value: need.state,
      choices: NEED_STATES.map((value) => ({ value, label: states[value] })),
    },
    {
      name: 'outcome',
      label: t.outcome,
      hint: t.outcomeHint,
      kind: 'lines',
      value: need.outcome,
    },
    {
      name: 'software',
      label: t.metBy,
      hint: t.metByHint,
      kind: 'text',
      value: need.metBy?.slug ?? '',
    },
  ]
}
