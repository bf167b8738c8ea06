import { formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import type { AdoptionState, AdoptionTrust } from '#lib/adoptions/schema.ts'
import type { CandidateReason, NameListKind, NameReason, NameView } from '#lib/names/schema.ts'
import type { OrganisationKind } from '#lib/organisations/schema.ts'
import type { NameOption, NameToDecide } from './decide-form.tsx'

export type NameCounts = Readonly<Record<NameView, number>>

export interface ShownList {
  id: number
  kind: NameListKind
  source: { title: string; url: string; date: string }
  names: number
  counts: NameCounts
  full: boolean
  removable: boolean
}

export interface ShownOverview {
  software: { slug: string; name: string }
  lists: readonly ShownList[]
  names: number
  counts: NameCounts
}

export interface ShownCandidate {
  id: number
  siren: string | null
  name: string
  kind: OrganisationKind
  form: string
  departement: string
  departementName: string
  population: number | null
  why: CandidateReason | null
  alias: string
  use: { trust: AdoptionTrust; state: AdoptionState } | null
}

export interface ShownName {
  id: number
  name: string
  state: 'open' | 'kept' | 'not-an-organisation' | 'left-out' | 'gone'
  how: '' | 'exact' | 'remembered' | 'person'
  reasons: readonly NameReason[]
  departements: number
  more: number
  candidates: readonly ShownCandidate[]
  meant: ShownCandidate | null | undefined
  remembered: boolean
}

/** An organisation as one answer of a question: what a person tells it from others by. */
function optionOf(locale: Locale, candidate: ShownCandidate): NameOption {
  const { names: t, common } = messages(locale)
  const { kind, form, departement, departementName, population, siren, why, alias, use } = candidate
  const forms: Record<string, string> = common.forms
  const facts = [
    forms[form] ?? common.kinds[kind].one,
    departement === '' ? '' : `${departementName} (${departement})`,
    population ? common.inhabitants(formatNumber(locale, population)) : '',
    siren ? t.siren(siren) : t.noSiren,
    why ? t.why[why] : '',
    alias === '' ? '' : t.alias(alias),
    use ? (use.state === 'stopped' ? t.stopped : t.onRecord[use.trust]) : '',
  ]
  return {
    value: String(candidate.id),
    label: candidate.name,
    hint: facts.filter((fact) => fact !== '').join(' · '),
  }
}

/** The same of one that a person looked for. */
export function foundOption(locale: Locale, candidate: ShownCandidate): NameOption {
  const option = optionOf(locale, candidate)
  return { ...option, hint: `${option.hint} · ${messages(locale).names.choices.foundHint}` }
}

/** Why a name is not sure, or what was decided of it, in sentences. */
function sentencesOf(locale: Locale, name: ShownName): string[] {
  const { names: t } = messages(locale)
  if (name.state !== 'open' && name.state !== 'gone') {
    const how = name.how === '' ? '' : ` (${t.how[name.how]})`
    return [`${t.decided[name.state]}${how}.`]
  }
  if (name.remembered) return [name.meant ? t.remembered : t.rememberedNot]
  if (name.state === 'open' && name.reasons.length === 0) return [t.sure]
  const reasons = name.reasons.map((reason) =>
    reason === 'homonyms' && name.departements > 1
      ? t.homonyms(formatNumber(locale, name.departements))
      : t.reasons[reason],
  )
  return name.more > 0 ? [...reasons, t.more(formatNumber(locale, name.more))] : reasons
}

/** A name as the form of decisions asks about it. */
export function toDecide(locale: Locale, name: ShownName, view: NameView): NameToDecide {
  const { names: t } = messages(locale)
  const { choices } = t
  const fixed = (value: 'not' | 'leave' | 'open' | 'keep' | 'end', hint: string): NameOption => ({
    value,
    label: choices[value],
    hint,
  })
  const meant = name.meant ? [optionOf(locale, name.meant)] : []
  const others = name.candidates
    .filter(({ id }) => id !== name.meant?.id)
    .map((candidate) => optionOf(locale, candidate))
  const several = name.reasons.includes('several') || name.reasons.includes('list')
  const later: NameOption = { value: '', label: choices.later, hint: '' }
  const out = [fixed('not', choices.notHint), fixed('leave', choices.leaveHint)]
  const question = {
    id: name.id,
    name: name.name,
    sentences: sentencesOf(locale, name),
    searchFor: t.searchFor(name.name),
    meaning: name.meant ? t.meaning(meant[0]?.label ?? '') : '',
    meaningHint: meant[0]?.hint ?? '',
    // A name that means one organisation, or that is decided, is mostly right: its choices are folded.
    folded: view === 'surs' || view === 'decides',
  }
  if (view === 'disparus') {
    const ends = [fixed('keep', choices.keepHint), fixed('end', choices.endHint)]
    return { ...question, options: [later, ...ends], several: false, chosen: '', searches: false }
  }
  if (view === 'decides') {
    const now =
      name.state === 'kept' ? (meant[0]?.value ?? '') : name.state === 'left-out' ? 'leave' : 'not'
    return {
      ...question,
      options: [...meant, ...others, ...out, fixed('open', choices.openHint)],
      several: false,
      chosen: now,
      searches: true,
    }
  }
  const first = meant[0] ?? others[0]
  return {
    ...question,
    ...(view === 'surs' && first && !name.meant
      ? { meaning: t.meaning(first.label), meaningHint: first.hint }
      : {}),
    options: [later, ...meant, ...others, ...out],
    several,
    chosen: '',
    searches: true,
  }
}
